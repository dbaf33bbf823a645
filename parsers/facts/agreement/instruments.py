"""The words for agreements: names of instruments, verbs of signing, and what they mean in other senses."""

from __future__ import annotations

import re

# Names of instruments, after the UN Treaty Collection's glossary of terms: pattern, kind, and whether a name alone is
# enough beside its parties (else a verb of signing must govern it).
_NAMES = (
    (r"[Mm]emorand(?:um|a|ums) of (?:[Uu]nderstanding|[Cc]ooperation|[Ii]ntent|[Aa]greement)|M[Oo]Us?", "memorandum of understanding", True),
    (r"[Mm]emorand(?:um|a)(?= (?:between|with)\b)", "memorandum", True),
    (r"[Ff]ramework [Aa]greements?", "framework agreement", True),
    (r"[Jj]oint [Dd]eclarations?|[Jj]oint [Ss]tatements?|[Jj]oint [Cc]ommuniqu[eé]s?", "joint declaration", False),
    (r"[Ff]ree[- ][Tt]rade [Aa]greements?|[Tt]rade [Aa]greements?|[Tt]rade deals?|[Tt]rade pacts?", "trade agreement", True),
    (r"[Cc]ease-?fires?(?: (?:agreements?|deals?))?|[Tt]ruces?|[Pp]eace (?:agreements?|accords?|deals?|treat(?:y|ies))", "peace agreement", True),
    (r"[Ll]etters? of [Ii]ntent", "letter of intent", False),
    (r"[Jj]oint ventures?", "joint venture", False),
    (r"[Aa]greements?", "agreement", True),
    (r"[Aa]ccords?", "accord", True),
    (r"[Tt]reat(?:y|ies)", "treaty", True),
    (r"[Pp]acts?", "pact", True),
    (r"[Cc]ontracts?", "contract", True),
    (r"[Dd]eals?", "deal", True),
    (r"[Pp]rotocols?", "protocol", False),
    (r"[Cc]onventions?", "convention", False),
    (r"(?:[Ss]trategic |[Cc]omprehensive )*[Pp]artnerships?", "partnership", False),
)  # fmt: skip
NAME = re.compile("|".join(f"(?P<k{i}>{pattern})" for i, (pattern, _, _) in enumerate(_NAMES)) + r"(?!\w)")

HEADS = frozenset(
    "memorandum memoranda memorandums mou mous agreement agreements declaration declarations statement statements communique communiqué communiques deal deals pact pacts ceasefire ceasefires fire "
    "fires truce truces accord accords treaty treaties letter letters venture ventures contract contracts protocol protocols convention conventions partnership partnerships".split()
)
"""The nouns that head the names."""

FIRST = frozenset(
    "memorandum memoranda memorandums mou mous framework joint free trade ceasefire ceasefires cease truce truces peace letter letters agreement agreements accord accords treaty treaties pact pacts "
    "contract contracts deal deals protocol protocols convention conventions strategic comprehensive partnership partnerships".split()
)
"""The words with which a name begins."""

SIGNING = frozenset(
    "sign ink cut make conclude initial seal strike reach clinch ratify enter finalise finalize win award secure broker announce agree negotiate complete arrange land gain obtain receive "
    "form establish create launch undertake adopt issue renew culminate".split()
)
"""Verbs whose object (or, in the passive, subject) an instrument is when it comes about."""
HOLDING = frozenset("have hold own possess".split())
"""Verbs that say that it is there."""
FORMING = frozenset("form establish create launch undertake announce enter sign set agree complete".split())
"""Verbs of joint ventures and partnerships."""

BARRED = frozenset(
    "repurchase futures options option live cattle livestock wheat corn soybean cocoa coffee sugar crude stock bond annual big great good raw new-look real record film movie book bum package plea "
    "month nearby delivery forward suicide wage done no limited".split()
)
"""Words before a name that make another sense of it: `a good deal`, `futures contracts`."""
BARRED_BEHIND = frozenset("month months prices price maturing traded expiry of".split())
PARTNERING = {"partner": "with", "team": "with", "join": "with", "ally": "with"}
RAISING = frozenset("elevate upgrade".split())
AGREEING = frozenset("agree agreed agrees agreeing".split())
NEEDED: dict[str, tuple[frozenset[str], int]] = {
    **dict.fromkeys("partner partnered partnering partners team teamed teaming join joined joining".split(), (frozenset(("with",)), 3)),
    **dict.fromkeys(AGREEING, (frozenset(("to", "on", "upon", "with")), 1)),
    **dict.fromkeys("elevate elevated elevates elevating upgrade upgraded upgrades upgrading elevation".split(), (frozenset(("partnership", "level")), 23)),
}  # fmt: skip
"""Verbs of agreeing; without one of the words within so many tokens behind, one tells of nothing."""


def kind_of(match: re.Match[str]) -> tuple[str, bool]:
    """What kind of agreement a name names, and whether it counts without a verb of signing."""
    index = int((match.lastgroup or "k0")[1:])
    return _NAMES[index][1], _NAMES[index][2]
