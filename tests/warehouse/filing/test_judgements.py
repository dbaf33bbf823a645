"""Notes, tags and judgements: who said what of which thing, what later runs make of it, and how long it is kept."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from flows.run.desk import new_run_id
from parsers.errors import UsageError
from tests.filing import file_texts
from tests.warehouse.watching.test_evaluate import FERRY, MILL
from warehouse.database.place import Place
from warehouse.database.store import Warehouse, writing
from warehouse.filing import forgetting, judgements, notes, reprocess
from warehouse.filing.notes import Thing

AT = datetime(2024, 5, 15, 12, tzinfo=UTC)

COPY = FERRY.replace("QUILLPORT, May 14 (Reuters)", "Quillport, May 14").replace(
    "will meet again in autumn", "is to meet again in the autumn"
)


@pytest.fixture
def warehouse(tmp_path: Path) -> Iterator[Warehouse]:
    """Two stories, one of them printed twice."""
    place = Place.at(tmp_path / "desk.duckdb")
    file_texts(place, {"a.txt": FERRY, "b.txt": COPY, "mill.txt": MILL})
    with writing(place) as opened:
        yield opened


def ids(warehouse: Warehouse, like: str) -> list[str]:
    """The articles whose text holds some words."""
    return [
        r[0]
        for r in warehouse.connection.execute(
            "select article_id from article where contains(article_body, ?) order by 1", [like]
        ).fetchall()
    ]


def figures(warehouse: Warehouse) -> int:
    """How often the figure of the mill's workers is in corroboration."""
    ((n,),) = warehouse.connection.execute("select count(*) from corroboration where value = 210").fetchall()
    return int(n)


def test_a_wrong_fact_is_left_out_until_it_is_right_again(warehouse: Warehouse) -> None:
    """A fact judged wrong is in no corroboration; the last judgement counts, and taking it back ends it."""
    ((fact,),) = warehouse.connection.execute(
        "select fact_id from fact where kind = 'quantity' and value = 210"
    ).fetchall()
    assert figures(warehouse) == 1
    judgements.judge_fact(warehouse, fact[:8], "wrong", "ana", AT)
    assert figures(warehouse) == 0
    judgements.judge_fact(warehouse, fact, "right", "ben", AT + timedelta(hours=1))
    assert figures(warehouse) == 1
    judgements.judge_fact(warehouse, fact, "wrong", "ana", AT + timedelta(hours=2), "another mill")
    (kept,) = judgements.listed(warehouse)
    assert (kept.verdict, kept.author, kept.exact, kept.note) == (
        "wrong",
        "ana",
        "About 210 people work there.",
        "another mill",
    )
    judgements.remove(warehouse, kept.judgement_id[:6])
    assert figures(warehouse) == 1


def test_a_wrong_pair_stays_apart(warehouse: Warehouse) -> None:
    """Two copies judged wrongly together are two stories, and still are when stories are made anew; judged right, one."""
    one, other = ids(warehouse, "Quillport ferry")
    judgements.judge_pair(warehouse, one, other, "wrong", "ana", AT)
    assert stories_of(warehouse, one, other) == 2
    with warehouse.transaction():
        reprocess.remake_stories(warehouse, AT)
    assert stories_of(warehouse, one, other) == 2
    judgements.judge_pair(warehouse, other, one, "right", "ana", AT + timedelta(hours=1))
    assert stories_of(warehouse, one, other) == 1
    with pytest.raises(UsageError, match="one article"):
        judgements.judge_pair(warehouse, one, one, "wrong", "ana", AT)


def stories_of(warehouse: Warehouse, *article_ids: str) -> int:
    """In how many stories some articles are."""
    ((n,),) = warehouse.connection.execute(
        "select count(distinct story_id) from article where article_id in (select unnest(?))", [list(article_ids)]
    ).fetchall()
    return int(n)


def test_judgements_are_an_evaluation_set(warehouse: Warehouse) -> None:
    """Each last judgement is an example, with the words that were judged where they are in the text that goes along."""
    ((fact,),) = warehouse.connection.execute(
        "select fact_id from fact where kind = 'quantity' and value = 210"
    ).fetchall()
    judgements.judge_fact(warehouse, fact, "wrong", "ana", AT)
    judgements.judge_fact(warehouse, fact, "right", "ana", AT + timedelta(hours=1))
    one, other = ids(warehouse, "Quillport ferry")
    judgements.judge_pair(warehouse, one, other, "right", "ben", AT)
    found = list(judgements.examples(warehouse))
    assert [(e["about"], e["verdict"]) for e in found] == [("fact", "right"), ("pair", "right")]
    assert found[0]["article_body"][found[0]["start_char"] : found[0]["end_char"]] == found[0]["exact"]
    assert found[0]["value"] == 210
    assert found[1]["other_article_body"] != found[1]["article_body"]


def test_notes_and_tags_say_who_and_when(warehouse: Warehouse) -> None:
    """A note on a fact, an entity and a story is found again by what it is about; a tag is there once."""
    mill = ids(warehouse, "paper mill")[0]
    story = notes.thing(warehouse, "story", ids(warehouse, "Quillport ferry")[0])
    person = notes.thing(warehouse, "entity", "hanna brisk")
    notes.add_note(warehouse, story, " the ferry ", "ana", AT)
    notes.add_note(warehouse, person, "the director", "ben", AT + timedelta(hours=1))
    notes.add_note(warehouse, notes.thing(warehouse, "article", mill[:6]), "look", "ana", AT)
    assert [(n.text, n.author) for n in notes.listed_notes(warehouse)] == [
        ("the director", "ben"),
        ("look", "ana"),
        ("the ferry", "ana"),
    ]
    assert [n.headline for n in notes.listed_notes(warehouse, person)] == ["Hanna Brisk"]
    other = Thing(about="story", article_id=ids(warehouse, "Quillport ferry")[1])
    assert [n.text for n in notes.listed_notes(warehouse, other)] == ["the ferry"]
    assert notes.add_tags(warehouse, story, ["boats", "boats", "x"], "ana", AT) == ("boats", "x")
    assert notes.add_tags(warehouse, other, ["boats"], "ana", AT) == ()
    notes.remove_tag(warehouse, other, "boats")
    assert [t.text for t in notes.listed_tags(warehouse)] == ["x"]
    with pytest.raises(UsageError, match="no note"):
        notes.remove_note(warehouse, "zz")
    with pytest.raises(UsageError, match="1 to"):
        notes.add_note(warehouse, story, "  ", "ana", AT)


def test_they_go_with_their_article_and_a_story_keeps_its_own(warehouse: Warehouse) -> None:
    """Forgotten with the article they are on; what is on a story moves to another article of it."""
    one, other = ids(warehouse, "Quillport ferry")
    notes.add_note(warehouse, Thing(about="story", article_id=one), "of the story", "ana", AT)
    notes.add_note(warehouse, Thing(about="article", article_id=one), "of the article", "ana", AT)
    notes.add_tags(warehouse, Thing(about="story", article_id=one), ["boats"], "ana", AT)
    judgements.judge_pair(warehouse, one, other, "right", "ana", AT)
    with warehouse.transaction():
        forgetting.forget(
            warehouse, forgetting.of_articles(warehouse, [one]), AT, cause="takedown", reason=new_run_id()
        )
    assert [(n.text, n.thing.article_id) for n in notes.listed_notes(warehouse)] == [("of the story", other)]
    assert [(t.text, t.thing.article_id) for t in notes.listed_tags(warehouse)] == [("boats", other)]
    assert judgements.listed(warehouse) == ()
