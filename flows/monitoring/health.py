"""Whether the desk is well: its parts, its last runs, publication, what waits, and room on the disk, now and in some days."""

from __future__ import annotations

import json
import shutil
import time
from collections.abc import Iterator
from dataclasses import dataclass
from enum import IntEnum
from pathlib import Path
from typing import Any

from flows.clock import now
from warehouse.asking.growth import DAYS, Growth, growth
from warehouse.database import publication
from warehouse.database.place import Place
from warehouse.database.store import consulting


class Level(IntEnum):
    """How bad a finding is; the worst is the exit code of `newsdesk health`, as monitors expect it."""

    OK = 0
    WARNING = 1
    CRITICAL = 2


SILENT_SECONDS = 60.0
"""A file of the parts that is older was left by a desk that is gone."""

LAG_SECONDS = 900.0
"""How far publication may be behind what is filed."""

WAITING = 1_000
"""Documents received and not yet filed, above which somebody should look."""

ROOM = 200_000_000
"""Bytes that must be free beside room for one more copy of the database, which publication needs."""

SOON_DAYS = 14.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """What was looked at, how it is, and in words."""

    name: str
    level: Level
    said: str


NOTHING_YET = Finding(
    name="publication", level=Level.OK, said="nothing is filed yet; the first document makes the database"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Disk:
    """Bytes free on the disk of the database, bytes of the desk's files, growth in bytes a day (None: too short a time),
    and days until the disk is full at that pace (None: never, or not known)."""

    free: int
    used: int
    a_day: float | None

    @property
    def days(self) -> float | None:
        """Days until no room is left for another copy of the database."""
        return max(0.0, (self.free - self.used / 2) / self.a_day) if self.a_day else None


def parts_path(place: Place) -> Path:
    """Where a served desk notes its parts."""
    return place.desk / "parts.json"


def deployments_path(place: Place) -> Path:
    """The file whose time says when the deployments of a served desk were last seen at work."""
    return place.desk / "deployments.alive"


def health(place: Place) -> tuple[Finding, ...]:
    """All findings, without changing anything. Raises what `consulting` raises when the database cannot be read.

    A desk that is served and has filed nothing yet has no database, and is well.
    """
    if not place.published.exists() and not place.live.exists() and _known_parts(parts_path(place)):
        return (*_parts(place), NOTHING_YET, _room(disk(place, None)))
    with consulting(place) as warehouse:
        runs = warehouse.rows("health_runs")
        grown = growth(warehouse, now())
    return (*_parts(place), *_runs(runs), _lag(place, grown), _waiting(grown), _room(disk(place, grown)))


def disk(place: Place, grown: Growth | None) -> Disk:
    """Room and growth: what arrived in the last days, in bytes of database a byte received, times two for the copy.

    Without a database there is no growth (None).
    """
    used = sum(_size(path) for path in (place.published, place.live))
    a_day = None if grown is None or grown.share_a_day is None else grown.share_a_day * used
    return Disk(free=_free(place), used=used, a_day=a_day)


def _free(place: Place) -> int:
    """Bytes free where the files are: the published one and the live one may be on disks of their own; the fuller one counts."""
    folders = (place.published.parent, place.desk)
    return min(shutil.disk_usage(folder).free for folder in folders if folder.is_dir())


def lives(pid: int | None) -> bool:
    """Whether a part's process is there; one that ended and was not waited for yet is."""
    return pid is not None and Path(f"/proc/{pid}").exists()


def _parts(place: Place) -> Iterator[Finding]:
    known = _known_parts(parts_path(place))
    if known is None:
        yield Finding(name="desk", level=Level.CRITICAL, said="neither `newsdesk serve` nor `newsdesk watch` runs here")
        return
    for part in known["parts"]:
        alive = lives(part["pid"])
        level = Level.OK if alive else Level.CRITICAL  # what it does is not done, for a second or for ever
        said = "runs" if alive else "is not started again" if part["given_up"] else "is being started again"
        yield Finding(name=part["name"], level=level, said=f"{said} (process {part['pid']})" if alive else said)
        if alive and "deployments" in part["name"]:
            yield _deployments(place)


def _known_parts(path: Path) -> dict[str, Any] | None:
    """What the desk that runs has noted of its parts; None when none runs: it is dead, or silent for long."""
    if not path.exists() or time.time() - path.stat().st_mtime > SILENT_SECONDS:
        return None
    known: dict[str, Any] = json.loads(path.read_text("utf-8"))
    return known if Path(f"/proc/{known['pid']}").exists() or not Path("/proc/self").exists() else None


def served_at(place: Place) -> str | None:
    """The address of the Prefect API of the desk that serves a database; None when none does."""
    try:
        known = _known_parts(parts_path(place))
    except (OSError, ValueError):  # the file is being replaced, or was damaged
        return None
    return known.get("api") if known else None


def _deployments(place: Place) -> Finding:
    """Whether scheduled runs are started: their thread may have ended, or wait for a server, in a process that lives."""
    path = deployments_path(place)
    if path.exists() and time.time() - path.stat().st_mtime < SILENT_SECONDS:
        return Finding(name="deployments", level=Level.OK, said="are served")
    said = "are not served (yet): no scheduled run starts; `serve.log` says why"
    return Finding(name="deployments", level=Level.WARNING, said=said)


def _runs(rows: list[tuple[Any, ...]]) -> Iterator[Finding]:
    """The last run of each kind."""
    for kind, state, started in rows:
        hours = (now() - started).total_seconds() / 3600
        bad = state not in ("finished", "running")
        said = f"{state}, started {hours:,.1f} hours ago"
        yield Finding(name=f"last {kind}", level=Level.WARNING if bad else Level.OK, said=said)


def _lag(place: Place, grown: Growth) -> Finding:
    """How old the newest filed document is that readers cannot see: the live file is newer than the published one."""
    if not publication.is_known(place):
        said = "stopped: the published file is not what newsdesk published last; `newsdesk publish` says what to do"
        return Finding(name="publication", level=Level.CRITICAL, said=said)
    lag = max(0.0, _changed(place.live) - _changed(place.published)) if place.live.exists() else 0.0
    newest = f"; the newest document arrived {grown.newest:%Y-%m-%d %H:%M} UTC" if grown.newest else ""
    level = Level.WARNING if lag > LAG_SECONDS else Level.OK
    return Finding(name="publication", level=level, said=f"{lag:,.0f} seconds behind{newest}")


def _waiting(grown: Growth) -> Finding:
    level = Level.WARNING if grown.waiting > WAITING else Level.OK
    return Finding(name="backlog", level=level, said=f"{grown.waiting:,} documents wait")


def _room(found: Disk) -> Finding:
    days = found.days
    needed = found.used / 2 + ROOM
    level = Level.CRITICAL if found.free < needed else Level.WARNING if days and days < SOON_DAYS else Level.OK
    return Finding(name="disk", level=level, said=forecast(found))


def forecast(found: Disk) -> str:
    """Room, growth and what they come to, in words."""
    said = f"{found.free / 1e9:,.1f} GB free, {found.used / 1e6:,.0f} MB used by the two database files"
    if found.a_day is None:
        return f"{said}; growth is known after a day"
    when = "" if found.days is None else f"; full in {found.days:,.0f} days at this pace"
    return f"{said}; {found.a_day / 1e6:,.1f} MB a day in the last {DAYS} days{when}"


def worst(findings: tuple[Finding, ...]) -> Level:
    """The level of the desk as a whole."""
    return max((f.level for f in findings), default=Level.OK)


def _size(path: Path) -> int:
    return path.stat().st_size if path.exists() else 0


def _changed(path: Path) -> float:
    """When a database file was last written to; its log counts."""
    return max((p.stat().st_mtime for p in (path, path.with_name(f"{path.name}.wal")) if p.exists()), default=0.0)


def as_json(findings: tuple[Finding, ...]) -> str:
    """For monitors: the level and all findings."""
    shown = [{"name": f.name, "level": f.level.name.lower(), "said": f.said} for f in findings]
    return json.dumps({"level": worst(findings).name.lower(), "findings": shown})
