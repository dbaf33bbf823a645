"""`newsdesk happenings`: what several independent stories report; put stories together, or set one apart."""

from __future__ import annotations

from typing import Annotated

from cyclopts import App, Parameter

from flows.cli.decisions import Note, decided
from flows.cli.options import DEFAULT, Database, Limit
from flows.cli.output import FormatOption, OutputOption, RawOption, deliver
from warehouse.database.place import Place
from warehouse.database.sql import written

happenings = App(
    name="happenings", help="What several independent stories report.\n\nExample: newsdesk happenings --limit 10"
)


@happenings.default
def list_(
    *,
    happening: Annotated[
        str | None, Parameter(help="List the stories of one: the start of its id or of an article id in it.")
    ] = None,
    limit: Limit = 30,
    database: Database = DEFAULT,
    format: FormatOption = None,
    output: OutputOption = None,
    raw: RawOption = False,
) -> int:
    """List happenings, those that most stories report first, or the stories of one with what ties them together.

    Example: newsdesk happenings --happening 9c1f
    """
    if happening is None:
        query = written("list_happenings", {"n": limit})
    else:
        query = written("happening_reports", {"name": happening})
    deliver(Place.at(database), query, format, output, raw=raw)
    return 0


@happenings.command
def apart(article: str, /, *, note: Note = None, database: Database = DEFAULT) -> int:
    """Take the story of an article out of its happening. The decision is kept.

    Example: newsdesk happenings apart 3f2a --note "another ferry"
    """
    from warehouse.stories import happenings as kept

    return decided(database, "in no happening now:", lambda w, at: kept.apart(w, article, at, note))


@happenings.command
def together(article: str, other: str, /, *, note: Note = None, database: Database = DEFAULT) -> int:
    """Put the stories of two articles into one happening. The decision is kept.

    Example: newsdesk happenings together 3f2a 9c1f
    """
    from warehouse.stories import happenings as kept

    return decided(database, "both are now in happening", lambda w, at: kept.together(w, article, other, at, note))
