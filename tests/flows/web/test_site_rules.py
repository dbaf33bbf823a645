"""Full text by rules of single sites: pages on a loopback server, read on one address or page after page."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from flows.web.addresses import Allowed
from flows.web.asker import Polling
from flows.web.feed_settings import settings_of
from flows.web.polling import poll_due
from flows.web.ruled_pages import MOST
from flows.web.site_rules import SiteRules
from parsers.errors import UsageError
from parsers.feeds.schedule import Policy
from parsers.known import Desk
from tests.flows.web.test_polling import Newsroom, item, rss
from tests.servers.misbehaving import reply

RULES = "title: //h1\nauthor: //p[@class='who']\ndate: //p[@class='when']\nbody: //div[@class='story']\nstrip_id_or_class: promo\nnext_page_link: //a[@rel='next']\n"
PARTS = (
    "The port of Altun opened its second berth on Monday after three years of work. The berth takes ships of up to 60,000 tonnes and has two cranes.",
    "Officials said that traffic had grown by 12 percent in a year. A third berth is to follow in 2028, when the railway to the interior is finished.",
    "The mayor of the town spoke of a good day for everybody who lives beside the water. Fishermen asked for a basin of their own, and got none.",
)


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Newsroom]:
    """A newsroom whose feed carries one summary, and a folder of rules for this machine."""
    made = Newsroom(tmp_path)
    (tmp_path / "rules").mkdir()
    (tmp_path / "rules" / "127.0.0.1.txt").write_text(RULES)
    entry = item(1, "The second berth is open.", title="Berth", link=made.server.url("/story"), summary=True)
    made.subscribe("/feed", reply(rss(entry), Content_Type="application/rss+xml"), full_text="always")
    yield made
    made.server.stop()


def page(text: str, following: str = "", more: str = "") -> bytes:
    """A page of the site; its menu and boxes are no text."""
    link = f'<a rel="next" href="{following}">2</a>' if following else ""
    return (
        f"<!doctype html><html><head><title>x</title></head><body><div class='menu'><p>Home and sport and weather and all the rest of it</p></div><h1>Second berth opened</h1>"
        f"<p class='who'>Ann Poole</p><p class='when'>2026-05-30</p><div class='story'><p>{text}</p><div class='promo-box'>Subscribe to our letter</div>{more}</div>{link}"
        "<div><p>Other stories of the day that have nothing to do with this one at all, and are long.</p></div></body></html>"
    ).encode()


def poll(room: Newsroom) -> None:
    """Poll with the rules."""
    rules = SiteRules.at(room.folder / "rules")
    polling = Polling(limits=room.limits, allowed=Allowed.of(["127.0.0.0/8"]), policy=Policy(), site_rules=rules)
    poll_due(room.place, Desk(), polling=polling, everything=True)


def html(body: bytes) -> object:
    """An answer with a page."""
    return reply(body, Content_Type="text/html; charset=utf-8")


def test_an_article_on_three_pages_is_one_document(room: Newsroom) -> None:
    """The pages are joined in order, without menus and boxes; headline, author and date are what the rules find."""
    for n, text in enumerate(PARTS):
        path = "/story" if n == 0 else f"/story?page={n + 1}"
        room.server.on(path, html(page(text, f"/story?page={n + 2}" if n < 2 else "")))  # type: ignore[arg-type]
    poll(room)
    ((headline, author, body, day, source),) = room.sql(
        "select headline, author, article_body, date_published::date::varchar, date_published_source from article"
    )
    assert (headline, author, day, source) == ("Second berth opened", ["Ann Poole"], "2026-05-30", "site-rule")
    assert body.split("\n\n") == list(PARTS)
    assert room.sql("select outcome, source_kind, note from arrival") == [("loaded", "page", None)]


def test_the_page_that_has_it_all_is_taken(room: Newsroom) -> None:
    """`single_page_link` goes before the way from page to page."""
    (room.folder / "rules" / "127.0.0.1.txt").write_text(RULES + "single_page_link: //a[@class='all']\n")
    room.server.on("/story", html(page(PARTS[0], "/story?page=2", "<a class='all' href='/whole'>All on one page</a>")))  # type: ignore[arg-type]
    room.server.on("/whole", html(page("</p><p>".join(PARTS))))  # type: ignore[arg-type]
    poll(room)
    assert room.sql("select article_body from article") == [("\n\n".join(PARTS),)]
    assert room.server.asked("/story?page=2") == []


def test_a_page_that_cannot_be_had_is_noted(room: Newsroom) -> None:
    """What there is is filed, and the note says which page is missing."""
    room.server.on("/story", html(page(f"{PARTS[0]} {PARTS[1]}", "/story?page=2")))  # type: ignore[arg-type]
    poll(room)
    ((body, note),) = room.sql("select article_body, note from article join arrival using (article_id)")
    assert body == f"{PARTS[0]} {PARTS[1]}"
    assert "page 2 cannot be had" in note
    assert "404" in note


def test_the_walk_is_bounded_polite_and_stays_on_its_host(room: Newsroom) -> None:
    """Never another host, never in a circle, never what robots.txt forbids, and ten pages at most."""
    room.server.on("/robots.txt", reply(b"User-agent: *\nDisallow: /closed\n"))
    elsewhere = "http://localhost:1/story?page=2"
    for following in (elsewhere, "/story", "/closed/2"):
        room.server.on("/story", html(page(PARTS[0], following)))  # type: ignore[arg-type]
        poll(room)
        assert [r.path for r in room.server.requests if r.path.startswith("/closed")] == []
    room.server.on("/story", html(page("A new beginning for the town. " + PARTS[1], "/p2")))  # type: ignore[arg-type]
    for n in range(2, 20):
        room.server.on(f"/p{n}", html(page(f"Part {n} of the long story of the harbour and its people.", f"/p{n + 1}")))  # type: ignore[arg-type]
    room.server.on("/feed", reply(rss(item(2, "Anew.", title="Anew", link=room.server.url("/story"), summary=True))))
    poll(room)
    assert len([r for r in room.server.requests if r.path.startswith("/p")]) == MOST - 1
    assert [n for (n,) in room.sql("select note from arrival where note is not null") if "the article goes on at" in n]


def test_full_text_can_be_off(room: Newsroom) -> None:
    """A feed whose full text is `never` asks for no page, rules or not."""
    from warehouse.database.store import writing
    from warehouse.filing import feeds

    with writing(room.place) as warehouse:
        feeds.set_full_text(warehouse, feeds.listed(warehouse)[0].feed_id, "never")
    poll(room)
    assert room.server.asked("/story") == []


def test_the_nearest_file_of_rules_counts(tmp_path: Path) -> None:
    """The host's own file, else that of the nearest name above it with a dot before it; www. is left off, and no path gets in."""
    for name in ("press.example.txt", ".press.example.txt", ".example.txt"):
        (tmp_path / name).write_text(name)
    rules = SiteRules.at(tmp_path)
    hosts = (
        "www.press.example",
        "press.example:8080",
        "m.press.example",
        "a.b.press.example",
        "other.example",
        "press.test",
        "../press.example",
    )
    assert [found and found[0] for found in map(rules.of, hosts)] == [
        "press.example.txt", "press.example.txt", ".press.example.txt", ".press.example.txt", ".example.txt", None, None,
    ]  # fmt: skip


def test_the_folder_is_named_in_the_feeds_file(tmp_path: Path) -> None:
    """Relative to the file; a folder that is not there is a sentence."""
    path = tmp_path / "feeds.toml"
    path.write_text('[all]\nsite_rules = "rules"\n')
    with pytest.raises(UsageError, match="is not a folder"):
        settings_of(None, path)
    (tmp_path / "rules").mkdir()
    found = settings_of(None, path).site_rules
    assert found
    assert found.folder == tmp_path / "rules"
