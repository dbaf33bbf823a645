"""Bringing a mirror up to date with the published desk: all its relations together, or nothing of it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from parsers.errors import UsageError
from warehouse.asking import attached
from warehouse.database.store import reading
from warehouse.mirrors.changes import changes
from warehouse.mirrors.marks import Marks
from warehouse.mirrors.relations import KEYS, described
from warehouse.mirrors.targets import Held

if TYPE_CHECKING:
    from collections.abc import Sequence

    from warehouse.database.place import Place
    from warehouse.database.store import Warehouse
    from warehouse.mirrors.relations import Relation
    from warehouse.mirrors.targets import Mirror, Opened

DESK = """
select strftime(min(applied_at), '%Y-%m-%dT%H:%M:%S.%fZ'),
       (select coalesce(strftime(max(forgotten_at), '%Y-%m-%dT%H:%M:%S.%fZ'), '') || ' ' || count(*) from forgotten)
from schema_migration
"""
"""When the desk was made, to the microsecond, which identifies it wherever its file is moved; and when it last forgot something."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mirrored:
    """What was done with one relation. A row that changed is taken out and written anew."""

    relation: str
    written: int
    removed: int
    rows: int


def keep(place: Place, opened: Opened, names: Sequence[str] = ()) -> tuple[Mirrored, ...]:
    """Bring a mirror up to date: the relations that it has and those of `names`; a new one without names gets the usual ones.

    Reads the published file, together with attached months. Raises UsageError for unknown names, or when the mirror is one of another desk.
    """
    with _desk(place) as warehouse, opened() as mirror:
        ((desk, forgotten),) = warehouse.connection.execute(DESK).fetchall()
        held = mirror.held()
        if others := {each.desk for each in held.values()} - {desk}:
            raise UsageError(
                f"this is the mirror of another desk, made at {min(others)} (this one: {desk}); name another target"
            )
        wanted = described(warehouse, [*held, *(names or (() if held else KEYS))])
        mirror.expect({r.name: Held(desk=desk, forgotten=forgotten, shape={}) for r in wanted if r.name not in held})
        marks = Marks(warehouse)
        done = tuple(
            _mirrored(warehouse, mirror, held.get(r.name), r, _now(desk, forgotten, marks, mirror, r)) for r in wanted
        )
        if {each.forgotten for each in held.values()} - {forgotten}:
            mirror.erase()
    return done


def check_apart(place: Place, target: str) -> None:
    """Raise UsageError when a target is the desk's own file, or in its folder."""
    path = Path(target).absolute().resolve()
    desk = place.desk.resolve()
    if path in (place.published.resolve(), desk) or desk in path.parents:
        raise UsageError(f"{target} belongs to the desk itself; name another target")


def _desk(place: Place) -> Warehouse:
    """The published desk, with the months that are attached to it."""
    if folders := attached.folders(place):
        return attached.opened(place, folders, None)
    return reading(place)


def _now(desk: str, forgotten: str, marks: Marks, mirror: Mirror, relation: Relation) -> Held:
    """What is to be remembered of a relation when it is up to date, but for the number of its rows."""
    mark = marks.of(relation, mirror.reading(relation).source)
    return Held(desk=desk, forgotten=forgotten, shape=relation.shape, mark=mark)


def _mirrored(warehouse: Warehouse, mirror: Mirror, before: Held | None, relation: Relation, now: Held) -> Mirrored:
    mirror.make(relation, before)
    if (
        before
        and now.mark
        and (before.mark, before.shape) == (now.mark, now.shape)
        and mirror.rows(relation) == before.rows
    ):
        if before.forgotten != now.forgotten:
            mirror.remember(relation, replace(now, rows=before.rows))
        return Mirrored(relation=relation.name, written=0, removed=0, rows=before.rows)
    found = changes(warehouse, relation, mirror)
    now = replace(now, rows=found.rows)
    if found.removed or found.written or before is None or before.shape != now.shape:
        mirror.write(relation, found.gone, found.added)
    if found.removed or found.written or before != now:
        mirror.remember(relation, now)
    return Mirrored(relation=relation.name, written=found.written, removed=found.removed, rows=found.rows)
