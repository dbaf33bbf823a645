"""Folders for rows that do not fit into the memory of DuckDB: one for each reader, and those that killed ones left.

    newsdesk.duckdb.HOST-PID-N.tmp    made by DuckDB when a question needs it, removed when its reader closes

A reader that is killed leaves its folder. Whoever next writes to the desk, or asks it with `newsdesk sql`, removes it.
"""

from __future__ import annotations

import os
import re
import time
import zlib
from collections.abc import Iterator
from contextlib import suppress
from itertools import count
from pathlib import Path

from warehouse.database.place import Place

DAY = 86_400.0
"""Seconds after which a folder goes of which nobody here can say whether it is in use: of another machine or program."""

_number = count(1)
_OURS = re.compile(r"\.(?P<host>[0-9a-f]{8})-(?P<pid>\d+)-\d+\.tmp")


def own(place: Place) -> Path:
    """The folder of this process for the published file: its connections to one file must have the same settings."""
    return _folder(place, 0)


def another(place: Place) -> Path:
    """A folder that nothing else in this process uses, for a database in memory that reads the published file."""
    return _folder(place, next(_number))


def _folder(place: Place, number: int) -> Path:
    return place.published.with_name(f"{place.published.name}.{_host()}-{os.getpid()}-{number}.tmp")


def sweep(place: Place) -> int:
    """Remove the folders that nobody uses any more; how many. What may not be removed stays for another."""
    found = [folder for folder in _folders(place) if _is_left(place, folder)]
    if found:
        import shutil  # seldom needed, and readers start without it
    for folder in found:
        shutil.rmtree(folder, ignore_errors=True)
    return len(found)


def _folders(place: Place) -> Iterator[Path]:
    with suppress(OSError), os.scandir(place.published.parent) as entries:
        for entry in entries:
            if entry.name.startswith(f"{place.published.name}.") and entry.name.endswith(".tmp"):
                yield Path(entry.path)


def _is_left(place: Place, folder: Path) -> bool:
    """Whether the process that made a folder has ended, or it has lain there for a day. Links are none of ours."""
    if folder.is_symlink() or not folder.is_dir():
        return False
    ours = _OURS.fullmatch(folder.name.removeprefix(place.published.name))
    if ours and ours["host"] == _host():
        return not _lives(int(ours["pid"]))
    return time.time() - _changed(folder) > DAY


def _changed(folder: Path) -> float:
    """When something in a folder was last changed; now when it cannot be told."""
    try:
        return max(path.stat().st_mtime for path in (folder, *folder.iterdir()))
    except OSError:
        return time.time()


def _lives(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except OSError:  # somebody else's
        return True
    return True


def _host() -> str:
    return f"{zlib.crc32(os.uname().nodename.encode()):08x}"
