"""News sitemaps as feeds: each address with its title, day and keywords (https://www.google.com/schemas/sitemap-news/0.9).

They hold no text, so that the pages are fetched like those of a feed with titles only. A sitemap without news in it,
and a list of sitemaps, are no feeds: the answer names the sitemaps to subscribe to.
"""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from parsers.feeds.links import absolute
from parsers.feeds.model import Feed, FeedEntry, Listed, NotAFeed

ROOTS = ("urlset", "sitemapindex")

MOST_LISTED = 5_000
"""Sitemaps read of one list (the protocol allows 50,000)."""

MOST_NAMED = 3
"""Addresses of sitemaps that an answer names."""

_NO_NEWS = (
    "the address answers with a sitemap that has no titles of news: subscribe to the site's feed or its news sitemap"
)


def read(root: etree._Element, url: str | None, charset: str, most: int) -> Feed | NotAFeed:
    """The feed in a sitemap's tree; at most `most` entries are read, the rest is counted in `Feed.dropped`."""
    if _name(root) == "sitemapindex":
        listed = _sitemaps(root, url)
        return NotAFeed(kind="sitemap", detail=_listed([s.url for s in listed]), sitemaps=listed)
    items = [child for child in root if _name(child) == "url" and _news(child) is not None]
    if not items:
        return NotAFeed(kind="sitemap", detail=_NO_NEWS)
    named = _publication(items[0])
    return Feed(
        format="sitemap",
        charset=charset,
        title=_text(named, "name"),
        self_link=url,
        language=_text(named, "language") or None,
        publisher=_text(named, "name") or None,
        entries=tuple(_entry(item, url) for item in items[:most]),
        dropped=(("too_many_entries", len(items) - most),) if len(items) > most else (),
    )


def _sitemaps(root: etree._Element, url: str | None) -> tuple[Listed, ...]:
    """The sitemaps of a list, each once."""
    found: dict[str, Listed] = {}
    for child in root:
        place = absolute(_text(child, "loc"), url) if _name(child) == "sitemap" and len(found) < MOST_LISTED else None
        if place:
            found.setdefault(place, Listed(url=place, lastmod=_text(child, "lastmod")[:40] or None))
    return tuple(found.values())


def _listed(addresses: list[str]) -> str:
    news = [a for a in addresses if "news" in a.lower()] or addresses
    detail = "the address answers with a list of sitemaps"
    return (
        f"{detail}: subscribe to one of them ({', '.join(news[:MOST_NAMED])})" if news else f"{detail}, and it is empty"
    )


def _entry(item: etree._Element, url: str | None) -> FeedEntry:
    news, place = _news(item), _text(item, "loc")
    link = absolute(place, url) if place else None
    keywords = _text(news, "keywords").split(",")
    return FeedEntry(
        guid=place or None,
        link=link,
        title=_text(news, "title"),
        published=_text(news, "publication_date") or None,
        updated=_text(item, "lastmod") or None,
        language=_text(_publication(item), "language") or None,
        categories=tuple(dict.fromkeys(k for word in keywords if (k := word.strip()))),
    )


def _publication(item: etree._Element) -> etree._Element | None:
    return _child(_news(item), "publication")


def _news(item: etree._Element) -> etree._Element | None:
    """What is said of the news behind an address; None where there is no title."""
    news = _child(item, "news")
    return news if _text(news, "title") else None


def _children(element: etree._Element | None) -> Iterator[etree._Element]:
    yield from element if element is not None else ()


def _child(element: etree._Element | None, name: str) -> etree._Element | None:
    return next((c for c in _children(element) if _name(c) == name), None)


def _text(element: etree._Element | None, name: str) -> str:
    child = _child(element, name)
    return " ".join("".join(map(str, child.itertext())).split()) if child is not None else ""


def _name(element: etree._Element) -> str:
    return element.tag.rpartition("}")[2].lower() if isinstance(element.tag, str) else ""
