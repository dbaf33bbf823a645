"""The hubs that feeds name, and the state of the subscriptions there, for people to see."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields
from datetime import datetime

from parsers.feeds.websub import Offer
from warehouse.database.store import Warehouse
from warehouse.filing.feeds import Polled


@dataclass(frozen=True, slots=True, kw_only=True)
class HubStanding:
    """A row of `feed_hub`."""

    feed_id: str
    hub: str
    topic: str
    state: str = "offered"
    reason: str | None = None
    requested_at: datetime | None = None
    verified_at: datetime | None = None
    lease_ends_at: datetime | None = None
    pushes: int = 0
    dropped_pushes: int = 0
    last_push_at: datetime | None = None


_COLUMNS = tuple(f.name for f in fields(HubStanding))


def remember(warehouse: Warehouse, polls: Sequence[Polled], standings: Sequence[HubStanding]) -> None:
    """Write the hubs that polled feeds name now, and the state of each subscription."""
    named = {(i, o.hub, o.topic): HubStanding(feed_id=i, hub=o.hub, topic=o.topic) for i, o in offered(warehouse)}
    for poll in polls:
        if poll.offers:
            named = {k: v for k, v in named.items() if k[0] != poll.state.feed_id}
            named |= {
                (poll.state.feed_id, o.hub, o.topic): HubStanding(feed_id=poll.state.feed_id, hub=o.hub, topic=o.topic)
                for o in poll.offers if o
            }  # fmt: skip
    known = {(s.feed_id, s.hub, s.topic): s for s in standings}
    rows = [known.get(key, standing) for key, standing in named.items()]
    with warehouse.transaction():
        warehouse.connection.execute("delete from feed_hub").fetchall()
        warehouse.append("feed_hub", _COLUMNS, [tuple(getattr(r, c) for c in _COLUMNS) for r in rows])


def offered(warehouse: Warehouse) -> list[tuple[str, Offer]]:
    """The hub of each subscribed feed."""
    return [(i, Offer(hub=hub, topic=topic)) for i, hub, topic, _ in warehouse.rows("hubs_offered")]


def wanted(warehouse: Warehouse) -> dict[str, tuple[Offer, str]]:
    """The hub of each active feed, and the address of the feed."""
    return {i: (Offer(hub=hub, topic=topic), url) for i, hub, topic, url in warehouse.rows("hubs_offered") if url}
