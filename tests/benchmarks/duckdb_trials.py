"""What the installed DuckDB does when it is killed and when the disk is full: `python -m tests.benchmarks.duckdb_trials`.

Run it before another DuckDB is admitted in pyproject.toml. A child process writes batches as the desk does (one
transaction each, in the storage format of 1.5, a table with a key, a table of texts) and says which batch it has
committed. It is killed at a random moment, or may write no file beyond a size. Afterwards every batch that it called
committed must be there, whole and once, and no other. A second trial does the same with the product: `ingest` of made-up
articles is killed, run again, and compared with a run that nobody disturbed.
"""

from __future__ import annotations

import argparse
import random
import resource
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import duckdb

from tests.filing import file_paths
from tests.servers.copy_desk import article
from warehouse.database.connecting import STORAGE_VERSION
from warehouse.database.place import Place

ROWS = 500
"""Rows of a batch."""

CHILD = f"""
import duckdb, sys
connection = duckdb.connect(sys.argv[1], config={{"storage_compatibility_version": {STORAGE_VERSION!r}}})
connection.execute("set checkpoint_threshold = '2MB'")
connection.execute("create table if not exists batch (number integer primary key)")
connection.execute("create table if not exists item (number integer, body varchar)")
first = connection.execute("select coalesce(max(number), 0) + 1 from batch").fetchall()[0][0]
for number in range(first, first + 100_000):
    connection.execute("begin")
    connection.execute("insert into item select $n, repeat(md5(range::varchar || $n::varchar), 20) from range({ROWS})", {{"n": number}})
    connection.execute("insert into batch values ($n)", {{"n": number}})
    connection.execute("commit")
    print(number, flush=True)
"""

INGEST = """
import sys
from tests.filing import file_paths
from warehouse.database.place import Place
file_paths(Place.at(sys.argv[1]), sys.argv[2:])
"""


def committed(database: Path, disturb: Callable[[subprocess.Popen[str]], None], limit: int | None) -> int:
    """Let a child write until it is disturbed; the last batch that it called committed."""

    def bound() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)  # the write fails instead, as on a full disk
        resource.setrlimit(resource.RLIMIT_FSIZE, (limit or resource.RLIM_INFINITY, resource.RLIM_INFINITY))

    child = subprocess.Popen(
        [sys.executable, "-c", CHILD, str(database)],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, preexec_fn=bound,
    )  # fmt: skip
    disturb(child)
    said, _ = child.communicate()
    return max((int(line) for line in said.split()), default=0)


def check(database: Path, last: int) -> str | None:
    """What is wrong with the file: a committed batch that is missing, partial or there twice."""
    if not database.exists():
        return None if last == 0 else "the file is gone"
    with duckdb.connect(str(database)) as connection:
        tables = {name for (name,) in connection.execute("select table_name from duckdb_tables()").fetchall()}
        if tables != {"batch", "item"}:
            return None if last == 0 else f"tables: {tables}"
        held = connection.execute(
            "select b.number, count(i.number) from batch b full join item i using (number) group by all order by 1"
        ).fetchall()
        keys = connection.execute("select count(*) - count(distinct number) from batch").fetchall()[0][0]
    wrong = [row for row in held if row[0] is None or row[1] != ROWS]
    numbers = [number for number, _ in held]
    if keys or wrong or numbers != list(range(1, len(numbers) + 1)) or len(numbers) < last:
        return f"{keys} keys twice, wrong batches {wrong[:3]}, {len(numbers)} batches of at least {last}"
    return None


Outcome = tuple[int, str | None]
"""How many batches or documents were filed, and what was wrong, if anything."""


def kills(folder: Path, times: int, rng: random.Random) -> Iterator[Outcome]:
    """Kill the writer of one file again and again."""
    database = folder / "killed.duckdb"
    for _ in range(times):

        def disturb(child: subprocess.Popen[str]) -> None:
            time.sleep(rng.uniform(0.2, 1.5))
            child.kill()

        last = committed(database, disturb, None)
        yield last, check(database, last)


def full(folder: Path, times: int, rng: random.Random) -> Iterator[Outcome]:
    """Let no file grow beyond a size."""
    for number in range(times):
        database = folder / f"full-{number}.duckdb"
        last = committed(database, lambda child: None, rng.randrange(600_000, 12_000_000))
        yield last, check(database, last)


def product(folder: Path, times: int, rng: random.Random) -> Iterator[Outcome]:
    """Kill `ingest` at a random moment, run it again, and compare arrivals and articles with an undisturbed run."""
    inbox = folder / "inbox"
    inbox.mkdir()
    for number in range(150):
        (inbox / f"{number:03d}.txt").write_text(article(number % 140), "utf-8")
    calm = Place.at(folder / "calm.duckdb")
    started = time.monotonic()
    file_paths(calm, [str(inbox)])
    lasted = time.monotonic() - started
    for number in range(times):
        place = Place.at(folder / f"killed-{number}.duckdb")
        child = subprocess.Popen([sys.executable, "-c", INGEST, str(place.published), str(inbox)])
        time.sleep(rng.uniform(0.3, 1.1) * (lasted + 2))
        child.kill()
        child.wait()
        file_paths(place, [str(inbox)])
        theirs, ours = state(place), state(calm)
        yield 150, None if theirs == ours else f"{theirs} instead of {ours}"


def state(place: Place) -> list[tuple[object, ...]]:
    """Articles, facts and files with an outcome."""
    with duckdb.connect(str(place.published), read_only=True) as connection:
        return connection.execute(
            "select (select count(*) from article), (select bit_xor(hash(article_body)) from article), "
            "(select count(*) from fact), count(distinct source_uri), count(*) filter (where outcome is null) from arrival"
        ).fetchall()


def main() -> None:
    """Run all trials and print what was wrong in each."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kills", type=int, default=40)
    parser.add_argument("--full", type=int, default=20)
    parser.add_argument("--product", type=int, default=10)
    given = parser.parse_args()
    rng = random.Random(14)
    print(f"DuckDB {duckdb.__version__}, storage {STORAGE_VERSION}")
    for name, trial, times in (
        ("killed while writing", kills, given.kills),
        ("disk full", full, given.full),
        ("ingest killed", product, given.product),
    ):
        with tempfile.TemporaryDirectory() as folder:
            outcomes = list(trial(Path(folder), times, rng))
        wrong = [what for _, what in outcomes if what]
        print(
            f"{name}: {times} trials, {sum(n for n, _ in outcomes)} filed, {len(wrong)} wrong {wrong[:3]}", flush=True
        )


if __name__ == "__main__":
    main()
