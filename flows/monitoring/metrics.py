"""Metrics in Prometheus's text format: `newsdesk status --metrics`, and a file beside the database after each run.

https://prometheus.io/docs/instrumenting/exposition_formats/ — the file is for node_exporter's textfile collector.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from warehouse.asking.metrics import Metrics, metrics
from warehouse.database.place import Place
from warehouse.database.store import consulting

Sample = tuple[tuple[tuple[str, str], ...], float]


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
    families = (
        _family("documents_total", "counter", "Documents that arrived, by outcome.", _by("outcome", now.outcomes)),
        _family("records", "gauge", "What the database holds.", _by("kind", now.sizes)),
        _family("facts", "gauge", "Facts by kind.", _by("kind", now.facts)),
        _family("backlog_documents", "gauge", "Documents received and not yet settled.", [((), now.backlog)]),
        _family(
            "run_started_timestamp_seconds", "gauge", "Start of the last run.",
            [((("kind", r.kind), ("state", r.state)), r.started_at.timestamp()) for r in now.runs],
        ),
        _family(
            "run_duration_seconds", "gauge", "How long the last run took.",
            [((("kind", r.kind),), r.seconds) for r in now.runs if r.seconds is not None],
        ),
        _family(
            "run_stage_seconds", "gauge", "Seconds of the last run by stage; parse stages are CPU seconds of the workers.",
            [((("kind", r.kind), ("stage", stage)), s) for r in now.runs for stage, s in r.stages],
        ),
        _family(
            "feed_up", "gauge", "1 when the feed could be read at the last attempt, else 0.",
            [((("url", f.url), ("status", f.status)), float(f.failures == 0)) for f in now.feeds],
        ),
        _family("feed_failures", "gauge", "Weight of failures since the last success.",
                [((("url", f.url),), f.failures) for f in now.feeds]),
        _family(
            "feed_last_success_timestamp_seconds", "gauge", "When the feed was last read.",
            [((("url", f.url),), f.last_success_at.timestamp()) for f in now.feeds if f.last_success_at],
        ),
        _family("published_timestamp_seconds", "gauge", "When readers last got a new state.", [((), published)]),
        _family("published_bytes", "gauge", "Size of the published database.", [((), size)]),
    )  # fmt: skip
    return "".join(families)


def _by(label: str, counts: Iterable[tuple[str, int]]) -> list[Sample]:
    return [(((label, name),), float(n)) for name, n in counts]


def _family(name: str, kind: str, meaning: str, samples: list[Sample]) -> str:
    """One metric with its samples; nothing when there are none."""
    if not samples:
        return ""
    lines = [f"# HELP newsdesk_{name} {meaning}", f"# TYPE newsdesk_{name} {kind}"]
    for labels, value in samples:
        said = ",".join(f'{key}="{_escaped(text)}"' for key, text in labels)
        lines.append(f"newsdesk_{name}{{{said}}} {_number(value)}" if said else f"newsdesk_{name} {_number(value)}")
    return "\n".join(lines) + "\n"


def _escaped(value: str) -> str:
    return value.replace("\\", r"\\").replace('"', r"\"").replace("\n", r"\n")


def _number(value: float) -> str:
    return f"{value:.0f}" if float(value).is_integer() else f"{value:.6f}"
