"""Figures in context: what tells two notices that share a template from two copies of one notice.

A figure is a run of digits in the letters of a text. Its context is the nine letters before and the nine after it,
other digits left out. Two texts agree on a figure when the same context holds the same digits, and conflict when it
holds others. A copy conflicts seldom, the next day's exchange rates nearly everywhere.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from parsers.syndication.letters import Codes, Offsets, is_digit
from parsers.syndication.shingles import SHINGLE, Hashes, scramble

CONTEXT = 9
NEAR = 40
"""How far from a figure, in letters, a digit-free sampled shingle still tells whether it is in boilerplate."""
DIGITS = 15
"""Digits of a figure that count; longer runs are serial numbers."""

Rows = npt.NDArray[np.uint64]
"""Figures in context, a row each (see `parsers.model.Fingerprint`): left, right, value, before, after."""
WIDTH = 5
NO_FIGURES: Rows = np.empty((0, WIDTH), dtype=np.uint64)

_WEIGHTS = np.zeros((2 * CONTEXT, 2), dtype=np.uint64)
_WEIGHTS[:CONTEXT, 0] = _WEIGHTS[CONTEXT:, 1] = [pow(0x9E3779B97F4A7C15, k, 2**64) for k in range(1, CONTEXT + 1)]
_BOTH_SIDES = np.arange(2 * CONTEXT)
_MARGIN = np.zeros(CONTEXT, dtype=np.uint8)
_SIDES = np.array([1, 0])
"""Of what begins at the edge before a figure the last counts, of what begins after it the first."""
_ZERO, _LAST = np.array([0]), np.array([-1])


def figures(codes: Codes, at: Offsets, kept: Hashes) -> Rows:
    """The figures of a text, given its letters and its sampled shingles (`at` their positions, `kept` their hashes)."""
    digit = is_digit(codes)
    where = digit.nonzero()[0]
    if not len(where):
        return NO_FIGURES
    apart = (where[1:] - where[:-1] > 1).nonzero()[0]
    first = np.concatenate((_ZERO, apart + 1))
    last = np.concatenate((apart, _LAST))
    starts, ends = where[first], where[last] + 1
    words = np.concatenate((_MARGIN, codes[~digit], _MARGIN))
    contexts = words[(starts - first)[:, None] + _BOTH_SIDES].astype(np.uint64)
    rows = np.empty((len(first), WIDTH), dtype=np.uint64)
    rows[:, :2] = scramble(contexts @ _WEIGHTS)
    rows[:, 2] = _values(codes[where].astype(np.uint8), first.tolist())
    rows[:, 3:] = _neighbours(starts, ends, at, kept, where).reshape(2, -1).T
    return rows


def _values(digits: Codes, firsts: list[int]) -> list[int]:
    """Figures as numbers with a leading 1, so that `07` and `7` differ and a prefix can be recognised."""
    text = digits.tobytes().decode("latin-1")
    return [int("1" + text[a:b][:DIGITS]) for a, b in zip(firsts, [*firsts[1:], len(text)], strict=True)]


def _neighbours(starts: Offsets, ends: Offsets, at: Offsets, kept: Hashes, digits: Offsets) -> Hashes:
    """The nearest sampled shingle without digits before each figure, then that after each; 0 where none is near.

    `digits` are the positions of all digits.
    """
    behind = np.concatenate((digits, at[-1:] + SHINGLE))[digits.searchsorted(at)]
    clean = behind >= at + SHINGLE
    at, kept = at[clean], kept[clean]
    if not len(at):
        return np.zeros(2 * len(starts), dtype=np.uint64)
    n = len(starts)
    edges = np.concatenate((starts - SHINGLE, ends))
    place = at.searchsorted(edges + _SIDES.repeat(n))
    place[:n] -= 1  # -1 stands for the last, which is not near then
    place = np.minimum(place, len(at) - 1)
    distance = edges - at[place]
    distance[n:] *= -1
    near: Hashes = kept[place]
    near[(distance < 0) | (distance > NEAR)] = 0
    return near
