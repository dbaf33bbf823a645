"""Files that are replaced on request are kept: where, and which copies of a desk there are."""

from __future__ import annotations

import json
import os
import shutil
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import chain, count
from pathlib import Path

from warehouse.database.place import Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """A copy of the desk: where it is, why it was made, and when it was written (None: unknown or gone)."""

    path: Path
    why: str
    written_at: datetime | None


def folder(place: Place, at: datetime) -> Path:
    """The folder for what is replaced at a time: one that is not there yet, also for the second of two within a second."""
    named = place.replaced / f"{at:%Y%m%dT%H%M%SZ}"
    names = chain([named], (named.with_name(f"{named.name}-{n}") for n in count(2)))
    return next(name for name in names if not name.exists())


def keep(aside: Path, *paths: Path) -> None:
    """Keep files, and logs beside them, under a second name in a folder. Files that are not there are passed over."""
    for path in paths:
        for each in (path, path.with_name(f"{path.name}.wal")):
            if each.exists():
                aside.mkdir(parents=True, exist_ok=True)
                _keep(each, aside / each.name)


def _keep(path: Path, kept: Path) -> None:
    if kept.exists() and kept.samefile(path):
        return
    try:
        os.link(path, kept)
    except FileExistsError:
        raise
    except OSError:  # a file system without links
        shutil.copy2(path, kept)


def note_backup(place: Place, path: Path, at: datetime, sha256: str) -> None:
    """Note where a backup was written."""
    if place.desk.exists():
        with place.backups.open("a", encoding="utf-8") as file:
            file.write(json.dumps({"path": str(path.absolute()), "at": at.isoformat(), "sha256": sha256}) + "\n")


def copies(place: Place) -> tuple[Kept, ...]:
    """Every copy of a desk that newsdesk knows of, beside its two files: what is kept in its folder, and its backups.

    They still hold what was removed from the desk after they were made.
    """
    own = [(path, "verified") for path in (place.verified,) if path.exists()]
    own += [(path, "before an upgrade") for path in sorted(place.desk.glob("before-*.duckdb"))]
    own += [(path, "replaced") for path in sorted(place.replaced.glob("*/*.duckdb"))]
    known = {path: Kept(path=path, why=why, written_at=_written(path)) for path, why in own}
    for path in backups(place):
        known[path] = Kept(path=path, why="backup", written_at=_written(path))
    return tuple(known.values())


def backups(place: Place) -> list[Path]:
    """The backups that the desk has noted, each once; a line that a killed process wrote in part is passed over."""
    if not place.backups.exists():
        return []
    lines = place.backups.read_text("utf-8").splitlines()
    return list(dict.fromkeys(Path(json.loads(line)["path"]) for line in lines if line.endswith("}")))


def _written(path: Path) -> datetime | None:
    return datetime.fromtimestamp(path.stat().st_mtime, UTC) if path.exists() else None
