"""The deployments as a part of the desk: registered at the server, their runs executed in processes of their own.

`python -m flows.service.deployments_process JSON` does this alone; a desk that watches folders has it in a thread of the
watcher's process (`InThread`), because a process that has imported Prefect holds more than a hundred megabytes.
"""

from __future__ import annotations

import asyncio
import json
import logging
import sys
import threading
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any
from uuid import uuid4

import httpx
from prefect.client.orchestration import get_client
from prefect.client.schemas.actions import GlobalConcurrencyLimitUpdate
from prefect.deployments.runner import RunnerDeployment
from prefect.exceptions import PrefectException
from prefect.runner import Runner
from prefect.settings import PREFECT_HOME

from flows import child_processes
from flows.monitoring import after_run, late_runs
from flows.monitoring.health import deployments_path
from flows.service import zombies
from flows.service.delivery_timer import DeliveryTimer
from flows.service.deployments import Desk, deployments
from flows.service.supervisor import AWAY, BACK_OFF, die_with_parent
from warehouse.database.place import Place

RUNS_AT_ONCE = 3

STOP_SECONDS = 20.0
"""How long runs that are cancelled may take to end."""

BEAT_SECONDS = 10.0
"""How often the deployments show that they are at work."""

AWAY_ERRORS = (httpx.HTTPError, PrefectException)
"""What is raised when the Prefect server goes away."""

log = logging.getLogger("newsdesk")


class DeskRunner(Runner):
    """Prefect's runner, ended in order: the runs at work are cancelled and say so."""

    def handle_sigterm(self, *_: object, **__: object) -> None:
        """Stop in the event loop. Prefect's own handler would call a coroutine without awaiting it."""
        if self._loop is not None and self.started:
            asyncio.run_coroutine_threadsafe(self.astop(), self._loop)

    def idle(self) -> bool:
        """Whether no run is at work."""
        return self._limiter is None or self._limiter.borrowed_tokens == 0


def new_runner() -> DeskRunner:
    """A runner for one life: it cannot be started twice. Its files are in Prefect's home: the folder that Prefect takes else is
    one for all users of the machine, and may belong to another."""
    runner = DeskRunner(name="newsdesk", limit=RUNS_AT_ONCE, pause_on_shutdown=False)
    runner._tmp_dir = PREFECT_HOME.value() / "runner_storage" / str(uuid4())
    return runner


async def serve(runner: DeskRunner, made: Sequence[RunnerDeployment], seen: Path) -> None:
    """Register the deployments and execute their runs until stopped. While it does, the file `seen` is renewed."""
    ids = [await runner.aadd_deployment(deployment) for deployment in made]
    await free_slots([str(i) for i in ids])
    beating = asyncio.create_task(_beat(seen))
    try:
        await runner.start()
    finally:
        beating.cancel()
        seen.unlink(missing_ok=True)


async def _beat(seen: Path) -> None:
    """Renew the file again and again. A full disk is not this file's business: `newsdesk health` speaks of both."""
    while True:
        with suppress(OSError):
            seen.touch()
        await asyncio.sleep(BEAT_SECONDS)


async def free_slots(deployment_ids: list[str]) -> None:
    """Free the concurrency slots held by runs of a dead desk. Only one desk serves a database, so no slot is in use."""
    async with get_client() as client:
        for deployment_id in deployment_ids:
            deployment = await client.read_deployment(deployment_id)
            limit = deployment.global_concurrency_limit
            if limit and limit.active_slots:
                await client.update_global_concurrency_limit(limit.name, GlobalConcurrencyLimitUpdate(active_slots=0))
                log.warning("the slot of %s was held by a run that is dead; it is free again", deployment.name)


def clear_up(place: Place) -> None:
    """Mark what a desk that died has left at the server, tell it of runs that were without one, and leave the report."""
    after_run.attempt("marks of dead runs", lambda: zombies.mark(place, deployments_are_dead=True))
    after_run.attempt("marks of missed runs", zombies.skip_missed)
    if place.live.exists():
        after_run.attempt("runs that it does not know", lambda: late_runs.enter(place))
    after_run.renew_report(place)


def made(given: Mapping[str, Any]) -> tuple[RunnerDeployment, ...]:
    """The deployments of a desk, by the JSON that its process was given."""
    return deployments(
        Desk(database=given["database"], folders=tuple(given["folders"]), allow=tuple(given.get("allow", ())))
    )


class InThread:
    """The deployments beside something else in one process; after a failure they are served anew, with growing pauses."""

    def __init__(self, given: Mapping[str, Any]) -> None:
        self._given = given
        self._place = Place.at(given["database"])
        self._runner: DeskRunner | None = None
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._run, name="deployments", daemon=True)

    def start(self) -> None:
        """Begin to serve."""
        self._thread.start()

    def idle(self) -> bool:
        """Whether no run is at work, so that the process may end."""
        return self._runner is None or self._runner.idle()

    def stop(self) -> None:
        """Cancel the runs at work and wait for their end, within limits."""
        self._stop.set()
        if self._runner is not None:
            self._runner.handle_sigterm()
        self._thread.join(STOP_SECONDS)

    def _run(self) -> None:
        clear_up(self._place)
        failures = 0
        while not self._stop.is_set():
            try:
                self._runner = new_runner()
                asyncio.run(serve(self._runner, made(self._given), deployments_path(self._place)))
            except (Exception, SystemExit) as error:  # noqa: BLE001 - said below; the watcher must go on whatever befalls the runner
                self._pause(error, failures)
                failures += 1
            else:
                failures = 0

    def _pause(self, error: BaseException, failures: int) -> None:
        wait = BACK_OFF[min(failures, len(BACK_OFF) - 1)]
        what = "the Prefect server went away" if isinstance(error, AWAY_ERRORS) else "deployments are not served"
        log.warning("%s (%s: %s); trying again in %.0f s", what, type(error).__name__, error, wait)
        self._stop.wait(wait)


def main(arguments: list[str]) -> None:
    """Clear up after a desk that died, then serve."""
    die_with_parent()
    child_processes.leave_folder()
    logging.basicConfig(level=logging.WARNING, format="%(asctime)s deployments: %(message)s", datefmt="%H:%M:%S")
    given = json.loads(arguments[0])
    place = Place.at(given["database"])
    clear_up(place)
    DeliveryTimer(place, lambda: after_run.renew_report(place)).start()
    try:
        asyncio.run(serve(new_runner(), made(given), deployments_path(place)))
    except AWAY_ERRORS as error:
        log.warning("the Prefect server went away (%s: %s)", type(error).__name__, error)
        sys.exit(AWAY)


if __name__ == "__main__":
    main(sys.argv[1:])
