"""Prefect's event store after clients have sent again what it has."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from flows.prefect_settings import DEFAULTS

pytestmark = [pytest.mark.prefect, pytest.mark.timeout(180)]

OURS = DEFAULTS["PREFECT_SERVER_SERVICES_EVENT_PERSISTER_BATCH_SIZE"]
ADVISED = "5"
"""What docs/running.md advises for servers that the desk does not start."""


@pytest.mark.parametrize("how", [(OURS, "repaired"), (ADVISED,)], ids=["our server", "a server of one's own"])
def test_events_behind_known_ones_are_kept(how: tuple[str, ...], tmp_path: Path) -> None:
    """After a server kill clients send the last half minute again; the events that follow must not be dropped with it."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.servers.event_store", *how],
        env={**os.environ, "PREFECT_HOME": str(tmp_path)}, capture_output=True, text=True, check=True,
    )  # fmt: skip
    kept, sent = done.stdout.split()
    assert kept == sent, done.stderr[-2000:]
    assert "repaired" not in how or "IntegrityError" not in done.stderr
