"""The documents of a feed beside its own address: pages and archives (RFC 5005), and the sitemaps of a list of them.

Which of them are asked in a poll is decided here, and nothing is done. A walk through pages goes from one to the next
(`prev-archive`, else `next`), on a first poll and when entries may have been missed. Of a list, only sitemaps that
hold news are asked again, and only when the list says that they changed, or says nothing.
https://www.rfc-editor.org/rfc/rfc5005, https://www.sitemaps.org/protocol.html
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Literal

from parsers.feeds.links import host_of
from parsers.feeds.model import Feed, Listed
from parsers.feeds.schedule import FeedState, Policy
from parsers.fields.dates import parse_date

PartKind = Literal["page", "sitemap"]

PartState = Literal["wanted", "read", "left", "failed"]

MOST_PAGES = 100
"""Pages of one walk."""

ATTEMPTS = 5
"""Polls after which a document that never comes is given up."""

PROBED = 10
"""Sitemaps that are looked into for news before a list is judged to have none."""

RECENT = timedelta(days=3)
"""News sitemaps hold two days (https://developers.google.com/search/docs/crawling-indexing/sitemaps/news-sitemap)."""

AGAIN = timedelta(days=30)
"""After so long a sitemap without news is looked into again when it changed."""

NO_NEWS = "no_news: it has no titles of news"
OLD = "old: it did not change in the last days"
OTHERS = "others: the list names sitemaps of news, and this is none of them"


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A document of a feed. `lastmod` is what the list said of it when it was last read, or will be read for.

    `state`: wanted (to be asked), read, left (nothing new is expected there: `reason`), failed (given up: `reason`).
    """

    url: str
    kind: PartKind
    state: PartState = "wanted"
    lastmod: str | None = None
    etag: str | None = None
    last_modified: str | None = None
    body_hash: str | None = None
    entries: int = 0
    attempts: int = 0
    asked_at: datetime | None = None
    reason: str | None = None


def page_after(feed: Feed, parts: Sequence[Part], hosts: Iterable[str]) -> Part | None:
    """The page that a document of a feed leads to; None at the end, in a circle, at another host, or after many pages.

    Behind the last archive comes the `current` document: of a feed that is one of its archives, the new entries are there.
    """
    own = set(hosts)
    walked = {p.url for p in parts if p.kind == "page"}
    leads = (url for url in (feed.prev_archive or feed.next_link, feed.current_link) if url and url not in walked)
    url = next((u for u in leads if host_of(u) in own), None)
    return Part(url=url, kind="page") if url and len(walked) < MOST_PAGES else None


def listed(known: Sequence[Part], found: Sequence[Listed], now: datetime) -> tuple[Part, ...]:
    """The sitemaps of a list, with what is remembered of each; those that changed are wanted."""
    memory = {p.url: p for p in known if p.kind == "sitemap"}
    named = any(_names_news(s.url) for s in found)
    return tuple(_listed(memory.get(s.url), s, named, now) for s in found)


def _listed(before: Part | None, said: Listed, named: bool, now: datetime) -> Part:
    if before is None:
        return _first(said, named, now)
    if said.lastmod == before.lastmod or (before.reason == OTHERS and named):
        return before
    changed = replace(before, lastmod=said.lastmod, attempts=0)
    quiet = before.reason == NO_NEWS and before.asked_at is not None and now - before.asked_at < AGAIN
    return changed if quiet else replace(changed, state="wanted", reason=None)


def _first(said: Listed, named: bool, now: datetime) -> Part:
    part = Part(url=said.url, kind="sitemap", lastmod=said.lastmod)
    if named and not _names_news(said.url):
        return replace(part, state="left", reason=OTHERS)
    moment = parse_date(said.lastmod) if said.lastmod else None
    if moment and moment.datetime < now - RECENT:
        return replace(part, state="left", reason=OLD)
    return part


def to_ask(parts: Sequence[Part], most: int) -> tuple[Part, ...]:
    """The sitemaps to ask in a poll: those wanted, then those with news of which the list says no time of change.

    Those asked longest ago come first; while none had news, no more than PROBED are asked in all.
    """
    sitemaps = [p for p in parts if p.kind == "sitemap"]
    asked = [p for p in sitemaps if p.asked_at]
    if asked and not any(p.entries for p in asked):
        most = min(most, max(0, PROBED - len(asked)))
    wanted = sorted((p for p in sitemaps if p.state == "wanted"), key=lambda p: p.lastmod or "", reverse=True)
    timeless = [p for p in sitemaps if p.state == "read" and not p.lastmod]
    order = sorted((*wanted, *timeless), key=lambda p: p.asked_at.timestamp() if p.asked_at else 0.0)
    return tuple(order[:most])


def barren(parts: Sequence[Part]) -> str | None:
    """Why a list is no feed: enough of its sitemaps were read, and none has news. None when that is not known."""
    if any(p.entries for p in parts) or to_ask(parts, 1):
        return None
    if not parts:
        return "the address answers with an empty list of sitemaps"
    read = sum(1 for p in parts if p.asked_at)
    return f"the address answers with a list of {len(parts):,} sitemaps; none of the {read:,} that were read has titles of news"


def goes_on(state: FeedState, parts: Sequence[Part], at: datetime, policy: Policy) -> FeedState:
    """The state with an early next poll when documents of the feed are still to be asked for the first time."""
    soon = at + timedelta(seconds=policy.floor)
    left = any(p.state == "wanted" and not p.attempts for p in parts)
    early = left and not state.failures and state.next_poll_at is not None and state.next_poll_at > soon
    return replace(state, next_poll_at=soon) if early else state


def failed(part: Part, reason: str, now: datetime, *, final: bool = False) -> Part:
    """The part after an attempt that failed."""
    attempts = part.attempts + 1
    state: PartState = "failed" if final or attempts >= ATTEMPTS else "wanted"
    return replace(part, state=state, attempts=attempts, asked_at=now, reason=reason)


def _names_news(url: str) -> bool:
    return "news" in url.lower().rpartition("//")[2].partition("/")[2]
