"""A feed that was dropped in as a file: its entries as documents, the same as if it had been polled."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator

from parsers.declared_entities import REMEDY
from parsers.errors import Rejected
from parsers.feeds.identity import identify, keys_of
from parsers.feeds.model import Feed, FeedEntry, NotAFeed
from parsers.formats import entry
from parsers.formats.feed import read_feed
from parsers.formats.json_feed import read_json_feed
from parsers.formats.look import Kind, Look
from parsers.formats.pieces import Fault, Inside, Limits, Part
from parsers.formats.source import Source
from parsers.model import RawDocument, Reason, Statement
from parsers.sniff import ENTRY, FEED, sniff

HAND_IN = "hand in a feed (RSS, Atom, JSON Feed) or the articles themselves"

ALL = 1_000_000
"""Entries of a feed that lies in a file."""


def _matches(look: Look) -> bool:
    return "<" in look.start[:400] and sniff(look.head, look.declared, look.name) == FEED


KINDS = (
    Kind(media_type=FEED, title="RSS, Atom, RDF (also WordPress export)", matches=_matches, holds="members", endings=(".xml", ".rss", ".atom", ".rdf"), library="lxml, feedparser"),
)  # fmt: skip


def parts(source: Source, look: Look, limits: Limits) -> Iterator[Inside]:
    """The entries of a feed. A feed that is cut off keeps the entries before the cut."""
    del look
    payload = source.rest(limits.document)
    if source.broken:
        end = max(payload.rfind(b"</item>") + 7, payload.rfind(b"</entry>") + 8)
        payload = payload[:end] if end > 8 else payload
    feed = read_feed(payload, most=ALL)
    if isinstance(feed, NotAFeed):
        if source.broken:
            return
        raise Rejected(feed.detail, Reason.UNSUPPORTED, REMEDY if feed.kind == "entities" else HAND_IN)
    yield from _entries(feed, source.name)


def of_json(payload: bytes, name: str) -> Iterator[Inside]:
    """The entries of a JSON Feed, also of one that does not say its version."""
    value = json.loads(payload)
    if "jsonfeed.org/version" not in str(value.get("version", "")):
        payload = json.dumps({**value, "version": "https://jsonfeed.org/version/1.1"}).encode()
    feed = read_json_feed(payload, most=ALL)
    if isinstance(feed, NotAFeed):
        raise Rejected(feed.detail, Reason.MALFORMED, "repair the feed")
    yield from _entries(feed, name)


def members(payload: bytes, uri: str) -> tuple[RawDocument, ...]:
    """The entries of a feed, each with what the feed says about it; none when the bytes are no feed."""
    source = Source.of_bytes(payload, uri)
    inside = (
        of_json(payload, uri)
        if payload.lstrip(b"\xef\xbb\xbf \r\n\t")[:1] == b"{"
        else parts(source, source.look(), Limits())
    )
    try:
        return tuple(_document(part, uri) for part in inside if isinstance(part, Part))
    except (Rejected, ValueError, AttributeError):
        return ()


def _document(part: Part, uri: str) -> RawDocument:
    return RawDocument(
        raw_document_id=hashlib.sha256(part.payload).hexdigest(),
        payload=part.payload,
        source_uri=f"{uri}#{part.ordinal}",
        source_kind=part.source_kind,
        media_type=part.media_type,
        charset=part.charset,
        statements=part.statements,
    )


def _entries(feed: Feed, uri: str) -> Iterator[Inside]:
    """Each entry of the feed, once for each time that it is in it: copies are for the desk to recognise."""
    if not feed.entries:
        raise Rejected(
            "a feed without entries", Reason.EMPTY, "nothing to do, unless its source should have had articles"
        )
    name = feed.self_link or feed.link or uri
    keys = {s.entry: s.keys.entry_key for s in identify(name, feed.entries, ())}
    for number, each in enumerate(feed.entries, 1):
        yield _part(number, each, entry.of_feed(feed, entry=each), keys.get(each) or keys_of(name, each).entry_key)
    for reason, count in feed.dropped:
        yield Fault(
            len(feed.entries) + 1, Reason.TOO_LARGE, f"{count:,} entries were not read ({reason})", "split the feed"
        )


def _part(number: int, each: FeedEntry, said: tuple[Statement, ...], key: str) -> Inside:
    payload = entry.payload(each)
    if not (each.title or each.text):
        return Fault(number, Reason.NO_TEXT, "an entry without title and text", "nothing to do", payload, ENTRY)
    return Part(
        ordinal=number,
        payload=payload,
        media_type=ENTRY,
        charset="utf-8",
        statements=(*said, *entry.of_enclosures(each), Statement(field="entry_key", value=key, source="feed")),
        source_kind="feed_entry",
        entry_key=key,
    )
