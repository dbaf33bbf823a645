"""Figures in context: what tells two notices that share a template from two copies of one notice.

A figure is a run of digits in the letters of a text. Its context is the nine letters before and the nine after it,
other digits left out. Two texts agree on a figure when the same context holds the same digits, and conflict when it
holds others. A copy conflicts seldom, the next day's exchange rates nearly everywhere.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from parsers.model import NumberContext
from parsers.syndication.letters import Codes, is_digit
from parsers.syndication.shingles import SHINGLE, Hashes, scramble

CONTEXT = 9
NEAR = 40
"""How far from a figure, in letters, a digit-free sampled shingle still tells whether it stands in boilerplate."""
DIGITS = 15
"""Digits of a figure that count; longer runs are serial numbers."""

_WEIGHT = np.array([pow(0x9E3779B97F4A7C15, k, 2**64) for k in range(1, CONTEXT + 1)], dtype=np.uint64)


def figures(codes: Codes, at: npt.NDArray[np.int64], kept: Hashes) -> tuple[NumberContext, ...]:
    """The figures of a text, given its letters and its sampled shingles (`at` their positions, `kept` their hashes)."""
    digit = is_digit(codes)
    bounded = np.zeros(len(digit) + 2, dtype=np.int8)
    bounded[1:-1] = digit
    edges = np.flatnonzero(bounded[1:] != bounded[:-1])
    starts, ends = edges[::2], edges[1::2]
    if not len(starts):
        return ()
    seen = np.concatenate(([0], np.cumsum(digit)))
    words = np.concatenate((np.zeros(CONTEXT, np.uint32), codes[~digit], np.zeros(CONTEXT, np.uint32))).astype(
        np.uint64
    )
    place = (starts - seen[starts])[:, None] + np.arange(CONTEXT)
    left, right = ((words[place + shift] * _WEIGHT).sum(axis=1, dtype=np.uint64) for shift in (0, CONTEXT))
    before, after = _neighbours(starts, ends, at, kept, seen)
    values = _values(codes[digit], seen[starts].tolist(), seen[ends].tolist())
    rows = zip(scramble(left).tolist(), scramble(right).tolist(), values, before, after, strict=True)
    return tuple(NumberContext(left=le, right=ri, value=v, before=b, after=a) for le, ri, v, b, a in rows)


def _values(digits: Codes, firsts: list[int], lasts: list[int]) -> list[int]:
    """Figures as numbers with a leading 1, so that `07` and `7` differ and a prefix can be recognised."""
    text = digits.astype(np.uint8).tobytes().decode()
    return [int("1" + text[a : min(b, a + DIGITS)]) for a, b in zip(firsts, lasts, strict=True)]


def _neighbours(
    starts: npt.NDArray[np.int64],
    ends: npt.NDArray[np.int64],
    at: npt.NDArray[np.int64],
    kept: Hashes,
    seen: npt.NDArray[np.int64],
) -> tuple[list[int], list[int]]:
    """The nearest sampled shingle without digits before and after each figure; 0 where none is near."""
    clean = seen[at + SHINGLE] == seen[at]
    at, kept = at[clean], kept[clean]
    if not len(at):
        return [0] * len(starts), [0] * len(starts)
    last = np.searchsorted(at + SHINGLE, starts, side="right") - 1
    first = np.searchsorted(at, ends)
    before = np.where((last >= 0) & (starts - at[last] - SHINGLE <= NEAR), kept[last], 0)
    inside = np.minimum(first, len(at) - 1)
    after = np.where((first < len(at)) & (at[inside] - ends <= NEAR), kept[inside], 0)
    return before.tolist(), after.tolist()
