"""Names that lost the space inside them where the same text has it: `MissUniverse` beside `the Miss Universe final`."""

from __future__ import annotations

import re
from collections import Counter

from parsers.repair.edits import Change

_HINT = re.compile(r"[a-zß-öø-ÿ][A-ZÀ-ÖØ-Þ][a-zß-öø-ÿ]{2}")
_JOINED = re.compile(
    r"(?<![\w#@./&=:’'-])(?P<left>[A-ZÀ-ÖØ-Þ][a-zß-öø-ÿ]{2,20})(?P<right>[A-ZÀ-ÖØ-Þ][a-zß-öø-ÿ]{2,20})(?![\w@/=]|[.:-]\w)"
)
"""Two capitalised words without a space; no part of an address, a hashtag or a longer name."""

LEAST, TIMES = 2, 2
"""How often the two words stand apart, at least, and so many times as often as together: a brand's own spelling returns."""


def joins(text: str) -> list[Change]:
    """The spaces that such names get back."""
    if not _HINT.search(text):
        return []
    found = [*_JOINED.finditer(text)]
    together = Counter(m.group() for m in found)
    apart = {m.group(): _apart(text, m["left"], m["right"]) for m in found}
    return [
        Change(m.start("right"), m.start("right"), " ", "word_join", 0.97, "same_name")
        for m in found
        if apart[m.group()] >= max(LEAST, TIMES * together[m.group()])
    ]


def _apart(text: str, left: str, right: str) -> int:
    """How often two words stand side by side as words of their own."""
    return len(re.findall(rf"(?<!\w){left}\s{right}(?!\w)", text))
