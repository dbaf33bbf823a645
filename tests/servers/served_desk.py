"""A real desk for tests and benchmarks: `newsdesk serve` as a process on a free port of loopback, with a home of its own."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import duckdb
import httpx

PARTS = {"server": "flows.server", "deployments": "flows.served", "watcher": "flows.watching"}
START_SECONDS = 120.0


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def until(condition: Callable[[], object], seconds: float, what: str) -> None:
    """Wait until a condition holds. Raises AssertionError that says what did not come."""
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        if condition():
            return
        time.sleep(0.1)
    raise AssertionError(f"after {seconds:.0f} s still not: {what}")


class ServedDesk:
    """A desk in a folder: `inbox` is watched, `database` is what people read."""

    def __init__(self, folder: Path, *options: str) -> None:
        self.folder = folder
        self.inbox = folder / "inbox"
        self.database = folder / "desk.duckdb"
        self.log = folder / "serve.log"
        self.port = free_port()
        self.options = options
        self.inbox.mkdir(parents=True, exist_ok=True)
        self.environment = {
            **{k: v for k, v in os.environ.items() if not k.startswith("PREFECT_")},
            "PREFECT_HOME": str(folder / "prefect"),
            "PYTHONPATH": os.pathsep.join([str(Path(__file__).parents[2]), os.environ.get("PYTHONPATH", "")]),
        }
        self._process: subprocess.Popen[bytes] | None = None

    @property
    def api(self) -> str:
        """The address of its Prefect API."""
        return f"http://127.0.0.1:{self.port}/api"

    @property
    def command(self) -> list[str]:
        """The command line that serves it."""
        run = "from flows.cli import main; main()"
        return [
            sys.executable, "-c", run, "serve", str(self.inbox), "--database", str(self.database),
            "--port", str(self.port), *self.options,
        ]  # fmt: skip

    def start(self) -> None:
        """Start serving, and wait until the watcher is at work."""
        with self.log.open("ab") as log:
            self._process = subprocess.Popen(self.command, env=self.environment, stderr=log, stdout=log)
        until(self.answers, START_SECONDS, "the Prefect server answers")
        until(lambda: len(self.pids()) == len(PARTS), START_SECONDS, "all parts run")
        until(lambda: len(self.post("deployments/filter", {})) >= 5, START_SECONDS, "the deployments are there")

    def stop(self) -> int:
        """Stop it as Ctrl-C does; its exit code."""
        assert self._process is not None
        self._process.send_signal(signal.SIGINT)
        return self._process.wait(60)

    def kill(self) -> None:
        """Kill it as a power cut does."""
        assert self._process is not None
        self._process.kill()
        self._process.wait()

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._process is not None and self._process.poll() is None:
            self.stop()

    def answers(self) -> bool:
        """Whether its server answers."""
        try:
            return httpx.get(f"{self.api}/health", timeout=2).is_success
        except httpx.HTTPError:
            return False

    def pids(self) -> dict[str, int]:
        """The processes of its parts, by part."""
        assert self._process is not None
        found = {}
        for path in Path("/proc").glob("[0-9]*/cmdline"):
            try:
                words = path.read_bytes().split(b"\0")
                parent = int((path.parent / "stat").read_text().rpartition(")")[2].split()[1])
            except (OSError, ValueError, IndexError):
                continue
            for part, module in PARTS.items():
                if module.encode() in words and parent == self._process.pid:
                    found[part] = int(path.parent.name)
        return found

    def kill_part(self, part: str) -> None:
        """Kill -9 one part."""
        os.kill(self.pids()[part], signal.SIGKILL)

    def post(self, path: str, body: object) -> Any:
        """Ask its API, with the token that protects it from other sites' pages."""
        client = "newsdesk-test"
        with httpx.Client(timeout=30) as http:
            token = http.get(f"{self.api}/csrf-token", params={"client": client}).json()["token"]
            headers = {"Prefect-Csrf-Token": token, "Prefect-Csrf-Client": client}
            answer = http.post(f"{self.api}/{path}", json=body, headers=headers)
            answer.raise_for_status()
            return answer.json() if answer.content else None

    def deployment(self, name: str) -> dict[str, Any]:
        """One of its deployments."""
        found: dict[str, Any] = next(d for d in self.post("deployments/filter", {}) if d["name"] == name)
        return found

    def ask(self, sql: str) -> list[tuple[Any, ...]]:
        """Ask the published database, as anybody may at any moment; nothing when there is none yet."""
        if not self.database.exists():
            return []
        with duckdb.connect(str(self.database), read_only=True) as connection:
            return connection.execute(sql).fetchall()

    def count(self, sql: str) -> int:
        """One number from the published database; 0 when there is none yet."""
        rows = self.ask(sql)
        return int(rows[0][0]) if rows else 0

    def received(self) -> int:
        """Arrivals in the published ledger that have an outcome."""
        return self.count("select count(*) from arrival where outcome is not null")

    def runs(self) -> Iterator[dict[str, Any]]:
        """Its flow runs, newest first."""
        yield from self.post("flow_runs/filter", {"sort": "EXPECTED_START_TIME_DESC", "limit": 200})


def drop(folder: Path, name: str, text: str) -> Path:
    """Put a file into a watched folder as careful programs do: written elsewhere, moved in whole."""
    part = folder / f".{name}.part"
    part.write_text(text, "utf-8")
    return part.rename(folder / name)
