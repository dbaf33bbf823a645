"""Figures compared: how often two texts print the same figure in the same place, and how often another.

Many pairs at once, column by column; what counts as the same place is told in `figures`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from parsers.syndication.figures import NO_FIGURES, Rows
from parsers.syndication.sharing import Ints, among

_APART = np.uint64(0x9E3779B97F4A7C15)
_OF_VALUE = np.uint64(0xC2B2AE3D27D4EB4F)
_TENS = np.array([10**n for n in range(19)], dtype=np.uint64)

SERIAL = np.uint64(10**10)
"""Values from ten digits on (they have a leading 1) are numbers of documents, which differ from copy to copy."""


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

    @classmethod
    def none(cls, pairs: int) -> Tallies:
        """Of so many pairs whose figures are not compared in their places."""
        return cls(agreements=np.zeros(pairs, dtype=np.int64), conflicts=np.zeros(pairs, dtype=np.int64))

    def and_(self, other: Tallies) -> Tallies:
        """Those of these pairs and of others."""
        return Tallies(
            agreements=np.concatenate((self.agreements, other.agreements)),
            conflicts=np.concatenate((self.conflicts, other.conflicts)),
        )

    @property
    def share(self) -> npt.NDArray[np.float64]:
        """Conflicts among all comparable figures, in [0, 1]."""
        return np.asarray(self.conflicts / np.maximum(1, self.conflicts + self.agreements), dtype=np.float64)


def figures(numbers: Ints, parts: Sequence[Rows]) -> Figures:
    """The figures of texts (sorted by number), serial numbers left out.

    Those in boilerplate are among them: what counts as boilerplate depends on which other texts there are, and two texts are
    judged by themselves.
    """
    rows = np.concatenate([NO_FIGURES, *parts])
    plain = rows[:, 2] < SERIAL
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
    comparable = (found[0][0] > 0) | (found[1][0] > 0)
    agree = np.logical_or.reduce([_same(value, other) | again for other, again in found])
    return Tallies(
        agreements=np.bincount(pair[comparable & agree], minlength=len(one)),
        conflicts=np.bincount(pair[comparable & ~agree], minlength=len(one)),
    )


def _value(held: Figures, column: int, row: Ints, text: Ints) -> tuple[Rows, npt.NDArray[np.bool_]]:
    """The figure that a text prints in the context of a row of another, 0 where it has none; and whether it prints the very
    figure of the row there. Of equal contexts the last counts: a table has one line for the quarter and one like it for the year.
    """
    if not len(held.rows):
        return np.zeros(len(row), dtype=np.uint64), np.zeros(len(row), dtype=np.bool_)
    owner = np.repeat(np.arange(len(held.numbers)), np.diff(held.edges))
    keys = held.rows[:, column] ^ (owner.astype(np.uint64) * _APART)
    order = np.argsort(keys, kind="stable")
    keys, values = keys[order], held.rows[order, 2]
    exact = np.sort(keys ^ (values * _OF_VALUE))
    wanted = held.rows[row, column] ^ (text.astype(np.uint64) * _APART)
    place = np.searchsorted(keys, wanted, side="right") - 1
    last = np.where((place >= 0) & (keys[place] == wanted), values[place], np.uint64(0))
    return last, among(wanted ^ (held.rows[row, 2] * _OF_VALUE), exact)


def _same(value: Rows, other: Rows) -> npt.NDArray[np.bool_]:
    """Whether the values are equal, or one is the other rounded by cutting digits (1.95 and 1.9, but not 1 and 19).

    Values have a leading 1, so a single digit has two places.
    """
    low, high = np.minimum(value, other), np.maximum(value, other)
    places = np.searchsorted(_TENS, low, side="right"), np.searchsorted(_TENS, high, side="right")
    cut = high // _TENS[places[1] - places[0]]
    return np.asarray((value == other) | ((places[0] > 2) & (cut == low)), dtype=np.bool_)
