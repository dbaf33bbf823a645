"""A backup: one file that holds the whole desk, checked and written at once, and a manifest in JSON beside it.

The file is a newsdesk database like the published one: raw bytes, articles, facts, stories, feeds and their state, and what
is known of watched folders. Settings are not in it; the manifest names those that were in use.
"""

from __future__ import annotations

import hashlib
import json
import os
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path

import duckdb

from parsers.errors import DatabaseDamaged, UsageError, WarehouseError
from warehouse.database.aside import note_backup
from warehouse.database.copying import copy_part, part_of, tables, to_disk
from warehouse.database.damage import no_database
from warehouse.database.permission import check_writable
from warehouse.database.place import Place
from warehouse.database.store import Say, exclusive, fold, silence

FORMAT = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class About:
    """What only the caller knows of a backup: newsdesk's version, the time in UTC, and names of settings in use."""

    newsdesk: str
    made_at: datetime
    settings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    """What a backup holds: versions, time, the database it was made of, length in bytes, SHA-256, rows by table."""

    format: int
    newsdesk: str
    schema: str
    made_at: str
    database: str
    byte_length: int
    sha256: str
    rows: tuple[tuple[str, int], ...]
    settings: tuple[str, ...]


def manifest_path(backup: Path) -> Path:
    """Where the manifest of a backup is."""
    return backup.with_name(f"{backup.name}.json")


def back_up(place: Place, to: Path, about: About, *, replace: bool = False, say: Say = silence) -> Manifest:
    """Write a backup of the live database, complete with everything that was committed, and its manifest.

    Runs wait while the file is copied, not while the copy is checked. A file at `to` stays unless `replace`. Raises
    UsageError, DatabaseDamaged, WarehouseError when it cannot be written, or when this user may not write to the desk
    (whoever copies the live file holds its lock); nothing is left then.
    """
    _check_target(place, to, replace)
    check_writable(place)
    part = part_of(to)
    try:
        with exclusive(place, say=say):
            fold(place, say=say)
            if not place.live.exists():
                raise no_database(place)
            copy_part(place, place.live, part)
        manifest = _described(place, part, about)
        _put(part, to, manifest, replace)
    except OSError as error:
        raise WarehouseError(f"{to} could not be written: {error.strerror}; nothing was changed") from error
    finally:
        part.unlink(missing_ok=True)
    _note(place, to, manifest, about.made_at, say)
    return manifest


def _note(place: Place, to: Path, manifest: Manifest, at: datetime, say: Say) -> None:
    """Note in the desk's folder where the backup is. It is whole without that, so a full disk there costs one line."""
    try:
        note_backup(place, to, at, manifest.sha256)
    except OSError as error:
        say(
            f"the backup is whole, but {place.backups} could not be written ({error.strerror}): name it to `newsdesk forget` with --backup {to}"
        )


def read_manifest(backup: Path) -> Manifest | None:
    """The manifest beside a backup; None when there is none. Raises WarehouseError when it cannot be understood."""
    path = manifest_path(backup)
    if not path.exists():
        return None
    try:
        said = json.loads(path.read_text("utf-8"))
        pairs = tuple((str(k), int(v)) for k, v in said.pop("rows").items())
        return Manifest(**{**said, "rows": pairs, "settings": tuple(said["settings"])})
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        raise WarehouseError(f"{path} is no manifest of a backup; move it away to go on without it") from error


def check_manifest(path: Path, backup: Path) -> Manifest | None:
    """The manifest of a backup, if it has one. Raises DatabaseDamaged when the file at `path`, a copy of it, differs."""
    manifest = read_manifest(backup)
    if manifest and (path.stat().st_size, sha256(path)) != (manifest.byte_length, manifest.sha256):
        raise DatabaseDamaged(
            f"{backup} is not the file that {manifest_path(backup)} describes: length or SHA-256 differ; use another copy"
        )
    return manifest


def sha256(path: Path) -> str:
    """The SHA-256 of a file that no connection of this process has open."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _check_target(place: Place, to: Path, replace: bool) -> None:
    if to.absolute() == place.published or to.absolute().is_relative_to(place.desk):
        raise UsageError(f"{to} belongs to the desk itself; name another file for the backup")
    if to.is_dir() or not to.absolute().parent.is_dir():
        raise UsageError(f"{to} cannot be a file: name one in a folder that exists")
    if to.exists() and not replace:
        raise UsageError(f"{to} exists; name another file, or add --replace")


def _described(place: Place, part: Path, about: About) -> Manifest:
    with duckdb.connect(str(part), read_only=True) as connection:
        rows = tuple((n, _count(connection, n)) for n in tables(connection))
        ((schema,),) = connection.execute("select max(name) from schema_migration where name <> '(views)'").fetchall()
    return Manifest(
        format=FORMAT,
        newsdesk=about.newsdesk,
        schema=str(schema),
        made_at=about.made_at.isoformat(),
        database=str(place.published),
        byte_length=part.stat().st_size,
        sha256=sha256(part),
        rows=rows,
        settings=about.settings,
    )


def _count(connection: duckdb.DuckDBPyConnection, table: str) -> int:
    ((rows,),) = connection.execute(f'select count(*) from "{table}"').fetchall()
    return int(rows)


def _put(part: Path, to: Path, manifest: Manifest, replace: bool) -> None:
    """Put both files in their places. Without its manifest a backup is whole all the same, so a kill in between is no harm."""
    said = manifest_path(to)
    said_part = part_of(said)
    try:
        said_part.write_text(json.dumps({**asdict(manifest), "rows": dict(manifest.rows)}, indent=1) + "\n", "utf-8")
        if replace:
            said.unlink(missing_ok=True)  # an old one would call the new file damaged
            part.replace(to)
        else:
            _link(part, to)
        said_part.replace(said)
        to_disk(to.absolute().parent)
    finally:
        said_part.unlink(missing_ok=True)


def _link(part: Path, to: Path) -> None:
    """Give a file its name unless something has that name, even by now."""
    try:
        os.link(part, to)
    except FileExistsError:
        raise UsageError(f"{to} exists; name another file, or add --replace") from None
    except OSError:  # a file system without links
        part.replace(to)
