"""How a run divides what arrives, and what it keeps of it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flows.clock import now
from flows.run import desk
from flows.run import summary as summaries
from flows.run.desk import BATCH_DOCUMENTS, FIRST_BATCH, _batches
from flows.run.summary import Line, Summary
from parsers.model import Outcome, RawDocument
from warehouse.filing.ledger import Arriving, Reconciled


def arriving(number: int, size: int = 1) -> Arriving:
    """A document of some bytes, or one that could not be read."""
    raw = RawDocument(raw_document_id=str(number), payload=bytes(size), source_uri="a") if size else None
    return Arriving(arrival_id=str(number), arrived_at=now(), source_uri="a", raw=raw)


@given(st.lists(st.integers(0, 30), max_size=60))
def test_nothing_is_lost_between_batches(sizes: list[int]) -> None:
    """Whatever the sizes, every arrival is in one batch, in order, and no batch but by one document is too large."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(desk, "BATCH_BYTES", 40)
        batches = list(_batches(arriving(n, size) for n, size in enumerate(sizes)))
    assert [a.arrival_id for batch in batches for a in batch] == [str(n) for n in range(len(sizes))]
    assert all(batches)
    for batch in batches:
        assert sum(len(a.raw.payload) for a in batch[:-1] if a.raw) < 40


def test_the_first_batch_is_small() -> None:
    """A handful is one batch, just large enough to show that there is more; later ones are full."""
    assert [len(b) for b in _batches(arriving(n) for n in range(FIRST_BATCH))] == [FIRST_BATCH]
    sizes = [len(b) for b in _batches(arriving(n) for n in range(FIRST_BATCH + 1 + BATCH_DOCUMENTS + 5))]
    assert sizes == [FIRST_BATCH + 1, BATCH_DOCUMENTS, 5]


def test_arrivals_are_taken_as_they_are_needed() -> None:
    """An archive is not read to its end before its first batch is filed."""
    taken = 0

    def endless() -> Iterator[Arriving]:
        nonlocal taken
        while True:
            taken += 1
            yield arriving(taken)

    next(_batches(endless()))
    assert taken == FIRST_BATCH + 1


def test_a_summary_keeps_lines_in_bounded_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    """Good lines and bad ones are kept while there is room for each, and all are counted."""
    monkeypatch.setattr(summaries, "ROWS_KEPT", 2)
    summary = Summary("run")
    for n, outcome in enumerate([Outcome.LOADED] * 4 + [Outcome.REJECTED, Outcome.FAILED, Outcome.REJECTED]):
        summary.add(Line(arrival_id=str(n), document="a", outcome=outcome))
    assert [line.arrival_id for line in summary.lines] == ["0", "1", "4", "5"]
    assert summary.documents == 7
    assert not summary.good


def test_outcomes_that_change_are_taken_over() -> None:
    """When stories are settled, counts and lines say what is so now, and the sum stays."""
    summary = Summary("run")
    summary.add(Line(arrival_id="1", document="a", outcome=Outcome.LOADED))
    summary.reconcile([Reconciled("1", Outcome.LOADED, Outcome.DUPLICATE)])
    assert summary.outcomes == {Outcome.DUPLICATE: 1}
    assert [line.outcome for line in summary.lines] == [Outcome.DUPLICATE]
    assert summary.good
