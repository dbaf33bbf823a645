"""How sure a statement is: done, planned, targeted, proposed or claimed (after FactBank, Saurí and Pustejovsky 2009)."""

from __future__ import annotations

import re

from parsers.facts.tokens import Tokens

CUES = {
    "planned": (
        "will would shall won't plan plans planned planning intend intends intended intending schedule scheduled slated upcoming expect expects expected "
        "expecting committed pledge pledged pledges promised promises forthcoming preparing vowed vows is_to are_to to_be due_to_be set_to going_to agreed_to "
        "implementation_of construction_of under_construction about_to on_track ready_to"
    ),
    "target": (
        "aim aims aimed aiming target targets targeted targeting goal goals seek seeks sought seeking ambition ambitions objective objectives strives striving "
        "hope hopes hoped hoping deadline quota achieve wants_to want_to in_order to_reach"
    ),
    "proposed": (
        "propose proposes proposed proposing proposal proposals offer offers offered offering bid bids could may might should consider considers considering "
        "suggest suggests suggested suggesting recommend recommends recommended potential potentially possible possibly if forecast forecasts predict predicts "
        "predicted draft urges urged discuss discusses discussed estimated_to likely_to call_for calls_for called_for"
    ),
    "claimed": "claim claims claimed claiming allege alleges alleged alleging allegedly reportedly purported purportedly supposedly rumoured rumored accuse accuses accused",
    "asserted": (
        "was were has have had did reached totalled totaled amounted rose fell grew exceeded stood recorded received invested built made signed said became launched "
        "opened completed produced sold bought paid spent earned as_planned as_expected as_proposed"
    ),
}
"""Cue words, and cues of two words joined by "_". Those of `asserted` say that something is done."""

REACH = 220
"""Characters looked back. A longer clause than that is not read for modality."""

TOKENS_BACK = 45
"""The same in tokens."""

MONTH = "May"
"""With a capital it is the month, not the verb."""

BORDERS = frozenset({";", ":", "."})

WORD = re.compile(r"[^\W\d_]+(?:['’][a-z]+)?|[;:.](?=\s)")


MEANINGS = {cue.replace("_", " "): kind for kind, cues in CUES.items() for cue in cues.split()}

TELLING = BORDERS.union(cue.rpartition(" ")[2] for cue in MEANINGS)
"""The last words of all cues, and the signs that end a clause."""


def modality(text: str, offset: int) -> str:
    """asserted, planned, target, proposed or claimed, for what is at `offset` in a sentence.

    Looks back from the offset over one clause; the nearest cue decides, the longer one first.
    """
    behind = ""
    for word in reversed(WORD.findall(text, max(0, offset - REACH), offset)):
        low = "" if word == MONTH else word.lower()
        if low in BORDERS:
            break
        kind = MEANINGS.get(f"{low} {behind}")
        if kind:
            return kind
        if behind in MEANINGS and f"{low} {behind}" not in MEANINGS:
            return MEANINGS[behind]
        behind = low
    return MEANINGS.get(behind, "asserted")


def modality_before(tokens: Tokens, i: int) -> str:
    """The same for token i of a sentence that is already in tokens."""
    first = max(0, i - TOKENS_BACK)
    for k in reversed([*tokens.among(TELLING, first, i)]):
        low = tokens.low[k]
        if _ends_clause(tokens, k):
            break
        if tokens.text[k] == MONTH:
            continue
        pair = k > first and not _ends_clause(tokens, k - 1)
        kind = (MEANINGS.get(f"{tokens.low[k - 1]} {low}") if pair else None) or MEANINGS.get(low)
        if kind:
            return kind
    return "asserted"


def _ends_clause(tokens: Tokens, k: int) -> bool:
    return tokens.low[k] in BORDERS and not tokens.glued(k + 1)
