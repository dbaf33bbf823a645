"""Figures in context: what tells two notices that share a template from two copies of one notice.

A figure is a run of digits in the letters of a text. Its context is the nine letters before and the nine after it,
other digits left out. Two texts agree on a figure when the same context holds the same digits, and conflict when it
holds others. A copy conflicts seldom, the next day's exchange rates nearly everywhere.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from parsers.syndication.letters import Codes, is_digit
from parsers.syndication.shingles import scramble

CONTEXT = 9
DIGITS = 15
"""Digits of a figure that count; longer runs are serial numbers."""

Rows = npt.NDArray[np.uint64]
"""Figures in context, a row each (see `parsers.model.Fingerprint`): left, right, value."""
WIDTH = 3
NO_FIGURES: Rows = np.empty((0, WIDTH), dtype=np.uint64)

_WEIGHTS = np.zeros((2 * CONTEXT, 2), dtype=np.uint64)
_WEIGHTS[:CONTEXT, 0] = _WEIGHTS[CONTEXT:, 1] = [pow(0x9E3779B97F4A7C15, k, 2**64) for k in range(1, CONTEXT + 1)]
_BOTH_SIDES = np.arange(2 * CONTEXT)
_MARGIN = np.zeros(CONTEXT, dtype=np.uint8)
_ZERO = np.array([0])


def figures(codes: Codes) -> Rows:
    """The figures of a text, given its letters."""
    digit = is_digit(codes)
    where = digit.nonzero()[0]
    if not len(where):
        return NO_FIGURES
    apart = (where[1:] - where[:-1] > 1).nonzero()[0]
    first = np.concatenate((_ZERO, apart + 1))
    starts = where[first]
    words = np.concatenate((_MARGIN, codes[~digit], _MARGIN))
    contexts = words[(starts - first)[:, None] + _BOTH_SIDES].astype(np.uint64)
    rows = np.empty((len(first), WIDTH), dtype=np.uint64)
    rows[:, :2] = scramble(contexts @ _WEIGHTS)
    rows[:, 2] = _values(codes[where].astype(np.uint8), first.tolist())
    return rows


def _values(digits: Codes, firsts: list[int]) -> list[int]:
    """Figures as numbers with a leading 1, so that `07` and `7` differ and a prefix can be recognised."""
    text = digits.tobytes().decode("latin-1")
    return [int("1" + text[a:b][:DIGITS]) for a, b in zip(firsts, [*firsts[1:], len(text)], strict=True)]
