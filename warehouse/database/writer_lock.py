"""The right to write: one process at a time, by a file lock; waiting processes are visible.

Waiting processes share the lock of the queue file. A writer with more work to do can therefore ask, between two
pieces of work, whether another process wants to write.
"""

from __future__ import annotations

import fcntl
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from parsers.errors import DatabaseBusy
from warehouse.database.place import Place

LOOK_SECONDS = 0.02
"""Seconds between two attempts of a waiting process."""


@contextmanager
def turn(place: Place, wait: float, waiting: Callable[[], None]) -> Iterator[None]:
    """Hold the right to write. `waiting` is called once if it must wait. Raises DatabaseBusy after `wait` seconds."""
    with place.write_lock.open("a+") as lock:
        if not _taken(lock.fileno()):
            with place.queue.open("a+") as queue:
                fcntl.flock(queue.fileno(), fcntl.LOCK_SH)
                _wait(lock.fileno(), wait, waiting)
        yield


def wanted(place: Place) -> bool:
    """Whether another process waits to write."""
    with place.queue.open("a+") as queue:
        return not _taken(queue.fileno())


def _wait(descriptor: int, wait: float, waiting: Callable[[], None]) -> None:
    deadline = time.monotonic() + wait
    told = False
    while not _taken(descriptor):
        if time.monotonic() > deadline:
            raise DatabaseBusy(f"another run has been writing for {wait:.0f} s; try again when it has ended")
        if not told:
            waiting()
            told = True
        time.sleep(LOOK_SECONDS)


def _taken(descriptor: int) -> bool:
    """Whether the lock of a file could be taken at once."""
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True
