"""Characters that came out wrong: mojibake mended where certain, halves of surrogate pairs made whole, each edit on record."""

from __future__ import annotations

import re
from functools import lru_cache

from parsers.model import Repair

_HALVES = re.compile("[\ud800-\udfff]")
_SUSPECT = re.compile(
    "[\x80-\x9f\u00a0-\u00ff\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2013-\u203a\u20ac\u2122]{2,}|\ufffd"
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
