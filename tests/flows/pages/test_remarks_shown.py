"""What people note and tag is on the pages and in the JSON of the things that it is on; the standing report has its page."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime

import httpx
import pytest

from parsers.watches import Watch
from tests.cookbook import seeds
from tests.servers.pages_client import client
from warehouse.database.publish import publish
from warehouse.database.store import exclusive, writing
from warehouse.filing import notes
from warehouse.filing.notes import Thing
from warehouse.watching import watches

NOTED = datetime(2026, 1, 2, 3, 4, tzinfo=UTC)


@pytest.fixture(scope="module")
def ids() -> dict[str, str]:
    """Ids of the article, story, fact and entity that are noted on; filled by `web`."""
    return {}


@pytest.fixture(scope="module")
def web(tmp_path_factory: pytest.TempPathFactory, ids: dict[str, str]) -> Iterator[httpx.Client]:
    """A client of a desk on which one thing of each kind is noted and tagged, and a measure is watched by unit alone."""
    place = seeds(tmp_path_factory.mktemp("remarked"))
    with writing(place) as warehouse, warehouse.transaction():
        article, story = warehouse.connection.execute("select article_id, story_id from article where headline like 'Electric%'").fetchall()[0]  # fmt: skip
        ((fact,),) = warehouse.connection.execute("select min(fact_id) from fact where article_id = ?", [article]).fetchall()  # fmt: skip
        ((entity,),) = warehouse.connection.execute("select min(entity_id) from mention where article_id = ?", [article]).fetchall()  # fmt: skip
        ids |= {"article": article, "story": story, "fact": fact, "entity": entity}
        things = (
            Thing(about="article", article_id=article), Thing(about="story", article_id=article), Thing(about="entity", entity_id=entity),
            Thing(about="fact", article_id=article, fact_id=fact),
        )  # fmt: skip
        for thing in things:
            notes.add_note(warehouse, thing, f"ask again about the {thing.about}", "ana", NOTED)
            notes.add_tags(warehouse, thing, [f"{thing.about} checked"], "ana", NOTED)
        watches.add(warehouse, [Watch(name="deals", kind="measure", unit="money", at_least=1e9)], NOTED)
    with exclusive(place):
        publish(place)
    with client(place) as opened:
        yield opened


@pytest.mark.parametrize(
    ("path", "thing", "shown"), [("articles", "article", ("article", "fact")), ("stories", "story", ("story",)), ("entities", "entity", ("entity",))]
)  # fmt: skip
def test_remarks_are_where_they_belong(
    web: httpx.Client, ids: dict[str, str], path: str, thing: str, shown: tuple[str, ...]
) -> None:
    """A page and its JSON have the notes and tags on this thing, with who and when, and none of other things; an article has those on its facts."""
    page, record = web.get(f"/{path}/{ids[thing]}").text, web.get(f"/api/{path}/{ids[thing]}").json()
    for about in ("article", "story", "fact", "entity"):
        assert (f"ask again about the {about}" in page) is (about in shown)
        assert (f"{about} checked" in page) is (about in shown)
    assert sorted((r["kind"], r["about"]) for r in record["remarks"]) == sorted((k, a) for k in ("note", "tag") for a in shown)  # fmt: skip
    assert {r["author"] for r in record["remarks"]} == {"ana"}


def test_all_that_a_watch_asks_is_said(web: httpx.Client) -> None:
    """A watch without words is described by its bounds and its unit."""
    (watch,) = web.get("/api/watches").json()
    assert watch["asks"] == "every figure >= 1,000,000,000 in money"
    assert "every figure &gt;= 1,000,000,000 in money" in web.get("/watches").text


def test_the_standing_report_is_at_one_address(web: httpx.Client) -> None:
    """The last day's outcomes are at /desk, counted anew each time: it has no ETag, since the day goes on between runs."""
    answer = web.get("/desk")
    assert "19 documents since" in answer.text
    assert "Nothing is in quarantine." in answer.text
    assert "etag" not in answer.headers
    assert 'href="/desk"' in web.get("/").text
