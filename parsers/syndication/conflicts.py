"""Figures compared: how often two texts print the same figure in the same place, and how often another.

Many pairs at once, column by column; what counts as the same place is told in `figures`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from parsers.syndication.figures import NO_FIGURES, Rows
from parsers.syndication.sharing import Ints, Stored, among, stored

_APART = np.uint64(0x9E3779B97F4A7C15)
_TENS = np.array([10**n for n in range(19)], dtype=np.uint64)


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """The figures of several texts: `numbers` of the texts, sorted, where the rows of each begin and end, and the rows."""

    numbers: Ints
    edges: Ints
    rows: Rows

    def at(self, numbers: Ints) -> Ints:
        """The positions of texts that are all there."""
        return np.searchsorted(self.numbers, numbers)


@dataclass(frozen=True, slots=True, kw_only=True)
class Tallies:
    """For each pair of texts how often they print the same figure in the same place, and how often another."""

    agreements: Ints
    conflicts: Ints

    def where(self, mask: npt.NDArray[np.bool_]) -> Tallies:
        """The pairs that a mask selects."""
        return Tallies(agreements=self.agreements[mask], conflicts=self.conflicts[mask])

    @property
    def share(self) -> npt.NDArray[np.float64]:
        """Conflicts among all comparable figures, in [0, 1]."""
        return np.asarray(self.conflicts / np.maximum(1, self.conflicts + self.agreements), dtype=np.float64)


def figures(numbers: Ints, parts: Sequence[Rows], stops: Stored) -> Figures:
    """The figures of texts (sorted by number), without those that are in boilerplate; `stops` is sorted."""
    rows = np.concatenate([NO_FIGURES, *parts])
    near = rows[:, 3:]
    plain = ~(among(stored(near), stops) & (near > 0)).any(axis=1)
    ends = np.cumsum(np.array([len(p) for p in parts], dtype=np.int64))
    left = np.concatenate(([0], np.cumsum(plain)))
    return Figures(numbers=numbers, edges=left[np.concatenate(([0], ends)).astype(np.int64)], rows=rows[plain])


def tallies(held: Figures, one: Ints, other: Ints) -> Tallies:
    """Compare the figures of pairs of texts, by number, where the letters before or after them are the same."""
    some, others = held.at(one), held.at(other)
    counts = held.edges[some + 1] - held.edges[some]
    pair = np.repeat(np.arange(len(one)), counts)
    row = np.arange(len(pair)) - np.repeat(np.cumsum(counts) - counts - held.edges[some], counts)
    value = held.rows[row, 2]
    found = [_value(held, column, row, others[pair]) for column in (0, 1)]
    comparable = (found[0] > 0) | (found[1] > 0)
    agree = _same(value, found[0]) | _same(value, found[1])
    return Tallies(
        agreements=np.bincount(pair[comparable & agree], minlength=len(one)),
        conflicts=np.bincount(pair[comparable & ~agree], minlength=len(one)),
    )


def _value(held: Figures, column: int, row: Ints, text: Ints) -> Rows:
    """The figure that a text prints in the context of a row of another; 0 where it has none. Of equal contexts the last counts."""
    if not len(held.rows):
        return np.zeros(len(row), dtype=np.uint64)
    owner = np.repeat(np.arange(len(held.numbers)), np.diff(held.edges))
    keys = held.rows[:, column] ^ (owner.astype(np.uint64) * _APART)
    order = np.argsort(keys, kind="stable")
    keys, values = keys[order], held.rows[order, 2]
    wanted = held.rows[row, column] ^ (text.astype(np.uint64) * _APART)
    place = np.searchsorted(keys, wanted, side="right") - 1
    return np.where((place >= 0) & (keys[place] == wanted), values[place], np.uint64(0))


def _same(value: Rows, other: Rows) -> npt.NDArray[np.bool_]:
    """Whether the values are equal, or one is the other rounded by cutting digits (1.95 and 1.9, but not 1 and 19).

    Values have a leading 1, so a single digit has two places.
    """
    low, high = np.minimum(value, other), np.maximum(value, other)
    places = np.searchsorted(_TENS, low, side="right"), np.searchsorted(_TENS, high, side="right")
    cut = high // _TENS[places[1] - places[0]]
    return np.asarray((value == other) | ((places[0] > 2) & (cut == low)), dtype=np.bool_)
