"""What filing one large file of each kind costs through `newsdesk ingest`, with the limits that a user has.

    python -m tests.benchmarks.heavy_filed [--sizes 2 10 50] [--kinds page feed …] [--most SECONDS]

Each file is made up (`heavy`), filed in a fresh database without a Prefect server, and prints one line: megabytes of text that
went in, megabytes of the file, CPU seconds of all processes, megabytes of the largest one (RSS), exit code, outcomes.
"""

from __future__ import annotations

import argparse
import contextlib
import io
import os
import random
import resource
import signal
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import duckdb

from tests.benchmarks import heavy
from tests.servers.copy_desk import article
from tests.servers.served_desk import newsdesk

OUTCOMES = "select outcome || coalesce(' ' || reason, ''), count(*) from arrival group by all order by 2 desc limit 4"


def _zip(size: int) -> bytes:
    """A zip of text files, packed."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        for number, text in enumerate(heavy.texts(size)):
            packed.writestr(f"{number}.txt", text)
    return out.getvalue()


def _feed_of_one(size: int) -> bytes:
    """A feed with one entry that holds all of it."""
    dice = random.Random(1)
    body = "".join(f"&lt;p&gt;{p}&lt;/p&gt;" for p in heavy.paragraphs(size))
    return f'<rss version="2.0"><channel><title>A feed</title><item><title>{article(dice.randrange(9)).splitlines()[1]}</title><link>https://a.example/1</link><description>{body}</description></item></channel></rss>'.encode()


KINDS: dict[str, tuple[str, heavy.Make]] = {
    **{kind: heavy.KINDS[kind] for kind in ("page", "feed", "json-lines", "json-array", "csv", "mail", "rtf", "pdf", "docx", "markdown", "text", "nitf")},
    "feed-one-entry": ("a.xml", _feed_of_one),
    "zip": ("a.zip", _zip),
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Cost:
    """Bytes of the file, CPU seconds, megabytes, the exit code, and how many arrivals had which outcome."""

    byte_length: int
    seconds: float
    megabytes: int
    code: int
    outcomes: tuple[tuple[str, int], ...]


def filed(kind: str, size: int, most: float) -> Cost:
    """File one file of a kind in a folder of its own. The exit code is -9 when it was not done in `most` seconds of the clock."""
    with tempfile.TemporaryDirectory() as folder:
        name, make = KINDS[kind]
        file, database = Path(folder, name), Path(folder, "desk.duckdb")
        file.write_bytes(make(size))
        process = subprocess.Popen(
            [newsdesk(), "ingest", str(file), "--database", str(database)],
            env={**{k: v for k, v in os.environ.items() if not k.startswith("PREFECT_")}, "PREFECT_HOME": folder},
            cwd=folder,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        with _bounded(process.pid, most):
            _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        return Cost(
            byte_length=file.stat().st_size,
            seconds=used.ru_utime + used.ru_stime,
            megabytes=used.ru_maxrss // 1024,
            code=process.returncode,
            outcomes=_outcomes(database),
        )


@contextlib.contextmanager
def _bounded(leader: int, seconds: float) -> Iterator[None]:
    """Kill a group of processes when the time is over."""
    signal.signal(signal.SIGALRM, lambda *_: os.killpg(leader, signal.SIGKILL))
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)


def _outcomes(database: Path) -> tuple[tuple[str, int], ...]:
    if not database.exists():
        return ()
    with duckdb.connect(str(database), read_only=True) as connection:
        return tuple((str(what), int(n)) for what, n in connection.execute(OUTCOMES).fetchall())


def main() -> None:
    """Measure, and print a line for each."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", type=float, nargs="+", default=[2, 10, 50])
    parser.add_argument("--kinds", nargs="+", default=list(KINDS), choices=list(KINDS))
    parser.add_argument("--most", type=float, default=900.0)
    given = parser.parse_args()
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    print(
        "| kind | text, MB | file, MB | CPU, s | RSS, MB | exit code | outcomes |\n|---|---:|---:|---:|---:|---:|---|"
    )
    for size in given.sizes:
        for kind in given.kinds:
            cost = filed(kind, int(size * heavy.MEGABYTE), given.most)
            said = ", ".join(f"{n:,} {what}" for what, n in cost.outcomes) or "none"
            print(
                f"| {kind} | {size:g} | {cost.byte_length / heavy.MEGABYTE:.1f} | {cost.seconds:.0f} | {cost.megabytes} | {cost.code} | {said} |"
            )
            sys.stdout.flush()


if __name__ == "__main__":
    main()
