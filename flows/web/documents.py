"""Entries and pages of a poll as documents, with what their feed said of them, and what is remembered of entries."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace

from flows.clock import now
from flows.inbox.files import Numbers
from flows.web.fetch import Answered
from parsers.feeds.identity import Sighting
from parsers.feeds.links import host_of
from parsers.feeds.reading import FeedReading
from parsers.kept_out import FEED
from parsers.model import RawDocument, SourceKind, Statement
from parsers.sniff import ENTRY, HTML
from warehouse.filing.feeds import Due, Remembered
from warehouse.filing.ledger import Arriving


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A document that a poll found, before it has its number in the run."""

    raw: RawDocument
    feed_id: str
    entry_key: str


def entry_document(due: Due, reading: FeedReading, sighting: Sighting) -> Document:
    """An entry that speaks for itself."""
    from parsers.formats import entry as entries  # late: a desk that waits has no formats

    payload = entries.payload(sighting.entry)
    said = (
        *entries.of_enclosures(sighting.entry),
        *entries.of_feed(reading.feed, due.publisher, sighting.entry),
    )
    uri = sighting.entry.link or f"{due.state.url}#{sighting.keys.entry_key}"
    return _document(payload, uri, "feed_entry", ENTRY, "utf-8", said, due, sighting)


def page_document(
    due: Due, reading: FeedReading, sighting: Sighting, answer: Answered, media_type: str = HTML
) -> Document:
    """A page, or the pages of an article, with what the feed said about it."""
    from parsers.formats import entry as entries  # late: a desk that waits has no formats

    entry = sighting.entry  # where a link of another host led is the article's address: aggregators count who follows
    led = replace(entry, link=answer.url) if entry.link and host_of(entry.link) != host_of(answer.url) else entry
    said = (*entries.of_entry(led), *entries.of_feed(reading.feed, due.publisher, entry))
    return _document(answer.body, answer.url, "page", media_type, answer.charset, said, due, sighting)


def _document(
    payload: bytes,
    uri: str,
    kind: SourceKind,
    media_type: str,
    charset: str | None,
    said: tuple[Statement, ...],
    due: Due,
    sighting: Sighting,
) -> Document:
    key = Statement(field="entry_key", value=sighting.keys.entry_key, source="feed")
    feed = Statement(field=FEED, value=due.state.feed_id, source="feed")
    raw = RawDocument(
        raw_document_id=hashlib.sha256(payload).hexdigest(), payload=payload, source_uri=uri, source_kind=kind, media_type=media_type,
        charset=charset, statements=(*said, key, feed),
    )  # fmt: skip
    return Document(raw=raw, feed_id=due.state.feed_id, entry_key=sighting.keys.entry_key)


def arriving(document: Document, numbers: Numbers) -> Arriving:
    """A document as an arrival of the run."""
    return Arriving(
        arrival_id=numbers.take(), arrived_at=now(), source_uri=document.raw.source_uri, source_kind=document.raw.source_kind, raw=document.raw,
        feed_id=document.feed_id, entry_key=document.entry_key,
    )  # fmt: skip


def page_wanted(before: Remembered | None) -> bool:
    """Whether the page of a remembered entry is still to be fetched."""
    return before is not None and before.page_state == "wanted"


def carried_over(sighting: Sighting, before: Remembered | None) -> Remembered:
    """What to remember of an entry that is met again: its identity now, the state of its page as it was."""
    return replace(before, keys=sighting.keys) if before else Remembered(keys=sighting.keys)


def given_up(remembered: Remembered) -> Remembered:
    """An entry whose page is still wanted, and that is gone from the feed."""
    return replace(remembered, page_state="refused", page_reason="gone: the feed no longer carries the entry")
