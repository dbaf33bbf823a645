"""Child processes run our modules, whatever lies in the current folder."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from flows import child_processes
from tests.servers.copy_desk import article
from tests.servers.served_desk import newsdesk
from tests.servers.stray_modules import executed, stray_modules

DOCUMENTS = 45
"""Enough for worker processes."""


def environment(home: Path) -> dict[str, str]:
    """As a person has it: no PYTHONPATH, no PYTHONSAFEPATH."""
    kept = {k: v for k, v in os.environ.items() if not k.startswith("PYTHON")}
    return {**kept, "PREFECT_HOME": str(home)}


@pytest.mark.prefect
def test_ingest_runs_no_file_of_the_folder_it_is_called_in(tmp_path: Path) -> None:
    """Not `prefect.py`, not a `flows/` of the user's own: neither here, nor in Prefect's server, nor in the workers."""
    folder = stray_modules(tmp_path / "project")
    for number in range(DOCUMENTS):
        (folder / f"{number}.txt").write_text(article(number), "utf-8")
    done = subprocess.run(
        [newsdesk(), "ingest", *(f"{n}.txt" for n in range(DOCUMENTS))],
        cwd=folder, env=environment(tmp_path / "home"), capture_output=True, text=True, check=False, timeout=600,
    )  # fmt: skip
    assert (done.returncode, executed(folder)) == (0, []), done.stderr[-3000:]


def test_without_the_protection_they_would_run(tmp_path: Path) -> None:
    """The stray files do what they are for: the tests that look for their marks can fail."""
    folder = stray_modules(tmp_path / "project")
    subprocess.run(
        [sys.executable, "-m", "flows.cli"], cwd=folder, env=environment(tmp_path), capture_output=True, check=False
    )
    assert executed(folder) == ["flows"]


def test_a_part_is_started_without_the_current_folder(tmp_path: Path) -> None:
    """Our modules are found, and nothing of the folder is."""
    folder = stray_modules(tmp_path / "project")
    done = subprocess.run(
        child_processes.command("flows.service.deployments", "--help"),
        cwd=folder, env=environment(tmp_path), capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert "--work-pool" in done.stdout
    assert executed(folder) == []
