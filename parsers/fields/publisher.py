"""Whose text it is, and who passed it on: what the text says of itself goes before what the page says."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache
from unicodedata import combining, normalize

from parsers.fields.outlets import Directory, host_of, name_key
from parsers.model import Statement

FIELDS = ("publisher", "republisher", "issuer")
"""What is said of whose text it is, and of who put it out."""

TEXT_SOURCES = ("notice", "dateline", "credit", "note", "byline")
"""What the text itself says, the most telling first: the nearer to the text, the nearer to its origin."""

PAGE_SOURCES = ("json-ld", "opengraph", "meta", "feed", "html", "url")
"""What its surroundings say: who put this document out."""


_HOST = re.compile(r"[\w\-]+(?:\.[\w\-]+)*\.[a-z]{2,24}", re.I)
_SEPARATOR = re.compile(r"\s+[|»:·•–—-]\s+|:\s+")


SOFTWARE = {
    "blogger": "blogger.com", "blogspot": "blogspot.com", "wordpress": "wordpress.org wordpress.com", "wordpresscom": "wordpress.com", "medium": "medium.com", "wix": "wix.com", "wixcom": "wix.com",
    "tumblr": "tumblr.com", "squarespace": "squarespace.com", "ghost": "ghost.org", "substack": "substack.com", "weebly": "weebly.com", "joomla": "joomla.org", "drupal": "drupal.org", "typo3": "typo3.org",
    "webflow": "webflow.com", "typepad": "typepad.com", "livejournal": "livejournal.com", "jimdo": "jimdo.com", "hugo": "gohugo.io", "jekyll": "jekyllrb.com", "googlesites": "sites.google.com", "shopify": "shopify.com",
}  # fmt: skip
"""Comparable names of programs and services that pages are made with, and their makers' own sites. Source: their documentation."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Publishing:
    """Publisher and republisher by their own names; the republisher is None for an original."""

    publisher: str | None = None
    republisher: str | None = None


def resolve(statements: tuple[Statement, ...], url: str | None, book: Directory) -> Publishing:
    """The publisher is whose text it is; the republisher whoever else put it out, the document's own issuer first."""
    statements = tuple([_outlet_of(s, url) for s in statements if s.field in FIELDS and not _is_software(s, url)])
    own = _first(statements, "publisher", TEXT_SOURCES, book)
    issuer = _issuer(statements, url, book)
    publisher = own or issuer
    passed_on = (
        _first(statements, "republisher", ("notice",), book),
        issuer,
        _first(statements, "republisher", ("credit", "dateline", *PAGE_SOURCES), book),
    )
    republisher = next((name for name in passed_on if name and name != publisher), None)
    return Publishing(publisher=publisher, republisher=republisher)


def _is_software(said: Statement, url: str | None) -> bool:
    """Whether a page names the program that it is made with as its publisher; only the maker's own site is put out by it."""
    makers = SOFTWARE.get(name_key(said.value)) if said.source in PAGE_SOURCES else None
    return makers is not None and host_of(url) not in makers.split()


def _outlet_of(said: Statement, url: str | None) -> Statement:
    """`Varn Post | All that is new` as the part that the page's host is called by."""
    parts = _SEPARATOR.split(said.value) if said.source in PAGE_SOURCES else []
    hosts = set(host_of(url).split(".")[:-1]) if len(parts) > 1 else ()
    own = next((part for part in parts if name_key(part) in hosts), None) if hosts else None
    return replace(said, value=own) if own else said


def _issuer(statements: tuple[Statement, ...], url: str | None, book: Directory) -> str | None:
    """Who put the document out: its markup or feed, its host, or what a copy's number and reporter say."""
    if named := _first(statements, "publisher", PAGE_SOURCES, book):
        return named
    if outlet := book.at(url):
        return outlet.name
    return _first(statements, "issuer", ("credit", "byline"), book) or _imprint(statements, url, book)


def _imprint(statements: tuple[Statement, ...], url: str | None, book: Directory) -> str | None:
    """The outlet by a page's last lines or its title: a name that is known, that calls itself a paper, or that its host has too."""
    names = [s.value for s in statements if s.field == "issuer" and s.source == "html"]
    found = next((found for name in names if (found := book.plausible(name))), None)
    return found or next((book.name(name) for name in names if _is_of_host(name, url)), None)


HOST, LONGEST = 5, 40
"""Letters of the shortest name of a host that tells, and characters of the longest name that it is looked for in."""


def _is_of_host(name: str, url: str | None) -> bool:
    """Whether a name begins or ends with what its host is called: `Ultra Post Varn` at `ultrapost.example`."""
    key = name_key("".join(c for c in normalize("NFKD", name) if not combining(c)))
    labels = (label.replace("-", "") for label in host_of(url).split(".")[:-1])
    tails = ("", "com", "net", "org")
    return len(name) <= LONGEST and any(
        len(label) >= HOST and (key.startswith(label) or any(key.endswith(label + tail) for tail in tails))
        for label in labels
    )


def _first(statements: tuple[Statement, ...], field: str, sources: tuple[str, ...], book: Directory) -> str | None:
    said = [s for s in statements if s.field == field and s.source in sources]
    for source in sources if said else ():
        for statement in said:
            if statement.source == source and (name := _named(statement.value, book)):
                return name
    return None


@lru_cache(maxsize=256)
def _named(value: str, book: Directory) -> str | None:
    """The outlet's name; for an address its host's outlet, and nothing when the desk does not know that host."""
    if "://" in value:
        outlet = book.at(value)
        return outlet.name if outlet else None
    if known := book.named(value) or (book.at(f"https://{value}") if _HOST.fullmatch(value) else None):
        return known.name
    parts = _SEPARATOR.split(value)  # feeds and sites are titled "AzerNews - Latest news"
    inside = next((o.name for part in parts if (o := book.named(part))), None) if len(parts) > 1 else None
    return inside or book.name(value) or None
