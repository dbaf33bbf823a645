"""The feeds of a site from one of its pages: what it declares, what it links to, and where sites usually keep them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import unescape
from urllib.parse import urljoin, urlsplit

from parsers.feeds.links import absolute, home
from parsers.feeds.text import plain

FEED_TYPES = (
    "application/rss+xml",
    "application/atom+xml",
    "application/feed+json",
    "application/rdf+xml",
    "application/xml",
    "text/xml",
)
"""Types under which pages declare feeds (`<link rel="alternate" type=…>`), and two that are used for them wrongly."""

USUAL = (
    "/feed",
    "/rss",
    "/rss.xml",
    "/feed.xml",
    "/atom.xml",
    "/index.xml",
    "/feed.json",
    "/?feed=rss2",
    "/rss/news",
    "/feeds/posts/default",
)
"""Where the common publishing systems serve their feed (WordPress, Ghost, Hugo, Jekyll, Blogger, Drupal)."""

MOST = 20
"""Candidates named at most."""

_BASE = re.compile(r"<base\b[^>]{0,500}?href\s*=\s*[\"']?([^\"'\s>]{1,2000})", re.IGNORECASE)
_TAG = re.compile(r"<(link|a)\b([^<>]{0,3000})>", re.IGNORECASE)
_ATTRIBUTE = re.compile(r"([a-zA-Z-]{1,30})\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+))")
_FEEDISH = re.compile(r"(?:^|[/._=-])(?:rss|feeds?|atom)(?:[/._=?-]|\d?$)|\.rdf$", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """An address that may be a feed: `how` is declared, linked or usual (best first)."""

    url: str
    title: str = ""
    how: str = "declared"


def candidates(page: str, url: str) -> tuple[Candidate, ...]:
    """The addresses worth trying for the feed of the page's site, best first; none is fetched here."""
    based = _BASE.search(page)
    base = urljoin(url, unescape(based[1])) if based else url
    found: dict[str, Candidate] = {}
    tags = [(m[1].lower(), _attributes(m[2])) for m in _TAG.finditer(page)]
    declared = [
        a for tag, a in tags if tag == "link" and "alternate" in a.get("rel", "").lower().split() and _is_feed_type(a)
    ]
    # comment feeds of single articles are declared beside the site's feed
    declared.sort(key=lambda a: "comment" in (a.get("title", "") + a.get("href", "")).lower())
    linked = [a for tag, a in tags if tag == "a" and _FEEDISH.search(_path(a.get("href", "")))]
    for how, group in (("declared", declared), ("linked", linked)):
        for attributes in group:
            if address := absolute(attributes.get("href"), base):
                found.setdefault(address, Candidate(url=address, title=plain(attributes.get("title", "")), how=how))
    for path in USUAL:
        address = urljoin(home(url), path)
        found.setdefault(address, Candidate(url=address, how="usual"))
    return tuple(found.values())[:MOST]


def _path(address: str) -> str:
    try:
        return urlsplit(address).path
    except ValueError:  # a bracket in the host that is no IPv6 address
        return ""


def _attributes(text: str) -> dict[str, str]:
    return {m[1].lower(): unescape(m[2] or m[3] or m[4] or "") for m in _ATTRIBUTE.finditer(text)}


def _is_feed_type(attributes: dict[str, str]) -> bool:
    return attributes.get("type", "").lower().split(";")[0].strip() in FEED_TYPES
