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
from warehouse.asking.timelines import Wanted, timeline_query
from warehouse.database.store import Warehouse, reading


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Warehouse]:
    """The published database of the sample documents."""
    with reading(seeds(tmp_path_factory.mktemp("lists"))) as opened:
        yield opened


@pytest.mark.parametrize("limit", [1, 3, 20])
def test_the_page_of_an_entity_is_the_query(desk: Warehouse, limit: int) -> None:
    """The page in short queries has the values of the one long query, for the entities that have most facts."""
    every = desk.connection.execute(
        "select entity_id from fact_party join mention using (entity_id) group by entity_id order by count(distinct fact_id) desc, entity_id limit 12"
    ).fetchall()
    for (entity,) in every:
        found = meant(desk, entity)
        answer = ask(desk, found.page_query(1, limit))
        whole = dict(zip(answer.names, next(answer.rows), strict=True))
        assert {**entity_page(desk, found, 1, limit), "entity_ids": [*found.entities]} == whole


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
    assert [*ask(desk, timeline_query(replace(wanted, limit=limit))).rows] == whole[-limit:]
    since = replace(wanted, since="2024")
    whole = [*ask(desk, timeline_query(replace(since, limit=100_000))).rows]
    assert [*ask(desk, timeline_query(replace(since, limit=limit))).rows] == whole[:limit]
