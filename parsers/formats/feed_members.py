"""A feed that was dropped in as a file: its entries as documents, the same as if it had been polled."""

from __future__ import annotations

import hashlib

from parsers.feeds.identity import identify
from parsers.feeds.model import NotAFeed
from parsers.formats import entry
from parsers.formats.feed import read_feed
from parsers.formats.json_feed import looks_like_json, read_json_feed
from parsers.model import RawDocument, Statement
from parsers.sniff import ENTRY


def members(payload: bytes, uri: str) -> tuple[RawDocument, ...]:
    """The entries of a feed in a file, each with what the feed says about it; none when the bytes are no feed."""
    feed = (read_json_feed if looks_like_json(payload) else read_feed)(payload)
    if isinstance(feed, NotAFeed):
        return ()
    said = entry.of_feed(feed)
    name = feed.self_link or feed.link or uri
    sightings = identify(name, (e for e in feed.entries if e.title or e.text), ())
    return tuple(
        _document(entry.payload(s.entry), f"{uri}#{n}", said, s.keys.entry_key) for n, s in enumerate(sightings, 1)
    )


def _document(payload: bytes, uri: str, said: tuple[Statement, ...], key: str) -> RawDocument:
    return RawDocument(
        raw_document_id=hashlib.sha256(payload).hexdigest(),
        payload=payload,
        source_uri=uri,
        source_kind="feed_entry",
        media_type=ENTRY,
        charset="utf-8",
        statements=(*said, Statement(field="entry_key", value=key, source="feed")),
    )
