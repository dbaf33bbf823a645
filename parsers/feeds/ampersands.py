"""Ampersands as people type them into feeds, made good XML."""

from __future__ import annotations

import re
from html.entities import html5

_AMPERSAND = re.compile(
    r"<!\[CDATA\[(?:.*?\]\]>|.*)|&(?:#(\d{1,8}|[xX][0-9a-fA-F]{1,7});|([A-Za-z][A-Za-z0-9]{0,31});|)", re.DOTALL
)


def mend(text: str) -> str:
    """Ampersands made good XML outside CDATA: names of HTML become characters, forbidden numbers go, `&` becomes `&amp;`."""
    return _AMPERSAND.sub(_mended, text)


def _mended(found: re.Match[str]) -> str:
    if found[0].startswith("<!"):
        return found[0]
    if found[1]:
        number = int(found[1][1:], 16) if found[1][0] in "xX" else int(found[1])
        legal = (
            number in (9, 10, 13)
            or 32 <= number <= 0xD7FF
            or 0xE000 <= number <= 0xFFFD
            or 0x10000 <= number <= 0x10FFFF
        )
        return found[0] if legal else ""
    if found[2] in ("amp", "lt", "gt", "quot", "apos"):
        return found[0]
    character = html5.get(f"{found[2]};") if found[2] else None
    return character or "&amp;" + found[0][1:]
