"""Runs that no Prefect server has seen are told to the next one that a flow run of the same database meets.

A run without a server is in the ledger; from there it gets a flow run at the server: its name, tags, message and table of
outcomes. The server's own clock stamps the states, so the message says when the run was.
https://docs.prefect.io/v3/api-ref/rest-api/server/flow-runs/create-flow-run
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from flows.clock import now
from flows.monitoring import artifacts, flow_runs
from flows.run.summary import Line
from parsers.kept_out import BY_RULE
from parsers.model import Outcome
from warehouse.database.place import Place
from warehouse.database.store import text_array, writing

if TYPE_CHECKING:
    from uuid import UUID

    from prefect.client.orchestration import SyncPrefectClient

DAYS = 14
"""Older runs are told to nobody; this is how long Prefect's history is kept."""

MOST = 50
"""Runs told at once; the others come with the next flow run."""

TAGS = ("newsdesk", "entered later")


@dataclass(frozen=True, slots=True, kw_only=True)
class LateRun:
    """A run that ended without a server: what kind it was, when, the documents by outcome, and the first of them."""

    run_id: str
    kind: str
    started_at: datetime
    finished_at: datetime
    outcomes: Mapping[str, int]
    documents: tuple[Line, ...]

    @property
    def name(self) -> str:
        """`ingest 2026-03-01 14:03:07`."""
        return f"{self.kind} {self.started_at:%Y-%m-%d %H:%M:%S}"

    @property
    def message(self) -> str:
        """What became of the documents, and when."""
        said = artifacts.outcomes_line(self.outcomes)
        return (
            f"{said}; ran without a server from {self.started_at:%Y-%m-%d %H:%M:%S} to {self.finished_at:%H:%M:%S} UTC"
        )


def enter(place: Place) -> int:
    """Tell the server of this flow run of runs that none knows; how many. Raises what Prefect's client raises.

    The server keeps a run once however often it is told: the id of the run is the key.
    """
    from prefect.client.orchestration import get_client

    with writing(place) as warehouse:
        since = now() - timedelta(days=DAYS)
        rows = warehouse.rows("late_runs", {"since": since, "rows": artifacts.TABLE_ROWS, "most": MOST})
    runs = [_run(row) for row in rows]
    if not runs:
        return 0
    with get_client(sync_client=True) as client:
        ids = [str(_enter(client, run)) for run in runs]
    known = {
        "run_id": text_array([run.run_id for run in runs]),
        "flow_run_id": text_array(ids),
        "flow_run_name": text_array([run.name for run in runs]),
    }
    with writing(place) as warehouse, warehouse.transaction():
        warehouse.run("enter_late_runs", incoming=known)
    return len(runs)


def _run(row: tuple[Any, ...]) -> LateRun:
    run_id, kind, started, finished, outcomes, documents = row
    lines = tuple(Line(**{**each, "outcome": Outcome(each["outcome"])}) for each in documents or ())
    return LateRun(
        run_id=run_id, kind=kind, started_at=started, finished_at=finished, outcomes=outcomes or {}, documents=lines
    )


def _enter(client: SyncPrefectClient, run: LateRun) -> UUID:
    """A flow run that has ended, with its table of outcomes."""
    from prefect.client.schemas.actions import ArtifactCreate
    from prefect.client.schemas.objects import FlowRun
    from prefect.states import Completed

    bad = any(x.outcome in artifacts.TROUBLE and not (x.reason or "").startswith(BY_RULE) for x in run.documents)
    asked = {
        "flow_id": str(client.create_flow_from_name(run.kind)),
        "name": run.name,
        "tags": [*TAGS, *([flow_runs.HAS_REJECTS] if bad else ())],
        "idempotency_key": run.run_id,
        "state": {"type": "RUNNING", "name": "Running"},
    }
    made = FlowRun.model_validate(client.request("POST", "/flow_runs/", json=asked).raise_for_status().json())
    if made.state is None or not made.state.is_final():
        client.set_flow_run_state(made.id, Completed(message=run.message), force=True)
        if run.documents:
            table = json.dumps(artifacts.table(run.documents))
            client.create_artifact(
                ArtifactCreate(
                    key=artifacts.OUTCOMES, type="table", description=run.message, data=table, flow_run_id=made.id
                )
            )
    return made.id
