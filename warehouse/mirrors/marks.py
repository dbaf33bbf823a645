"""Whether a relation can have changed since a mirror was brought up to date: a mark of the tables that it is read from.

A mark is made of numbers of rows and sums of DuckDB's hashes, which cost a hundredth of the digests of rows and save the
computing of views. Hashes may differ between releases of DuckDB, so its version is in the mark, and so are the views.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

import duckdb

from warehouse.database.sql import scripts
from warehouse.mirrors.relations import KEYS

if TYPE_CHECKING:
    from warehouse.database.store import Warehouse
    from warehouse.mirrors.relations import Relation

SUMMED = "select count(*) || ' ' || coalesce(bit_xor(hash(t)), 0) || ' ' || coalesce(sum(hash(t)::hugeint), 0) from {table} t"
"""The same for the same rows in any order; a row more, less or otherwise gives another."""

LEAVES = frozenset({"SEQ_SCAN", "CTE_SCAN", "REC_CTE_SCAN", "DELIM_SCAN", "DUMMY_SCAN"})
"""What a plan may read: tables, and what it has made itself. Of anything else (files of attached months) nothing is known."""


class Marks:
    """The marks of one state of the desk; each table is summed once."""

    def __init__(self, warehouse: Warehouse) -> None:
        self._run = warehouse.connection.execute
        self._sums: dict[str, str] = {}
        views = [script.checksum for script in scripts("views")]
        self._rules = f"{duckdb.__version__} {' '.join(views)}"

    def of(self, relation: Relation, source: str) -> str:
        """The mark of what a query of a relation reads; empty where it must be compared each time.

        So must relations that are not usual ones: some tell what is the case now.
        """
        tables = self._tables(source) if relation.name in KEYS else None
        if tables is None:
            return ""
        said = [self._rules, source, *(f"{table} {self._sum(table)}" for table in sorted(tables))]
        return hashlib.sha256("\n".join(said).encode()).hexdigest()

    def _tables(self, query: str) -> set[str] | None:
        """The tables that a query reads, by its plan before anything is left out of it; None when it reads other things, too."""
        self._run("pragma disable_optimizer").fetchall()
        try:
            ((_, plan),) = self._run(f"explain (format json) {query}").fetchall()
        finally:
            self._run("pragma enable_optimizer").fetchall()
        leaves = [leaf for root in json.loads(plan) for leaf in _leaves(root)]
        if not {str(leaf["name"]).strip() for leaf in leaves} <= LEAVES:
            return None
        return {leaf["extra_info"]["Table"] for leaf in leaves if "Table" in leaf["extra_info"]}

    def _sum(self, table: str) -> str:
        if table not in self._sums:
            ((self._sums[table],),) = self._run(SUMMED.format(table=table)).fetchall()
        return self._sums[table]


def _leaves(node: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    below = node.get("children") or ()
    if not below:
        yield node
    for each in below:
        yield from _leaves(each)
