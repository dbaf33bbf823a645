"""Feeds in something else, packed in base64, or of elements that no version of RSS or Atom has."""

from __future__ import annotations

import base64
import html
import time

import pytest

from parsers.feeds.model import Feed, NotAFeed
from parsers.formats.feed import read_feed
from parsers.sniff import FEED, HTML, TEXT, sniff
from tests.parsers.formats.test_samples import documents

STORY = "The weir at Ambleford is to be raised by a hand's breadth, the river trust said on Friday, so that salmon can pass in dry years."
ITEM = f"<item><title>Weir to be raised</title><link>https://amble.example/1</link><pubDate>Fri, 7 Jun 2024 08:00:00 GMT</pubDate><description>{STORY}</description></item>"
RSS = f'<?xml version="1.0"?><rss version="2.0"><channel><title>Amble Echo</title><link>https://amble.example/</link>{ITEM}</channel></rss>'
ENTRY = f'<entry><title>Weir to be raised</title><id>1</id><link href="https://amble.example/1"/><updated>2024-06-07T08:00:00Z</updated><content>{STORY}</content></entry>'
ATOM = f'<feed xmlns="http://www.w3.org/2005/Atom"><title>Amble Echo</title>{ENTRY}</feed>'


@pytest.mark.parametrize(
    "text",
    [
        RSS,
        f"<!doctype html><html><head><title>feed</title></head><body>{RSS}</body></html>",
        f"<html><body><pre>{html.escape(RSS)}</pre></body></html>",
        f"<br />\n<b>Warning</b>: Undefined variable $x in <b>/srv/feed.php</b> on line 3<br />\n{RSS}",
        f"Notice: cache is cold\n{ATOM}",
        f'<html><body><div id="source">{ATOM}</div><div class="pretty">This XML file has no style information.</div></body></html>',
        ITEM,
        ENTRY.replace("<entry>", '<entry xmlns="http://www.w3.org/2005/Atom">'),
        RSS.replace("<", "<r:").replace("<r:/", "</r:").replace("<r:?", "<?"),
        ATOM.replace("<", "<atom:").replace("<atom:/", "</atom:").replace(" xmlns=", " xmlns:atom="),
    ],
)
@pytest.mark.parametrize("name", ["feed.xml", "index.html", "download"])
def test_a_feed_in_something_else_is_read(text: str, name: str) -> None:
    """Whatever a server or a browser put around a feed, its entries come out, and the page is no article."""
    assert sniff(text.encode(), None, name) == FEED
    articles, refused = documents(name, text.encode())
    assert [(a.headline, a.article_body, a.url) for a in articles] == [
        ("Weir to be raised", STORY, "https://amble.example/1")
    ]
    assert refused == 0


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (f"<html><body><article><h1>How feeds work</h1><p>{STORY}</p><p>{STORY * 6}</p><pre>{html.escape(RSS)}</pre></article></body></html>", HTML),
        (f"<html><head><script>var empty = '<rss version=\"2.0\"></rss>';</script></head><body><p>{STORY}</p></body></html>", HTML),
        (f"{STORY}\n\nWrite <rss> where the feed begins.", TEXT),
        (f"<html><body><p>{STORY * 6}</p><code>{RSS}</code></body></html>", HTML),
    ],
)  # fmt: skip
def test_an_article_about_feeds_is_no_feed(text: str, kind: str) -> None:
    """A feed that is quoted in an article, or is in a script, makes no feed of the page."""
    assert sniff(text.encode(), None, "page.html" if kind == HTML else "page.txt") == kind


@pytest.mark.parametrize(
    ("content", "right"),
    [
        (f'type="application/octet-stream">{base64.b64encode(STORY.encode()).decode()}', STORY),
        (f'type="application/octet-stream">\n{base64.encodebytes(f"<p>{STORY}</p>".encode()).decode()}', f"<p>{STORY}</p>"),
        (f'type="application/x-something">{base64.b64encode(bytes(range(200))).decode()}', ""),
        (f'type="image/png">{base64.b64encode(STORY.encode()).decode()}', ""),
        (f'type="application/pdf">{STORY}', ""),
    ],
)  # fmt: skip
def test_text_that_is_packed_in_base64_is_unpacked(content: str, right: str) -> None:
    """Content of a type that is no text is in base64 (RFC 4287): text in it is the entry's, anything else is not."""
    feed = read_feed(ATOM.replace(f"<content>{STORY}", f"<content {content}").encode())
    assert isinstance(feed, Feed)
    assert feed.entries[0].content == right


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (RSS.replace("item>", "story>"), "story"),
        ('<feed xmlns="https://x.example/ns">' + ENTRY.replace("entry>", "post>") + "</feed>", "post"),
        (RSS.replace("item>", "newsItem>").replace("<channel>", "").replace("</channel>", ""), "newsItem"),
    ],
)
def test_entries_of_a_name_of_their_own_are_no_empty_feed(text: str, name: str) -> None:
    """A feed whose entries no reader knows says so: an empty feed would look healthy for ever."""
    feed = read_feed(text.encode())
    assert isinstance(feed, NotAFeed)
    assert name in feed.detail or feed.kind == "xml"


def test_relations_may_bear_the_address_of_their_registry() -> None:
    """`rel` is a registered name or the address of the registry with it (RFC 4287): both mean the same link."""
    registry = "http://www.iana.org/assignments/relation/"
    links = "".join(
        f'<link rel="{registry}{rel}" href="https://amble.example/{rel}"/>'
        for rel in ("self", "prev-archive", "current", "hub")
    )
    entry = ENTRY.replace(
        "<link ",
        f'<link rel="{registry}enclosure" href="https://amble.example/a.mp3"/><link rel="{registry}alternate" ',
    )
    feed = read_feed(ATOM.replace(ENTRY, links + entry).encode())
    assert isinstance(feed, Feed)
    assert (feed.self_link, feed.prev_archive, feed.current_link) == tuple(
        f"https://amble.example/{rel}" for rel in ("self", "prev-archive", "current")
    )
    assert feed.hubs == ("https://amble.example/hub",)
    assert feed.entries[0].link == "https://amble.example/1"


def test_a_feed_that_is_empty_is_empty() -> None:
    """A channel with a picture and a search field and no entries is a healthy feed."""
    about = "<image><title>Echo</title><url>https://amble.example/i.png</url><link>https://amble.example/</link></image><textInput><title>Search</title><link>https://amble.example/s</link><description>Find</description></textInput>"
    feed = read_feed(RSS.replace(ITEM, about).encode())
    assert isinstance(feed, Feed)
    assert feed.entries == ()


def test_looking_for_a_feed_takes_time_as_the_text_is_long() -> None:
    """Heads made to be slow are looked at in a moment: empty titles, open scripts, half tags, entities."""
    heads = ["<title></title>" * 900, "<script>" * 1500, "<item><title>" * 900, "<item>" + "<title>x</title>\n" * 700, "<a:" * 4000, "&lt;" * 3000, "<!-- " * 2500]  # fmt: skip
    begun = time.process_time()
    for head in heads:
        sniff(head.encode(), None, "x.html")
    assert time.process_time() - begun < 1.5
