"""Publication: the live database becomes the file people read, by one atomic replace.

The copy is made by a process of its own (`python -m warehouse.publish SOURCE TARGET`): a process that has a DuckDB file
open and touches it in any other way loses its lock on it without notice.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

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
    here = Path(__file__).resolve().parents[1]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([str(here), os.environ.get("PYTHONPATH", "")])}
    done = subprocess.run(
        [sys.executable, "-m", "warehouse.publish", str(source), str(target)],
        capture_output=True, text=True, check=False, env=environment,
    )  # fmt: skip
    if done.returncode:
        last = (done.stderr.strip().splitlines() or ["no message"])[-1]
        raise WarehouseError(f"{target} could not be published: {last}; the previous state is still there")


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
    import duckdb

    with duckdb.connect(str(part), read_only=True) as connection:
        connection.execute("select count(*) from schema_migration").fetchall()


if __name__ == "__main__":
    _copy(Path(sys.argv[1]), Path(sys.argv[2]))
