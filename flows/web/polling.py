"""Feeds that are due, polled; their new entries and pages handed to the same run that takes in files.

    due feeds
    | ask        conditional GET, a host at a time, politely              flows.web.fetch
    | read       parse and recognise entries, in a worker process        parsers.feeds.reading
    | fetch      the pages of entries that carry only a summary          flows.web.pages
    | decide     next poll, back-off, redirects, holds (pure)            parsers.feeds.schedule
    → arrivals → flows.run.desk.Run → remembered in one transaction when their documents are stored

Feeds are independent: an error of one becomes the reason in its row.
"""

from __future__ import annotations

import asyncio
import hashlib
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from flows.clock import now
from flows.inbox.files import Numbers
from flows.run.desk import Progress, Run, Steps, Summary, new_run_id, unwatched
from flows.run.sandbox import Crashed, Sandbox
from flows.web.addresses import Allowed, Own, is_local
from flows.web.fetch import Answered, Limits, Reader
from flows.web.own_headers import Headers
from flows.web.pages import Robots, fetch_page
from flows.web.responses import counted, kind_of, of_answer
from parsers.errors import FetchError
from parsers.feeds.identity import Sighting
from parsers.feeds.links import host_of
from parsers.feeds.model import FeedEntry, NotAFeed
from parsers.feeds.reading import FeedReading, read_body, wants_page
from parsers.feeds.schedule import Answer, Policy, decide, request
from parsers.formats import entry as entries
from parsers.kept_out import FEED
from parsers.known import Desk
from parsers.model import RawDocument, SourceKind, Statement
from parsers.sniff import ENTRY, HTML
from warehouse.database.place import Place
from warehouse.database.store import writing
from warehouse.filing import feeds
from warehouse.filing.feeds import Due, Polled, Remembered
from warehouse.filing.ledger import Arriving

WAVE = 200
"""Feeds polled at a time: bounds what is held in memory."""

NAMES = 32
"""Names looked up at a time: one slow name server must not hold up the others."""

PAGE_ATTEMPTS = 5
"""Polls after which a page that never comes is given up; the entry itself is filed all along."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Polling:
    """How to poll. `pages` bounds the pages fetched for one feed in one poll; `most` the feeds of one run.

    `allowed` are private networks for feeds whose own address names such a place; `of_feeds` those of one feed each.
    `headers` are what single feeds' own servers are asked with;
    `paces` are seconds between the polls of single feeds, by id.
    """

    policy: Policy = field(default_factory=Policy)
    limits: Limits = field(default_factory=Limits)
    allowed: Allowed = field(default_factory=Allowed)
    of_feeds: Mapping[str, Own] = field(default_factory=dict)
    paces: Mapping[str, float] = field(default_factory=dict)
    headers: Headers = field(default_factory=dict)
    agent: str | None = None
    most: int = 2_000
    pages: int = 30

    def policy_of(self, due: Due) -> Policy:
        """The policy for a feed: the person's own pace for it, else the one that adapts."""
        every = self.paces.get(due.state.feed_id)
        return replace(self.policy, floor=every, ceiling=every) if every else self.policy

    def own(self, due: Due) -> Own | None:
        """The private networks that are open to a feed.

        A name that somebody can register gets none of `allowed`: its owner could let it mean any address tomorrow.
        """
        if due.state.feed_id in self.of_feeds:
            return self.of_feeds[due.state.feed_id]
        return Own.of(due.state.url, self.allowed) if self.allowed.networks and is_local(due.state.url) else None


@dataclass(slots=True)
class PollReport:
    """What a poll did: polls by kind, entries, pages, feeds left out because their host is held, and the run's summary."""

    feeds: int = 0
    held: int = 0
    kinds: Counter[str] = field(default_factory=Counter)
    new: int = 0
    edited: int = 0
    pages: int = 0
    troubles: list[tuple[str, str]] = field(default_factory=list)
    summary: Summary | None = None

    def add(self, poll: Polled) -> None:
        """Count a poll."""
        self.feeds += 1
        self.kinds[poll.answer.kind] += 1
        self.new += poll.answer.new
        self.edited += poll.answer.edited
        self.pages += poll.pages
        if poll.answer.kind not in ("read", "unchanged"):
            self.troubles.append((poll.asked, f"{poll.answer.kind}: {poll.answer.reason or poll.note or ''}"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A document that a poll found, before it has its number in the run."""

    raw: RawDocument
    feed_id: str
    entry_key: str


WrapSteps = Callable[[Steps], Steps]


def poll_due(
    place: Place, desk: Desk, *, polling: Polling | None = None, everything: bool = False, only: str | None = None,
    flow: tuple[str | None, str | None] = (None, None), wrap: WrapSteps = lambda steps: steps, progress: Progress = unwatched,
    say: Callable[[str], None] | None = None,
) -> PollReport:  # fmt: skip
    """Poll what is due and file what is new. Returns at once when nothing is due.

    `everything` ignores the times, `only` names one feed by id or address; `wrap` lets a flow make tasks of the steps.
    """
    polling = polling or Polling()
    report = PollReport()
    with writing(place) as warehouse:
        due = feeds.due(warehouse, now(), most=polling.most, everything=everything, only=only)
        holds = feeds.held(warehouse, now())
    if not due:
        return report
    run = Run(place, desk, kind="poll", run_id=new_run_id(), flow=flow)
    run.say = say or run.say
    session = Session(place, polling, due, holds, report, run.summary.run_id)
    steps = run.steps()
    remembering = wrap(replace(steps, publish=lambda: session.remember_then(steps.publish)))
    with session:
        report.summary = run.go(session.arrivals(Numbers(run.summary.run_id)), remembering, progress)
    return report


class Session:
    """What lives as long as one poll: the client, the workers, the event loop, and the polls not yet remembered."""

    def __init__(
        self,
        place: Place,
        polling: Polling,
        due: Sequence[Due],
        holds: dict[str, datetime],
        report: PollReport,
        run_id: str,
    ) -> None:
        self._place, self._polling, self._due, self._report, self._run_id = place, polling, due, report, run_id
        self._holds = holds
        self._sandbox = Sandbox(preload=("flows.run.warm", "parsers.feeds.reading"))
        self._runner = asyncio.Runner()
        self._polls: list[Polled] = []
        self._drained = False

    def __enter__(self) -> Session:
        self._sandbox.__enter__()
        self._runner.__enter__()
        self._runner.get_loop().set_default_executor(ThreadPoolExecutor(NAMES, thread_name_prefix="names"))
        self._reader = self._runner.run(self._connect())
        self._asker = _Asker(self._reader, Robots(self._reader), self._sandbox, self._polling, self._holds)
        return self

    def __exit__(self, *trouble: object) -> None:
        self._runner.run(self._reader.__aexit__(None, None, None))
        self._runner.close()
        self._sandbox.__exit__(None, None, None)

    async def _connect(self) -> Reader:
        return Reader(limits=self._polling.limits, agent=self._polling.agent, headers=self._polling.headers)

    def arrivals(self, numbers: Numbers) -> Iterator[Arriving]:
        """Poll wave after wave; every new document as an arrival."""
        for start in range(0, len(self._due), WAVE):
            wave = self._due[start : start + WAVE]
            with writing(self._place) as warehouse:
                seen = feeds.seen(warehouse, [d.state.feed_id for d in wave])
            for poll, documents in self._runner.run(self._wave(wave, seen)):
                self._polls.append(poll)
                self._report.add(poll)
                yield from (_arriving(d, numbers) for d in documents)
        self._drained = True

    def remember_then(self, publish: Callable[[], None]) -> None:
        """Publish; but when the last document is stored, first remember what was polled."""
        if self._drained and self._polls:
            with writing(self._place) as warehouse:
                feeds.record(warehouse, self._polls, self._run_id)
            self._polls = []
        publish()

    async def _wave(
        self, wave: Sequence[Due], seen: dict[str, tuple[Remembered, ...]]
    ) -> list[tuple[Polled, list[Document]]]:
        done = await asyncio.gather(*(self._asker.poll(d, seen.get(d.state.feed_id, ())) for d in wave))
        self._report.held += sum(1 for each in done if each is None)
        return [each for each in done if each is not None]


class _Asker:
    """Polls single feeds with what they share."""

    def __init__(
        self, reader: Reader, robots: Robots, sandbox: Sandbox, polling: Polling, holds: dict[str, datetime]
    ) -> None:
        self._reader, self._robots, self._sandbox, self._polling, self._holds = reader, robots, sandbox, polling, holds
        self._page_holds: dict[str, tuple[str, datetime]] = {}

    async def poll(self, due: Due, seen: tuple[Remembered, ...]) -> tuple[Polled, list[Document]] | None:
        """One feed, whatever happens to it; None while its host is to be left alone."""
        try:
            return await self._poll(due, seen)
        except Exception as error:  # noqa: BLE001 - the border where a defect becomes the failure of one feed
            return self._finish(
                due, Answer(kind="broken", reason=f"reading it failed, {type(error).__name__}: {error}"), False
            ), []

    async def _poll(self, due: Due, seen: tuple[Remembered, ...]) -> tuple[Polled, list[Document]] | None:
        """One feed: asked, read, its pages fetched, and what to remember; None while its host is to be left alone."""
        # pages that are still wanted need their entries again, changed or not
        before = (
            replace(due.state, etag=None, last_modified=None, body_hash=None)
            if any(map(_page_wanted, seen))
            else due.state
        )
        asked = request(before, now(), self._polling.policy)
        if self._is_held(asked.url):
            return None
        try:
            answered = await self._reader.get(
                asked.url, etag=asked.etag, last_modified=asked.last_modified, own=self._polling.own(due)
            )
        except FetchError as error:
            kind, _, reason = error.reason.partition(": ")
            return self._finish(due, Answer(kind=kind_of(kind), reason=reason or error.reason), asked.conditional), []
        answer = of_answer(answered, before, asked.conditional)
        if answer.kind != "read":
            return self._finish(due, answer, asked.conditional, answered), []
        return await self._read(due, answered, answer, seen)

    async def _read(
        self, due: Due, answered: Answered, answer: Answer, seen: tuple[Remembered, ...]
    ) -> tuple[Polled, list[Document]]:
        known = tuple(r.keys for r in seen)
        try:
            reading = await self._sandbox.run(
                read_body, answered.body, answered.url, answered.charset, due.state.feed_id, known, now()
            )
        except Crashed as error:
            return self._finish(
                due,
                replace(answer, kind="broken", reason=f"the feed cannot be read safely, {error}"),
                answer.conditional,
                answered,
            ), []
        if isinstance(reading, NotAFeed):
            return self._finish(
                due, replace(answer, kind="no_feed", reason=reading.detail), answer.conditional, answered
            ), []
        memory = {r.keys.entry_key: r for r in seen}
        wanted = [s for s in reading.sightings if s.standing != "seen" or _page_wanted(memory.get(s.keys.entry_key))]
        found = await asyncio.gather(
            *(self._document(due, reading, s, memory.get(s.keys.entry_key), n) for n, s in enumerate(wanted))
        )
        answer = counted(answer, reading)
        met = {s.keys.entry_key: _carried_over(s, memory.get(s.keys.entry_key)) for s in reading.sightings}
        met.update((remembered.keys.entry_key, remembered) for remembered, _ in found)
        poll = self._finish(
            due,
            answer,
            answer.conditional,
            answered,
            reading,
            tuple(met.values()),
            pages=sum(r.page_state == "fetched" for r, _ in found),
        )
        documents = [document for _, document in found if document]
        return poll, documents

    async def _document(
        self, due: Due, reading: FeedReading, sighting: Sighting, before: Remembered | None, number: int
    ) -> tuple[Remembered, Document | None]:
        """The document of a new, edited or still wanted entry: its page, or the entry itself."""
        entry, keys = sighting.entry, sighting.keys
        attempts = before.page_attempts if before and sighting.standing == "seen" else 0
        again = sighting.standing == "seen"
        if not wants_page(entry, due.full_text):
            return Remembered(keys=keys), _entry_document(due, reading, sighting)
        if number >= self._polling.pages or self._is_held(entry.link or ""):
            waiting = Remembered(
                keys=keys, page_state="wanted", page_attempts=attempts, page_reason="its turn comes at the next poll"
            )
            return waiting, None if again else _entry_document(due, reading, sighting)
        letters = sum(map(len, _words(entry)))
        own = self._polling.own(due)
        page = await fetch_page(entry.link or "", self._reader, self._robots, self._sandbox, letters, own)
        if page.hold:
            self._hold(due, entry.link or "", page.hold)
        state = "refused" if page.state == "wanted" and attempts + 1 >= PAGE_ATTEMPTS else page.state
        remembered = Remembered(keys=keys, page_state=state, page_attempts=attempts + 1, page_reason=page.reason)
        if page.answer is not None:
            return remembered, _page_document(due, reading, sighting, page.answer)
        return remembered, None if again else _entry_document(due, reading, sighting)

    def _finish(
        self, due: Due, answer: Answer, conditional: bool, answered: Answered | None = None, reading: FeedReading | None = None,
        met: tuple[Remembered, ...] = (), pages: int = 0,
    ) -> Polled:  # fmt: skip
        """What to remember of a poll."""
        at = now()
        decision = decide(due.state, answer, at, self._polling.policy_of(due))
        hold = self._page_holds.pop(due.state.feed_id, None)
        if decision.hold_host_until:
            hold = (host_of(answered.url if answered else due.state.url), decision.hold_host_until)
            self._holds[hold[0]] = hold[1]
        return Polled(
            state=decision.state, answer=answer, asked=due.state.url, conditional=conditional, at=at, entries=met, hold=hold, note=decision.note,
            title=reading.feed.title if reading else "", site=reading.feed.link if reading else None,
            bytes=len(answered.body) if answered else 0, elapsed=answered.elapsed if answered else 0.0,
            dropped=sum(n for _, n in reading.feed.dropped) if reading else 0, pages=pages,
        )  # fmt: skip

    def _is_held(self, url: str) -> bool:
        until = self._holds.get(host_of(url))
        return until is not None and until > now()

    def _hold(self, due: Due, url: str, seconds: float) -> None:
        """Leave a host alone that a page of this feed is on."""
        until = now() + timedelta(seconds=min(seconds, self._polling.policy.retry_after_ceiling))
        self._holds[host_of(url)] = until
        self._page_holds[due.state.feed_id] = (host_of(url), until)


def _page_wanted(before: Remembered | None) -> bool:
    return before is not None and before.page_state == "wanted"


def _carried_over(sighting: Sighting, before: Remembered | None) -> Remembered:
    return replace(before, keys=sighting.keys) if before else Remembered(keys=sighting.keys)


def _words(entry: FeedEntry) -> list[str]:
    return entries.text_of(entry).split()


def _entry_document(due: Due, reading: FeedReading, sighting: Sighting) -> Document:
    """An entry that speaks for itself."""
    payload = entries.payload(sighting.entry)
    said = entries.of_feed(reading.feed, due.publisher)
    uri = sighting.entry.link or f"{due.state.url}#{sighting.keys.entry_key}"
    return _document(payload, uri, "feed_entry", ENTRY, "utf-8", said, due, sighting)


def _page_document(due: Due, reading: FeedReading, sighting: Sighting, answer: Answered) -> Document:
    """A page, with what the feed said about it."""
    said = (*entries.of_entry(sighting.entry), *entries.of_feed(reading.feed, due.publisher))
    return _document(answer.body, answer.url, "page", HTML, answer.charset, said, due, sighting)


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


def _arriving(document: Document, numbers: Numbers) -> Arriving:
    return Arriving(
        arrival_id=numbers.take(), arrived_at=now(), source_uri=document.raw.source_uri, source_kind=document.raw.source_kind, raw=document.raw,
        feed_id=document.feed_id, entry_key=document.entry_key,
    )  # fmt: skip
