"""The flow run of Prefect that this code runs in."""

from __future__ import annotations

from prefect.runtime import flow_run


def current() -> tuple[str | None, str | None]:
    """Id and name of the flow run; None and None outside a flow."""
    return (str(flow_run.id) if flow_run.id else None, flow_run.name)
