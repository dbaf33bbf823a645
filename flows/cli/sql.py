"""`newsdesk sql`: ask the published database; one question from the command line, or a shell for many."""

from __future__ import annotations

from flows.cli.formats import FormatOption, OutputOption, deliver
from flows.cli.options import DEFAULT, Database
from warehouse.place import Place


def sql(
    query: str = "", /, *, database: Database = DEFAULT, format: FormatOption = None, output: OutputOption = None
) -> int:
    """Ask the published database in SQL: a table on the terminal, or CSV, JSON, JSON Lines, Markdown, Parquet.

    Without a query it is a shell (history, completion, .tables, .schema, .help); from a pipe it reads statements.
    It only reads, never waits for a run, and touches no file but FILE.

    Example: newsdesk sql "select outcome, count(*) from arrival group by outcome"
    Example: newsdesk sql "from quantity" --output quantities.parquet
    """
    place = Place.at(database)
    if query.strip():
        deliver(place, query, format, output)
        return 0
    from flows.cli.shell import Shell

    return Shell(place, format or "table").run()
