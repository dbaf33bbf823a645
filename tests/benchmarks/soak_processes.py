"""The processes of a served desk, seen in /proc: what each is, what it holds, and how to kill one."""

from __future__ import annotations

import os
import random
import signal
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

NAMES = (
    ("flows.service.prefect_server", "Prefect server"),
    ("flows.service.deployments_process", "deployments"),
    ("flows.service.watch_process", "watcher"),
    ("multiprocessing.forkserver", "fork server or worker"),
    ("multiprocessing.resource_tracker", "resource tracker"),
    ("warehouse.database.copying", "publication"),
    ("prefect.flow_engine", "flow run"),
    ("prefect.engine", "flow run"),
    ("newsdesk", "serve"),
)
"""What a command line contains, and what the process is then called; the first that fits."""


@dataclass(frozen=True, slots=True)
class Seen:
    """A process: its id, its parent's, what it is, and whether it is a zombie. Memory in MB: resident, and with
    shared pages divided among those that share them."""

    pid: int
    parent: int
    name: str
    zombie: bool
    megabytes: float
    proportional: float
    threads: int


def tree(root: int) -> list[Seen]:
    """A process and all that descend from it, parents first; nothing when it is not there."""
    everyone = {p.pid: p for path in Path("/proc").glob("[0-9]*") if (p := _seen(path))}
    found = [everyone[root]] if root in everyone else []
    for each in found:
        found += [p for p in everyone.values() if p.parent == each.pid]
    return found


def _seen(path: Path) -> Seen | None:
    try:
        stat = (path / "stat").read_text("utf-8", "replace").rpartition(")")[2].split()
        words = (path / "cmdline").read_bytes().replace(b"\0", b" ").decode("utf-8", "replace")
    except (OSError, IndexError):
        return None
    name = next((name for mark, name in NAMES if mark in words), words[:60] or "(gone)")
    megabytes = int(stat[21]) * os.sysconf("SC_PAGE_SIZE") / 1e6
    return Seen(
        int(path.name), int(stat[1]), name, stat[0] == "Z", round(megabytes, 1), _proportional(path), int(stat[17])
    )


def _proportional(path: Path) -> float:
    try:
        lines = (path / "smaps_rollup").read_text().splitlines()
    except OSError:  # it has ended, or is a zombie
        return 0.0
    return next((int(line.split()[1]) / 1e3 for line in lines if line.startswith("Pss:")), 0.0)


def kill_one(root: int, name: str) -> str | None:
    """Kill -9 a process of that name in the tree; which one. Of fork servers and workers, one by lot."""
    found = [p for p in tree(root) if p.name == name and not p.zombie]
    if not found:
        return None
    chosen = random.choice(found)
    with suppress(ProcessLookupError):
        os.kill(chosen.pid, signal.SIGKILL)
    return f"{name} {chosen.pid}"


def kill_all(root: int) -> int:
    """Kill -9 the whole tree at once, as a power cut does; how many processes."""
    found = tree(root)
    for each in found:
        with suppress(ProcessLookupError):
            os.kill(each.pid, signal.SIGKILL)
    return len(found)
