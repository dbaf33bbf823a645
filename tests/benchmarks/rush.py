"""A long day in half an hour: documents trickle and burst in while the server is killed twice; nothing may be lost.

    python -m tests.benchmarks.rush [--minutes 30] [--documents 5000] [--power-cut] [--write tests/benchmarks/figures/rush.json]

Half of the documents come one by one, half in bursts of 100. After a third and after two thirds of the time the Prefect
server is killed (kill -9); with `--power-cut` the whole desk, too, after half of it, and is then started again. At the
end every document has exactly one arrival with one outcome, and no run is left "Running".
"""

from __future__ import annotations

import argparse
import json
import os
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterable
from pathlib import Path

import httpx

from tests.benchmarks.latency import rss
from tests.benchmarks.memory import Sample, course
from tests.servers.copy_desk import article
from tests.servers.served_desk import ServedDesk
from tests.servers.watched_desk import drop, until

BURST = 100
SAMPLE_SECONDS = 5.0
SAID_SECONDS = 30.0
SPOKEN = ("Traceback (most recent call last)", " ERROR ", " CRITICAL ", "a round failed", "did not take")
"""What counts as trouble in the parts' log."""

Kill = tuple[float, str, Callable[[], None]]


class Rush:
    """Drops documents by the clock, kills what is due, and samples memory."""

    def __init__(self, desk: ServedDesk, seconds: float, documents: int, power_cut: bool) -> None:
        self.desk = desk
        self.seconds = seconds
        self.documents = documents
        self.dropped = 0
        self.samples: list[Sample] = []
        self.kills: list[str] = []
        self._due: list[Kill] = [(1 / 3, "the Prefect server", self._kill_server), (2 / 3, "the Prefect server", self._kill_server)]  # fmt: skip
        if power_cut:
            self._due.insert(1, (1 / 2, "the whole desk", self._cut_power))
        self._start = time.monotonic()
        self._next_sample = 0.0
        self._next_word = 0.0

    def elapsed(self) -> float:
        """Seconds since the beginning."""
        return time.monotonic() - self._start

    def go(self) -> None:
        """Until all documents are dropped."""
        while self.dropped < self.documents:
            self._drop_to(int(self.documents * self.elapsed() / self.seconds))
            self._kill_when_due()
            self.sample_when_due()
            time.sleep(0.2)

    def _drop_to(self, number: int) -> None:
        """Numbers in the upper half of each double burst come one by one, the lower half all at once."""
        position = number % (2 * BURST)
        if position < BURST and number < self.documents:
            number = number - position + BURST
        while self.dropped < min(number, self.documents):
            drop(self.desk.inbox, f"rush-{self.dropped:06d}.txt", article(self.dropped))
            self.dropped += 1

    def _kill_when_due(self) -> None:
        if self._due and self.elapsed() > self._due[0][0] * self.seconds:
            _, what, kill = self._due.pop(0)
            self.kills.append(f"{what} at {self.elapsed():.0f} s")
            kill()

    def _kill_server(self) -> None:
        self.desk.kill_part("server")

    def _cut_power(self) -> None:
        self.desk.kill()
        until(lambda: not self.desk.answers(), 60, "the server has died with the desk")
        self.desk.start()

    def sample_when_due(self) -> None:
        """Resident memory of every part, and now and then a line for whoever waits."""
        now = self.elapsed()
        if now < self._next_sample:
            return
        self._next_sample = now + SAMPLE_SECONDS
        found = {part: (pid, megabytes) for part, pid in self.desk.pids().items() if (megabytes := rss(pid))}
        self.samples += [Sample(second=now, part=part, pid=pid, megabytes=m) for part, (pid, m) in found.items()]
        if now >= self._next_word:
            self._next_word = now + SAID_SECONDS
            memory = ", ".join(f"{part} {m:.0f} MB" for part, (_, m) in sorted(found.items()))
            print(f"{now:6.0f} s: {self.dropped:,} dropped, {self.desk.received():,} filed; {memory}", flush=True)


def unended(desk: ServedDesk) -> list[str]:
    """Names of runs that Prefect believes to be at work."""
    body = {"flow_runs": {"state": {"type": {"any_": ["RUNNING", "PENDING", "CANCELLING"]}}}}
    return [run["name"] for run in desk.post("flow_runs/filter", body)]


def settled(desk: ServedDesk) -> bool:
    """Whether no run is at work; a server that is too busy to say is asked again."""
    try:
        return not unended(desk)
    except httpx.HTTPError:
        return False


def run_states(desk: ServedDesk) -> dict[str, int]:
    """How Prefect's runs ended, by state; runs of the future left out."""
    states: Counter[str] = Counter()
    while page := desk.post(
        "flow_runs/filter", {"limit": 200, "offset": states.total(), "sort": "EXPECTED_START_TIME_ASC"}
    ):
        states.update(run["state_name"] for run in page)
    del states["Scheduled"]
    return dict(sorted(states.items()))


def troubles(lines: Iterable[str]) -> dict[str, int]:
    """How often the parts' log speaks of trouble, by what it says."""
    found = Counter(mark.strip() for line in lines for mark in SPOKEN if mark in line)
    return dict(sorted(found.items()))


def verdict(rush: Rush) -> dict[str, object]:
    """What came of it."""
    desk = rush.desk
    per_path = Counter(n for _, n in desk.ask("select source_uri, count(*) from arrival group by all"))
    return {
        "minutes": round(rush.elapsed() / 60, 1),
        "dropped": rush.dropped,
        "killed": rush.kills,
        "documents received": desk.count("select count(distinct source_uri) from arrival"),
        "arrivals": desk.count("select count(*) from arrival"),
        "arrivals by document": dict(sorted(per_path.items())),
        "outcomes": dict(desk.ask("select outcome, count(*) from arrival group by all order by all")),
        "without an outcome": desk.count("select count(*) from arrival where outcome is null"),
        "ledger adds up": desk.count("select count(*) from ledger where not adds_up") == 0,
        "runs in the ledger": dict(
            desk.ask("select kind || ' ' || state, count(*) from run group by all order by all")
        ),
        "runs in Prefect": run_states(desk),
        "runs left Running in Prefect": unended(desk),
        "memory, MB": course(rush.samples),
        "troubles in the log": troubles(desk.parts_log.read_text("utf-8", "replace").splitlines()),
        "Prefect database, MB": round((desk.folder / "prefect" / "prefect.db").stat().st_size / 1e6, 1),
        "database, MB": round(desk.database.stat().st_size / 1e6, 1),
        "load average": round(os.getloadavg()[0], 1),
    }


def finish(rush: Rush) -> None:
    """Wait until everything is filed and every run has ended; memory is sampled on."""
    filed = "select count(distinct source_uri) from arrival where outcome is not null"

    def all_filed() -> bool:
        rush.sample_when_due()
        return rush.desk.count(filed) >= rush.dropped

    until(all_filed, 600, "everything is filed")
    until(lambda: settled(rush.desk), 300, "no run is left running")


def main() -> None:
    """Rush, print, and write when asked."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--minutes", type=float, default=30.0)
    parser.add_argument("--documents", type=int, default=5_000)
    parser.add_argument("--power-cut", action="store_true")
    parser.add_argument("--write", type=Path)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder, ServedDesk(Path(folder)) as desk:
        rush = Rush(desk, 60 * given.minutes, given.documents, given.power_cut)
        rush.go()
        finish(rush)
        text = json.dumps(verdict(rush), indent=2)
    print(text)
    if given.write:
        given.write.write_text(text + "\n", "utf-8")


if __name__ == "__main__":
    main()
