"""What is damaged: a file of every format, pages and feeds of the golden tests, made-up copy, seeds."""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from unittest.mock import patch
from uuid import UUID
from zipfile import ZipInfo

import time_machine

from tests.parsers.formats.test_samples import SAMPLES
from tests.servers.copy_desk import article

ROOT = Path(__file__).parents[2]
GOLDEN = ("feed/*.xml", "feed/*.jsonfeed", "page/*.html", "sites/*.html", "fields/*.txt", "facts/*/*.txt")
LARGEST = 60_000
"""Bytes of a sample; from larger ones little is learned for the time."""

NOW = datetime(2026, 11, 30, tzinfo=UTC)

Named = tuple[str, bytes]


@cache
def samples() -> tuple[Named, ...]:
    """Names and bytes, always in the same order."""
    made = list(_made())
    golden = [(p.name, p.read_bytes()) for kind in GOLDEN for p in sorted((ROOT / "tests" / "golden").glob(kind))]
    seeds = [(p.name, p.read_bytes()) for p in sorted((ROOT / "seeds").glob("*.[th]*"))]
    copy = [(f"copy-{n}.txt", article(n).encode()) for n in range(5)]
    return tuple((name, payload) for name, payload in made + golden + seeds + copy if 0 < len(payload) <= LARGEST)


def _made() -> Iterator[Named]:
    """Archives and documents hold the time of day, boundaries of mail and ids of records are drawn: the same each time."""
    state = random.getstate()
    random.seed(0)
    try:
        with (
            time_machine.travel(NOW, tick=False),
            patch("uuid.uuid4", lambda: UUID(int=random.getrandbits(128))),
            patch("zipfile.ZipInfo.from_file", lambda path, name=None, **_: ZipInfo(name or path)),  # no time of a file
        ):
            yield from [(s.name, s.make()) for s in SAMPLES]
    finally:
        random.setstate(state)


@cache
def texts() -> tuple[Named, ...]:
    """Those that are plain text: their sentences are damaged word by word."""
    return tuple((name, payload) for name, payload in samples() if name.endswith(".txt") and payload.isascii())
