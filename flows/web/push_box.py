"""Where subscriptions at hubs and pushed documents are kept between the processes of a desk: a folder beside the database.

websub/subscriptions/TOKEN.json    a subscription with its secret; its owner alone may read it
websub/pushed/TOKEN/TIME.push      a push: a line of JSON, then the bytes as they came

Each file is written under another name, synced, and renamed: what is there is whole, after kill -9, too.
"""

from __future__ import annotations

import json
import os
import re
import time
from collections.abc import Iterator
from dataclasses import asdict, fields
from datetime import datetime
from pathlib import Path

from parsers.feeds.websub import Subscription
from warehouse.database.place import Place
from warehouse.filing.feeds import Push

MOST_WAITING = 100
"""Pushes of one subscription that wait to be filed; a hub that sends more is asked to come again."""

_TOKEN = re.compile(r"[A-Za-z0-9_-]{20,100}")
_TIMES = ("requested_at", "verified_at", "lease_ends_at", "next_try_at", "last_push_at")


class PushBox:
    """The folder of one desk. Subscriptions have one writer: the process that answers hubs."""

    def __init__(self, place: Place) -> None:
        self._root = place.desk / "websub"
        self._subscriptions = self._root / "subscriptions"
        self._pushed = self._root / "pushed"

    def make(self) -> None:
        """Make the folders, for their owner only."""
        for folder in (self._root, self._subscriptions, self._pushed):
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)

    def subscriptions(self) -> tuple[Subscription, ...]:
        """All subscriptions; none without the folder."""
        return tuple(_read(path) for path in sorted(self._subscriptions.glob("*.json")))

    def find(self, token: str) -> Subscription | None:
        """The subscription of a callback."""
        path = self._file(token)
        return _read(path) if path and path.is_file() else None

    def save(self, subscription: Subscription) -> None:
        """Write a subscription."""
        path = self._file(subscription.token)
        assert path is not None
        said = {k: v.isoformat() if isinstance(v, datetime) else v for k, v in asdict(subscription).items()}
        _write(path, json.dumps(said).encode())

    def remove(self, token: str) -> None:
        """Forget a subscription. Pushes that wait are filed all the same."""
        if path := self._file(token):
            path.unlink(missing_ok=True)

    def _file(self, token: str) -> Path | None:
        """The file of a token; None for what cannot be one, so that no path is made of a stranger's words."""
        return self._subscriptions / f"{token}.json" if _TOKEN.fullmatch(token) else None

    def is_full(self, token: str) -> bool:
        """Whether too many pushes of a subscription wait."""
        return sum(1 for _ in (self._pushed / token).glob("*.push")) >= MOST_WAITING

    def put(self, subscription: Subscription, body: bytes, charset: str | None) -> None:
        """Store a push."""
        folder = self._pushed / subscription.token
        folder.mkdir(mode=0o700, exist_ok=True)
        head = json.dumps({"feed_id": subscription.feed_id, "charset": charset}).encode()
        _write(folder / f"{time.time_ns():020d}.push", head + b"\n" + body)

    def waiting(self, most: int) -> tuple[Push, ...]:
        """The pushes that wait, the oldest first."""
        return tuple(_push(path) for path in sorted(self._paths(), key=lambda p: p.name)[:most])

    def any_waiting(self) -> bool:
        """Whether there is a push to be filed."""
        return next(self._paths(), None) is not None

    def _paths(self) -> Iterator[Path]:
        return self._pushed.glob("*/*.push")


def _read(path: Path) -> Subscription:
    said = json.loads(path.read_text("utf-8"))
    known = {f.name for f in fields(Subscription)}
    times = {k: datetime.fromisoformat(v) for k, v in said.items() if k in _TIMES and v}
    return Subscription(**{k: v for k, v in said.items() if k in known} | times)


def _push(path: Path) -> Push:
    head, _, body = path.read_bytes().partition(b"\n")
    said = json.loads(head)
    return Push(path=path, feed_id=said["feed_id"], charset=said["charset"], body=body)


def _write(path: Path, data: bytes) -> None:
    """Replace a file as a whole; it is on the disk when this returns."""
    part = path.with_suffix(".part")
    handle = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(handle, "wb") as out:
        out.write(data)
        out.flush()
        os.fsync(out.fileno())
    part.replace(path)
    folder = os.open(path.parent, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)
