"""One feed body read to the end: parsed, its entries recognised, its pace measured. Made to run in a worker process."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import datetime

from parsers.feeds.cadence import instants, usual_gap
from parsers.feeds.identity import SeenEntry, Sighting, identify
from parsers.feeds.model import Feed, FeedEntry, NotAFeed
from parsers.formats import unspaced

ENOUGH_WORDS = 150
"""Words of a feed's text that pass for a whole article when nothing says that it goes on."""

GOES_ON = re.compile(
    r"(?:\[?(?:…|\.\.\.|&hellip;|&#8230;)\]?|\b(?:read more|read on|continue reading|full (?:story|article)|more\s*(?:»|›|>|→)|keep reading"
    r"|weiterlesen|lire la suite|leer más|devamı|ətraflı|davamı|подробнее|читать далее|read the full)\b.{0,60}"
    r"|(?:阅读全文|閱讀全文|查看全文|阅读更多|閱讀更多|继续阅读|繼續閱讀|続きを読む|記事全文|もっと読む|더 ?보기|계속 읽기|전문 ?보기|อ่านต่อ|อ่านเพิ่มเติม|ອ່ານຕໍ່|អានបន្ត|ဆက်ဖတ်ရန်)[^。]{0,20})\W{0,5}$",
    re.IGNORECASE | re.DOTALL,
)
"""Ends of summaries, in the languages of the region's feeds and the usual ones of publishing systems."""

_TAG = re.compile(r"<[^<>]{0,2000}>")


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedReading:
    """A feed (its entries moved into `sightings`), and its pace: newest entry, median seconds between entries."""

    feed: Feed
    sightings: tuple[Sighting, ...]
    total: int
    newest_at: datetime | None
    usual_gap: float | None


def read_body(
    payload: bytes, url: str, charset: str | None, feed_id: str, seen: tuple[SeenEntry, ...], now: datetime
) -> FeedReading | NotAFeed:
    """Read a feed's bytes and compare its entries with those seen before."""
    from parsers.formats.feed import read_feed  # late: workers read feeds, and who waits for them has no parsers
    from parsers.formats.json_feed import looks_like_json, read_json_feed

    feed = (read_json_feed if looks_like_json(payload) else read_feed)(payload, url=url, charset=charset)
    if isinstance(feed, NotAFeed):
        return feed
    entries = tuple(e for e in feed.entries if e.title or e.text)
    dates = instants(entries, now)
    return FeedReading(
        feed=replace(feed, entries=(), dropped=_dropped(feed, len(feed.entries) - len(entries))),
        sightings=identify(feed_id, entries, seen),
        total=len(entries),
        newest_at=dates[0] if dates else None,
        usual_gap=usual_gap(dates),
    )


def _dropped(feed: Feed, empty: int) -> tuple[tuple[str, int], ...]:
    return (*feed.dropped, ("empty_entry", empty)) if empty else feed.dropped


def wants_page(entry: FeedEntry, full_text: str) -> bool:
    """Whether the entry's page is to be fetched: when it carries only a summary (`auto`), always, or never."""
    if not entry.link or full_text == "never":
        return False
    if full_text == "always":
        return True
    text = _TAG.sub(" ", entry.text).strip()
    if GOES_ON.search(text[-120:]):
        return True
    return not entry.content and unspaced.words(text) < ENOUGH_WORDS
