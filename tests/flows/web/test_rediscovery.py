"""Feeds whose address died, on scripted servers: found again when certain, suggested when not."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from flows.web.addresses import Allowed
from flows.web.discovery import discover
from tests.flows.web.test_polling import BERTH, SIGNAL, Newsroom, item, rss
from tests.flows.web.test_walking import index
from tests.servers.misbehaving import reply


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Newsroom]:
    """A newsroom with nothing in it."""
    made = Newsroom(tmp_path)
    yield made
    made.server.stop()


def home(*paths: str) -> bytes:
    """A home page that declares feeds."""
    links = "".join(f'<link rel="alternate" type="application/rss+xml" href="{p}">' for p in paths)
    return f"<html><head>{links}</head><body>Welcome</body></html>".encode()


MOVES = "select to_url, how, taken_at is not null from feed_move"


def test_a_feed_that_died_is_read_from_where_its_site_offers_it(room: Newsroom) -> None:
    """After the third 404 the site is asked; the same title on the same host is the same feed, and known entries stay known."""
    room.subscribe("/old", reply(rss(item(1, BERTH))), reply(b"", 404))
    new = room.server.on("/new", reply(rss(item(1, BERTH), item(2, SIGNAL))))
    room.server.on("/", reply(home("/new"), Content_Type="text/html"))
    for _ in range(3):
        room.poll()
    assert room.server.asked("/") == []
    room.poll()
    assert room.sql(MOVES) == [(new, "rediscovered", True)]
    assert room.poll().new == 1
    assert room.sql("select url, failures, status from feed") == [(new, 0.0, "active")]


def test_a_feed_removed_for_good_is_looked_for_at_once(room: Newsroom) -> None:
    """A 410 pauses only what cannot be found again."""
    room.subscribe("/old", reply(rss(item(1, BERTH))), reply(b"", 410))
    new = room.server.on("/new", reply(rss(item(1, BERTH))))
    room.server.on("/", reply(home("/new"), Content_Type="text/html"))
    room.poll()
    report = room.poll()
    assert room.sql("select url, status from feed") == [(new, "active")]
    assert [m.to_url for _, _, m in report.moves] == [new]


def test_a_feed_of_another_title_is_only_suggested(room: Newsroom) -> None:
    """The feed stays where it was; the remark names the address, and the suggestion is on record once."""
    feed_id = room.subscribe("/old", reply(rss(item(1, BERTH))), reply(b"<html><body>Sorry</body></html>"))
    other = room.server.on("/new", reply(rss(item(1, BERTH)).replace(b"Press Example", b"Sports")))
    room.server.on("/", reply(home("/new"), Content_Type="text/html"))
    for _ in range(4):
        room.poll()
    assert room.sql(MOVES) == [(other, "rediscovered", False)]
    ((remark, url),) = room.sql(f"select remark, url from feed_health where feed_id = '{feed_id}'")
    assert other in remark
    assert url.endswith("/old")


def test_two_feeds_of_one_title_are_no_certainty(room: Newsroom) -> None:
    """Which of them it was is not known."""
    room.subscribe("/old", reply(rss(item(1, BERTH))), reply(b"", 410))
    for path in ("/a", "/b"):
        room.server.on(path, reply(rss(item(1, BERTH))))
    room.server.on("/", reply(home("/a", "/b"), Content_Type="text/html"))
    room.poll()
    room.poll()
    assert [taken for _, _, taken in room.sql(MOVES)] == [False]
    assert room.sql("select status from feed") == [("paused",)]


def test_a_site_that_is_away_or_forbids_it_changes_nothing(room: Newsroom) -> None:
    """The failure of the feed is what is reported."""
    room.server.on("/robots.txt", reply(b"User-agent: *\nDisallow: /"))
    room.subscribe("/old", reply(rss(item(1, BERTH))), reply(b"", 410))
    room.poll()
    room.poll()
    assert room.server.asked("/") == []
    assert room.sql("select count(*) from feed_move") == [(0,)]


def test_a_permanent_redirect_leaves_a_row(room: Newsroom) -> None:
    """Where the subscription was moved, and when; until it is repeated it is a suggestion."""
    new = room.server.on("/new", reply(rss(item(1, BERTH))))
    room.subscribe("/old", reply(b"", 301, Location="/new"))
    room.poll()
    assert room.sql(MOVES) == [(new, "redirect", False)]
    room.poll()
    assert room.sql(MOVES) == [(new, "redirect", True)]


def test_a_list_of_sitemaps_can_be_added(room: Newsroom) -> None:
    """`feeds add` takes its address like that of a feed."""
    url = room.server.on("/list.xml", reply(index((room.server.url("/news.xml"), None))))
    found = discover(url, allowed=Allowed.of(["127.0.0.0/8"]), limits=room.limits)
    assert [(f.url, f.how) for f in found] == [(url, "given")]
