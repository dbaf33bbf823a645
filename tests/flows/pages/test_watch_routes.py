"""Watches over HTTP: the list, what they found, their feeds."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime

import httpx
import pytest

from flows.delivery import feed_files
from parsers.watches import Watch
from tests.cookbook import seeds
from tests.servers.pages_client import client
from warehouse.database.publish import publish
from warehouse.database.store import exclusive, writing
from warehouse.watching import watches

NOW = datetime(2026, 1, 2, 3, 4, tzinfo=UTC)
TARGET = "https://hooks.example/secret-address"


@pytest.fixture(scope="module")
def web(tmp_path_factory: pytest.TempPathFactory) -> Iterator[httpx.Client]:
    """A client of a desk with two watches, one of which has found something."""
    place = seeds(tmp_path_factory.mktemp("watched"))
    with writing(place) as warehouse, warehouse.transaction():
        both = [Watch(name=name, kind="search", question="ferry", targets=(TARGET,)) for name in ("ferries", "silent")]
        watches.add(warehouse, both, NOW)
        article, story = warehouse.connection.execute("select article_id, story_id from article where headline like 'Electric%'").fetchall()[0]  # fmt: skip
        warehouse.append(
            "alert",
            ("alert_id", "watch", "story_id", "article_id", "exact", "why", "found_at", "run_id"),
            [("a1", "ferries", story, article, "<b>Electric ferry</b>", "the words are in the headline", NOW, "r1")],
        )
        warehouse.append(
            "delivery",
            ("delivery_id", "alert_id", "watch", "target", "due_at", "state", "attempts", "attempted_at", "error"),
            [("d1", "a1", "ferries", TARGET, NOW, "waiting", 3, NOW, "the server answered 503")],
        )
    with exclusive(place):
        publish(place)
    with writing(place) as warehouse:
        feed_files.renew(warehouse, place)
    with client(place) as opened:
        yield opened


def test_watches_are_listed(web: httpx.Client) -> None:
    """With what they found, and without the addresses they send to, which may be secret."""
    answer = web.get("/api/watches")
    assert [(w["name"], w["alerts"]) for w in answer.json()] == [("ferries", 1), ("silent", 0)]
    assert TARGET not in answer.text + web.get("/watches").text


def test_deliveries_that_fail_are_said(web: httpx.Client) -> None:
    """On the first page and with the watch, with the reason; a watch that is well is not named."""
    watches = {w["name"]: (w["waiting"], w["failing"], w["error"]) for w in web.get("/api/watches").json()}
    assert watches == {"ferries": (1, 1, "the server answered 503"), "silent": (0, 0, None)}
    assert "<strong>1 could not be delivered</strong>: the server answered 503" in web.get("/watches").text
    front = web.get("/").text
    assert front.count('class="notice"') == 1
    assert "1 alert of the watch" in front


def test_what_a_watch_found_is_listed(web: httpx.Client) -> None:
    """With the exact words; a watch that is not there is 404."""
    (alert,) = web.get("/api/watches/ferries").json()
    assert (alert["exact"], alert["watch"]) == ("<b>Electric ferry</b>", "ferries")
    assert web.get("/api/watches/silent").json() == []
    assert web.get("/api/watches/nobody").status_code == 404
    page = web.get("/watches", params={"watch": "ferries"}).text
    assert "&lt;b&gt;Electric ferry" in page


def test_the_feed_of_a_watch_is_served(web: httpx.Client) -> None:
    """As Atom and JSON Feed; nothing else of the disk can be reached by the name of a feed."""
    atom = web.get("/feed/ferries.atom")
    assert atom.headers["content-type"].startswith("application/atom+xml")
    assert b"http://www.w3.org/2005/Atom" in atom.content
    assert web.get("/feed/ferries.json").json()["items"]
    for path in (
        "/feed/nobody.atom",
        "/feed/..%2Fseeds.duckdb.atom",
        "/feed/ferries.duckdb",
        "/feed/%2e%2e%2f%2e%2e%2fx.json",
    ):
        assert web.get(path).status_code in (404, 422), path
