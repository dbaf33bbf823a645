"""Two hours of a desk's life: good files all the time, a hostile one every minute, misbehaving feeds, a kill every ten minutes.

    python -m tests.benchmarks.soak [--hours 2] [--output FOLDER]

Starts `newsdesk serve` in OUTPUT (default: a temporary folder), with its Prefect server and watcher, and three readers
(`soak_readers`). Writes OUTPUT/soak.json every minute and, when the time is over or on SIGTERM, with what came of it, and
prints a summary. What must hold: each arrival has one outcome, nothing is lost or filed twice, a good file can be
read within 5 seconds outside of the half minute after a kill, no reader meets an error, memory does not grow.
"""

from __future__ import annotations

import argparse
import json
import os
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from pathlib import Path

import duckdb

from tests.benchmarks import soak_files, soak_processes
from tests.benchmarks.soak_feeds import Feeds
from tests.benchmarks.soak_report import File, Kill, Sample, Soaked, report, summary
from tests.servers.served_desk import ServedDesk

PACE = (10.0, 14.0, 12.0, 20.0, 11.0, 16.0)
"""Seconds between two good files, in turn."""

BURST, BURST_SECONDS = 30, 420.0
HOSTILE_SECONDS = 60.0
FEEDS_SECONDS = 300.0
KILL_SECONDS = 600.0
SAMPLE_SECONDS = 30.0
MAINTAIN_SECONDS = 2400.0
WRITE_SECONDS = 60.0
LOOK_SECONDS = 0.25
AT_THE_END_SECONDS = 300.0

KILLS = ("watcher", "Prefect server", "deployments", "fork server or worker", "everything")
"""In turn."""

READERS = ("checking", "holding", "asking")


class Soak:
    """Does what is due, and notes what it did."""

    def __init__(self, desk: ServedDesk, feeds: Feeds, seconds: float, output: Path) -> None:
        self.desk, self.feeds, self.seconds, self.output = desk, feeds, seconds, output
        self.seen = Soaked(started=time.time())
        self.stop = threading.Event()
        self._start = time.monotonic()
        self._waiting: dict[str, File] = {}
        self._good = self._hostile = self._kills = self._pace = 0
        self._starting: threading.Thread | None = None
        self._readers: list[subprocess.Popen[bytes]] = []
        self._due: dict[str, float] = {}

    def elapsed(self) -> float:
        """Seconds since the beginning."""
        return time.monotonic() - self._start

    def go(self) -> None:
        """Until the time is over or somebody says stop."""
        self._read()
        self._due = {"kill": KILL_SECONDS, "burst": 90.0, "maintain": 900.0, "hostile": 20.0}
        while self.elapsed() < self.seconds and not self.stop.is_set():
            self._if_due("good", PACE[self._pace % len(PACE)], self._drop_good)
            self._if_due("burst", BURST_SECONDS, self._drop_burst)
            self._if_due("hostile", HOSTILE_SECONDS, self._drop_hostile)
            self._if_due("feeds", FEEDS_SECONDS, self._renew_feeds)
            self._if_due("kill", KILL_SECONDS, self._kill)
            self._if_due("maintain", MAINTAIN_SECONDS, self._maintain)
            self._tend()
        self.seen.dropping_ended = self.elapsed()

    def finish(self) -> None:
        """Wait for what is still to be filed, then end the readers and the desk."""
        deadline = time.monotonic() + AT_THE_END_SECONDS
        while self._waiting and time.monotonic() < deadline:
            self._tend()
        for reader in self._readers:
            reader.kill()
            reader.wait()

    def _tend(self) -> None:
        """The small things: what is visible now, memory, and the file of figures."""
        if self._waiting:
            self._look()
        self._if_due("sample", SAMPLE_SECONDS, self._sample)
        self._if_due("write", WRITE_SECONDS, self.write)
        time.sleep(LOOK_SECONDS)

    def _if_due(self, what: str, pause: float, do: Callable[[], None]) -> None:
        if self.elapsed() < self._due.get(what, 0.0):
            return
        self._due[what] = max(self._due.get(what, 0.0), self.elapsed() - pause) + pause
        try:
            do()
        except Exception as error:  # noqa: BLE001 - the trial goes on, the error is part of its result
            self.note(f"{what}: {type(error).__name__}: {error}")

    def note(self, text: str) -> None:
        """Put a remark into the result, and say it."""
        self.seen.notes.append(f"{self.elapsed():.0f} s: {text}"[:400])
        print(self.seen.notes[-1], flush=True)

    # ---------------------------------------------------------------------------------------------------- what is dropped

    def _drop_good(self) -> None:
        self._drop(in_burst=False)
        self._pace += 1

    def _drop_burst(self) -> None:
        for _ in range(BURST):
            self._drop(in_burst=True)

    def _drop(self, *, in_burst: bool) -> None:
        path = soak_files.put(self.desk.inbox, *soak_files.good(self._good))
        self._good += 1
        file = File(path=str(path), dropped=self.elapsed(), in_burst=in_burst)
        self._waiting[file.path] = file
        self.seen.files.append(file)

    def _drop_hostile(self) -> None:
        self.seen.hostile += soak_files.hostile(self.desk.inbox, self._hostile)
        self._hostile += 1

    def _renew_feeds(self) -> None:
        part = self.desk.inbox / ".feeds.part"
        part.write_text(self.feeds.table(), "utf-8")
        part.rename(self.desk.inbox / "feeds.toml")

    def _maintain(self) -> None:
        if self._starting is None or not self._starting.is_alive():
            self.desk.run("maintain")

    # ----------------------------------------------------------------------------------------------------- what is killed

    def _kill(self) -> None:
        name = KILLS[self._kills % len(KILLS)]
        self._kills += 1
        root = self.desk.pid
        what = self._kill_everything(root) if name == "everything" else soak_processes.kill_one(root, name)
        self.seen.kills.append(Kill(at=self.elapsed(), what=what or f"{name}: there was none"))
        self.note(f"killed {what}")

    def _kill_everything(self, root: int) -> str:
        number = soak_processes.kill_all(root)
        self.desk.kill()
        self._starting = threading.Thread(target=self._start_again, daemon=True)
        self._starting.start()
        return f"everything, {number} processes"

    def _start_again(self) -> None:
        begin = self.elapsed()
        try:
            self.desk.start()
        except (AssertionError, OSError) as error:
            self.note(f"starting again: {error}")
        self.seen.starts.append(self.elapsed() - begin)

    # ------------------------------------------------------------------------------------------------------- what is seen

    def _read(self) -> None:
        for kind in READERS:
            command = [sys.executable, "-m", "tests.benchmarks.soak_readers", kind, str(self.desk.database), str(self.output / f"reader-{kind}.json")]  # fmt: skip
            self._readers.append(subprocess.Popen(command))

    def _look(self) -> None:
        """Which of the files that are waited for can be read now."""
        try:
            rows = self.desk.ask("select source_uri from arrival where article_id is not null and outcome is not null")
        except duckdb.Error as error:
            self.seen.reader_errors.append(f"{self.elapsed():.0f} s: {error}"[:300])
            return
        for (uri,) in rows:
            if file := self._waiting.pop(uri, None):
                file.visible = self.elapsed()

    def _sample(self) -> None:
        for each in soak_processes.tree(self.desk.pid):
            self.seen.samples.append(
                Sample(
                    self.elapsed(), each.name, each.pid, each.megabytes, each.proportional, each.threads, each.zombie
                )
            )
        self.seen.sizes.append({"second": round(self.elapsed()), "load": round(os.getloadavg()[0], 1), **self._sizes()})

    def _sizes(self) -> dict[str, float]:
        folder = self.desk.folder
        kinds = {
            "logs": folder.rglob("*.log*"),
            "Prefect": (folder / "prefect").rglob("*"),
            "published": folder.glob("desk.duckdb*"),
            "hidden folder": (folder / ".desk.duckdb.desk").rglob("*"),
        }
        return {kind: round(sum(_size(p) for p in paths) / 1e6, 3) for kind, paths in kinds.items()}

    def write(self) -> None:
        """The figures so far, for programs and for people."""
        found = report(self.desk, self.feeds, self.seen, self.output, self.elapsed())
        text = json.dumps(found, indent=1, default=str)
        part = self.output / ".soak.part"
        part.write_text(text + "\n", "utf-8")
        part.replace(self.output / "soak.json")
        (self.output / "soak.txt").write_text(summary(found) + "\n", "utf-8")


def _size(path: Path) -> int:
    try:
        return path.stat().st_size if path.is_file() else 0
    except OSError:
        return 0


def soak(seconds: float, output: Path) -> None:
    """Soak in a folder, and say what came of it."""
    output.mkdir(parents=True, exist_ok=True)
    feeds = Feeds()
    desk = ServedDesk(output / "desk", "--allow", "127.0.0.0/8")
    (desk.inbox / "feeds.toml").write_text(feeds.table(), "utf-8")
    trial = Soak(desk, feeds, seconds, output)
    signal.signal(signal.SIGTERM, lambda *_: trial.stop.set())
    with desk:
        trial.go()
        trial.finish()
        trial.write()
        print((output / "soak.txt").read_text("utf-8"), flush=True)
    feeds.stop()


def main() -> None:
    """Soak for so many hours."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--hours", type=float, default=2.0)
    parser.add_argument("--output", type=Path)
    given = parser.parse_args()
    if given.output:
        soak(3600 * given.hours, given.output.absolute())
    else:
        with tempfile.TemporaryDirectory() as folder:
            soak(3600 * given.hours, Path(folder))


if __name__ == "__main__":
    main()
