"""One run of the desk without Prefect: receive, parse, record, settle, publish. `flows.ingest` puts the flow around it.

arrivals → batches → receive (bytes stored) → parse (workers) → record (one transaction) … → settle → publish
"""

from __future__ import annotations

import secrets
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

from flows.clock import now
from flows.run import machine
from flows.run.garbage import seldom
from flows.run.summary import Line, Summary
from flows.run.workers import Parsing, Workers
from parsers.errors import PublishedChanged
from parsers.feeds.enclosures import is_line
from parsers.known import PARSER_VERSION, Desk
from parsers.model import FLAGS
from warehouse.database.place import Place
from warehouse.database.publish import publish_now
from warehouse.database.store import Say, Warehouse, silence, staying, writing
from warehouse.filing import articles, ledger, rules, vocabulary
from warehouse.filing.articles import Finished
from warehouse.filing.ledger import Arriving, Pending, Received, RunLock, Settled
from warehouse.filing.rows import Filing
from warehouse.stories import syndication
from warehouse.watching.evaluate import evaluate

BATCH_DOCUMENTS = 800
BATCH_BYTES = 16 * 1024 * 1024
FIRST_BATCH = 40
"""The first batch is small, so that the first documents are filed soon."""

PUBLISH_SECONDS = 20.0
"""In a long run, what is filed becomes readable at least this often …"""

PUBLISH_SHARE = 20.0
"""… unless publishing takes more than one part in so many of the time."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Steps:
    """The steps of a run that touch the outside world, so that a flow can wrap each as a task."""

    receive: Callable[[int], Received]
    record: Callable[[int], tuple[Settled, ...]]
    settle: Callable[[], None]
    publish: Callable[[], None]


Progress = Callable[[Summary], None]


def unwatched(summary: Summary) -> None:
    """The progress of a run that nobody watches."""


Again = Callable[[Warehouse], tuple[Pending, ...]]
"""Names stored documents that a run takes up again."""


def nothing(warehouse: Warehouse) -> tuple[Pending, ...]:
    """No stored document is taken up again."""
    del warehouse
    return ()


Closing = Callable[[Warehouse, Summary], None]
"""Writes what else is to be kept of a run, together with its end."""


def no_more(warehouse: Warehouse, summary: Summary) -> None:
    """Nothing else is kept of a run."""


def new_run_id() -> str:
    """An id that sorts by time: runs may follow one another within a second."""
    at = now()
    return f"{at:%Y%m%dT%H%M%S}-{at.microsecond * 0x10000 // 1_000_000:04x}{secrets.token_hex(1)}"


class Run:
    """One run: holds what is between the steps. Call `go` once."""

    def __init__(
        self, place: Place, desk: Desk, *, kind: str, run_id: str, flow: tuple[str | None, str | None] = (None, None)
    ) -> None:
        self.place = place
        self.kind = kind
        self.flow = flow
        self.summary = Summary(run_id)
        self.workers = Workers(desk)
        self.say: Say = silence
        self._doors: dict[int, list[Arriving]] = {}
        self._done: dict[int, list[Finished]] = {}
        self._twins: dict[int, dict[str, tuple[Pending, ...]]] = {}
        self._published = time.monotonic()
        self._publish_cost = 0.0
        self._left_over: tuple[Pending, ...] = ()

    def steps(self) -> Steps:
        """The plain steps."""
        return Steps(receive=self.receive, record=self.record, settle=self.settle, publish=self.publish)

    # ------------------------------------------------------------------ the steps

    def receive(self, number: int) -> Received:
        """Store the bytes of batch `number` and enter its arrivals."""
        with self.summary.timed("receive"), writing(self.place, say=self.say) as warehouse:
            return ledger.receive(warehouse, self.summary.run_id, self.flow[0], self._doors.pop(number), now())

    def record(self, number: int) -> tuple[Settled, ...]:
        """File what the parsers made of batch `number`."""
        with self.summary.timed("record"), writing(self.place, say=self.say) as warehouse:
            return articles.record(warehouse, self._done.pop(number), now(), self._twins.pop(number))

    def settle(self) -> None:
        """Make the stories independent of the order of arrival."""
        with self.summary.timed("settle"), writing(self.place, say=self.say) as warehouse, warehouse.transaction():
            syndication.settle(warehouse)
            self.summary.reconcile(ledger.reconcile(warehouse, self.summary.run_id))

    def publish(self) -> None:
        """Let people read what is filed."""
        start = time.monotonic()
        with self.summary.timed("publish"):
            publish_now(self.place, say=self.say)
        self._published = time.monotonic()
        self._publish_cost = self._published - start

    # ------------------------------------------------------------------ the run

    def go(
        self,
        arriving: Iterable[Arriving],
        steps: Steps,
        progress: Progress,
        again: Again = nothing,
        closing: Closing = no_more,
    ) -> Summary:
        """Take in documents of interrupted runs, stored ones that `again` names (a retry, say) and all that arrives; file and publish.

        `closing` adds to the database before it is published."""
        with seldom(), staying(self.place, machine.cores()):
            self._file(arriving, steps, progress, again, closing)
            steps.publish()
        progress(self.summary)
        return self.summary

    def _file(
        self, arriving: Iterable[Arriving], steps: Steps, progress: Progress, again: Again, closing: Closing
    ) -> None:
        lock = RunLock(self.place, self.summary.run_id)
        state = "interrupted"  # until it has finished: what a failed run leaves, the next one takes over
        try:
            try:
                self._open(again)
                with self.workers:
                    self._take_in(arriving, steps, progress)
                state = "finished"
            finally:
                self._end(state, closing)
        finally:
            lock.release()

    def _end(self, state: str, closing: Closing) -> None:
        """Enter how the run ended and what watches find in what it filed; a damaged database does not let it."""
        with writing(self.place, say=self.say) as warehouse:
            if state == "finished":
                self.summary.alerts = evaluate(warehouse, self.summary.run_id, now())
                closing(warehouse, self.summary)
            ledger.end_run(warehouse, self.summary.run_id, now(), state)

    def _open(self, again: Again) -> None:
        with writing(self.place, say=self.say) as warehouse:
            ledger.begin_run(warehouse, self.summary.run_id, self.kind, now(), self.flow, PARSER_VERSION)
            self._left_over = ledger.unfinished(warehouse) + again(warehouse)
            self.workers.desk = replace(
                self.workers.desk, vocabulary=vocabulary.known(warehouse), rules=rules.known(warehouse)
            )

    def _take_in(self, arriving: Iterable[Arriving], steps: Steps, progress: Progress) -> None:
        flying: deque[tuple[int, tuple[Pending, ...], Parsing]] = deque()
        number = 0
        if self._left_over:
            flying.append(self._parse(number, self._left_over))
        changed = bool(self._left_over)
        for number, batch in enumerate(_batches(arriving), 1):
            self.summary.batches = number
            self._doors[number] = batch
            self.summary.take_note(batch)
            received = steps.receive(number)
            self._note(received.settled, {})
            if received.pending:
                changed = True
                flying.append(self._parse(number, received.pending))
            while len(flying) >= self.workers.in_flight(BATCH_DOCUMENTS) or (flying and flying[0][2].done()):
                self._land(*flying.popleft(), steps)
            progress(self.summary)
            self._publish_if_due(steps)
        while flying:
            self._land(*flying.popleft(), steps)
            progress(self.summary)
        if changed or self._due():
            steps.settle()

    def _due(self) -> bool:
        """Whether another run left stories to reconcile."""
        with writing(self.place, say=self.say) as warehouse:
            return syndication.due(warehouse)

    def _parse(self, number: int, pending: tuple[Pending, ...]) -> tuple[int, tuple[Pending, ...], Parsing]:
        """Have a batch parsed, each content once; further arrivals of the same bytes wait for the first."""
        once, self._twins[number] = ledger.twins_apart(pending)
        with self.summary.timed("parse (waiting)"):
            return number, once, self.workers.submit([p.raw for p in once])

    def _land(self, number: int, pending: tuple[Pending, ...], parsing: Parsing, steps: Steps) -> None:
        with self.summary.timed("parse (waiting)"):
            batch = parsing.result()
        for stage, seconds in batch.seconds:
            self.summary.spend(f"parse: {stage}", seconds)
        finished = [Finished(pending=p, result=r) for p, r in zip(pending, batch.results, strict=True)]
        self._done[number] = finished
        settled = steps.record(number)
        self._note(settled, {f.pending.arrival_id: f for f in finished})

    def _note(self, settled: Iterable[Settled], finished: dict[str, Finished]) -> None:
        for each in settled:
            done = finished.get(each.arrival_id)
            filing = done.result if done and isinstance(done.result, Filing) else None
            self.summary.add(_line(each, filing))
            if filing:
                self.summary.repairs.update(filing.repair_kinds)
                self.summary.facts.update(filing.fact_kinds)
                self.summary.add_unread(filing.parsed.unread)
                told = (note for note in filing.parsed.notes if not is_line(note))
                self.summary.add_notes(f"{each.source_uri}: {note}" for note in told)

    def _publish_if_due(self, steps: Steps) -> None:
        if time.monotonic() - self._published <= max(PUBLISH_SECONDS, PUBLISH_SHARE * self._publish_cost):
            return
        try:
            steps.publish()
        except PublishedChanged as error:
            # filing goes on; the run fails at its end, unless somebody has chosen by then
            self.say(str(error))
            self._published = time.monotonic()


def _line(settled: Settled, filing: Filing | None) -> Line:
    if filing is None:
        return Line(
            arrival_id=settled.arrival_id,
            document=settled.source_uri,
            outcome=settled.outcome,
            reason=settled.reason,
            article_id=settled.article_id,
        )
    article = filing.parsed.article
    suspects = sum(filing.repair_kinds.get(kind, 0) for kind in FLAGS)
    return Line(
        arrival_id=settled.arrival_id,
        document=settled.source_uri,
        outcome=settled.outcome,
        reason=settled.reason,
        headline=article.headline,
        publisher=article.publisher,
        date_published=article.date_published,
        date_precision=article.date_published_precision,
        words=article.word_count,
        repairs=sum(filing.repair_kinds.values()) - suspects,
        suspects=suspects,
        facts=sum(filing.fact_kinds.values()),
        article_id=settled.article_id,
    )


def _batches(arriving: Iterable[Arriving]) -> Iterator[list[Arriving]]:
    """Batches bounded in documents and bytes; the first is small."""
    batch: list[Arriving] = []
    size, most = 0, FIRST_BATCH + 1
    for each in arriving:
        batch.append(each)
        size += len(each.raw.payload) if each.raw else 0
        if len(batch) >= most or size >= BATCH_BYTES:
            yield batch
            batch, size, most = [], 0, BATCH_DOCUMENTS
    if batch:
        yield batch
