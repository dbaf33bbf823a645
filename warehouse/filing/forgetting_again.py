"""What people had taken out of a desk is taken out of an older state of it as well, before that becomes the desk's state.

taken_out (from the desk's own files) → forget_again (in the copy that is to be restored)
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from pathlib import Path
from typing import Any

import duckdb

from parsers.errors import DatabaseOlder, NewsdeskError
from parsers.model import Outcome
from warehouse.database.connecting import connect
from warehouse.database.migrate import migrate
from warehouse.database.place import Place
from warehouse.database.rewriting import rewrite
from warehouse.database.store import Warehouse, open_copy, text_array
from warehouse.filing import forgetting, tombstones, vocabulary
from warehouse.filing.forgetting import Scope

COLUMNS = (
    "raw_document_id", "article_id", "byte_length", "first_seen_at", "arrivals", "forgotten_at", "reason", "cause", "erased_at",
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Takedown:
    """A document that was taken out: SHA-256 and length of its bytes, the article it was, its arrivals, when, and why."""

    raw_document_id: str
    article_id: str | None
    byte_length: int | None
    first_seen_at: datetime | None
    arrivals: int
    at: datetime
    reason: str


def taken_out(place: Place) -> tuple[Takedown, ...] | None:
    """What people had taken out of a desk, by the first of its files that can be read.

    None when there are files and none can be read. The caller holds the right to write, and no connection.
    """
    files = [path for path in (place.live, place.published, place.verified) if path.exists()]
    for path in files:
        try:
            with open_copy(place, path) as warehouse:
                return tuple(_takedown(row) for row in warehouse.rows("takedowns"))
        except DatabaseOlder:
            return ()  # nothing could be forgotten then
        except (duckdb.Error, NewsdeskError):
            continue  # damaged, or of another program: the next one may tell
    return None if files else ()


def _takedown(row: tuple[Any, ...]) -> Takedown:
    raw_document_id, article_id, byte_length, first_seen_at, arrivals, at, reason = row
    return Takedown(
        raw_document_id=raw_document_id, article_id=article_id, byte_length=byte_length, first_seen_at=first_seen_at,
        arrivals=arrivals, at=at, reason=reason,
    )  # fmt: skip


def forget_again(place: Place, path: Path, known: Sequence[Takedown]) -> Scope:
    """Take these documents out of a database file that nobody uses, and refuse them from now on; what was there of them.

    The schema of the file is brought up to date, and the file is rewritten if anything went. Raises WarehouseError.
    """
    with _opened(place, path) as warehouse:
        ends = tombstones.ends(warehouse, [each.raw_document_id for each in known])
        refused = {raw_id for raw_id, (outcome, _) in ends.items() if outcome is Outcome.REJECTED}
        new = [each for each in known if each.raw_document_id not in refused]
        held = _held(warehouse, new)
        gone = _forget(warehouse, [each for each in new if each.raw_document_id in held])
        _refuse(warehouse, [each for each in new if each.raw_document_id not in {*held, *gone.documents}])
        if gone.documents and vocabulary.known(warehouse).counts:
            vocabulary.relearn(warehouse)
        left = tombstones.unerased(warehouse)
    if left:
        rewrite(place, path)
    return gone


@contextmanager
def _opened(place: Place, path: Path) -> Iterator[Warehouse]:
    with Warehouse(connect(place, path, read_only=False), place, path) as warehouse:
        migrate(warehouse.connection, str(path))
        yield warehouse


def _held(warehouse: Warehouse, known: Sequence[Takedown]) -> frozenset[str]:
    ids = {"raw_document_id": text_array([each.raw_document_id for each in known])}
    return frozenset(row[0] for row in warehouse.rows("documents_held", incoming=ids)) if known else frozenset()


def _forget(warehouse: Warehouse, held: Sequence[Takedown]) -> Scope:
    """Take out what is stored, with the time and the reason of then."""
    gone = Scope()
    for (at, reason), each in groupby(held, lambda x: (x.at, x.reason)):
        with warehouse.transaction():
            goes = forgetting.of_documents(warehouse, [x.raw_document_id for x in each])
            forgetting.forget(warehouse, goes, at, cause="takedown", reason=reason)
        gone = Scope(articles=gone.articles + goes.articles, documents=gone.documents + goes.documents)
    return gone


def _refuse(warehouse: Warehouse, known: Sequence[Takedown]) -> None:
    """Enter documents that are not stored there, so that they are rejected when they come."""
    rows = [
        (x.raw_document_id, x.article_id, x.byte_length, x.first_seen_at, x.arrivals, x.at, x.reason, "takedown", x.at)
        for x in known
    ]
    warehouse.append("forgotten", COLUMNS, rows)
