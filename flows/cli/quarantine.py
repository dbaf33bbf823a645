"""`newsdesk quarantine`: list what could not be filed and why, or try it again."""

from __future__ import annotations

from pathlib import PurePath

from cyclopts import App

from flows.cli.options import DEFAULT, Database
from flows.cli.terminal import console, table
from warehouse.database.place import Place
from warehouse.database.store import reading
from warehouse.filing import quarantine as shelf

quarantine = App(name="quarantine", help="What could not be filed, and trying it again.")


@quarantine.command(name="list")
def list_(*, database: Database = DEFAULT) -> int:
    """List the documents that were rejected or failed, newest first.

    Example: newsdesk quarantine list
    """
    with reading(Place.at(database)) as warehouse:
        held = shelf.held(warehouse)
    rows = [
        (
            PurePath(h.source_uri).name or h.source_uri,
            h.outcome,
            h.byte_length,
            f"{h.arrived_at:%Y-%m-%d %H:%M}",
            h.reason,
        )
        for h in held
    ]
    console().print(table(("document", "outcome", "bytes", "arrived", "reason"), rows, right=("bytes",)))
    print(f"{len(held):,} documents in quarantine")
    return 0


@quarantine.command
def retry(*, database: Database = DEFAULT) -> int:
    """Parse everything in quarantine again: the stored bytes, or the file at its path if it could not be read.

    Example: newsdesk quarantine retry
    """
    from flows.cli.ingest import report
    from flows.retry import retry as flow

    with reading(Place.at(database)):
        pass  # says so when there is no database
    return report(lambda: flow(database=str(database)), database)
