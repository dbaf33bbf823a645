"""Publication: the live database becomes the file people read, by one atomic replace.

The live file is read by a process of its own (`cp`): a process that has a DuckDB file open and touches it in any other
way loses its lock on it without notice. The copy is nobody's yet, and is checked here.
"""

from __future__ import annotations

import os
import subprocess
import time
from pathlib import Path

import duckdb

from parsers.errors import WarehouseError
from warehouse.place import Place
from warehouse.store import Say, check_ours, silence

PERSON_SECONDS = 20.0
"""How long a person who has the published file open for writing is waited for; then it is replaced all the same."""


def publish(place: Place, *, say: Say = silence) -> None:
    """Replace the published file by a copy of the live one. The caller holds the right to write, and no connection.

    Cost: one copy of the file (nothing on file systems with reflinks). Readers that are open keep the old state; what a
    person has written into the published file is lost with it. `say` hears why it waits.
    Raises DatabaseForeign when something else has come to lie at the published path.
    """
    _wait_for_person(place.published, say)
    copy_file(place.live, place.published)


def _wait_for_person(path: Path, say: Say) -> None:
    """Check what is to be replaced; while a person has it open for writing, wait."""
    deadline = time.monotonic() + PERSON_SECONDS
    told = False
    while not check_ours(path) and time.monotonic() < deadline:
        if not told:
            say(
                f"{path} is open for writing in another program; waiting up to {PERSON_SECONDS:.0f} s, then replacing it"
            )
            told = True
        time.sleep(0.2)


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
