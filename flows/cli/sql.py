"""`newsdesk sql`: ask the published database; one question from the command line, or a shell for many."""

from __future__ import annotations

from typing import Annotated

from cyclopts import Parameter

from flows.cli.formats import FormatOption, OutputOption, deliver
from flows.cli.options import DEFAULT, Database
from parsers.errors import UsageError
from warehouse.database.place import Place


def sql(
    *query: Annotated[
        str, Parameter(help="One question, in quotes; or a command of the shell (.tables, .schema NAME).")
    ],
    database: Database = DEFAULT,
    format: FormatOption = None,
    output: OutputOption = None,
) -> int:
    """Ask the published database in SQL: a table on the terminal, or CSV, JSON, JSON Lines, Markdown, Parquet.

    Without a query it is a shell (history, completion, .tables, .schema, .help); from a pipe it reads statements.
    It only reads, never waits for a run, and touches no file but FILE.

    Example: newsdesk sql "select outcome, count(*) from arrival group by outcome"
    Example: newsdesk sql "from quantity" --output quantities.parquet
    """
    place = Place.at(database)
    said = "".join(query[:1]).strip()
    if len(query) > 1 and not said.startswith("."):
        raise UsageError(
            f'put the question in quotes, so that the shell leaves it alone: newsdesk sql "{" ".join(query)}"'
        )
    if said and not said.startswith("."):
        deliver(place, said, format, output)
        return 0
    from flows.cli.shell import Shell

    shell = Shell(place, format or "table")
    return shell.command(" ".join(query)) if said else shell.run()
