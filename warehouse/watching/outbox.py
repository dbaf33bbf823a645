"""What is to be sent: taken, attempted, and what came of it.

waiting ──begin (committed)──► sending ──sent──► sent
   ▲                              │
   └────── failed: later ─────────┘

Every attempt is entered before it is made. One that a killed process began is made again with the same message id: a
receiver may get a message twice and can tell by its id; it is never lost. One process delivers at a time (`delivering`).
"""

from __future__ import annotations

import fcntl
import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from pathlib import Path
from typing import Any

from parsers.pace import retry_at
from warehouse.database.place import Place
from warehouse.database.store import Warehouse, text_array
from warehouse.watching.alerts import Alert

MOST = 100
"""Alerts in one message."""

REASON = 300
"""Characters of the reason of a failure that are kept."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """Alerts that go to one target together. `attempts` counts this attempt; `quiet` are (hours, time zone) of its watches."""

    message_id: str
    target: str
    attempts: int
    alerts: tuple[Alert, ...]
    networks: tuple[str, ...]
    quiet: tuple[tuple[str | None, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """Deliveries that wait: to one target, for one watch. `error` is why the last attempt failed."""

    target: str
    watch: str
    state: str
    alerts: int
    due_at: datetime
    attempts: int
    error: str | None


def begin(warehouse: Warehouse, at: datetime) -> tuple[Message, ...]:
    """Take what is due, put it into messages, and enter the attempts; all in one transaction."""
    rows = warehouse.rows("deliveries_due", {"now": at})
    if not rows:
        return ()
    named = _named(rows)
    arrays = {"delivery_id": text_array(list(named)), "message_id": text_array(list(named.values()))}
    with warehouse.transaction():
        warehouse.run("begin_deliveries", {"now": at}, incoming=arrays)
    return _messages(warehouse, sorted(set(named.values())))


def _named(rows: Sequence[tuple[str, str, str | None, int]]) -> dict[str, str]:
    """The message of each delivery: the one of its last attempt, or a new one with others to the same target."""
    found = {delivery_id: message_id for delivery_id, _, message_id, _ in rows if message_id}
    fresh: dict[str, list[str]] = {}
    for delivery_id, target, message_id, _ in rows:
        if not message_id:
            fresh.setdefault(target, []).append(delivery_id)
    for ids in fresh.values():
        for start in range(0, len(ids), MOST):
            part = ids[start : start + MOST]
            name = sha256("\0".join(sorted(part)).encode()).hexdigest()[:32]
            found |= dict.fromkeys(part, name)
    return found


def _messages(warehouse: Warehouse, message_ids: Sequence[str]) -> tuple[Message, ...]:
    rows = warehouse.rows("message_alerts", incoming={"message_id": text_array(list(message_ids))})
    by_id: dict[str, list[tuple[Any, ...]]] = {}
    for row in rows:
        by_id.setdefault(row[0], []).append(row)
    return tuple(_message(message_id, of) for message_id, of in by_id.items())


def _message(message_id: str, rows: Sequence[tuple[Any, ...]]) -> Message:
    alerts = tuple(
        Alert(
            alert_id=r[3], watch=r[4], story_id=r[5], article_id=r[6], fact_id=r[7], headline=r[8], publisher=r[9], url=r[10],
            date_published=r[11], exact=r[12], start=r[13], end=r[14], why=r[15], found_at=r[16],
        )
        for r in rows
    )  # fmt: skip
    networks = tuple(dict.fromkeys(n for r in rows for n in r[17]))
    quiet = tuple(dict.fromkeys((r[18], r[19]) for r in rows))
    return Message(
        message_id=message_id, target=rows[0][1], attempts=rows[0][2], alerts=alerts, networks=networks,
        quiet=quiet,
    )  # fmt: skip


def sent(warehouse: Warehouse, message: Message, at: datetime) -> None:
    """The receiver has taken a message; part of the caller's transaction."""
    warehouse.run("delivered", {"now": at, "message_id": message.message_id})


def failed(warehouse: Warehouse, message: Message, at: datetime, error: str) -> None:
    """An attempt failed; the next one follows after a wait that grows. Part of the caller's transaction."""
    due = max(retry_at(at, message.attempts, quiet, zone) for quiet, zone in message.quiet)
    warehouse.run("not_delivered", {"message_id": message.message_id, "due_at": due, "error": error[:REASON]})


def next_due(warehouse: Warehouse) -> datetime | None:
    """When the next delivery is due; None when none waits."""
    found: datetime | None = warehouse.rows("next_delivery")[0][0]
    return found


def waiting(warehouse: Warehouse) -> tuple[Waiting, ...]:
    """Deliveries that wait, the next first."""
    names = ("target", "watch", "state", "alerts", "due_at", "attempts", "error")
    return tuple(Waiting(**dict(zip(names, row, strict=True))) for row in warehouse.rows("waiting_deliveries"))


# ------------------------------------------------------------------------------------- between processes


def signal_path(place: Place) -> Path:
    """The file that is touched when there is something to send, and gone when nothing waits."""
    return place.desk / "deliveries"


def signal(place: Place) -> None:
    """Say that there is something to send or to write into feeds."""
    signal_path(place).touch()


@contextmanager
def delivering(place: Place) -> Iterator[bool]:
    """Be the only process that delivers. Yields False when another is."""
    with _held(place.desk / "delivery.lock") as held:
        yield held


@contextmanager
def on_duty(place: Place) -> Iterator[bool]:
    """Be the process that delivers on a timer. Yields False when another is."""
    with _held(place.desk / "delivery-timer.lock") as held:
        yield held


def somebody_on_duty(place: Place) -> bool:
    """Whether a process delivers on a timer."""
    with on_duty(place) as free:
        return not free


@contextmanager
def _held(path: Path) -> Iterator[bool]:
    path.parent.mkdir(exist_ok=True)
    handle = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
    try:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            yield False
            return
        yield True
    finally:
        os.close(handle)
