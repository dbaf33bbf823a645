"""Everything derived again from the stored bytes: the same ids and arrivals, and only what the parsers now say otherwise."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest

from flows.clock import now
from flows.inbox.files import Numbers, arrivals
from flows.run.desk import Run, unwatched
from flows.run.parsing import parse_batch
from parsers.known import Desk
from parsers.model import Outcome, Parsed, RawDocument, Rejection
from warehouse.database.place import Place
from warehouse.database.store import Warehouse, writing
from warehouse.filing import checks, reprocess
from warehouse.filing.reprocess import Reprocess

TEXT = """Harbour Gazette
Harbour: Ferry pier number {n} opens after repairs

By Mona Lind

Ferry pier number {n} in the old harbour opened again on Monday after repairs that took {n} months and cost {n}.5 million euros.
"The first boat left at six in the morning with forty passengers aboard," harbour master Piet Holm said.
"""

Parse = Callable[[Sequence[RawDocument]], Sequence[Parsed | Rejection]]


def as_today(documents: Sequence[RawDocument]) -> Sequence[Parsed | Rejection]:
    """What the parsers make of documents."""
    return parse_batch(documents, Desk()).results


@pytest.fixture
def place(tmp_path: Path) -> Place:
    """A desk with five articles."""
    for n in range(1, 6):
        (tmp_path / f"{n}.txt").write_text(TEXT.format(n=n), "utf-8")
    run = Run(Place.at(tmp_path / "desk.duckdb"), Desk(), kind="ingest", run_id="20260101T000000-aaaa")
    run.go(arrivals([str(tmp_path / "*.txt")], Numbers("20260101T000000-aaaa")), run.steps(), unwatched)
    return run.place


@pytest.fixture
def warehouse(place: Place) -> Iterator[Warehouse]:
    """That desk, open."""
    with writing(place) as opened:
        yield opened


def state(warehouse: Warehouse) -> list[object]:
    """All that people can ask about, but for when it was derived."""
    asks = (
        "select * exclude (parser_version) from article order by all",
        "select * from passage order by all",
        "select * from repair order by all",
        "select * exclude (extractor_version) from fact order by all",
        "select * from mention order by all",
        "select * from arrival order by all",
        "select * from syndication order by all",
    )
    return [warehouse.connection.execute(ask).fetchall() for ask in asks]


def step(warehouse: Warehouse, task: Reprocess, most: int, parse: Parse = as_today) -> Reprocess:
    """One batch."""
    documents = [p.raw for p in reprocess.due(warehouse, task, most)]
    return reprocess.refile(warehouse, task, documents, parse(documents), now())


def test_reprocessing_with_the_same_parsers_changes_nothing(warehouse: Warehouse) -> None:
    """Articles, spans, facts, arrivals and stories are what they were, to the microsecond of their filing."""
    before = state(warehouse)
    task = step(warehouse, reprocess.begin(warehouse, "r", "1", False, now()), 10)
    assert (task.articles, task.changed, task.rejected, task.stories_stale) == (5, 0, 0, False)
    assert state(warehouse) == before


def test_what_was_left_is_taken_up_where_it_was(warehouse: Warehouse) -> None:
    """A second beginning goes on after the last batch that was filed."""
    step(warehouse, reprocess.begin(warehouse, "r", "1", False, now()), 2)
    task = reprocess.begin(warehouse, "another", "1", False, now())
    assert (task.reprocess_id, task.articles, reprocess.left(warehouse, task)) == ("r", 2, 3)
    step(warehouse, task, 10)
    reprocess.end(warehouse, now())
    assert reprocess.begin(warehouse, "third", "1", False, now()).articles == 0


def test_only_articles_of_other_parsers_are_taken_when_asked(warehouse: Warehouse) -> None:
    """Articles that this version made are left alone."""
    version = warehouse.connection.execute("select any_value(parser_version) from article").fetchall()[0][0]
    assert reprocess.left(warehouse, reprocess.begin(warehouse, "r", version, True, now())) == 0
    assert reprocess.left(warehouse, reprocess.begin(warehouse, "s", "other", True, now())) == 5


def test_an_article_that_is_rejected_now_is_taken_out_with_the_reason(warehouse: Warehouse) -> None:
    """Its arrival tells why, its bytes stay, and every promise still holds."""
    task = step(
        warehouse,
        reprocess.begin(warehouse, "r", "1", False, now()),
        1,
        lambda d: [_rejection(x, Outcome.REJECTED) for x in d],
    )
    assert (task.rejected, task.stories_stale) == (1, True)
    assert warehouse.connection.execute("select count(*) from article").fetchall() == [(4,)]
    assert warehouse.connection.execute("select count(*) from raw_document").fetchall() == [(5,)]
    reprocess.retell(warehouse, now())
    assert [c.rule for c in checks.check(warehouse) if c.violations] == []


def test_an_article_that_a_parser_fails_on_stays_as_it_was(warehouse: Warehouse) -> None:
    """A defect of today's code does not cost what yesterday's found."""
    before = state(warehouse)
    step(
        warehouse,
        reprocess.begin(warehouse, "r", "1", False, now()),
        10,
        lambda d: [_rejection(x, Outcome.FAILED) for x in d],
    )
    assert state(warehouse) == before


def test_stories_told_anew_are_the_same_stories(warehouse: Warehouse) -> None:
    """Judging all articles again gives what judging them as they came gave."""
    before = state(warehouse)
    reprocess.retell(warehouse, now())
    assert state(warehouse) == before


def _rejection(raw: RawDocument, outcome: Outcome) -> Rejection:
    return Rejection(raw_document_id=raw.raw_document_id, outcome=outcome, reason="stub", detail="too short")
