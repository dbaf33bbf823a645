"""`newsdesk sql`: query the published database from the command line or in a shell."""

from __future__ import annotations

from typing import Annotated

from cyclopts import Parameter
from cyclopts.validators import Number

from flows.cli.options import DEFAULT, Database
from flows.cli.output import FormatOption, OutputOption, RawOption, deliver
from parsers.errors import UsageError
from warehouse.database.place import Place

MOST_SECONDS = 1_000_000


def sql(
    *query: Annotated[str, Parameter(help="A query in quotes, or a shell command (.tables, .schema NAME).")],
    database: Database = DEFAULT,
    format: FormatOption = None,
    output: OutputOption = None,
    raw: RawOption = False,
    seconds: Annotated[
        int,
        Parameter(
            help="How long a query may take; 0 for no limit.",
            env_var="NEWSDESK_SQL_SECONDS",
            validator=Number(gte=0, lte=MOST_SECONDS),
        ),
    ] = 300,
) -> int:
    """Query the published database in SQL; print a table, CSV, JSON, JSON Lines or Markdown, or write Parquet.

    Without a query it is a shell (history, completion, .tables, .schema, .help); from a pipe it reads statements.
    Queries are read-only, never wait for a run, and write no file except FILE. Ctrl-C stops one, and so does --seconds.

    Example: newsdesk sql "select outcome, count(*) from arrival group by outcome"
    Example: newsdesk sql "from quantity" --output quantities.parquet
    """
    place = Place.at(database)
    said = "".join(query[:1]).strip()
    if len(query) > 1 and not said.startswith("."):
        raise UsageError(
            f'put the query in quotes so that your shell does not change it: newsdesk sql "{" ".join(query)}"'
        )
    if said and not said.startswith("."):
        deliver(place, said, format, output, raw=raw, seconds=seconds or None)
        return 0
    from flows.cli.shell import Shell

    shell = Shell(place, format or "table", raw=raw, seconds=seconds or None)
    return shell.command(" ".join(query)) if said else shell.run()
