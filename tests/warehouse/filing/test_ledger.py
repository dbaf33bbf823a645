"""The ledger: every arrival with its one outcome, whatever becomes of the run that took it in."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from parsers.model import Outcome, RawDocument, Statement
from warehouse.database.place import Place
from warehouse.database.store import Warehouse, writing
from warehouse.filing import ledger
from warehouse.filing.ledger import Arriving, RunLock, Settled

NOON = datetime(2025, 3, 3, 12, tzinfo=UTC)


@pytest.fixture
def warehouse(tmp_path: Path) -> Iterator[Warehouse]:
    """An empty desk, open for writing."""
    with writing(Place.at(tmp_path / "desk.duckdb")) as opened:
        yield opened


def arriving(number: str, text: bytes | None = b"The port opened.", reason: str | None = None) -> Arriving:
    """A document at the door."""
    raw = None
    if text is not None:
        said = (Statement(field="publisher", value="Osk “Courier”", source="feed", precision=None),)
        raw = RawDocument(
            raw_document_id=hashlib.sha256(text).hexdigest(), payload=text, source_uri=f"{number}.txt", media_type="text/plain", charset="utf-8", statements=said
        )  # fmt: skip
    return Arriving(arrival_id=number, arrived_at=NOON, source_uri=f"{number}.txt", raw=raw, reason=reason)


def begin(warehouse: Warehouse, run: str) -> None:
    """Enter a run."""
    ledger.begin_run(warehouse, run, "ingest", NOON, (None, None), "1")


def states(warehouse: Warehouse) -> list[tuple[str, str]]:
    """The runs and their states."""
    return warehouse.connection.execute("select run_id, state from run order by run_id").fetchall()


def test_bytes_are_stored_once_and_before_anything_else(warehouse: Warehouse) -> None:
    """The same bytes twice in a batch are one document and two arrivals; what could not be read arrives too."""
    begin(warehouse, "r1")
    received = ledger.receive(
        warehouse, "r1", None, [arriving("1"), arriving("2"), arriving("3", None, "vanished: gone — look again")]
    )
    first, twins = ledger.twins_apart(received.pending)
    assert [p.arrival_id for p in first] == ["1"]
    assert [[t.arrival_id for t in others] for others in twins.values()] == [["2"]]
    assert [(s.arrival_id, s.outcome) for s in received.settled] == [("3", Outcome.REJECTED)]
    assert warehouse.connection.execute("select payload, byte_length from raw_document").fetchall() == [
        (b"The port opened.", 16)
    ]
    assert warehouse.connection.execute("select count(*), count(outcome) from arrival").fetchall() == [(3, 1)]


def test_an_empty_batch_is_nothing(warehouse: Warehouse) -> None:
    """Nothing arrives, nothing is settled, nothing raises."""
    begin(warehouse, "r1")
    received = ledger.receive(warehouse, "r1", None, [])
    assert (received.pending, received.settled) == ((), ())
    ledger.settle(warehouse, ())


def test_an_outcome_is_written_to_its_arrival(warehouse: Warehouse) -> None:
    """Settled arrivals carry outcome, reason and article; the others wait."""
    begin(warehouse, "r1")
    ledger.receive(warehouse, "r1", None, [arriving("1"), arriving("2", b"Another.")])
    ledger.settle(warehouse, [Settled(arrival_id="1", source_uri="1.txt", outcome=Outcome.LOADED, article_id="a1")])
    asked = "select arrival_id, outcome, reason, article_id from arrival order by 1"
    assert warehouse.connection.execute(asked).fetchall() == [("1", "loaded", None, "a1"), ("2", None, None, None)]


def test_what_a_dead_run_left_is_taken_up_whole(warehouse: Warehouse) -> None:
    """A run that is dead is marked, and its documents come back with everything that was said about them."""
    begin(warehouse, "r1")
    first = arriving("1")
    ledger.receive(warehouse, "r1", None, [first])
    assert ledger.unfinished(warehouse) == ()
    begin(warehouse, "r2")
    assert states(warehouse) == [("r1", "interrupted"), ("r2", "running")]
    (pending,) = ledger.unfinished(warehouse)
    assert pending.arrival_id == "1"
    assert first.raw is not None
    assert pending.raw == replace(first.raw, arrived_at=first.arrived_at)


def test_a_living_run_is_left_alone(warehouse: Warehouse) -> None:
    """As long as somebody holds its lock, a run is not taken over; when it is released, nothing of it is left."""
    lock = RunLock(warehouse.place, "r1")
    begin(warehouse, "r1")
    begin(warehouse, "r2")
    assert ("r1", "running") in states(warehouse)
    assert not ledger.is_dead(warehouse.place, "r1")
    lock.release()
    assert ledger.is_dead(warehouse.place, "r1")
    assert list(warehouse.place.runs.iterdir()) == []


def test_what_another_run_has_in_hand_has_arrived_once(warehouse: Warehouse) -> None:
    """Two runs that find the same file at once (a watcher and a sweep) make one arrival; after the first, it is another."""
    lock = RunLock(warehouse.place, "r1")
    begin(warehouse, "r1")
    begin(warehouse, "r2")
    first = arriving("1")
    ledger.receive(warehouse, "r1", None, [first])
    received = ledger.receive(warehouse, "r2", None, [replace(first, arrival_id="2")])
    assert (received.pending, received.settled) == ((), ())
    ledger.end_run(warehouse, "r1", first.arrived_at + timedelta(minutes=1), "finished")
    lock.release()
    during = replace(first, arrival_id="3", arrived_at=first.arrived_at + timedelta(seconds=30))
    assert ledger.receive(warehouse, "r2", None, [during]).pending == ()
    later = replace(first, arrival_id="4", arrived_at=first.arrived_at + timedelta(minutes=2))
    watched = replace(later, arrival_id="5", once=True)
    assert ledger.receive(warehouse, "r2", None, [watched]).pending == ()
    assert [p.arrival_id for p in ledger.receive(warehouse, "r2", None, [later]).pending] == ["4"]


def test_runs_are_done_with_when_their_documents_are(warehouse: Warehouse) -> None:
    """An interrupted run stays open until the last of its documents has an outcome."""
    begin(warehouse, "r1")
    ledger.receive(warehouse, "r1", None, [arriving("1")])
    begin(warehouse, "r2")
    ledger.end_run(warehouse, "r2", NOON, "finished")
    assert states(warehouse) == [("r1", "interrupted"), ("r2", "finished")]
    begin(warehouse, "r3")
    ledger.settle(warehouse, [Settled(arrival_id="1", source_uri="1.txt", outcome=Outcome.LOADED, article_id="a1")])
    ledger.end_run(warehouse, "r3", NOON, "finished")
    assert states(warehouse)[0][1] not in ("running", "interrupted")


def test_a_batch_that_fails_leaves_nothing(warehouse: Warehouse) -> None:
    """When arrivals cannot be entered, their bytes are not stored either."""
    begin(warehouse, "r1")
    bad = replace(arriving("1"), source_kind=None)  # type: ignore[arg-type]
    with pytest.raises(Exception, match="NOT NULL"):
        ledger.receive(warehouse, "r1", None, [bad])
    assert warehouse.connection.execute("select count(*) from raw_document").fetchall() == [(0,)]
    assert warehouse.connection.execute("select count(*) from arrival").fetchall() == [(0,)]
