"""Jobs that hang, swell, die or raise cost nothing but themselves."""

from __future__ import annotations

import multiprocessing
import os
import time
from collections.abc import Iterator
from multiprocessing import forkserver

import pytest

from flows.run.sandbox import PATIENCE, Crashed, Sandbox, TooSlow, _serve, rest


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


def spin(seconds: float) -> float:
    """A job that uses a processor for so many seconds of the clock."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        pass
    return seconds


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


def test_a_busy_job_is_ended() -> None:
    """A job that has used up its time on a processor is killed."""
    with Sandbox(processes=1, seconds=1.5) as hasty, pytest.raises(TooSlow, match=r"within 1\.5 s"):
        hasty.run_now(spin, (60.0,))


def test_a_job_that_waits_for_a_processor_gets_the_time_that_it_missed(monkeypatch: pytest.MonkeyPatch) -> None:
    """What other programs do must not decide what becomes of a document: its own time counts, within five times the limit."""
    monkeypatch.setattr("flows.run.sandbox._spent", lambda worker: 0.0)  # as on a machine that gives it none
    with Sandbox(processes=1, seconds=1.2) as patient:
        assert patient.run_now(spin, (3.0,)) == 3.0
        with pytest.raises(TooSlow):
            patient.run_now(spin, (60.0,))
        begun = time.monotonic()
        with pytest.raises(TooSlow):
            patient.run_now(hang, ())  # it sleeps, so no processor helps
        assert time.monotonic() - begun < 1.2 * PATIENCE


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


def test_a_worker_whose_asker_died_ends_without_a_word(capfd: pytest.CaptureFixture[str]) -> None:
    """Nobody reads the result of a job whose run was killed: the worker ends, and leaves no traceback in a log."""
    context = multiprocessing.get_context("forkserver")
    ours, theirs = context.Pipe()
    worker = context.Process(target=_serve, args=(theirs, 8 << 30, None), daemon=True)
    worker.start()
    theirs.close()
    ours.send((time.sleep, (0.3,)))
    ours.close()
    worker.join(120)
    assert worker.exitcode == 0
    assert "Traceback" not in capfd.readouterr().err
