"""Polling against scripted servers: what is filed, what is remembered, and what happens to feeds that misbehave."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from flows.web.addresses import Allowed
from flows.web.asker import Polling
from flows.web.fetch import Limits
from flows.web.polling import PollReport, poll_due
from flows.web.walking import Walking
from parsers.feeds.schedule import Policy
from parsers.known import Desk
from tests.servers.misbehaving import Act, Server, conditional, reply, silent
from warehouse.database.place import Place
from warehouse.database.store import reading, writing
from warehouse.filing import feeds

BERTH = (
    "The port of Altun opened its second berth on Monday after three years of work. The berth takes ships of up to 60,000 tonnes and "
    "has two cranes of its own. Officials said that traffic had grown by 12 percent in a year. A third berth is to follow in 2028, "
    "when the railway to the interior is finished. "
) * 4
SIGNAL = (
    "Railway signals on the northern line failed for six hours on Tuesday. Trains were led around the fault by hand, and nobody was hurt. "
    "The operator named a cable that had been cut during roadworks near the old mill. Repairs cost about 40,000 manat, it said. "
) * 5


def item(
    number: int, text: str, *, title: str = "", guid: str | None = None, link: str | None = None, summary: bool = False
) -> str:
    """An RSS item with its full text, or with a summary."""
    tag = "description" if summary else "content:encoded"
    return (
        f"<item><title>{title or f'Report {number}'}</title><link>{link or f'https://press.example/{number}'}</link>"
        f"<guid isPermaLink='false'>{guid or f'press-{number}'}</guid><pubDate>Mon, 0{number} Jun 2026 08:00:00 GMT</pubDate>"
        f"<{tag}><![CDATA[<p>{text}</p>]]></{tag}></item>"
    )


def rss(*items: str) -> bytes:
    """A feed of items."""
    return (
        '<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>'
        f"<title>Press Example</title><link>https://press.example/</link>{''.join(items)}</channel></rss>"
    ).encode()


@dataclass
class Newsroom:
    """A scripted server, a warehouse, and shorthands for both."""

    folder: Path
    server: Server = field(default_factory=Server)
    limits: Limits = field(default_factory=lambda: Limits(total=1.0, delay=0.0))

    @property
    def place(self) -> Place:
        """Where the warehouse is."""
        return Place.at(self.folder / "desk.duckdb")

    def subscribe(self, path: str, *acts: Act, full_text: str = "auto") -> str:
        """Add a feed that this server serves; returns its id."""
        url = self.server.on(path, *acts)
        feed = feeds.Subscribed(feed_id=feeds.feed_id_of(url), url=url, full_text=full_text)
        with writing(self.place) as warehouse:
            feeds.add(warehouse, [feed], datetime.now(UTC))
        return feed.feed_id

    def poll(self, *, walking: Walking | None = None, pages: int = 30, **options: Any) -> PollReport:
        """Poll everything, due or not."""
        allowed = Allowed.of(["127.0.0.0/8"])
        polling = Polling(
            limits=self.limits, allowed=allowed, policy=Policy(), walking=walking or Walking(), pages=pages
        )
        return poll_due(self.place, Desk(), polling=polling, **{"everything": True, **options})

    def sql(self, text: str) -> list[tuple[Any, ...]]:
        """Ask the published warehouse."""
        with reading(self.place) as warehouse:
            return warehouse.connection.execute(text).fetchall()


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Newsroom]:
    """A newsroom with nothing in it."""
    made = Newsroom(tmp_path)
    yield made
    made.server.stop()


def test_entries_become_articles_once(room: Newsroom) -> None:
    """A first poll files the entries, a second one finds nothing new, and the ledger adds up."""
    room.subscribe("/feed", reply(rss(item(1, BERTH), item(2, SIGNAL))))
    first, second = room.poll(), room.poll()
    assert (first.new, second.new, second.kinds["unchanged"]) == (2, 0, 1)
    assert room.sql("select count(*) from article") == [(2,)]
    assert room.sql("select source_kind, count(*), count(distinct entry_key) from arrival group by 1") == [
        ("feed_entry", 2, 2)
    ]
    assert all(adds_up for (adds_up,) in room.sql("select adds_up from ledger"))


def test_what_the_feed_said_reaches_the_article(room: Newsroom) -> None:
    """Headline, link, publisher and date come from the feed."""
    room.subscribe("/feed", reply(rss(item(1, BERTH, title="Second berth opened"))))
    room.poll()
    assert room.sql("select headline, url, publisher from article") == [
        ("Second berth opened", "https://press.example/1", "Press Example")
    ]


def test_an_unchanged_feed_costs_a_304(room: Newsroom) -> None:
    """The second request carries the validator of the first."""
    room.subscribe("/feed", conditional(rss(item(1, BERTH)), '"v1"'))
    room.poll()
    assert room.poll().kinds["unchanged"] == 1
    assert room.server.asked("/feed")[1].headers["if-none-match"] == '"v1"'
    assert room.sql("select http_status, conditional from feed_poll order by polled_at") == [(200, False), (304, True)]


def test_new_etags_on_an_old_body_change_nothing(room: Newsroom) -> None:
    """The hash of the body is the judge."""
    body = rss(item(1, BERTH))
    room.subscribe("/feed", reply(body, ETag='"1"'), reply(body, ETag='"2"'))
    room.poll()
    assert room.poll().kinds["unchanged"] == 1


def test_an_old_etag_on_a_new_body_is_not_believed_again(room: Newsroom) -> None:
    """A server whose ETag stays although the feed changed is asked without conditions from then on."""
    feed_id = room.subscribe(
        "/feed", reply(rss(item(1, BERTH)), ETag='"same"'), reply(rss(item(1, BERTH), item(2, SIGNAL)), ETag='"same"')
    )
    room.poll()
    assert room.poll().new == 1
    room.poll()
    assert "if-none-match" not in room.server.asked("/feed")[2].headers
    assert room.sql(f"select distrusted_until is not null from feed where feed_id = '{feed_id}'") == [(True,)]


def test_an_entry_survives_new_guids_links_and_titles(room: Newsroom) -> None:
    """Changed ids, tracking parameters and headlines do not make new articles of old ones."""
    room.subscribe(
        "/feed",
        reply(rss(item(1, BERTH))),
        reply(rss(item(1, BERTH, guid="renumbered-77", link="https://press.example/1?utm_source=rss"))),
        reply(rss(item(1, BERTH, guid="renumbered-77", link="https://press.example/moved/1"))),
    )
    assert [room.poll().new for _ in range(3)] == [1, 0, 0]
    assert room.sql("select count(*) from article") == [(1,)]


def test_an_edited_entry_comes_again_under_its_key(room: Newsroom) -> None:
    """A changed text arrives as a second document of the same entry."""
    room.subscribe(
        "/feed", reply(rss(item(1, BERTH))), reply(rss(item(1, BERTH + "Correction: the berth takes 62,000 tonnes.")))
    )
    room.poll()
    assert (room.poll().edited, room.poll().edited) == (1, 0)
    assert room.sql("select count(*), count(distinct entry_key) from arrival") == [(2, 1)]


def test_seen_entries_outlive_their_disappearance(room: Newsroom) -> None:
    """An entry that leaves the feed and comes back is not new."""
    room.subscribe(
        "/feed", reply(rss(item(1, BERTH))), reply(rss(item(2, SIGNAL))), reply(rss(item(1, BERTH), item(2, SIGNAL)))
    )
    assert [room.poll().new for _ in range(3)] == [1, 1, 0]


def test_one_bad_feed_never_hurts_another(room: Newsroom) -> None:
    """Among feeds that hang, lie, loop and vanish, the good one is filed, and each bad one has its reason."""
    room.subscribe("/good", reply(rss(item(1, BERTH))))
    room.subscribe("/silent", silent(3))
    room.subscribe("/cut", reply(rss(item(2, SIGNAL)), length=9_000))
    room.subscribe("/loop", reply(b"", 302, Location="/loop"))
    room.subscribe("/page", reply(b"<!doctype html><html><body>Hello</body></html>"))
    room.subscribe("/404", reply(b"", 404))
    room.subscribe("/500", reply(b"", 500))
    room.subscribe("/403", reply(b"", 403))
    report = room.poll()
    assert report.new == 1
    found = dict(room.sql("select regexp_extract(url, '/[^/]*$'), kind from feed_poll"))
    assert found == {
        "/good": "read", "/silent": "timeout", "/cut": "broken", "/loop": "broken", "/page": "no_feed", "/404": "missing",
        "/500": "server_error", "/403": "refused",
    }  # fmt: skip
    assert room.sql(
        "select count(*) from feed_health where standing = 'failing' and remark is not null and next_poll_at > now()"
    ) == [(7,)]


def test_410_pauses_a_feed_with_its_reason(room: Newsroom) -> None:
    """A feed that is gone is not asked again, and says why."""
    room.subscribe("/feed", reply(b"", 410))
    room.poll()
    room.poll()
    assert len(room.server.asked("/feed")) == 1
    ((status, remark),) = room.sql("select standing, remark from feed_health")
    assert status == "paused"
    assert remark.startswith("gone:")


def test_a_permanent_move_is_stored_and_a_temporary_one_is_not(room: Newsroom) -> None:
    """301 changes the subscription when two polls in a row read the feed at its new place; 302 and 301 to nothing never do."""
    new = room.server.on("/new", reply(rss(item(1, BERTH))))
    room.subscribe("/moved", reply(b"", 301, Location="/new"))
    room.subscribe(
        "/once", reply(b"", 301, Location="/new"), reply(rss(item(2, SIGNAL))), reply(b"", 301, Location="/new")
    )
    room.subscribe("/lent", reply(b"", 302, Location="/new"))
    room.subscribe("/lost", reply(b"", 301, Location="/nowhere"))
    room.poll()
    assert new not in {url for (url,) in room.sql("select url from feed")}
    room.poll()
    assert room.server.url("/once") in {url for (url,) in room.sql("select url from feed")}
    room.poll()
    assert room.server.url("/once") in {url for (url,) in room.sql("select url from feed")}
    room.poll()
    urls = {url for (url,) in room.sql("select url from feed")}
    assert urls == {new, room.server.url("/lent"), room.server.url("/lost")}
    assert room.sql("select count(*), count(taken_at) from feed_move") == [(2, 2)]


def test_a_feed_that_moves_to_another_subscription_is_paused(room: Newsroom) -> None:
    """Two subscriptions that become one are asked once, and the second says why it rests."""
    room.subscribe("/new", reply(rss(item(1, BERTH))))
    old = room.subscribe("/moved", reply(b"", 301, Location="/new"))
    room.poll()
    room.poll()
    ((feed_id, reason),) = room.sql("select feed_id, reason from feed where status = 'paused'")
    assert feed_id == old
    assert reason.startswith("moved:")


def test_a_page_that_says_retry_after_holds_its_host(room: Newsroom) -> None:
    """The host of a page is left alone in later polls, too."""
    with_page(room, reply(b"", 429, Retry_After="600"))
    room.poll()
    assert room.sql("select round((epoch(held_until) - epoch(now())) / 60) from feed_host") == [(10,)]
    assert room.poll().held == 1


@pytest.mark.parametrize("status", [429, 503])
def test_retry_after_binds_the_host_that_said_it_and_no_other(room: Newsroom, status: int) -> None:
    """The other feeds of that host wait, those of other hosts do not."""
    other = Server(host="127.0.0.2")
    room.subscribe("/busy", reply(b"", status, Retry_After="3600"))
    room.poll()
    room.subscribe("/same-host", reply(rss(item(1, BERTH))))
    with writing(room.place) as warehouse:
        url = other.on("/feed", reply(rss(item(2, SIGNAL))))
        feeds.add(warehouse, [feeds.Subscribed(feed_id=feeds.feed_id_of(url), url=url)], datetime.now(UTC))
    report = room.poll()
    other.stop()
    assert (report.held, report.new) == (2, 1)
    assert len(room.server.asked("/same-host")) == 0
    assert room.sql("select round((epoch(held_until) - epoch(now())) / 3600) from feed_host") == [(1,)]


PAGE = """<!doctype html><html lang="en"><head><title>Signals fail - Press Example</title>
<script type="application/ld+json">{{"@type":"NewsArticle","headline":"Signals fail for six hours","datePublished":"2026-06-02T09:00:00Z"}}</script>
</head><body><nav><a href="/">Home</a> <a href="/all">All news</a></nav><article><h1>Signals fail for six hours</h1>{text}</article>
<footer>About us. Contact. Advertise with us.</footer></body></html>"""


def with_page(room: Newsroom, *acts: Act, robots: str = "", full_text: str = "auto") -> str:
    """A feed of one summary whose page is served here by a script."""
    room.server.on("/robots.txt", reply(robots.encode()) if robots else reply(b"", 404))
    link = room.server.on("/page", *acts)
    return room.subscribe(
        "/feed",
        reply(rss(item(2, "Signals on the northern line failed.", link=link, summary=True))),
        full_text=full_text,
    )


def test_a_summary_is_filed_with_the_text_of_its_page(room: Newsroom) -> None:
    """The page's body is the article, its bytes are kept, and the feed's word about it is not lost."""
    page = PAGE.format(text="".join(f"<p>{p}.</p>" for p in SIGNAL.split(". "))).encode()
    with_page(room, reply(page, Content_Type="text/html; charset=utf-8"))
    assert room.poll().pages == 1
    ((body, headline),) = room.sql("select article_body, headline from article")
    assert "Repairs cost about 40,000 manat" in body
    assert "Advertise" not in body
    assert headline
    assert room.sql("select source_kind, payload from arrival join raw_document using (raw_document_id)") == [
        ("page", page)
    ]


def test_pages_that_robots_txt_closes_are_not_fetched(room: Newsroom) -> None:
    """The entry is filed as it is, and the reason is remembered."""
    with_page(room, reply(b"never"), robots="User-agent: newsdesk\nDisallow: /page\n")
    room.poll()
    assert len(room.server.asked("/page")) == 0
    assert room.sql("select page_state, page_reason from feed_entry") == [
        ("refused", "refused: robots.txt does not allow it")
    ]
    assert room.sql("select source_kind from arrival") == [("feed_entry",)]


def test_a_wall_in_place_of_a_page_loses_nothing(room: Newsroom) -> None:
    """A consent page with less than the feed's own words is not filed; the entry is."""
    wall = b"<!doctype html><html><body><p>We and our partners use cookies. Accept all cookies.</p></body></html>"
    with_page(room, reply(wall, Content_Type="text/html"))
    room.poll()
    assert room.sql("select source_kind from arrival") == [("feed_entry",)]
    assert room.sql("select page_state from feed_entry") == [("refused",)]


def test_a_page_that_fails_for_now_is_tried_again(room: Newsroom) -> None:
    """A summary whose page was down gets its text at the next poll although the feed did not change for it."""
    page = PAGE.format(text="".join(f"<p>{p}.</p>" for p in SIGNAL.split(". "))).encode()
    link_acts = (reply(b"", 503), reply(page, Content_Type="text/html"))
    room.server.on("/robots.txt", reply(b"", 404))
    link = room.server.on("/page", *link_acts)
    short = item(2, "Signals on the northern line failed.", link=link, summary=True)
    room.subscribe("/feed", conditional(rss(short), '"1"'))
    room.poll()
    assert room.sql("select page_state from feed_entry") == [("wanted",)]
    assert room.poll().pages == 1
    assert room.sql("select source_kind, count(*) from arrival group by 1 order by 1") == [
        ("feed_entry", 1),
        ("page", 1),
    ]


def test_an_entry_and_a_dropped_file_with_the_same_text_are_one_article(room: Newsroom) -> None:
    """Whichever way a text comes, it is one article."""
    from flows.inbox.files import Numbers, arrivals
    from flows.run.desk import Run, new_run_id

    room.subscribe("/feed", reply(rss(item(1, BERTH))))
    room.poll()
    dropped = room.folder / "dropped.txt"
    dropped.write_text(BERTH)
    run = Run(room.place, Desk(), kind="ingest", run_id=new_run_id())
    run.go(arrivals([str(dropped)], Numbers(run.summary.run_id)), run.steps(), lambda _: None)
    assert room.sql("select count(*) from article") == [(1,)]
    assert sorted(room.sql("select source_kind, outcome from arrival")) == [
        ("feed_entry", "loaded"),
        ("file", "unchanged"),
    ]


def test_nothing_due_is_nothing_done(room: Newsroom) -> None:
    """A poll right after another asks nobody and starts no run."""
    room.subscribe("/feed", reply(rss(item(1, BERTH))))
    room.poll()
    report = room.poll(everything=False)
    assert (report.feeds, report.summary) == (0, None)
    assert len(room.server.asked("/feed")) == 1
