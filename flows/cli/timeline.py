"""`newsdesk timeline`: dated facts in order of date."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from cyclopts import Parameter

from flows.cli.options import DEFAULT, Database, Limit, Since, Until, day
from flows.cli.output import FormatOption, OutputOption, RawOption, deliver
from flows.cli.printing import complain, say
from flows.cli.terminal import console, shown
from flows.reporting.counting import printed
from warehouse.asking.query import ask, questions
from warehouse.asking.timelines import Wanted, last_day, timeline_query
from warehouse.database.place import Place
from warehouse.database.store import Warehouse

if TYPE_CHECKING:
    from rich.table import Table


def timeline(
    *,
    since: Since = None,
    until: Until = None,
    about: Annotated[str | None, Parameter(help="Only facts that contain this word.")] = None,
    kind: Annotated[
        str | None, Parameter(help="A kind (quantity, event, agreement, project) or subtype (money, disaster …).")
    ] = None,
    story: Annotated[str | None, Parameter(help="Only facts of this story (the start of its id).")] = None,
    copies: Annotated[bool, Parameter(negative="", help="Show every article, not one a story.")] = False,
    limit: Limit = 50,
    database: Database = DEFAULT,
    format: FormatOption = None,
    output: OutputOption = None,
    raw: RawOption = False,
) -> int:
    """List dated facts, past and planned, by date. Copies of a story count once, but for --copies.

    Without --since it lists the latest dates.

    Example: newsdesk timeline --since 2025-06 --about ferries
    """
    wanted = Wanted(since=day(since), until=day(until), about=about, kind=kind, story=story, copies=copies, limit=limit)
    place = Place.at(database)
    with questions(place) as warehouse:
        query = timeline_query(wanted, last_day(warehouse, wanted))
        if format is None and output is None:
            _print(warehouse, query)
            return 0
    deliver(place, query, format, output, raw=raw)
    return 0


def _print(warehouse: Warehouse, query: str) -> None:
    """Print the lines of a timeline, or that there are none."""
    rows = list(ask(warehouse, query).rows)
    if not rows:
        _nothing(warehouse)
    out = console()
    for when, kinds, what, headline, outlet, articles, also, article_id in rows:
        source = " · ".join(filter(None, (kinds, headline, outlet, printed(articles, also), article_id)))
        said = " ".join(what.split())
        if out.is_terminal:
            out.print(_line(when, said, source))
        else:
            say(f"{when:<13}{said}\n{'':<13}{source}")


def _line(when: str, what: str, source: str) -> Table:
    """A date, and beside it what is said and where."""
    from rich.table import Table

    line = Table.grid(padding=(0, 2, 0, 0))
    line.add_column(style="bold magenta", min_width=16, no_wrap=True)
    line.add_column()
    line.add_row(when, shown(what))
    line.add_row("", shown(source, "dim"))
    return line


def _nothing(warehouse: Warehouse) -> None:
    kinds = ", ".join(kind for (kind,) in warehouse.rows("timeline_kinds"))
    complain(f"no dated facts match; kinds of facts here: {kinds or 'none'}")
