"""The last day at the desk, for the standing report: what came in, how it ended, what spread, where the time went."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from warehouse.database.store import Warehouse

REPORTED = timedelta(hours=24)
"""What the standing report looks back on."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Spread:
    """A story and the outlets that carry it. `outlets_before` counts without the articles of the run asked about."""

    story_id: str
    headline: str | None
    outlets: tuple[str, ...]
    outlets_before: int = 0
    articles: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class DeskFigures:
    """Counts since a moment: pairs of a name and a number, the largest first."""

    outcomes: tuple[tuple[str, int], ...]
    sources: tuple[tuple[str, int], ...]
    runs: tuple[tuple[str, str, int], ...]
    stories: tuple[Spread, ...]
    stages: tuple[tuple[str, float], ...]
    quarantine: tuple[tuple[str, int], ...]
    feeds: tuple[tuple[str, str], ...]
    deliveries: tuple[tuple[str, str], ...]
    articles: int
    newest: datetime | None


def desk_figures(warehouse: Warehouse, since: datetime) -> DeskFigures:
    """What happened since a moment, from the published database."""
    at = {"since": since}
    totals = warehouse.rows("desk_totals")[0]
    return DeskFigures(
        outcomes=tuple((o, n) for o, n in warehouse.rows("desk_outcomes", at)),
        sources=tuple((s, n) for s, n in warehouse.rows("desk_sources", at)),
        runs=tuple((k, s, n) for k, s, n in warehouse.rows("desk_runs", at)),
        stories=tuple(
            Spread(story_id=i, headline=h, outlets=tuple(o), articles=n)
            for i, h, o, n in warehouse.rows("desk_stories", at)
        ),
        stages=tuple((s, x) for s, x in warehouse.rows("desk_stages", at)) if _has(warehouse, "run_stage") else (),
        quarantine=tuple((r, n) for r, n in warehouse.rows("desk_quarantine")),
        feeds=tuple((u, s) for u, s in warehouse.rows("desk_feeds")) if _has(warehouse, "feed_health") else (),
        deliveries=tuple((d, t) for d, t in warehouse.rows("desk_deliveries")) if _has(warehouse, "delivery") else (),
        articles=totals[0],
        newest=totals[1],
    )


def spread_by(warehouse: Warehouse, run_id: str) -> tuple[Spread, ...]:
    """Stories that a run brought to further outlets, the widest first."""
    return tuple(
        Spread(story_id=i, headline=h, outlets=tuple(o), outlets_before=before, articles=n)
        for i, h, o, before, n in warehouse.rows("stories_spread", {"run_id": run_id})
    )


def note_stages(warehouse: Warehouse, run_id: str, seconds: Mapping[str, float]) -> None:
    """Keep where the time of a run went."""
    warehouse.append("run_stage", ("run_id", "stage", "seconds"), [(run_id, s, x) for s, x in seconds.items()])


def _has(warehouse: Warehouse, name: str) -> bool:
    """Whether a table or view exists: a published file may be from an older version."""
    found = warehouse.connection.execute(
        "select count(*) from information_schema.tables where table_name = ?", [name]
    ).fetchall()
    return bool(found[0][0])
