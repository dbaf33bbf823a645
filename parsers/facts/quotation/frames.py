"""The sentences of a body as its quotations see them: a full stop inside quotation marks ends nothing."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right

from parsers.facts.quotation.marks import Quoted
from parsers.facts.reading import Reading

_NEW_LINE = re.compile(r"\n(?=[“\"«•―])")


_ENDED = re.compile(r"[a-z][.!?](?:''|[”\"])?\s+\Z")
"""The end of a sentence before ``: sentences are not parted there."""


class Frames:
    """The frames of a body, found once."""

    def __init__(self, reading: Reading, quotes: tuple[Quoted, ...]) -> None:
        self._body = reading.body
        self._passages = reading.passages
        self._ends = [p.end_char for p in reading.passages]
        starts = [q.start for q in quotes]
        lines = (m.end() for m in _NEW_LINE.finditer(reading.body))
        self._bounds = sorted(
            end for end in (*(s.end for s in reading.sentences), *lines) if not _inside(quotes, starts, end)
        )

    def around(self, quote: Quoted) -> tuple[int, int]:
        """The frame of a quotation, within its passage."""
        passage = self._passages[quote.passage]
        at = bisect_right(self._bounds, quote.start)
        low = self._bounds[at - 1] if at else 0
        if self._body.startswith("``", quote.start) and _ENDED.search(
            self._body, max(low, quote.start - 6), quote.start
        ):
            low = quote.start
        after = bisect_left(self._bounds, quote.end)
        if after < len(self._bounds) and self._bounds[after] == quote.end:
            after += 1
        high = self._bounds[after] if after < len(self._bounds) else self._ends[-1]
        return max(low, passage.start_char), max(min(high, self._ends[bisect_left(self._ends, quote.end)]), quote.end)


def _inside(quotes: tuple[Quoted, ...], starts: list[int], offset: int) -> bool:
    at = bisect_right(starts, offset - 1) - 1
    return at >= 0 and offset < quotes[at].end
