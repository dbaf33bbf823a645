"""The flow `maintain`, run every night: repair what can be proved, publish, check, delete old Prefect runs, report growth."""

from __future__ import annotations

import logging
import time
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Annotated

import httpx
from prefect import flow, get_run_logger
from prefect.artifacts import create_markdown_artifact
from prefect.exceptions import PrefectException
from prefect.runtime import flow_run
from pydantic import Field

from flows.clock import now
from flows.escaping import markdown
from flows.inbox import confinement
from flows.monitoring import after_run, flow_runs, history
from flows.monitoring.history import Pruned
from flows.run.run_registry import present
from parsers.errors import WarehouseError
from warehouse.database.place import Place
from warehouse.database.publish import publish
from warehouse.database.store import consulting, exclusive, writing
from warehouse.filing import checks, run_registry, vocabulary
from warehouse.filing.checks import Checked

KEPT_DAYS = 14
STALE_PART_SECONDS = 3600.0
"""A half-made publication this old was left by a process that was killed."""

HOUR = 3600

log = logging.getLogger("newsdesk")


class CheckFailed(WarehouseError):
    """Rows of the warehouse violate a rule."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Maintained:
    """What was found and done: checks, rows by table, sizes in bytes by name, deleted Prefect runs, repairs."""

    checked: tuple[Checked, ...]
    rows: tuple[tuple[str, int], ...]
    sizes: tuple[tuple[str, int], ...]
    pruned: Pruned
    stale_files: int
    mended: tuple[tuple[str, int], ...] = ()

    @property
    def failed(self) -> tuple[Checked, ...]:
        """The checks that failed."""
        return tuple(c for c in self.checked if c.violations)


def run_name() -> str:
    """`maintain 2026-03-01`."""
    return f"maintain {flow_run.get_scheduled_start_time():%Y-%m-%d}"


@flow(name="maintain", flow_run_name=run_name, persist_result=False, timeout_seconds=2 * HOUR)
def maintain(
    database: Annotated[str, Field(description="The database file")] = "newsdesk.duckdb",
    keep_days: Annotated[int, Field(description="Days for which Prefect remembers runs", ge=1)] = KEPT_DAYS,
) -> Maintained:
    """Checkpoint, publish, verify the ledger and every span, forget old runs, report growth.

    Args:
        database: The database file.
        keep_days: Days for which Prefect remembers runs.
    """
    place = Place.at(database)
    confinement.check(place)
    with present(place, "maintain", flow_runs.current()) as run_id:
        stale = run_registry.sweep_locks(place) + sweep_parts(place)
        with writing(place) as warehouse:
            mended = checks.mend(warehouse, run_id)
            vocabulary.relearn(warehouse)
            checks.checkpoint(warehouse)
    with exclusive(place):
        publish(place)
    with consulting(place) as warehouse:
        checked, rows = checks.check(warehouse), checks.sizes(warehouse)
    done = Maintained(
        checked=checked, rows=rows, sizes=sizes(place), pruned=forget(keep_days), stale_files=stale, mended=mended
    )
    after_run.attempt("report", lambda: _report(done))
    for what, n in done.mended:
        get_run_logger().warning("repaired: %s (%d rows)", what, n)
    get_run_logger().info("%d checks, %d failed", len(done.checked), len(done.failed))
    if done.failed:
        raise CheckFailed("; ".join(f"{c.rule}: violated by {c.violations:,} rows" for c in done.failed))
    return done


def forget(keep_days: int) -> Pruned:
    """Prune Prefect's history; when its server is away, another night will do."""
    try:
        return history.prune(now() - timedelta(days=keep_days))
    except (httpx.HTTPError, PrefectException) as error:
        return Pruned(note=f"Prefect's history was not pruned ({type(error).__name__}: {error})")


def sweep_parts(place: Place) -> int:
    """Delete half-made publications that killed processes left; how many."""
    old = [
        part
        for part in place.published.parent.glob(f".{place.published.name}.*.part")
        if time.time() - part.stat().st_mtime > STALE_PART_SECONDS
    ]
    for part in old:
        part.unlink(missing_ok=True)
    return len(old)


def sizes(place: Place) -> tuple[tuple[str, int], ...]:
    """Bytes on disk of the desk's files."""
    files = {"published database": place.published, "live database": place.live}
    prefect = history.database_file()
    if prefect:
        files["Prefect's database"] = prefect
    return tuple((name, _size(path)) for name, path in files.items())


def _size(path: Path) -> int:
    return path.stat().st_size if path.exists() else 0


def page(done: Maintained) -> str:
    """The report in Markdown."""
    checks_made = [
        f"| {markdown(c.rule)} | {'ok' if not c.violations else f'**failed: {c.violations:,} rows**'} |"
        for c in done.checked
    ]
    files = [f"| {markdown(name)} | {size / 1e6:,.1f} |" for name, size in done.sizes]
    rows = [f"| {markdown(name)} | {n:,} |" for name, n in done.rows if n]
    forgotten = f"{done.pruned.runs:,} runs and {done.pruned.artifacts:,} artifacts of Prefect deleted; {done.stale_files} stale files deleted."
    return "\n".join(
        [
            f"# Maintained, {now():%Y-%m-%d %H:%M} UTC", "", forgotten, *([markdown(done.pruned.note)] if done.pruned.note else []),
            *([] if not done.mended else ["", "| repaired | rows |", "|---|---:|", *(f"| {markdown(what)} | {n:,} |" for what, n in done.mended)]),
            "", "| check | |", "|---|---|", *checks_made,
            "", "| file | MB |", "|---|---:|", *files,
            "", "| table | rows |", "|---|---:|", *rows,
        ]
    )  # fmt: skip


def _report(done: Maintained) -> None:
    result = f"{len(done.failed)} checks failed" if done.failed else "all checks passed"
    create_markdown_artifact(markdown=page(done), key="maintain-report", description=f"{result}; sizes and rows")
