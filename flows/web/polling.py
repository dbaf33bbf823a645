"""Feeds that are due, polled; their new entries and pages handed to the same run that takes in files.

    due feeds
    | ask        conditional GET, a host at a time, politely              flows.web.fetch
    | walk       its other documents: pages, archives, sitemaps         flows.web.walking
    | read       parse and recognise entries, in a worker process        parsers.feeds.reading
    | fetch      the pages of entries that carry only a summary          flows.web.pages
    | decide     next poll, back-off, redirects, holds (pure)            parsers.feeds.schedule
    → arrivals → flows.run.desk.Run → remembered in one transaction when their documents are stored

Feeds are independent: an error of one becomes the reason in its row.
"""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from datetime import datetime

from flows.clock import now
from flows.inbox.files import Numbers
from flows.run.desk import Progress, Run, Steps, new_run_id, unwatched
from flows.run.sandbox import Sandbox
from flows.run.summary import Summary
from flows.web import pushing
from flows.web.asker import Asker, Polling
from flows.web.documents import Document, arriving
from flows.web.fetch import Reader
from flows.web.pages import Robots
from flows.web.push_box import PushBox
from parsers.known import Desk
from warehouse.database.place import Place
from warehouse.database.store import writing
from warehouse.filing import feed_hubs, feed_parts, feeds
from warehouse.filing.feeds import Due, Move, Polled, Remembered
from warehouse.filing.ledger import Arriving

WAVE = 200
"""Feeds polled at a time: bounds what is held in memory."""

NAMES = 32
"""Names looked up at a time: one slow name server must not hold up the others."""


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
    moves: list[tuple[str, str, Move]] = field(default_factory=list)
    summary: Summary | None = None

    def add(self, poll: Polled) -> None:
        """Count a poll."""
        self.feeds += 1
        self.kinds[poll.answer.kind] += 1
        self.new += poll.answer.new
        self.edited += poll.answer.edited
        self.pages += poll.pages
        if poll.move:
            self.moves.append((poll.state.feed_id, poll.asked, poll.move))
        if poll.answer.kind not in ("read", "unchanged"):
            self.troubles.append((poll.asked, f"{poll.answer.kind}: {poll.answer.reason or poll.note or ''}"))


WrapSteps = Callable[[Steps], Steps]


def poll_due(
    place: Place, desk: Desk, *, polling: Polling | None = None, everything: bool = False, only: str | None = None,
    pushed: bool = False, flow: tuple[str | None, str | None] = (None, None), wrap: WrapSteps = lambda steps: steps, progress: Progress = unwatched,
    say: Callable[[str], None] | None = None,
) -> PollReport:  # fmt: skip
    """Poll what is due and file what is new. Returns at once when nothing is due.

    `everything` ignores the times, `only` names one feed by id or address, `pushed` files what hubs pushed instead; `wrap` lets a flow make tasks of the steps.
    """
    polling = replace(polling or Polling(), pushed=pushing.live(PushBox(place), now()))
    report = PollReport()
    with writing(place) as warehouse:
        due = (
            pushing.due(warehouse, PushBox(place))
            if pushed
            else feeds.due(warehouse, now(), most=polling.most, everything=everything, only=only)
        )
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
        self._holds, self._box = holds, PushBox(place)
        self._sandbox = Sandbox(preload=("flows.run.warm", "parsers.feeds.reading"))
        self._runner = asyncio.Runner()
        self._polls: list[Polled] = []
        self._drained = False

    def __enter__(self) -> Session:
        self._sandbox.__enter__()
        self._runner.__enter__()
        self._runner.get_loop().set_default_executor(ThreadPoolExecutor(NAMES, thread_name_prefix="names"))
        self._reader = self._runner.run(self._connect())
        self._asker = Asker(self._reader, Robots(self._reader), self._sandbox, self._polling, self._holds)
        return self

    def __exit__(self, *trouble: object) -> None:
        self._runner.run(self._reader.__aexit__(None, None, None))
        self._runner.close()
        self._sandbox.__exit__(None, None, None)

    async def _connect(self) -> Reader:
        return Reader(limits=self._polling.limits, agent=self._polling.agent, asking=self._polling.asking)

    def arrivals(self, numbers: Numbers) -> Iterator[Arriving]:
        """Poll wave after wave; every new document as an arrival."""
        for start in range(0, len(self._due), WAVE):
            wave = self._due[start : start + WAVE]
            with writing(self._place) as warehouse:
                ids = [d.state.feed_id for d in wave]
                seen = feeds.seen(warehouse, ids)
                parts = feed_parts.remembered(warehouse, ids)
            wave = [replace(d, parts=parts.get(d.state.feed_id, ())) for d in wave]
            for poll, documents in self._runner.run(self._wave(wave, seen)):
                self._polls.append(poll)
                self._report.add(poll)
                yield from (arriving(d, numbers) for d in documents)
        self._drained = True

    def remember_then(self, publish: Callable[[], None]) -> None:
        """Publish; but when the last document is stored, first remember what was polled."""
        if self._drained and self._polls:
            with writing(self._place) as warehouse:
                feeds.record(warehouse, self._polls, self._run_id)
                feed_hubs.remember(warehouse, self._polls, pushing.states(self._box, now()))
            pushing.done(self._polls)
            self._polls = []
        publish()

    async def _wave(
        self, wave: Sequence[Due], seen: dict[str, tuple[Remembered, ...]]
    ) -> list[tuple[Polled, list[Document]]]:
        done = await asyncio.gather(*(self._asker.poll(d, seen.get(d.state.feed_id, ())) for d in wave))
        self._report.held += sum(1 for each in done if each is None)
        return [each for each in done if each is not None]
