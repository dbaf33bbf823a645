"""Entries of feeds as documents: whose they are, when they were published, and what is no text."""

from __future__ import annotations

import pytest

from parsers.errors import Rejected
from parsers.feeds.model import Feed, FeedEntry
from parsers.feeds.text import plain
from parsers.formats import entry
from parsers.formats.feed import read_feed
from parsers.known import Desk, Outlet
from parsers.model import Article, Parsed, RawDocument, Statement
from parsers.pipeline import parse
from parsers.sniff import ENTRY

LINK = '<a href="https://news.google.com/rss/articles/{0}">{1}</a>&nbsp;&nbsp;<font color="#6f6f6f">{2}</font>'
TEXT = "<p>The pier of Varn stays closed until June, the harbour office said on Friday, because three posts are rotten.</p>"


def document(feed_entry: FeedEntry, *said: Statement) -> RawDocument:
    """An entry as a document."""
    return RawDocument(raw_document_id="1" * 64, payload=entry.payload(feed_entry), source_uri="f#1", source_kind="feed_entry", media_type=ENTRY, statements=said)  # fmt: skip


def article(feed_entry: FeedEntry, *said: Statement) -> Article:
    """An entry as it is filed."""
    found = parse(document(feed_entry, *said), Desk(outlets=(Outlet(name="Google News", hosts=("news.google.com",)),)))
    assert isinstance(found, Parsed), found
    return found.article


def feed_title(title: str) -> Statement:
    """What a feed is called."""
    return Statement(field="publisher", value=title, source="feed")


def test_gathered_entries_are_their_sources() -> None:
    """An aggregator's entry is its source's text, put out by the aggregator, under its own headline and line."""
    one = FeedEntry(
        title="Pier closed until June - Varn Observer", link="https://news.google.com/rss/articles/x", source_title="Varn Observer", source_link="https://observer.example",
        summary="<ol><li>" + LINK.format("x", "Pier closed until June", "Varn Observer") + "</li><li>" + LINK.format("y", "Office explains", "Bay News") + "</li></ol>",
    )  # fmt: skip
    found = article(one, feed_title('"varn pier" - Google News'))
    assert (found.headline, found.publisher, found.republisher, found.article_body) == (
        "Pier closed until June", "Varn Observer", "Google News", "Pier closed until June",
    )  # fmt: skip


def test_entries_of_a_planet_are_their_sources() -> None:
    """A feed that gathers whole texts is their republisher."""
    found = article(
        FeedEntry(title="Pier closed", content=TEXT, source_title="Varn Observer"), feed_title("Planet Sea")
    )
    assert (found.publisher, found.republisher) == ("Varn Observer", "Planet Sea")


def test_an_own_source_is_no_other() -> None:
    """A feed that names itself as the source of its entries has reprinted nothing."""
    found = article(
        FeedEntry(title="Pier closed", content=TEXT, source_title="Varn Observer"), feed_title("Varn Observer")
    )
    assert (found.publisher, found.republisher) == ("Varn Observer", None)


@pytest.mark.parametrize(
    ("published", "source"), [(None, "updated"), ("soon", "updated"), ("2025-02-07T08:00:00Z", "feed")]
)
def test_the_last_change_stands_in(published: str | None, source: str) -> None:
    """Where no date of publication can be read, the time of the last change is taken, and its source says so."""
    found = article(
        FeedEntry(title="Pier closed", content=TEXT, published=published, updated="2025-02-07T09:00:00+01:00")
    )
    assert found.date_published is not None
    assert (found.date_published.isoformat(), found.date_published_source) == ("2025-02-07T08:00:00+00:00", source)


@pytest.mark.parametrize("text", ["", "<p><img src='/a.jpg'></p>", "<iframe src='x'></iframe>"])
def test_a_headline_alone_is_refused_by_name(text: str) -> None:
    """An entry without words but its title's is refused as what it is."""
    with pytest.raises(Rejected) as refused:
        entry.read(document(FeedEntry(title="Ferry cancelled", content=text)), ENTRY)
    assert refused.value.reason == "headline_only"


@pytest.mark.parametrize(
    ("came", "title"),
    [
        ("Why &lt;b&gt; tags survive", "Why <b> tags survive"), ("The <Blank> years", "The <Blank> years"), ("<b>Pier</b> closed", "Pier closed"),
        ("&lt;em&gt;Pier&lt;/em&gt; closed", "Pier closed"), ("Use &lt;i&gt; and &lt;/i&gt; with care", "Use <i> and </i> with care"), ("Quay&amp;Lock: we&#8217;re in", "Quay&Lock: we’re in"),
        ("Pier<br/>closed", "Pier closed"), ("5 < 6 > 4", "5 < 6 > 4"), ("<a href='/x'><b>Pier</b></a> closed", "Pier closed"), ("Pier closed</b>", "Pier closed"),
    ],
)  # fmt: skip
def test_titles_keep_the_tags_they_speak_of(came: str, title: str) -> None:
    """Markup leaves a title, a tag that is spoken of stays."""
    assert plain(came) == title


def test_the_lines_of_a_videos_description_stay_apart() -> None:
    """Media RSS: a description is plain text unless it says that it is markup; blank lines part its paragraphs."""
    feed = (
        '<feed xmlns="http://www.w3.org/2005/Atom" xmlns:media="http://search.yahoo.com/mrss/"><title>Quay TV</title><entry><id>v1</id>'
        "<title>Ferry cancelled</title><media:group><media:description{}>The ferry was cancelled.\n\nIt sails on Monday.{}</media:description>"
        "</media:group></entry></feed>"
    )
    for kind, more, wanted in (
        ("", "", "text"),
        (' type="plain"', "", "text"),
        (' type="html"', "", "html"),
        ("", " &lt;b&gt;Soon.&lt;/b&gt;", "html"),
    ):
        found = read_feed(feed.format(kind, more).encode(), url="https://quay.example/feed", charset=None)
        assert isinstance(found, Feed)
        assert found.entries[0].summary_kind == wanted
