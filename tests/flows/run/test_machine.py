"""Cores and memory that a run may use."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from flows.run import machine
from flows.run.machine import MB, Read
from parsers.errors import UsageError

MANY = {"/proc/meminfo": "MemTotal: 64000000 kB\nMemAvailable: 32000000 kB\n"}
V2 = {
    **MANY,
    "/proc/self/cgroup": "0::/desk/run\n",
    "/sys/fs/cgroup/desk/run/cpu.max": "max 100000\n",
    "/sys/fs/cgroup/desk/cpu.max": "150000 100000\n",
    "/sys/fs/cgroup/desk/memory.max": f"{900 * MB}\n",
    "/sys/fs/cgroup/desk/memory.current": f"{400 * MB}\n",
    "/sys/fs/cgroup/desk/memory.stat": f"anon 5\ninactive_file {250 * MB}\n",
    "/sys/fs/cgroup/desk/run/memory.max": "max\n",
}
V1 = {
    **MANY,
    "/proc/self/cgroup": "5:memory:/box\n4:cpu,cpuacct:/box\n0::/\n",
    "/sys/fs/cgroup/cpu/box/cpu.cfs_quota_us": "300000\n",
    "/sys/fs/cgroup/cpu/box/cpu.cfs_period_us": "100000\n",
    "/sys/fs/cgroup/cpu/cpu.cfs_quota_us": "-1\n",
    "/sys/fs/cgroup/cpu/cpu.cfs_period_us": "100000\n",
    "/sys/fs/cgroup/memory/box/memory.limit_in_bytes": f"{2000 * MB}\n",
    "/sys/fs/cgroup/memory/box/memory.usage_in_bytes": f"{500 * MB}\n",
    "/sys/fs/cgroup/memory/box/memory.stat": "cache 1\ntotal_inactive_file 0\n",
}


def of(files: dict[str, str]) -> Read:
    """A machine whose kernel says this."""

    def read(path: Path) -> str | None:
        return files.get(str(path))

    return read


@pytest.fixture(autouse=True)
def eight_cores(monkeypatch: pytest.MonkeyPatch) -> None:
    """Eight cores of sixteen, and no setting."""
    monkeypatch.delenv(machine.WORKERS, raising=False)
    monkeypatch.setattr(os, "sched_getaffinity", lambda pid: set(range(8)), raising=False)


@pytest.mark.parametrize(("files", "cores"), [({}, 8), (MANY, 8), (V2, 2), (V1, 3)])
def test_cores_are_those_of_affinity_and_quota(files: dict[str, str], cores: int) -> None:
    """The affinity counts, and the quota of the own control group and of those above it, rounded up."""
    assert machine.cores(of(files)) == cores


@pytest.mark.parametrize(("files", "left"), [({}, None), (MANY, 31250), (V2, 750), (V1, 1500)])
def test_memory_is_what_the_narrowest_bound_leaves(files: dict[str, str], left: int | None) -> None:
    """Free memory of the machine, or what a control group leaves, with the pages that can be given back."""
    found = machine.memory_left(of(files))
    assert (None if found is None else found // MB) == left


@pytest.mark.parametrize(("files", "workers"), [({}, 8), (MANY, 8), (V2, 1), (V1, 3)])
def test_workers_fit_into_cores_and_memory(files: dict[str, str], workers: int) -> None:
    """One a core where memory allows, and one at least."""
    assert machine.workers(of(files)) == workers


def test_a_setting_decides(monkeypatch: pytest.MonkeyPatch) -> None:
    """NEWSDESK_WORKERS is taken as it is."""
    monkeypatch.setenv(machine.WORKERS, " 12 ")
    assert machine.workers(of(V2)) == 12


@pytest.mark.parametrize("said", ["0", "-1", "two", "65", "1.5", "²"])
def test_a_wrong_setting_is_refused(monkeypatch: pytest.MonkeyPatch, said: str) -> None:
    """A setting that is no number from 1 to 64 is named in the error."""
    monkeypatch.setenv(machine.WORKERS, said)
    with pytest.raises(UsageError, match=machine.WORKERS):
        machine.workers(of(MANY))


def test_too_little_memory_is_said_in_a_sentence() -> None:
    """Only where memory will not do: how much is left, how much is needed, and what helps."""
    assert machine.shortage(2, of(MANY)) is None
    assert machine.shortage(2, of({})) is None
    assert machine.shortage(2, of(V2)) == (
        "750 MB of memory are left, and a run with 2 workers takes about 820 MB: the system may kill it; "
        "set NEWSDESK_WORKERS=1, or give it more"
    )


def test_this_machine_is_read() -> None:
    """What the kernel says here is understood."""
    assert 1 <= machine.workers() <= machine.MOST_WORKERS


@pytest.mark.parametrize(
    ("arguments", "prefix", "slow"),
    [
        ("'--prefix=/opt/python' '--enable-shared'", "/opt/python", True),
        ("'--enable-optimizations' '--with-lto'", "/opt/python", False),
        ("'--prefix=/usr'", "/usr", False),
        ("", "/opt/python", False),
    ],
)
def test_a_slow_python_is_named(arguments: str, prefix: str, slow: bool) -> None:
    """A Python that says how it was built, and not with profile-guided optimisation, is named; nothing is guessed of others."""
    said = machine.slow_python(arguments, prefix)
    assert (said is not None) == slow
    assert not slow or "0.83" in str(said)
