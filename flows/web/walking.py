"""The other documents of a feed, asked in one poll: pages and archives, one after the other, and sitemaps of its list.

Which ones is decided in `parsers.feeds.parts`. They are asked like pages of entries: robots.txt first, at the host's pace,
within bounds on number and bytes. What is left is remembered and goes on at the next poll.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, replace

from flows.clock import now
from flows.run.sandbox import Crashed, Sandbox
from flows.web.addresses import Own
from flows.web.decoding import unzipped
from flows.web.fetch import Answered, Reader
from flows.web.pages import LATER, Robots
from parsers.errors import FetchError
from parsers.feeds.identity import SeenEntry
from parsers.feeds.links import host_of
from parsers.feeds.model import Listed, NotAFeed
from parsers.feeds.parts import NO_NEWS, Part, failed, listed, page_after, to_ask
from parsers.feeds.reading import FeedReading, read_body

FINAL = (401, 403, 404, 410)
"""Statuses after which a document is not asked for again."""

WAITING = "waiting: pages of its entries are still to come"


@dataclass(frozen=True, slots=True, kw_only=True)
class Walking:
    """Bounds of one feed in one poll: pages, sitemaps, and decoded bytes of them all."""

    pages: int = 10
    sitemaps: int = 5
    bytes: int = 30 * 1024 * 1024


class Walk:
    """The other documents of one feed in one poll. `readings` are those that were read, with their parts."""

    def __init__(
        self, feed_id: str, parts: Sequence[Part], known: Sequence[SeenEntry], reader: Reader, robots: Robots,
        sandbox: Sandbox, own: Own | None, bounds: Walking,
    ) -> None:  # fmt: skip
        self._feed_id, self._known, self._own, self._bounds = feed_id, list(known), own, bounds
        self._reader, self._robots, self._sandbox = reader, robots, sandbox
        self._parts = {p.url: p for p in parts}
        self._left = bounds.bytes
        self.readings: list[tuple[Part, FeedReading]] = []
        self.hold: tuple[str, float] | None = None

    @property
    def parts(self) -> tuple[Part, ...]:
        """All documents as they are now."""
        return tuple(self._parts.values())

    def met(self, reading: FeedReading) -> None:
        """Take note of entries, so that those of later documents are compared with them, too."""
        self._known += [s.keys for s in reading.sightings if s.standing == "new"]

    def begin(self, reading: FeedReading, urls: Sequence[str]) -> None:
        """Start a new walk at the page that the feed itself leads to."""
        self._parts = {p.url: p for p in self.parts if p.kind != "page"}
        self._parts |= {u: Part(url=u, kind="page", state="read") for u in urls}
        self._then(page_after(reading.feed, self.parts, map(host_of, urls)))

    async def pages(self) -> None:
        """Go from page to page until the end, the bounds, or a page on which nothing is new."""
        for _ in range(self._bounds.pages):
            part = next((p for p in self.parts if p.kind == "page" and p.state == "wanted"), None)
            reading = await self._ask(part) if part and self._left > 0 else None
            if part is None or reading is None:
                return
            self._keep(replace(part, state="read", asked_at=now(), entries=reading.total, reason=None), reading)
            if part.reason != WAITING and all(s.standing != "new" for s in reading.sightings):
                return
            self._then(page_after(reading.feed, self.parts, (host_of(part.url),)))

    async def sitemaps(self, found: Sequence[Listed] | None) -> None:
        """Ask the sitemaps that changed; `found` is the list as it is now, None when it did not change."""
        if found is not None:
            self._parts = {p.url: p for p in listed(self.parts, found, now())}
        for part in to_ask(self.parts, self._bounds.sitemaps):
            reading = await self._ask(part) if self._left > 0 else None
            if reading is not None:
                self._keep(replace(self._parts[part.url], entries=reading.total), reading)

    def waiting(self, part: Part) -> None:
        """Read a document again at the next poll: pages of its entries are still to come."""
        again = replace(self._parts[part.url], state="wanted", etag=None, last_modified=None, body_hash=None)
        self._parts[part.url] = replace(again, reason=WAITING)

    def _then(self, part: Part | None) -> None:
        if part is not None:
            self._parts[part.url] = part

    def _keep(self, part: Part, reading: FeedReading) -> None:
        self._parts[part.url] = part
        self.readings.append((part, reading))
        self.met(reading)

    async def _ask(self, part: Part) -> FeedReading | None:
        """One document, read; None when there is nothing new in it, or it cannot be had (then its part says why)."""
        refused, delay = await self._robots.verdict(part.url, self._own)
        if refused:
            return self._failed(part, refused, final=not refused.startswith(LATER))
        limit = min(self._left, self._reader.limits.body)
        try:
            answered = await self._reader.get(
                part.url, etag=part.etag, last_modified=part.last_modified, delay=delay, limit=limit, own=self._own
            )
            body = unzipped(answered.body, answered.url, limit) if answered.status == 200 else b""
        except FetchError as error:
            return self._failed(part, error.reason)
        self._left -= len(body)
        if answered.status not in (200, 304):
            return self._answered_badly(part, answered)
        body_hash = hashlib.sha256(body).hexdigest() if body else part.body_hash
        asked = replace(part, state="read", attempts=0, asked_at=now(), body_hash=body_hash, reason=None)
        self._parts[part.url] = replace(
            asked, etag=answered.etag or part.etag, last_modified=answered.last_modified or part.last_modified
        )
        if answered.status == 304 or body_hash == part.body_hash:
            return None
        return await self._read(self._parts[part.url], body, answered)

    async def _read(self, part: Part, body: bytes, answered: Answered) -> FeedReading | None:
        try:
            known = tuple(self._known)
            reading = await self._sandbox.run(
                read_body, body, answered.url, answered.charset, self._feed_id, known, now()
            )
        except Crashed as error:
            return self._failed(part, f"broken: it cannot be read safely, {error}", final=True)
        if not isinstance(reading, NotAFeed):
            return reading
        if part.kind == "sitemap":
            self._parts[part.url] = replace(part, state="left", entries=0, reason=NO_NEWS)
            return None
        return self._failed(part, f"no_feed: {reading.detail}", final=True)

    def _answered_badly(self, part: Part, answered: Answered) -> FeedReading | None:
        if answered.retry_after:
            self.hold = (host_of(part.url), answered.retry_after)
        reason = f"refused: the server answers with status {answered.status}"
        return self._failed(part, reason, final=answered.status in FINAL)

    def _failed(self, part: Part, reason: str, *, final: bool = False) -> FeedReading | None:
        """Note why; nothing was read."""
        self._parts[part.url] = failed(part, reason, now(), final=final)
        return None
