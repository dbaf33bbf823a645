"""Publication: the live database becomes the file people read, by one atomic replace.

The live file is read by a process of its own (`cp`): a process that has a DuckDB file open and touches it in any other
way loses its lock on it without notice. The copy is nobody's yet, and is checked here.
"""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import duckdb

from parsers.errors import WarehouseError
from warehouse.place import Place
from warehouse.store import check_ours


def publish(place: Place) -> None:
    """Replace the published file by a copy of the live one. The caller holds the right to write, and no connection.

    Cost: one copy of the file (nothing on file systems with reflinks). Readers that are open keep the old state.
    Raises DatabaseForeign when something else has come to lie at the published path.
    """
    check_ours(place.published)
    copy_file(place.live, place.published)


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
