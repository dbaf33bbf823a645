"""What is damaged: a file of every format, pages and feeds of the golden tests, made-up copy, seeds."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from tests.parsers.formats.test_samples import SAMPLES
from tests.servers.copy_desk import article

ROOT = Path(__file__).parents[2]
GOLDEN = ("feed/*.xml", "feed/*.jsonfeed", "page/*.html", "sites/*.html", "fields/*.txt", "facts/*/*.txt")
LARGEST = 60_000
"""Bytes of a sample; from larger ones little is learned for the time."""

Named = tuple[str, bytes]


@cache
def samples() -> tuple[Named, ...]:
    """Names and bytes, always in the same order."""
    made = [(s.name, s.make()) for s in SAMPLES]
    golden = [(p.name, p.read_bytes()) for kind in GOLDEN for p in sorted((ROOT / "tests" / "golden").glob(kind))]
    seeds = [(p.name, p.read_bytes()) for p in sorted((ROOT / "seeds").glob("*.[th]*"))]
    copy = [(f"copy-{n}.txt", article(n).encode()) for n in range(5)]
    return tuple((name, payload) for name, payload in made + golden + seeds + copy if 0 < len(payload) <= LARGEST)


@cache
def texts() -> tuple[Named, ...]:
    """Those that are plain text: their sentences are damaged word by word."""
    return tuple((name, payload) for name, payload in samples() if name.endswith(".txt") and payload.isascii())
