"""Numeric character references (`&#55296;`, `&#xD800;`) that name no character of XML: forgiving parsers fail on them."""

from __future__ import annotations

import re

_REFERENCE = re.compile(r"&#(?:([0-9]{1,40})|[xX]([0-9a-fA-F]{1,40}));?")


def valid(text: str) -> str:
    """The text with references that name no character left out; others stay as they are."""
    return _REFERENCE.sub(_valid, text) if "&#" in text else text


def _valid(m: re.Match[str]) -> str:
    code = int(m[1]) if m[1] else int(m[2], 16)
    return m[0] if is_character(code) else ""


def is_character(code: int) -> bool:
    """Whether XML 1.0 allows the code point (https://www.w3.org/TR/xml/#charsets)."""
    return code in (9, 10, 13) or 0x20 <= code <= 0xD7FF or 0xE000 <= code <= 0xFFFD or 0x10000 <= code <= 0x10FFFF
