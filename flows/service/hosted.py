"""A flow run in this process that the Prefect UI shows under its deployment.

Prefect starts a process for each run of a served deployment, which costs seconds; a watcher that has to file a document
within two cannot afford that. So the run is created at the API as a run of the deployment, already pending, and then
executed here. `prefect.flow_engine.run_flow` is half internal; when it, or the deployment, is not there, the flow is
simply called, and the UI shows it without a deployment.
"""

from __future__ import annotations

import inspect
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any
from uuid import UUID

from prefect import Flow, flow_engine
from prefect.client.orchestration import get_client
from prefect.client.schemas.objects import FlowRun
from prefect.exceptions import ObjectNotFound
from prefect.settings import PREFECT_API_URL, PREFECT_FLOWS_HEARTBEAT_FREQUENCY, temporary_settings
from prefect.states import Pending

from flows.service.prefect_server import answers

NEEDED = ("flow", "flow_run", "parameters")
"""What `run_flow` has to accept."""


def has_server() -> bool:
    """Whether a Prefect server is named in the settings (else Prefect starts a small one for this process)."""
    return bool(PREFECT_API_URL.value())


def server_answers() -> bool:
    """Whether the Prefect server is there. Asked without Prefect's client, which would try for half a minute."""
    return answers(PREFECT_API_URL.value() or "")


def wait_for(deployment: str, seconds: float) -> bool:
    """Wait until the server has a deployment `flow/deployment`; whether it came."""
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        if server_answers() and _found(deployment):
            return True
        time.sleep(0.5)
    return False


def _found(deployment: str) -> bool:
    with get_client(sync_client=True) as client:
        try:
            client.read_deployment_by_name(deployment)
        except ObjectNotFound:
            return False
        return True


def run_here(
    flow: Flow[..., Any],
    deployment: str,
    parameters: dict[str, Any],
    tags: tuple[str, ...] = (),
    created: Callable[[UUID], None] = lambda _: None,
) -> Any:  # noqa: ANN401 - what the flow returns
    """Run a flow in this process as a run of the deployment `flow/deployment`. Returns and raises what the flow does.

    `created` is called with the id of the run as soon as the server has it.
    """
    with _without_heartbeat():
        run = _pending(deployment, parameters, tags) if has_server() and supported() else None
        if run is None:
            return flow(**parameters)
        created(run.id)
        return flow_engine.run_flow(flow, flow_run=run, parameters=parameters)


def supported() -> bool:
    """Whether Prefect has what `run_here` needs."""
    return set(NEEDED) <= set(inspect.signature(flow_engine.run_flow).parameters)


def _pending(deployment: str, parameters: dict[str, Any], tags: tuple[str, ...]) -> FlowRun | None:
    """A new run of the deployment, or None when there is no such deployment."""
    with get_client(sync_client=True) as client:
        try:
            found = client.read_deployment_by_name(deployment)
        except ObjectNotFound:
            return None
        return client.create_flow_run_from_deployment(
            UUID(str(found.id)), parameters=parameters, state=Pending(), tags=tags
        )


@contextmanager
def _without_heartbeat() -> Iterator[None]:
    """Prefect's heartbeat thread holds the end of a run up by as much as a second; the ledger's lock files tell better."""
    with temporary_settings({PREFECT_FLOWS_HEARTBEAT_FREQUENCY: None}):
        yield
