"""`newsdesk sql`: ask the published database; a table on a terminal, CSV, JSON, Markdown or Parquet elsewhere."""

from __future__ import annotations

from flows.cli.options import DEFAULT, Database
from flows.cli.terminal import console, table
from warehouse.place import Place
from warehouse.store import reading


def sql(query: str, *, database: Database = DEFAULT) -> int:
    """Run one SQL statement on the published database, read-only.

    Example: newsdesk sql "select outcome, count(*) from arrival group by outcome"
    """
    with reading(Place.at(database)) as warehouse:
        found = warehouse.connection.execute(query)
        names = [d[0] for d in found.description or ()]
        rows = found.fetchall()
    console().print(table(names, rows))
    return 0
