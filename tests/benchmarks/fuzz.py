"""Damaged files of every format through splitting and parsing, for so many CPU seconds: what breaks a law is printed.

    python -m tests.benchmarks.fuzz [--seconds 600] [--seed 0] [--first 0] [--keep FOLDER]

The n-th input of a seed is always the same (but for the times in archives that are made); `--first N --seconds 0` tries input N alone. Exit code 1 when a law was broken.
"""

from __future__ import annotations

import argparse
import resource
import sys
import time
from collections import defaultdict
from pathlib import Path

from tests.fuzz.laws import Tried, attempt
from tests.fuzz.mutators import damaged

SAID_SECONDS = 60.0


def fuzz(seconds: float, seed: int, first: int, keep: Path | None) -> Tried:
    """Try inputs from the first on until the CPU time is used up."""
    tried = Tried()
    end, number, said = time.process_time() + seconds, first, time.monotonic()
    while True:
        before = len(tried.found)
        name, payload = damaged(number, seed)
        attempt(number, name, payload, tried)
        for text, _ in tried.found[before:]:
            print(f"{seed}/{number} {name}: {text}", flush=True)
            if keep:
                keep.mkdir(parents=True, exist_ok=True)
                (keep / f"{seed}-{number}-{name.replace('/', '_')}").write_bytes(payload)
        number += 1
        if time.process_time() >= end:
            return tried
        if time.monotonic() - said > SAID_SECONDS:
            said = time.monotonic()
            print(
                f"{tried.inputs:,} inputs, {tried.pieces:,} pieces, {tried.parsed:,} parsed, {len(tried.found)} found",
                flush=True,
            )


def main() -> None:
    """Fuzz, and sum up."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seconds", type=float, default=600.0)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--first", type=int, default=0)
    parser.add_argument("--keep", type=Path)
    given = parser.parse_args()
    tried = fuzz(given.seconds, given.seed, given.first, given.keep)
    kinds: dict[str, list[int]] = defaultdict(list)
    for text, number in tried.found:
        kinds[text.partition(":")[0]].append(number)
    print(
        f"{tried.inputs:,} inputs (seed {given.seed}), {tried.pieces:,} pieces, {tried.parsed:,} parsed, slowest {tried.slowest:.1f} s (input {tried.slowest_input}), RSS {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024} MB"
    )
    print(dict(tried.outcomes.most_common()))
    print({kind: len(numbers) for kind, numbers in kinds.items()} or "no law was broken")
    sys.exit(bool(tried.found))


if __name__ == "__main__":
    main()
