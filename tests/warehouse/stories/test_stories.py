"""Stories as people see them, and decisions put right."""

from __future__ import annotations

from pathlib import Path

import pytest

from parsers.errors import UsageError
from tests.warehouse.stories.test_syndication import AT, HARBOUR, MUSEUM, article, essay, file, settle
from warehouse.asking.desk_figures import desk_figures, spread_by
from warehouse.database.place import Place
from warehouse.database.store import Warehouse, writing
from warehouse.stories import stories, syndication


@pytest.fixture
def warehouse(tmp_path: Path):
    with writing(Place.at(tmp_path / "desk.duckdb")) as opened:
        yield opened


def test_the_list_shows_outlets_copies_and_spread(warehouse: Warehouse) -> None:
    """A story is listed with its outlets and the time it took to spread; single articles are not listed."""
    file(warehouse, [article(HARBOUR), article(HARBOUR + " More later.", "Vask Herald", day=0.5), article(MUSEUM)])
    (found,) = stories.stories(warehouse)
    assert (found.articles, found.outlets, found.evidence) == (2, ("Port Elin Courier", "Vask Herald"), "earliest")
    assert found.spread is not None
    assert found.spread.total_seconds() == 12 * 3600


def test_the_tree_hangs_copies_under_their_source(warehouse: Warehouse) -> None:
    """The original stands at depth 0, its copies below it with relation and scores."""
    one, two = article(HARBOUR), article(HARBOUR[:260], "Vask Herald", day=0.5)
    file(warehouse, [one, two])
    told = stories.story(warehouse, two.article.article_id[:10])
    assert [(b.depth, b.article_id, b.relation) for b in told.branches] == [
        (0, one.article.article_id, None),
        (1, two.article.article_id, "excerpt"),
    ]


def test_revisions_show_what_changed(warehouse: Warehouse) -> None:
    """The versions of an outlet's article come oldest first, each with the sentences that changed."""
    update = HARBOUR.replace("nineteen weeks", "twenty weeks") + " The government will pay a third."
    file(warehouse, [article(HARBOUR), article(update, day=0.5)])
    first, second = stories.revisions(warehouse, article(HARBOUR).article.article_id)
    assert first.changes == ()
    assert [c.kind for c in second.changes if c.kind != "same"] == ["edited", "added"]


def test_a_person_splits_a_story_and_it_stays_split(warehouse: Warehouse) -> None:
    """After a split the two are different stories, also when more copies come and after settling."""
    one, two = article(HARBOUR), article(HARBOUR + " More later.", "Vask Herald", day=0.5)
    file(warehouse, [one, two])
    with warehouse.transaction():
        stories.split(warehouse, two.article.article_id, None, AT, "another harbour")
    file(warehouse, [article(HARBOUR + " And more.", "Sund Times", day=0.7)])
    settle(warehouse)
    of = dict(warehouse.connection.execute("select article_id, story_id from article").fetchall())
    assert of[one.article.article_id] != of[two.article.article_id]


def test_a_person_merges_two_stories_and_they_stay_merged(warehouse: Warehouse) -> None:
    """A merge ties two stories with all their copies, and copies that come later join the one story."""
    one, two = article(HARBOUR), article(MUSEUM, "Vask Herald", day=0.5)
    file(warehouse, [one, two])
    with warehouse.transaction():
        story_id = stories.merge(warehouse, one.article.article_id, two.article.article_id, AT)
    file(warehouse, [article(MUSEUM + " Open daily.", "Sund Times", day=1)])
    assert warehouse.connection.execute("select distinct story_id from article").fetchall() == [(story_id,)]
    assert "merge" in {e.kind for e in stories.story(warehouse, story_id).events}


def test_the_last_decision_counts(warehouse: Warehouse) -> None:
    """A split that is taken back by a merge leaves one story."""
    one, two = article(HARBOUR), article(HARBOUR + " More later.", "Vask Herald", day=0.5)
    file(warehouse, [one, two])
    with warehouse.transaction():
        stories.split(warehouse, two.article.article_id, None, AT)
    with warehouse.transaction():
        stories.merge(warehouse, one.article.article_id, two.article.article_id, AT)
    assert len(warehouse.connection.execute("select distinct story_id from article").fetchall()) == 1


def test_nothing_waits_for_a_run_after_a_decision(warehouse: Warehouse) -> None:
    """What a split or a merge changes is compared at once: a backup that is made then is whole by every rule."""
    one, two = article(HARBOUR), article(HARBOUR + " More later.", "Vask Herald", day=0.5)
    file(warehouse, [one, two])
    settle(warehouse)
    for decide in (stories.split, stories.merge):
        with warehouse.transaction():
            decide(warehouse, two.article.article_id, one.article.article_id, AT)
        assert not syndication.due(warehouse), decide


def test_unknown_articles_are_a_usage_error(warehouse: Warehouse) -> None:
    """A name that fits no article is said to fit none."""
    file(warehouse, [article(essay(1))])
    with pytest.raises(UsageError, match="no article"):
        stories.story(warehouse, "xyz")


def test_the_headline_of_a_story_is_that_of_its_original(warehouse: Warehouse) -> None:
    """A reprint that was published first gives the story its id, not its headline; the page of stories says the same."""
    copy = article(HARBOUR, "Vask Herald", day=0.1, credited="Coast News Agency", headline="Dredging reprinted")
    original = article(
        HARBOUR + " Work ends in October.", "Coast News Agency", day=0.2, headline="Board approves dredging"
    )
    file(warehouse, [copy, original])
    settle(warehouse)
    found = warehouse.connection.execute("select original_article_id, headline from story").fetchall()
    assert found == [(original.article.article_id, "Board approves dredging")]
    (carried,) = desk_figures(warehouse, AT).stories
    assert carried.headline == "Board approves dredging"
    columns = ("arrival_id", "source_uri", "source_kind", "arrived_at", "run_id", "outcome", "article_id")
    arrived = [(p.article.article_id, "x", "file", AT, "run", "loaded", p.article.article_id) for p in (copy, original)]
    warehouse.append("arrival", columns, arrived)
    (spread,) = spread_by(warehouse, "run")
    assert (spread.headline, len(spread.outlets), spread.outlets_before) == ("Board approves dredging", 2, 0)
