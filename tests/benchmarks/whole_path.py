"""The whole path, everything on: articles a second, CPU and peak memory of every process, seconds by stage, Prefect's share.

    python -m tests.benchmarks.whole_path ARCHIVE.jsonl[.gz] [--articles N | --rounds N] [--assembled PYTHON] [--write FILE.json]

Files the archive without Prefect, measures what Prefect adds to a batch (its embedded server on a fresh home, tasks that
do nothing), files the archive once more through `newsdesk ingest` (left out by --no-command-line), and lets the script
`assembled.py` do what a user would assemble instead on its first articles (--assembled names the Python that has its
libraries). --rounds makes the archive so many times as long (`longer.py`) and shows how the rate changes. All in one go on
one machine; CPU seconds bear other load better than wall time does.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from itertools import islice, pairwise
from pathlib import Path
from typing import Any

from flows.run.desk import BATCH_DOCUMENTS
from tests.benchmarks.longer import lines, longer
from tests.benchmarks.processes import Watch

ROOT = Path(__file__).resolve().parents[2]
FIFTHS = 5
EMPTY_BATCHES = 60
"""Batches of empty tasks by which Prefect's share is measured."""

PLAIN = """
import json, sys, time
from pathlib import Path
from tests.filing import file_paths
from warehouse.database.place import Place
start, at = time.perf_counter(), []
s = file_paths(Place.at(sys.argv[2]), [sys.argv[1]], lambda s: at.append((time.perf_counter() - start, s.documents)))
print(json.dumps({"documents": s.documents, "batches": s.batches, "seconds": s.seconds, "outcomes": dict(s.outcomes), "at": at}))
"""

PREFECT = """
import json, os, sys, time
from flows import ingest
from flows.run.desk import Steps
from flows.run.summary import Summary
from flows.monitoring.progress import Bar
from prefect import flow
from tests.benchmarks.processes import Watch

watch = Watch(os.getpid())

def spent():
    for pid in watch.family():
        watch._see(pid)
    return sum(cost.cpu for cost in watch.costs.values()), time.perf_counter()

@flow(name="empty")
def empty(batches: int):
    steps = ingest.as_tasks(Steps(receive=lambda number: None, record=lambda number: None, settle=lambda: None, publish=lambda: None))
    bar = Bar("empty-progress", "Nothing", batches)
    for number in range(batches):
        steps.receive(number)
        steps.record(number)
        bar.at(number)
    bar.end()

empty(5)
time.sleep(3)
cpu, wall = spent()
empty(int(sys.argv[1]))
done = time.perf_counter()
time.sleep(5)  # the server writes what it heard with a delay
after, _ = spent()
print(json.dumps({"cpu": after - cpu, "wall": done - wall}))
"""


def cut(archive: Path, articles: int | None, folder: Path, rounds: int = 1) -> Path:
    """The archive, or its first articles, or so many rounds of it, as a file of their own."""
    if rounds > 1:
        target = folder / "long.jsonl"
        with target.open("w", encoding="utf-8") as out:
            out.writelines(json.dumps(article, ensure_ascii=False) + "\n" for article in longer(archive, rounds))
        return target
    if articles is None:
        return archive
    target = folder / "articles.jsonl"
    with target.open("w", encoding="utf-8") as out:
        out.writelines(islice(lines(archive), articles))
    return target


def show_growth(at: list[tuple[float, int]]) -> list[float]:
    """Articles a second in each fifth of a run, from how many were filed when; none of a run of a few batches."""
    if len(at) < 3 * FIFTHS:
        return []
    total, rates = at[-1][1], []
    bounds = [(0.0, 0), *(next(p for p in at if p[1] >= total * n / FIFTHS) for n in range(1, FIFTHS + 1))]
    for (began, before), (ended, after) in pairwise(bounds):
        rates.append((after - before) / (ended - began))
    print("    articles a second in each fifth of the run:", *(f"{rate:.0f}" for rate in rates))
    return rates


def watched(command: list[str], environment: dict[str, str]) -> tuple[str, float, Watch]:
    """What a command printed, its wall time, and its processes. Raises CalledProcessError when it fails."""
    start = time.perf_counter()
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=ROOT, env=environment) as child:
        with Watch(child.pid) as watch:
            said = child.stdout.read() if child.stdout else ""
        seconds = time.perf_counter() - start
    if child.returncode not in (0, 1):
        raise subprocess.CalledProcessError(child.returncode, command, said)
    return said, seconds, watch


def show_processes(watch: Watch, documents: int) -> None:
    """A table of the processes that cost anything."""
    print(f"    {'process':28} {'CPU s':>8} {'ms an article':>14} {'peak MB':>8}")
    for cost in sorted(watch.costs.values(), key=lambda c: -c.cpu):
        if cost.cpu >= 0.2:
            print(f"    {cost.name:28} {cost.cpu:8.1f} {1000 * cost.cpu / documents:14.2f} {cost.peak:8.0f}")
    total = sum(c.cpu for c in watch.costs.values())
    print(
        f"    {'together':28} {total:8.1f} {1000 * total / documents:14.2f} {watch.together:8.0f} (shared pages once)"
    )


def show_stages(seconds: dict[str, float], documents: int) -> None:
    """A table of the stages of a run."""
    print(f"    {'stage':28} {'seconds':>8} {'ms an article':>14}")
    for stage, spent in sorted(seconds.items(), key=lambda item: -item[1]):
        print(f"    {stage:28} {spent:8.2f} {1000 * spent / documents:14.3f}")


def plain(archive: Path, database: Path) -> tuple[dict[str, Any], Watch, float]:
    """The run without Prefect: its summary, its processes, its wall time."""
    said, seconds, watch = watched(
        [sys.executable, "-c", PLAIN, str(archive), str(database)], {**os.environ, "PYTHONPATH": str(ROOT)}
    )
    summary: dict[str, Any] = json.loads(said)
    return summary, watch, seconds


def fresh_home(folder: Path) -> dict[str, str]:
    """An environment with a home of Prefect's own."""
    return {**os.environ, "PYTHONPATH": str(ROOT), "PREFECT_HOME": str(folder / "prefect")}


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("archive", type=Path)
    parser.add_argument("--articles", type=int)
    parser.add_argument("--rounds", type=int, default=1)
    parser.add_argument(
        "--assembled", type=Path, help="a Python that has datasketch, quantulum3, dateparser and duckdb"
    )
    parser.add_argument("--assembled-articles", type=int, default=300)
    parser.add_argument("--no-command-line", action="store_true")
    parser.add_argument("--no-prefect", action="store_true")
    parser.add_argument("--write", type=Path)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        figures = measure(given, Path(name))
    if given.write:
        given.write.write_text(json.dumps(figures, indent=2) + "\n", encoding="utf-8")


def measure(given: argparse.Namespace, folder: Path) -> dict[str, Any]:
    """All measurements, printed as they come."""
    archive = cut(given.archive.absolute(), given.articles, folder, given.rounds)
    summary, watch, seconds = plain(archive, folder / "plain.duckdb")
    documents = int(summary["documents"])
    spent = sum(c.cpu for c in watch.costs.values())
    print(f"without Prefect: {documents:,} articles in {seconds:.1f} s: {documents / seconds:.0f} a second")
    show_processes(watch, documents)
    show_stages(summary["seconds"], documents)
    rates = show_growth(summary["at"])
    figures: dict[str, Any] = {
        "articles": documents,
        "articles_a_second": round(documents / seconds, 1),
        "articles_a_second_by_fifths": [round(rate, 1) for rate in rates],
        "cpu_ms_an_article": round(1000 * spent / documents, 3),
        "peak_mb_together": round(watch.together),
        "seconds": {stage: round(s, 2) for stage, s in summary["seconds"].items()},
    }
    if not given.no_prefect:
        figures["prefect"] = prefect(folder, BATCH_DOCUMENTS * spent / documents)
    if not given.no_command_line and not given.no_prefect:
        figures["command_line"] = command_line(archive, folder, documents)
    if given.assembled:
        figures["assembled"] = assembled(given, documents / seconds)
    return figures


def prefect(folder: Path, batch_cpu: float) -> dict[str, float]:
    """What Prefect adds to a batch: CPU of the run and of its server, beside the CPU of a batch of the desk."""
    said, _, _ = watched([sys.executable, "-c", PREFECT, str(EMPTY_BATCHES)], fresh_home(folder))
    cost = json.loads(said.splitlines()[-1])
    cpu, wall = cost["cpu"] / EMPTY_BATCHES, cost["wall"] / EMPTY_BATCHES
    print(
        f"Prefect: {1000 * cpu:.0f} ms of CPU and {1000 * wall:.0f} ms a batch; a batch of {BATCH_DOCUMENTS} takes {batch_cpu:.2f} s of CPU: {cpu / batch_cpu:.1%}"
    )
    return {
        "cpu_ms_a_batch": round(1000 * cpu),
        "wall_ms_a_batch": round(1000 * wall),
        "share": round(cpu / batch_cpu, 4),
    }


def command_line(archive: Path, folder: Path, documents: int) -> dict[str, float]:
    """`newsdesk ingest`, Prefect's embedded server started and stopped."""
    code = "import sys; from flows.cli import main; sys.exit(main())"
    command = [sys.executable, "-c", code, "ingest", str(archive), "--database", str(folder / "command.duckdb")]
    _, seconds, watch = watched(command, fresh_home(folder))
    print(f"newsdesk ingest: {documents:,} articles in {seconds:.1f} s: {documents / seconds:.0f} a second")
    show_processes(watch, documents)
    return {"seconds": round(seconds, 1), "articles_a_second": round(documents / seconds, 1)}


def assembled(given: argparse.Namespace, rate: float) -> dict[str, Any]:
    """What a user would assemble instead, on the first articles of the archive."""
    script = Path(__file__).with_name("assembled.py")
    command = [str(given.assembled), str(script), str(given.archive), "--articles", str(given.assembled_articles)]
    said, _, watch = watched(command, {k: v for k, v in os.environ.items() if k != "PYTHONPATH"})
    found: dict[str, Any] = json.loads(said.splitlines()[-1])
    print(
        f"assembled from libraries: {found['articles']} articles at {found['articles_a_second']} a second (the desk: {rate / found['articles_a_second']:.0f} times that)"
    )
    show_stages(found["seconds"], found["articles"])
    show_processes(watch, found["articles"])
    return found


if __name__ == "__main__":
    main()
