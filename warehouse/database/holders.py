"""Database files beside the published one that still hold documents: earlier publications, backups, copies."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import duckdb

from warehouse.database.aside import backups
from warehouse.database.place import Place

NOT_LOOKED_AT = (".part", ".wal", ".lock", ".tmp")
"""Endings of files that are no complete database."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Holder:
    """A file and how many of the documents it holds: None when it is away or cannot be read as a newsdesk database."""

    path: Path
    documents: int | None
    written_at: datetime | None


def holders(place: Place, raw_document_ids: Sequence[str], others: Sequence[Path] = ()) -> tuple[Holder, ...]:
    """Which files hold any of these documents: the published file, its neighbours by name, and `others`. Reads only."""
    found = (_holder(path, raw_document_ids) for path in dict.fromkeys([*_near(place), *others]))
    return tuple(h for h in found if h.documents != 0)


def _near(place: Place) -> Iterator[Path]:
    """The published file, databases in its folder and in the desk's (`desk.duckdb.1`, `desk-2026-01.duckdb`), and backups."""
    beside = place.published.parent.iterdir() if place.published.parent.is_dir() else ()
    for path in sorted((*beside, *place.desk.rglob("*.duckdb*"))):
        named = path.suffix == ".duckdb" or ".duckdb." in path.name
        if named and path.is_file() and path != place.live and not path.name.endswith(NOT_LOOKED_AT):
            yield path
    yield from backups(place)


def _holder(path: Path, raw_document_ids: Sequence[str]) -> Holder:
    if not path.is_file():
        return Holder(path=path, documents=None, written_at=None)
    written = datetime.fromtimestamp(path.stat().st_mtime, UTC)
    try:
        with duckdb.connect(str(path), read_only=True) as connection:
            rows = connection.execute(
                "select count(*) from raw_document where list_contains(?, raw_document_id)", [list(raw_document_ids)]
            ).fetchall()
    except duckdb.CatalogException:  # a database of something else
        return Holder(path=path, documents=0, written_at=written)
    except duckdb.Error:
        return Holder(path=path, documents=None, written_at=written)
    return Holder(path=path, documents=int(rows[0][0]), written_at=written)
