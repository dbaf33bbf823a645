"""Checks of the warehouse: the ledger adds up, every span is where it says, no row lacks its parent."""

from __future__ import annotations

from dataclasses import dataclass

from warehouse.database.sql import query
from warehouse.database.store import Warehouse
from warehouse.filing import ledger
from warehouse.stories import syndication

CHECKS = (
    ("check_ledger", "received is the sum of the outcomes, in every run that came to its end"),
    ("check_arrivals", "every filed arrival has its article, and every rejected one a reason"),
    ("check_facts", "the words of every fact are in its article at the given position"),
    ("check_mentions", "the words of every mention are in its article at the given position"),
    ("check_passages", "every passage is within its article"),
    ("check_orphans", "every passage, repair, fact, mention and copy belongs to an article"),
    ("check_bytes", "every article has its bytes"),
    ("check_due", "no text waits to be judged when no run is filing"),
)
"""Queries that each count the rows that violate a rule, and the rules."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """A rule, and the number of rows that violate it."""

    rule: str
    violations: int


def check(warehouse: Warehouse) -> tuple[Checked, ...]:
    """Check everything on the published database or the live one. Reads only."""
    return tuple(Checked(rule=rule, violations=int(warehouse.rows(name)[0][0])) for name, rule in CHECKS)


def mend(warehouse: Warehouse, run_id: str) -> tuple[tuple[str, int], ...]:
    """Repair what can be proved: what was repaired and how many rows. One transaction; `run_id` is the run that mends.

    A run that was killed may leave texts that nobody judged. Older versions called a second arrival of unusable bytes
    `unchanged`.
    """
    done: list[tuple[str, int]] = []
    with warehouse.transaction():
        ledger.mark_interrupted(warehouse)
        if syndication.due(warehouse):
            syndication.settle(warehouse)
            done.append(("outcomes changed by reconciling stories", len(ledger.reconcile(warehouse, run_id))))
        if twins := warehouse.rows("mend_twins"):
            done.append(("arrivals that end as the first of the same bytes", len(twins)))
    return tuple(done)


def sizes(warehouse: Warehouse) -> tuple[tuple[str, int], ...]:
    """Rows by table, most first."""
    tables = warehouse.connection.execute("select table_name, estimated_size from duckdb_tables()").fetchall()
    return tuple(sorted(((name, int(rows)) for name, rows in tables), key=lambda t: (-t[1], t[0])))


def checkpoint(warehouse: Warehouse) -> None:
    """Fold the write-ahead log into the file and give back free space at its end."""
    warehouse.connection.execute(query("checkpoint")).fetchall()
