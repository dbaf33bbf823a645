"""The ledger: raw documents, every arrival of them with its one outcome, and the runs that took them in.

    begin_run → receive (bytes and arrivals stored) → … → settle (outcomes written) → end_run

A run that is killed leaves arrivals without an outcome; the next run finds it dead, finishes those, and takes what it
had already settled as its own, so that the ledger looks as if nothing had happened.
"""

from __future__ import annotations

import fcntl
import json
import os
import socket
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import IO, Any, NamedTuple

import numpy as np

from parsers.model import Outcome, RawDocument, Statement
from parsers.record import changed
from warehouse.database.place import Place
from warehouse.database.store import Warehouse, text_array
from warehouse.filing import tombstones

SAME_BYTES = "same_bytes: these bytes are filed already"


@dataclass(frozen=True, slots=True, kw_only=True)
class Arriving:
    """A document at the door. `reason` says why it is rejected at once; `raw` is None when it could not even be read.

    `once`: from a watched folder, where a file that lies there is no new arrival every time that it is looked at.
    """

    arrival_id: str
    arrived_at: datetime
    source_uri: str
    source_kind: str = "file"
    raw: RawDocument | None = None
    reason: str | None = None
    feed_id: str | None = None
    entry_key: str | None = None
    once: bool = False
    failed: bool = False
    """Whether the reason is a failure of ours rather than a fault of the document."""
    note: str | None = None
    reading: tuple[str, float] | None = None
    """The large file that it is a member of, and the share of its bytes that was read up to here."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Settled:
    """How an arrival ended; `note` is added to what is noted of it."""

    arrival_id: str
    source_uri: str
    outcome: Outcome
    reason: str | None = None
    article_id: str | None = None
    note: str | None = None


class Reconciled(NamedTuple):
    """An outcome that changed when the stories were settled."""

    arrival_id: str
    was: Outcome
    outcome: Outcome


@dataclass(frozen=True, slots=True, kw_only=True)
class Pending:
    """A stored document that still has to be parsed, and the arrival that waits for it."""

    arrival_id: str
    raw: RawDocument


@dataclass(frozen=True, slots=True, kw_only=True)
class Received:
    """A received batch: documents to parse, and documents settled at once."""

    pending: tuple[Pending, ...]
    settled: tuple[Settled, ...]


class RunLock:
    """Held as long as a run lives, whatever kills it."""

    def __init__(self, place: Place, run_id: str) -> None:
        place.runs.mkdir(parents=True, exist_ok=True)
        self._path = place.runs / f"{run_id}.lock"
        self._file: IO[str] = self._path.open("w")
        fcntl.flock(self._file.fileno(), fcntl.LOCK_EX)

    def release(self) -> None:
        """The run has ended."""
        self._path.unlink(missing_ok=True)
        self._file.close()


def begin_run(
    warehouse: Warehouse, run_id: str, kind: str, at: datetime, flow: tuple[str | None, str | None], version: str
) -> None:
    """Enter a run, and mark runs that died as interrupted. `flow` is Prefect's (flow_run_id, flow_run_name)."""
    with warehouse.transaction():
        mark_interrupted(warehouse)
        warehouse.append(
            "run",
            ("run_id", "kind", "flow_run_id", "flow_run_name", "started_at", "state", "host", "pid", "parser_version"),
            [(run_id, kind, flow[0], flow[1], at, "running", socket.gethostname(), os.getpid(), version)],
        )


def mark_interrupted(warehouse: Warehouse) -> None:
    """Mark runs that died as interrupted, so that their documents are taken up; part of the caller's transaction."""
    for run in _running(warehouse):
        if is_dead(warehouse.place, run):
            warehouse.connection.execute("update run set state = 'interrupted' where run_id = ?", [run]).fetchall()


def end_run(warehouse: Warehouse, run_id: str, at: datetime, state: str) -> None:
    """Close a run. When it finished, runs it took over are done with, unless documents of theirs still wait."""
    with warehouse.transaction():
        warehouse.connection.execute(
            "update run set finished_at = ?, state = ? where run_id = ?", [at, state, run_id]
        ).fetchall()
        if state == "finished":
            warehouse.run("end_taken_over_runs", {"at": at})


def _running(warehouse: Warehouse) -> list[str]:
    return [row[0] for row in warehouse.connection.execute("select run_id from run where state = 'running'").fetchall()]


def is_dead(place: Place, run_id: str) -> bool:
    """A run is dead when nobody holds its lock."""
    path = place.runs / f"{run_id}.lock"
    if not path.exists():
        return True
    with path.open("a") as file:
        try:
            fcntl.flock(file.fileno(), fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
    path.unlink(missing_ok=True)
    return True


def unfinished(warehouse: Warehouse) -> tuple[Pending, ...]:
    """Documents that an interrupted run stored and did not finish."""
    return tuple(pending_of(row) for row in warehouse.rows("pending_documents"))


def pending_of(row: tuple[Any, ...]) -> Pending:
    """A pending document of a row (arrival_id, raw_document_id, payload, source_uri, source_kind, statements, arrived_at)."""
    return Pending(arrival_id=row[0], raw=_raw(*row[1:]))


def receive(
    warehouse: Warehouse, run_id: str, flow_run_id: str | None, batch: Sequence[Arriving], now: datetime | None = None
) -> Received:
    """Store the bytes of a batch and enter its arrivals, in one transaction, before anything is parsed.

    Bytes that are an article already are settled as `unchanged`. What another run took in from the same place, and has in hand or had when this run read it, has arrived once, not twice;
    so has what is to arrive only `once`, whenever that was. `now` tells which runs ended in the future, by a clock that was put back.
    """
    known = _known(warehouse, run_id, batch, now)
    entered: list[tuple[Arriving, Settled | None]] = []
    resumed: list[Settled] = []
    for arriving in batch:
        was = known[arriving.arrival_id]
        if was.taken_over:
            resumed += [was.resumed] if was.resumed else []  # without an outcome yet: `unfinished` has it
            continue
        entered.append((_unsaid(arriving) if was.gone else arriving, _at_the_door(arriving, was)))
    fresh = {
        a.raw.raw_document_id: a
        for a, _ in entered
        if a.raw and not (was := known[a.arrival_id]).stored and not was.gone
    }
    with warehouse.transaction():
        _store(warehouse, tuple(fresh.values()))
        _enter(warehouse, run_id, flow_run_id, entered)
    return Received(
        pending=tuple(
            Pending(arrival_id=a.arrival_id, raw=changed(a.raw, arrived_at=a.arrived_at))
            for a, done in entered
            if a.raw and not done
        ),
        settled=(*resumed, *(done for _, done in entered if done)),
    )


def twins_apart(pending: Sequence[Pending]) -> tuple[tuple[Pending, ...], dict[str, tuple[Pending, ...]]]:
    """One pending document for each content, and the further arrivals of the same bytes by raw document id.

    Only the first is parsed; the others end as it does (`articles.record`).
    """
    first: dict[str, Pending] = {}
    twins: dict[str, list[Pending]] = {}
    for each in pending:
        raw_id = each.raw.raw_document_id
        if first.setdefault(raw_id, each) is not each:
            twins.setdefault(raw_id, []).append(each)
    return tuple(first.values()), {raw_id: tuple(others) for raw_id, others in twins.items()}


def _at_the_door(arriving: Arriving, was: _Known) -> Settled | None:
    """What can be settled without reading the document: unreadable, or the bytes of an article that is filed."""
    if arriving.reason or arriving.raw is None:
        return Settled(
            arrival_id=arriving.arrival_id,
            source_uri=arriving.source_uri,
            outcome=Outcome.FAILED if arriving.failed else Outcome.REJECTED,
            reason=arriving.reason,
        )
    if was.gone:
        outcome, reason = was.gone
        return Settled(arrival_id=arriving.arrival_id, source_uri=arriving.source_uri, outcome=outcome, reason=reason)
    if was.article_id is None:
        return None
    return Settled(
        arrival_id=arriving.arrival_id,
        source_uri=arriving.source_uri,
        outcome=Outcome.UNCHANGED,
        reason=SAME_BYTES,
        article_id=was.article_id,
    )


def _unsaid(arriving: Arriving) -> Arriving:
    """An arrival without what its source says about it: headlines and summaries of what was taken out are not kept again."""
    if arriving.raw is None:
        return arriving
    return replace(arriving, raw=replace(arriving.raw, media_type=None, charset=None, statements=()))


@dataclass(frozen=True, slots=True)
class _Known:
    stored: bool
    article_id: str | None
    taken_over: bool
    resumed: Settled | None
    gone: tuple[Outcome, str] | None
    """How documents that were taken out end when they come again."""


def _known(warehouse: Warehouse, run_id: str, batch: Sequence[Arriving], now: datetime | None) -> dict[str, _Known]:
    if not batch:
        return {}
    ids = [a.raw.raw_document_id if a.raw else "" for a in batch]
    arrays = {
        "position": np.arange(len(batch), dtype=np.int32),
        "raw_document_id": text_array(ids),
        "source_uri": text_array([a.source_uri for a in batch]),
        "once": np.array([a.once for a in batch], dtype=np.bool_),
        "arrived_us": np.array([int(a.arrived_at.timestamp() * 1_000_000) for a in batch], dtype=np.int64),
    }
    with warehouse.incoming(arrays):
        rows = warehouse.rows("known_documents", {"run_id": run_id, "now": now})
    known: dict[str, _Known] = {}
    gone = tombstones.ends(warehouse, ids)
    for position, stored, article_id, arrival_id, outcome, reason, resumed_article in rows:
        arriving = batch[position]
        resumed = None
        if arrival_id and outcome:
            resumed = Settled(
                arrival_id=arrival_id,
                source_uri=arriving.source_uri,
                outcome=Outcome(outcome),
                reason=reason,
                article_id=resumed_article,
            )
        end = gone.get(arriving.raw.raw_document_id) if arriving.raw else None
        known[arriving.arrival_id] = _Known(stored, article_id, arrival_id is not None, resumed, end)
    return known


def _store(warehouse: Warehouse, fresh: Sequence[Arriving]) -> None:
    rows = [(a.raw.raw_document_id, a.raw.payload, len(a.raw.payload), a.arrived_at) for a in fresh if a.raw]
    warehouse.append("raw_document", ("raw_document_id", "payload", "byte_length", "first_seen_at"), rows)


def _enter(
    warehouse: Warehouse, run_id: str, flow_run_id: str | None, entered: Sequence[tuple[Arriving, Settled | None]]
) -> None:
    warehouse.append(
        "arrival",
        ("arrival_id", "raw_document_id", "source_uri", "source_kind", "feed_id", "entry_key", "arrived_at", "run_id",
         "flow_run_id", "outcome", "reason", "article_id", "statements", "note"),
        [
            (a.arrival_id, a.raw.raw_document_id if a.raw else None, a.source_uri, a.source_kind, a.feed_id, a.entry_key, a.arrived_at,
             run_id, flow_run_id, str(done.outcome) if done else None, done.reason if done else None,
             done.article_id if done else None, _said(a.raw), a.note)
            for a, done in entered
        ],
    )  # fmt: skip


def reconcile(warehouse: Warehouse, run_id: str) -> tuple[Reconciled, ...]:
    """Make the outcomes of a run agree with the stories as they were settled, and return what changed.

    Which of two copies was filed first depends on batches; which is the copy does not. Part of the caller's transaction.
    """
    changed = warehouse.rows("reconciled_outcomes", {"run_id": run_id})
    if changed:
        arrays = {
            "arrival_id": text_array([row[0] for row in changed]),
            "outcome": text_array([row[2] for row in changed]),
        }
        with warehouse.incoming(arrays):
            warehouse.run("reconcile_outcomes")
    return tuple(Reconciled(arrival_id, Outcome(was), Outcome(outcome)) for arrival_id, was, outcome in changed)


def settle(warehouse: Warehouse, settled: Sequence[Settled]) -> None:
    """Write outcomes into the ledger; part of the caller's transaction."""
    if not settled:
        return
    arrays = {
        "arrival_id": text_array([s.arrival_id for s in settled]),
        "outcome": text_array([str(s.outcome) for s in settled]),
        "reason": text_array([s.reason for s in settled]),
        "article_id": text_array([s.article_id for s in settled]),
        "note": text_array([s.note for s in settled]),
    }
    with warehouse.incoming(arrays):
        warehouse.run("write_outcomes")


def _said(raw: RawDocument | None) -> str | None:
    """What was declared about a document, as JSON, so that it can be read again from its bytes alone."""
    if raw is None or not (raw.media_type or raw.charset or raw.statements):
        return None
    statements = [[s.field, s.value, s.source, s.precision] for s in raw.statements]
    return json.dumps(
        {"media_type": raw.media_type, "charset": raw.charset, "statements": statements}, ensure_ascii=False
    )


def single_documents(warehouse: Warehouse, uris: Sequence[str]) -> dict[tuple[str, str], RawDocument]:
    """Documents that filled a whole file and are articles, by file and id; without their bytes."""
    rows = warehouse.rows("single_documents", incoming={"source_uri": text_array(uris)})
    return {(uri, raw_id): _raw(raw_id, b"", uri, kind, said, None) for uri, raw_id, kind, said in rows}


def _raw(
    raw_id: str, payload: bytes, uri: str, kind: str, said: str | None, arrived_at: datetime | None
) -> RawDocument:
    declared = json.loads(said) if said else {}
    return RawDocument(
        raw_document_id=raw_id,
        payload=payload,
        source_uri=uri,
        source_kind=kind,  # type: ignore[arg-type]
        media_type=declared.get("media_type"),
        charset=declared.get("charset"),
        statements=tuple(
            Statement(field=f, value=v, source=s, precision=p) for f, v, s, p in declared.get("statements", ())
        ),
        arrived_at=arrived_at,
    )
