"""A long day in half an hour: documents trickle and burst in while parts of the desk are killed; nothing may be lost.

    python -m tests.benchmarks.soak [--minutes 30] [--documents 5000] [--write tests/benchmarks/figures/soak.json]

Half of the documents come one by one, half in bursts of 100. After a third of the time the Prefect server is killed
(kill -9) and after two thirds the whole desk, which is then started again. At the end every document has exactly one
arrival with one outcome, and no run is left "Running".
"""

from __future__ import annotations

import argparse
import json
import os
import tempfile
import time
from collections import Counter
from pathlib import Path

import httpx

from tests.benchmarks.latency import memory
from tests.servers.copy_desk import article
from tests.servers.served_desk import ServedDesk, drop, until

BURST = 100
SAMPLE_SECONDS = 20.0


class Soak:
    """Drops documents by the clock, kills what is due, and samples memory."""

    def __init__(self, desk: ServedDesk, seconds: float, documents: int) -> None:
        self.desk = desk
        self.seconds = seconds
        self.documents = documents
        self.dropped = 0
        self.samples: list[dict[str, float]] = []
        self.kills: list[str] = []
        self._start = time.monotonic()
        self._next_sample = 0.0

    def elapsed(self) -> float:
        """Seconds since the beginning."""
        return time.monotonic() - self._start

    def go(self) -> None:
        """Until all documents are dropped."""
        while self.dropped < self.documents:
            self._drop_to(int(self.documents * self.elapsed() / self.seconds))
            self._kill_when_due()
            self._sample_when_due()
            time.sleep(0.2)

    def _drop_to(self, number: int) -> None:
        """Numbers in the upper half of each double burst come one by one, the lower half all at once."""
        position = number % (2 * BURST)
        if position < BURST and number < self.documents:
            number = number - position + BURST
        while self.dropped < min(number, self.documents):
            drop(self.desk.inbox, f"soak-{self.dropped:06d}.txt", article(self.dropped))
            self.dropped += 1

    def _kill_when_due(self) -> None:
        if not self.kills and self.elapsed() > self.seconds / 3:
            self.desk.kill_part("server")
            self.kills.append(f"Prefect server at {self.elapsed():.0f} s")
        elif len(self.kills) == 1 and self.elapsed() > 2 * self.seconds / 3:
            self.desk.kill()
            self.kills.append(f"the whole desk at {self.elapsed():.0f} s")
            self.desk.start()

    def _sample_when_due(self) -> None:
        if self.elapsed() >= self._next_sample:
            self._next_sample = self.elapsed() + SAMPLE_SECONDS
            self.samples.append(
                {
                    "second": round(self.elapsed()),
                    "dropped": self.dropped,
                    "received": self.desk.received(),
                    **memory(self.desk),
                }
            )
            print(self.samples[-1], flush=True)


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


def verdict(soak: Soak) -> dict[str, object]:
    """What came of it."""
    desk = soak.desk
    per_path = Counter(n for _, n in desk.ask("select source_uri, count(*) from arrival group by all"))
    return {
        "minutes": round(soak.elapsed() / 60, 1),
        "dropped": soak.dropped,
        "killed": soak.kills,
        "documents received": desk.count("select count(distinct source_uri) from arrival"),
        "arrivals": desk.count("select count(*) from arrival"),
        "arrivals by document": dict(sorted(per_path.items())),
        "outcomes": dict(desk.ask("select outcome, count(*) from arrival group by all order by all")),
        "without an outcome": desk.count("select count(*) from arrival where outcome is null"),
        "runs": dict(desk.ask("select kind || ' ' || state, count(*) from run group by all order by all")),
        "runs left Running in Prefect": unended(desk),
        "memory, MB": {
            "first": soak.samples[1],
            "middle": soak.samples[len(soak.samples) // 2],
            "last": soak.samples[-1],
        },
        "Prefect database, MB": round((desk.folder / "prefect" / "prefect.db").stat().st_size / 1e6, 1),
        "database, MB": round(desk.database.stat().st_size / 1e6, 1),
        "load average": round(os.getloadavg()[0], 1),
    }


def main() -> None:
    """Soak, print, and write when asked."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--minutes", type=float, default=30.0)
    parser.add_argument("--documents", type=int, default=5_000)
    parser.add_argument("--write", type=Path)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder, ServedDesk(Path(folder)) as desk:
        soak = Soak(desk, 60 * given.minutes, given.documents)
        soak.go()
        until(
            lambda: (
                desk.count("select count(distinct source_uri) from arrival where outcome is not null") >= soak.dropped
            ),
            600,
            "everything is filed",
        )
        until(lambda: settled(desk), 300, "no run is left running")
        text = json.dumps(verdict(soak), indent=2)
    print(text)
    if given.write:
        given.write.write_text(text + "\n", "utf-8")


if __name__ == "__main__":
    main()
