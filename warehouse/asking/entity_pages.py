"""The page of one entity in short queries: what the query `entity_page` gives in one row.

Planning that query takes DuckDB longer than it takes to read what it asks for. Here the facts of the entity are found
once, by their place in the table, and only what is shown of them is read. A test holds the two against each other.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from heapq import nlargest
from math import inf
from typing import Any

from warehouse.asking.entities import Meant
from warehouse.asking.listing import records
from warehouse.database.sql import Value, written
from warehouse.database.store import Warehouse

Row = dict[str, Any]

KINDS = {"roles": "role", "quotations": "quotation", "figures": "quantity"}
"""Lists that are made of facts, and the kind of these."""

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def entity_page(warehouse: Warehouse, meant: Meant, person: int, limit: int) -> Row:
    """Everything about the person of this number (from 1), or the one entity; lists up to `limit`.

    Raises UsageError when there is no such person.
    """
    asked: dict[str, Value] = {"entities": meant.entities, "articles": meant.articles(person), "limit": limit}
    every, *forms = _rows(warehouse, "entity_forms", asked)
    (found,) = _rows(warehouse, "entity_about", asked)
    return {
        "entity_ids": meant.entities, "person": person, "people": len(meant.groups), **found,
        **{name: every[name] for name in ("stories", "articles", "first_seen", "last_seen")},
        "written_as": [{name: form[name] for name in ("surface", "mentions", "stories")} for form in forms],
        "told_in": _rows(warehouse, "entity_told", asked), "named_with": _rows(warehouse, "entity_company", asked),
        **_of_facts(warehouse, asked),
    }  # fmt: skip


def _of_facts(warehouse: Warehouse, asked: Mapping[str, Value]) -> dict[str, list[Row]]:
    """The lists that are made of facts."""
    facts = _rows(warehouse, "entity_facts", asked)
    limit = int(str(asked["limit"]))
    of_kind = {name: [fact for fact in facts if fact["kind"] == kind] for name, kind in KINDS.items()}
    roles = _read(warehouse, "roles", of_kind["roles"], limit)
    return {
        "roles": roles,
        **{name: _latest(warehouse, name, of_kind[name], limit) for name in ("quotations", "figures")},
    }


def _latest(warehouse: Warehouse, name: str, facts: list[Row], limit: int) -> list[Row]:
    """The latest rows: read of the stories that may have one, and of all where these turn out to have too few."""
    stories = {fact["story_id"]: fact["earliest"] for fact in facts}
    since = min(nlargest(limit, stories.values()), default=0)
    late = [fact for fact in facts if fact["latest"] >= since]
    rows = _read(warehouse, name, late, limit)
    sure = len(late) == len(facts) or (len(rows) == limit and _microseconds(rows[-1]["date_published"]) >= since)
    return rows if sure else _read(warehouse, name, facts, limit)


def _microseconds(at: datetime | None) -> float:
    return -inf if at is None else (at - EPOCH) / timedelta(microseconds=1)


def _read(warehouse: Warehouse, name: str, facts: list[Row], limit: int) -> list[Row]:
    """The rows of some facts."""
    if not facts:
        return []
    places = {"lines": [fact["line"] for fact in facts], "sides": [str(fact["side"]) for fact in facts]}
    return _rows(warehouse, f"entity_{name}", {**places, "limit": limit})


def _rows(warehouse: Warehouse, name: str, asked: Mapping[str, Value]) -> list[Row]:
    return records(warehouse, written(name, asked))
