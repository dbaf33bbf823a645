"""The feeds of a site, from one of its pages."""

from __future__ import annotations

import pytest

from parsers.feeds.discover import candidates
from parsers.feeds.links import url_key


def found(page: str, url: str = "https://press.example/ports/") -> list[tuple[str, str]]:
    """Candidates as (address, how)."""
    return [(c.url, c.how) for c in candidates(page, url)]


def test_declared_feeds_come_first_comment_feeds_last() -> None:
    """What the page declares, the site's own before the comments of an article, relative to its base."""
    page = """<base href="https://press.example/"><link rel="alternate" type="application/rss+xml" title="Comments" href="/comments/feed">
    <link rel='alternate' type='application/rss+xml' title='Press &amp; Ports' href='feed?a=1&amp;b=2'><LINK REL=alternate TYPE=application/feed+json HREF=/feed.json>
    <link rel="alternate" hreflang="de" href="/de/"><link rel="stylesheet" href="/feed.css"><a href="/about">About</a>"""
    declared = [url for url, how in found(page) if how == "declared"]
    assert declared == [
        "https://press.example/feed?a=1&b=2",
        "https://press.example/feed.json",
        "https://press.example/comments/feed",
    ]
    assert candidates(page, "https://press.example/")[0].title == "Press & Ports"


@pytest.mark.parametrize(
    ("href", "is_feed"),
    [
        ("/rss", True),
        ("/rss.xml", True),
        ("/category/feed/", True),
        ("/feedback", False),
        ("/news/crossing", False),
        ("/atom.xml", True),
        ("//[rss/feed", False),
    ],
)
def test_linked_feeds_are_told_from_words_that_look_like_them(href: str, is_feed: bool) -> None:
    """`/feedback` is no feed."""
    assert (("https://press.example" + href, "linked") in found(f'<a href="{href}">x</a>')) is is_feed


def test_the_usual_places_are_the_last_resort() -> None:
    """A page that names nothing leaves the places where publishing systems keep feeds."""
    assert {how for _, how in found("<html></html>")} == {"usual"}
    assert ("https://press.example/feed", "usual") in found("")


def test_hostile_pages_stay_linear() -> None:
    """Endless openings are read in the suite's time, and the list stays short."""
    for piece in (
        "<link ",
        "<a href='",
        "<base ",
        "<a href=/rss>",
        "<link rel=alternate type=application/rss+xml href=/",
    ):
        assert len(candidates(piece * (300_000 // len(piece)), "https://press.example/")) <= 20


@pytest.mark.parametrize(("one", "other"), [
    ("https://www.a.example/x/?utm_source=rss", "http://a.example/x"), ("https://a.example/x?b=2&a=1", "https://a.example/x?a=1&b=2#top"),
    ("https://a.example/x/index.html", "https://a.example/x/"), ("https://m.a.example/x/amp", "https://a.example/x"), ("https://a.example:443/x", "https://a.example/x?from=rss-1"),
])  # fmt: skip
def test_one_page_has_one_key(one: str, other: str) -> None:
    """Scheme, tracking, order of parameters, mobile and AMP addresses do not make another page."""
    assert url_key(one) == url_key(other)


@pytest.mark.parametrize(("one", "other"), [
    ("https://a.example/x?id=1", "https://a.example/x?id=2"), ("https://a.example/x", "https://a.example/X"), ("https://a.example/?cid=5", "https://a.example/?cid=6"),
])  # fmt: skip
def test_two_pages_have_two_keys(one: str, other: str) -> None:
    """Parameters that name the article, and the case of paths, count."""
    assert url_key(one) != url_key(other)
    assert url_key("https://a.example/") is None
