"""`newsdesk health`: whether the served desk is well, for people, monitors and containers."""

from __future__ import annotations

from typing import Annotated, Literal

from cyclopts import Parameter

from flows.cli.options import DEFAULT, Database
from flows.cli.printing import say
from flows.cli.terminal import console, table
from warehouse.database.place import Place

STYLE = {"ok": "ok", "warning": "warning", "critical": "CRITICAL"}


def health(
    *,
    format: Annotated[Literal["table", "json"], Parameter(name=["--format", "-f"], help="Output format.")] = "table",
    database: Database = DEFAULT,
) -> int:
    """Show whether the desk that `newsdesk serve` runs is well: parts, last runs, publication, backlog, disk.

    Exit code 0 when all is well, 1 with a warning, 2 when something is critical (as Nagios plugins do).

    Example: newsdesk health --database desk.duckdb
    """
    from flows.monitoring.health import as_json, worst
    from flows.monitoring.health import health as look

    found = look(Place.at(database))
    if format == "json":
        say(as_json(found))
    else:
        rows = [(f.name, STYLE[f.level.name.lower()], f.said) for f in found]
        console().print(table(("what", "state", "in words"), rows))
    return int(worst(found))
