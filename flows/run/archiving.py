"""Cold months moved out of the database, one after the other, then the file rewritten and published once."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from flows.clock import now
from flows.run import forgetting
from flows.run.desk import new_run_id
from flows.run.run_registry import present
from warehouse.database.place import Place
from warehouse.database.publish import publish_now
from warehouse.database.store import Say, silence, writing
from warehouse.filing import archive_erasure, archiving
from warehouse.filing import forgetting as scopes
from warehouse.filing.archiving import Archive


@dataclass(frozen=True, slots=True, kw_only=True)
class Moved:
    """A month that was moved, and the folder it is in now."""

    month: str
    path: Path
    articles: int


def move(place: Place, folder: Path, before: datetime, *, say: Say = silence) -> tuple[Moved, ...]:
    """Move stories that were last printed before a moment into folders of Parquet files, a month each.

    First it ends moves that were stopped. Readers see the result when all months are moved.
    """
    folder.mkdir(parents=True, exist_ok=True)
    with present(place, "archive", (None, None)):
        done = (*_resumed(place, say), *_moved(place, folder, before, say))
        forgetting.finish(place, say=say)
    publish_now(place, say=say)
    return done


def _resumed(place: Place, say: Say) -> Iterator[Moved]:
    """End what earlier moves began; what they had not written is taken back."""
    with writing(place, say=say) as warehouse:
        left = archiving.unmoved(warehouse)
    for archive in left:
        if archiving.complete(archive):
            yield _leave(place, archive, say)
        else:
            with writing(place, say=say) as warehouse, warehouse.transaction():
                archiving.abandon(warehouse, archive)


def _moved(place: Place, folder: Path, before: datetime, say: Say) -> Iterator[Moved]:
    with writing(place, say=say) as warehouse:
        months = archiving.cold(warehouse, before)
    for month, articles in months.items():
        with writing(place, say=say) as warehouse:
            with warehouse.transaction():
                archive = archiving.begin(warehouse, new_run_id(), folder, month, articles, now())
            archiving.write(warehouse, archive, now())
        yield _leave(place, archive, say)


def _leave(place: Place, archive: Archive, say: Say) -> Moved:
    """Take the articles of a written archive out of the database."""
    with writing(place, say=say) as warehouse:
        goes = scopes.of_articles(warehouse, archive.articles)
    kept = (archive.archive_id, str(archive.path))
    forgetting.take_out(place, goes, cause="archived", reason=f"moved to {archive.path}", archive=kept)
    with writing(place, say=say) as warehouse, warehouse.transaction():
        archiving.moved(warehouse, archive, now())
    say(f"{archive.path}: {len(archive.articles):,} article{'s' * (len(archive.articles) != 1)}")
    return Moved(month=archive.month, path=archive.path, articles=len(archive.articles))


def take_out(place: Place, name: str, reason: str, *, say: Say = silence) -> int:
    """Take documents of this id out of the folders they were moved to; how many. The ledger says why; publishes."""
    with present(place, "forget", (None, None)), writing(place, say=say) as warehouse:
        found = archive_erasure.named(warehouse, name)
        for archived in found:
            archive_erasure.erase(warehouse, archived, now(), reason)
    publish_now(place, say=say)
    return sum(len(archived.documents) for archived in found)
