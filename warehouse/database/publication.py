"""Which file was published last, so that no other file is ever replaced without being asked about.

A file is known by its place on the disk, length and time; if these differ (the folder was copied, say), by its contents.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, replace
from pathlib import Path

import duckdb

from parsers.errors import DatabaseDamaged, PublishedChanged
from warehouse.database.blocks import Blocks, read_blocks
from warehouse.database.copying import readable
from warehouse.database.damage import command, cure, explaining
from warehouse.database.place import Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Publication:
    """A published file: inode, bytes, time of its contents in ns, digest of its blocks, and its newest run."""

    inode: int
    byte_length: int
    modified_ns: int
    digest: str
    last_run: str | None


def of_file(path: Path, blocks: Blocks) -> Publication:
    """What is to be remembered of a file that is read as a whole."""
    stat = path.stat()
    return Publication(
        inode=stat.st_ino,
        byte_length=stat.st_size,
        modified_ns=stat.st_mtime_ns,
        digest=blocks.digest,
        last_run=newest_run(path),
    )


def newest_run(path: Path) -> str | None:
    """The id of the run that began last, in a database that no connection of this process has open for writing."""
    with duckdb.connect(str(path), read_only=True) as connection:
        ((run,),) = connection.execute("select max_by(run_id, (started_at, run_id)) from run").fetchall()
    return None if run is None else str(run)


def has_run(path: Path, run_id: str | None) -> bool:
    """Whether a database knows a run. Every one knows None."""
    if run_id is None:
        return True
    with duckdb.connect(str(path), read_only=True) as connection:
        return bool(connection.execute("select 1 from run where run_id = ?", [run_id]).fetchall())


def remembered(place: Place) -> tuple[Publication, ...]:
    """What was published last; while a publication is under way, that one too. Empty for a desk of an older version."""
    try:
        return tuple(Publication(**each) for each in json.loads(place.publication.read_text("utf-8")))
    except (FileNotFoundError, ValueError, TypeError):
        return ()


def remember(place: Place, *publications: Publication) -> None:
    """Remember what was published, instead of what was remembered before."""
    part = place.publication.with_suffix(".part")
    part.write_text(json.dumps([asdict(each) for each in publications]), "utf-8")
    part.replace(place.publication)


def is_known(place: Place) -> bool:
    """Whether the published file is the one that was published last, or there is none, or nothing is remembered."""
    known = remembered(place)
    if not known or not place.published.exists():
        return True
    if person_wrote(place):
        return False
    return any(_same_file(place.published, each) for each in known) or _same_contents(place, known)


def person_wrote(place: Place) -> bool:
    """Whether another program has left a log with changes beside the published file."""
    log = place.published.with_name(f"{place.published.name}.wal")
    return log.exists() and log.stat().st_size > 0


def check_known(place: Place) -> None:
    """Raise PublishedChanged, with both ways to go on, unless the published file is the one that was published last.

    Raises DatabaseDamaged when it is a damaged file.
    """
    if is_known(place):
        return
    if not readable(place.published):
        raise DatabaseDamaged(f"{place.published} is damaged; {cure(place, place.published)}")
    raise changed(place, _what(place))


def check_newer(place: Place, part: Path) -> None:
    """Raise PublishedChanged when what is to be published lacks runs that the published file has."""
    if not place.published.exists():
        return
    known = remembered(place)
    with explaining(place, place.published):
        last = known[-1].last_run if known else newest_run(place.published)
    if not has_run(part, last):
        raise changed(place, "it has runs that the desk's own file lacks")


def current(place: Place) -> tuple[Publication, ...]:
    """What is remembered of the file that is published now."""
    if not place.published.exists():
        return ()
    return tuple(each for each in remembered(place) if _same_file(place.published, each))


def admitted(place: Place) -> tuple[Publication, ...]:
    """The published file as it is, to be remembered although newsdesk did not write it. Empty when there is none."""
    if not place.published.exists():
        return ()
    stat, blocks = place.published.stat(), read_blocks(place.published)
    return (
        Publication(
            inode=stat.st_ino,
            byte_length=stat.st_size,
            modified_ns=stat.st_mtime_ns,
            digest=blocks.digest,
            last_run=None,
        ),
    )


def changed(place: Place, what: str) -> PublishedChanged:
    """The error, with both ways to go on."""
    return PublishedChanged(
        f"{place.published} is not what newsdesk published last: {what}. Nothing is published until you choose (what arrives is kept in the "
        f"desk's own file): {command(place, 'restore', place.published)} goes on from it, {command(place, 'publish', '--replace')} replaces "
        "it; both keep the other"
    )


def _same_file(path: Path, known: Publication) -> bool:
    stat = path.stat()
    return (stat.st_ino, stat.st_size, stat.st_mtime_ns) == (known.inode, known.byte_length, known.modified_ns)


def _same_contents(place: Place, known: tuple[Publication, ...]) -> bool:
    """Whether the published file is a copy of what was published last; if it is, it is remembered as that."""
    stat = place.published.stat()
    if all(each.byte_length != stat.st_size for each in known):
        return False
    digest = read_blocks(place.published).digest
    found = next((each for each in known if each.digest == digest), None)
    if found:
        remember(place, replace(found, inode=stat.st_ino, modified_ns=stat.st_mtime_ns))
    return found is not None


def _what(place: Place) -> str:
    """What the published file is instead, in words."""
    if person_wrote(place):
        return "another program has written to it"
    with explaining(place, place.published):
        old = not has_run(place.published, remembered(place)[-1].last_run)
    return "it is another state of this desk, or another desk" if old else "it was changed since"
