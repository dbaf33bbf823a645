"""`newsdesk maintain`: checkpoint, verify, delete old Prefect runs, report growth."""

from __future__ import annotations

from typing import Annotated

from cyclopts import Parameter

from flows.cli.options import DEFAULT, Database
from flows.cli.printing import say
from warehouse.database.place import Place
from warehouse.database.store import reading


def maintain(
    *,
    database: Database = DEFAULT,
    keep_days: Annotated[int, Parameter(help="Number of days for which Prefect keeps runs.")] = 14,
) -> int:
    """Checkpoint and publish the database, verify the ledger and every span, and delete old Prefect runs.

    Exit code 2 if a check fails; the message says which.

    Example: newsdesk maintain --database desk.duckdb
    """
    with reading(Place.at(database)):
        pass  # says so when there is no database
    from flows.maintain import maintain as flow

    done = flow(database=str(Place.at(database).published), keep_days=keep_days)
    for what, n in done.mended:
        say(f"repaired: {what}: {n:,}")
    for checked in done.checked:
        say(f"ok: {checked.rule}")
    for name, size in done.sizes:
        say(f"{name}: {size / 1e6:,.1f} MB")
    say(f"deleted: {done.pruned.runs:,} Prefect runs, {done.pruned.artifacts:,} Prefect artifacts")
    if done.pruned.note:
        say(done.pruned.note)
    return 0
