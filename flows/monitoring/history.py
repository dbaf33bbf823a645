"""Prefect's own history, kept small: old runs, their logs, tasks and artifacts are deleted through the API.

SQLite frees space only on request; this is done if the database is a file on this machine.
"""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from uuid import UUID

from prefect.client.orchestration import SyncPrefectClient, get_client
from prefect.client.schemas.filters import FlowRunFilter, FlowRunFilterId, FlowRunFilterState
from prefect.client.schemas.filters import FlowRunFilterStartTime as StartTime
from prefect.client.schemas.filters import FlowRunFilterStateType as StateTypes
from prefect.client.schemas.objects import TERMINAL_STATES
from prefect.settings import PREFECT_HOME, get_current_settings

PAGE = 200
BUSY_SECONDS = 20.0
UNUSED = 0.25
"""Share of the file that is free space, above which it is compacted although no run was deleted: the server itself
deletes events that are a week old."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pruned:
    """What was forgotten: runs and artifacts; and the size of Prefect's database in bytes, before and after."""

    runs: int = 0
    artifacts: int = 0
    bytes_before: int | None = None
    bytes_after: int | None = None
    note: str = ""


def prune(before: datetime) -> Pruned:
    """Delete ended runs that started before a moment, and artifacts left before it, but the latest of each key."""
    path = database_file()
    size = path.stat().st_size if path else None
    with get_client(sync_client=True) as client:
        runs, artifacts = _prune(client, before)
    note = _vacuum(path) if path and (runs or _unused(path) > UNUSED) else ""
    return Pruned(
        runs=runs,
        artifacts=artifacts,
        bytes_before=size,
        bytes_after=path.stat().st_size if path else None,
        note=note,
    )


def _prune(client: SyncPrefectClient, before: datetime) -> tuple[int, int]:
    old = FlowRunFilter(
        start_time=StartTime.model_validate({"before_": before}),
        state=FlowRunFilterState(type=StateTypes(any_=sorted(TERMINAL_STATES))),
    )
    latest = frozenset(UUID(str(a.latest_id)) for a in client.read_latest_artifacts(limit=PAGE))
    runs = artifacts = 0
    while page := client.read_flow_runs(flow_run_filter=old, limit=PAGE):
        ids = [UUID(str(run.id)) for run in page]
        artifacts += _prune_artifacts(client, ids, latest)
        for run_id in ids:
            client.delete_flow_run(run_id)
        runs += len(ids)
    return runs, artifacts


def _prune_artifacts(client: SyncPrefectClient, run_ids: list[UUID], latest: frozenset[UUID]) -> int:
    """Artifacts outlive their runs, so they are deleted by themselves; the latest of each key stays."""
    of_runs = FlowRunFilter(id=FlowRunFilterId(any_=run_ids))
    found = client.read_artifacts(flow_run_filter=of_runs, limit=PAGE)
    old = [UUID(str(a.id)) for a in found if UUID(str(a.id)) not in latest]
    for artifact_id in old:
        client.delete_artifact(artifact_id)
    return len(old)


def database_file() -> Path | None:
    """Prefect's database when it is a SQLite file of this machine, else None."""
    url = get_current_settings().server.database.connection_url
    text = url.get_secret_value() if url else f"sqlite+aiosqlite:///{PREFECT_HOME.value()}/prefect.db"
    scheme, _, rest = text.partition(":///")
    path = Path(rest.partition("?")[0])
    return path if scheme.startswith("sqlite") and path.is_file() else None


def _unused(path: Path) -> float:
    """The share of a SQLite file that is free space; 0 when the server is too busy to say."""
    with closing(sqlite3.connect(path, timeout=BUSY_SECONDS)) as connection:
        try:
            free = connection.execute("pragma freelist_count").fetchone()[0]
            pages = connection.execute("pragma page_count").fetchone()[0]
        except sqlite3.OperationalError:
            return 0.0
    return float(free / pages) if pages else 0.0


def _vacuum(path: Path) -> str:
    """Give free space back to the disk; says so when the server is too busy."""
    connection = sqlite3.connect(path, timeout=BUSY_SECONDS, isolation_level=None)
    try:
        connection.execute("vacuum")
    except sqlite3.OperationalError as error:
        return f"the space of what was deleted is not given back yet ({error})"
    finally:
        connection.close()
    return ""
