"""A served desk whose feeds misbehave for many poll periods: what came of the good ones, and of all that was received.

    python -m tests.benchmarks.crooked_polls [--minutes 6] [--period 15] [--output FOLDER]

Starts `newsdesk serve`, and gives its deployment `poll` a schedule of PERIOD seconds that asks all feeds, due or not. A
period is shorter than the 20 seconds that a silent server may take, so polls come due while others are at work. A good file is
dropped every 20 seconds beside. Prints figures; what must hold is said by `Found.wrong`, and its exit code is 1 when it does not.
"""

from __future__ import annotations

import argparse
import gzip
import socket
import sys
import tempfile
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

import httpx

from tests.benchmarks import soak_files
from tests.benchmarks.soak_feeds import Feeds, rss
from tests.servers.misbehaving import Act, Request, Server, reply
from tests.servers.served_desk import ServedDesk

SILENT_END_SECONDS = 240.0
FILE_SECONDS = 20.0
XML = "application/rss+xml"


def _same(connection: socket.socket, request: Request) -> None:
    """304 whatever was asked."""
    reply(b"", 304)(connection, request)


def _circle(connection: socket.socket, request: Request) -> None:
    """301 to itself."""
    reply(b"", 301, Location=request.path)(connection, request)


def _there(connection: socket.socket, request: Request) -> None:
    """301 to a place that has the feed."""
    reply(b"", 301, Location="/moved-here")(connection, request)


def _by_turns(*acts: Act) -> Act:
    """One behaviour after the other, again and again."""
    turn = iter(range(10**9))

    def act(connection: socket.socket, request: Request) -> None:
        acts[next(turn) % len(acts)](connection, request)

    return act


ONE = rss("one", ["http://127.0.1.99/one/1"])
PACKED = gzip.compress(ONE)
MORE: dict[str, Act] = {
    "always-304": _same,
    "circle-301": _circle,
    "moved": _there,
    "gzip-that-is-none": reply(ONE, Content_Encoding="gzip", Content_Type=XML),
    "gzip-cut": reply(PACKED[: len(PACKED) // 2], Content_Encoding="gzip", Content_Type=XML),
    "gzip-with-a-tail": reply(PACKED + b"tail", Content_Encoding="gzip", Content_Type=XML),
    "throttled-soon": reply(b"later", 429, Retry_After="5"),
    "throttled-by-date": reply(b"later", 429, Retry_After="Wed, 31 Dec 2098 23:59:59 GMT"),
    "now-and-then": _by_turns(reply(b"trouble", 500), reply(ONE, Content_Type=XML), reply(ONE[:-200], length=len(ONE), Content_Type=XML)),
}  # fmt: skip
"""Beside those of the soak."""


@dataclass
class Found:
    """What was seen."""

    polls: Counter[tuple[str, str]] = field(default_factory=Counter)
    states: Counter[str] = field(default_factory=Counter)
    arrivals: int = 0
    without: int = 0
    twice: int = 0
    served: int = 0
    missing: list[str] = field(default_factory=list)
    dropped: int = 0
    seconds: list[float] = field(default_factory=list)
    not_in_order: list[str] = field(default_factory=list)
    log: list[str] = field(default_factory=list)
    health: str = ""

    def wrong(self) -> list[str]:
        """What does not hold: arrivals without an outcome, entries or files lost or twice, runs that failed."""
        said = {
            f"{self.without} arrivals without an outcome": self.without,
            f"{self.twice} addresses with two articles": self.twice,
            f"{len(self.missing)} entries of good feeds have no arrival": len(self.missing),
            f"{self.dropped - len(self.seconds)} good files were not filed": self.dropped - len(self.seconds),
            f"runs do not add up: {self.not_in_order}": len(self.not_in_order),
            f"failed or crashed runs: {dict(self.states)}": self.states["FAILED"] + self.states["CRASHED"],
        }
        return [what for what, n in said.items() if n]


class Trial:
    """One desk, its feeds, and how often they are asked."""

    def __init__(self, desk: ServedDesk, period: float) -> None:
        self.desk, self.period = desk, period
        self.feeds = Feeds()
        self.more = {kind: Server(host=f"127.0.2.{n}") for n, kind in enumerate(MORE, 1)}
        self.found = Found()
        self._waiting: dict[str, float] = {}
        self.kinds: dict[str, str] = {}

    def table(self) -> str:
        """The feeds.toml: good ones, and one of each way to misbehave."""
        table = self.feeds.table()
        for kind, server in self.more.items():
            server.on("/moved-here", reply(ONE, Content_Type=XML))
            table += f'\n[[feed]]\nurl = "{server.on(f"/{kind}", MORE[kind])}"\nfull_text = "never"\n'
        hosts = {**{k: s.host for k, s in self.feeds.servers.items()}, **{k: s.host for k, s in self.more.items()}}
        self.kinds = {host: kind for kind, host in hosts.items()}
        return table

    def hasten(self) -> None:
        """Let the deployment `poll` ask all feeds every `period` seconds."""
        poll = self.desk.deployment("poll")["id"]
        schedule = {"interval": self.period}
        self.desk.post(
            f"deployments/{poll}/schedules",
            [{"active": True, "schedule": schedule, "parameters": {"everything": True}}],
        )

    def go(self, seconds: float) -> None:
        """Drop a file now and then, and see when it can be read."""
        start, number, due = time.monotonic(), 0, 0.0
        while (elapsed := time.monotonic() - start) < seconds:
            if elapsed >= due:
                path = soak_files.put(self.desk.inbox, *soak_files.good(number))
                self._waiting[str(path)] = time.monotonic()
                self.found.dropped += 1
                number, due = number + 1, due + FILE_SECONDS
            self._look()
            time.sleep(0.25)

    def settle(self) -> None:
        """Take the schedules away, and wait until no run is at work and the files are filed."""
        found = self.desk.deployment("poll")
        with httpx.Client(timeout=30) as http:
            client = {"client": "crooked"}
            token = http.get(f"{self.desk.api}/csrf-token", params=client).json().get("token", "")
            for schedule in found["schedules"]:
                http.delete(
                    f"{self.desk.api}/deployments/{found['id']}/schedules/{schedule['id']}",
                    headers={"Prefect-Csrf-Token": token, "Prefect-Csrf-Client": "crooked"},
                ).raise_for_status()
        deadline = time.monotonic() + SILENT_END_SECONDS
        while time.monotonic() < deadline and (self._waiting or self._at_work()):
            self._look()
            time.sleep(1)

    def _at_work(self) -> bool:
        return any(r["state_type"] in ("RUNNING", "PENDING", "CANCELLING") for r in self.desk.runs())

    def _look(self) -> None:
        rows = self.desk.ask("select source_uri from arrival where article_id is not null and outcome is not null")
        for (uri,) in rows:
            if (dropped := self._waiting.pop(uri, None)) is not None:
                self.found.seconds.append(time.monotonic() - dropped)

    def count(self) -> None:
        """Read off what came of it."""
        ask, found = self.desk.ask, self.found
        found.states.update(r["state_type"] + ("" if r["state_type"] != "CANCELLED" else f" ({r['state']['message']})") for r in self.desk.runs())  # fmt: skip
        found.arrivals = self.desk.count("select count(*) from arrival")
        found.without = self.desk.count("select count(*) from arrival where outcome is null")
        found.twice = self.desk.count(
            "select count(*) from (select source_uri from arrival where outcome = 'loaded' group by 1 having count(*) > 1)"
        )
        found.not_in_order = [str(r) for r in ask("select run_id from ledger where not adds_up and state = 'finished'")]
        links = {uri.split("#")[0] for (uri,) in ask("select source_uri from arrival where feed_id is not null")}
        found.served, found.missing = (
            len(self.feeds.served),
            sorted(link for link in self.feeds.served if link not in links),
        )
        for url, kind, reason, n in ask("select url, kind, reason, count(*) from feed_poll group by all"):
            host = url.split("/")[2].split(":")[0]
            found.polls[(self.kinds.get(host, "good"), f"{kind}: {reason or ''}"[:90])] += n
        said = self.desk.log.read_text("utf-8", errors="replace") + self.desk.parts_log.read_text(
            "utf-8", errors="replace"
        )
        found.log = [line for line in said.splitlines() if "Traceback" in line or "Error" in line]


def show(trial: Trial) -> None:
    """Print what was seen."""
    found = trial.found
    for (feed, what), n in sorted(found.polls.items()):
        print(f"{feed:18} {n:4}  {what}")
    seconds = sorted(found.seconds)
    print(f"runs: {dict(found.states)}")
    print(
        f"good feeds: asked {len(trial.feeds.good.requests)} times, {found.served} entries, {len(found.missing)} without an arrival: {found.missing[:3]}"
    )
    print(f"arrivals: {found.arrivals}, without an outcome {found.without}, articles twice {found.twice}")
    print(
        f"good files: {found.dropped}, filed {len(seconds)}, median {seconds[len(seconds) // 2] if seconds else 0:.1f} s, longest {seconds[-1] if seconds else 0:.1f} s"
    )
    print(f"log: {len(found.log)} lines that name an error: {found.log[:3]}")


def main() -> None:
    """Poll for so many minutes."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--minutes", type=float, default=6.0)
    parser.add_argument("--period", type=float, default=15.0)
    parser.add_argument("--output", type=Path)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = given.output.absolute() if given.output else Path(name)
        trial = Trial(ServedDesk(folder / "desk", "--allow", "127.0.0.0/8"), given.period)
        (trial.desk.inbox / "feeds.toml").write_text(trial.table(), "utf-8")
        with trial.desk:
            trial.hasten()
            trial.go(60 * given.minutes)
            trial.settle()
            trial.count()
        show(trial)
    print("\n".join(f"WRONG: {what}" for what in trial.found.wrong()) or "all holds")
    sys.exit(1 if trial.found.wrong() else 0)


if __name__ == "__main__":
    main()
