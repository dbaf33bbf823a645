"""Too little memory is said before a verb begins, in one line with the documented exit code."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from flows import cli
from flows.cli import VERBS, room
from flows.exit_codes import ExitCode
from flows.run import machine

MB = room.MB

EACH = """
import os, resource, sys
from flows.cli import VERBS, main
for verb in VERBS:
    sys.stdout.flush()
    if not (child := os.fork()):
        resource.setrlimit(resource.RLIMIT_AS, (290 << 20, resource.RLIM_INFINITY))
        sys.argv = ["newsdesk", verb]
        main()
    print(verb, os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), flush=True)
"""
"""Each verb in a process of its own with 290 MB of address space."""


def test_every_verb_with_too_little_address_space() -> None:
    """No verb is ended by the C library: each says what it has and what it needs, and ends with 2."""
    done = subprocess.run(
        [sys.executable, "-c", EACH], cwd=Path(__file__).parents[3], capture_output=True, text=True, timeout=600, check=True
    )  # fmt: skip
    assert dict(line.rsplit(" ", 1) for line in done.stdout.splitlines()) == dict.fromkeys(
        VERBS, str(int(ExitCode.NOTHING))
    )
    lines = done.stderr.splitlines()
    assert len(lines) == len(VERBS)
    for verb, line in zip(VERBS, lines, strict=True):
        assert line.startswith("newsdesk: too little memory: this process may map 290 MB, and ")
        assert f"`newsdesk {verb}` needs" in line


def kernel(available_kb: int, group: str = "max") -> Callable[[Path], str | None]:
    """What the kernel's files say: memory that is free, and the limit of the control group."""
    files = {
        machine.MEMINFO: f"MemTotal: 9999999 kB\nMemAvailable: {available_kb} kB\n",
        machine.OWN_GROUPS: "0::/desk\n",
        machine.GROUPS / "desk" / "memory.max": group,
        machine.GROUPS / "desk" / "memory.current": "20000000",
        machine.GROUPS / "desk" / "memory.stat": "inactive_file 0\n",
    }
    return files.get


def unlimited() -> int:
    """No limit of address space."""
    return -1


@pytest.mark.parametrize("verb", VERBS)
def test_free_memory_and_control_groups(verb: str) -> None:
    """A verb that cannot fit into what is free, or into its control group, is not begun; one that may fit is."""
    assert room.trouble(verb, kernel(4_000_000), unlimited) is None
    assert "40 MB are free" in str(room.trouble(verb, kernel(40 * 1024), unlimited))
    assert "28 MB are free" in str(room.trouble(verb, kernel(4_000_000, "50000000"), unlimited))


def test_the_limit_grows_with_the_cores(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each core is a thread of DuckDB that needs its address space; `formats` opens no database."""
    monkeypatch.setattr(machine, "cores", lambda _: 12)
    assert room.trouble("sql", kernel(4_000_000), lambda: 1100 * MB)
    assert room.trouble("sql", kernel(4_000_000), lambda: 1800 * MB) is None
    assert room.trouble("formats", kernel(4_000_000), lambda: 400 * MB) is None


def test_help_needs_no_room(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever asks for help gets it, and a word that is no verb is left to the command line."""
    monkeypatch.setattr(room, "trouble", lambda verb: f"no room for {verb}")
    assert cli._refused(["sql", "--help"]) == ExitCode.DONE
    assert cli._refused([]) == ExitCode.DONE
    assert cli._refused(["squeal"]) == ExitCode.DONE
    assert cli._refused(["sql", "from article"]) == ExitCode.NOTHING
