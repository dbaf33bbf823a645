"""Readers of a soaked desk, each a process: they open the published database all the time and check what they see.

    python -m tests.benchmarks.soak_readers checking|holding|asking DATABASE OUTPUT

`checking` connects again each time: every filed arrival has its article, every fact its words, nothing goes back.
`holding` keeps a connection for ten minutes, in which nothing may change. `asking` calls `newsdesk sql`.
Writes its counts and errors as JSON to OUTPUT after each reading.
"""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass, field
from pathlib import Path

import duckdb

HELD_SECONDS = 600.0
PAUSES = {"checking": 1.0, "holding": 5.0, "asking": 30.0}

WITHOUT_ARTICLE = """
    select count(*) from arrival a anti join article b using (article_id)
    where a.outcome in ('loaded', 'unchanged', 'duplicate', 'revision')
"""
OTHER_WORDS = """
    select count(*) from (select * from fact using sample 2000 rows) f join article a using (article_id)
    where substring(a.article_body, f.start_char + 1, f.end_char - f.start_char) <> f.exact
"""
COUNTS = "select (select count(*) from arrival where outcome is not null), (select count(*) from article), (select count(*) from fact)"


@dataclass(slots=True)
class Reading:
    """What a reader has seen so far."""

    kind: str
    readings: int = 0
    missing: int = 0
    without_article: int = 0
    other_words: int = 0
    steps_back: int = 0
    changes_in_snapshot: int = 0
    slowest_seconds: float = 0.0
    errors: list[str] = field(default_factory=list)
    counts: list[int] = field(default_factory=list)


def checking(database: str, seen: Reading) -> None:
    """One look through a connection of its own."""
    with duckdb.connect(database, read_only=True) as connection:
        counts = list(connection.execute(COUNTS).fetchall()[0])
        seen.without_article += connection.execute(WITHOUT_ARTICLE).fetchall()[0][0]
        if seen.readings % 5 == 0:
            seen.other_words += connection.execute(OTHER_WORDS).fetchall()[0][0]
    seen.steps_back += any(now < before for now, before in zip(counts, seen.counts, strict=False))
    seen.counts = counts


def holding(database: str, seen: Reading) -> None:
    """Ten minutes with one connection."""
    with duckdb.connect(database, read_only=True) as connection:
        first = connection.execute(COUNTS).fetchall()
        until = time.monotonic() + HELD_SECONDS
        while time.monotonic() < until:
            seen.changes_in_snapshot += connection.execute(COUNTS).fetchall() != first
            seen.readings += 1
            time.sleep(PAUSES["holding"])
        seen.counts = list(first[0])


def asking(database: str, seen: Reading) -> None:
    """`newsdesk sql`, as a person calls it."""
    command = [
        str(Path(sys.executable).with_name("newsdesk")),
        "sql",
        COUNTS,
        "--database",
        database,
        "--format",
        "csv",
    ]
    said = subprocess.run(command, capture_output=True, text=True, timeout=120)
    if said.returncode:
        raise RuntimeError(f"exit code {said.returncode}: {said.stderr.strip()[-300:]}")
    seen.counts = [int(x) for x in said.stdout.strip().splitlines()[-1].split(",")]


READERS: dict[str, Callable[[str, Reading], None]] = {"checking": checking, "holding": holding, "asking": asking}


def main(kind: str, database: str, output: Path) -> None:
    """Read until killed."""
    seen = Reading(kind)
    while True:
        start = time.monotonic()
        try:
            if Path(database).exists():
                READERS[kind](database, seen)
                seen.readings += 1
            else:
                seen.missing += 1
        except Exception as error:  # noqa: BLE001 - any error is a finding
            seen.errors.append(f"{time.strftime('%H:%M:%S')} {type(error).__name__}: {error}"[:400])
        if kind != "holding":
            seen.slowest_seconds = max(seen.slowest_seconds, round(time.monotonic() - start, 2))
        part = output.with_suffix(".part")
        part.write_text(json.dumps(asdict(seen)))
        part.replace(output)
        time.sleep(PAUSES[kind])


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], Path(sys.argv[3]))
