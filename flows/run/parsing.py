"""The parsers at work in a worker process: documents in, the rows that are filed of each out."""

from __future__ import annotations

import time
from collections.abc import Sequence

from flows.run.batch import Batch, Result
from parsers.known import Desk
from parsers.model import Parsed, RawDocument
from parsers.pipeline import groups, parse_together
from warehouse.filing.rows import filing


def parse_batch(documents: Sequence[RawDocument], desk: Desk) -> Batch:
    """Parse documents, a group at a time, and make the rows that are filed of each; timing the stages."""
    watch = _Watch()
    results: list[Result] = []
    for group in groups(documents):
        parsed = parse_together(group, desk, watch.lap)
        results += [filing(result) if isinstance(result, Parsed) else result for result in parsed]
        watch.lap("rows")
    return Batch(tuple(results), tuple(watch.seconds.items()))


class _Watch:
    def __init__(self) -> None:
        self.seconds: dict[str, float] = {}
        self._at = time.process_time()

    def lap(self, stage: str) -> None:
        at = time.process_time()
        self.seconds[stage] = self.seconds.get(stage, 0.0) + at - self._at
        self._at = at
