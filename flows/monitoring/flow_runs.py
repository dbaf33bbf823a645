"""The flow run of Prefect that this code runs in; there is none when a flow is called without Prefect (`Flow.fn`).

Prefect is imported only where there is one: loading it takes longer than filing a few documents.
"""

from __future__ import annotations

import logging
import sys
from typing import TYPE_CHECKING, Any, TypeVar, cast

if TYPE_CHECKING:
    from prefect.context import FlowRunContext

R = TypeVar("R")

HAS_REJECTS = "has-rejects"
"""Tag of flow runs with documents that were rejected or failed."""

log = logging.getLogger("newsdesk")

Logger = logging.Logger | logging.LoggerAdapter[Any]


def _context() -> FlowRunContext | None:
    loaded = sys.modules.get("prefect.context")
    return cast("FlowRunContext | None", loaded.FlowRunContext.get()) if loaded else None


def running() -> bool:
    """Whether this code runs in a flow run."""
    return _context() is not None


def logger() -> Logger:
    """The log of the flow run, or newsdesk's own outside of one."""
    if not running():
        return log
    from prefect import get_run_logger

    return get_run_logger()


def current() -> tuple[str | None, str | None]:
    """Id and name of the flow run; None and None outside a flow."""
    context = _context()
    run = context.flow_run if context else None
    return (str(run.id), run.name) if run else (None, None)


def ended(result: R, message: str) -> R:
    """What a flow returns so that the Prefect UI shows the message at its end: a state that holds the result."""
    if not running():
        return result
    from prefect.states import Completed

    return cast("R", Completed(data=result, message=message))


def tag(name: str) -> None:
    """Add a tag to the flow run."""
    from prefect.client.orchestration import get_client

    context = _context()
    if context is None or context.flow_run is None:
        return
    with get_client(sync_client=True) as client:
        client.update_flow_run(context.flow_run.id, tags={*context.flow_run.tags, name})
