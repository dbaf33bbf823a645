"""Checks of the warehouse: the ledger adds up, every span is where it says, no row lacks its parent."""

from __future__ import annotations

from dataclasses import dataclass

from warehouse.database.sql import query
from warehouse.database.store import Warehouse

CHECKS = (
    ("check_ledger", "received is the sum of the outcomes, in every run that came to its end"),
    ("check_arrivals", "every filed arrival has its article, and every rejected one a reason"),
    ("check_facts", "the words of every fact are in its article at the given position"),
    ("check_mentions", "the words of every mention are in its article at the given position"),
    ("check_passages", "every passage is within its article"),
    ("check_orphans", "every passage, repair, fact and mention belongs to an article"),
    ("check_bytes", "every article has its bytes"),
)
"""Queries, each counting rows that break a promise, and the promises."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """A promise, and how many rows break it."""

    promise: str
    broken: int


def check(warehouse: Warehouse) -> tuple[Checked, ...]:
    """Check everything on the published database or the live one. Reads only."""
    return tuple(Checked(promise=promise, broken=int(warehouse.rows(name)[0][0])) for name, promise in CHECKS)


def sizes(warehouse: Warehouse) -> tuple[tuple[str, int], ...]:
    """Rows by table, most first."""
    tables = warehouse.connection.execute("select table_name, estimated_size from duckdb_tables()").fetchall()
    return tuple(sorted(((name, int(rows)) for name, rows in tables), key=lambda t: (-t[1], t[0])))


def checkpoint(warehouse: Warehouse) -> None:
    """Fold the write-ahead log into the file and give back free space at its end."""
    warehouse.connection.execute(query("checkpoint")).fetchall()
