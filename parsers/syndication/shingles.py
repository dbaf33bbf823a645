"""Hashes of all stretches of sixteen letters, and the fixed share of them that means a text.

The sample is FracMinHash (Irber et al. 2022, doi:10.1101/2022.01.11.475838): a hash is kept when it falls below a
bound. Unlike MinHash it gives the *containment* of texts of unequal length, by counting equal hashes.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from parsers.syndication.letters import Codes

Hashes = npt.NDArray[np.uint64]

SHINGLE = 16
SHARE = 8
"""One shingle in this many is kept."""

_BOUND = np.uint64(2**64 // SHARE)
# Odd multipliers with well spread bits: the golden ratio, xxHash's primes (public domain), splitmix64's finaliser.
_STEP = tuple(np.uint64(x) for x in (0xC2B2AE3D27D4EB4F, 0x165667B19E3779F9, 0xD6E8FEB86659FD93, 0x27D4EB2F165667C5))
_SEED, _MIX1, _MIX2 = (np.uint64(x) for x in (0x9E3779B97F4A7C15, 0xBF58476D1CE4E5B9, 0x94D049BB133111EB))
_S27, _S29, _S31, _S32 = (np.uint64(x) for x in (27, 29, 31, 32))


def _mixed(hashes: Hashes, step: np.uint64, width: int) -> Hashes:
    """Hashes of stretches twice as wide, each from two halves that stand `width` apart."""
    spread = hashes >> _S29
    spread ^= hashes
    wider = spread[:-width] * step
    wider += spread[width:]
    return wider


def _of_letters(codes: Codes) -> Hashes:
    return (codes.astype(np.uint64) + np.uint64(1)) * _SEED


_ASCII = np.arange(128, dtype=np.uint8)
_PAIRS = _mixed(_of_letters(np.stack((np.repeat(_ASCII, 128), np.tile(_ASCII, 128)), axis=1).reshape(-1)), _STEP[0], 1)[
    ::2
].copy()
"""The hash of every two ASCII letters, at 128 times the first and the second."""


def shingle_hashes(codes: Codes) -> Hashes:
    """One 64-bit hash for each stretch of 16 letters, in text order; empty for shorter texts.

    Stretches of 2, 4, 8 and 16 are made from two halves, so the cost is four passes whatever the length; the first is
    looked up where all letters are ASCII.
    """
    if len(codes) < SHINGLE:
        return np.empty(0, dtype=np.uint64)
    if codes.dtype == np.uint8:
        index = codes[:-1].astype(np.intp)
        index <<= 7
        index |= codes[1:]
        hashes = _PAIRS.take(index)
    else:
        hashes = _mixed(_of_letters(codes), _STEP[0], 1)
    for step, width in zip(_STEP[1:], (2, 4, 8), strict=True):
        hashes = _mixed(hashes, step, width)
    return scramble(hashes)


def scramble(hashes: Hashes) -> Hashes:
    """The finaliser of splitmix64: every bit of the result depends on every bit of the input."""
    mixed = hashes >> _S31
    mixed ^= hashes
    mixed *= _MIX1
    mixed ^= mixed >> _S27
    mixed *= _MIX2
    mixed ^= mixed >> _S32
    return mixed


def sampled(hashes: Hashes) -> npt.NDArray[np.int64]:
    """The positions of the hashes that are kept."""
    return (hashes < _BOUND).nonzero()[0]
