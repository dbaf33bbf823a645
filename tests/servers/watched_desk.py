"""A desk under a Prefect server, seen from outside: its API, and the database that people read."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import duckdb
import httpx

PATIENCE = 400.0
"""Seconds that anything may take which a served desk does. A wait ends when its condition holds, so only what never comes takes
so long. On two cores that do nothing else no wait takes 30 s; beside ten busy processes some took 130."""

TEST_SECONDS = 4 * PATIENCE
"""Seconds after which a test of a served desk is stopped: above one wait that fails, with its start and its stop."""


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


class WatchedDesk:
    """A desk in a folder: `inbox` holds documents, `database` is what people read, a server has a port and a home."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.inbox = folder / "inbox"
        self.database = folder / "desk.duckdb"
        self.port = free_port()
        self.inbox.mkdir(parents=True, exist_ok=True)
        self.environment = {
            **{k: v for k, v in os.environ.items() if not k.startswith("PREFECT_")},
            "PREFECT_HOME": str(folder / "prefect"),
            # no empty entry: Python would take it for the current folder
            "PYTHONPATH": os.pathsep.join(filter(None, [str(Path(__file__).parents[2]), os.environ.get("PYTHONPATH")])),
        }

    @property
    def api(self) -> str:
        """The address of its Prefect API."""
        return f"http://127.0.0.1:{self.port}/api"

    def answers(self) -> bool:
        """Whether its server answers."""
        try:
            return httpx.get(f"{self.api}/health", timeout=5).is_success
        except httpx.HTTPError:
            return False

    def post(self, path: str, body: object) -> Any:
        """Ask its API, with the token that protects it from other sites' pages."""
        client = f"newsdesk-test-{os.getpid()}"  # a token of its own for each process that asks
        with httpx.Client(timeout=90) as http:
            token = http.get(f"{self.api}/csrf-token", params={"client": client}).json().get("token", "")
            headers = {"Prefect-Csrf-Token": token, "Prefect-Csrf-Client": client}
            for pause in (0.2, 0.5, 1.0, 2.0, 0.0):
                answer = http.post(f"{self.api}/{path}", json=body, headers=headers)
                if answer.status_code != httpx.codes.SERVICE_UNAVAILABLE:
                    break
                time.sleep(pause)  # its SQLite was being written to; Prefect's own clients ask again, too
            answer.raise_for_status()
            return answer.json() if answer.content else None

    def run(self, deployment: str, **parameters: object) -> str:
        """Have a deployment run, as a person does on its page; the id of the run."""
        found = self.deployment(deployment)["id"]
        body = {"parameters": parameters, "state": {"type": "SCHEDULED"}}
        made: str = self.post(f"deployments/{found}/create_flow_run", body)["id"]
        return made

    def flow_run(self, flow_run_id: str) -> dict[str, Any]:
        """One of its flow runs."""
        found: dict[str, Any] = self.post("flow_runs/filter", {"flow_runs": {"id": {"any_": [flow_run_id]}}})[0]
        return found

    def ended(self, flow_run_id: str, seconds: float) -> dict[str, Any]:
        """A flow run once it has ended, well or badly."""
        ends = ("COMPLETED", "FAILED", "CRASHED", "CANCELLED")
        until(lambda: self.flow_run(flow_run_id)["state_type"] in ends, seconds, f"the run {flow_run_id} has ended")
        return self.flow_run(flow_run_id)

    def ran(self, deployment: str, seconds: float, **parameters: object) -> dict[str, Any]:
        """A run of a deployment once it has ended; asked for again where it was cancelled because its schedule had one at work."""
        ended = self.ended(self.run(deployment, **parameters), seconds)
        while ended["state_type"] == "CANCELLED":
            time.sleep(2)
            ended = self.ended(self.run(deployment, **parameters), seconds)
        return ended

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


def announce(path: Path, environment: dict[str, str]) -> None:
    """Tell the Prefect server of PREFECT_API_URL, by an event, that a document lies elsewhere."""
    emit = (
        "import sys; from prefect.events import emit_event; from prefect.events.worker import EventsWorker; "
        "emit_event('newsdesk.document.arrived', resource={'prefect.resource.id': 'newsdesk.document.' + sys.argv[1], "
        "'newsdesk.door': 'elsewhere'}, payload={'path': sys.argv[1]}); EventsWorker.instance().drain()"
    )
    subprocess.run([sys.executable, "-c", emit, str(path)], env=environment, check=True, timeout=PATIENCE)
