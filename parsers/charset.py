"""Bytes to text: byte order mark, valid UTF-8, what was declared, then charset-normalizer; mojibake mended where certain.

The order follows what is least often wrong: a byte order mark or a long valid UTF-8 sequence is hardly ever chance,
while declarations are often copied from a template.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass
from functools import lru_cache

from parsers.errors import Rejected
from parsers.model import Reason, Repair
from parsers.sniff import bom, wide

CANDIDATES = (
    "cp1252", "cp1251", "cp1254", "cp1250", "cp1253", "cp1255", "cp1256", "cp1257", "koi8_r", "iso8859_9", "iso8859_2", "iso8859_5",
    "gb18030", "big5", "shift_jis", "euc_jp", "euc_kr", "cp866",
)  # fmt: skip
"""Encodings that news files of the last thirty years come in (https://encoding.spec.whatwg.org/#names-and-labels)."""

_LOOK = 65_536
_LETTERS = {
    "cp1252": frozenset("àâäçèéêëîïôöùûüñáíóúãõåæøßœÀÂÄÇÈÉÊËÎÏÔÖÙÛÜÑÁÍÓÚÃÕÅÆØŒ"),
    "cp1254": frozenset("çğıöşüâîÇĞİÖŞÜ"),
    "cp1250": frozenset("ąćęłńóśźżáčďéěíňřšťúůýžäôľĺŕöőüűĄĆĘŁŃÓŚŹŻÁČĎÉĚÍŇŘŠŤÚŮÝŽÄÔĽÖŐÜŰ"),
}
"""Letters beyond ASCII of the languages that each Latin encoding was made for (CLDR exemplar characters)."""

_PUNCTUATION = frozenset("–—‘’“”„…«»•€£§°№\u00a0©®™")
_HALVES = re.compile("[\ud800-\udfff]")
_SUSPECT = re.compile(
    "[\x80-\x9f\u00a0-\u00ff\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2013-\u203a\u20ac\u2122]{2,}|\ufffd"
)


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text with `\\n` line ends and no byte order mark, and the encoding it was read with."""

    text: str
    charset: str


def decode(payload: bytes, declared: str | None, document: str) -> Decoded:
    """Decode a document; raises Rejected(`undecodable`) when no encoding makes text of it."""
    for charset in _guesses(payload, declared):
        text = _strict(payload, charset)
        if text is not None:
            return Decoded(_lines(text), charset)
    if _mostly_utf8(payload):
        return Decoded(_lines(payload.decode("utf-8", "replace")), "utf-8")
    guessed = _normalizer(payload)
    text = _strict(payload, guessed) if guessed else None
    if guessed and text is not None:
        return Decoded(_lines(text), guessed)
    raise Rejected(
        f"no encoding makes text of {document}", Reason.UNDECODABLE, "convert it to UTF-8 and drop it in again"
    )


def whole(text: str) -> str:
    """The text with U+FFFD for every half of a surrogate pair: JSON escapes and file names hold such, UTF-8 cannot."""
    if text.isascii():
        return text
    try:
        text.encode("utf-8")  # quicker than looking for halves, which are hardly ever there
    except UnicodeEncodeError:
        return _HALVES.sub("\ufffd", text)
    return text


def mend(text: str) -> tuple[str, tuple[Repair, ...]]:
    """The text with certain mojibake mended (ftfy's rules), and one `charset` repair per mended run.

    A run is mended only when ftfy turns it into fewer characters and leaves no trace of mojibake. Characters that no
    encoding could give (U+FFFD) are recorded without a change.
    """
    if text.isascii() or not ("\ufffd" in text or b"??" in text.encode("ascii", "replace")):
        return text, ()  # mojibake is two foreign characters in a row
    repairs: list[Repair] = []
    out: list[str] = []
    at = shift = 0
    for found in _SUSPECT.finditer(text):
        before = found.group()
        after = before if before == "\ufffd" else _mended(before)
        if after == before and before != "\ufffd":
            continue
        rule = "undecodable_byte" if before == "\ufffd" else "mojibake"
        repairs.append(
            Repair(kind="charset", raw_start=found.start(), raw_end=found.end(), before=before, after=after, start_char=found.start() + shift, rule=rule)
        )  # fmt: skip
        out += (text[at : found.start()], after)
        at = found.end()
        shift += len(after) - len(before)
    return "".join([*out, text[at:]]), tuple(repairs)


@lru_cache(4096)
def _mended(run: str) -> str:
    import ftfy
    from ftfy.badness import is_bad

    if not is_bad(run):
        return run
    mended = ftfy.fix_encoding(run)
    return mended if len(mended) < len(run) and not is_bad(mended) else run


def _guesses(payload: bytes, declared: str | None) -> list[str]:
    """Encodings to try strictly, the likeliest first."""
    marked = bom(payload)
    if marked:
        return ["utf-8-sig" if marked == "utf-8" else marked]
    twos = wide(payload)
    guesses = [twos] if twos else []
    guesses.append("utf-8")
    if declared and (known := _known(declared)) and known not in guesses:
        guesses.append(known)
    return guesses


def _known(name: str) -> str | None:
    """Python's name of a declared encoding. Browsers read Latin-1 as Windows-1252, and so do we."""
    try:
        known = codecs.lookup(name.strip().strip("'\"")).name
    except (LookupError, ValueError):  # no such encoding; no such name
        return None
    return {"iso8859-1": "cp1252", "ascii": "cp1252", "gb2312": "gb18030", "gbk": "gb18030", "iso8859-9": "cp1254"}.get(
        known, known
    )


def _strict(payload: bytes, charset: str) -> str | None:
    try:
        text = payload.decode(charset)
    except (UnicodeError, LookupError):
        return None
    return text if text.count("\x00") == 0 else None


def _lines(text: str) -> str:
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    return text.removeprefix("\ufeff")


def _normalizer(payload: bytes) -> str | None:
    from charset_normalizer import from_bytes

    best = from_bytes(payload[:_LOOK], cp_isolation=list(CANDIDATES), threshold=0.4).best()
    if best is None:
        return None
    encoding = str(best.encoding).replace("iso8859_9", "cp1254").replace("iso8859_2", "cp1250")
    return _latin(payload) if encoding in _LETTERS else str(best.encoding)


def _latin(payload: bytes) -> str:
    """Among the Latin encodings, which differ in a few letters: the one that gives only letters of its languages."""

    def fit(charset: str) -> float:
        read = [c for c in payload[:_LOOK].decode(charset, "replace") if not c.isascii() and c not in _PUNCTUATION]
        return sum(c in _LETTERS[charset] for c in read) / max(1, len(read))

    return max(_LETTERS, key=fit)  # the first of equals: Windows-1252, then Turkish


def _mostly_utf8(payload: bytes) -> bool:
    """Meant as UTF-8: as many whole multi-byte characters as bad sequences; in other encodings they are hardly ever whole."""
    text = payload[:_LOOK].decode("utf-8", "replace")
    bad = text.count("\ufffd")
    whole = sum(not c.isascii() for c in text) - bad
    return whole >= bad and whole > 0
