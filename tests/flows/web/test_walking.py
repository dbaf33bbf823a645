"""Pages, archives and lists of sitemaps against scripted servers: what is asked, what is filed, and where it ends."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from flows.web.walking import Walking
from tests.flows.web.test_polling import BERTH, SIGNAL, Newsroom, item, rss
from tests.servers.misbehaving import conditional, reply


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Newsroom]:
    """A newsroom with nothing in it."""
    made = Newsroom(tmp_path)
    yield made
    made.server.stop()


def paged(*items: str, **links: str) -> bytes:
    """A feed with links to other documents of it (relation with `_` for `-`)."""
    named = "".join(
        f'<atom:link xmlns:atom="http://www.w3.org/2005/Atom" rel="{rel.replace("_", "-")}" href="{url}"/>'
        for rel, url in links.items()
    )
    return rss(*items).replace(b"<item>", named.encode() + b"<item>", 1)


def report(number: int, text: str = BERTH) -> str:
    """An item of its own text."""
    return item(number, f"{text} Number {'x' * number} of the series says {number * 317} things more.")


def test_a_first_poll_goes_back_through_the_pages(room: Newsroom) -> None:
    """Each page leads to the next; all entries are filed, and the next poll asks for none of them again."""
    server = room.server
    server.on("/p2", reply(paged(report(2), next=server.url("/p3"))))
    server.on("/p3", reply(paged(report(3, SIGNAL))))
    room.subscribe("/feed", reply(paged(report(1), next=server.url("/p2"))))
    assert room.poll().new == 3
    assert room.sql("select count(*) from feed_entry") == [(3,)]
    assert room.poll().new == 0
    assert [len(server.asked(p)) for p in ("/p2", "/p3")] == [1, 1]


def test_archives_come_before_pages(room: Newsroom) -> None:
    """Where both are named, the archive is the one that stays as it is (RFC 5005, 4)."""
    server = room.server
    server.on("/2025", reply(paged(report(2), prev_archive=server.url("/2024"))))
    server.on("/2024", reply(paged(report(3))))
    room.subscribe("/feed", reply(paged(report(1), next=server.url("/p2"), prev_archive=server.url("/2025"))))
    assert room.poll().new == 3
    assert server.asked("/p2") == []


def test_behind_the_last_archive_comes_the_current_document(room: Newsroom) -> None:
    """Who subscribed to an archive gets the entries of the feed that it belongs to, once (RFC 5005, 4)."""
    server = room.server
    server.on("/feed", reply(paged(report(3), current=server.url("/feed"), prev_archive=server.url("/2025"))))
    server.on("/2024", reply(paged(report(2), current=server.url("/feed"))))
    room.subscribe("/2025", reply(paged(report(1), current=server.url("/feed"), prev_archive=server.url("/2024"))))
    assert room.poll().new == 3
    assert room.poll().new == 0
    assert [len(server.asked(p)) for p in ("/2024", "/feed")] == [1, 1]


def test_a_walk_is_bounded_and_goes_on_at_the_next_poll(room: Newsroom) -> None:
    """So many pages in a poll; the feed is due again soon, and an unchanged feed does not end the walk."""
    server = room.server
    for n in range(2, 6):
        server.on(f"/p{n}", reply(paged(report(n), **({"next": server.url(f"/p{n + 1}")} if n < 5 else {}))))
    room.subscribe("/feed", conditional(paged(report(1), next=server.url("/p2")), '"v1"'))
    walking = Walking(pages=2)
    assert room.poll(walking=walking).new == 3
    ((soon,),) = room.sql("select next_poll_at from feed")
    assert soon < datetime.now(UTC) + timedelta(minutes=11)
    assert room.poll(walking=walking).new == 2
    assert room.sql("select http_status, new from feed_poll order by polled_at") == [(200, 3), (304, 2)]
    assert room.poll(walking=walking).kinds["unchanged"] == 1
    assert room.sql("select count(*) from article") == [(5,)]


@pytest.mark.parametrize("target", ["/feed", "/p2"])
def test_pages_in_a_circle_end(room: Newsroom, target: str) -> None:
    """A page that leads back is not asked twice."""
    server = room.server
    server.on("/p2", reply(paged(report(2), next=server.url(target))))
    room.subscribe("/feed", reply(paged(report(1), next=server.url("/p2"))))
    assert room.poll().new == 2
    assert (len(server.asked("/feed")), len(server.asked("/p2"))) == (1, 1)


def test_a_server_that_ignores_the_page_is_asked_once(room: Newsroom) -> None:
    """The same entries under ever new addresses end the walk."""
    server = room.server
    for n in range(2, 9):
        server.on(f"/feed?paged={n}", reply(paged(report(1), next=server.url(f"/feed?paged={n + 1}"))))
    room.subscribe("/feed", reply(paged(report(1), next=server.url("/feed?paged=2"))))
    assert room.poll().new == 1
    assert [r.path for r in server.requests if "paged" in r.path] == ["/feed?paged=2"]


def test_pages_elsewhere_or_forbidden_are_left(room: Newsroom) -> None:
    """Another host is not walked into, and robots.txt is obeyed; the feed itself is healthy all the same."""
    server = room.server
    server.on("/robots.txt", reply(b"User-agent: *\nDisallow: /old"))
    server.on("/old", reply(paged(report(2))))
    room.subscribe("/feed", reply(paged(report(1), next=server.url("/old"))))
    room.subscribe("/other", reply(paged(report(3), next="http://127.0.0.2:9/p2")))
    assert room.poll().new == 2
    assert server.asked("/old") == []
    assert room.sql("select state, reason from feed_part where url like '%/old'") == [
        ("failed", "refused: robots.txt does not allow it")
    ]
    assert room.sql("select failures from feed") == [(0.0,), (0.0,)]


def test_an_older_text_in_an_archive_is_no_revision(room: Newsroom) -> None:
    """The feed's own words stay; the archive's version of the same entry is passed over (RFC 5005, 4.1)."""
    server = room.server
    server.on("/2025", reply(paged(item(1, SIGNAL), report(2))))
    room.subscribe("/feed", reply(paged(item(1, BERTH), prev_archive=server.url("/2025"))))
    assert (room.poll().new, room.poll().edited) == (2, 0)
    assert room.sql("select count(*) from arrival") == [(2,)]
    assert room.sql("select count(*) from article where article_body like '%second berth%'") == [(2,)]


def test_missed_entries_are_fetched_from_the_pages(room: Newsroom) -> None:
    """When every entry is new, the pages are followed until one that is known."""
    server = room.server
    server.on("/p2", reply(paged(*(report(n) for n in (3, 2, 1)), next=server.url("/p3"))))
    server.on("/p3", reply(paged(*(report(n) for n in (1,)))))
    full = paged(*(report(n) for n in (8, 7, 6, 5, 4)), next=server.url("/p2"))
    room.subscribe("/feed", reply(rss(report(1))), reply(full))
    assert room.poll().new == 1
    assert room.poll().new == 7
    assert room.sql("select count(*) from feed_entry") == [(8,)]


# ------------------------------------------------------------------------------------------------------- sitemaps


def sitemap(*entries: tuple[str, str]) -> bytes:
    """A sitemap of news: addresses and titles; without titles, of no news."""
    urls = "".join(
        f"<url><loc>{url}</loc>"
        + (
            f"<n:news><n:publication><n:name>Osk Echo</n:name><n:language>en</n:language></n:publication>"
            f"<n:publication_date>2026-06-01</n:publication_date><n:title>{title}</n:title></n:news>"
            if title
            else ""
        )
        + "</url>"
        for url, title in entries
    )
    return (
        '<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" '
        f'xmlns:n="http://www.google.com/schemas/sitemap-news/0.9">{urls}</urlset>'
    ).encode()


def index(*listed: tuple[str, str | None]) -> bytes:
    """A list of sitemaps with their times of change."""
    named = "".join(
        f"<sitemap><loc>{url}</loc>{f'<lastmod>{at}</lastmod>' if at else ''}</sitemap>" for url, at in listed
    )
    return f'<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{named}</sitemapindex>'.encode()


def page(text: str) -> bytes:
    """A web page with an article."""
    return f"<html><head><title>A page</title></head><body><article><h1>A page</h1><p>{text}</p></article></body></html>".encode()


NOW = datetime.now(UTC).isoformat(timespec="seconds")
LATER = (datetime.now(UTC) + timedelta(minutes=5)).isoformat(timespec="seconds")
OLD = "2020-01-01"


def test_a_list_of_sitemaps_is_a_feed_of_those_that_hold_news(room: Newsroom) -> None:
    """Old ones are not asked, gzip is undone, and at the next poll only what the list calls changed is asked."""
    server = room.server
    html = {"Content_Type": "text/html"}
    for n, text in ((1, BERTH), (2, SIGNAL), (3, BERTH.upper())):
        server.on(f"/{n}", reply(page(text), **html))
    one, two, old = (server.url(p) for p in ("/one.xml.gz", "/two.xml", "/old.xml"))
    server.on("/one.xml.gz", reply(gzip.compress(sitemap((server.url("/1"), "Berth opened")))))
    server.on(
        "/two.xml",
        reply(sitemap((server.url("/2"), "Signals failed"))),
        reply(sitemap((server.url("/2"), "Signals failed"), (server.url("/3"), "Berth again"))),
    )
    room.subscribe("/index", reply(index((one, NOW), (two, NOW), (old, OLD))), reply(index((one, NOW), (two, LATER), (old, OLD))))  # fmt: skip
    assert room.poll().new == 2
    assert room.poll().new == 1
    assert [len(server.asked(p)) for p in ("/one.xml.gz", "/two.xml", "/old.xml")] == [1, 2, 0]
    assert room.sql("select distinct publisher from article") == [("Osk Echo",)]
    assert room.sql("select state, count(*) from feed_part group by 1 order by 1") == [("left", 1), ("read", 2)]
    assert room.sql("select failures, title from feed") == [(0.0, "Osk Echo")]


def test_a_list_that_says_no_times_is_asked_under_conditions(room: Newsroom) -> None:
    """A sitemap with news is asked at each poll, and an unchanged one costs a 304, also when the list is the same."""
    server = room.server
    server.on("/1", reply(page(BERTH), Content_Type="text/html"))
    server.on("/news.xml", conditional(sitemap((server.url("/1"), "Berth opened")), '"n1"'))
    room.subscribe("/index", conditional(index((server.url("/news.xml"), None)), '"i1"'))
    assert room.poll().new == 1
    assert room.poll().kinds["unchanged"] == 1
    assert [r.headers.get("if-none-match") for r in server.asked("/news.xml")] == [None, '"n1"']


def test_names_of_news_decide_which_sitemaps_are_asked(room: Newsroom) -> None:
    """Where a list names sitemaps of news, the others are left."""
    server = room.server
    server.on("/1", reply(page(BERTH), Content_Type="text/html"))
    server.on("/news.xml", reply(sitemap((server.url("/1"), "Berth opened"))))
    room.subscribe("/index", reply(index((server.url("/pages.xml"), NOW), (server.url("/news.xml"), NOW))))
    room.poll()
    assert server.asked("/pages.xml") == []


def test_a_list_without_news_is_an_error_and_is_not_searched_for_ever(room: Newsroom) -> None:
    """Ten of its sitemaps are looked into; then the feed fails, with the reason."""
    server = room.server
    urls = [server.on(f"/map{n}.xml", reply(sitemap((server.url("/x"), "")))) for n in range(30)]
    room.subscribe("/index", reply(index(*((u, None) for u in urls))))
    for _ in range(4):
        room.poll()
    assert sum(len(server.asked(f"/map{n}.xml")) for n in range(30)) == 10
    ((reason,),) = room.sql("select reason from feed")
    assert reason.startswith("no_feed: the address answers with a list of 30 sitemaps; none of the 10")


def test_a_sitemap_with_more_pages_than_a_poll_fetches_is_read_until_all_came(room: Newsroom) -> None:
    """Entries whose turn did not come are fetched at the next polls, though the list did not change."""
    server = room.server
    for n in range(4):
        server.on(f"/{n}", reply(page(f"{BERTH} It was the report number {n * 911} of its kind."), Content_Type="text/html"))  # fmt: skip
    server.on("/news.xml", reply(sitemap(*((server.url(f"/{n}"), f"Report {n}") for n in range(4))), ETag='"n"'))
    room.subscribe("/index", conditional(index((server.url("/news.xml"), NOW)), '"i"'))
    for _ in range(3):
        room.poll(pages=2)
    assert room.sql("select page_state, count(*) from feed_entry group by 1") == [("fetched", 4)]
    assert room.sql("select state from feed_part") == [("read",)]


def test_a_sitemap_that_cannot_be_had_is_tried_again(room: Newsroom) -> None:
    """An error of the server is no end; the list stays healthy as long as it may still hold news."""
    server = room.server
    server.on("/1", reply(page(BERTH), Content_Type="text/html"))
    server.on("/news.xml", reply(b"", 500), reply(sitemap((server.url("/1"), "Berth opened"))))
    room.subscribe("/index", reply(index((server.url("/news.xml"), NOW))))
    assert (room.poll().new, room.poll().new) == (0, 1)
