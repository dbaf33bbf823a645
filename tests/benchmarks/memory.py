"""The memory of long-lived processes over time: what it was first, in the middle and last, and whether it grows.

    python -m tests.benchmarks.memory [--articles 2400]

prints what a process holds that does nothing but parse articles, one after another: the tables that are loaded when they
are first needed, and the caches until they are full. `tests.benchmarks.rush` and `soak` measure the parts of a served desk.

A run in progress holds more than a process between two runs, so single samples say little: medians do, and a line
through all samples of a process after its first minutes, in which everything is loaded that is ever needed.
"""

from __future__ import annotations

import argparse
import os
import statistics
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from flows.service.recycle import resident
from parsers.known import Desk
from parsers.model import RawDocument
from parsers.pipeline import parse
from tests.servers.copy_desk import article

WARMING = 0.2
"""This share of a process's life, at its beginning, does not count for the slope."""

LEAST_SECONDS = 300.0
"""Over a shorter time a slope says nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sample:
    """Resident megabytes of one process of a part at one moment."""

    second: float
    part: str
    pid: int
    megabytes: float


def course(samples: Iterable[Sample]) -> dict[str, list[dict[str, float | None]]]:
    """By part, in order, each of its processes: medians of the thirds of its life, the most, and the slope."""
    told: dict[str, list[dict[str, float | None]]] = {}
    ordered = sorted(samples, key=lambda s: s.part)
    for part, of_part in groupby(ordered, key=lambda s: s.part):
        lives = [list(life) for _, life in groupby(sorted(of_part, key=lambda s: s.second), key=lambda s: s.pid)]
        told[part] = [_life(life) for life in lives]
    return told


def _life(samples: Sequence[Sample]) -> dict[str, float | None]:
    third = max(1, len(samples) // 3)
    middle = (len(samples) - third) // 2
    return {
        "minutes": round((samples[-1].second - samples[0].second) / 60, 1),
        "first third": _median(samples[:third]),
        "middle third": _median(samples[middle : middle + third]),
        "last third": _median(samples[-third:]),
        "most": round(max(s.megabytes for s in samples), 1),
        "MB per hour": slope(samples[int(WARMING * len(samples)) :]),
    }


def _median(samples: Sequence[Sample]) -> float:
    return round(statistics.median(s.megabytes for s in samples), 1)


def slope(samples: Sequence[Sample]) -> float | None:
    """Megabytes per hour by least squares; None when the samples span too short a time."""
    if samples[-1].second - samples[0].second < LEAST_SECONDS:
        return None
    line = statistics.linear_regression([s.second for s in samples], [s.megabytes for s in samples])
    return round(3600 * line.slope, 1)


def main() -> None:
    """Parse, and print the resident megabytes now and then."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=2_400)
    given = parser.parse_args()
    desk = Desk()
    for number in range(given.articles + 1):
        raw = RawDocument(
            raw_document_id=f"{number:064d}", payload=article(number).encode(), source_uri=f"{number}.txt"
        )
        parse(raw, desk)
        if number % max(1, given.articles // 6) == 0:
            print(f"{number:6,} articles: {resident() / 1e6:.1f} MB; load average {os.getloadavg()[0]:.1f}", flush=True)


if __name__ == "__main__":
    main()
