"""Was this document wrapped, and at which column? Asked of the joints that words alone make certain."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from parsers.repair.lines import Reading, Wrap, read
from parsers.repair.paragraph import CERTAIN, Paragraph, Place

NARROWEST, WIDEST = 40, 100
LEAST_BREAKS, LEAST_SCORE, MOST_GAPS = 3, 6.0, 0.25
NEARLY, MOST_CANDIDATES = 1.5, 6
COMMON_WIDTHS = (60, 64, 65, 68, 70, 72, 75, 76, 78, 80, 85, 90, 100)
"""Where people and programs wrap; an HTML writer told so keeps lines one column shorter. Settles ties only."""
TIDY_WIDTH = 67
"""HTML Tidy's own default: lines of at most 67 columns."""


def find(paragraphs: Sequence[Paragraph], outlet: str | None, gaps: bool) -> tuple[Wrap, tuple[Reading, ...]] | None:
    """The wrap of a document and the line breaks of each paragraph, or None when it was not wrapped."""
    certain = [[p for p in paragraph.strong if p.score >= CERTAIN] for paragraph in paragraphs]
    votes = _votes(certain)
    if max(votes) < 2:
        return None
    best: tuple[float, Wrap, tuple[Reading, ...]] | None = None
    for width in _candidates(votes):
        before = _before(certain, width)
        wrap = Wrap(width, before, 4 if before == 3 else 0, outlet, gaps)
        readings = tuple(read(p, wrap) for p in paragraphs)
        total = sum(r.score for r in readings)
        if best is None or total > best[0] + 1e-9:
            best = total, wrap, readings
    assert best is not None
    return (best[1], best[2]) if _credible(best[0], best[2]) else None


def _votes(certain: Sequence[Sequence[Place]]) -> list[float]:
    """For each width from 0 to WIDEST, how many neighbouring certain joints lie one such line apart."""
    votes = [0.0] * (WIDEST + 2)
    for places in certain:
        for left, right in pairwise(places):
            _vote(votes, right.at - left.at, right.end - left.at, 1.0)
        if places:
            _vote(votes, places[0].at, places[0].end + 3, 0.5)
    return votes


def _vote(votes: list[float], low: int, high: int, weight: float) -> None:
    for width in range(max(low, NARROWEST), min(high, WIDEST) + 1):
        votes[width] += weight


def _candidates(votes: Sequence[float]) -> list[int]:
    """The widths with the most votes, the likelier ones first; never more than MOST_CANDIDATES."""
    top = max(votes)
    near = [w for w, v in enumerate(votes) if v >= top - NEARLY and w >= NARROWEST]
    best = sorted(near, key=lambda w: -votes[w])[:MOST_CANDIDATES]
    return sorted(best, key=lambda w: (w != TIDY_WIDTH, w + 1 not in COMMON_WIDTHS, w not in COMMON_WIDTHS, -w))


def _before(certain: Sequence[Sequence[Place]], width: int) -> int:
    """The columns of tags before each paragraph's first word: `<p>` (3) or nothing."""
    fits = [sum(1 for p in certain if p and p[0].at + n <= width <= p[0].end + n) for n in (3, 0)]
    return 3 if fits[0] >= fits[1] else 0


def _credible(total: float, readings: Sequence[Reading]) -> bool:
    breaks = [b for r in readings for b in r.breaks]
    on_letters = sum(
        1 for b in breaks if b.fit in ("exact", "hidden") and b.place is not None and b.place.kind == "word"
    )
    exact = sum(1 for b in breaks if b.fit == "exact")
    gaps = sum(1 for b in breaks if b.fit == "gap")
    stray = sum(1 for b in breaks if b.fit == "reset")
    return (
        total > LEAST_SCORE
        and on_letters >= LEAST_BREAKS
        and gaps <= MOST_GAPS * len(breaks)
        and exact >= max(LEAST_BREAKS, stray)
    )
