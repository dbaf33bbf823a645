"""Lists and pages that are read in short queries, or only in part: the same rows as the long way."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from tests.cookbook import seeds
from warehouse.asking import listing
from warehouse.asking.entities import meant
from warehouse.asking.entity_pages import entity_page
from warehouse.asking.listing import FactFilters, piece
from warehouse.asking.query import ask
from warehouse.asking.timelines import Wanted, last_day, timeline_query
from warehouse.database.store import Warehouse, reading


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Warehouse]:
    """The published database of the sample documents."""
    with reading(seeds(tmp_path_factory.mktemp("lists"))) as opened:
        yield opened


OF_AN_ENTITY = {
    "quotations": "select date_published, speaker_role, cue, quote_type, exact, article_id, articles from story_quotation "
    "where speaker_id in $1 order by date_published desc nulls last, article_id, start_char, fact_id",
    "figures": "select date_published, measure, value, value_high, unit, bound, timex_value, exact, article_id, articles from story_quantity "
    "where fact_id in (select fact_id from fact_party where role = 'subject' and entity_id in $1) order by date_published desc nulls last, article_id, start_char, fact_id",
    "roles": "select side, person, post, body, modality, min(date_published) as first_seen, max(date_published) as last_seen, count(distinct story_id) as stories, "
    "arg_min(article_id, (date_published, article_id)) as article_id from (select distinct on (fact_id, side) * from entity_role where entity_id in $1) "
    "group by all order by first_seen, post, person, body, side, modality",
    "written_as": "select surface, count(*) as mentions, count(distinct story_id) as stories from mention join article using (article_id) "
    "where entity_id in $1 group by surface order by mentions desc, surface",
    "told_in": "select story_id, any_value(headline) as headline, min(date_published) as first_seen, count(distinct article_id) as articles, "
    "count(distinct coalesce(republisher, publisher)) as outlets, count(*) as mentions, arg_min(article_id, (date_published, article_id)) as article_id "
    "from (select a.* replace (first(coalesce(headline, opening(article_body))) over (partition by story_id order by date_published, article_id) as headline) "
    "from mention join article a using (article_id) where entity_id in $1) group by story_id order by first_seen desc nulls last, story_id",
    "named_with": "select other_entity_id as entity_id, any_value(other_name) as name, any_value(other_type) as type, count(distinct story_id) as stories "
    "from (select o.entity_id as other_entity_id, e.name as other_name, e.entity_type as other_type, a.story_id from mention m join mention o using (article_id) "
    "join entity e on e.entity_id = o.entity_id join article a using (article_id) where m.entity_id in $1 and o.entity_id not in $1) "
    "group by other_entity_id order by stories desc, entity_id",
}
"""What each list of an entity's page has, by the public views."""


@pytest.mark.parametrize("limit", [1, 3, 20])
@pytest.mark.parametrize("name", OF_AN_ENTITY)
def test_the_page_of_an_entity_is_of_the_views(desk: Warehouse, name: str, limit: int) -> None:
    """Each list of the page has the first rows that the public views have, for the entities that have most facts."""
    every = desk.connection.execute(
        "select entity_id from fact_party join mention using (entity_id) group by entity_id order by count(distinct fact_id) desc, entity_id limit 12"
    ).fetchall()
    for (entity,) in every:
        found = meant(desk, entity)
        if len(found.groups) == 1:
            wanted = listing.records(desk, OF_AN_ENTITY[name], {"1": list(found.entities)})
            assert entity_page(desk, found, 1, limit)[name] == wanted[: limit if name != "written_as" else None]


WORDS = ("port", "20", "The ", "e", "per cent", "Kazakh", "U.S.", "1,2", "’s", "no such words", "Š", "2024-05", "-year")


@pytest.mark.parametrize("about", WORDS)
@pytest.mark.parametrize("latest", [2, 1_000])
def test_facts_with_words_are_all_found(
    desk: Warehouse, monkeypatch: pytest.MonkeyPatch, about: str, latest: int
) -> None:
    """Facts whose evidence contains words: as many as a look at all of them finds, the latest articles first."""
    monkeypatch.setattr(listing, "LATEST", latest)
    wanted = desk.connection.execute(
        "select f.fact_id from fact f join article a using (article_id) where contains(lower(strip_accents(f.exact)), lower(strip_accents($1))) "
        "order by a.date_published desc nulls last, f.fact_id",
        [about],
    ).fetchall()
    filters = FactFilters(about=about)
    assert [row["fact_id"] for row in listing.facts_page(desk, filters, limit=5)] == [f for (f,) in wanted[:5]]
    assert [row["fact_id"] for row in listing.facts_page(desk, filters, limit=100_000)] == [f for (f,) in wanted]


@pytest.mark.parametrize(
    ("about", "part"), [("oil price", "price"), ("U.S.", "u"), ("Škoda", None), ("…", None), ("a" * 65, None), ("12,000", "000")]
)  # fmt: skip
def test_part_of_a_word(about: str, part: str | None) -> None:
    """Words are looked up by their longest part; what the index may have in another form is not."""
    assert piece(about) == part


@pytest.mark.parametrize("wanted", [Wanted(), Wanted(about="port"), Wanted(kind="quantity")])
@pytest.mark.parametrize("limit", [1, 7, 30])
def test_a_part_of_the_timeline_is_of_the_whole(desk: Warehouse, wanted: Wanted, limit: int) -> None:
    """The latest lines are the last lines of the whole timeline, and those from a day on its first."""
    whole = [*ask(desk, timeline_query(replace(wanted, limit=100_000))).rows]
    part = replace(wanted, limit=limit)
    assert (
        [*ask(desk, timeline_query(part, last_day(desk, part))).rows]
        == whole[-limit:]
        == [*ask(desk, timeline_query(part)).rows]
    )
    since = replace(wanted, since="2024")
    whole = [*ask(desk, timeline_query(replace(since, limit=100_000))).rows]
    part = replace(since, limit=limit)
    assert (
        [*ask(desk, timeline_query(part, last_day(desk, part))).rows]
        == whole[:limit]
        == [*ask(desk, timeline_query(part)).rows]
    )
