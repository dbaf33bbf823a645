"""Rounds of delivery: feeds renewed, everything due sent, what came of it kept.

feeds │ begin (committed) → send, without any lock on the database → sent or failed (committed) │ again until nothing is due
"""

from __future__ import annotations

import logging
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor, as_completed
from dataclasses import dataclass
from datetime import datetime

from flows.clock import now
from flows.delivery import feed_files
from parsers.errors import DeliveryFailed, NewsdeskError
from warehouse.database.place import Place
from warehouse.database.publish import publish_now
from warehouse.database.store import writing
from warehouse.watching import outbox
from warehouse.watching.outbox import Message

WAIT_SECONDS = 30.0
"""How long the end of a run waits for another process that delivers."""

AT_ONCE = 8
"""Messages that are sent side by side."""

log = logging.getLogger("newsdesk")


@dataclass(frozen=True, slots=True, kw_only=True)
class Done:
    """What came of delivering: messages that were taken and that were not, and when the next is due."""

    sent: int = 0
    failed: int = 0
    next_due: datetime | None = None
    busy: bool = False

    @property
    def attempted(self) -> bool:
        """Whether anything was tried."""
        return bool(self.sent or self.failed)


def deliver(place: Place) -> Done:
    """Deliver everything that is due. Does nothing but say so when another process delivers."""
    with outbox.delivering(place) as mine:
        return _deliver(place) if mine else Done(busy=True)


def _deliver(place: Place) -> Done:
    touched = _touched(place)
    good = bad = 0
    with writing(place) as warehouse:
        feed_files.renew(warehouse, place)
        messages = outbox.begin(warehouse, now())
    while messages:
        errors = [error for error in _attempts(place, messages) if error]
        good, bad = good + len(messages) - len(errors), bad + len(errors)
        with writing(place) as warehouse:
            messages = outbox.begin(warehouse, now())
    with writing(place) as warehouse:
        due = outbox.next_due(warehouse)
    if due is None and _touched(place) == touched:
        outbox.signal_path(place).unlink(missing_ok=True)
    return Done(sent=good, failed=bad, next_due=due)


def _attempts(place: Place, messages: Sequence[Message]) -> Iterator[str | None]:
    """Send messages, and enter what came of each as soon as it is known: None, or why it was not taken."""
    with ThreadPoolExecutor(AT_ONCE, thread_name_prefix="deliveries") as pool:
        running = {pool.submit(_attempt, message): message for message in messages}
        for attempt in as_completed(running):
            _keep(place, running[attempt], attempt.result())
            yield attempt.result()


def _keep(place: Place, message: Message, error: str | None) -> None:
    if error:
        log.warning("watches: %s was not delivered to: %s", message.target, error)
    with writing(place) as warehouse, warehouse.transaction():
        if error is None:
            outbox.sent(warehouse, message, now())
        else:
            outbox.failed(warehouse, message, now(), error)


def _attempt(message: Message) -> str | None:
    from flows.delivery import targets  # not at the top: runs without anything to send do without HTTP and mail

    try:
        targets.send(message, now())
    except DeliveryFailed as error:
        return error.reason
    return None


def _touched(place: Place) -> int:
    try:
        return outbox.signal_path(place).stat().st_mtime_ns
    except FileNotFoundError:
        return 0


def after_run(place: Place) -> None:
    """Deliver at the end of a run what is due, unless a desk does it on a timer. A failure costs a line in the log."""
    if not outbox.signal_path(place).exists() or outbox.somebody_on_duty(place):
        return
    try:
        done = deliver(place)
        deadline = time.monotonic() + WAIT_SECONDS
        while done.busy and time.monotonic() < deadline:  # it may have looked before this run had ended
            time.sleep(0.2)
            done = deliver(place)
        if done.attempted:
            publish_now(place)
    except (NewsdeskError, OSError) as error:
        log.warning("watches: nothing could be delivered (%s); the next run tries again", error)
