"""How long from dropping a file to being able to ask for it, and how fast a burst goes through.

    python -m tests.benchmarks.latency [--drops 50] [--burst 1000] [--write tests/benchmarks/figures/latency.json]

Serves a real desk (`newsdesk serve`) in a temporary folder; a second process would see the same, as the published
database is asked.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import tempfile
import time
from pathlib import Path

from tests.servers.copy_desk import article
from tests.servers.served_desk import ServedDesk
from tests.servers.watched_desk import drop, until


def single_drops(desk: ServedDesk, number: int, pause: float) -> list[float]:
    """Seconds from each drop to the moment the article can be asked for."""
    latencies = []
    for n in range(number):
        name = f"single-{n:04d}.txt"
        start = time.perf_counter()
        drop(desk.inbox, name, article(n))
        while not desk.count(
            f"select count(*) from arrival where ends_with(source_uri, '{name}') and article_id is not null"
        ):
            time.sleep(0.02)
        latencies.append(time.perf_counter() - start)
        time.sleep(pause)
    return latencies


def burst(desk: ServedDesk, number: int) -> float:
    """Seconds until a burst is queryable to the last file."""
    before = desk.received()
    texts = [article(100_000 + n) for n in range(number)]
    start = time.perf_counter()
    for n, text in enumerate(texts):
        drop(desk.inbox, f"burst-{n:05d}.txt", text)
    until(lambda: desk.received() >= before + number, 600, "the whole burst is filed")
    return time.perf_counter() - start


def memory(desk: ServedDesk) -> dict[str, float]:
    """Resident megabytes of each part."""
    return {part: rss(pid) for part, pid in desk.pids().items()}


def rss(pid: int) -> float:
    """Resident megabytes of a process; 0 when it has ended."""
    try:
        pages = int(Path(f"/proc/{pid}/statm").read_text().split()[1])
    except (FileNotFoundError, ProcessLookupError):
        return 0.0
    return round(pages * os.sysconf("SC_PAGE_SIZE") / 1e6, 1)


def figures(latencies: list[float]) -> dict[str, float]:
    """Percentiles."""
    cuts = statistics.quantiles(latencies, n=20, method="inclusive")
    return {
        "drops": len(latencies),
        "p50": round(statistics.median(latencies), 2),
        "p95": round(cuts[18], 2),
        "max": round(max(latencies), 2),
    }


def main() -> None:
    """Measure, print, and write when asked."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--drops", type=int, default=50)
    parser.add_argument("--pause", type=float, default=1.0)
    parser.add_argument("--burst", type=int, default=1_000)
    parser.add_argument("--write", type=Path)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder, ServedDesk(Path(folder)) as desk:
        found: dict[str, object] = {
            "seconds from drop to queryable": figures(single_drops(desk, given.drops, given.pause))
        }
        seconds = burst(desk, given.burst)
        found["burst"] = {
            "documents": given.burst,
            "seconds": round(seconds, 1),
            "documents per second": round(given.burst / seconds, 1),
        }
        found["memory, MB"] = memory(desk)
        found["load average"] = round(os.getloadavg()[0], 1)
    text = json.dumps(found, indent=2)
    print(text)
    if given.write:
        given.write.write_text(text + "\n", "utf-8")


if __name__ == "__main__":
    main()
