"""`newsdesk timeline`: facts by the date they are about."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from cyclopts import Parameter

from flows.cli.formats import FormatOption, OutputOption, deliver
from flows.cli.options import DEFAULT, Database
from flows.cli.terminal import console
from parsers.errors import UsageError
from warehouse.answer import ask, questions
from warehouse.place import Place
from warehouse.timelines import Wanted, timeline_query


def timeline(
    *,
    since: Annotated[str | None, Parameter(help="From this day on: 2025, 2025-03 or 2025-03-14.")] = None,
    until: Annotated[str | None, Parameter(help="Up to this day, exclusive.")] = None,
    about: Annotated[str | None, Parameter(help="Only facts with this word in what they say.")] = None,
    kind: Annotated[str | None, Parameter(help="quantity, quotation, agreement, event, role …")] = None,
    story: Annotated[str | None, Parameter(help="Only facts of this story (the start of its id).")] = None,
    limit: Annotated[int, Parameter(name=["--limit", "-n"], help="At most so many.")] = 50,
    database: Database = DEFAULT,
    format: FormatOption = None,
    output: OutputOption = None,
) -> int:
    """List what is said to have happened, or to happen, by date; copies of a story count once.

    Without --since it lists the latest dates.

    Example: newsdesk timeline --since 2025-06 --about ferry
    """
    query = timeline_query(
        Wanted(since=_day(since), until=_day(until), about=about, kind=kind, story=story, limit=limit)
    )
    place = Place.at(database)
    if format is not None or output is not None:
        deliver(place, query, format, output)
        return 0
    out = console()
    with questions(place) as warehouse:
        for when, kinds, what, headline, outlet, articles, _ in ask(warehouse, query).rows:
            out.print(f"{when:<13}", style="bold magenta", end="", markup=False)
            out.print(" ".join(what.split()), markup=False)
            source = " · ".join(filter(None, (kinds, headline, outlet, f"{articles} articles" if articles > 1 else "")))
            out.print(f"{'':<13}{source}", style="dim", markup=False)
    return 0


def _day(said: str | None) -> str | None:
    """The first day of the day, month or year that was given."""
    if said is None:
        return None
    try:
        return date.fromisoformat(said + "0000-01-01"[len(said) :]).isoformat()
    except ValueError:
        raise UsageError(f"{said} is no date; write 2025, 2025-03 or 2025-03-14") from None
