"""What came of a soak: the figures as one dictionary, and a summary for people."""

from __future__ import annotations

import json
import re
import statistics
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tests.benchmarks.soak_feeds import Feeds
from tests.servers.served_desk import ServedDesk

AFTER_KILL_SECONDS = 30.0
WITHIN_SECONDS = 5.0
HOUR = 3600.0
PART_SECONDS = 1200.0

SPOKEN = ("Traceback (most recent call last)", " ERROR ", " CRITICAL ", "a round failed", "did not take", "is away")
_DEATH = re.compile(r"(?P<part>[\w ]+) ended \((?P<why>.*?)\); starting|(?P<lost>[\w ]+) ended \d+ times in a row")


@dataclass(slots=True)
class File:
    """A good file; `dropped` and `visible` (None: not yet) in seconds since the beginning."""

    path: str
    dropped: float
    in_burst: bool
    visible: float | None = None


@dataclass(frozen=True, slots=True)
class Kill:
    """What was killed, and when."""

    at: float
    what: str


@dataclass(frozen=True, slots=True)
class Sample:
    """A process at a moment."""

    second: float
    name: str
    pid: int
    megabytes: float
    proportional: float
    threads: int
    zombie: bool


@dataclass(slots=True)
class Soaked:
    """What was done and seen."""

    started: float
    dropping_ended: float | None = None
    files: list[File] = field(default_factory=list)
    hostile: list[str] = field(default_factory=list)
    kills: list[Kill] = field(default_factory=list)
    starts: list[float] = field(default_factory=list)
    samples: list[Sample] = field(default_factory=list)
    sizes: list[dict[str, float]] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    reader_errors: list[str] = field(default_factory=list)


def report(desk: ServedDesk, feeds: Feeds, seen: Soaked, output: Path, elapsed: float) -> dict[str, Any]:
    """The figures so far."""
    log = desk.parts_log.read_text("utf-8", "replace") if desk.parts_log.exists() else ""
    said = desk.log.read_text("utf-8", "replace")
    return {
        "hours": round(elapsed / HOUR, 2),
        "good files": _latencies(seen),
        "ledger": _ledger(desk, seen),
        "feeds": _feeds(desk, feeds),
        "readers": [json.loads(p.read_text("utf-8")) for p in sorted(output.glob("reader-*.json"))],
        "reader errors of the clock": seen.reader_errors,
        "kills": [f"{k.at:.0f} s: {k.what}" for k in seen.kills],
        "seconds to start again after everything was killed": [round(s, 1) for s in seen.starts],
        "deaths": _deaths(said),
        "troubles in the log": dict(Counter(m.strip() for line in log.splitlines() for m in SPOKEN if m in line)),
        "memory, MB": _memory(seen.samples),
        "memory of all together, MB": _together(seen.samples),
        "zombies seen": sum(s.zombie for s in seen.samples),
        "sizes, MB": _ends(seen.sizes),
        "load average": _middle(s["load"] for s in seen.sizes),
        "notes": seen.notes,
    }


def _latencies(seen: Soaked) -> dict[str, Any]:
    kills = [k.at for k in seen.kills]
    calm = [f for f in seen.files if not _near(f, kills)]
    return {
        "dropped": len(seen.files),
        "not yet visible": [f"{f.path} dropped at {f.dropped:.0f} s" for f in seen.files if f.visible is None][:50],
        "single, calm": _figures([f for f in calm if not f.in_burst]),
        "in bursts, calm": _figures([f for f in calm if f.in_burst]),
        "around a kill": _figures([f for f in seen.files if _near(f, kills)]),
        "slow ones": [f"{Path(f.path).name} at {f.dropped:.0f} s: {s:.1f} s" for f in calm if (s := _wait(f)) and s > WITHIN_SECONDS][:400],
        "calm, by twenty minutes": _by_time(calm),
    }  # fmt: skip


def _by_time(files: Sequence[File]) -> list[dict[str, Any]]:
    """The figures of each part of twenty minutes in turn."""
    parts: dict[int, list[File]] = defaultdict(list)
    for file in files:
        parts[int(file.dropped // PART_SECONDS)].append(file)
    return [_figures(of_part) for _, of_part in sorted(parts.items())]


def _near(file: File, kills: Sequence[float]) -> bool:
    """Whether a kill came less than half a minute before the file, or while it was waited for."""
    return any(file.dropped - AFTER_KILL_SECONDS <= kill <= (file.visible or 1e9) for kill in kills)


def _wait(file: File) -> float | None:
    return None if file.visible is None else file.visible - file.dropped


def _figures(files: Sequence[File]) -> dict[str, Any]:
    waits = sorted(w for f in files if (w := _wait(f)) is not None)
    if len(waits) < 2:
        return {"files": len(files), "visible": len(waits)}
    cuts = statistics.quantiles(waits, n=20, method="inclusive")
    within = sum(w <= WITHIN_SECONDS for w in waits)
    return {
        "files": len(files), "visible": len(waits), "p50": round(statistics.median(waits), 2), "p95": round(cuts[18], 2),
        "max": round(waits[-1], 2), "within 5 s": f"{within} of {len(files)} ({100 * within / len(files):.1f} %)",
    }  # fmt: skip


def _ledger(desk: ServedDesk, seen: Soaked) -> dict[str, Any]:
    paths = Counter({str(uri): int(n) for uri, n in desk.ask("select source_uri, count(*) from arrival group by all")})
    started = Counter(uri.split("#")[0].split("!")[0] for uri in paths)
    good = [f.path for f in seen.files if f.visible is not None]
    return {
        "arrivals": desk.count("select count(*) from arrival"),
        "without an outcome": desk.count("select count(*) from arrival where outcome is null"),
        "runs that do not add up": desk.count("select count(*) from ledger where not adds_up"),
        "outcomes": dict(desk.ask("select outcome, count(*) from arrival group by all order by all")),
        "good files without arrival": [p for p in good if not paths[p]],
        "good files with two arrivals": [p for p in good if paths[p] > 1],
        "good files in two articles": desk.count("select count(*) from (select source_uri from arrival where source_uri like '%/good-%' group by 1 having count(distinct article_id) > 1)"),
        "hostile files": len(seen.hostile),
        "hostile files without arrival": [p for p in seen.hostile if not started[p]],
        "hostile outcomes": {f"{k}: {o} {r}": n for k, o, r, n in desk.ask(HOSTILE)},
        "runs": dict(desk.ask("select kind || ' ' || state, count(*) from run group by all order by all")),
    }  # fmt: skip


HOSTILE = """
    select regexp_extract(source_uri, 'hostile-[0-9]+-([a-z]+)', 1), outcome, coalesce(split_part(reason, ':', 1), ''), count(*)
    from arrival where source_uri like '%/hostile-%' group by all order by all
"""


def _feeds(desk: ServedDesk, feeds: Feeds) -> dict[str, Any]:
    arrived = Counter(uri for (uri,) in desk.ask("select source_uri from arrival where feed_id is not null"))
    arrived_links = {uri.split("#")[0] for uri in arrived}
    polls = desk.ask("select kind, count(*), round(max(elapsed), 1) from feed_poll group by all order by all")
    return {
        "requests": feeds.asked(),
        "entries served": len(feeds.served),
        "entries without arrival": sorted(link for link in set(feeds.served) if link not in arrived_links)[:30],
        "entries with two arrivals": sorted(uri for uri, n in arrived.items() if n > 1)[:30],
        "polls by answer": {kind: {"polls": n, "slowest s": s} for kind, n, s in polls},
    }


def _deaths(said: str) -> dict[str, int]:
    """How often each part ended, by reason, from what `serve` says."""
    found = Counter(f"{m['part'] or m['lost']}: {m['why'] or 'given up'}"[:200] for m in _DEATH.finditer(said))
    return dict(found.most_common())


def _memory(samples: Sequence[Sample]) -> dict[str, Any]:
    """By part: the median and the most in the first and in the last hour (halves of a shorter time)."""
    parts: dict[str, list[Sample]] = defaultdict(list)
    for sample in samples:
        parts[sample.name].append(sample)
    end = samples[-1].second if samples else 0.0
    edge = min(HOUR, end / 2)
    return {name: _part(found, edge, end - edge) for name, found in sorted(parts.items())}


def _part(samples: Sequence[Sample], first_until: float, last_from: float) -> dict[str, Any]:
    first = [s.megabytes for s in samples if s.second <= first_until]
    last = [s.megabytes for s in samples if s.second > last_from]
    return {
        "processes": len({s.pid for s in samples}),
        "first": _middle(first), "first, most": max(first, default=None),
        "last": _middle(last), "last, most": max(last, default=None),
        "threads, most": max(s.threads for s in samples),
    }  # fmt: skip


def _together(samples: Sequence[Sample]) -> dict[str, Any]:
    """Memory of all processes added up; shared pages count once."""
    sums: dict[float, float] = defaultdict(float)
    for sample in samples:
        sums[round(sample.second)] += sample.proportional
    all_sums = list(sums.values())
    half = len(all_sums) // 2
    return {
        "first": _middle(all_sums[:half]),
        "last": _middle(all_sums[half:]),
        "most": round(max(all_sums, default=0)),
    }


def _middle(figures: Iterable[float]) -> float | None:
    known = list(figures)
    return round(statistics.median(known), 1) if known else None


def _ends(sizes: Sequence[dict[str, float]]) -> dict[str, Any]:
    return {"first": sizes[0], "middle": sizes[len(sizes) // 2], "last": sizes[-1]} if sizes else {}


def summary(found: dict[str, Any]) -> str:
    """The figures in some lines."""
    ledger, files = found["ledger"], found["good files"]
    readers = found["readers"]
    lines = [
        f"{found['hours']} hours, load average {found['load average']}, {len(found['kills'])} kills",
        f"arrivals {ledger['arrivals']}: {ledger['outcomes']}; without an outcome {ledger['without an outcome']}; runs that do not add up {ledger['runs that do not add up']}",
        f"good files {files['dropped']}: lost {len(ledger['good files without arrival']) + len(files['not yet visible'])}, arrived twice {len(ledger['good files with two arrivals'])}, filed as two articles {ledger['good files in two articles']}",
        *(f"  {kind}: {files[kind]}" for kind in ("single, calm", "in bursts, calm", "around a kill")),
        f"hostile files {ledger['hostile files']}: without arrival {ledger['hostile files without arrival']}",
        *(f"  {n} x {what}" for what, n in ledger["hostile outcomes"].items()),
        f"feeds: {found['feeds']['entries served']} entries served, without arrival {len(found['feeds']['entries without arrival'])}, twice {len(found['feeds']['entries with two arrivals'])}",
        f"  {found['feeds']['polls by answer']}",
        *(f"reader {r['kind']}: {r['readings']} readings, errors {len(r['errors'])}, without article {r['without_article']}, other words {r['other_words']}, steps back {r['steps_back']}, snapshot changed {r['changes_in_snapshot']}, slowest {r['slowest_seconds']} s" for r in readers),
        "memory, MB (median and most; first and last hour):",
        *(f"  {name}: {m['first']} ({m['first, most']}) → {m['last']} ({m['last, most']}); {m['processes']} processes" for name, m in found["memory, MB"].items()),
        f"  together {found['memory of all together, MB']}; zombies {found['zombies seen']}",
        f"sizes, MB: {found['sizes, MB']}",
        f"deaths: {found['deaths']}",
        f"troubles in the log: {found['troubles in the log']}",
        *found["notes"],
    ]  # fmt: skip
    return "\n".join(lines)
