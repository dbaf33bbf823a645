"""Prefect's event store after clients have sent again what it has."""

from __future__ import annotations

import os
import subprocess
import sys
from importlib.metadata import version
from inspect import getsource, signature
from pathlib import Path

import pytest
from prefect.server.events.services import event_persister

from flows.prefect_settings import DEFAULTS
from flows.service import event_store

pytestmark = [pytest.mark.prefect, pytest.mark.timeout(900)]

ROOT = Path(__file__).parents[3]
OURS = DEFAULTS["PREFECT_SERVER_SERVICES_EVENT_PERSISTER_BATCH_SIZE"]
ADVISED = "5"
"""What docs/running.md advises for servers that the desk does not start."""


def stored(how: tuple[str, ...], home: Path) -> subprocess.CompletedProcess[str]:
    """Store, deliver again and count, in a process with a Prefect home of its own."""
    return subprocess.run(
        [sys.executable, "-m", "tests.servers.event_store", *how],
        env={**os.environ, "PREFECT_HOME": str(home), "PYTHONPATH": str(ROOT)},
        capture_output=True, text=True, check=True,
    )  # fmt: skip


@pytest.mark.parametrize("how", [(OURS, "repaired"), (ADVISED,)], ids=["our server", "a server of one's own"])
def test_events_behind_known_ones_are_kept(how: tuple[str, ...], tmp_path: Path) -> None:
    """After a server kill clients send the last half minute again; the events that follow must not be dropped with it."""
    done = stored(how, tmp_path)
    kept, sent = done.stdout.split()
    assert kept == sent, done.stderr[-2000:]
    assert "repaired" not in how or "IntegrityError" not in done.stderr


def test_prefect_still_needs_the_repair(tmp_path: Path) -> None:
    """Without it the installed Prefect drops new events; when that changes, the repair has to go."""
    kept, sent = stored((OURS,), tmp_path).stdout.split()
    assert kept != sent, (
        f"Prefect {version('prefect')} keeps new events behind known ones by itself: "
        "remove flows/service/event_store.py and its call in flows/service/prefect_server.py"
    )


def test_prefect_still_has_what_the_repair_replaces() -> None:
    """The server calls the function under the name that is replaced, with the parameters that ours has."""
    theirs = getattr(event_persister, "write_events", None)
    assert theirs is not None, "Prefect has moved `write_events`: look where events are stored, and repair them there"
    assert set(signature(theirs).parameters) == set(signature(event_store.write_new_events).parameters), (
        "Prefect calls `write_events` with other parameters: give `write_new_events` the same"
    )
    assert "write_events(" in getsource(event_persister.create_handler), (
        "Prefect's event persister no longer calls `write_events`: the repair does nothing"
    )
