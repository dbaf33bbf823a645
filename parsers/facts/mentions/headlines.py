"""Lines in which every word is capitalised: their capitals tell nothing, so only names known from elsewhere are read there."""

from __future__ import annotations

import re
from bisect import bisect_right

_LONGEST = 200
_SMALL = re.compile(
    r"\b(?!(?:and|the|for|with|from|over|after|into|than|but|not|nor|via|its|his|her|per|out|off|about|amid)\b)[a-z]{3,}"
)
_CAPITAL = re.compile(r"\b[A-Z]\w*")


def spans(body: str, sentences: tuple[tuple[int, int], ...]) -> tuple[tuple[int, int], ...]:
    """The sentences that are printed like headlines: five capitalised words and more, no other word without a capital."""
    return tuple(s for s in sentences if s[1] - s[0] <= _LONGEST and _like_headline(body[s[0] : s[1]]))


def _like_headline(sentence: str) -> bool:
    return _SMALL.search(sentence) is None and len(_CAPITAL.findall(sentence)) >= 5


def covers(found: tuple[tuple[int, int], ...], offset: int) -> bool:
    """Whether an offset lies in one of the spans."""
    at = bisect_right(found, (offset, offset + _LONGEST + 1)) - 1
    return at >= 0 and found[at][0] <= offset < found[at][1]
