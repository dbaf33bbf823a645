"""Passages borrowed between stories: suggested pairs compared word by word at the end of a run, kept in `reuse`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice

import numpy as np
import numpy.typing as npt

from parsers.syndication.judge import Ints
from parsers.syndication.reuse import Lettered, lettered, passages
from parsers.syndication.shingles import Hashes
from warehouse.store import Warehouse, text_array
from warehouse.wordings import incoming_wordings, is_stop, sorted_stops, stored

CHUNK = 1000
"""Pairs compared at once; bounds the memory for their texts."""


@dataclass(frozen=True, slots=True)
class _Pair:
    """A later and an earlier article of different stories that share something."""

    article_id: str
    of_article_id: str


def compare(warehouse: Warehouse, judged_again: Ints) -> None:
    """Compare the suggested pairs and keep what is borrowed. Of wordings that were judged again nothing old is kept."""
    with incoming_wordings(warehouse, judged_again):
        warehouse.run("forget_reuse")
    pairs = (_Pair(*row) for row in warehouse.rows("reuse_pairs"))
    stops = sorted_stops(warehouse)
    while chunk := list(islice(pairs, CHUNK)):
        _keep(warehouse, _found(warehouse, chunk, stops))
    warehouse.run("forget_reuse_candidates")


def _found(warehouse: Warehouse, pairs: Sequence[_Pair], stops: npt.NDArray[np.uint32]) -> Iterator[tuple[object, ...]]:
    """The rows of table `reuse` for some pairs."""
    ids = sorted({i for p in pairs for i in (p.article_id, p.of_article_id)})
    with warehouse.incoming({"article_id": text_array(ids)}):
        bodies = dict(warehouse.rows("bodies"))

    @lru_cache(maxsize=2 * CHUNK)
    def text(article_id: str) -> Lettered:
        return lettered(bodies[article_id])

    def boilerplate(hashes: Hashes) -> npt.NDArray[np.bool_]:
        return is_stop(stored(hashes), stops)

    for p in pairs:
        for b in passages(text(p.article_id), text(p.of_article_id), boilerplate):
            yield p.article_id, b.start_char, b.end_char, p.of_article_id, b.of_start_char, b.of_end_char, b.words


def _keep(warehouse: Warehouse, rows: Iterable[tuple[object, ...]]) -> None:
    columns = ("article_id", "start_char", "end_char", "of_article_id", "of_start_char", "of_end_char", "words")
    warehouse.append("reuse", columns, list(rows))
