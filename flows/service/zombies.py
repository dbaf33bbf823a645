"""Runs that Prefect believes to be running although their process is dead: found by the ledger, marked as crashed.

A process that is killed (`kill -9`, no memory, power) cannot tell anybody. Its lock file can: nobody holds it.
Runs that were missed while the desk was down are skipped, with a reason, instead of all being made up for at once.
"""

from __future__ import annotations

import logging
from collections.abc import Collection, Sequence
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from prefect.client.orchestration import SyncPrefectClient, get_client
from prefect.client.schemas.filters import FlowFilter, FlowFilterName, FlowRunFilter, FlowRunFilterState
from prefect.client.schemas.filters import FlowRunFilterStateType as StateTypes
from prefect.client.schemas.objects import FlowRun, State, StateType
from prefect.states import Cancelled, Crashed

from flows.clock import now
from warehouse.database.place import Place
from warehouse.database.store import writing
from warehouse.filing import run_registry

OURS = ("ingest", "poll", "retry", "reprocess", "maintain", "rules")
"""Names of the flows that enter themselves in the ledger."""

UNENTERED = timedelta(minutes=15)
"""A run of a deployment that is not in the ledger after this long died before it could enter itself."""

MISSED = timedelta(seconds=30)
"""A scheduled run that is this late when the desk starts was missed."""

UNENDED = (StateType.RUNNING, StateType.PENDING, StateType.CANCELLING)
PAGE = 200

log = logging.getLogger("newsdesk")


def mark(place: Place, deployments_are_dead: bool = False, lost: Collection[UUID] = ()) -> int:
    """Mark dead runs as crashed at the Prefect API; how many.

    With `deployments_are_dead` nobody else serves them. `lost` are runs of this very process that came to nothing.
    """
    with get_client(sync_client=True) as client:
        unended = _runs(client, UNENDED)
        if not unended:
            return 0
        with writing(place) as warehouse:
            known = run_registry.flow_runs(warehouse)
        dead = [run for run in unended if run.id in lost or is_dead(run, known, now(), deployments_are_dead)]
        for run in dead:
            _say(
                client,
                run,
                Crashed(message="its process was killed; what it had not finished, the next run takes over"),
            )
        return len(dead)


def is_dead(run: FlowRun, known: run_registry.Lives, at: datetime, deployments_are_dead: bool) -> bool:
    """Whether nobody works on a run any more. Runs that are neither in the ledger nor of a deployment are left alone."""
    if str(run.id) in known.living:
        return False
    if str(run.id) in known.dead:
        return True
    begun = run.state.timestamp if run.state else run.expected_start_time
    waited = begun is not None and at - begun > UNENTERED
    return run.deployment_id is not None and (waited or deployments_are_dead)


def skip_missed() -> int:
    """Cancel scheduled runs that were missed while the desk was down; how many. Runs that a person or an event asked for stay."""
    with get_client(sync_client=True) as client:
        late = [r for r in _runs(client, (StateType.SCHEDULED,)) if _missed(r, now())]
        for run in late:
            _say(
                client,
                run,
                Cancelled(name="Skipped", message="missed while the desk was down; the next run catches up"),
            )
        return len(late)


def _missed(run: FlowRun, at: datetime) -> bool:
    due = run.expected_start_time
    return bool(run.auto_scheduled) and due is not None and at - due > MISSED


def _runs(client: SyncPrefectClient, states: Sequence[StateType]) -> list[FlowRun]:
    flows_of_ours = FlowFilter(name=FlowFilterName(any_=list(OURS)))
    in_state = FlowRunFilter(state=FlowRunFilterState(type=StateTypes(any_=list(states))))
    found: list[FlowRun] = []
    while True:
        page = client.read_flow_runs(flow_filter=flows_of_ours, flow_run_filter=in_state, limit=PAGE, offset=len(found))
        found += page
        if len(page) < PAGE:
            return found


def _say(client: SyncPrefectClient, run: FlowRun, state: State[Any]) -> None:
    client.set_flow_run_state(run.id, state, force=True)
    log.warning("flow run %s: %s (%s)", run.name, state.name, state.message)
