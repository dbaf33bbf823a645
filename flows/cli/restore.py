"""`newsdesk restore`: make a backup, or another copy, the state of this desk."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

from cyclopts import Parameter

from flows.cli.options import DEFAULT, NONE_OR_MORE, Database
from flows.cli.printing import complain, say
from flows.reporting.counting import counted
from warehouse.database.aside import copies
from warehouse.database.damage import command
from warehouse.database.place import Place
from warehouse.database.store import WAIT_SECONDS
from warehouse.filing.forgetting import Scope


def restore(
    source: Annotated[
        Path | None, Parameter(name="FROM", help="A backup, the published file, or a kept copy. [default: list them]")
    ] = None,
    *,
    wait: Annotated[
        float, Parameter(help="Seconds to wait for a run that is filing.", validator=NONE_OR_MORE)
    ] = WAIT_SECONDS,
    database: Database = DEFAULT,
) -> int:
    """Make a file the state of this desk, live and published. Its blocks, SHA-256 and schema are checked first.

    What it replaces is kept; the message says where. Waits until no run is filing. An older schema is brought up to date.
    What `newsdesk forget` took out of this desk is taken out of the file as well.

    Example: newsdesk restore /backups/desk-20260301T031700Z.duckdb --database desk.duckdb
    """
    place = Place.at(database)
    if source is None:
        return _list(place)
    from flows.clock import now
    from warehouse.filing.restore import restore as put

    done = put(place, source, now(), wait=wait, say=complain)
    newest = f", newest arrival {done.newest_arrival:%Y-%m-%d %H:%M} UTC" if done.newest_arrival else ""
    say(f"restored from {source}: {done.articles:,} articles{newest}")
    _say_forgotten(place, source, done.forgotten)
    if done.kept.exists():
        say(f"what it replaced is in {done.kept}")
    return 0


def _say_forgotten(place: Place, source: Path, forgotten: Scope | None) -> None:
    """What was forgotten again, or that nobody knows."""
    if forgotten is None:
        forget = command(place, "forget", "NAME", "--reason", "WHY")
        complain(
            f"the files of this desk cannot tell what was forgotten after {source} was written; if anything was: {forget}"
        )
    elif forgotten.documents:
        counts = f"{counted(len(forgotten.articles), 'articles')}, {counted(len(forgotten.documents), 'documents')}"
        say(f"forgotten again: {counts} that newsdesk forget had taken out of this desk")


def _list(place: Place) -> int:
    """Name what can be restored."""
    for kept in copies(place):
        written = f"{kept.written_at:%Y-%m-%d %H:%M}" if kept.written_at else "is gone"
        say(f"{kept.why:<17} {written:<16} {kept.path}")
    complain(f"name the file to restore: {command(place, 'restore', 'FROM')}")
    return 2
