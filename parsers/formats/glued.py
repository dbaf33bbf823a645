"""Words that only an inline element parts from the word beside it: `<b>Name</b>said`.

A browser shows no space there, and the text of the markup has none. Whether the writer lost one or meant one word
(`<i>re</i>start`, a drop cap) is decided by the words, in parsers/repair/inline.py.
"""

from __future__ import annotations

import re
from html import unescape

_INLINE = "a|abbr|b|cite|em|font|i|mark|s|span|strong|u"
_GLUED = re.compile(
    rf"<(?<=[^\W_]<)/?(?:{_INLINE})(?:\s[^<>]{{0,300}})?>(?:</?(?:{_INLINE})(?:\s[^<>]{{0,300}})?>)*(?=(?:[^\W_]|&[A-Za-z]))",
    re.IGNORECASE,
)
_LAST = re.compile(r"(?:[^\W\d_]|[-'’](?=[^\W\d_]))+\Z|\d[\d.,]*\Z")
_FIRST = re.compile(r"[^\W\d_]+")
_LONGEST = 40
MOST = 200
"""Places of one document that are kept."""


def glued(markup: str) -> tuple[tuple[str, str], ...]:
    """The different pairs of words, left and right, between which the markup has inline tags and nothing else."""
    found: dict[tuple[str, str], None] = {}
    for tags in _GLUED.finditer(markup):
        left = _LAST.search(unescape(_text_before(markup, tags.start())))
        right = _FIRST.match(unescape(_text_behind(markup, tags.end())))
        if left and right:
            found[left.group(), right.group()] = None
            if len(found) == MOST:
                break
    return tuple(found)


def _text_before(markup: str, end: int) -> str:
    """The text that ends at an offset, back to the tag before it."""
    return markup[max(0, end - _LONGEST) : end].rpartition(">")[2]


def _text_behind(markup: str, start: int) -> str:
    return markup[start : start + _LONGEST].partition("<")[0]
