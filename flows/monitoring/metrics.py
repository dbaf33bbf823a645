"""Metrics in Prometheus's text format: `newsdesk status --metrics`, and a file beside the database after each run.

https://prometheus.io/docs/instrumenting/exposition_formats/ — the file is for node_exporter's textfile collector.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from prometheus_client import CollectorRegistry, generate_latest
from prometheus_client.core import CounterMetricFamily, GaugeMetricFamily
from prometheus_client.metrics_core import Metric

from warehouse.asking.metrics import Metrics, metrics
from warehouse.database.place import Place
from warehouse.database.store import consulting

Sample = tuple[tuple[str, ...], float]
"""The values of a metric's labels, and its own."""


def path(place: Place) -> Path:
    """Where the metrics of a database lie: `.newsdesk.duckdb.desk/metrics.prom` beside `newsdesk.duckdb`.

    In the desk's own folder: a folder that people drop documents into must not get one from us.
    """
    return place.desk / "metrics.prom"


def leave(place: Place) -> None:
    """Write the metrics beside the published database, whole or not at all; to be called after the last publication."""
    target = path(place)
    target.parent.mkdir(exist_ok=True)
    part = target.with_name(f".{target.name}.part")
    part.write_text(current(place), encoding="utf-8")
    part.replace(target)


def current(place: Place) -> str:
    """The metrics of the published database."""
    with consulting(place) as warehouse:
        return text(metrics(warehouse), place.published.stat().st_mtime, place.published.stat().st_size)


def text(now: Metrics, published: float, size: int) -> str:
    """Metrics in the text format. `published` is in seconds since 1970, `size` in bytes."""
    registry = CollectorRegistry()
    registry.register(_Collector((*_of_documents(now), *_of_runs(now), *_of_feeds(now), *_of_file(published, size))))
    return generate_latest(registry).decode()


class _Collector:
    """What a registry asks for metrics: those that have samples."""

    def __init__(self, families: Iterable[Metric]) -> None:
        self._families = tuple(family for family in families if family.samples)

    def collect(self) -> Iterator[Metric]:
        """All of them."""
        return iter(self._families)


def _of_documents(now: Metrics) -> Iterator[Metric]:
    arrived = CounterMetricFamily("newsdesk_documents", "Documents that arrived, by outcome.", labels=["outcome"])
    for outcome, count in now.outcomes:
        arrived.add_metric([outcome], count)
    yield arrived
    yield _gauge("records", "What the database holds.", ("kind",), (((kind,), n) for kind, n in now.sizes))
    yield _gauge("facts", "Facts by kind.", ("kind",), (((kind,), n) for kind, n in now.facts))
    yield _gauge("backlog_documents", "Documents received and not yet settled.", (), [((), now.backlog)])


def _of_runs(now: Metrics) -> Iterator[Metric]:
    yield _gauge(
        "run_started_timestamp_seconds", "Start of the last run.", ("kind", "state"),
        (((r.kind, r.state), r.started_at.timestamp()) for r in now.runs),
    )  # fmt: skip
    yield _gauge(
        "run_duration_seconds", "How long the last run took.", ("kind",),
        (((r.kind,), r.seconds) for r in now.runs if r.seconds is not None),
    )  # fmt: skip
    yield _gauge(
        "run_stage_seconds", "Seconds of the last run by stage; parse stages are CPU seconds of the workers.",
        ("kind", "stage"), (((r.kind, stage), s) for r in now.runs for stage, s in r.stages),
    )  # fmt: skip


def _of_feeds(now: Metrics) -> Iterator[Metric]:
    yield _gauge(
        "feed_up", "1 when the feed could be read at the last attempt, else 0.", ("url", "status"),
        (((f.url, f.status), float(f.failures == 0)) for f in now.feeds),
    )  # fmt: skip
    yield _gauge(
        "feed_failures", "Weight of failures since the last success.", ("url",),
        (((f.url,), f.failures) for f in now.feeds),
    )  # fmt: skip
    yield _gauge(
        "feed_last_success_timestamp_seconds", "When the feed was last read.", ("url",),
        (((f.url,), f.last_success_at.timestamp()) for f in now.feeds if f.last_success_at),
    )  # fmt: skip


def _of_file(published: float, size: int) -> Iterator[Metric]:
    yield _gauge("published_timestamp_seconds", "When readers last got a new state.", (), [((), published)])
    yield _gauge("published_bytes", "Size of the published database.", (), [((), size)])


def _gauge(name: str, meaning: str, labels: tuple[str, ...], samples: Iterable[Sample]) -> Metric:
    family = GaugeMetricFamily(f"newsdesk_{name}", meaning, labels=labels)
    for values, number in samples:
        family.add_metric(values, number)
    return family
