"""What people enter outlives what is done to the articles: reprocessing, decisions on stories, moves into files, exports."""

from __future__ import annotations

import csv
import json
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from flows.cli import command_line
from flows.run import archiving
from tests.warehouse.filing.test_forgetting import TEXTS, copied, filed
from tests.warehouse.filing.test_reprocess import as_today, step
from warehouse.asking import attached
from warehouse.database.place import Place
from warehouse.database.publish import publish
from warehouse.database.store import Warehouse, exclusive, writing
from warehouse.filing import judgements, notes, reprocess
from warehouse.filing.notes import Thing
from warehouse.stories import stories

AT = datetime(2026, 1, 2, 3, 4, tzinfo=UTC)
TABLES = ("note", "tag", "judgement")


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a desk on which everything is noted, tagged or judged."""
    place = filed(tmp_path_factory.mktemp("desk") / "d", TEXTS)
    with writing(place) as warehouse, warehouse.transaction():
        articles = [r[0] for r in warehouse.connection.execute("select article_id from article order by 1").fetchall()]
        facts = warehouse.connection.execute("select fact_id, article_id from fact order by 1").fetchall()
        ((entity,),) = warehouse.connection.execute("select min(entity_id) from mention").fetchall()
        things = [Thing(about="entity", entity_id=entity)]
        things += [Thing(about=about, article_id=a) for a in articles for about in ("article", "story")]
        things += [Thing(about="fact", fact_id=f, article_id=a) for f, a in facts]
        for thing in things:
            notes.add_note(warehouse, thing, f"seen: {thing}", "ana", AT)
            notes.add_tags(warehouse, thing, ["checked"], "ana", AT)
        for fact, _ in facts:
            judgements.judge_fact(warehouse, fact, "right", "ana", AT)
        judgements.judge_pair(warehouse, articles[0], articles[1], "wrong", "ana", AT)
    with exclusive(place):
        publish(place)
    return place.published.parent


@pytest.fixture
def place(tmp_path: Path, desk: Path) -> Place:
    """A copy of that desk."""
    return copied(desk, tmp_path / "d")


def entered(warehouse: Warehouse) -> list[list[tuple[object, ...]]]:
    """Everything that people entered."""
    return [warehouse.connection.execute(f"from {table} order by all").fetchall() for table in TABLES]


def called(place: Place, *words: str) -> None:
    """Call the command line."""
    command_line(words)([*words, "--database", str(place.published)], result_action="return_value")


def test_reprocessing_keeps_them(place: Place) -> None:
    """Articles and facts that are made anew under their ids have their notes, tags and judgements; stories made anew, too."""
    with writing(place) as warehouse:
        before = entered(warehouse)
        assert all(before)
        step(warehouse, reprocess.begin(warehouse, "r", "1", False, AT), 100, as_today)
        reprocess.remake_stories(warehouse, AT)
        assert entered(warehouse) == before
        assert [n for n in notes.listed_notes(warehouse) if n.headline is None] == []


def test_decisions_on_stories_keep_them(place: Place) -> None:
    """Stories merged and split: what is on a story goes with its article, and is found by any article of the story."""
    with writing(place) as warehouse:
        before = entered(warehouse)
        one, other = [r[0] for r in warehouse.connection.execute("select min(article_id) from article group by story_id order by 1 limit 2").fetchall()]  # fmt: skip
        stories.merge(warehouse, one, other, AT + timedelta(days=1))
        assert entered(warehouse) == before
        assert len(notes.listed_notes(warehouse, Thing(about="story", article_id=one))) >= 2
        stories.split(warehouse, one, other, AT + timedelta(days=2))
        assert entered(warehouse) == before


def test_they_move_with_their_month_and_are_read_there(place: Place, capsys: pytest.CaptureFixture[str]) -> None:
    """A month that is moved into files takes them along; while it is attached, lists and queries have all of them."""
    called(place, "notes", "list", "-f", "json")
    before = json.loads(capsys.readouterr().out)
    (month,) = archiving.move(place, place.published.parent / "cold", datetime(2025, 3, 6, tzinfo=UTC))
    called(place, "notes", "list", "-f", "json")
    left = json.loads(capsys.readouterr().out)
    assert 0 < len(left) < len(before)
    attached.attach(place, month.path.parent)
    called(place, "notes", "list", "-f", "json")
    assert sorted(n["note_id"] for n in json.loads(capsys.readouterr().out)) == sorted(n["note_id"] for n in before)
    for verb, table in (("tags", "tag"), ("judgements", "judgement")):
        called(place, verb, "list", "-f", "json")
        listed = json.loads(capsys.readouterr().out)
        called(place, "sql", f"from {table}", "-f", "json")
        assert len(listed) == len(json.loads(capsys.readouterr().out)) > 0


def test_exports_have_them(place: Place, tmp_path: Path) -> None:
    """An export of all tables has a file of each, with every row."""
    called(place, "export", *TABLES, "--format", "csv", "--output", str(tmp_path / "out"))
    with writing(place) as warehouse:
        rows = entered(warehouse)
    for table, kept in zip(TABLES, rows, strict=True):
        with (tmp_path / "out" / f"{table}.csv").open(encoding="utf-8", newline="") as file:
            assert len([*csv.DictReader(file)]) == len(kept)
