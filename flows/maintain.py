"""The flow `maintain`, run every night: repair what can be proved, publish, check, delete old Prefect runs, report growth."""

from __future__ import annotations

import logging
import time
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Annotated

import httpx
from prefect import flow
from prefect.artifacts import create_markdown_artifact
from prefect.exceptions import PrefectException
from prefect.runtime import flow_run
from pydantic import Field

from flows.clock import now
from flows.delivery import feed_files
from flows.escaping import markdown
from flows.inbox import confinement
from flows.monitoring import after_run, flow_runs, history
from flows.monitoring.history import Pruned
from flows.run import forgetting
from flows.run import retention_file as retention
from flows.run.run_registry import present
from parsers.errors import WarehouseError
from warehouse.database.place import Place
from warehouse.database.publish import publish_now
from warehouse.database.store import writing
from warehouse.filing import checks, run_registry, vocabulary
from warehouse.filing.checks import Checked
from warehouse.filing.retention import Rule
from warehouse.filing.verify import keep_verified

KEPT_DAYS = 14
STALE_PART_SECONDS = 3600.0
"""A half-made publication this old was left by a process that was killed."""

UPGRADE_SECONDS = 30 * 24 * 3600.0
"""How long the state before an upgrade is kept."""

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
    retired: tuple[tuple[str, int], ...] = ()
    """Articles that went by the retention policy, by rule."""

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
    retention_file: Annotated[
        str | None, Field(description="A retention.toml: how long articles are kept; read when it is there")
    ] = None,
) -> Maintained:
    """Checkpoint, take out what is past its time, publish, verify the ledger and every span, keep a verified copy, report growth.

    Args:
        database: The database file.
        keep_days: Days for which Prefect remembers runs.
        retention_file: A retention.toml: how long articles are kept; read when it is there.
    """
    place = Place.at(database)
    confinement.check(place)
    rules, most = policy(retention_file)
    with present(place, "maintain", flow_runs.current()) as run_id:
        stale = run_registry.sweep_locks(place) + sweep_parts(place)
        with writing(place) as warehouse:
            mended = checks.mend(warehouse, run_id)
        retired = forgetting.retire(place, rules, most, now())
        with writing(place) as warehouse:
            vocabulary.relearn(warehouse)
            checks.checkpoint(warehouse)
        forgetting.finish(place)
    publish_now(place)
    feed_files.renew_published(place)
    checked, rows = keep_verified(place)
    done = Maintained(
        checked=checked, rows=rows, sizes=sizes(place), pruned=forget(keep_days), stale_files=stale, mended=mended,
        retired=tuple(sorted(retired.items())),
    )  # fmt: skip
    after_run.at_server("report", lambda: _report(done))
    for what, n in done.mended:
        flow_runs.logger().warning("repaired: %s (%d rows)", what, n)
    for rule, n in done.retired:
        flow_runs.logger().info("%d articles taken out: %s", n, rule)
    flow_runs.logger().info("%d checks, %d failed", len(done.checked), len(done.failed))
    if done.failed:
        raise CheckFailed("; ".join(f"{c.rule}: violated by {c.violations:,} rows" for c in done.failed))
    return done


def policy(path: str | None) -> tuple[tuple[Rule, ...], int]:
    """The rules of a retention.toml and how many articles may go at once; none where there is no file. Raises UsageError."""
    return retention.read(path) if path and Path(path).is_file() else ((), 0)


def forget(keep_days: int) -> Pruned:
    """Prune Prefect's history; when its server is away, another night will do."""
    if not flow_runs.running():
        return Pruned(note="Prefect's history was not pruned: its server is not used here")
    try:
        return history.prune(now() - timedelta(days=keep_days))
    except (httpx.HTTPError, PrefectException) as error:
        return Pruned(note=f"Prefect's history was not pruned ({type(error).__name__}: {error})")


def sweep_parts(place: Place) -> int:
    """Delete half-made copies that killed processes left, and the states before old upgrades; how many."""
    folders = (place.published.parent.glob(f".{place.published.name}.*.part"), place.desk.glob(".*.part*"))
    old = [path for found in folders for path in found if _age(path) > STALE_PART_SECONDS]
    old += [path for path in place.desk.glob("before-*.duckdb") if _age(path) > UPGRADE_SECONDS]
    for path in old:
        path.unlink(missing_ok=True)
    return len(old)


def _age(path: Path) -> float:
    """Seconds since a file was written."""
    return time.time() - path.stat().st_mtime


def sizes(place: Place) -> tuple[tuple[str, int], ...]:
    """Bytes on disk of the desk's files."""
    files = {
        "published database": place.published,
        "live database": place.live,
        "last verified database": place.verified,
    }
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
            *([] if not done.retired else ["", "| taken out | articles |", "|---|---:|", *(f"| {markdown(rule)} | {n:,} |" for rule, n in done.retired)]),
            "", "| check | |", "|---|---|", *checks_made,
            "", "| file | MB |", "|---|---:|", *files,
            "", "| table | rows |", "|---|---:|", *rows,
        ]
    )  # fmt: skip


def _report(done: Maintained) -> None:
    result = f"{len(done.failed)} checks failed" if done.failed else "all checks passed"
    create_markdown_artifact(markdown=page(done), key="maintain-report", description=f"{result}; sizes and rows")
