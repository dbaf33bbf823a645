"""Restoring: a database file becomes the state of a desk; what it replaces is kept.

copy and check the file → wait until no run lives → take out of the copy what was forgotten here since → keep live and
published file → replace the live file → publish

The live file is replaced in one step. Killed before it, the desk is as it was; killed after it, the next run publishes.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import duckdb

from parsers.errors import DatabaseBusy, UsageError, WarehouseError
from warehouse.database import aside, publication
from warehouse.database.backup import Manifest, check_manifest
from warehouse.database.copying import copy_part, move, part_of
from warehouse.database.damage import explaining
from warehouse.database.migrate import standing
from warehouse.database.place import Place
from warehouse.database.publish import publish
from warehouse.database.store import WAIT_SECONDS, Say, check_ours, exclusive, fold, open_copy, silence
from warehouse.filing.forgetting import Scope
from warehouse.filing.forgetting_again import forget_again, taken_out
from warehouse.filing.ledger import is_dead

LOOK_SECONDS = 0.5


@dataclass(frozen=True, slots=True, kw_only=True)
class Restored:
    """What was restored: its manifest, if any, articles and newest arrival in it, and where the replaced files are.

    `forgotten` is what was taken out of it because people had taken it out of this desk; None when the desk's own files
    cannot tell what that was.
    """

    manifest: Manifest | None
    articles: int
    newest_arrival: datetime | None
    kept: Path
    forgotten: Scope | None


def restore(place: Place, source: Path, at: datetime, *, wait: float = WAIT_SECONDS, say: Say = silence) -> Restored:
    """Make a database file the live and the published state of a desk.

    Raises DatabaseForeign, DatabaseNewer, MigrationChanged or DatabaseDamaged for a file that cannot be used, DatabaseBusy
    when a run is still alive after `wait` seconds, UsageError for a file that is not there; nothing is changed then.
    """
    _check_source(place, source)
    kept = aside.folder(place, at)
    if not place.desk.exists():
        check_ours(place)
    place.desk.mkdir(exist_ok=True)
    part = part_of(place.live)
    try:
        manifest = _whole_copy(place, source, part)
        with _quiet(place, wait, say):
            known = taken_out(place)
            forgotten = forget_again(place, part, known or ())
            _replace(place, part, kept)
            publish(place, aside=kept)
    finally:
        for each in (part, part.with_name(f"{part.name}.wal")):
            each.unlink(missing_ok=True)
    articles, newest = _contents(place)
    return Restored(
        manifest=manifest,
        articles=articles,
        newest_arrival=newest,
        kept=kept,
        forgotten=None if known is None else forgotten,
    )


def living_runs(place: Place) -> tuple[str, ...]:
    """The ids of runs that hold their lock."""
    return tuple(p.stem for p in sorted(place.runs.glob("*.lock")) if not is_dead(place, p.stem))


def _check_source(place: Place, source: Path) -> None:
    if not source.is_file():
        raise UsageError(f"there is no file {source}; name a backup, or a database")
    if place.live.exists() and source.samefile(place.live):
        raise UsageError(f"{source} is the desk's own file already; `newsdesk publish` publishes it")
    if not place.published.parent.is_dir():
        raise UsageError(f"the folder {place.published.parent} does not exist; make it or name another database")


def _whole_copy(place: Place, source: Path, part: Path) -> Manifest | None:
    """Copy the file into the desk's folder and check that it can be used; its manifest, if it has one."""
    with explaining(place, source), open_copy(place, source) as warehouse:
        standing(warehouse.connection, str(source))
    log = source.with_name(f"{source.name}.wal")
    copy_part(place, source, part)
    manifest = check_manifest(part, source)
    if log.exists():  # what another program wrote and did not fold in
        part.with_name(f"{part.name}.wal").write_bytes(log.read_bytes())
        with explaining(place, source):
            duckdb.connect(str(part)).close()
    return manifest


@contextmanager
def _quiet(place: Place, wait: float, say: Say) -> Iterator[None]:
    """Hold the right to write while no run lives: a run would go on with documents that the restored state does not know."""
    deadline = time.monotonic() + wait
    told = False
    while True:
        with exclusive(place, wait=wait, say=say, adopt=False):
            living = living_runs(place)
            if not living:
                yield
                return
        if time.monotonic() >= deadline:
            raise DatabaseBusy(f"run {living[0]} is filing; restore when it has ended, or stop it first")
        if not told:
            say(f"run {living[0]} is filing; waiting until it has ended")
            told = True
        time.sleep(LOOK_SECONDS)


def _replace(place: Place, part: Path, kept: Path) -> None:
    """Keep what is there, and put the copy in the place of the live file."""
    with suppress(WarehouseError):  # a log that cannot be folded in is kept beside its file
        fold(place)
    aside.keep(kept, place.live, place.published)
    known = publication.is_known(place)
    if known:
        _admit(place)
    move(part, place.live)
    if not known:
        _admit(place)


def _admit(place: Place) -> None:
    """Let the next publication replace what is published now, whatever runs it has: it is kept."""
    publication.remember(place, *publication.admitted(place))


def _contents(place: Place) -> tuple[int, datetime | None]:
    with open_copy(place, place.published) as warehouse:
        ((articles, newest),) = warehouse.connection.execute(
            "select (select count(*) from article), (select max(arrived_at) from arrival)"
        ).fetchall()
    return int(articles), newest
