"""Batches of documents in worker processes."""

from __future__ import annotations

import os

import pytest

from flows.run import workers
from flows.run.batch import Batch
from flows.run.parsing import parse_batch
from flows.run.sandbox import Sandbox, TooSlow
from flows.run.workers import Workers
from parsers.known import Desk
from parsers.model import Outcome, RawDocument, Rejection
from warehouse.filing.rows import Filing

DEADLY = b"The port that kills."


def document(payload: bytes) -> RawDocument:
    """A document whose id is its text."""
    return RawDocument(raw_document_id=payload.hex(), payload=payload, source_uri="a.txt")


GOOD = document(b"The port of Larkhaven opened on Monday, the mayor said.")
OTHER = document(b"The bridge of Osk was closed on Tuesday, the council said.")
EMPTY = document(b"")


def deadly_work(documents: list[RawDocument]) -> Batch:
    """The work of a worker that a certain document kills, as a fault in a C library would."""
    if any(d.payload == DEADLY for d in documents):
        os._exit(139)
    return parse_batch(documents, Desk())


def test_results_stand_in_the_order_of_the_documents() -> None:
    """Articles and rejections come back in order, with the seconds of each stage."""
    batch = parse_batch([GOOD, EMPTY, OTHER], Desk())
    assert [type(r) for r in batch.results] == [Filing, Rejection, Filing]
    assert [s for s, _ in batch.seconds] == ["read", "fields", "repair", "passages", "facts", "fingerprint", "rows"]


def test_here_and_there_give_the_same() -> None:
    """Parsed in this process or in a worker, documents become the same; a worker that dies costs only its document."""
    with Workers(Desk(), processes=1) as desk_workers, pytest.MonkeyPatch.context() as patch:
        here = parse_batch([GOOD, EMPTY], Desk())
        there = desk_workers.submit([GOOD, EMPTY]).result()
        assert [getattr(r, "rows", r) for r in here.results] == [getattr(r, "rows", r) for r in there.results]
        patch.setattr(workers, "_work", deadly_work)
        lost = desk_workers.submit([GOOD, document(DEADLY), OTHER]).result()
        after = desk_workers.submit([OTHER]).result()
    assert [type(r) for r in lost.results] == [Filing, Rejection, Filing]
    died = lost.results[1]
    assert isinstance(died, Rejection)
    assert (died.outcome, died.reason) == (Outcome.FAILED, "parser_died")
    assert "139" in died.detail
    assert died.remedy
    assert isinstance(after.results[0], Filing)


def test_a_worker_that_hangs_costs_only_its_document(monkeypatch: pytest.MonkeyPatch) -> None:
    """A batch that overruns its time is taken up document by document, each with a time of its own; one that was alone is not."""
    asked: list[tuple[int, float | None]] = []

    class Slow(Sandbox):
        def run_now(self, function: object, arguments: object, seconds: float | None = None) -> Batch:  # type: ignore[override]
            (documents,) = arguments  # type: ignore[misc]
            asked.append((len(documents), seconds))
            if any(d.payload == DEADLY for d in documents):
                raise TooSlow(1)
            return parse_batch(documents, Desk())

    monkeypatch.setattr(workers, "Sandbox", Slow)
    with Workers(Desk(), processes=1) as slow:
        results = slow.submit([GOOD, document(DEADLY)]).result().results
        alone = slow.submit([document(DEADLY)]).result().results
    assert [type(r) for r in results + alone] == [Filing, Rejection, Rejection]
    own = workers.DOCUMENT_SECONDS
    assert asked == [(2, 2 * own), (1, own), (1, own), (1, own)]


def test_a_batch_is_parsed_in_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    """Workers get a part at a time; the results stand in the order of the documents, and the seconds are all there."""
    monkeypatch.setattr(workers, "PART", 2)
    documents = [document(b"%d ships of Larkhaven sailed on Monday, the mayor said." % n) for n in range(5)]
    with Workers(Desk(), processes=2) as desk_workers:
        parsing = desk_workers.submit(documents)
        batch = parsing.result()
        assert parsing.done()
    assert len(parsing.parts) == 3
    assert [r.parsed.article.raw_document_id for r in batch.results if isinstance(r, Filing)] == [
        d.raw_document_id for d in documents
    ]
    assert dict(batch.seconds)["read"] == sum(dict(part.result().seconds)["read"] for part in parsing.parts)
