"""How sure a statement is: done, planned, targeted, proposed or claimed (after FactBank, Saurí and Pustejovsky 2009)."""

from __future__ import annotations

import re

CUES = {
    "planned": (
        "will|would|shall|won't|'ll|’ll|plan|plans|(?<!as )planned|planning|intend|intends|intended|intending|schedule|scheduled|slated|upcoming|"
        "is to|are to|to be|due to|set to|going to|expected to|expects|expect|expected|expecting|committed to|agreed to|pledged?|pledges|promised|promises|"
        "implementation of|construction of|under construction|forthcoming|about to|on track to|ready to|preparing to|vowed|vows"
    ),
    "target": (
        "aim|aims|aimed|aiming|target|targets|targeted|targeting|goal|goals|seek|seeks|sought|seeking|ambition|ambitions|objective|objectives|strives|striving|"
        "hope|hopes|hoped|hoping|wants to|want to|in order to|deadline|quota|to reach|to achieve|achieve"
    ),
    "proposed": (
        "propose|proposes|proposed|proposing|proposal|proposals|offer|offers|offered|offering|bid|bids|could|may|might|should|consider|considers|considering|"
        "suggest|suggests|suggested|suggesting|recommend|recommends|recommended|potential|potentially|possible|possibly|if|forecast|forecasts|predict|predicts|predicted|"
        "estimated to|likely to|draft|call for|calls for|called for|urged|urges|discuss|discusses|discussed"
    ),
    "claimed": "claim|claims|claimed|claiming|allege|alleges|alleged|alleging|allegedly|reportedly|purported|purportedly|supposedly|rumoured|rumored|accused|accuses",
}
"""Cue words; the cue nearest before the figure, in its own clause, decides."""

DONE = (
    "was|were|has|have|had|did|reached|totalled|totaled|amounted|rose|fell|grew|exceeded|stood|recorded|received|invested|built|made|"
    "signed|said|became|launched|opened|completed|produced|sold|bought|paid|spent|earned"
)
"""Words of completed action: a cue before one of these no longer reaches the figure."""

REACH = 220
"""Characters looked back. A longer clause than that is not read for modality."""

PATTERN = re.compile(
    r"(?<![\w'’-])(?:"
    + "|".join(f"(?P<{name}>{words})" for name, words in CUES.items())
    + rf"|(?P<done>{DONE}))(?![\w-])|(?P<border>[;:.](?=\s))",
    re.IGNORECASE,
)


def modality(text: str, offset: int) -> str:
    """asserted, planned, target, proposed or claimed, for what stands at `offset` in a sentence.

    Looks back from the offset over one clause; the nearest cue decides. A cue of completed action gives `asserted`.
    """
    nearest = "asserted"
    for cue in PATTERN.finditer(text, max(0, offset - REACH), offset):
        nearest = cue.lastgroup or nearest
    return nearest if nearest in CUES else "asserted"
