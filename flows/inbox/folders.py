"""Watched folders: which files are new or changed since the desk took them in, and which are still being written.

look at the folders → compare with what is known → wait for quiet → read what is left, and ask the ledger

Events of the file system are hints; this comparison decides. A file that looks as it did when it was taken in is not
read; one that looks otherwise is read and compared by its SHA-256, so that touching or copying back costs no arrival.
"""

from __future__ import annotations

import hashlib
import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextvars import ContextVar
from dataclasses import dataclass, replace
from pathlib import Path

from flows.clock import now
from flows.inbox.admission import leads_nowhere, refusal
from flows.inbox.files import Numbers, Splitter, find, in_process, read_file
from parsers.model import Reason
from warehouse.database.place import Place
from warehouse.database.store import Warehouse, consulting, writing
from warehouse.filing import watched
from warehouse.filing.ledger import Arriving
from warehouse.filing.watched import Look, Seen

QUIET_NS = 400_000_000
"""A file changed less than this ago may still be being written …"""

FUTURE_NS = 2_000_000_000
"""… and one that claims to be from the future has a clock of its own: then two equal looks must do."""

LEFT_FOR_LATER = (Reason.STILL_GROWING, Reason.VANISHED)
"""Not arrivals in a watched folder: the next round sees them again, or they are gone."""

PIECE = 1 << 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Round:
    """One comparison: files to take in, files to look at again soon, and files that are as they were but look new."""

    fresh: tuple[Seen, ...] = ()
    growing: tuple[Look, ...] = ()
    same: tuple[Seen, ...] = ()


def look(paths: Sequence[str]) -> tuple[Look, ...]:
    """How every file below the paths looks now. Files that vanish meanwhile are left out."""
    found = (_look(each.path) for each in find(paths))
    return tuple(x for x in found if x)


def _look(path: Path) -> Look | None:
    """How a file looks. A link that leads nowhere looks as the link itself; what may not be looked at, like nothing."""
    try:
        stat = path.lstat() if leads_nowhere(path) else path.stat()
    except FileNotFoundError:
        return None
    except OSError:
        return Look(path=str(path), byte_length=0, modified_ns=0, changed_ns=0)
    return Look(path=str(path), byte_length=stat.st_size, modified_ns=stat.st_mtime_ns, changed_ns=stat.st_ctime_ns)


def changed(looks: Iterable[Look], known: Mapping[str, Seen]) -> tuple[Look, ...]:
    """The files that do not look as they did, and those that could not be read then and can be now."""
    return tuple(x for x in looks if _differs(x, known.get(x.path)))


def _differs(now: Look, known: Seen | None) -> bool:
    if known is None or known.look != now:
        return True
    return known.sha256 is None and _readable(now.path)


def _readable(path: str) -> bool:
    try:
        if refusal(Path(path), named=False):
            return False
        with Path(path).open("rb") as file:
            file.read(1)
    except OSError:
        return False
    return True


def growing(look: Look, before: Look | None, at_ns: int) -> bool:
    """Whether a file may still be being written: changed a moment ago, or otherwise than at the look before."""
    age = at_ns - look.modified_ns
    if age >= QUIET_NS:
        return before is not None and before.byte_length != look.byte_length
    return age >= -FUTURE_NS or before != look


def compare(looks: Sequence[Look], known: Mapping[str, Seen], before: Mapping[str, Look], at_ns: int) -> Round:
    """Sort the changed files into fresh and growing ones. `before` has the looks of the round before, by path."""
    different = changed(looks, known)
    waiting = tuple(x for x in different if growing(x, before.get(x.path), at_ns))
    held = {x.path for x in waiting}
    return Round(fresh=tuple(Seen(look=x) for x in different if x.path not in held), growing=waiting)


def confirm(warehouse: Warehouse, found: Round, known: Mapping[str, Seen]) -> Round:
    """Read the fresh files and set apart those whose bytes are known from that path already."""
    read = tuple(_read(x) for x in found.fresh)
    as_known = {x.look.path for x in read if x.sha256 and _sha256(known, x.look.path) == x.sha256}
    as_known |= watched.in_ledger(warehouse, [x for x in read if x.sha256])
    return Round(
        fresh=tuple(x for x in read if x.look.path not in as_known),
        growing=found.growing,
        same=tuple(x for x in read if x.look.path in as_known),
    )


def _read(file: Seen) -> Seen:
    return Seen(look=file.look, sha256=_digest(file.look.path))


def _sha256(known: Mapping[str, Seen], path: str) -> str | None:
    seen = known.get(path)
    return seen.sha256 if seen else None


def _digest(path: str) -> str | None:
    digest = hashlib.sha256()
    try:
        if refusal(Path(path), named=False):
            return None
        with Path(path).open("rb") as file:
            while piece := file.read(PIECE):
                digest.update(piece)
    except OSError:
        return None
    return digest.hexdigest()


def unlike_known(found: Round, known: Mapping[str, Seen]) -> Round:
    """Read the fresh files and set apart those whose bytes are known from that path: as `confirm`, but by memory alone."""
    read = tuple(_read(x) for x in found.fresh)
    same = {x.look.path for x in read if x.sha256 and _sha256(known, x.look.path) == x.sha256}
    return Round(
        fresh=tuple(x for x in read if x.look.path not in same),
        growing=found.growing,
        same=tuple(x for x in read if x.look.path in same),
    )


def at_door(paths: Sequence[str], place: Place, before: Mapping[str, Look] | None = None) -> Intake:
    """What is new or changed below the paths, by the published state; files still growing are left for later.

    The published state may be older than a run that was killed, or that is at work; the ledger knows what comes in again.
    Who does not say how the files looked `before` has those from the future looked at twice.
    """
    looks = look(paths)
    if before is None and any(x.modified_ns - time.time_ns() > FUTURE_NS for x in looks):
        before = {x.path: x for x in looks}
        time.sleep(QUIET_NS / 1e9)
        looks = look(paths)
    if not place.published.exists():
        found = compare(looks, {}, before or {}, time.time_ns())
        found = Round(fresh=tuple(_read(x) for x in found.fresh), growing=found.growing)
    else:
        with consulting(place) as warehouse:
            known = watched.seen(warehouse)
            found = confirm(warehouse, compare(looks, known, before or {}, time.time_ns()), known)
    if found.same:
        with writing(place) as warehouse:
            watched.remember(warehouse, found.same, now())
    return Intake(found)


waiting: ContextVar[Intake | None] = ContextVar("waiting", default=None)
"""Files the watcher has already found, for the run that it starts in its own process."""


class Intake:
    """Reads fresh files as arrivals, and keeps which of them came in whole, so that they can be remembered."""

    def __init__(self, found: Round) -> None:
        self.files = found.fresh
        self.growing = found.growing
        self.same = found.same
        self.taken: list[Seen] = []

    def arrivals(self, numbers: Numbers, splitter: Splitter = in_process) -> Iterator[Arriving]:
        """Documents of the files; what is still growing or has vanished is left for the next round."""
        for file in self.files:
            whole = True
            for arriving in read_file(Path(file.look.path), numbers, named=False, splitter=splitter):
                if _left(arriving):
                    whole = False
                else:
                    yield replace(arriving, once=arriving.source_uri == file.look.path)
            if whole and _look(Path(file.look.path)) == file.look:
                self.taken.append(file)


def _left(arriving: Arriving) -> bool:
    return (arriving.reason or "").partition(":")[0] in LEFT_FOR_LATER
