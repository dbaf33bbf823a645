"""Which of Prefect's flow runs live and which are dead, by the lock files that runs hold as long as they live."""

from __future__ import annotations

import os
import socket
from dataclasses import dataclass
from datetime import datetime

from warehouse.database.place import Place
from warehouse.database.store import Warehouse
from warehouse.filing.ledger import is_dead


@dataclass(frozen=True, slots=True, kw_only=True)
class Lives:
    """Flow run ids of runs that hold their lock, and of runs that ended without saying so."""

    living: frozenset[str]
    dead: frozenset[str]


def flow_runs(warehouse: Warehouse) -> Lives:
    """Sort the ledger's runs that have not ended well by whether they live."""
    rows = warehouse.rows("unended_runs")
    living = {flow for run, state, flow in rows if state == "running" and not is_dead(warehouse.place, run)}
    return Lives(living=frozenset(living), dead=frozenset(flow for _, _, flow in rows if flow not in living))


def enter(
    warehouse: Warehouse, run_id: str, kind: str, at: datetime, flow: tuple[str | None, str | None], version: str
) -> None:
    """Enter a run that takes in no documents, so that it can be seen to live. It takes over nothing."""
    warehouse.append(
        "run",
        ("run_id", "kind", "flow_run_id", "flow_run_name", "started_at", "state", "host", "pid", "parser_version"),
        [(run_id, kind, flow[0], flow[1], at, "running", socket.gethostname(), os.getpid(), version)],
    )


def leave(warehouse: Warehouse, run_id: str, at: datetime, state: str) -> None:
    """Note how such a run ended."""
    warehouse.connection.execute(
        "update run set finished_at = ?, state = ? where run_id = ?", [at, state, run_id]
    ).fetchall()


def sweep_locks(place: Place) -> int:
    """Delete the lock files of runs that are dead; how many there were."""
    return sum(is_dead(place, path.stem) for path in sorted(place.runs.glob("*.lock")))
