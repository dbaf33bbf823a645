"""A filing run that is killed at its n-th step on disk: each commit, append, copy, deletion and replacement counts.

The run happens in a forked process that kills itself with SIGKILL, so nothing of Python gets to clean up. Documents are
parsed in that process: what is tried here is filing, not parsing.
"""

from __future__ import annotations

import os
import signal
import subprocess
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from flows.run import desk
from flows.run.batch import Batch
from flows.run.parsing import parse_batch
from flows.run.workers import Parsing, Workers
from parsers.known import Desk
from parsers.model import RawDocument
from tests.filing import file_paths
from tests.flows.run.test_desk import contents
from warehouse.database.place import Place
from warehouse.database.store import Warehouse, reading

BATCH = 6
"""Documents in a batch, so that a few documents make several."""


def here(workers: Workers, documents: Sequence[RawDocument]) -> Parsing:
    """Parse in this process."""
    future: Future[Batch] = Future()
    future.set_result(parse_batch(documents, Desk()))
    del workers
    return Parsing((future,))


def file_and_kill(place: Place, paths: list[str], at: int | None) -> int:
    """File documents in a process that is killed, as `act_and_kill`."""
    return act_and_kill(lambda: file_paths(place, paths), at)


def tick() -> None:
    """An event of one's own; it counts in a process of `act_and_kill`."""


def act_and_kill(act: Callable[[], object], at: int | None) -> int:
    """Do something in a forked process that dies before event `at` (None: never). Returns how many events it saw.

    Killed, it returns -1. Raises AssertionError when the process ended otherwise.
    """
    reads, writes = os.pipe()
    child = os.fork()
    if not child:
        try:
            with pytest.MonkeyPatch.context() as patch:
                count = _counted(patch, at)
                act()
            os.write(writes, str(count()).encode())
            os._exit(0)
        finally:
            os._exit(1)
    os.close(writes)
    _, status = os.waitpid(child, 0)
    with os.fdopen(reads, "rb") as told:
        seen = told.read()
    if os.WIFSIGNALED(status) and os.WTERMSIG(status) == signal.SIGKILL:
        return -1
    assert os.WEXITSTATUS(status) == 0
    return int(seen)


def differing(place: Place, expected: dict[str, list[tuple[object, ...]]]) -> set[str]:
    """Tables whose contents differ. A run killed after its end had filed everything: the second run's arrivals are new."""
    got = contents(place)
    with reading(place) as warehouse:
        runs = warehouse.connection.execute("select count(*) from run where state = 'finished'").fetchall()
    had_ended = runs == [(2,)]
    return {table for table in expected if got[table] != expected[table]} - ({"arrival"} if had_ended else set())


def _counted(patch: pytest.MonkeyPatch, at: int | None) -> Callable[[], int]:
    """Count events from now on, and die before event `at`."""
    events = 0

    def event() -> None:
        nonlocal events
        if events == at:
            os.kill(os.getpid(), signal.SIGKILL)
        events += 1

    def around(owner: Any, name: str) -> None:
        original = getattr(owner, name)

        def wrapped(*args: Any, **kwargs: Any) -> Any:
            event()
            result = original(*args, **kwargs)
            event()
            return result

        patch.setattr(owner, name, wrapped)

    @contextmanager
    def transaction(self: Warehouse) -> Iterator[None]:
        self.connection.begin()
        try:
            yield
        except BaseException:
            self.connection.rollback()
            raise
        event()
        self.connection.commit()
        event()

    patch.setattr(Workers, "submit", here)
    patch.setattr(desk, "BATCH_DOCUMENTS", BATCH)
    patch.setattr(desk, "FIRST_BATCH", BATCH - 1)
    patch.setattr(desk, "PUBLISH_SECONDS", 0.0)
    patch.setattr(desk, "PUBLISH_SHARE", 0.0)
    patch.setattr(Warehouse, "transaction", transaction)
    patch.setitem(globals(), "tick", event)
    around(Warehouse, "append")
    around(Warehouse, "append_lists")
    around(Warehouse, "append_arrays")
    around(Warehouse, "run")
    around(subprocess, "run")
    around(Path, "replace")
    around(Path, "unlink")
    around(Path, "rename")
    around(os, "link")
    return lambda: events
