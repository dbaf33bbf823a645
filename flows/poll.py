"""The flow `poll`: feeds that are due, polled, their articles filed through the one path, watched in the Prefect UI."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

from flows.ingest import as_tasks, desk, saying, watching  # isort: skip - sets what Prefect needs before it is imported

from prefect import flow
from prefect.artifacts import create_table_artifact
from prefect.blocks.system import Secret
from prefect.runtime import flow_run
from pydantic import Field

from flows.escaping import markdown
from flows.inbox import confinement
from flows.monitoring import after_run, flow_runs
from flows.web.addresses import Allowed, Own
from flows.web.feeds_file import declare_file, headers_of_feeds, networks_of_feeds, paces_of_feeds
from flows.web.own_headers import Headers
from flows.web.polling import Polling, PollReport, poll_due
from warehouse.database.place import Place


def run_name() -> str:
    """`poll 14:03:07`, or `poll one 14:03:07` for a single feed."""
    what = "poll one" if flow_run.get_parameters().get("only") else "poll"
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
) -> PollReport:
    """Poll the feeds that are due; fetch pages of entries that carry only a summary; file what is new.

    Args:
        database: The database file to publish to.
        feeds_file: A feeds.toml to subscribe from first, if it is there.
        everything: Also feeds that are not due yet.
        only: One feed, by id or address.
        allow: Networks that may be read although they are private, for example 127.0.0.0/8.
    """
    place = Place.at(database)
    confinement.check(place, feeds_file=feeds_file, allow=allow)
    of_feeds: dict[str, Own] = {}
    headers: Headers = {}
    paces: dict[str, float] = {}
    if feeds_file and Path(feeds_file).is_file():  # a person may put it there, and take it away, at any time
        of_feeds = networks_of_feeds(feeds_file)
        headers = headers_of_feeds(feeds_file, secret_block)
        paces = paces_of_feeds(feeds_file)
        declare_file(place, feeds_file)
    polling = Polling(allowed=Allowed.of(allow), of_feeds=of_feeds, headers=headers, paces=paces)
    report = poll_due(
        place,
        desk(),
        polling=polling,
        everything=everything,
        only=only,
        flow=(str(flow_run.id) if flow_run.id else None, flow_run.name),
        wrap=as_tasks,
        progress=watching.get(),
        say=saying.get(),
    )
    if report.summary:
        after_run.follow(report.summary, place)
    if report.troubles:
        rows = [{"feed": markdown(url), "trouble": markdown(trouble)} for url, trouble in report.troubles[:300]]
        said = f"{len(report.troubles):,} feeds in trouble"
        after_run.at_server(
            "troubles", lambda: create_table_artifact(table=rows, key="poll-troubles", description=said)
        )
    flow_runs.logger().info(heading(report))
    return report


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
