"""What a feed said: the records between feed bytes and the documents that its entries become.

What the feed *said* (`FeedEntry`, strings as printed) is another type than what the desk *holds* (`Article`): dates
stay as printed here, because the zone "AST" means different hours in Halifax and in Riyadh and only the outlet tells.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from parsers.record import Record

TextKind = Literal["html", "text"]

FeedFormat = Literal["rss", "rdf", "atom", "json", "sitemap"]

NotAFeedKind = Literal["empty", "html", "sitemap", "opml", "json", "xml", "entities", "text", "binary"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Enclosure(Record):
    """Sound, video or a transcript that an entry comes with; `duration` as printed, `byte_length` as the feed says."""

    url: str
    media_type: str | None = None
    byte_length: int | None = None
    duration: str | None = None
    transcript: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedEntry(Record):
    """One entry as the feed gave it.

    `title` is plain text; `content` (the full text, when the feed carries one) and `summary` are in their own kinds;
    `published` and `updated` are as printed; `link` is absolute (http or https) or None; `guid` is as printed.
    `enclosures` are no part of the entry's bytes: their addresses change while the entry stays the same.
    """

    guid: str | None = None
    link: str | None = None
    title: str = ""
    content: str = ""
    content_kind: TextKind = "html"
    summary: str = ""
    summary_kind: TextKind = "html"
    authors: tuple[str, ...] = ()
    published: str | None = None
    updated: str | None = None
    language: str | None = None
    categories: tuple[str, ...] = ()
    source_title: str | None = None
    source_link: str | None = None
    enclosures: tuple[Enclosure, ...] = ()

    @property
    def text(self) -> str:
        """The fullest text that the feed carries: content, else summary."""
        return self.content or self.summary


@dataclass(frozen=True, slots=True, kw_only=True)
class Feed(Record):
    """A feed as read. `well_formed` is False when only the forgiving reader could read it.

    `ttl` is in minutes as the publisher asked; `dropped` counts entries that were left out, by reason;
    `charset` is the one that the bytes turned out to be in. `hubs` announce news of it (W3C WebSub). `next_link`,
    `prev_archive` and `current_link` lead to its other documents (RFC 5005).
    """

    format: FeedFormat
    charset: str
    well_formed: bool = True
    title: str = ""
    link: str | None = None
    self_link: str | None = None
    next_link: str | None = None
    prev_archive: str | None = None
    current_link: str | None = None
    hubs: tuple[str, ...] = ()
    language: str | None = None
    publisher: str | None = None
    ttl: int | None = None
    entries: tuple[FeedEntry, ...] = ()
    dropped: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed(Record):
    """A sitemap named in a list of sitemaps; `lastmod` as printed."""

    url: str
    lastmod: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class NotAFeed:
    """The bytes are no feed: what they are instead, and a sentence for the person who subscribed to it.

    `sitemaps` are those of a list of sitemaps.
    """

    kind: NotAFeedKind
    detail: str
    sitemaps: tuple[Listed, ...] = ()
