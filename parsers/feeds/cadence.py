"""How often a feed usually has something new, from the dates it prints; good enough to notice that it fell silent.

Only the distance between entries counts here, so zones that cannot be known do not matter; the articles' own dates
are read elsewhere, with their outlet's zone.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from itertools import pairwise
from statistics import median

from parsers.feeds.model import FeedEntry

MOST = 50
"""Entries looked at: the pace of the last weeks, not of a static archive."""


def instants(entries: Iterable[FeedEntry], now: datetime) -> tuple[datetime, ...]:
    """The entries' dates that can be read and do not lie in the future, newest first."""
    read = (_instant(e.published or e.updated) for e in entries)
    return tuple(sorted((d for d in read if d and d <= now), reverse=True)[:MOST])


def usual_gap(dates: tuple[datetime, ...]) -> float | None:
    """The median number of seconds between entries, or None for fewer than four."""
    if len(dates) < 4:
        return None
    return median((a - b).total_seconds() for a, b in pairwise(dates)) or None


def _instant(printed: str | None) -> datetime | None:
    if not printed:
        return None
    for reader in (datetime.fromisoformat, parsedate_to_datetime):
        try:
            read = reader(printed.strip())
            return read.astimezone(UTC) if read.tzinfo else read.replace(tzinfo=UTC)
        except (ValueError, TypeError, OverflowError):
            continue
    return None
