"""What a run may touch that somebody asked for at the Prefect server: the database and the watched folders of its desk.

Whoever can use the Prefect server can start a run with any parameters. The process that serves the deployments says in
its environment what they are for, and each flow asks here first. Runs that a person starts on the command line have no
such bounds: that person may read those files anyway.
"""

from __future__ import annotations

import glob
import json
import os
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from parsers.errors import UsageError
from warehouse.database.place import Place

SETTING = "NEWSDESK_CONFINED"


@dataclass(frozen=True, slots=True, kw_only=True)
class Confinement:
    """A desk's database, its folders, and the private networks that its feeds may be read from."""

    database: str
    folders: tuple[str, ...] = ()
    allow: tuple[str, ...] = ()

    def environment(self) -> dict[str, str]:
        """The setting for processes that execute runs of others."""
        return {SETTING: json.dumps(asdict(self))}


def current() -> Confinement | None:
    """What this process is confined to; None when to nothing."""
    text = os.environ.get(SETTING)
    if not text:
        return None
    said = json.loads(text)
    return Confinement(database=said["database"], folders=tuple(said["folders"]), allow=tuple(said["allow"]))


def check(place: Place, *, paths: Sequence[str] = (), feeds_file: str | None = None, allow: Iterable[str] = ()) -> None:
    """Raise UsageError when a run asks for more than the desk is for."""
    desk = current()
    if desk is None:
        return
    if Path(desk.database).resolve() != place.published.resolve():
        raise UsageError(f"refused: this desk is for the database {desk.database}, not for {place.published}")
    for path in (*paths, *([feeds_file] if feeds_file else [])):
        if not _inside(path, desk.folders):
            folders = ", ".join(desk.folders) or "no folder is watched"
            raise UsageError(f"refused: this desk reads only its watched folders ({folders}); {path} is elsewhere")
    if more := sorted(set(allow) - set(desk.allow)):
        raise UsageError(f"refused: this desk was not started with --allow {' --allow '.join(more)}")


def _inside(path: str, folders: Sequence[str]) -> bool:
    """Whether a path, or all that a pattern may find, is below one of the folders, links followed."""
    from flows.inbox.files import find  # late: the command line makes confinements and needs no files

    roots = [Path(folder).resolve() for folder in folders]
    if path == "-" or (glob.has_magic(path) and ".." in Path(path).parts):
        return False
    found = [Path(path), *(each.path for each in find([path]))] if glob.has_magic(path) else [Path(path)]
    return all(any(each.resolve().is_relative_to(root) for root in roots) for each in found)
