"""Parts of the desk as processes: kept alive, stopped together, never orphaned."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

from flows.service import recycle
from flows.service.supervisor import BACK_OFF, Child, Part, Supervisor

SLEEPER = (sys.executable, "-c", "import time; time.sleep(60)")


def eventually(condition: object, seconds: float = 20.0) -> bool:
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


def test_a_household_stops_all_its_parts() -> None:
    """Nothing is left when it comes to its end."""
    started: list[int] = []
    parts = [Part(name=str(n), command=SLEEPER) for n in range(2)]

    def note(child: Child) -> None:
        assert child.pid is not None
        started.append(child.pid)
        if len(started) == 2:
            supervisor.stop()

    supervisor = Supervisor(parts, os.environ, note)
    supervisor.run()
    assert len(started) == 2
    assert not any(child.alive() for child in supervisor.children)


def test_a_part_ends_when_its_parent_is_killed(tmp_path: Path) -> None:
    """kill -9 of the desk leaves no server and no watcher behind."""
    mark = tmp_path / "pid"
    part = (
        "import os, pathlib, sys, time; from flows.service.supervisor import die_with_parent; die_with_parent(); "
        f"pathlib.Path({str(mark)!r}).write_text(str(os.getpid())); time.sleep(60)"
    )
    parent = (
        "import os, sys, time; from flows.service.supervisor import Child, Part; "
        f"Child(Part(name='part', command=(sys.executable, '-c', {part!r})), os.environ).start(); time.sleep(60)"
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
