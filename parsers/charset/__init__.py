"""Bytes to text: byte order mark, valid UTF-8, what was declared, then what the bytes look like. One decoder for all formats.

The order follows what is least often wrong: a byte order mark or a long valid UTF-8 sequence is hardly ever chance,
while declarations are often copied from a template.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

from parsers.charset import code_pages
from parsers.charset.labels import SIBLINGS, WIDE, codecs_of
from parsers.charset.mojibake import mend, whole
from parsers.errors import Rejected
from parsers.model import Reason
from parsers.sniff import bom, strays, wide

CANDIDATES = (
    "cp1251", "cp1253", "cp1255", "cp1256", "koi8_r", "iso8859_5", "gb18030", "big5hkscs", "cp932", "euc_jp", "cp949", "cp866", "mac_cyrillic", "cp874", "cp1252",
)  # fmt: skip
"""Encodings of other scripts that news files of the last forty years come in (https://encoding.spec.whatwg.org/#names-and-labels)."""

_LOOK = 65_536
_MULTIBYTE = ("gb18030", "big5hkscs", "cp950", "cp932", "shift_jis_2004", "euc_jp", "euc_jis_2004", "cp949", "johab")
_HIGH = re.compile(rb"[\x80-\xff]+")
_ESCAPES = re.compile(rb"\x1b(?:\$[@B]|\$\([CDOPQ]|\([IJ]|\$A)")

FEW_BAD = 0.02
"""Share of the characters of a declared charset that may be undecodable in a text that is still in it."""

MAX_BAD_SHARE = 0.25
"""Share of the bytes beyond ASCII that may be bad in text that is still taken for UTF-8."""


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text with `\\n` line ends and no byte order mark, and the encoding it was read with (Python's name)."""

    text: str
    charset: str


def decode(payload: bytes, declared: str | None, document: str) -> Decoded:
    """Decode a document; raises Rejected(`undecodable`), which names the declared charset, when no encoding makes text of it."""
    found = read(payload, (declared,))
    if found is not None:
        return Decoded(_lines(found[0]), found[1])
    named = declared.strip()[:40] if declared and codecs_of(declared) else None
    said = f"it is declared as {named} and is not that" if named else "no charset is declared"
    raise Rejected(
        f"no encoding makes text of {document}: {said}; tried were UTF-8, the code pages of Windows, Macintosh and DOS, and the usual East Asian ones",
        Reason.UNDECODABLE,
        "convert it to UTF-8 and drop it in again",
    )


def read(payload: bytes, declared: Iterable[str | None]) -> tuple[str, str] | None:
    """The text and Python's name of its charset; `declared` are the labels given for it, the most trusted first."""
    if mark := bom(payload):
        name = "utf-8-sig" if mark == "utf-8" else mark
        if (text := _strict(payload, name)) is not None:
            return text, name
    labels = tuple(declared)
    if sevens := _in_sevens(payload, labels):
        return sevens
    claims = [c for label in labels for c in codecs_of(label) if not c.startswith(WIDE)]
    if escaped := _escaped(payload, claims):
        return escaped
    if (twos := wide(payload)) and (text := _strict(payload, twos)) is not None:
        return text, twos
    text = _strict(payload, "utf-8")
    if text is None and strays(payload[:_LOOK]):  # a zero byte in a text is a stray control sign of it
        text = payload.decode("utf-8", "replace")
    if text is not None and not _by_chance(payload, claims):
        return text, "utf-8"
    exact = next((c for c in claims if c in _MULTIBYTE and _strict(payload, c) is not None), None)
    for claim in dict.fromkeys([exact, *claims] if exact else claims):
        if claim != "utf-8" and (found := _claimed(payload, claim)):
            return found
    return (text, "utf-8") if text is not None else _undeclared(payload, [c for c in claims if c != "utf-8"])


_SEVENS = frozenset(("utf-7", "utf7", "unicode-1-1-utf-7", "unicode-2-0-utf-7", "x-unicode-2-0-utf-7", "csutf7"))
_SHIFTED = re.compile(rb"\+[A-Za-z0-9+/]{2,}-?")


def _in_sevens(payload: bytes, labels: tuple[str | None, ...]) -> tuple[str, str] | None:
    """UTF-7 (RFC 2152), which is ASCII with letters in base64: only where it is declared, and all of it decodes."""
    if not any(label and label.strip().casefold() in _SEVENS for label in labels):
        return None
    if not payload.isascii() or not _SHIFTED.search(payload):
        return None
    text = _strict(payload, "utf-7")
    return (text, "utf-7") if text is not None else None


def _escaped(payload: bytes, claims: list[str]) -> tuple[str, str] | None:
    """ISO 2022, which switches alphabets by escape sequences and is otherwise ASCII."""
    if b"\x1b" not in payload or not _ESCAPES.search(payload[:_LOOK]):
        return None
    names = (*(c for c in claims if c.startswith("iso2022")), "iso2022_jp_2004", "iso2022_jp_ext", "iso2022_kr")
    return next(((t, name) for name in names if (t := _strict(payload, name)) is not None), None)


def _by_chance(payload: bytes, claims: list[str]) -> bool:
    """Whether valid UTF-8 may be an accident: two short runs of a double-byte charset that is declared, and no more."""
    if not claims or claims[0] not in _MULTIBYTE:
        return False
    runs = _HIGH.findall(payload, 0, _LOOK)
    return 0 < len(runs) < 3 and sum(map(len, runs)) < 12


def _claimed(payload: bytes, claim: str) -> tuple[str, str] | None:
    """The text in a declared charset, or in the code page that is meant by it; None when the bytes are neither."""
    if (other := code_pages.misdeclared(payload, claim)) and (text := _strict(payload, other)) is not None:
        return text, other
    sibling = SIBLINGS.get(claim)
    if sibling and re.search(rb"[\x80-\x9f]", payload) and (text := _strict(payload, sibling)) is not None:
        return text, sibling
    if claim == "iso8859-2" and code_pages.better(payload, claim, "cp1250") and (text := _strict(payload, "cp1250")):
        return text, "cp1250"
    if (text := _strict(payload, claim)) is not None:
        return text, claim
    if claim in _MULTIBYTE or claim.startswith("iso2022"):
        text = payload.decode(claim, "replace")
        return (text, claim) if text.count("\ufffd") <= FEW_BAD * len(text) else None
    text, gaps = _with_gaps(payload, claim)
    return (text, claim) if gaps <= FEW_BAD * max(1, sum(map(len, _HIGH.findall(payload)))) else None


def _with_gaps(payload: bytes, charset: str) -> tuple[str, int]:
    """The text of a code page with holes, as the web reads it: a byte without a letter is a control; and their number."""
    text = payload.decode(charset, "surrogateescape")
    gaps = sum("\udc80" <= c <= "\udcff" for c in text)
    return (re.sub("[\udc80-\udcff]", lambda m: chr(ord(m.group()) - 0xDC00), text) if gaps else text), gaps


def _undeclared(payload: bytes, claims: list[str]) -> tuple[str, str] | None:
    """Bytes that are neither UTF-8 nor what was declared: broken UTF-8, a Latin code page, another script's, or none."""
    if mostly_utf8(payload):
        return payload.decode("utf-8", "replace"), "utf-8"
    latin = code_pages.looks_latin(payload)
    name = code_pages.likeliest(payload, code_pages.LATIN) if latin else _normalizer(payload)
    if name is not None and (text := _strict(payload, name)) is not None:
        return text, name
    if claims and claims[0].startswith("cp125"):
        return _with_gaps(payload, claims[0])[0], claims[0]
    return None


def _strict(payload: bytes, charset: str) -> str | None:
    try:
        text = payload.decode(charset)
    except (UnicodeError, LookupError):
        return None
    if charset == "cp1258":  # tones are marks behind their letters there, and in one character with them elsewhere
        text = unicodedata.normalize("NFC", text)
    return text if text.count("\x00") == 0 else None


def _lines(text: str) -> str:
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    return text.removeprefix("\ufeff")


def _normalizer(payload: bytes) -> str | None:
    if japanese := next((c for c in ("cp932", "euc_jp") if code_pages.is_japanese(payload, c)), None):
        return japanese
    if code_pages.is_arabic(payload):
        return "iso8859_6"
    from charset_normalizer import from_bytes  # slow to import, and hardly a document needs it

    best = from_bytes(payload[:_LOOK], cp_isolation=list(CANDIDATES), threshold=0.4).best()
    name = str(best.encoding) if best is not None else None
    if name in code_pages.CYRILLIC:
        return code_pages.likeliest(payload, code_pages.CYRILLIC) or name
    return name or code_pages.likeliest(payload, code_pages.LATIN)


def mostly_utf8(payload: bytes) -> bool:
    """Meant as UTF-8: as many whole multi-byte characters as bad sequences; in other encodings they are hardly ever whole."""
    text = payload[:_LOOK].decode("utf-8", "replace")
    bad = text.count("\ufffd")
    good = sum(not c.isascii() for c in text) - bad
    return good >= bad and good > 0


_BAD = re.compile("[\udc80-\udcff]")
"""A byte that is no UTF-8, as `surrogateescape` shows it."""


def in_utf8(payload: bytes) -> tuple[str, float]:
    """UTF-8 with each bad byte read as Windows-1252, and the share of bytes beyond ASCII that were bad."""
    text = payload.decode("utf-8", "surrogateescape")
    bad = 0 if text.isascii() else len(_BAD.findall(text))
    if not bad:
        return text, 0.0
    high = sum(map(len, _HIGH.findall(payload)))
    return _BAD.sub(_as_1252, text), bad / high if high else 0.0


def _as_1252(bad: re.Match[str]) -> str:
    return bytes([ord(bad[0]) - 0xDC00]).decode("cp1252", "replace")


__all__ = ["MAX_BAD_SHARE", "Decoded", "codecs_of", "decode", "in_utf8", "mend", "mostly_utf8", "read", "whole"]
