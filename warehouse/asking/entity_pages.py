"""Everything about one entity: tables of the connection, each made by a short query, and the query that reads the page from them.

One query with all of it takes DuckDB longer to plan than to answer, and reads the words of facts that nobody asks for.
Here each table is read once, facts are found by their place in it, and only of what is shown the words are read. The
tables are replaced by those of the next entity and go with the connection.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from warehouse.asking.attached import by_id
from warehouse.asking.entities import Meant
from warehouse.asking.listing import records
from warehouse.database.sql import Value, written
from warehouse.database.store import Warehouse

Row = dict[str, Any]

FIRST = ("entity_named", "entity_party", "entity_line", "entity_roles")
"""The tables that all lists are made from, and the roles."""

LATEST = {"quotation": "entity_quotations", "quantity": "entity_figures"}
"""Kinds of facts of which the latest are shown, and their tables."""


def page_query(warehouse: Warehouse, meant: Meant, person: int, limit: int) -> str:
    """Make the tables of the person of this number (from 1), or of the one entity; the query that gives its page as one row.

    Lists are up to `limit`. Raises UsageError when there is no such person.
    """
    asked: dict[str, Value] = {"entities": meant.entities, "articles": meant.articles(person), "limit": limit}
    for table in FIRST:
        _make(warehouse, table, asked)
    for kind, table in LATEST.items():
        _make_latest(warehouse, table, {**asked, "kind": kind, "table": table})
    return written("entity_page", {**asked, "person": person, "people": len(meant.groups)})


def entity_page(warehouse: Warehouse, meant: Meant, person: int, limit: int) -> Row:
    """The page as a row. Raises UsageError when there is no such person."""
    (page,) = records(warehouse, page_query(warehouse, meant, person, limit))
    return page


def _make_latest(warehouse: Warehouse, table: str, asked: Mapping[str, Value]) -> None:
    """The latest rows of a kind: of the stories that may have one, and of all where these turn out to have too few."""
    for latest in (True, False):
        _make(warehouse, "entity_near", {**asked, "latest": latest})
        _make(warehouse, table, asked)
        ((enough,),) = warehouse.connection.execute(written("entity_enough", asked)).fetchall()
        if enough:
            return


def _make(warehouse: Warehouse, table: str, asked: Mapping[str, Value]) -> None:
    warehouse.connection.execute(by_id(warehouse, written(table, asked))).fetchall()
