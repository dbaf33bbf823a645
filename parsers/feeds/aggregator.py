"""Entries of feeds that gather those of others: whose they are, and their own line among the links to the same story."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import parse_qs, urlsplit

from parsers.feeds.links import host_of
from parsers.feeds.model import FeedEntry
from parsers.feeds.text import plain
from parsers.model import Statement

NAMES: dict[str, str] = {
    "news.google.": "Google News", "news.yahoo.": "Yahoo News", "www.msn.": "MSN", "www.bing.": "Bing News", "apple.news": "Apple News", "www.newsbreak.": "NewsBreak",
    "flipboard.": "Flipboard", "ground.news": "Ground News", "news.ycombinator.": "Hacker News", "www.reddit.": "Reddit", "old.reddit.": "Reddit", "feedly.": "Feedly",
}  # fmt: skip
"""Sites that gather, by the beginning of their hosts. Source: their own names for themselves."""

_ITEM = re.compile(
    r"<a\s[^<>]{0,2000}>(?P<title>.{1,1000}?)</a\s*>(?:\s|&nbsp;|&#160;|\xa0)*<font[^<>]{0,200}>(?P<outlet>[^<>]{1,200})</font\s*>",
    re.I | re.S,
)
_REST = re.compile(
    r"</?(?:ol|ul|li|p|div|br|strong|b)\b[^<>]{0,200}>|&nbsp;|<a\s[^<>]{0,2000}>[^<>]{0,200}</a\s*>|\s|\xa0", re.I
)


def line(entry: FeedEntry) -> str:
    """The entry's own line, where its text is nothing but links to reports and their outlets; empty for any other text.

    The first link is the entry's; those behind it lead to what other outlets have of the same event.
    """
    text = entry.text
    if "<font" not in text or not (own := _ITEM.search(text)):
        return ""
    return "" if _REST.sub("", _ITEM.sub("", text)) else plain(own["title"])


def direct(link: str | None) -> str | None:
    """The address that a link of Bing's names as its goal; any other link as it is."""
    if not link or "bing.com/news/apiclick" not in link:
        return link
    goal = next(iter(parse_qs(urlsplit(link).query).get("url", ())), "")
    return goal if goal.startswith(("http://", "https://")) else link


def origin(entry: FeedEntry) -> Iterator[Statement]:
    """Whose text it is by the entry's `source`, and the site that gathered it where its own feed has no other name."""
    if not entry.source_title:
        return
    yield Statement(field="publisher", value=entry.source_title, source="credit")
    host = host_of(entry.link or "")
    if host and entry.source_link and _site(host) != _site(host_of(entry.source_link)):
        name = next((name for start, name in NAMES.items() if host.startswith(start)), host.removeprefix("www."))
        yield Statement(field="republisher", value=name, source="feed")


def _site(host: str) -> str:
    """A host without what is before the name of its site."""
    return ".".join(host.split(".")[-2:])
