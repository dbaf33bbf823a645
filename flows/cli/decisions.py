"""What a person decides about stories and happenings: entered, published, and said."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from cyclopts import Parameter

from flows.cli.printing import say
from warehouse.database.place import Place
from warehouse.database.store import must_exist, writing

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime
    from pathlib import Path

    from warehouse.database.store import Warehouse

Note = Annotated[str | None, Parameter(help="The reason, in your words; it is stored.")]


def decided(database: Path, said: str, decide: Callable[[Warehouse, datetime], str]) -> int:
    """Enter a decision in one transaction and publish; `decide` names what came of it, which is said behind `said`."""
    from flows.clock import now
    from warehouse.database.publish import publish_now

    place = Place.at(database)
    must_exist(place)
    with writing(place) as warehouse, warehouse.transaction():
        named = decide(warehouse, now())
    publish_now(place)
    say(f"{said} {named}")
    return 0


def removed(database: Path, name: str, remove: Callable[[Warehouse], object]) -> int:
    """Take something back that a person entered, and say its name."""

    def take(warehouse: Warehouse, _: datetime) -> str:
        remove(warehouse)
        return name

    return decided(database, "removed:", take)
