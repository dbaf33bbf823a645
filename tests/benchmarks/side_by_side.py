"""What it saves to take documents through the parser side by side: CPU by stage, against one document after another.

    python -m tests.benchmarks.side_by_side ARCHIVE.jsonl[.gz] [--articles N] [--write FILE]

Two processes take turns every group of articles, each always in its own way, so that neither has what the other looked up
and a busy machine slows both.
"""

from __future__ import annotations

import argparse
import time
from collections import defaultdict
from itertools import islice
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path

from flows.inbox.files import Numbers, arrivals
from flows.run.garbage import seldom
from parsers.fields import known_outlets
from parsers.known import Desk
from parsers.model import RawDocument
from parsers.pipeline import STAGES, TOGETHER, groups, parse, parse_together

Seconds = dict[str, float]

WARM = 200
"""Articles that are not measured: words and tables are read with them."""


def serve(pipe: Connection, archive: Path, articles: int, together: bool) -> None:
    """Parse the articles that are asked for; answer with the seconds of CPU that each stage took."""
    documents = [a.raw for a in islice(arrivals([str(archive)], Numbers("benchmark")), WARM + articles) if a.raw]
    desk = Desk(outlets=known_outlets())
    with seldom():
        spent(documents[:WARM], desk, together)
        pipe.send(len(documents) - WARM)
        for low, high in iter(pipe.recv, None):
            pipe.send(spent(documents[WARM + low : WARM + high], desk, together))


def spent(documents: list[RawDocument], desk: Desk, together: bool) -> Seconds:
    """Seconds of CPU by stage."""
    seconds: Seconds = defaultdict(float)
    at = time.process_time()

    def lap(stage: str) -> None:
        nonlocal at
        now = time.process_time()
        seconds[stage] += now - at
        at = now

    if together:
        for group in groups(documents):
            parse_together(group, desk, lap)
    else:
        for document in documents:
            parse(document, desk, lap)
    return seconds


def main() -> None:
    """Both ways in turn, and the ratio."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("archive", type=Path)
    asked.add_argument("--articles", type=int, default=4_000)
    asked.add_argument("--write", type=Path)
    given = asked.parse_args()
    context, pipes, children = get_context("spawn"), [], []
    for together in (False, True):
        ours, theirs = context.Pipe()
        children.append(context.Process(target=serve, args=(theirs, given.archive, given.articles, together)))
        children[-1].start()
        pipes.append(ours)
    articles = min(pipe.recv() for pipe in pipes)
    took: tuple[Seconds, Seconds] = (defaultdict(float), defaultdict(float))
    for turn, low in enumerate(range(0, articles, TOGETHER)):
        for way in (0, 1) if turn % 2 else (1, 0):
            pipes[way].send((low, min(low + TOGETHER, articles)))
            for stage, seconds in pipes[way].recv().items():
                took[way][stage] += seconds
    for pipe, child in zip(pipes, children, strict=True):
        pipe.send(None)
        child.join()
    lines = [
        f"{articles:,} articles, ms of CPU an article; groups of {TOGETHER}",
        f"{'':12} one by one side by side ratio",
    ]
    for name, alone, beside in (
        *((stage, took[0][stage], took[1][stage]) for stage in STAGES),
        ("together", sum(took[0].values()), sum(took[1].values())),
    ):
        lines.append(f"{name:12} {alone / articles * 1e3:10.3f} {beside / articles * 1e3:12.3f} {beside / alone:5.3f}")
    print("\n".join(lines))
    if given.write:
        given.write.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
