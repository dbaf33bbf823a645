"""Whose entries a feed's are: persons whom it names sign what is unsigned, and gatherers name the outlet."""

from __future__ import annotations

import json

from parsers.feeds.aggregator import direct
from parsers.feeds.model import Feed, FeedEntry
from parsers.formats import feed as feeds
from parsers.formats import json_feed
from parsers.formats.entry import of_entry, of_feed
from parsers.model import Statement


def said(statements: tuple[Statement, ...], field: str) -> list[str]:
    """The values of a field."""
    return [s.value for s in statements if s.field == field]


def owned(publisher: str, title: str = "Osk Log", authors: tuple[str, ...] = ()) -> tuple[list[str], list[str]]:
    """Publisher and authors that a feed with this owner gives an entry with these authors."""
    feed = Feed(format="atom", charset="utf-8", title=title, publisher=publisher)
    found = of_feed(feed, entry=FeedEntry(title="Dredger", authors=authors))
    return said(found, "publisher"), said(found, "author")


def test_a_person_whom_a_feed_names_signs_its_unsigned_entries() -> None:
    """The feed's title is the publisher then; an organisation that it names is the publisher itself."""
    assert owned("Nora Feld") == (["Osk Log"], ["Nora Feld"])
    assert owned("Nora Feld", authors=("Ida Brandt",)) == (["Osk Log"], [])
    assert owned("Osk Harbour Authority") == (["Osk Harbour Authority"], [])
    assert owned("Nora Feld", title="Nora Feld") == (["Nora Feld"], [])
    assert owned("Nora Feld", title="") == (["Nora Feld"], [])


def test_authors_of_a_json_feed_are_no_publishers() -> None:
    """An item of two authors keeps both, although one of them is the feed's."""
    document = {
        "version": "https://jsonfeed.org/version/1.1", "title": "Osk Log", "authors": [{"name": "Nora Feld"}],
        "items": [{"id": "1", "content_text": "The dredger is back.", "authors": [{"name": "Nora Feld"}, {"name": "Ida Brandt"}]}],
    }  # fmt: skip
    feed = json_feed.read_json_feed(json.dumps(document).encode())
    assert isinstance(feed, Feed)
    entry = feed.entries[0]
    assert said(of_feed(feed, entry=entry), "publisher") == ["Osk Log"]
    assert said(of_entry(entry), "author") == ["Nora Feld", "Ida Brandt"]


def test_bing_names_outlet_and_address() -> None:
    """The outlet is in an element of Bing's own, the report's address in the query of the link."""
    link = "http://www.bing.com/news/apiclick.aspx?ref=x&amp;url=https%3a%2f%2fosk.example%2fdredger&amp;c=1"
    document = f"""<rss version="2.0" xmlns:News="https://www.bing.com/news/search?q=osk"><channel><title>osk - BingNews</title>
<link>https://www.bing.com/news/search?q=osk</link><item><title>Dredger clears the Osk</title><link>{link}</link>
<description>The dredger is back.</description><News:Source>Osk Post</News:Source></item></channel></rss>"""
    feed = feeds.read_feed(document.encode())
    assert isinstance(feed, Feed)
    found = of_entry(feed.entries[0])
    assert said(found, "url") == ["https://osk.example/dredger"]
    assert said(found, "publisher") == ["Osk Post"]


def test_only_links_of_bing_are_followed_without_asking() -> None:
    """Any other link, and one of Bing's without a goal, stays as it is."""
    assert direct(None) is None
    assert (
        direct("https://osk.example/?url=https://other.example/") == "https://osk.example/?url=https://other.example/"
    )
    bare = "http://www.bing.com/news/apiclick.aspx?url=javascript:x"
    assert direct(bare) == bare
