"""What a process and all that it started cost: CPU seconds and peak memory of each, read from /proc while they run."""

from __future__ import annotations

import os
import threading
from dataclasses import dataclass
from pathlib import Path
from typing import Self

TICKS = os.sysconf("SC_CLK_TCK")
LOOK_SECONDS = 0.1


@dataclass(slots=True)
class Cost:
    """CPU seconds and peak resident megabytes of one process, as last seen. Peaks of forked workers hold shared pages."""

    name: str
    cpu: float = 0.0
    peak: float = 0.0


class Watch:
    """Watches a process and its descendants. Use as a context manager around the time they live."""

    def __init__(self, pid: int) -> None:
        self.pid = pid
        self.costs: dict[int, Cost] = {}
        self.together = 0.0
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._look, daemon=True)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._over.set()
        self._thread.join()

    def _look(self) -> None:
        looked = 0
        while not self._over.wait(LOOK_SECONDS):
            pids = self.family()
            for pid in pids:
                self._see(pid)
            looked += 1
            if looked % 10 == 0:
                self.together = max(self.together, sum(map(proportional, pids)))

    def family(self) -> list[int]:
        """The process and its descendants that live now."""
        parents = {pid: fields[1] for pid in _pids() if (fields := _stat(pid))}
        found, new = [self.pid], {self.pid}
        while new:
            new = {pid for pid, parent in parents.items() if int(parent) in new and pid not in found}
            found += sorted(new)
        return found

    def _see(self, pid: int) -> None:
        fields, status = _stat(pid), _read(pid, "status")
        if not fields or "VmHWM" not in status:
            return
        cost = self.costs.setdefault(pid, Cost(self._name(pid, int(fields[1]))))
        cost.cpu = (int(fields[11]) + int(fields[12])) / TICKS
        cost.peak = max(cost.peak, int(status.split("VmHWM:")[1].split()[0]) / 1024)

    def _name(self, pid: int, parent: int) -> str:
        line = _read(pid, "cmdline").replace("\0", " ")
        if pid == self.pid:
            return "the run"
        if "forkserver" in line:
            return "parsing worker" if parent != self.pid else "fork server of the workers"
        return next((name for sign, name in NAMES if sign in line), line[:40] or "gone")


NAMES = (
    ("uvicorn", "Prefect's server"),
    ("resource_tracker", "resource tracker"),
    ("cp ", "cp (publication)"),
    ("git", "git"),
)


def proportional(pid: int) -> float:
    """Resident megabytes with shared pages divided among those who share them; 0 when the process is gone."""
    text = _read(pid, "smaps_rollup")
    return int(text.split("Pss:")[1].split()[0]) / 1024 if "Pss:" in text else 0.0


def _pids() -> list[int]:
    return [int(path.name) for path in Path("/proc").iterdir() if path.name.isdigit()]


def _stat(pid: int) -> list[str]:
    """The fields of /proc/PID/stat behind the name (the first is the state, the second the parent)."""
    return _read(pid, "stat").rpartition(")")[2].split()


def _read(pid: int, name: str) -> str:
    try:
        return Path(f"/proc/{pid}/{name}").read_text(errors="replace")
    except OSError:  # it has ended meanwhile
        return ""
