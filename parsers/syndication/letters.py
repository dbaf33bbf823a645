"""A text as its letters and digits alone: no spaces, no punctuation, no case, no accents.

Copies of one text differ in wraps run together, quotation marks, dashes and line ends; none of these is left here.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache

import numpy as np
import numpy.typing as npt

Codes = npt.NDArray[np.uint32]
Offsets = npt.NDArray[np.int64]

_ASCII = np.array([ord(chr(c).lower()) if chr(c).isalnum() else 0 for c in range(128)], dtype=np.uint32)


def letters(text: str) -> tuple[Codes, Offsets]:
    """The folded letters and digits of a text as code points, and the offset in `text` each of them comes from.

    Folding is NFKD and casefold, character by character, so one character may give several (`ß` gives `ss`) or none.
    """
    codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
    if text.isascii():
        folded = _ASCII[codes]
        at = np.flatnonzero(folded)
        return folded[at], at
    foreign = np.flatnonzero(codes >= 128)
    folds = [_fold(code) for code in codes[foreign].tolist()]
    folded = _ASCII[np.minimum(codes, 127)]
    if max(map(len, folds)) <= 1:
        folded[foreign] = [ord(f) if f else 0 for f in folds]
        at = np.flatnonzero(folded)
        return folded[at], at
    return _expanded(folded, foreign, folds)


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
    """Which of the letters are ASCII digits."""
    return (codes >= 48) & (codes < 58)
