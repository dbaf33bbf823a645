"""`newsdesk status`: counts, runs and metrics."""

from __future__ import annotations

from typing import Annotated

from cyclopts import Parameter

from flows.cli.options import DEFAULT, Database
from flows.cli.printing import say
from flows.cli.terminal import console, table
from warehouse.database.place import Place
from warehouse.database.store import reading

RUNS = 10
"""Runs that are shown."""


def status(
    *,
    metrics: Annotated[bool, Parameter(negative="", help="Print metrics in Prometheus's text format.")] = False,
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

    out = console()
    with reading(Place.at(database)) as warehouse:
        counts = warehouse.rows("desk_counts")
        runs = warehouse.rows("recent_runs", {"n": RUNS})
        room = disk(Place.at(database), growth(warehouse, now()))
    out.print(table(("what", "how many"), counts, right=("how many",)))
    out.print(f"\n{forecast(room)}")
    if slow := machine.slow_python():
        out.print(slow)
    names = (
        "started",
        "kind",
        "state",
        "received",
        "loaded",
        "unchanged",
        "duplicate",
        "revision",
        "rejected",
        "failed",
        "adds up",
    )
    out.print()
    out.print(table(names, [(f"{at:%Y-%m-%d %H:%M}", *rest) for at, *rest in runs], right=names[3:10]))
    return 0
