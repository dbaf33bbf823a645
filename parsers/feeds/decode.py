"""Feed bytes to text: byte order mark, then what the bytes prove, then what was declared.

Declarations lie (servers add `charset=iso-8859-1` to everything), valid UTF-8 does not. A few bad bytes in a UTF-8
feed cost those bytes only: each is read as Windows-1252, the rest stays UTF-8.
"""

from __future__ import annotations

import codecs
import re
from functools import lru_cache

from charset_normalizer import from_bytes

BOMS: tuple[tuple[bytes, str], ...] = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
"""UTF-32 LE stands before UTF-16 LE, whose mark is its beginning."""

SUPERSETS = {
    "ascii": "cp1252", "iso8859-1": "cp1252", "iso8859-9": "cp1254", "gb2312": "gb18030", "gbk": "gb18030",
    "euc_kr": "cp949", "shift_jis": "cp932", "tis-620": "cp874", "iso8859-11": "cp874",
}  # fmt: skip
"""Labels that mean their superset in practice: https://encoding.spec.whatwg.org/#names-and-labels (python codec names)."""

MAX_BAD_SHARE = 0.25
"""Share of non-ASCII bytes that may be bad in text that is still taken for UTF-8."""

SAMPLE = 1 << 16
"""Bytes looked at when the charset has to be guessed."""

_DECLARED = re.compile(rb"""<\?xml[^>]{0,200}?encoding\s*=\s*["']([A-Za-z0-9._:-]{1,40})["']""")
_HIGH = re.compile(rb"[\x80-\xff]+")


def decode(payload: bytes, declared: str | None = None) -> tuple[str, str]:
    """The text of a feed and the name of its charset. `declared` is what HTTP said. Never raises.

    The byte order mark is dropped. The charset's name is Python's.
    """
    for mark, name in BOMS:
        if payload.startswith(mark):
            return payload[len(mark) :].decode(name, "replace"), name
    if wide := _wide(payload):
        return payload.decode(wide, "replace"), wide
    claims = [c for c in (_in_prolog(payload), codec(declared)) if c]
    if text := _proven(payload, claims):
        return text, "utf-8"
    if not claims or "utf-8" in claims:
        mended, bad = _mend(payload)
        if bad <= MAX_BAD_SHARE:
            return mended, "utf-8"
    return _claimed(payload, [c for c in claims if c != "utf-8"])


@lru_cache(maxsize=256)
def codec(label: str | None) -> str | None:
    """Python's name for a charset label, the superset where the label means one; None for an unknown label."""
    if not label:
        return None
    try:
        info = codecs.lookup(label.strip().strip("\"'").lower())
    except (LookupError, ValueError):
        return None
    text_codec = getattr(info, "_is_text_encoding", True)
    return (
        SUPERSETS.get(info.name, info.name)
        if text_codec and info.name not in ("idna", "punycode", "undefined")
        else None
    )


def _wide(payload: bytes) -> str | None:
    """UTF-16 without a mark shows in the zero beside the first `<`."""
    head = payload[:400].lstrip(b" \t\r\n")
    if head[:2] == b"<\0":
        return "utf-16-le"
    return "utf-16-be" if payload[:2] == b"\0<" else None


def _in_prolog(payload: bytes) -> str | None:
    found = _DECLARED.search(payload[:1024])
    name = codec(found[1].decode("ascii")) if found else None
    # a prolog that could be read as ASCII cannot be in a two-byte charset, whatever it says
    return None if name and name.startswith(("utf-16", "utf-32")) else name


def _proven(payload: bytes, claims: list[str]) -> str | None:
    """The text when the bytes are valid UTF-8 and nothing speaks for another charset; None otherwise."""
    if b"\x1b" in payload and any(c.startswith("iso2022") for c in claims):
        return None
    try:
        text = payload.decode("utf-8")
    except UnicodeDecodeError:
        return None
    if not claims or "utf-8" in claims or text.isascii():
        return text or None
    # two short runs of high bytes can be valid UTF-8 by accident (GBK); three or more are not
    runs = _HIGH.findall(payload, 0, SAMPLE)
    return text if len(runs) >= 3 or sum(map(len, runs)) >= 12 else None


def _mend(payload: bytes) -> tuple[str, float]:
    """UTF-8 with each bad byte read as Windows-1252, and the share of non-ASCII bytes that were bad."""
    text = payload.decode("utf-8", "surrogateescape")
    bad = sum("\udc80" <= c <= "\udcff" for c in text) if not text.isascii() else 0
    high = sum(map(len, _HIGH.findall(payload)))
    return re.sub("[\udc80-\udcff]", _as_1252, text), bad / high if high else 0.0


def _as_1252(bad: re.Match[str]) -> str:
    return bytes([ord(bad[0]) - 0xDC00]).decode("cp1252", "replace")


def _claimed(payload: bytes, claims: list[str]) -> tuple[str, str]:
    for name in claims:
        try:
            return payload.decode(name), name
        except UnicodeDecodeError:
            continue
    if claims and not claims[0].startswith("cp125"):
        return payload.decode(claims[0], "replace"), claims[0]
    guess = from_bytes(payload[:SAMPLE]).best()
    name = guess.encoding if guess else "cp1252"
    return payload.decode(name, "replace"), name
