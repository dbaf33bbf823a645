"""A text as its letters and digits alone: no spaces, no punctuation, no case, no accents.

Copies of one text differ in wraps run together, quotation marks, dashes and line ends; none of these is left here.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache

import numpy as np
import numpy.typing as npt

from parsers.foreign import beyond_ascii

Codes = npt.NDArray[np.uint8] | npt.NDArray[np.uint32]
"""Letters as code points: a byte each where all of them are ASCII."""
Offsets = npt.NDArray[np.int64]

_FOLDED = bytes(ord(chr(c).lower()) if c < 128 and chr(c).isalnum() else 0 for c in range(256))
_DROPPED = b"\0"


def letters(text: str) -> tuple[Codes, Offsets]:
    """The folded letters and digits of a text as code points, and the offset in `text` each of them comes from.

    Folding is NFKD and casefold, character by character, so one character may give several (`ß` gives `ss`) or none.
    """
    plain = text.encode("ascii", "replace").translate(_FOLDED)  # a byte for each character
    if text.isascii():
        return _present(np.frombuffer(plain, dtype=np.uint8))
    codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
    foreign = (codes >= 128).nonzero()[0]
    folds = [_fold(code) for code in codes[foreign].tolist()]
    ascii_only = all(map(str.isascii, folds))
    folded: Codes = np.frombuffer(bytearray(plain), dtype=np.uint8)
    folded = folded if ascii_only else folded.astype(np.uint32)
    if max(map(len, folds)) > 1:
        return _expanded(folded, foreign, folds)
    folded[foreign] = [ord(f) if f else 0 for f in folds]
    return _present(folded)


def codes_of(text: str) -> Codes:
    """The same letters without their offsets, which costs less where nothing but ASCII and typography is in a text."""
    plain = text.encode("ascii", "replace")
    if text.isascii() or not any(_fold(ord(c)) for c in set(beyond_ascii(text))):
        return np.frombuffer(plain.translate(_FOLDED).translate(None, _DROPPED), dtype=np.uint8)
    return letters(text)[0]


def _present(folded: Codes) -> tuple[Codes, Offsets]:
    at = folded.nonzero()[0]
    return folded[at], at


def _expanded(folded: Codes, foreign: Offsets, folds: list[str]) -> tuple[Codes, Offsets]:
    """The same where some character folds into more than one letter."""
    counts = (folded > 0).astype(np.int64)
    counts[foreign] = [len(f) for f in folds]
    at = np.repeat(np.arange(len(folded)), counts)
    out = folded[at]
    out[np.isin(at, foreign)] = np.frombuffer("".join(folds).encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
    return out, at


@lru_cache(maxsize=65536)
def _fold(code: int) -> str:
    return "".join(c for c in unicodedata.normalize("NFKD", chr(code)).casefold() if c.isalnum())


def is_digit(codes: Codes) -> npt.NDArray[np.bool_]:
    """Which of the letters are ASCII digits: nothing that `letters` gives comes before them."""
    return codes < 58


def as_bytes(codes: Codes) -> bytes:
    """Letters as UTF-32, little-endian: what checksums are made of."""
    return codes.astype("<u4").tobytes()
