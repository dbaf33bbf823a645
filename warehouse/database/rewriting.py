"""The live database written anew, so that what was deleted is in no block of the file any more.

DuckDB keeps deleted rows in freed blocks until something else overwrites them; a log and a spill file may hold them too.
"""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import duckdb

from parsers.errors import WarehouseError
from warehouse.database.connecting import STORAGE_VERSION, connect
from warehouse.database.copying import part_of, to_disk
from warehouse.database.place import Place
from warehouse.database.sql import query

FRESH = "fresh"
"""Name of the new file while it is written."""


def rewrite(place: Place, path: Path | None = None) -> None:
    """Replace the live file, or another that nobody uses, by a copy of its rows, and note that what was taken out is erased.

    The caller holds the right to write, and no connection. Costs the copy, and room for it on the disk. Killed or failed,
    it leaves the file as it was. Raises WarehouseError.
    """
    file = path or place.live
    part = part_of(file)
    try:
        _copy(place, file, part)
        with part.open("rb+") as written:
            os.fsync(written.fileno())
        part.replace(file)
        to_disk(file.parent)
    except (duckdb.Error, OSError) as error:
        raise WarehouseError(
            f"{file} could not be rewritten ({error}); what was forgotten is deleted from it but may still be in its "
            "free blocks; `newsdesk maintain` tries again"
        ) from error
    finally:
        part.unlink(missing_ok=True)
        part.with_name(f"{part.name}.wal").unlink(missing_ok=True)
    _sweep(file)


def _copy(place: Place, file: Path, part: Path) -> None:
    part.unlink(missing_ok=True)
    with connect(place, file, read_only=False) as connection:
        connection.execute(query("checkpoint")).fetchall()
        ((name,),) = connection.execute("select current_database()").fetchall()
        connection.execute(f"attach '{_quoted(part)}' as {FRESH} (storage_version '{STORAGE_VERSION}')").fetchall()
        connection.execute(f'copy from database "{name}" to {FRESH}').fetchall()
        _compare(connection, name)
        connection.execute(f"update {FRESH}.forgotten set erased_at = now() where erased_at is null").fetchall()
        connection.execute(f"checkpoint {FRESH}").fetchall()
        connection.execute(f"detach {FRESH}").fetchall()


def _compare(connection: duckdb.DuckDBPyConnection, name: str) -> None:
    """Raise OSError unless every table has as many rows in the new file as in the old one."""
    run = connection.execute
    for (table,) in run(
        "select table_name from duckdb_tables() where database_name = $name", {"name": name}
    ).fetchall():
        query = f'select (select count(*) from "{name}".main."{table}"), (select count(*) from {FRESH}.main."{table}")'
        ((old, new),) = run(query).fetchall()
        if old != new:
            raise OSError(f"{table} has {new} rows in the copy and not {old}")


def _quoted(path: Path) -> str:
    return str(path).replace("'", "''")


def _sweep(file: Path) -> None:
    """Delete the old file's log, which is folded in, and what killed processes spilled beside it."""
    file.with_name(f"{file.name}.wal").unlink(missing_ok=True)
    shutil.rmtree(file.with_name(f"{file.name}.tmp"), ignore_errors=True)
