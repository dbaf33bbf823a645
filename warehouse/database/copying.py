"""A database file copied, checked and moved over another by one atomic replace.

The source is read by a separate process (`cp`): a process that has a DuckDB file open and reads it in any other way
loses its lock on it without notice. The copy is checked before it replaces anything.
"""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import duckdb

from parsers.errors import WarehouseError


def copy_file(source: Path, target: Path) -> None:
    """Copy a database in a separate process, check that the copy opens, and move it over the target."""
    try:
        _copy(source, target)
    except (subprocess.CalledProcessError, duckdb.Error, OSError) as error:
        said = (
            error.stderr.decode(errors="replace").strip() if isinstance(error, subprocess.CalledProcessError) else error
        )
        raise WarehouseError(f"{target} could not be published: {said}; the previous state is still there") from error


def _copy(source: Path, target: Path) -> None:
    part = target.with_name(f".{target.name}.{os.getpid()}.part")
    try:
        subprocess.run(["cp", "--reflink=auto", "--", str(source), str(part)], check=True, capture_output=True)
        with part.open("rb+") as file:
            os.fsync(file.fileno())
        _check(part)
        # a log that a person's writing left beside the old file would make the new one unreadable
        target.with_name(f"{target.name}.wal").unlink(missing_ok=True)
        part.replace(target)
        folder = os.open(target.parent, os.O_RDONLY)
        os.fsync(folder)
        os.close(folder)
    finally:
        part.unlink(missing_ok=True)


def _check(part: Path) -> None:
    """A copy that does not open, or has lost its ledger, must not replace anything."""
    with duckdb.connect(str(part), read_only=True) as connection:
        connection.execute("select count(*) from schema_migration").fetchall()
