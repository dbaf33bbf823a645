"""Documents from paths, through the one path, into the warehouse: with Prefect where a flow calls it, else by itself.

Prefect is imported only inside of a flow run: a run of which nobody's server is to know is done sooner than Prefect is
loaded. Such a run is in the ledger like any other; `flows.monitoring.late_runs` tells a server of it later.
"""

from __future__ import annotations

import logging
import os
from collections.abc import Callable, Iterable, Sequence
from contextvars import ContextVar
from importlib.util import find_spec
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, Any

from flows.clock import now
from flows.delivery import rounds
from flows.inbox import confinement, field_names, folders
from flows.inbox.files import STANDARD_INPUT, Numbers, arrivals, find, unmatched
from flows.inbox.known_files import recognising
from flows.monitoring import after_run, artifacts, flow_runs
from flows.monitoring.progress import Bar
from flows.run.desk import Again, Closing, Progress, Run, Steps, new_run_id, nothing, unwatched
from flows.run.splitting import Splitting
from flows.run.summary import Summary
from parsers.errors import DatabaseDamaged, PublishedChanged, UsageError
from parsers.fields.outlets import known_outlets
from parsers.known import Desk
from warehouse.database.place import Place
from warehouse.database.store import Warehouse
from warehouse.filing import watched
from warehouse.filing.ledger import Arriving

if TYPE_CHECKING:
    from prefect.client.schemas.objects import State

log = logging.getLogger("newsdesk")

TROUBLES_LOGGED = 20

watching: ContextVar[Progress] = ContextVar("watching", default=unwatched)
"""Receives the progress of a run: the command line sets its progress bar here."""

saying: ContextVar[Callable[[str], None]] = ContextVar("saying", default=log.warning)
"""Receives the message that a run waits."""


def take_in(paths: list[str], database: str = "newsdesk.duckdb", only_changed: bool = False) -> Summary:
    """What the flow `ingest` does, without it: see `flows.ingest.ingest` for the parameters."""
    run_id = new_run_id()
    place = Place.at(database)
    if folders.waiting.get() is None:  # else the watcher has looked at these files itself
        confinement.check(place, paths=paths)
    declare_watches(paths, place)
    if only_changed:
        return sweep(paths, place, run_id)
    missing = unmatched(paths)
    if missing and flow_runs.running():  # the command line says it itself
        flow_runs.logger().warning("%s: no file matches", ", ".join(missing))
    named = [path for path in paths if path != STANDARD_INPUT]
    files = find(named)
    expected = len(files) if len(named) == len(paths) else None  # standard input tells nothing beforehand
    known = desk([*named, *dict.fromkeys(str(file.path.parent) for file in files)])
    with Splitting(known.field_names) as splitter:
        arriving = arrivals(paths, Numbers(run_id), recognising(splitter, place, files))
        return file_arrivals(arriving, place, kind="ingest", run_id=run_id, expected=expected, known=known)


_declared: dict[Path, int] = {}
"""Files of watches that this process has read, and the time of change that each then had."""


def declare_watches(paths: Sequence[str], place: Place) -> None:
    """Take over the watches.toml in the folder of a path, when it is new or changed. A wrong one costs a line in the log."""
    folders_named = (Path(p).expanduser().absolute() for p in paths if p != STANDARD_INPUT)
    files = ((p if p.is_dir() else p.parent) / "watches.toml" for p in folders_named)
    file = next((f for f in dict.fromkeys(files) if os.access(f, os.F_OK) and f.is_file()), None)
    if file is None or _declared.get(file) == (changed := file.stat().st_mtime_ns):
        return
    from flows.inbox import watches_file  # not at the top: few have such a file

    try:
        watches_file.declare(place, file)
    except UsageError as error:
        log.warning("watches: %s; those of before stay", error)
    _declared[file] = changed


def sweep(paths: Sequence[str], place: Place, run_id: str) -> Summary:
    """Take in what is new or changed below the paths; no run is entered in the ledger when nothing is."""
    intake = folders.waiting.get() or folders.at_door(paths, place)
    if not intake.files:
        flow_runs.logger().info("nothing new in %s", ", ".join(paths))
        return Summary(run_id)

    def remember(warehouse: Warehouse, summary: Summary) -> None:
        after_run.closing(warehouse, summary)
        watched.remember(warehouse, intake.taken, now())

    known = desk([*paths, *{str(Path(file.look.path).parent) for file in intake.files}])
    with Splitting(known.field_names) as splitter:
        arriving = intake.arrivals(Numbers(run_id), splitter)
        expected = len(intake.files)
        return file_arrivals(
            arriving, place, kind="ingest", run_id=run_id, closing=remember, expected=expected, known=known
        )


def file_arrivals(
    arriving: Iterable[Arriving],
    place: Place,
    *,
    kind: str,
    run_id: str,
    again: Again = nothing,
    closing: Closing = after_run.closing,
    expected: int | None = None,
    known: Desk | None = None,
) -> Summary:
    """File whatever arrives, inside a flow: the steps that touch the outside world become tasks, and artifacts are left.

    This is the one path; folders, feeds and retries all enter it here. `expected` is about how many documents come,
    `known` what the parsers may know (what `desk()` gives unless said).
    """
    run = Run(place, known or desk(), kind=kind, run_id=run_id, flow=flow_runs.current())
    run.say = saying.get()
    bar = Bar("ingest-progress", f"Filing about {expected:,} documents" if expected else "Filing documents", expected)
    summary = run.go(arriving, as_tasks(run.steps()), _both(watching.get(), bar), again, closing)
    bar.end()
    after_run.follow(summary, place)
    rounds.after_run(place)
    _log_troubles(summary)
    flow_runs.logger().info("%s in %s", artifacts.heading(summary), place.published)
    return summary


def _both(progress: Progress, bar: Bar) -> Progress:
    """Tell the terminal and the Prefect UI how a run gets on."""

    def tell(summary: Summary) -> None:
        progress(summary)
        bar.at(summary.documents, summary.reading[1] if summary.reading else None)

    return tell


def _log_troubles(summary: Summary) -> None:
    """Name the first documents that could not be filed in the run's log; the table and the quarantine have them all."""
    troubles = [line for line in summary.lines if line.outcome in artifacts.TROUBLE]
    for line in troubles[:TROUBLES_LOGGED]:
        flow_runs.logger().warning("%s: %s: %s", line.outcome, line.document, line.reason)


def desk(paths: Sequence[str] = ()) -> Desk:
    """What the parsers may know beside the bytes. NEWSDESK_SPACY_PIPELINE turns on a trained spaCy pipeline.

    `paths` are what is taken in: a `fields.toml` in their folders, or in the current one, adds names of fields. Raises
    UsageError when it is wrong, or that pipeline is not installed: once, before anything is read.
    """
    pipeline = os.environ.get("NEWSDESK_SPACY_PIPELINE") or None
    if pipeline and not (find_spec("spacy") and (find_spec(pipeline) or PurePath(pipeline).is_absolute())):
        raise UsageError(
            f"the spaCy pipeline {pipeline} is not installed; install it, or unset NEWSDESK_SPACY_PIPELINE"
        )
    return Desk(outlets=known_outlets(), spacy_pipeline=pipeline, field_names=field_names.beside(paths))


def may_pass(task: object, task_run: object, state: State[Any]) -> bool:  # noqa: ARG001 - as Prefect calls it
    """Whether an error may be gone in a moment: not when a person has to choose, or a file is damaged."""
    return not isinstance(state.result(raise_on_failure=False), (PublishedChanged, DatabaseDamaged))


def as_tasks(steps: Steps) -> Steps:
    """The same steps as Prefect tasks: one task a batch, so that the UI shows where a run is. As they are without Prefect."""
    if not flow_runs.running():
        return steps
    from prefect import task
    from prefect.cache_policies import NO_CACHE

    def named(step: Callable[..., Any], name: str, run_name: str, retries: int = 0) -> Callable[..., Any]:
        made: Callable[..., Any] = task(
            name=name,
            task_run_name=run_name,
            cache_policy=NO_CACHE,
            persist_result=False,
            retries=retries,
            retry_delay_seconds=2,
            retry_condition_fn=may_pass,
        )(step)
        return made

    return Steps(
        receive=named(steps.receive, "receive", "receive batch {number}"),
        record=named(steps.record, "record", "record batch {number}"),
        settle=named(steps.settle, "settle", "settle stories"),
        publish=named(steps.publish, "publish", "publish", retries=2),
    )
