"""A database file copied, checked and moved over another by one atomic replace.

The source is read by a separate process (`cp`): a process that has a DuckDB file open and reads it in any other way
loses its lock on it without notice. All blocks of the copy are read before it replaces anything.
"""

from __future__ import annotations

import errno
import os
import subprocess
from collections.abc import Callable
from pathlib import Path

import duckdb

from parsers.errors import DatabaseDamaged, WarehouseError
from warehouse.database.blocks import Blocks, read_blocks
from warehouse.database.damage import cure, explained
from warehouse.database.obstacles import LOCKED
from warehouse.database.place import Place

Checked = Callable[[Path, Blocks], None]
"""Hears of a copy that was read as a whole, before it replaces anything; may refuse it by raising."""


def accept(part: Path, blocks: Blocks) -> None:
    """Every whole copy will do."""


def copy_file(place: Place, source: Path, target: Path, checked: Checked = accept) -> Blocks:
    """Copy a database, read every block of the copy, and move it over the target. Returns the state of the copy.

    The source has no log beside it that is not folded in. Raises DatabaseDamaged when it is damaged, WarehouseError when
    the copy cannot be written; the target is then as it was.
    """
    part = part_of(target)
    try:
        blocks = copy_part(place, source, part)
        checked(part, blocks)
        move(part, target)
    except OSError as error:
        raise _not_written(target, error) from error
    finally:
        part.unlink(missing_ok=True)
    return blocks


def part_of(target: Path) -> Path:
    """Where a copy is made before it is moved to its place: in the same folder."""
    return target.with_name(f".{target.name}.{os.getpid()}.part")


def copy_part(place: Place, source: Path, part: Path) -> Blocks:
    """Copy a database by a separate process, get it to the disk and check it. Raises as `copy_file`."""
    try:
        _copy(source, part)
        blocks = read_blocks(part)
        damaged = _check(part, everything=blocks.suspect)  # what is damaged or missing may be a free block
    except duckdb.Error as error:
        same = read_blocks(part).digest == read_blocks(source).digest  # else the copy went wrong
        raise (same and explained(error, place, source)) or _not_written(part, error) from error
    except (subprocess.CalledProcessError, OSError) as error:
        raise _not_written(part, error) from error
    if damaged:
        raise DatabaseDamaged(f"{source} is damaged in {', '.join(damaged)}; {cure(place, source)}")
    return blocks


def move(part: Path, target: Path) -> None:
    """Put a finished copy in its place, whatever was there."""
    # a log that a person's writing left beside the old file would make the new one unreadable
    target.with_name(f"{target.name}.wal").unlink(missing_ok=True)
    part.replace(target)
    to_disk(target.parent)


def to_disk(folder: Path) -> None:
    """Wait until the names in a folder are on the disk."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def tables(connection: duckdb.DuckDBPyConnection) -> list[str]:
    """The names of all tables."""
    return [n for (n,) in connection.execute("select table_name from duckdb_tables() order by table_name").fetchall()]


def read_table(connection: duckdb.DuckDBPyConnection, table: str) -> int:
    """Read every value of a table; how many rows it has. Raises duckdb.Error when it is damaged."""
    ((rows, _),) = connection.execute(f'select count(*), bit_xor(hash(t)) from "{table}" t').fetchall()
    return int(rows)


def damaged_tables(connection: duckdb.DuckDBPyConnection) -> list[str]:
    """The tables that cannot be read as a whole."""
    return [name for name in tables(connection) if _unreadable(connection, name)]


def _unreadable(connection: duckdb.DuckDBPyConnection, table: str) -> bool:
    try:
        read_table(connection, table)
    except duckdb.OutOfMemoryException:
        raise  # says nothing about the table
    except duckdb.Error:
        return True
    return False


def _copy(source: Path, part: Path) -> None:
    subprocess.run(["cp", "--reflink=auto", "--", str(source), str(part)], check=True, capture_output=True)
    with part.open("rb+") as file:
        os.fsync(file.fileno())


def readable(path: Path) -> bool:
    """Whether a database that no connection of this process has open can be read as a whole."""
    try:
        return not _check(path, everything=read_blocks(path).suspect)
    except duckdb.OutOfMemoryException:
        raise  # says nothing about the file
    except duckdb.Error as error:
        return LOCKED.search(str(error)) is not None  # another program has it open, which says nothing about the file


def _check(part: Path, *, everything: bool) -> list[str]:
    """A copy that does not open, or has lost its ledger or a block that is in use, must not replace anything.

    Returns the tables that cannot be read. Raises duckdb.Error when it cannot be opened.
    """
    with duckdb.connect(str(part), read_only=True) as connection:
        read_table(connection, "schema_migration")
        return damaged_tables(connection) if everything else []


def _not_written(target: Path, error: Exception) -> WarehouseError:
    said = error.stderr.decode(errors="replace").strip() if isinstance(error, subprocess.CalledProcessError) else error
    remedy = "; make room on that disk and do it again" if os.strerror(errno.ENOSPC) in str(said) else ""
    return WarehouseError(f"{target} could not be written: {said}; the previous state is still there{remedy}")
