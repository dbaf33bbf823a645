"""Damaged database files: which errors of DuckDB mean one, and which command helps."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import duckdb

from parsers.errors import DatabaseDamaged, UsageError
from warehouse.database.place import Place

CORRUPT = re.compile(
    r"Corrupt database file|Could not read enough bytes|not a valid DuckDB database|Serialization Error"
    r"|Failed to deserialize|Failed to load metadata pointer|file is corrupt|database has been invalidated",
    re.IGNORECASE,
)
"""What DuckDB says about blocks that are missing or are not what was written."""

NO_DATABASE = "not a valid DuckDB database"

AS_WORDS = 160
"""Characters of DuckDB's message that are repeated."""


def command(place: Place, *words: str | Path) -> str:
    """A newsdesk command for this database, as it is to be typed."""
    return "`newsdesk " + " ".join([*map(str, words), "--database", str(place.published)]) + "`"


def cure(place: Place, path: Path) -> str:
    """What to do about a damaged file of a desk."""
    if path == place.published and place.live.exists():
        return f"{command(place, 'publish', '--replace')} writes it again from the desk's own file, and keeps this one"
    if path in (place.published, place.live):
        return f"{command(place, 'restore', good(place, path) or 'BACKUP')} goes on from that file, and keeps this one"
    return "use another copy"


def good(place: Place, damaged: Path) -> Path | None:
    """The newest other file of a desk from which it can go on: the published one, else the last verified one."""
    return next((p for p in (place.published, place.verified) if p != damaged and opens(p)), None)


def opens(path: Path) -> bool:
    """Whether a file opens as a database that has a ledger of migrations."""
    try:
        with duckdb.connect(str(path), read_only=True) as connection:
            connection.execute("select count(*) from schema_migration").fetchall()
    except duckdb.Error:
        return False
    return True


def explained(error: BaseException, place: Place, path: Path) -> DatabaseDamaged | None:
    """The error as a sentence with what to do, if it (or what it was raised in answer to) means a damaged file."""
    said = next((s for s in _messages(error) if CORRUPT.search(s)), None)
    if said is None:
        return None
    short = " ".join(said.split())[:AS_WORDS]
    return DatabaseDamaged(f"{path} is damaged ({short}); {cure(place, path)}")


@contextmanager
def explaining(place: Place, path: Path) -> Iterator[None]:
    """Raise DatabaseDamaged for errors of DuckDB in the block that mean that the file at `path` is damaged."""
    try:
        yield
    except duckdb.Error as error:
        if damaged := explained(error, place, path):
            raise damaged from error
        raise


def _messages(error: BaseException | None) -> Iterator[str]:
    while error is not None:
        if isinstance(error, duckdb.Error):
            yield str(error)
        error = error.__cause__ or error.__context__


def no_database(place: Place) -> UsageError:
    """The error that says that nothing is filed there yet, and what to do."""
    if place.live.exists():
        return UsageError(f"{place.published} is gone; {command(place, 'publish')} writes it from the desk's own file")
    create = "`newsdesk ingest PATH` or `newsdesk feeds add URL` creates it"
    return UsageError(f"there is no database at {place.published} yet; {create}")
