"""The flow `rules`: what is filed already made what the rules of the desk say now."""

from __future__ import annotations

from typing import Annotated

from prefect import flow
from pydantic import Field

from flows.clock import now
from flows.filing import desk, file_arrivals
from flows.inbox import confinement
from flows.monitoring import flow_runs
from flows.run.desk import new_run_id
from flows.run.run_registry import present
from flows.run.summary import Summary
from warehouse.database.place import Place
from warehouse.database.store import Warehouse, writing
from warehouse.filing import rules as kept
from warehouse.filing.ledger import Pending


@flow(name="rules", flow_run_name="apply rules", persist_result=False)
def apply_rules(
    database: Annotated[str, Field(description="The database file")] = "newsdesk.duckdb",
) -> tuple[int, int, Summary]:
    """Take out filed articles that the rules leave out, and file again what no rule leaves out any more.

    Returns how many articles were taken out and how many documents came back, with the run's summary.

    Args:
        database: The database file.
    """
    place = Place.at(database)
    confinement.check(place)
    with present(place, "rules", flow_runs.current()), writing(place) as warehouse:
        came = {p.arrival_id for p in kept.released(warehouse)}
        left = kept.found(warehouse, kept.known(warehouse))
        kept.take_out(warehouse, left, now())
    summary = file_arrivals((), place, kind="rules", run_id=new_run_id(), again=lambda w: _only(w, came), known=desk())
    return len(left), summary.documents - summary.kept_out, summary


def _only(warehouse: Warehouse, arrivals: set[str]) -> tuple[Pending, ...]:
    """Of what rules left out, what was left out before: what has just been taken out need not be parsed."""
    return tuple(p for p in kept.released(warehouse) if p.arrival_id in arrivals)
