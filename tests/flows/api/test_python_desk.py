"""The Python interface: records of the published database."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from pathlib import Path

import pytest

import flows.api
from flows.api import Desk, UsageError, open_desk
from tests.cookbook import seeds


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """The desk of the sample documents."""
    with open_desk(seeds(tmp_path_factory.mktemp("python")).published) as opened:
        yield opened


def test_the_example_of_the_documentation_runs(desk: Desk) -> None:
    """A search gives hits with headlines, outlets and marked snippets."""
    found = desk.search("ferry", limit=5)
    assert found.stories == 2
    hit = found.hits[0]
    assert hit.headline == "Electric ferry halves the way across the Bay of Larks"
    assert hit.snippet[slice(*hit.marks[0])] == "ferry"


def test_records_are_frozen_and_exported(desk: Desk) -> None:
    """What is answered is made of records that the package exports, and cannot be changed."""
    story = desk.stories(limit=1)[0]
    with pytest.raises(dataclasses.FrozenInstanceError):
        story.headline = "another"  # type: ignore[misc]
    for answer in (story, desk.story(story.story_id), desk.article(story.original_article_id), desk.facts(limit=1)[0], desk.entities(limit=1)[0]):  # fmt: skip
        assert type(answer).__name__ in flows.api.__all__


def test_facts_are_filtered(desk: Desk) -> None:
    """By kind, article, story, entity, words and time; the evidence is at its offsets."""
    quantities = desk.facts(kind="quantity", limit=500)
    assert {f.kind for f in quantities} == {"quantity"}
    one = quantities[0]
    assert {f.article_id for f in desk.facts(article_id=one.article_id)} == {one.article_id}
    assert one in desk.facts(about=one.exact.upper(), limit=500)
    body = desk.article(one.article_id).article.article_body
    assert body[one.start_char : one.end_char] == one.exact
    assert desk.facts(until="1900-01-01") == ()


def test_an_article_is_found_by_words_of_its_headline(desk: Desk) -> None:
    """In any order and any case, also by parts of words."""
    (found,) = desk.headlines("LARKS electr")
    assert found.headline.startswith("Electric ferry")
    assert desk.headlines("larks zebra") == ()
    assert desk.headlines("  ") == ()


def test_any_query_gives_an_arrow_table(desk: Desk) -> None:
    """With values by name; what writes or does not parse is refused."""
    table = desk.arrow("select count(*)::integer as n from article where word_count > $least", {"least": 0})
    assert table.to_pydict()["n"][0] > 10
    with pytest.raises(flows.api.QuestionError):
        desk.arrow("selekt")
    with pytest.raises(flows.api.QuestionError):
        desk.arrow("delete from article")


def test_what_cannot_be_is_said(desk: Desk, tmp_path: Path) -> None:
    """No database, nobody of that name, no words, a closed desk."""
    with pytest.raises(UsageError, match="no database"):
        open_desk(tmp_path / "none.duckdb")
    with pytest.raises(UsageError):
        desk.article("nobody")
    with pytest.raises(UsageError):
        desk.search("- -")
    closed = open_desk(desk._place.published)
    closed.close()
    with pytest.raises(UsageError, match="closed"):
        closed.stories()


def test_timeline_and_entity(desk: Desk) -> None:
    """Dated facts are in order; an entity is the same by name and by id."""
    lines = desk.timeline(since="2024")
    assert lines
    entity = desk.entities(type="person", limit=1)[0]
    assert desk.entity(entity.entity_id) == desk.entity(entity.name)
    assert desk.facets("ferry", limit=2)
    desk.refresh()
    assert desk.stories(limit=1)
