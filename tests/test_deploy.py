"""The files for running newsdesk as a service: they call what exists, and they say what the documentation says."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from flows.cli import command_line
from flows.exit_codes import PARTS_MEANING, ExitCode

ROOT = Path(__file__).parents[1]
UNIT = (ROOT / "deploy" / "newsdesk.service").read_text("utf-8")
CONTAINER = (ROOT / "deploy" / "Containerfile").read_text("utf-8")


def test_the_unit_calls_what_exists() -> None:
    """The command of the unit is one that the command line can read."""
    words = re.search(r"^ExecStart=\S+/newsdesk (.+)$", UNIT, re.MULTILINE)
    assert words
    command_line(["serve"]).parse_args(words[1].split(), exit_on_error=False, print_error=False)


def test_the_unit_does_not_repeat_what_a_person_must_mend() -> None:
    """Exit code 2 is not tried again; systemd waits for READY and for signs of life."""
    assert f"RestartPreventExitStatus={int(ExitCode.NOTHING)}" in UNIT
    assert "Type=notify" in UNIT
    assert re.search(r"^WatchdogSec=", UNIT, re.MULTILINE)


@pytest.mark.skipif(not shutil.which("systemd-analyze"), reason="no systemd-analyze here")
def test_systemd_accepts_the_unit(tmp_path: Path) -> None:
    """systemd-analyze verify has no complaint but that the command is not installed."""
    unit = tmp_path / "newsdesk.service"
    unit.write_text(re.sub(r"^ExecStart=\S+", "ExecStart=/bin/true", UNIT, flags=re.MULTILINE))
    done = subprocess.run(["systemd-analyze", "verify", str(unit)], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


def test_the_container_copies_what_exists() -> None:
    """Every file that the Containerfile copies from the project is there."""
    for words in re.findall(r"^COPY (?!--)(.+)$", CONTAINER, re.MULTILINE):
        for name in words.split()[:-1]:
            assert (ROOT / name).exists(), name


def test_the_container_is_confined_and_locked() -> None:
    """It installs by hashes only, does not run as root, keeps its data in a volume and has a health check."""
    installs = [line for line in CONTAINER.splitlines() if "pip install" in line]
    assert installs
    assert all("--require-hashes" in line or "--no-index" in line for line in installs)
    assert re.findall(r"^USER (\w+)$", CONTAINER, re.MULTILINE) == ["10001"]
    assert "\nVOLUME /desk\n" in CONTAINER
    assert "\nHEALTHCHECK " in CONTAINER
    assert "newsdesk health" in CONTAINER


def test_the_exit_codes_of_parts_are_documented() -> None:
    """docs/operating.md prints the table of `flows.exit_codes`."""
    page = (ROOT / "docs" / "operating.md").read_text("utf-8")
    rows = dict(re.findall(r"^\| (\d\d) \| (.+) \|$", page, re.MULTILINE))
    assert {int(code): meaning for code, meaning in rows.items()} == {int(c): m for c, m in PARTS_MEANING.items()}
