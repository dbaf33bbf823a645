"""The promises of the warehouse, and that breaking one is seen."""

from __future__ import annotations

from pathlib import Path

import pytest

from flows.inbox.files import Numbers, arrivals
from flows.run.desk import Run, unwatched
from parsers.known import Desk
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
        assert [c.promise for c in checks.check(warehouse) if c.broken] == []


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
        assert any(promise in c.promise for c in checks.check(warehouse) if c.broken)
