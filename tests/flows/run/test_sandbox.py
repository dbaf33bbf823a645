"""Jobs that hang, swell, die or raise cost nothing but themselves."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from multiprocessing import forkserver

import pytest

from flows.run.sandbox import Crashed, Sandbox, rest


def double(number: int) -> int:
    """A good job."""
    return 2 * number


def hang() -> None:
    """A job that never ends."""
    while True:
        time.sleep(1)


def swell() -> int:
    """A job that takes all memory there is."""
    return len([bytearray(1 << 26) for _ in range(10_000)])


def die() -> None:
    """A fault in a C library."""
    os._exit(139)


def fail() -> None:
    """An error of the function itself."""
    raise ValueError("not a number")


@pytest.fixture(scope="module")
def sandbox() -> Iterator[Sandbox]:
    """Two workers with little memory."""
    with Sandbox(processes=2, seconds=60, memory=1 << 29) as running:
        yield running


def test_results_come_back(sandbox: Sandbox) -> None:
    """A job's result is returned, and workers are used again."""
    assert [sandbox.run_now(double, (n,)) for n in range(20)] == [2 * n for n in range(20)]


@pytest.mark.parametrize(("job", "why"), [(swell, "memory"), (die, "died")])
def test_a_lost_worker_loses_only_its_job(sandbox: Sandbox, job, why: str) -> None:  # type: ignore[no-untyped-def]
    """After a crash the next job finds a new worker."""
    with pytest.raises(Crashed, match=why):
        sandbox.run_now(job, ())
    assert sandbox.run_now(double, (4,)) == 8


def test_a_hanging_job_is_ended() -> None:
    """A job that overruns its time is killed, and the next one is done."""
    with Sandbox(processes=1, seconds=1.0) as hasty:
        with pytest.raises(Crashed, match="within"):
            hasty.run_now(hang, ())
        assert hasty.processes == 1


def test_errors_of_the_function_are_raised_here(sandbox: Sandbox) -> None:
    """An exception is carried over with its message."""
    with pytest.raises(ValueError, match="not a number"):
        sandbox.run_now(fail, ())


def test_a_worker_that_died_while_idle_costs_nothing(sandbox: Sandbox) -> None:
    """The next job goes to another worker."""
    pid = sandbox.run_now(os.getpid, ())
    os.kill(pid, 9)
    time.sleep(0.2)
    assert sandbox.run_now(double, (3,)) == 6


def test_after_a_rest_workers_come_again() -> None:
    """The fork server ends and is gone; the next sandbox starts another."""
    with Sandbox(processes=1) as first:
        assert first.run_now(double, (2,)) == 4
    server = forkserver._forkserver._forkserver_pid
    rest()
    with pytest.raises(ProcessLookupError):
        os.kill(server, 0)
    rest()
    with Sandbox(processes=1) as second:
        assert second.run_now(double, (3,)) == 6
