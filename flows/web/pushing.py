"""Pushed documents on their way into the same run that files what polls found."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from flows.web.push_box import PushBox
from parsers.feeds.websub import Subscription
from warehouse.database.store import Warehouse
from warehouse.filing import feeds
from warehouse.filing.feed_hubs import HubStanding
from warehouse.filing.feeds import Due, Polled, Push

MOST = 200
"""Pushes filed in one run."""


def due(warehouse: Warehouse, box: PushBox) -> tuple[Due, ...]:
    """The feeds of which pushes wait, with these. Pushes of feeds that are gone are deleted."""
    waiting: dict[str, list[Push]] = {}
    for push in box.waiting(MOST):
        waiting.setdefault(push.feed_id, []).append(push)
    found = feeds.named(warehouse, list(waiting))
    for feed_id in waiting.keys() - {d.state.feed_id for d in found}:
        _delete(waiting[feed_id])
    return tuple(replace(d, pushed=tuple(waiting[d.state.feed_id])) for d in found)


def done(polls: Sequence[Polled]) -> None:
    """Delete the pushes that are filed."""
    for poll in polls:
        _delete(poll.pushed)


def live(box: PushBox, now: datetime) -> frozenset[str]:
    """The feeds whose hub pushes."""
    return frozenset(s.feed_id for s in box.subscriptions() if s.is_live(now))


def states(box: PushBox, now: datetime) -> tuple[HubStanding, ...]:
    """The subscriptions for people to see: without what is secret."""
    return tuple(_standing(s, now) for s in box.subscriptions() if s.state != "ending")


def _standing(s: Subscription, now: datetime) -> HubStanding:
    lapsed = s.state == "verified" and not s.is_live(now)
    return HubStanding(
        feed_id=s.feed_id, hub=s.hub, topic=s.topic, state="lapsed" if lapsed else s.state, reason=s.reason, requested_at=s.requested_at,
        verified_at=s.verified_at, lease_ends_at=s.lease_ends_at, pushes=s.pushes, dropped_pushes=s.dropped, last_push_at=s.last_push_at,
    )  # fmt: skip


def _delete(pushes: Sequence[Push]) -> None:
    for push in pushes:
        push.path.unlink(missing_ok=True)
