"""Alerts as they are told: of a run, and of a watch for its feed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from warehouse.database.store import Warehouse, text_array

FEED = 100
"""Alerts in the feed of a watch."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Alert:
    """What a watch found: the article, the exact words (in its body from `start` to `end`; None: in the headline), and why."""

    watch: str
    alert_id: str
    story_id: str
    article_id: str
    fact_id: str | None
    headline: str | None
    publisher: str | None
    url: str | None
    date_published: datetime | None
    exact: str
    start: int | None
    end: int | None
    why: str
    found_at: datetime


NAMES = ("watch", "alert_id", "story_id", "article_id", "fact_id", "headline", "publisher", "url", "date_published", "exact", "start", "end", "why", "found_at")  # fmt: skip


def of_run(warehouse: Warehouse, run_id: str) -> tuple[Alert, ...]:
    """What watches found in a run, by watch."""
    return tuple(_alert(row) for row in warehouse.rows("alerts_of_run", {"run_id": run_id}))


def of_watches(warehouse: Warehouse, names: Sequence[str]) -> dict[str, tuple[Alert, ...]]:
    """The latest alerts of some watches, the latest first; an empty tuple for one without any."""
    rows = warehouse.rows("feed_alerts", {"most": FEED}, incoming={"watch": text_array(list(names))})
    found: dict[str, list[Alert]] = {name: [] for name in names}
    for row in rows:
        found[row[0]].append(_alert(row))
    return {name: tuple(alerts) for name, alerts in found.items()}


def signatures(warehouse: Warehouse) -> dict[str, str]:
    """By watch: a value that changes with what its feed is to hold; empty without any alert."""
    return {name: said or "" for name, said in warehouse.rows("feed_signatures", {"most": FEED})}


def _alert(row: Sequence[object]) -> Alert:
    return Alert(**dict(zip(NAMES, row, strict=True)))  # type: ignore[arg-type]
