"""Readers while a run writes: no lock, no error, no half batch, and soon the newest state."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
import time
from datetime import UTC, datetime
from pathlib import Path

import pytest

from flows.run.desk import new_run_id
from tests.filing import file_texts
from warehouse.database.place import Place
from warehouse.database.publish import publish
from warehouse.database.store import exclusive, writing
from warehouse.filing import ledger

SECONDS = float(os.environ.get("NEWSDESK_SOAK_SECONDS", "8"))
"""`NEWSDESK_SOAK_SECONDS=300 pytest tests/warehouse/test_readers.py -s` reads for five minutes and prints the figures."""

READERS = 3
BATCH = 50
READER = """
import json, sys, time
import duckdb
path, seconds = sys.argv[1], float(sys.argv[2])
errors, reads, torn, behind, newest, states = [], 0, 0, 0.0, 0, set()
until = time.time() + seconds
while time.time() < until or (len(states) < 3 and time.time() < until + 120):
    try:
        with duckdb.connect(path, read_only=True) as db:
            rows, last = db.execute("select count(*), epoch(max(arrived_at)) from arrival").fetchall()[0]
            again = db.execute("select count(*) from arrival").fetchall()[0][0]
    except Exception as error:
        errors.append(f"{type(error).__name__}: {error}")
        continue
    reads += 1
    torn += rows != again or rows % 50 != 0 or rows < newest
    newest = rows
    states.add(rows)
    behind = max(behind, time.time() - last)
print(json.dumps({"errors": errors, "reads": reads, "torn": torn, "behind": behind, "newest": newest}))
"""
"""What any program may do: connect, ask, close; it knows nothing of newsdesk."""


def test_readers_never_notice_writers(tmp_path: Path) -> None:
    """While batches are written and published, readers in other processes see whole, recent states and no error."""
    place = Place.at(tmp_path / "desk.duckdb")
    file_texts(place, {})
    _write_batch(place)
    _publish(place)
    readers = [
        subprocess.Popen(
            [sys.executable, "-c", READER, str(place.published), str(SECONDS)], stdout=subprocess.PIPE, text=True
        )
        for _ in range(READERS)
    ]
    stop = threading.Event()
    gaps: list[float] = []
    writer = threading.Thread(target=_write, args=(place, stop, gaps))
    writer.start()
    told = [json.loads(reader.communicate()[0]) for reader in readers]
    stop.set()
    writer.join()
    print(f"\n{len(gaps)} publications, at most {max(gaps):.2f} s apart; readers: {told}")  # noqa: T201 - with -s this is the measurement
    assert [t["errors"] for t in told] == [[]] * READERS
    assert [t["torn"] for t in told] == [0] * READERS
    assert all(t["reads"] > 0 for t in told)
    assert all(t["newest"] >= 3 * BATCH for t in told)


def _write(place: Place, stop: threading.Event, gaps: list[float]) -> None:
    """Write batches without pause, publishing after every few, until told to stop."""
    last = time.monotonic()
    while not stop.is_set():
        for _ in range(3):
            _write_batch(place)
        _publish(place)
        gaps.append(time.monotonic() - last)
        last = time.monotonic()


def _write_batch(place: Place) -> None:
    """Fifty arrivals in one transaction."""
    at = datetime.now(UTC)
    run = new_run_id()
    arriving = [
        ledger.Arriving(arrival_id=f"{run}-{i:04d}", arrived_at=at, source_uri=f"f{i}", reason="vanished: gone")
        for i in range(BATCH)
    ]
    with writing(place) as warehouse:
        ledger.receive(warehouse, run, None, arriving)


def _publish(place: Place) -> None:
    with exclusive(place):
        publish(place)


def test_a_reader_that_stays_open_keeps_its_state(tmp_path: Path) -> None:
    """A connection that is open while a run publishes goes on seeing one consistent state until it is closed."""
    from warehouse.database.store import reading

    place = Place.at(tmp_path / "desk.duckdb")
    file_texts(place, {})
    _write_batch(place)
    _publish(place)
    count = "select count(*) from arrival"
    held = subprocess.Popen(
        [sys.executable, "-c", f"import duckdb, sys; c = duckdb.connect({str(place.published)!r}, read_only=True); "
         f"a = c.execute('{count}').fetchall(); print('open', flush=True); sys.stdin.readline(); print(a == c.execute('{count}').fetchall())"],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
    )  # fmt: skip
    assert held.stdout is not None
    assert held.stdout.readline() == "open\n"
    _write_batch(place)
    _publish(place)
    assert held.communicate("go\n")[0] == "True\n"
    with reading(place) as warehouse:
        assert warehouse.connection.execute(count).fetchall() == [(2 * BATCH,)]


@pytest.mark.parametrize("verb", ["sql", "status"])
def test_verbs_that_read_do_not_wait(tmp_path: Path, verb: str) -> None:
    """A verb that reads answers while another process holds the right to write."""
    place = Place.at(tmp_path / "desk.duckdb")
    file_texts(place, {})
    words = [verb, "select 1", "-d", str(place.published)] if verb == "sql" else [verb, "-d", str(place.published)]
    with writing(place):
        done = subprocess.run(
            [sys.executable, "-c", "from flows.cli import main; main()", *words],
            capture_output=True, text=True, timeout=600, check=False, cwd=Path(__file__).parents[3],
        )  # fmt: skip
    assert done.returncode == 0, done.stderr
