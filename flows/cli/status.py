"""`newsdesk status`: counts, runs and metrics."""

from __future__ import annotations

from dataclasses import asdict
from typing import Annotated, Literal

from cyclopts import Parameter

from flows.cli.options import DEFAULT, Database
from flows.cli.output import as_json
from flows.cli.printing import say
from flows.cli.terminal import console, table
from warehouse.database.place import Place
from warehouse.database.store import reading

RUN = (
    "started_at",
    "kind",
    "state",
    "received",
    "loaded",
    "unchanged",
    "duplicate",
    "revision",
    "rejected",
    "failed",
    "adds_up",
)

RUNS = 10
"""Runs that are shown."""


def status(
    *,
    metrics: Annotated[bool, Parameter(negative="", help="Print metrics in Prometheus's text format.")] = False,
    format: Annotated[Literal["table", "json"], Parameter(name=["--format", "-f"], help="Output format.")] = "table",
    database: Database = DEFAULT,
) -> int:
    """Show counts, the last runs, and whether the ledger adds up.

    After each run the metrics are also written to .newsdesk.duckdb.desk/metrics.prom beside the database.

    Example: newsdesk status
    """
    if metrics:
        from flows.monitoring.metrics import current

        say(current(Place.at(database)), end="")
        return 0
    from flows.clock import now
    from flows.monitoring.health import disk, forecast
    from flows.run import machine
    from warehouse.asking.growth import growth

    with reading(Place.at(database)) as warehouse:
        counts = warehouse.rows("desk_counts")
        runs = warehouse.rows("recent_runs", {"n": RUNS})
        room = disk(Place.at(database), growth(warehouse, now()))
    if format == "json":
        listed = [dict(zip(RUN, run, strict=True)) for run in runs]
        say(as_json({"counts": dict(counts), "room": asdict(room), "runs": listed}))
        return 0
    out = console()
    out.print(table(("what", "how many"), counts, right=("how many",)))
    out.print(f"\n{forecast(room)}")
    if slow := machine.slow_python():
        out.print(slow)
    names = ("started", *[name.replace("_", " ") for name in RUN[1:]])
    out.print()
    out.print(table(names, [(f"{at:%Y-%m-%d %H:%M}", *rest) for at, *rest in runs], right=names[3:10]))
    return 0
