"""Parts of the desk as processes: kept alive, stopped together, never orphaned."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from flows.service import recycle, supervisor
from flows.service.logs import RotatingLog
from flows.service.supervisor import AWAY, BACK_OFF, GIVE_UP_AFTER, Child, Part, Supervisor

SLEEPER = (sys.executable, "-c", "import time; time.sleep(600)")


def eventually(condition: object, seconds: float = 120.0) -> bool:
    """Wait until a condition holds."""
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        if condition():  # type: ignore[operator]
            return True
        time.sleep(0.02)
    return False


def test_a_part_that_is_killed_is_started_again_after_a_pause() -> None:
    """Not at once, so that a part that cannot start does not keep the machine busy."""
    child = Child(Part(name="sleeper", command=SLEEPER), os.environ)
    child.start()
    first = child.pid
    assert first is not None
    os.kill(first, signal.SIGKILL)
    assert eventually(lambda: not child.alive())
    assert child.keep() is False
    assert BACK_OFF[0] > 0
    assert eventually(child.keep)
    assert child.pid != first
    child.stop()
    child.join(time.monotonic() + 5)
    assert not child.alive()


def test_a_part_that_hands_over_is_started_again_at_once() -> None:
    """It has grown, and is not ill: no pause, and no count of deaths."""
    child = Child(Part(name="grown", command=(sys.executable, "-c", f"raise SystemExit({recycle.CODE})")), os.environ)
    for _ in range(3):
        child.start()
        assert eventually(lambda: not child.alive())
        assert child.keep() is True
    child.join(time.monotonic() + 5)


def deaths(child: Child, number: int) -> None:
    """Start a child, and let it die and be started again until it has died so often."""
    child.start()
    for _ in range(number - 1):
        assert eventually(child.keep)
    assert eventually(lambda: not child.alive())
    child.keep()


def dying(code: str) -> Child:
    """A part that runs this code and ends."""
    return Child(Part(name="part", command=(sys.executable, "-c", f"import os, sys; {code}")), os.environ)


@pytest.fixture
def _at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """No pause before a part is started again."""
    monkeypatch.setattr(supervisor, "BACK_OFF", (0.0,))


@pytest.mark.usefixtures("_at_once")
def test_a_part_that_dies_five_times_for_the_same_reason_is_given_up(caplog: pytest.LogCaptureFixture) -> None:
    """The reason is its last line, printed on the terminal; process ids and other figures in it do not make it another."""
    child = dying("sys.exit(f'process {os.getpid()} has no module named flows')")
    deaths(child, GIVE_UP_AFTER)
    assert child.given_up
    assert eventually(lambda: not child.alive())
    assert child.keep() is False
    assert "has no module named flows); it is not started again" in caplog.messages[-1]
    assert len(caplog.messages) == GIVE_UP_AFTER


@pytest.mark.usefixtures("_at_once")
def test_a_part_that_dies_for_different_reasons_goes_on(tmp_path: Path) -> None:
    """Five deaths in a row are no reason to give up when each has another cause."""
    turns = tmp_path / "turns"
    words = "('red', 'blue')[len(t.read_text()) % 2]"
    child = dying(
        f"import pathlib; t = pathlib.Path({str(turns)!r}); t.open('a').write('x'); print({words}); sys.exit(1)"
    )
    deaths(child, GIVE_UP_AFTER + 2)
    assert not child.given_up
    child.join(time.monotonic() + 5)


@pytest.mark.usefixtures("_at_once")
def test_a_part_that_waits_for_something_outside_is_never_given_up() -> None:
    """A Prefect server on another machine may be away for an hour."""
    child = dying(f"print('the Prefect server went away'); sys.exit({AWAY})")
    deaths(child, GIVE_UP_AFTER + 2)
    assert not child.given_up
    child.join(time.monotonic() + 5)


@pytest.mark.usefixtures("_at_once")
def test_when_no_part_is_left_the_supervisor_ends_and_says_that_it_failed() -> None:
    """`newsdesk watch` must not wait for ever with nothing at work."""
    made = Supervisor([dying("sys.exit('broken')").part], os.environ, lambda _: None)
    assert made.run() is False


def test_what_a_part_says_reaches_the_log(tmp_path: Path) -> None:
    """Both of its outputs, in order, whole."""
    log = RotatingLog(tmp_path / "serve.log")
    code = "print('one', flush=True); print('two', file=sys.stderr)"
    child = Child(Part(name="part", command=(sys.executable, "-c", f"import sys; {code}")), os.environ, log.write)
    child.start()
    assert eventually(lambda: not child.alive())
    child.join(time.monotonic() + 5)
    assert (tmp_path / "serve.log").read_text() == "one\ntwo\n"


def test_a_household_stops_all_its_parts() -> None:
    """Nothing is left when it comes to its end."""
    started: list[int] = []
    parts = [Part(name=str(n), command=SLEEPER) for n in range(2)]

    def note(child: Child) -> None:
        assert child.pid is not None
        started.append(child.pid)
        if len(started) == 2:
            made.stop()

    made = Supervisor(parts, os.environ, note)
    assert made.run()
    assert len(started) == 2
    assert not any(child.alive() for child in made.children)


def test_a_part_ends_when_its_parent_is_killed(tmp_path: Path) -> None:
    """kill -9 of the desk leaves no server and no watcher behind."""
    mark = tmp_path / "pid"
    part = (
        "import os, pathlib, sys, time; from flows.service.supervisor import die_with_parent; die_with_parent(); "
        f"pathlib.Path({str(mark)!r}).write_text(str(os.getpid())); time.sleep(600)"
    )
    parent = (
        "import os, sys, time; from flows.service.supervisor import Child, Part; "
        f"Child(Part(name='part', command=(sys.executable, '-c', {part!r})), os.environ).start(); time.sleep(600)"
    )
    process = subprocess.Popen([sys.executable, "-c", parent])
    assert eventually(lambda: mark.exists() and mark.read_text() != "")
    child = int(mark.read_text())
    process.kill()
    process.wait()
    assert eventually(lambda: not Path(f"/proc/{child}").exists() or _is_zombie(child))


def _is_zombie(pid: int) -> bool:
    """Whether a process has ended and only waits to be reaped."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] == "Z"
    except FileNotFoundError:
        return True
