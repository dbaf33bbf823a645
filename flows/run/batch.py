"""What workers give back: the results of a batch, in the order of its documents."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain

from parsers.model import Rejection
from warehouse.filing.rows import Filing

Result = Filing | Rejection


@dataclass(frozen=True, slots=True)
class Batch:
    """Results in the order of the documents, and seconds of CPU by stage."""

    results: tuple[Result, ...]
    seconds: tuple[tuple[str, float], ...]

    @classmethod
    def joined(cls, parts: Sequence[Batch]) -> Batch:
        """Parts of a batch, in their order, as one."""
        seconds: Counter[str] = Counter()
        for part in parts:
            seconds.update(dict(part.seconds))
        return cls(tuple(chain.from_iterable(p.results for p in parts)), tuple(seconds.items()))
