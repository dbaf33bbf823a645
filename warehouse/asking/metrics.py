"""What a monitor asks of the desk: how documents ended, how long stages take, what waits, how the feeds are."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from warehouse.database.store import Warehouse


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedGauge:
    """The health of one feed. `failures` is their weight since the last success, 0 when healthy."""

    url: str
    status: str
    failures: float
    last_success_at: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class RunGauge:
    """The last finished run of a kind, with seconds by stage."""

    kind: str
    state: str
    started_at: datetime
    seconds: float | None
    stages: tuple[tuple[str, float], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Metrics:
    """The desk in numbers. `backlog` are documents received and not yet settled."""

    outcomes: tuple[tuple[str, int], ...]
    sizes: tuple[tuple[str, int], ...]
    facts: tuple[tuple[str, int], ...]
    backlog: int
    runs: tuple[RunGauge, ...]
    feeds: tuple[FeedGauge, ...]


def metrics(warehouse: Warehouse) -> Metrics:
    """Read every gauge from the published database."""
    stages: dict[str, list[tuple[str, float]]] = {}
    for run_id, stage, seconds in warehouse.rows("metrics_stages"):
        stages.setdefault(run_id, []).append((stage, seconds))
    outcomes = dict(warehouse.rows("report_outcomes"))
    return Metrics(
        outcomes=tuple((name, n) for name, n in outcomes.items() if name != "pending"),
        sizes=tuple((name, n) for name, n in warehouse.rows("desk_counts")),
        facts=tuple((kind, n) for kind, n in warehouse.rows("metrics_facts")),
        backlog=outcomes.get("pending", 0),
        runs=tuple(
            RunGauge(kind=k, state=s, started_at=at, seconds=n, stages=tuple(stages.get(i, ())))
            for i, k, s, at, n in warehouse.rows("metrics_runs")
        ),
        feeds=tuple(
            FeedGauge(url=u, status=s, failures=f, last_success_at=at)
            for u, s, f, at in warehouse.rows("metrics_feeds")
        ),
    )
