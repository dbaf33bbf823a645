"""What documents say, made harmless for where it is shown: a terminal or a log, and Markdown.

CSV has `parsers.formulas`, because our own reader undoes it; HTML has the templates of `flows.reporting`.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Callable

LINES = "\n\t"
"""What a text of several lines may hold."""

_IGNORED = re.compile("[\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u3164\uffa0\U000e0100-\U000e01ef]")
"""Letters and marks without a shape: Default_Ignorable_Code_Point of Unicode 16 as far as `str.isprintable` lets them pass.

The variation selectors U+FE00 to U+FE0F belong to emoji and are passed on.
https://www.unicode.org/Public/16.0.0/ucd/DerivedCoreProperties.txt
"""

NON_JOINER, JOINER = "\u200c", "\u200d"
VIRAMA = 9
"""Canonical combining class of the sign after which joiners choose a shape in Indic scripts (RFC 5892, appendix A)."""

_MARKDOWN = re.compile(r"[\\`*\[\]<>&|!~@]|(?<![^\W_])_|_(?![^\W_])|(?<=[a-z]):(?=\S)|(?<=www)\.", re.IGNORECASE)
"""What opens an emphasis, a link, an image, HTML, an entity or a cell, and what makes an address a link by itself."""

_OPENING = re.compile(r"^(\d{1,9}(?=[.)](?:\s|$))|(?=[#+=:-]))")
"""What makes a heading, a list or a rule of the line that begins with it."""


def _code(character: str) -> str:
    return f"\\u{ord(character):04x}" if ord(character) < 0x10000 else f"\\U{ord(character):08x}"


def visible(text: str, keep: str = LINES, code: Callable[[str], str] = _code) -> str:
    """The text with what a terminal would obey or not show as `code` writes it: controls, bidi signs, invisible signs.

    Characters of `keep` pass, and so do joiners where a script or an emoji needs them.
    """
    if text.isprintable() and not _IGNORED.search(text):
        return text
    return "".join(
        c if c in keep or _shown(c) or (c in (NON_JOINER, JOINER) and _joins(text, at)) else code(c)
        for at, c in enumerate(text)
    )


def in_json(text: str) -> str:
    """JSON with the same characters as escapes of JSON: what reads it gets the exact text."""
    return visible(text, code=lambda c: json.dumps(c)[1:-1])


def _shown(character: str) -> bool:
    return (character.isprintable() and not _IGNORED.match(character)) or unicodedata.category(character) == "Zs"


def _joins(text: str, at: int) -> bool:
    """Whether a joiner changes how its neighbours look: after a virama, between Arabic letters, between parts of an emoji."""
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    if not before or not after:
        return False
    if unicodedata.combining(before) == VIRAMA:
        return True
    if unicodedata.bidirectional(before) in ("AL", "NSM") and unicodedata.bidirectional(after) == "AL":
        return True
    return text[at] == JOINER and unicodedata.category(after) == "So" and _emoji(before)


def _emoji(character: str) -> bool:
    return unicodedata.category(character) in ("So", "Sk") or character == "\ufe0f"


def markdown(text: str) -> str:
    """The text as it is, on one line, in a page of Markdown: no link, image, HTML, cell or heading comes out of it."""
    line = visible(" ".join(text.split()), keep="")
    return _OPENING.sub(r"\1\\", _MARKDOWN.sub(r"\\\g<0>", line))
