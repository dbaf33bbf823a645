"""How fast the database grows: by what arrived in the last days, so that nothing has to be measured and kept."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from warehouse.database.store import Warehouse

DAYS = 7


@dataclass(frozen=True, slots=True, kw_only=True)
class Growth:
    """What arrives a day as a share of all that was received (None before a day has passed), when the newest document
    arrived, and how many wait to be filed. Documents of about one kind take space in proportion to their bytes."""

    share_a_day: float | None
    newest: datetime | None
    waiting: int


def growth(warehouse: Warehouse, at: datetime) -> Growth:
    """The growth over the last days before a moment, or since the first document."""
    everything, lately, first, newest, waiting = warehouse.rows("growth", {"since": at - timedelta(days=DAYS)})[0]
    days = min(float(DAYS), (at - first) / timedelta(days=1)) if first else 0.0
    share = lately / everything / days if everything and days >= 1 else None
    return Growth(share_a_day=share, newest=newest, waiting=waiting)
