"""What copies changed: every member of a story is compared with its original at the end of a run, once.

Only articles that are due are looked at (table `alteration_due`): those whose story or original changed, and those filed anew.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from parsers.syndication.alterations import Day, Name, Version, alterations
from parsers.syndication.figure_changes import Figure
from parsers.syndication.reuse import lettered
from warehouse.database.store import Warehouse, text_array

AT_ONCE = 1000
"""Pairs of which the texts are held together; this bounds the memory."""
COLUMNS = (
    "article_id", "of_article_id", "kind", "before", "after", "of_start_char", "of_end_char", "start_char", "end_char",
    "before_value", "before_unit", "after_value", "after_unit",
)  # fmt: skip

BODY, HEADLINE = 1, 2
"""Columns of the query `versions`: a copy in which both are the same has changed nothing."""

Pair = tuple[str, str]
"""A copy and the original of its story."""


def due(warehouse: Warehouse) -> bool:
    """Whether some copies may have to be compared with their originals."""
    return bool(warehouse.connection.execute("select exists(from alteration_due)").fetchall()[0][0])


def compare(warehouse: Warehouse) -> None:
    """Compare what is due and was not compared yet, and forget what is no pair any more; in the caller's transaction."""
    if not due(warehouse):
        return
    found = warehouse.rows("alteration_pairs")
    _drop(warehouse, [(copy, original) for copy, original, stale in found if stale])
    pairs = [(copy, original) for copy, original, stale in found if not stale]
    for start in range(0, len(pairs), AT_ONCE):
        some = pairs[start : start + AT_ONCE]
        warehouse.append("alteration", COLUMNS, list(_found(warehouse, some)))
        warehouse.append("alteration_pair", ("article_id", "of_article_id"), some)
    warehouse.run("alterations_done")


def look_at(warehouse: Warehouse, article_ids: Sequence[str]) -> None:
    """The stories or originals of these articles changed: they are due."""
    if article_ids:
        warehouse.append("alteration_due", ("article_id",), [(i,) for i in article_ids])


def _drop(warehouse: Warehouse, stale: Sequence[Pair]) -> None:
    """Forget comparisons, and what they found."""
    if stale:
        copies, originals = map(list, zip(*stale, strict=True))
        incoming = {"article_id": text_array(copies), "of_article_id": text_array(originals)}
        for query in ("drop_alteration_pairs", "drop_alterations"):
            warehouse.run(query, incoming=incoming)


def forget(warehouse: Warehouse, article_ids: Sequence[str]) -> None:
    """Articles are about to be filed anew: compare them, and their copies, again."""
    incoming = {"article_id": text_array(list(article_ids))}
    for query in ("alterations_due_of", "erase_alterations", "forget_alteration_pairs"):
        warehouse.run(query, incoming=incoming)


def _found(warehouse: Warehouse, pairs: Sequence[Pair]) -> Iterator[tuple[object, ...]]:
    """The rows of table `alteration` for some pairs."""
    ids = sorted({i for pair in pairs for i in pair})
    rows = warehouse.rows("versions", incoming={"article_id": text_array(ids)})
    printed = {row[0]: (row[BODY], row[HEADLINE]) for row in rows}
    apart = [(copy, original) for copy, original in pairs if printed[copy] != printed[original]]
    wanted = {i for pair in apart for i in pair}
    versions = {row[0]: _version(row) for row in rows if row[0] in wanted}
    for copy, original in apart:
        for a in alterations(versions[copy], versions[original]):
            yield (copy, original, *(getattr(a, name) for name in COLUMNS[2:]))


def _version(row: Sequence[Any]) -> Version:
    _, body, headline, figures, days, names, publisher, republisher = row
    return Version(
        text=lettered(body),
        headline=headline,
        figures=tuple(Figure(*f) for f in figures or ()),
        days=tuple(Day(*d) for d in days or ()),
        names=tuple(Name(*n) for n in names or ()),
        outlets=frozenset(filter(None, (publisher, republisher))),
    )
