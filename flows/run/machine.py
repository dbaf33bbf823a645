"""How much of this machine may be used: cores and memory, as affinity, control groups and the environment bound them.

And whether its Python is a quick one.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from math import ceil
from pathlib import Path

from flows import environment

WORKERS = "NEWSDESK_WORKERS"
MOST_WORKERS, MOST_SET = 8, 64
"""Processes that parse, at most: by themselves, and when somebody says how many."""

MB = 1 << 20
RUN_MEMORY, WORKER_MEMORY = 600 * MB, 110 * MB
"""Memory of a run without its workers (the process that files and the fork server), and what each worker adds of its own.

Measured with two workers on 9,122 articles: 712 MB together, shared pages once; with 512 MB a run was killed (docs/performance.md).
"""

GROUPS = Path("/sys/fs/cgroup")
OWN_GROUPS, MEMINFO = Path("/proc/self/cgroup"), Path("/proc/meminfo")

Read = Callable[[Path], str | None]


def read(path: Path) -> str | None:
    """What a file of the kernel says; None where there is none or it is not for us."""
    try:
        return path.read_text("ascii")
    except OSError:
        return None


def workers(read: Read = read) -> int:
    """How many processes are to parse: what NEWSDESK_WORKERS says, else one a core as far as the memory goes, and 8 at most.

    Raises UsageError when NEWSDESK_WORKERS is no number from 1 to 64.
    """
    if said := environment.number(WORKERS, MOST_SET):
        return said
    wanted = min(MOST_WORKERS, cores(read))
    left = memory_left(read)
    return wanted if left is None else max(1, min(wanted, (left - RUN_MEMORY) // WORKER_MEMORY))


def cores(read: Read = read) -> int:
    """Cores that this process may use: those of its affinity, and no more than the quota of its control groups."""
    allowed = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return max(1, min([allowed, *[ceil(quota) for quota in _quotas(read)]]))


def memory_left(read: Read = read) -> int | None:
    """Bytes that may still be used: what the machine has free, and what the control groups leave; None when nobody says."""
    machine = (line.split() for line in (read(MEMINFO) or "").splitlines())
    free = [int(words[1]) * 1024 for words in machine if words[:1] == ["MemAvailable:"]]
    return min([*free, *_free_in_groups(read)], default=None)


def shortage(processes: int, read: Read = read) -> str | None:
    """A sentence when the memory will probably not do for so many workers; None when it will, or nobody knows."""
    left = memory_left(read)
    needed = RUN_MEMORY + processes * WORKER_MEMORY
    if left is None or left >= needed:
        return None
    remedy = "give it more" if processes == 1 else f"set {WORKERS}=1, or give it more"
    return (
        f"{left // MB} MB of memory are left, and a run with {processes} worker{'s' * (processes > 1)} takes about "
        f"{needed // MB} MB: the system may kill it; {remedy}"
    )


def slow_python(arguments: str | None = None, prefix: str = sys.base_prefix) -> str | None:
    """A sentence when this Python was built without profile-guided optimisation; None when it was, or does not say.

    Distributions leave out of the build's `arguments` how they optimise, so the Python of the system is not judged.
    """
    import sysconfig  # slow to import, seldom asked

    built = sysconfig.get_config_var("CONFIG_ARGS") if arguments is None else arguments
    if not built or "--enable-optimizations" in built or prefix in ("/usr", "/"):
        return None
    return (
        f"Python {sys.version.split()[0]} here was built without profile-guided optimisation: one built with it "
        "(--enable-optimizations; Debian's own) takes 0.83 of the CPU"
    )


def _own(controller: str, read: Read) -> Iterator[Path]:
    """The folders of this process's control group and of those above it: version 2, or the controller's of version 1."""
    for line in (read(OWN_GROUPS) or "").splitlines():
        number, named, path = line.split(":", 2)
        if number == "0" and not named:
            root = GROUPS
        elif controller in named.split(","):
            root = GROUPS / controller
        else:
            continue
        own = root / path.strip("/")
        yield from [folder for folder in (own, *own.parents) if folder == root or root in folder.parents]


def _quotas(read: Read) -> Iterator[float]:
    """Cores that control groups allow."""
    for folder in _own("cpu", read):
        quota, period = _words(read(folder / "cpu.max"), 2)
        if quota is None:
            (quota,), (period,) = (_words(read(folder / f"cpu.cfs_{name}_us"), 1) for name in ("quota", "period"))
        if quota and period and quota > 0:
            yield quota / period


def _free_in_groups(read: Read) -> Iterator[int]:
    """Bytes that control groups leave; pages of files that can be given back are not counted as used."""
    for folder in _own("memory", read):
        names = ("memory.max", "memory.current", "inactive_file")
        (limit,) = _words(read(folder / names[0]), 1)
        if limit is None:
            names = ("memory.limit_in_bytes", "memory.usage_in_bytes", "total_inactive_file")
            (limit,) = _words(read(folder / names[0]), 1)
        (used,) = _words(read(folder / names[1]), 1)
        if limit is not None and used is not None:
            given_back = dict(map(str.split, (read(folder / "memory.stat") or "").splitlines())).get(names[2], "0")
            yield max(0, limit - used + int(given_back))


def _words(text: str | None, number: int) -> list[int | None]:
    """The first numbers of a text; None for a word (`max`) and for what is not there."""
    words = (text or "").split()[:number]
    found = [int(word) if word.lstrip("-").isdigit() else None for word in words]
    return [*found, *[None] * (number - len(found))]
