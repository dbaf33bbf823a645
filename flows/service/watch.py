"""The watcher: one long-lived process that sees files arrive in folders and files them within two seconds.

file system events ─► changed paths ─► quiet? ─► the flow `ingest`, in this process
sweep at start and every minute ─► all paths ─┘

Events are hints, the sweep decides: files that came while nobody watched, that were renamed, or that lie on a network
folder without notification are found by comparing the folder with what the database remembers (`flows.inbox.folders`).
A watcher that rests ends the processes that parse; one that has grown ends between two rounds, and a fresh one takes over (`flows.service.recycle`).
While the Prefect server is down, documents are filed all the same and appear only in the ledger.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from threading import Event
from typing import Any
from uuid import UUID

import httpx
import watchfiles
from prefect.exceptions import PrefectException

from flows.clock import now
from flows.filing import declare_watches, desk, saying
from flows.inbox import folders
from flows.inbox.files import Numbers, ignored
from flows.inbox.folders import Intake
from flows.ingest import ingest
from flows.monitoring import after_run, events
from flows.run import sandbox
from flows.run.desk import Run, new_run_id, unwatched
from flows.run.splitting import Splitting
from flows.run.summary import Summary
from flows.service import hosted, memory, zombies
from flows.service.recycle import Lifetime
from parsers.errors import NewsdeskError, PublishedChanged
from warehouse.database.place import Place
from warehouse.database.store import Warehouse, consulting
from warehouse.filing import watched
from warehouse.filing.watched import Look, Seen

DEPLOYMENT = "ingest/ingest"
TICK_MS = 100
"""How often the watcher looks at files that are still being written."""

DEBOUNCE_MS = 200
STEP_MS = 30
"""Events are collected until a step passes without one, at most for the debounce time."""

NAMED = 20
"""More changed files than this, and the run gets the folders instead of the files."""

REST_SECONDS = 600.0
"""After so long without a new file the processes that parse are ended; the next file starts them again, in about two
seconds of CPU time."""

BACK_OFF = (1.0, 2.0, 5.0, 15.0, 60.0)
"""Seconds before the next try after so many failures in a row."""

log = logging.getLogger("newsdesk")


@dataclass(frozen=True, slots=True, kw_only=True)
class Watched:
    """What is watched: absolute folders, seconds between sweeps, and whether to poll instead of waiting for events."""

    folders: tuple[str, ...]
    sweep_seconds: float = 60.0
    polling: bool = False


class Watcher:
    """Holds what is between two rounds: what is known of files, and which are still being written.

    `may_end` says whether nothing else in this process would be cut off if a fresh one took over.
    """

    def __init__(
        self, place: Place, watched: Watched, lifetime: Lifetime | None = None,
        may_end: Callable[[], bool] = lambda: True,
    ) -> None:  # fmt: skip
        self.place = place
        self.watched = watched
        self.lifetime = lifetime or Lifetime()
        self.may_end = may_end
        self.rounds = 0
        self._known: dict[str, Seen] = {}
        self._growing: dict[str, Look] = {}
        self._failures = 0
        self._not_before = 0.0
        self._next_sweep = 0.0
        self._lost: set[UUID] = set()
        self._rest_at: float | None = time.monotonic() + REST_SECONDS

    def run(self, stop: Event) -> bool:
        """Watch until stopped, or until a fresh process should take over (True). If a folder disappears, wait for it."""
        sandbox.prepared(sandbox.PARSING)  # the first file shall not wait for it
        while not stop.is_set():
            try:
                for changes in self._events(stop):
                    if self.tick({path for _, path in changes}) and self.lifetime.over() and self.may_end():
                        return True
            except OSError as error:
                log.warning("watching stopped (%s); trying again", error)
                stop.wait(BACK_OFF[1])
        return False

    def _events(self, stop: Event) -> Iterable[set[tuple[watchfiles.Change, str]]]:
        return watchfiles.watch(
            *self.watched.folders,
            watch_filter=None,
            debounce=DEBOUNCE_MS,
            step=STEP_MS,
            stop_event=stop,
            rust_timeout=TICK_MS,
            yield_on_timeout=True,
            raise_interrupt=False,
            force_polling=self.watched.polling or None,
            ignore_permission_denied=True,
        )

    def tick(self, hints: set[str]) -> bool:
        """One turn: look at what changed and at what was still growing; at everything when a sweep is due.

        Returns whether there was a round.
        """
        if time.monotonic() < self._not_before:
            self._next_sweep = 0.0  # hints that come while waiting are found by a sweep
            return False
        if time.monotonic() >= self._next_sweep:
            self._guarded(list(self.watched.folders), sweep=True)
        elif paths := [*sorted(relevant(hints, self.watched.folders)), *self._growing]:
            self._guarded(list(dict.fromkeys(paths)))
        else:
            self._rest_when_idle()
            return False
        return True

    def _rest_when_idle(self) -> None:
        """Give up what only a run needs when there has been none for long."""
        if self._rest_at is not None and time.monotonic() >= self._rest_at and not self._growing:
            sandbox.rest()
            memory.give_back()
            self._rest_at = None

    def _stay_awake(self) -> None:
        """Have the processes that parse started again while a new file is still growing."""
        if self._rest_at is None:
            sandbox.prepared(sandbox.PARSING)
        self._rest_at = time.monotonic() + REST_SECONDS

    def _guarded(self, paths: list[str], sweep: bool = False) -> None:
        """A round; when the database or the disk does not let it, once more after a while."""
        try:
            if sweep:
                self._begin_sweep()
            self.round(paths, sweep)
        except (NewsdeskError, PrefectException, httpx.HTTPError, OSError) as error:
            wait = BACK_OFF[min(self._failures, len(BACK_OFF) - 1)]
            self._failures += 1
            self._not_before = time.monotonic() + wait
            self._next_sweep = 0.0
            log.warning("a round failed (%s: %s); again in %.0f s", type(error).__name__, error, wait)
        else:
            self._failures = 0

    def _begin_sweep(self) -> None:
        self._next_sweep = time.monotonic() + self.watched.sweep_seconds
        self._known.update(self._published())
        if hosted.has_server() and hosted.server_answers():
            after_run.attempt("marks of dead runs", self._mark_dead)

    def _mark_dead(self) -> None:
        zombies.mark(self.place, lost=frozenset(self._lost))
        self._lost.clear()

    def _published(self) -> dict[str, Seen]:
        if not self.place.published.exists():
            return {}
        with consulting(self.place, say=log.warning) as warehouse:
            return watched.seen(warehouse)

    def round(self, paths: list[str], sweep: bool = False) -> None:
        """Compare paths with what is known, and take in what is fresh and quiet; a sweep asks the database, too."""
        if sweep:
            door = folders.at_door(paths, self.place, self._growing)
        else:
            found = folders.compare(folders.look(paths), self._known, self._growing, time.time_ns())
            door = Intake(folders.unlike_known(found, self._known))
        self._growing = {x.path: x for x in door.growing}
        self._known.update({x.look.path: x for x in door.same})
        if door.growing or door.files:
            self._stay_awake()
        if door.files:
            self.take_in(door)

    def take_in(self, door: Intake) -> None:
        """Run the flow for the new files in this process, and remember what was filed.

        What was filed and could not be published, because something else is at the published path, is filed all the same.
        """
        self.rounds += 1
        try:
            self._run(door)
        except PublishedChanged as error:
            log.warning("%s", error)
        self._known.update({x.look.path: x for x in door.taken})

    def _run(self, door: Intake) -> None:
        files = [x.look.path for x in door.files]
        if hosted.has_server() and not hosted.server_answers():
            log.warning("the Prefect server is away; filing %d files without it", len(files))
            self._without_prefect(door)
        else:
            after_run.attempt("events", lambda: events.emit(events.arrived(files)))
            self._with_prefect(door, files if len(files) <= NAMED else list(self.watched.folders))

    def _with_prefect(self, door: Intake, paths: list[str]) -> None:
        saying.set(log.warning)
        token = folders.waiting.set(door)
        parameters: dict[str, Any] = {"paths": paths, "database": str(self.place.published), "only_changed": True}
        mine: set[UUID] = set()
        try:
            hosted.run_here(ingest, DEPLOYMENT, parameters, tags=("watch",), created=mine.add)
        except Exception:
            self._lost |= mine  # the server may have gone away before it heard how the run ended
            raise
        finally:
            folders.waiting.reset(token)

    def _without_prefect(self, door: Intake) -> None:
        declare_watches(self.watched.folders, self.place)
        known = desk([*self.watched.folders, *{str(Path(file.look.path).parent) for file in door.files}])
        run = Run(self.place, known, kind="ingest", run_id=new_run_id())

        def remember(warehouse: Warehouse, summary: Summary) -> None:
            after_run.closing(warehouse, summary)
            watched.remember(warehouse, door.taken, now())

        with Splitting(known.field_names) as splitter:
            arriving = door.arrivals(Numbers(run.summary.run_id), splitter)
            run.go(arriving, run.steps(), unwatched, closing=remember)


def attend(watcher: Watcher, stop: Event) -> bool:
    """Watch in a thread of its own, so that TERM and Ctrl-C let a run come to its end. Returns and raises as `run` does.

    In the main thread Prefect answers TERM itself while a flow runs: it raises an exception in the middle of it.
    """
    with ThreadPoolExecutor(1, thread_name_prefix="watcher") as pool:
        return pool.submit(watcher.run, stop).result()


def relevant(hints: Iterable[str], watched_folders: Sequence[str]) -> set[str]:
    """The changed paths that are the desk's business: not hidden, not temporary, and still there."""
    return {
        path
        for path in hints
        if not any(ignored(part) for part in _below(path, watched_folders)) and Path(path).exists()
    }


def _below(path: str, watched_folders: Sequence[str]) -> tuple[str, ...]:
    """The parts of a path below its watched folder."""
    for folder in watched_folders:
        if Path(path).is_relative_to(folder):
            return Path(path).relative_to(folder).parts
    return Path(path).parts
