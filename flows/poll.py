"""The flow `poll`: feeds that are due, polled, their articles filed through the one path, watched in the Prefect UI."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

from prefect import flow
from prefect.artifacts import create_table_artifact
from prefect.blocks.system import Secret
from prefect.runtime import flow_run
from pydantic import Field

from flows.delivery import rounds
from flows.escaping import markdown
from flows.filing import as_tasks, desk, saying, watching
from flows.inbox import confinement
from flows.monitoring import after_run, events, flow_runs
from flows.web.addresses import Allowed, Own
from flows.web.asker import Polling
from flows.web.feeds_file import declare_file, headers_of_feeds, networks_of_feeds, paces_of_feeds
from flows.web.own_headers import Headers
from flows.web.polling import PollReport, poll_due
from warehouse.database.place import Place
from warehouse.database.publish import publish_now


def run_name() -> str:
    """`poll 14:03:07`, `poll one 14:03:07` for a single feed, `file pushes 14:03:07` for what hubs pushed."""
    given = flow_run.get_parameters()
    what = "poll one" if given.get("only") else "file pushes" if given.get("pushed") else "poll"
    return f"{what} {flow_run.get_scheduled_start_time():%H:%M:%S}"


@flow(name="poll", flow_run_name=run_name, persist_result=False, log_prints=False, retries=0)
def poll(
    database: Annotated[str, Field(description="The database file to publish to")] = "newsdesk.duckdb",
    feeds_file: Annotated[str | None, Field(description="A feeds.toml to subscribe from first, if it is there")] = None,
    everything: Annotated[bool, Field(description="Also feeds that are not due yet")] = False,
    only: Annotated[str | None, Field(description="One feed, by id or address")] = None,
    allow: Annotated[
        list[str], Field(description="Networks that may be read although they are private, e.g. 127.0.0.0/8")
    ] = [],  # noqa: B006 - Prefect copies it
    pushed: Annotated[bool, Field(description="File what hubs pushed, and ask no feed")] = False,
) -> PollReport:
    """Poll the feeds that are due; fetch pages of entries that carry only a summary; file what is new.

    Args:
        database: The database file to publish to.
        feeds_file: A feeds.toml to subscribe from first, if it is there.
        everything: Also feeds that are not due yet.
        only: One feed, by id or address.
        allow: Networks that may be read although they are private, for example 127.0.0.0/8.
        pushed: File what hubs pushed, and ask no feed.
    """
    place = Place.at(database)
    confinement.check(place, feeds_file=feeds_file, allow=allow)
    of_feeds: dict[str, Own] = {}
    headers: Headers = {}
    paces: dict[str, float] = {}
    declared = False
    if feeds_file and Path(feeds_file).is_file():  # a person may put it there, and take it away, at any time
        of_feeds = networks_of_feeds(feeds_file)
        headers = headers_of_feeds(feeds_file, secret_block)
        paces = paces_of_feeds(feeds_file)
        declared = declare_file(place, feeds_file)
    polling = Polling(allowed=Allowed.of(allow), of_feeds=of_feeds, headers=headers, paces=paces)
    report = poll_due(
        place,
        desk(),
        polling=polling,
        everything=everything,
        only=only,
        pushed=pushed,
        flow=(str(flow_run.id) if flow_run.id else None, flow_run.name),
        wrap=as_tasks,
        progress=watching.get(),
        say=saying.get(),
    )
    if report.summary:
        after_run.follow(report.summary, place)
        rounds.after_run(place)
    elif declared:
        publish_now(place)  # what a person declared can be read although no feed is due
    if report.moves:
        told = [events.feed_moved(*move) for move in report.moves[: events.SINGLY]]
        after_run.at_server("moves", lambda: events.emit(told))
    if report.troubles:
        rows = [{"feed": markdown(url), "trouble": markdown(trouble)} for url, trouble in report.troubles[:300]]
        said = f"{len(report.troubles):,} feeds in trouble"
        after_run.at_server(
            "troubles", lambda: create_table_artifact(table=rows, key="poll-troubles", description=said)
        )
    flow_runs.logger().info(heading(report))
    return flow_runs.ended(report, heading(report))


def secret_block(name: str) -> str:
    """The value of a Prefect Secret block. Raises ValueError when there is none."""
    return str(Secret.load(name).get())  # type: ignore[union-attr]


def heading(report: PollReport) -> str:
    """What a poll did, in one line."""
    if not report.feeds:
        return "no feed is due" + (f" ({report.held} wait for their host)" if report.held else "")
    kinds = ", ".join(f"{n:,} {kind}" for kind, n in report.kinds.most_common())
    held = f"; {report.held:,} wait for their host" if report.held else ""
    return f"{report.feeds:,} feeds ({kinds}): {report.new:,} new entries, {report.edited:,} edited, {report.pages:,} pages{held}"
