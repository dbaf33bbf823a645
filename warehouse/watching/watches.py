"""Watches as they are kept: added, removed, declared by a file."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields
from datetime import datetime
from typing import Any

from parsers.errors import UsageError
from parsers.watches import Watch, checked
from warehouse.asking.search import clauses
from warehouse.database.store import Warehouse
from warehouse.watching import closed_query
from warehouse.watching.figures import names_unit

COLUMNS = tuple(f.name for f in fields(Watch))

REPEATED = ("targets", "networks")
"""Columns that hold lists."""

WORDS = ("search", "measure")
"""Kinds whose question must hold a word."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """A watch as it is kept; `declared` when watches.toml has it. `trouble` is why it could not be asked last time.

    `alerts`, `waiting`, `failing` are numbers of alerts, of deliveries to come, and of those that failed last time.
    """

    watch: Watch
    declared: bool
    added_at: datetime
    trouble: str | None
    alerts: int
    last_alert: datetime | None
    waiting: int
    failing: int
    error: str | None


def known(warehouse: Warehouse) -> tuple[Watch, ...]:
    """All watches, by name."""
    return tuple(_watch(row) for row in warehouse.rows("known_watches"))


def listed(warehouse: Warehouse) -> tuple[Kept, ...]:
    """All watches, by name, with what came of them."""
    return tuple(
        Kept(
            watch=_watch(row[: len(COLUMNS)]), declared=declared, added_at=added_at, trouble=trouble, alerts=alerts,
            last_alert=last_alert, waiting=waiting, failing=failing, error=error,
        )
        for row in warehouse.rows("list_watches")
        for declared, added_at, trouble, alerts, last_alert, waiting, failing, error in (row[len(COLUMNS) :],)
    )  # fmt: skip


def _watch(row: Sequence[Any]) -> Watch:
    values: dict[str, Any] = dict(zip(COLUMNS, row, strict=True))
    return Watch(**values | {name: tuple(values[name]) for name in REPEATED})


def find(warehouse: Warehouse, name: str) -> Watch:
    """The watch of a name. Raises UsageError when there is none."""
    found = next((w for w in known(warehouse) if w.name == name), None)
    if found is None:
        raise UsageError(f"there is no watch {name[:60]}; `newsdesk watches list` lists all")
    return found


def add(warehouse: Warehouse, watches: Iterable[Watch], at: datetime, *, declared: bool = False) -> None:
    """Add watches; part of the caller's transaction. Raises UsageError for a name that is taken or a watch that cannot be."""
    taken = {watch.name.casefold() for watch in known(warehouse)}
    rows = []
    for watch in watches:
        if watch.name.casefold() in taken:
            raise UsageError(f"there is a watch {watch.name[:60]} already; remove it first, or take another name")
        taken.add(watch.name.casefold())
        rows.append(_row(usable(warehouse, watch), declared, at))
    warehouse.append("watch", (*COLUMNS, "declared", "added_at"), rows)


def usable(warehouse: Warehouse, watch: Watch) -> Watch:
    """The watch itself. Raises UsageError, with what to do, for one that cannot be asked."""
    try:
        checked(watch)
        by_unit = watch.kind == "measure" and (watch.question is None or names_unit(watch.question))
        if watch.kind in WORDS and not clauses(watch.question or "") and not by_unit:
            raise ValueError(f"there is no word to look for in {watch.question!r}")
        if watch.kind in ("contradiction", "spread") and watch.question and not clauses(watch.question):
            raise ValueError(f"there is no word to look for in {watch.question!r}; leave it out to watch everything")
        if watch.kind == "sql":
            closed_query.check(warehouse, watch.question or "")
    except ValueError as error:
        raise UsageError(f"watch {watch.name[:60]}: {error}") from error
    return watch


def _row(watch: Watch, declared: bool, at: datetime) -> tuple[object, ...]:
    values = (getattr(watch, name) for name in COLUMNS)
    return (*(list(v) if isinstance(v, tuple) else v for v in values), declared, at)


def remove(warehouse: Warehouse, name: str) -> None:
    """Remove a watch with its alerts; part of the caller's transaction.

    Raises UsageError when there is none, or watches.toml has it.
    """
    kept = next((k for k in listed(warehouse) if k.watch.name == name), None)
    if kept is None:
        raise UsageError(f"there is no watch {name[:60]}; `newsdesk watches list` lists all")
    if kept.declared:
        raise UsageError(f"the watch {name} is in the watches file; take it out there")
    _delete(warehouse, [name])


def _delete(warehouse: Warehouse, names: Sequence[str]) -> None:
    for table, column in (("delivery", "watch"), ("alert", "watch"), ("watch", "name")):
        warehouse.connection.execute(
            f"delete from {table} where {column} in (select unnest(?::varchar[]))", [list(names)]
        ).fetchall()


def declare(warehouse: Warehouse, wanted: Sequence[Watch], at: datetime) -> bool:
    """Make the declared watches those of a file; part of the caller's transaction. Returns whether anything changed.

    A watch that is said otherwise than before keeps its alerts. Raises UsageError as `add` does.
    """
    before = {k.watch.name: k for k in listed(warehouse) if k.declared}
    now = {watch.name: watch for watch in wanted}
    if gone := [name for name in before if name not in now]:
        _delete(warehouse, gone)
    changed = [w for w in wanted if w.name in before and before[w.name].watch != w]
    for watch in changed:
        warehouse.connection.execute("delete from watch where name = ?", [watch.name]).fetchall()
    new = [w for w in wanted if w.name not in before or before[w.name].watch != w]
    add(warehouse, new, at, declared=True)
    return bool(gone or new)
