"""Feed bytes to text: `parsers.charset` with the two places where a feed declares its charset, and an answer for all bytes.

Declarations lie (servers add `charset=iso-8859-1` to everything), valid UTF-8 does not. A few bad bytes in a UTF-8
feed cost those bytes only: each is read as Windows-1252, the rest stays UTF-8.
"""

from __future__ import annotations

import re

from parsers import charset

_DECLARED = re.compile(rb"""<\?xml[^>]{0,200}?encoding\s*=\s*["']([A-Za-z0-9._:-]{1,40})["']""")


def decode(payload: bytes, declared: str | None = None) -> tuple[str, str]:
    """The text of a feed and the name of its charset. `declared` is what HTTP said. Never raises.

    The byte order mark is dropped. The charset's name is Python's.
    """
    if wide := _wide(payload):
        return payload.decode(wide, "replace"), wide
    claims = (_in_prolog(payload), declared)
    named = {c for label in claims for c in charset.codecs_of(label)}
    if (not named or "utf-8" in named) and not payload.startswith((b"\xff\xfe", b"\xfe\xff")):
        mended, bad = charset.in_utf8(payload)
        if bad <= charset.MAX_BAD_SHARE and (bad or not named):
            return mended.removeprefix("\ufeff"), "utf-8"
    found = charset.read(payload, claims)
    if found is None:
        name = next(iter(named - {"utf-8"}), "cp1252")
        return payload.decode(name, "replace"), name
    return found[0].removeprefix("\ufeff"), found[1].removesuffix("-sig")


def _wide(payload: bytes) -> str | None:
    """UTF-16 without a mark shows in the zero beside the first `<`."""
    head = payload[:400].lstrip(b" \t\r\n")
    if head[:2] == b"<\0":
        return "utf-16-le"
    return "utf-16-be" if payload[:2] == b"\0<" else None


def _in_prolog(payload: bytes) -> str | None:
    found = _DECLARED.search(payload[:1024])
    return found[1].decode("ascii") if found else None
