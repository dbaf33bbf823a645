"""The checks of the warehouse: each finds the damage it looks for, and repairs are made before checking."""

from __future__ import annotations

from pathlib import Path

import pytest

from flows.inbox.files import Numbers, arrivals
from flows.run.desk import Run, unwatched
from parsers.known import Desk
from tests.filing import file_texts
from warehouse.database.place import Place
from warehouse.database.store import writing
from warehouse.filing import checks

TEXT = """Harbour Gazette
Harbour: Ferry pier opens after repairs

By Mona Lind

The ferry pier opened again on Monday, harbour master Piet Holm said, after repairs that cost 2.5 million euros.
The first boat left at six in the morning with forty passengers aboard and came back before nine.
"""


@pytest.fixture
def place(tmp_path: Path) -> Place:
    """A desk with one article."""
    (tmp_path / "pier.txt").write_text(TEXT, "utf-8")
    run = Run(Place.at(tmp_path / "desk.duckdb"), Desk(), kind="ingest", run_id="20260101T000000-aaaa")
    run.go(arrivals([str(tmp_path / "pier.txt")], Numbers("20260101T000000-aaaa")), run.steps(), unwatched)
    return run.place


def test_a_fresh_desk_keeps_every_promise(place: Place) -> None:
    """After a run nothing is broken."""
    with writing(place) as warehouse:
        assert [c.rule for c in checks.check(warehouse) if c.violations] == []


@pytest.mark.parametrize(
    ("damage", "promise"),
    [
        ("update arrival set outcome = null", "received"),
        ("update arrival set article_id = 'nobody'", "filed arrival"),
        ("update fact set start_char = start_char + 1", "words of every fact"),
        ("update mention set end_char = end_char + 1", "words of every mention"),
        ("update passage set end_char = 1000000", "passage is within"),
        (
            "insert into passage (article_id, ordinal, kind, start_char, end_char) values ('nobody', 0, 'paragraph', 0, 1)",
            "belongs",
        ),
        ("delete from raw_document", "has its bytes"),
    ],
)
def test_each_broken_promise_is_seen(place: Place, damage: str, promise: str) -> None:
    """Damage to the tables shows as the promise that it breaks."""
    with writing(place) as warehouse:
        warehouse.connection.execute(damage).fetchall()
        assert any(promise in c.rule for c in checks.check(warehouse) if c.violations)


def test_texts_left_unjudged_are_seen_and_mended(place: Place) -> None:
    """What a killed run left on its lists is a failed check, until `mend` judges it."""
    with writing(place) as warehouse:
        warehouse.connection.execute("insert into unsettled select wording_no from wording").fetchall()
        failed = [c.rule for c in checks.check(warehouse) if c.violations]
        assert failed == ["no text waits to be judged when no run is filing"]
        assert [what for what, _ in checks.mend(warehouse, "m")] == ["outcomes changed by reconciling stories"]
        assert [c.rule for c in checks.check(warehouse) if c.violations] == []
        assert checks.mend(warehouse, "m") == ()


def test_twins_of_unusable_bytes_are_mended(tmp_path: Path) -> None:
    """A second arrival that an older version called unchanged although the first was rejected ends as the first."""
    place = Place.at(tmp_path / "desk.duckdb")
    file_texts(place, {"a.txt": "", "b.txt": ""})
    with writing(place) as warehouse:
        ends = "select outcome, reason is not null, article_id from arrival order by arrival_id"
        rejected = [("rejected", True, None)] * 2
        assert warehouse.connection.execute(ends).fetchall() == rejected
        warehouse.connection.execute(
            "update arrival set outcome = 'unchanged', reason = 'same_bytes: x', article_id = left(raw_document_id, 20)"
            " where source_uri like '%b.txt'"
        ).fetchall()
        assert [n for _, n in checks.mend(warehouse, "m")] == [1]
        assert warehouse.connection.execute(ends).fetchall() == rejected
