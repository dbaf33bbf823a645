"""Whether something was said at all: speech that is denied, supposed, asked about or only to come is not asserted.

The verb group around a verb of speech (`did not say`, `declined to say`, `would say`), its subject (`no one`, `neither … nor`)
and the clause it depends on (`if …`, `it is untrue that …`) decide; each is looked for in a bounded stretch.
"""

from __future__ import annotations

import re

_REACH = 220
_SIGNS = ',;:()—–.”"'
_NEGATIONS = frozenset("not never cannot hardly scarcely barely nor rarely".split())
_SUPPOSING = frozenset("would could might may should must can 'd".split())
_COMING = frozenset("will shall won't".split())
_LATER = frozenset("later then subsequently eventually repeatedly often frequently only".split())
_BE = frozenset("is are was were be been being get gets got am".split())
_WORKING = frozenset("am is are was were be been being have has had do does did having".split()) | _SUPPOSING | _COMING
_LOOSE = frozenset(
    "also then later again recently earlier once simply just even only still now often ever always first further thus yet both all each".split()
)
# What leads to an infinitive or a participle that is not carried out.
_UNDONE = frozenset(
    "declined declines declining decline refused refuses refusing refuse failed fails failing fail unwilling unable reluctant hesitated hesitates forgot yet "
    "neglected neglects stopped stops avoided avoids avoiding avoid without denied denies denying deny refrained refrains short instead against hesitant "
    "loath afraid ashamed too than".split()
)
# What leads to an infinitive that is carried out: `went on to say`, `took to the stage to say`, `was quick to add`.
_DONE = frozenset(
    "on continued began started proceeded used quick keen first last forward back out twitter facebook instagram stage telegram x here".split()
)
_TAKEN = frozenset(
    "took went rose stood wrote called phoned texted emailed spoke came appeared paused interrupted intervened".split()
)
_BY = frozenset("of from".split())
_NOBODY = re.compile(
    r"\W*(?:(?:but|and|yet|however|so far|still|because|although|since|that|while|when)\b,?\s+)?"
    r"(?:no one|no-one|nobody|none|neither|nor|not (?:all|every|one|once|a single|even)|without|few|hardly any\w*|no (?!doubt|matter|longer|less|wonder)[a-z]+)\b",
    re.IGNORECASE,
)
_BORDER = re.compile(r"[;:—–(]\s|, (?:and|but|while|whereas|although|though|as|which|who|so)\s|\n")
_CONDITION = re.compile(
    r"\b(?:if|unless|whether|until|suppose|supposing|provided|assuming|lest|in case|in the event|as though|wish|wishes|wished|imagine|should have)\b"
    r"(?!.*\b(?:and|but)\b)[^,;:]*\Z",
    re.IGNORECASE,
)
_REFUTED = re.compile(
    r"\b(?:untrue|false|not true|isn['’]t true|unlikely|doubtful|doubts?|doubted|a lie|lie|lies|a myth|incorrect|denied|denies|deny|denying|unclear|not (?:clear|certain|known)|"
    r"rumou?rs?|rumou?red|no (?:evidence|proof|record|sign|suggestion|indication)|impossible|possible|inconceivable|fabricated|invented|bogus|fake|hoax|"
    r"(?:rejected|dismissed|disputed|refuted) (?:the |any )?(?:claims?|reports?|suggestions?|allegations?|idea)|demand(?:ed|s)?|insist(?:ed|s)? on|hopes?|hoped|fears?|feared)"
    r"\b[^.;:]{0,40}\s(?:that|whether)\s[^.;:,]{0,60}\Z",
    re.IGNORECASE,
)
_ASKING = re.compile(
    r"\W*(?:and |but |so )?(?:did|does|do|has|have|had|will|would|is|are|was|were|can|could|should|shall|may|might|who|what|why|when|how|where|which)\b",
    re.IGNORECASE,
)
_INVERTED = re.compile(r"\W*(?:should|had|were)\s", re.IGNORECASE)
# What `_CONDITION` and `_REFUTED` cannot do without: most clauses have neither, and looking for these takes a tenth of the time.
_CONDITIONS = tuple(
    "if|unless|whether|until|suppos|provided|assuming|lest|in case|in the event|as though|wish|imagine|should have".split(
        "|"
    )
)
_REPORTED = ("that", "whether")


SAID = ("asserted", "planned")
"""The standings of speech that is made, or will be."""


def standing(body: str, low: int, cue: tuple[int, int, str], subject: tuple[int, int] | None, high: int) -> str:
    """`asserted`, `planned`, `supposed` or `denied`, for speech at a cue (start, end, word) within the frame `low:high`.

    `subject` is where the speaker's words stand, if anywhere.
    """
    start, end, word = cue
    low = max(low, start - _REACH)
    verb = _verb_group(_group(body, low, start), word, body[end : end + 6])
    if verb not in SAID:
        return verb
    opening = subject[0] if subject and subject[0] < start else start
    clause = _clause_start(body, low, opening)
    if _NOBODY.match(body, clause, start) or (clause != opening and _NOBODY.match(body, opening, start)):
        return "denied"
    if opening - clause > 2 and _embedded(body[clause:opening]):
        return "supposed"
    asking = body.endswith("?", low, high) and _ASKING.match(body, clause)
    return "supposed" if asking else verb


def _group(body: str, low: int, start: int) -> list[str]:
    """The last words and signs before a verb, the nearest first."""
    found: list[str] = []
    for word in reversed(body[max(low, start - 60) : start].split()):
        if word[-1] in _SIGNS:
            found.append(word[-1])
            word = word.rstrip(_SIGNS)
        if word:
            found.append(word.lower().replace("’", "'"))
    return found


def _verb_group(before: list[str], word: str, after: str) -> str:
    """What the words before a verb of speech make of it."""
    found = "asserted"
    for at, other in enumerate(before[:6]):
        if other in _NEGATIONS or other.endswith("n't"):
            return "denied"
        if other == "to":
            return _infinitive(before[at + 1 : at + 6])
        if other in _SUPPOSING:
            later = any(w in _LATER for w in before[:at]) or after.startswith(" only")
            return "asserted" if later and other == "would" else _after_modal(before[at + 1 : at + 2])
        if other in _COMING:
            found = "planned"
        elif other in _UNDONE or (other in _BY and any(w in _UNDONE for w in before[at + 1 : at + 3])):
            return "denied" if word.endswith("ing") or other == "yet" else found
        elif other not in _WORKING and other not in _LOOSE and not (other.endswith("ly") and len(other) > 4):
            break
    return found


def _after_modal(before: list[str]) -> str:
    return "denied" if before and before[0] in _NEGATIONS else "supposed"


def _infinitive(before: list[str]) -> str:
    """What a verb in the infinitive amounts to, by the words before its `to`."""
    if any(w in _UNDONE or w in _NEGATIONS or w.endswith("n't") for w in before[:2]):
        return "denied"
    done = before and (before[0] in _DONE or any(w in _TAKEN for w in before[1:4]))
    return "asserted" if done else "supposed"


def passive(body: str, low: int, start: int, word: str) -> bool:
    """Whether a participle of speech is passive: `was told that`, so that its subject is no speaker."""
    if word.endswith("ing") or word in ("say", "says", "tell", "tells", "write", "writes"):
        return False
    for other in _group(body, low, start)[:4]:
        if other in _BE:
            return True
        if other not in _WORKING and other not in _LOOSE and not other.endswith("ly") and other != "not":
            return False
    return False


def _clause_start(body: str, low: int, at: int) -> int:
    """Where the clause begins that is before an offset."""
    start = low
    for border in _BORDER.finditer(body, low, at):
        start = border.end()
    return start


def _embedded(before: str) -> bool:
    """Whether the clause of a verb hangs on a condition, a question or something that says it is not so."""
    low = before.lower() if before.isascii() else None  # `re` folds letters beyond ASCII in its own way
    if (low is None or any(map(low.__contains__, _CONDITIONS))) and _CONDITION.search(before):
        return True
    if (low is None or any(map(low.__contains__, _REPORTED))) and _REFUTED.search(before):
        return True
    return _INVERTED.fullmatch(before) is not None
