"""One feed polled, or read from what its hub pushed: asked, read, its pages fetched, and what to remember of it."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from flows.clock import now
from flows.run.sandbox import Crashed, Sandbox
from flows.web.addresses import Allowed, Own, is_local
from flows.web.asking import Asking
from flows.web.decoding import unzipped
from flows.web.documents import Document, carried_over, entry_document, given_up, page_document, page_wanted
from flows.web.fetch import Answered, Limits, Reader
from flows.web.pages import Readers, Robots, fetch_page
from flows.web.rediscovery import is_dead, look_for, moved
from flows.web.responses import counted, kind_of, of_answer
from flows.web.site_rules import SiteRules
from flows.web.walking import Walk, Walking
from parsers.errors import FetchError
from parsers.feeds.identity import Sighting
from parsers.feeds.links import host_of
from parsers.feeds.model import NotAFeed
from parsers.feeds.parts import Part, barren, goes_on
from parsers.feeds.reading import FeedReading, read_body, wants_page
from parsers.feeds.schedule import Answer, Policy, decide, overran, request, stable
from parsers.feeds.websub import offer
from parsers.formats import entry as entries
from warehouse.filing.feeds import Due, Move, Polled, Remembered

PAGE_ATTEMPTS = 5
"""Polls after which a page that never comes is given up; the entry itself is filed all along."""


Found = tuple[Part | None, Remembered, Document | None]
"""Where an entry was found (None: in the feed itself), what to remember of it, and its document."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Polling:
    """How to poll. `pages` bounds the pages fetched for one feed in one poll; `most` the feeds of one run.

    `pushed` are feeds whose hub pushes. `allowed` are private networks for feeds whose own address names such a place; `of_feeds` those of one feed each.
    `site_rules` are a person's own for pages; `asking` says how servers are asked; `paces` are seconds between the polls of single feeds, by id, `pace` those of all others.
    """

    policy: Policy = field(default_factory=Policy)
    limits: Limits = field(default_factory=Limits)
    allowed: Allowed = field(default_factory=Allowed)
    of_feeds: Mapping[str, Own] = field(default_factory=dict)
    paces: Mapping[str, float] = field(default_factory=dict)
    pace: float | None = None
    asking: Asking = field(default_factory=Asking)
    agent: str | None = None
    site_rules: SiteRules | None = None
    pushed: frozenset[str] = frozenset()
    most: int = 2_000
    pages: int = 30
    walking: Walking = field(default_factory=Walking)

    def policy_of(self, due: Due) -> Policy:
        """The policy for a feed: the person's own pace for it, else the one that adapts."""
        every = self.paces.get(due.state.feed_id, self.pace)
        return replace(self.policy, floor=every, ceiling=every) if every else self.policy

    def own(self, due: Due) -> Own | None:
        """The private networks that are open to a feed."""
        return self.own_of(due.state.feed_id, due.state.url)

    def own_of(self, feed_id: str, url: str) -> Own | None:
        """The private networks that are open to the feed at an address.

        A name that somebody can register gets none of `allowed`: its owner could let it mean any address tomorrow.
        """
        if feed_id in self.of_feeds:
            return self.of_feeds[feed_id]
        return Own.of(url, self.allowed) if self.allowed.networks and is_local(url) else None


class Asker:
    """Polls single feeds with what they share."""

    def __init__(
        self, reader: Reader, robots: Robots, sandbox: Sandbox, polling: Polling, holds: dict[str, datetime]
    ) -> None:
        self._reader, self._robots, self._sandbox, self._polling, self._holds = reader, robots, sandbox, polling, holds
        self._page_holds: dict[str, tuple[str, datetime]] = {}

    async def poll(self, due: Due, seen: tuple[Remembered, ...]) -> tuple[Polled, list[Document]] | None:
        """One feed, whatever happens to it; None while its host is to be left alone."""
        try:
            done = await self._poll(due, seen)
            return (await self._moved(due, done[0]), done[1]) if done else None
        except Exception as error:  # noqa: BLE001 - the border where a defect becomes the failure of one feed
            return self._finish(
                due, Answer(kind="broken", reason=f"reading it failed, {type(error).__name__}: {error}"), False
            ), []

    async def _moved(self, due: Due, poll: Polled) -> Polled:
        """The poll with the other address at which the feed is now: redirected there, or found again on its site."""
        if (to := poll.answer.redirects_to) and poll.answer.kind in ("read", "unchanged"):
            why = "the server redirects there permanently; it is taken over if it does so at the next poll, too"
            return replace(poll, move=Move(to_url=to, how="redirect", taken=False, reason=why))
        if poll.answer.moved_to and poll.state.url != due.state.url:
            why = "the server redirects there permanently, at two polls in a row"
            return replace(poll, move=Move(to_url=poll.state.url, how="redirect", taken=True, reason=why))
        if poll.pushed or not is_dead(due, poll.answer):
            return poll
        move = await look_for(due, self._reader, self._robots, self._sandbox, self._polling.own(due))
        if move is None:
            return poll
        if move.taken:
            return replace(
                poll,
                move=move,
                state=moved(poll.state, move),
                note=f"it is read from {move.to_url} from now on: {move.reason}",
            )
        hint = f"{poll.state.reason}; its site offers {move.to_url} ({move.reason}): `newsdesk feeds add` it if it is the same"
        return replace(poll, move=move, state=replace(poll.state, reason=hint))

    async def _poll(self, due: Due, seen: tuple[Remembered, ...]) -> tuple[Polled, list[Document]] | None:
        """One feed: asked, read, its pages fetched, and what to remember; None while its host is to be left alone."""
        # pages that are still wanted need their entries again, changed or not
        before = (
            replace(due.state, etag=None, last_modified=None, body_hash=None)
            if any(map(page_wanted, seen))
            else due.state
        )
        asked = request(before, now(), self._polling.policy)
        if due.pushed:
            return await self._pushed(due, seen)
        if self._is_held(asked.url):
            return None
        try:
            answered = await self._reader.get(
                asked.url, etag=asked.etag, last_modified=asked.last_modified, own=self._polling.own(due)
            )
        except FetchError as error:
            kind, _, reason = error.reason.partition(": ")
            return self._finish(due, Answer(kind=kind_of(kind), reason=reason or error.reason), asked.conditional), []
        answer = stable(of_answer(answered, before, asked.conditional), due.redirected_to)
        if answer.kind == "read" or (
            answer.kind == "unchanged" and any(p.asked_at or p.state == "wanted" for p in due.parts)
        ):
            return await self._read(due, answered, answer, seen)
        return self._finish(due, answer, asked.conditional, answered), []

    async def _read(
        self, due: Due, answered: Answered, answer: Answer, seen: tuple[Remembered, ...]
    ) -> tuple[Polled, list[Document]]:
        """The feed and its other documents read, when the feed changed; else only its other documents."""
        reading = await self._body(due, answered, seen) if answer.kind == "read" else None
        if isinstance(reading, Answer) or (isinstance(reading, NotAFeed) and not reading.sitemaps):
            kind, why = ("no_feed", reading.detail) if isinstance(reading, NotAFeed) else (reading.kind, reading.reason)
            return self._finish(due, replace(answer, kind=kind, reason=why), answer.conditional, answered), []
        walk = await self._walk(due, answered, answer, reading, seen)
        own = [(None, reading)] if isinstance(reading, FeedReading) else []
        found = await self._found(due, [*own, *walk.readings], seen)
        for part, remembered, _ in found:
            if part and remembered.page_state == "wanted":
                walk.waiting(part)
        return self._finished(due, answered, answer, walk, [r for _, r in (*own, *walk.readings)], found, seen)

    async def _body(
        self, due: Due, answered: Answered, seen: tuple[Remembered, ...]
    ) -> FeedReading | NotAFeed | Answer:
        """The feed's own document, read in a worker; an Answer that says why when it is broken."""
        known = tuple(r.keys for r in seen)
        try:
            body = unzipped(answered.body, answered.url, self._reader.limits.body)
            return await self._sandbox.run(
                read_body, body, answered.url, answered.charset, due.state.feed_id, known, now()
            )
        except FetchError as error:
            return Answer(kind="broken", reason=error.reason)
        except Crashed as error:
            return Answer(kind="broken", reason=f"the feed cannot be read safely, {error}")

    async def _pushed(self, due: Due, seen: tuple[Remembered, ...]) -> tuple[Polled, list[Document]]:
        """The documents that a hub pushed, the oldest first: each is read like the feed, and nothing is asked."""
        known, readings, troubles = list(seen), [], []
        for pushed in due.pushed:
            answered = Answered(url=due.state.url, status=200, body=pushed.body, charset=pushed.charset)
            reading = await self._body(due, answered, tuple(known))
            if isinstance(reading, FeedReading):
                readings.append(reading)
                known += [carried_over(s, None) for s in reading.sightings]
            else:
                troubles.append(reading.detail if isinstance(reading, NotAFeed) else reading.reason or "")
        found = await self._found(due, [(None, r) for r in readings], seen)
        answer = counted(Answer(kind="no_feed", reason="; ".join(troubles)[:500] or None), readings)
        met = {s.keys.entry_key: carried_over(s, None) for r in readings for s in r.sightings if s.standing != "seen"}
        met |= {remembered.keys.entry_key: remembered for _, remembered, _ in found}
        poll = Polled(
            state=due.state, answer=answer, asked=due.state.url, conditional=False, at=now(), entries=tuple(met.values()),
            bytes=sum(len(p.body) for p in due.pushed), pages=sum(r.page_state == "fetched" for _, r, _ in found),
            pushed=due.pushed,
        )  # fmt: skip
        return poll, [document for _, _, document in found if document]

    async def _walk(
        self, due: Due, answered: Answered, answer: Answer, reading: FeedReading | NotAFeed | None, seen: tuple[Remembered, ...]
    ) -> Walk:  # fmt: skip
        """The other documents of the feed, as far as this poll goes."""
        walk = Walk(
            due.state.feed_id, due.parts, [r.keys for r in seen], self._reader, self._robots, self._sandbox,
            self._polling.own(due), self._polling.walking,
        )  # fmt: skip
        if isinstance(reading, NotAFeed) or (reading is None and any(p.kind == "sitemap" for p in due.parts)):
            await walk.sitemaps(reading.sitemaps if reading else None)
            return walk
        if reading is not None:
            walk.met(reading)
            if due.state.last_success_at is None or overran(due.state, counted(answer, [reading])):
                walk.begin(reading, (due.state.url, answered.url))
        await walk.pages()
        return walk

    async def _found(
        self, due: Due, readings: Sequence[tuple[Part | None, FeedReading]], seen: tuple[Remembered, ...]
    ) -> list[Found]:
        """The documents of all that is new. A page of the feed's past adds entries, but its older words change none."""
        memory = {r.keys.entry_key: r for r in seen}
        wanted = [
            (part, reading, s)
            for part, reading in readings
            for s in reading.sightings
            if s.standing == "new"
            or (s.standing == "edited" and not (part and part.kind == "page"))
            or page_wanted(memory.get(s.keys.entry_key))
        ]
        found = await asyncio.gather(
            *(self._document(due, r, s, memory.get(s.keys.entry_key), n) for n, (_, r, s) in enumerate(wanted))
        )
        return [(part, *each) for (part, _, _), each in zip(wanted, found, strict=True)]

    def _finished(
        self, due: Due, answered: Answered, answer: Answer, walk: Walk, readings: Sequence[FeedReading], found: Sequence[Found],
        seen: tuple[Remembered, ...],
    ) -> tuple[Polled, list[Document]]:  # fmt: skip
        """What to remember of a poll that read something, and its documents."""
        memory = {r.keys.entry_key: r for r in seen}
        old = {id(r) for part, r in walk.readings if part.kind == "page"}
        met = {
            s.keys.entry_key: carried_over(s, memory.get(s.keys.entry_key))
            for r in reversed(readings) if id(r) not in old for s in r.sightings
        }  # fmt: skip
        met |= {remembered.keys.entry_key: remembered for _, remembered, _ in reversed(found)}
        if readings and not any(p.state == "wanted" for p in walk.parts):
            met |= {k: given_up(r) for k, r in memory.items() if page_wanted(r) and k not in met}
        if walk.hold:
            self._hold(due, f"http://{walk.hold[0]}/", walk.hold[1])
        empty = barren(walk.parts) if not readings and any(p.kind == "sitemap" for p in walk.parts) else None
        answer = replace(answer, kind="no_feed", reason=empty) if empty else counted(answer, readings)
        pages = sum(r.page_state == "fetched" for _, r, _ in found)
        poll = self._finish(
            due, answer, answer.conditional, answered, readings, tuple(met.values()), pages=pages, parts=walk.parts
        )
        if own := [r for r in readings if not any(r is other for _, other in walk.readings)]:
            poll = replace(poll, offers=(offer(own[0].feed, answered.link, answered.url),))
        return poll, [document for _, _, document in found if document]

    async def _document(
        self, due: Due, reading: FeedReading, sighting: Sighting, before: Remembered | None, number: int
    ) -> tuple[Remembered, Document | None]:
        """The document of a new, edited or still wanted entry: its page, or the entry itself."""
        entry, keys = sighting.entry, sighting.keys
        attempts = before.page_attempts if before and sighting.standing == "seen" else 0
        again = sighting.standing == "seen"
        if not wants_page(entry, due.full_text):
            return Remembered(keys=keys), entry_document(due, reading, sighting)
        if number >= self._polling.pages or self._is_held(entry.link or ""):
            waiting = Remembered(
                keys=keys, page_state="wanted", page_attempts=attempts, page_reason="its turn comes at the next poll"
            )
            return waiting, None if again else entry_document(due, reading, sighting)
        letters = sum(map(len, entries.text_of(entry).split()))
        own = self._polling.own(due)
        page = await fetch_page(
            entry.link or "",
            self._reader,
            self._robots,
            self._sandbox,
            letters,
            own,
            lambda host: self._ruled(host, own),
        )
        if page.hold:
            self._hold(due, entry.link or "", page.hold)
        state = "refused" if page.state == "wanted" and attempts + 1 >= PAGE_ATTEMPTS else page.state
        remembered = Remembered(keys=keys, page_state=state, page_attempts=attempts + 1, page_reason=page.reason)
        if page.answer is not None:
            return remembered, page_document(due, reading, sighting, page.answer, page.media_type)
        return remembered, None if again else entry_document(due, reading, sighting)

    def _ruled(self, host: str, own: Own | None) -> Readers | None:
        """What reads the pages of a host that has rules; None for others."""
        rules = self._polling.site_rules.of(host) if self._polling.site_rules else None
        if rules is None:
            return None
        from flows.web import ruled_pages  # late: it loads the readers of pages

        asking = ruled_pages.Asking(reader=self._reader, robots=self._robots, sandbox=self._sandbox, own=own)
        return lambda answer, carried: ruled_pages.joined(answer, rules, asking, carried)

    def _finish(
        self, due: Due, answer: Answer, conditional: bool, answered: Answered | None = None, readings: Sequence[FeedReading] = (),
        met: tuple[Remembered, ...] = (), pages: int = 0, parts: tuple[Part, ...] | None = None,
    ) -> Polled:  # fmt: skip
        """What to remember of a poll."""
        at = now()
        decision = decide(
            due.state, answer, at, self._polling.policy_of(due), pushed=due.state.feed_id in self._polling.pushed
        )
        hold = self._page_holds.pop(due.state.feed_id, None)
        if decision.hold_host_until:
            hold = (host_of(answered.url if answered else due.state.url), decision.hold_host_until)
            self._holds[hold[0]] = hold[1]
        return Polled(
            state=goes_on(decision.state, due.parts if parts is None else parts, at, self._polling.policy), answer=answer, asked=due.state.url, conditional=conditional, at=at, entries=met, hold=hold, note=decision.note,
            title=readings[0].feed.title if readings else "", site=readings[0].feed.link if readings else None,
            bytes=len(answered.body) if answered else 0, elapsed=answered.elapsed if answered else 0.0,
            dropped=sum(n for r in readings for _, n in r.feed.dropped), pages=pages, parts=None if parts == due.parts else parts,
        )  # fmt: skip

    def _is_held(self, url: str) -> bool:
        until = self._holds.get(host_of(url))
        return until is not None and until > now()

    def _hold(self, due: Due, url: str, seconds: float) -> None:
        """Leave a host alone that a page of this feed is on."""
        until = now() + timedelta(seconds=min(seconds, self._polling.policy.retry_after_ceiling))
        self._holds[host_of(url)] = until
        self._page_holds[due.state.feed_id] = (host_of(url), until)
