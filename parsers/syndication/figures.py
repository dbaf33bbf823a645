"""Figures in context: what tells two notices that share a template from two copies of one notice.

A figure is a run of digits in the letters of a text. Its context is the nine letters before and the nine after it,
other digits left out. Two texts agree on a figure when the same context holds the same digits, and conflict when it
holds others. A copy conflicts seldom, the next day's exchange rates nearly everywhere.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

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


@dataclass(frozen=True, slots=True)
class Tally:
    """How often two texts print the same figure in the same place, and how often another."""

    agreements: int
    conflicts: int

    @property
    def share(self) -> float:
        """Conflicts among all comparable figures, in [0, 1]."""
        return self.conflicts / max(1, self.conflicts + self.agreements)


@dataclass(frozen=True, slots=True)
class Lookup:
    """The figures of a text ready to be compared: rows of (left, right, value), and the values by either context."""

    rows: tuple[tuple[int, int, int], ...]
    by_left: Mapping[int, int]
    by_right: Mapping[int, int]

    @classmethod
    def of(cls, rows: Iterable[tuple[int, int, int]]) -> Lookup:
        """From rows of (left, right, value). Of equal contexts the last counts."""
        held = tuple(rows)
        return cls(held, {r[0]: r[2] for r in held}, {r[1]: r[2] for r in held})


def lookup(numbers: Iterable[NumberContext]) -> Lookup:
    """The figures of a fingerprint ready to be compared."""
    return Lookup.of((n.left, n.right, n.value) for n in numbers)


def compare(some: Lookup, others: Lookup) -> Tally:
    """Compare the figures of two texts where the letters before or after them are the same."""
    agreements = conflicts = 0
    for left, right, value in some.rows:
        one, other = others.by_left.get(left), others.by_right.get(right)
        if one is None and other is None:
            continue
        if value in (one, other) or _rounded(value, one) or _rounded(value, other):
            agreements += 1
        else:
            conflicts += 1
    return Tally(agreements, conflicts)


def _rounded(value: int, other: int | None) -> bool:
    """Whether one value is the other rounded by cutting digits (1.95 and 1.9, but not 1 and 19)."""
    if other is None:
        return False
    short, long = sorted((str(value), str(other)), key=len)
    return len(short) > 2 and long.startswith(short)
