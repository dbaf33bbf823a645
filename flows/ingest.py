"""The flow `ingest`: documents from paths, through the one path, into the warehouse, watched in the Prefect UI."""

from __future__ import annotations

from pathlib import PurePath
from typing import Annotated

from prefect import flow
from prefect.runtime import flow_run
from pydantic import Field

from flows.filing import take_in
from flows.monitoring import artifacts, flow_runs
from flows.run.summary import Summary


def run_name() -> str:
    """`ingest seeds 14:03:07`: what it takes in, and when."""
    paths = flow_run.get_parameters().get("paths") or []
    first = PurePath(str(paths[0])).name or str(paths[0]) if paths else "nothing"
    more = f" +{len(paths) - 1}" if len(paths) > 1 else ""
    started = flow_run.get_scheduled_start_time()
    return f"ingest {first}{more} {started:%H:%M:%S}"


@flow(name="ingest", flow_run_name=run_name, persist_result=False, log_prints=False, retries=0)
def ingest(
    paths: Annotated[list[str], Field(description="Files, folders, globs, or - for standard input", min_length=1)],
    database: Annotated[str, Field(description="The database file to publish to")] = "newsdesk.duckdb",
    only_changed: Annotated[
        bool, Field(description="Pass over files that look as they did when they were last taken in (a sweep)")
    ] = False,
) -> Summary:
    """Take in documents: store their bytes, repair, recognise copies, extract facts, file, publish.

    Args:
        paths: Files, folders, globs, or - for standard input.
        database: The database file to publish to.
        only_changed: Pass over files that look as they did when they were last taken in (a sweep).
    """
    summary = take_in(paths, database, only_changed)
    return flow_runs.ended(summary, artifacts.heading(summary))
