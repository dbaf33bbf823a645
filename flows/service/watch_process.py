"""The watcher as a process: `python -m flows.service.watch_process JSON`, ended by TERM or by the end of its parent.

With `"deployments": true` it serves the deployments, too, in a thread. It ends with `recycle.CODE` when a fresh process
should take over.
"""

from __future__ import annotations

import json
import logging
import signal
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from threading import Event
from typing import Any

from flows import child_processes
from flows.service import recycle
from flows.service.supervisor import die_with_parent
from warehouse.database.place import Place


def main(arguments: list[str]) -> None:
    """Watch until stopped; a current run is finished first."""
    given = json.loads(arguments[0])
    die_with_parent(signal.SIGKILL)  # a run that continued would compete with the watcher of the next desk
    stop = Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: stop.set())
    if given["deployments"]:
        child_processes.leave_folder()
    from flows.monitoring import engine_log
    from flows.service import hosted
    from flows.service.watch import DEPLOYMENT, Watched, Watcher, attend

    logging.basicConfig(level=logging.WARNING, format="%(asctime)s watcher: %(message)s", datefmt="%H:%M:%S")
    engine_log.quiet()  # what fails is said by the watcher
    watched = Watched(folders=tuple(given["folders"]), sweep_seconds=given["sweep_seconds"], polling=given["polling"])
    with deployments(given) as idle, deliveries(given):
        hosted.wait_for(DEPLOYMENT, given["patience_seconds"])
        grown = attend(Watcher(Place.at(given["database"]), watched, may_end=idle), stop)
    if grown:
        sys.exit(recycle.CODE)


@contextmanager
def deliveries(given: Mapping[str, Any]) -> Iterator[None]:
    """Deliver what watches find, beside."""
    from flows.monitoring import after_run
    from flows.service.delivery_timer import DeliveryTimer

    place = Place.at(given["database"])
    timer = DeliveryTimer(place, lambda: after_run.renew_report(place))
    timer.start()
    try:
        yield
    finally:
        timer.stop()


@contextmanager
def deployments(given: Mapping[str, Any]) -> Iterator[Callable[[], bool]]:
    """Serve the deployments beside, if asked to. Yields what says whether none of their runs is at work."""
    if not given["deployments"]:
        yield lambda: True
        return
    from flows.service.deployments_process import InThread

    beside = InThread(given)
    beside.start()
    try:
        yield beside.idle
    finally:
        beside.stop()


if __name__ == "__main__":
    main(sys.argv[1:])
