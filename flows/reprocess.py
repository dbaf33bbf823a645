"""The flow `reprocess`: everything derived again from the stored bytes, with today's parsers.

Batches are read, parsed in worker processes and replaced one transaction each; a run that is stopped is taken up by
the next where it was. The published file is replaced once, at the end.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Annotated

from prefect import flow
from prefect.artifacts import create_markdown_artifact
from prefect.runtime import flow_run
from pydantic import Field

from flows.clock import now
from flows.filing import desk
from flows.inbox import confinement
from flows.monitoring import after_run, flow_runs
from flows.monitoring.progress import Bar
from flows.run.batch import Batch
from flows.run.run_registry import present
from flows.run.workers import Parsing, Workers
from parsers.known import PARSER_VERSION
from warehouse.database.place import Place
from warehouse.database.publish import publish_now
from warehouse.database.store import writing
from warehouse.filing import reprocess as again
from warehouse.filing import rules, vocabulary
from warehouse.filing.ledger import Pending
from warehouse.filing.reprocess import Reprocess

BATCH = 400


def run_name() -> str:
    """`reprocess desk.duckdb 14:03:07`."""
    given = flow_run.get_parameters()
    started = flow_run.get_scheduled_start_time()
    return f"reprocess {Place.at(given.get('database', '')).published.name} {started:%H:%M:%S}"


@flow(name="reprocess", flow_run_name=run_name, persist_result=False)
def reprocess(
    database: Annotated[str, Field(description="The database file")] = "newsdesk.duckdb",
    old_only: Annotated[
        bool, Field(description="Only articles that other versions of the parsers made", title="Old articles only")
    ] = False,
    batch_size: Annotated[int, Field(description="Articles replaced in one transaction", ge=1, le=5_000)] = BATCH,
) -> Reprocess:
    """Derive everything again from the stored bytes: articles, repairs, facts, stories. Ids and arrivals stay.

    Args:
        database: The database file.
        old_only: Only articles that other versions of the parsers made.
        batch_size: Articles replaced in one transaction.
    """
    place = Place.at(database)
    confinement.check(place)
    with present(place, "reprocess", flow_runs.current()) as run_id:
        done = redo(place, run_id, old_only, batch_size)
    publish_now(place)
    after_run.at_server("report", lambda: _report(done))
    flow_runs.logger().info(summary(done))
    return done


def redo(place: Place, run_id: str, old_only: bool, batch_size: int) -> Reprocess:
    """Reprocess everything that is due, batch by batch, then rebuild the stories if anything they depend on changed.

    The vocabulary is learned first, and stays the same when an interrupted reprocessing continues.
    """
    with writing(place) as warehouse:
        task = again.begin(warehouse, run_id, PARSER_VERSION, old_only, now())
        learned = vocabulary.known(warehouse) if task.articles else vocabulary.relearn(warehouse)
        kept = rules.known(warehouse)
        bar = Bar("reprocess-progress", "Reprocessing", again.left(warehouse, task))
    before = task.articles
    with Workers(replace(desk(), vocabulary=learned, rules=kept)) as workers:
        for documents, batch in _parsed(place, task, workers, batch_size):
            with writing(place) as warehouse:
                task = again.refile(warehouse, task, [d.raw for d in documents], batch.results, now())
            bar.at(task.articles - before)
    with writing(place) as warehouse:
        if task.stories_stale:
            again.retell(warehouse, now())
        again.compare(warehouse)
        again.end(warehouse, now())
    bar.end()
    return task


def _parsed(
    place: Place, task: Reprocess, workers: Workers, batch_size: int
) -> Iterator[tuple[tuple[Pending, ...], Batch]]:
    """Batches with what the parsers made of them; the next is parsed while the one before is filed."""
    flying: tuple[tuple[Pending, ...], Parsing] | None = None
    after = task
    while True:
        with writing(place) as warehouse:
            documents = again.due(warehouse, after, batch_size)
        landed = flying
        flying = (documents, workers.submit([d.raw for d in documents])) if documents else None
        if landed:
            yield landed[0], landed[1].result()
        if flying is None:
            return
        after = again.moved(after, documents)


def summary(done: Reprocess) -> str:
    """What a reprocessing did, in one line. Facts and repairs are made anew for all; nobody counts which of them differ."""
    stories = "stories rebuilt" if done.stories_stale else "stories unchanged"
    return (
        f"{done.articles:,} articles, their facts and repairs derived again: {done.changed:,} with another text, headline, "
        f"source or date, {done.rejected:,} rejected; {stories}"
    )


def _report(done: Reprocess) -> None:
    create_markdown_artifact(
        markdown=f"# Reprocessed\n\n{summary(done)}.\n\nParsers: version {done.parser_version}.",
        key="reprocess-report",
        description=summary(done),
    )
