"""What parsing costs beside another version of newsdesk: CPU by stage, two processes in turns on the same articles.

    python -m tests.benchmarks.versions OTHER_CHECKOUT ARCHIVE.jsonl[.gz] [--articles N]

The other checkout is run with its own `.venv`. Each process parses every group of articles once, so what it remembers is
what a worker would; the machine slows both alike. The ratio is this version's CPU over the other's: of all articles, and the median of the
groups, which a single disturbed group does not move.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import subprocess
import sys
import time
from collections import Counter
from itertools import islice
from pathlib import Path

GROUP, WARM = 50, 200
"""Articles in a turn; articles that are not measured, with which words and tables are read."""

Seconds = dict[str, float]


def serve(archive: Path, articles: int) -> None:
    """Parse the articles that standard input asks for (first, behind last); answer with seconds of CPU by stage."""
    sys.path.insert(0, str(Path.cwd()))
    from flows.inbox.files import Numbers, arrivals
    from flows.run.garbage import seldom
    from parsers.fields import known_outlets
    from parsers.known import Desk
    from parsers.pipeline import groups, parse_together

    documents = [a.raw for a in islice(arrivals([str(archive)], Numbers("benchmark")), WARM + articles) if a.raw]
    desk = Desk(outlets=known_outlets())

    def spent(low: int, high: int) -> Seconds:
        seconds: Counter[str] = Counter()
        at = time.process_time()

        def lap(stage: str) -> None:
            nonlocal at
            now = time.process_time()
            seconds[stage] += now - at  # type: ignore[assignment]
            at = now

        for group in groups(documents[low:high]):
            parse_together(group, desk, lap)
        return dict(seconds)

    with seldom():
        spent(0, WARM)
        print(len(documents) - WARM, flush=True)
        for line in sys.stdin:
            low, high = map(int, line.split())
            print(json.dumps(spent(WARM + low, WARM + high)), flush=True)


def started(checkout: Path, archive: Path, articles: int) -> subprocess.Popen[str]:
    """A process of a checkout that serves; the order of sets is the same in all."""
    command = [str(checkout / ".venv/bin/python"), __file__, "--serve", str(checkout), str(archive)]
    command += ["--articles", str(articles)]
    environment = os.environ | {"PYTHONHASHSEED": "0"}
    pipe = subprocess.PIPE
    return subprocess.Popen(command, cwd=checkout, env=environment, stdin=pipe, stdout=pipe, text=True)


def answer(process: subprocess.Popen[str], question: str = "") -> str:
    """Ask a process, and wait for its line."""
    assert process.stdin
    assert process.stdout
    if question:
        process.stdin.write(question + "\n")
        process.stdin.flush()
    return process.stdout.readline()


def main() -> None:
    """Both versions in turns, and the ratios."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("other", type=Path)
    asked.add_argument("archive", type=Path)
    asked.add_argument("--articles", type=int, default=1_000)
    asked.add_argument("--serve", action="store_true", help=argparse.SUPPRESS)
    given = asked.parse_args()
    archive = given.archive.resolve()
    if given.serve:
        serve(archive, given.articles)
        return
    here = Path(__file__).resolve().parents[2]
    both = [started(each, archive, given.articles) for each in (given.other.resolve(), here)]
    articles = min(int(answer(process)) for process in both)
    took: tuple[Counter[str], Counter[str]] = (Counter(), Counter())
    ratios = []
    for turn, low in enumerate(range(0, articles, GROUP)):
        sums = [0.0, 0.0]
        for which in (0, 1) if turn % 2 else (1, 0):
            seconds = json.loads(answer(both[which], f"{low} {min(low + GROUP, articles)}"))
            took[which].update(seconds)
            sums[which] = sum(seconds.values())
        ratios.append(sums[1] / sums[0])
    for process in both:
        process.communicate()
    print(f"{articles:,} articles, ms of CPU an article: the other version, this one, ratio")
    totals = [("all", *(sum(each.values()) for each in took))]
    for stage, other, ours in [*((stage, took[0][stage], took[1][stage]) for stage in took[1]), *totals]:
        print(f"{stage:12} {other / articles * 1e3:8.3f} {ours / articles * 1e3:8.3f} {ours / (other or 1):6.3f}")
    print(f"median of the groups {statistics.median(ratios):.3f}")


if __name__ == "__main__":
    main()
