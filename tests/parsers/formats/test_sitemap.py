"""News sitemaps are feeds; other sitemaps are refused with what to subscribe to."""

from __future__ import annotations

from parsers.feeds.model import Feed, NotAFeed
from parsers.formats.feed import read_feed

NEWS = b"""<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">
<url><loc>https://packet.example/pumps</loc><news:news><news:publication><news:name>Ost Packet</news:name><news:language>en</news:language></news:publication>
<news:publication_date>2025-03-04T10:00:00+01:00</news:publication_date><news:title>Forty pumps &amp; a pier</news:title><news:keywords>pumps, pier</news:keywords></news:news></url>
<url><loc>/lamps</loc><lastmod>2025-03-03</lastmod><news:news><news:publication><news:name>Ost Packet</news:name><news:language>en</news:language></news:publication>
<news:publication_date>2025-03-03</news:publication_date><news:title>Lamps lit</news:title></news:news></url>
<url><loc>https://packet.example/about</loc></url></urlset>"""


def test_a_news_sitemap_is_a_feed() -> None:
    """Every address with a title of news is an entry with its day, keywords and language."""
    feed = read_feed(NEWS, url="https://packet.example/news.xml")
    assert isinstance(feed, Feed)
    assert (feed.format, feed.publisher, feed.language) == ("sitemap", "Ost Packet", "en")
    assert [(e.title, e.link, e.published, e.categories) for e in feed.entries] == [
        ("Forty pumps & a pier", "https://packet.example/pumps", "2025-03-04T10:00:00+01:00", ("pumps", "pier")),
        ("Lamps lit", "https://packet.example/lamps", "2025-03-03", ()),
    ]


def test_entries_beyond_the_most_are_counted() -> None:
    """What is not read of a long sitemap is on record."""
    feed = read_feed(NEWS, most=1)
    assert isinstance(feed, Feed)
    assert (len(feed.entries), feed.dropped) == (1, (("too_many_entries", 1),))


def test_sitemaps_without_news_are_no_feeds() -> None:
    """A plain sitemap would be an empty feed without an error, and a list of sitemaps names those of news."""
    plain = read_feed(b"<urlset xmlns='x'><url><loc>https://packet.example/a</loc></url></urlset>")
    listed = read_feed(
        b"<sitemapindex xmlns='x'><sitemap><loc>https://p.example/pages.xml</loc></sitemap><sitemap><loc>https://p.example/news.xml</loc></sitemap></sitemapindex>"
    )
    cut = read_feed(b"<urlset xmlns='x'><url><loc>https://packet.example/a</lo")
    assert isinstance(plain, NotAFeed)
    assert plain.kind == "sitemap"
    assert isinstance(listed, NotAFeed)
    assert listed.detail.endswith("(https://p.example/news.xml)")
    assert isinstance(cut, NotAFeed)
    assert cut.kind == "sitemap"
