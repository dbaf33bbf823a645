"""Where a full stop and the next line's first word may be lost, and how long that word may be."""

from __future__ import annotations

from functools import lru_cache
from math import log10

from parsers.repair.paragraph import Paragraph
from parsers.repair.wordlists import word_list

LONGEST_LOST = 14
_LENGTHS = (0, 0.005, 0.1, 0.24, 0.12, 0.1, 0.1, 0.09, 0.07, 0.06, 0.05, 0.03, 0.02, 0.01, 0.005)
"""How often the first word of a sentence has that many letters (rounded, from general English)."""
_BEFORE_MARK, _BEFORE_CAPITAL = -1.2, -0.4
_NEVER_LAST = word_list("never_last")


def word_end(paragraph: Paragraph, token: int) -> int:
    """Where the letters of a token end: `routes's` lost its word before the apostrophe."""
    text, end = paragraph.text, paragraph.ends[token]
    if text[end - 2 : end] in ("'s", "’s"):
        return end - 2
    while end > paragraph.starts[token] and text[end - 1] in ",;:":
        end -= 1
    return end


def may_end_sentence(paragraph: Paragraph, token: int, place: int) -> bool:
    """Whether the word that ends at `place` can be a sentence's last, and no full stop stands behind it."""
    word = paragraph.text[paragraph.starts[token] : place]
    following = paragraph.text[place : paragraph.ends[token]]
    return bool(word) and word.lower() not in _NEVER_LAST and not following.startswith((".", "!", "?"))


def doubt(paragraph: Paragraph, place: int) -> float:
    """log10 of how much less likely a gap is here than elsewhere: before a comma, before a capital."""
    following = paragraph.text[place : place + 2]
    cost = _BEFORE_MARK if following[:1] in (",", ";", ":") else 0.0
    return cost + (_BEFORE_CAPITAL if following[1:].isupper() else 0.0)


@lru_cache(maxsize=256)
def log_share(low: int, high: int) -> float:
    """log10 of how often a sentence's first word has `low` to `high` letters."""
    return log10(max(sum(_LENGTHS[low : high + 1]), 1e-4))
