"""Metrics: in the text format that Prometheus reads, beside the database."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from pathlib import Path

from flows.monitoring import metrics
from tests.filing import file_texts
from warehouse.asking.metrics import FeedGauge, Metrics, RunGauge
from warehouse.database.place import Place

LINE = re.compile(r'newsdesk_[a-z_]+(\{[a-z_]+="(\\.|[^"\\])*"(,[a-z_]+="(\\.|[^"\\])*")*\})? -?\d+(\.\d+)?')
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
    said = metrics.text(now, 10.0, 4096).splitlines()
    assert 'newsdesk_documents_total{outcome="loaded"} 3' in said
    assert 'newsdesk_run_stage_seconds{kind="ingest",stage="parse: facts"} 0.250000' in said
    assert r'newsdesk_feed_up{url="http://x/\"a\"\\\n",status="active"} 0' in said
    assert "newsdesk_backlog_documents 2" in said
    for line in said:
        assert line.startswith(("# HELP newsdesk_", "# TYPE newsdesk_")) or LINE.fullmatch(line), line


def test_they_lie_beside_the_database(tmp_path: Path) -> None:
    """`leave` writes them whole beside the published file."""
    place = Place.at(tmp_path / "desk.duckdb")
    file_texts(
        place, {"a.txt": "Nothing happened\n\n" + "Nothing happened in the town on Monday, the mayor said. " * 8}
    )
    metrics.leave(place)
    assert (
        'newsdesk_documents_total{outcome="loaded"} 1' in (tmp_path / ".desk.duckdb.desk" / "metrics.prom").read_text()
    )
