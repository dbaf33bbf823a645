"""Metrics: in the text format that Prometheus reads, beside the database."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from prometheus_client.parser import text_string_to_metric_families

from flows.monitoring import metrics
from tests.filing import file_texts
from warehouse.asking.metrics import FeedGauge, Metrics, RunGauge
from warehouse.database.place import Place

AT = datetime(2026, 1, 2, tzinfo=UTC)


def test_the_text_format() -> None:
    """Every metric has HELP and TYPE before its samples, and names are escaped."""
    now = Metrics(
        outcomes=(("loaded", 3), ("rejected", 1)),
        sizes=(("articles", 3),),
        facts=(("quantity", 7),),
        backlog=2,
        runs=(RunGauge(kind="ingest", state="finished", started_at=AT, seconds=1.5, stages=(("parse: facts", 0.25),)),),
        feeds=(FeedGauge(url='http://x/"a"\\\n', status="active", failures=2, last_success_at=AT),),
    )
    said = metrics.text(now, 10.0, 4096)
    read = {
        (sample.name, *sorted(sample.labels.items())): sample.value
        for family in text_string_to_metric_families(said)
        for sample in family.samples
    }
    assert read["newsdesk_documents_total", ("outcome", "loaded")] == 3
    assert read["newsdesk_run_stage_seconds", ("kind", "ingest"), ("stage", "parse: facts")] == 0.25
    assert read["newsdesk_feed_up", ("status", "active"), ("url", 'http://x/"a"\\\n')] == 0
    assert read["newsdesk_backlog_documents",] == 2
    assert read["newsdesk_run_started_timestamp_seconds", ("kind", "ingest"), ("state", "finished")] == AT.timestamp()
    assert all(name.startswith("newsdesk_") for name, *_ in read)
    for name, *_ in read:
        assert f"# HELP {name} " in said
        assert f"# TYPE {name} " in said


def test_a_metric_without_samples_is_left_out() -> None:
    """A desk without feeds has no lines about feeds."""
    nothing = Metrics(outcomes=(), sizes=(), facts=(), backlog=0, runs=(), feeds=())
    said = metrics.text(nothing, 10.0, 4096)
    assert "feed" not in said
    assert "newsdesk_backlog_documents 0.0" in said


def test_they_lie_beside_the_database(tmp_path: Path) -> None:
    """`leave` writes them whole beside the published file."""
    place = Place.at(tmp_path / "desk.duckdb")
    file_texts(
        place, {"a.txt": "Nothing happened\n\n" + "Nothing happened in the town on Monday, the mayor said. " * 8}
    )
    metrics.leave(place)
    assert (
        'newsdesk_documents_total{outcome="loaded"} 1.0'
        in (tmp_path / ".desk.duckdb.desk" / "metrics.prom").read_text()
    )
