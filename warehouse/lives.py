"""Which of Prefect's flow runs live and which are dead, by the lock files that runs hold as long as they live."""

from __future__ import annotations

from dataclasses import dataclass

from warehouse.ledger import is_dead
from warehouse.place import Place
from warehouse.store import Warehouse


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


def sweep_locks(place: Place) -> int:
    """Delete the lock files of runs that are dead; how many there were."""
    return sum(is_dead(place, path.stem) for path in sorted(place.runs.glob("*.lock")))
