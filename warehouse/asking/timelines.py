"""The timeline: dated facts, filtered, the copies of a story counted once."""

from __future__ import annotations

from dataclasses import asdict, dataclass

from warehouse.asking.listing import piece
from warehouse.asking.query import ask
from warehouse.database.sql import Inner, written
from warehouse.database.store import Warehouse


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """Which dated facts: from `since` to before `until` (years, months or days of ISO 8601), about a word, of a kind; with `copies` a line an article, not one a story."""

    since: str | None = None
    until: str | None = None
    about: str | None = None
    kind: str | None = None
    story: str | None = None
    copies: bool = False
    limit: int = 50


def timeline_query(wanted: Wanted, last: str | None = None) -> str:
    """The query with its values written in, so that it can be delivered in any format; `last` is of `last_day`, None reads all days."""
    return written("timeline_lines", {**asdict(wanted), "dated": _dated(wanted), "last": last})


def last_day(warehouse: Warehouse, wanted: Wanted) -> str:
    """The last day of which facts are needed for so many lines, so that only the words of those are read; empty for all days."""
    ((day,),) = ask(warehouse, written("timeline_last", {**asdict(wanted), "dated": _dated(wanted)})).rows
    return str(day)


def _dated(wanted: Wanted) -> Inner:
    return Inner(written("timeline_dated", {**asdict(wanted), "piece": piece(wanted.about)}))
