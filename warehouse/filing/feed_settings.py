"""What a person set for one feed or for all by verb: how their servers are asked, and how often."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from warehouse.database.store import Warehouse

_COLUMNS = ("feed_id", "url", "key", "name", "value", "set_at")


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """One setting. `feed_id` and `url` are None for all feeds; `name` is that of a header or cookie, else empty."""

    feed_id: str | None = None
    url: str | None = None
    key: str
    name: str = ""
    value: str


def listed(warehouse: Warehouse) -> tuple[Setting, ...]:
    """All settings of feeds that are subscribed to, and of all feeds, in the order of their names."""
    return tuple(
        Setting(feed_id=feed_id, url=url, key=key, name=name, value=value)
        for feed_id, url, key, name, value in warehouse.rows("feed_settings")
    )


def put(warehouse: Warehouse, settings: Sequence[Setting], at: datetime) -> None:
    """Set these; what had the same feed, key and name is replaced."""
    for s in settings:
        clear(warehouse, s.feed_id, s.key, s.name)
    rows = [(s.feed_id, s.url, s.key, s.name, s.value, at) for s in settings]
    warehouse.append("feed_setting", _COLUMNS, rows)


def clear(warehouse: Warehouse, feed_id: str | None, key: str | None = None, name: str | None = None) -> None:
    """Take settings of a feed (None: those of all feeds) out: every one, those of a key, or one name of it."""
    warehouse.connection.execute(
        "delete from feed_setting where feed_id is not distinct from ? and key = coalesce(?, key) and lower(name) = lower(coalesce(?, name))",
        [feed_id, key, name],
    ).fetchall()
