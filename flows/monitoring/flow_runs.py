"""The flow run of Prefect that this code runs in; there is none when a flow is called without Prefect (`Flow.fn`)."""

from __future__ import annotations

import logging
from typing import Any

from prefect import get_run_logger
from prefect.context import FlowRunContext
from prefect.runtime import flow_run

log = logging.getLogger("newsdesk")

Logger = logging.Logger | logging.LoggerAdapter[Any]


def running() -> bool:
    """Whether this code runs in a flow run."""
    return FlowRunContext.get() is not None


def logger() -> Logger:
    """The log of the flow run, or newsdesk's own outside of one."""
    return get_run_logger() if running() else log


def current() -> tuple[str | None, str | None]:
    """Id and name of the flow run; None and None outside a flow."""
    return (str(flow_run.id) if flow_run.id else None, flow_run.name)
