"""What follows a run that has filed and published: artifacts, the standing desk report, and events.

All of it is for people who look at Prefect; none of it may turn a good run into a failed one, so a server that is away
costs a line in the log and nothing else.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from datetime import timedelta

from flows.clock import now
from flows.monitoring import artifacts, desk_report, events, flow_runs, health, late_runs, metrics, watch_alerts
from flows.run.summary import Summary
from parsers.errors import NewsdeskError
from warehouse.asking import desk_figures
from warehouse.asking.growth import growth
from warehouse.database.place import Place
from warehouse.database.store import Warehouse, consulting
from warehouse.watching import alerts

REPORTED = timedelta(hours=24)

log = logging.getLogger("newsdesk")


def follow(summary: Summary, place: Place) -> None:
    """Leave the artifacts of a run, renew the standing report, and tell what happened."""
    with consulting(place) as warehouse:
        spreads = desk_figures.spread_by(warehouse, summary.run_id)
        page = _page(warehouse, place)
        found = alerts.of_run(warehouse, summary.run_id)
    attempt("metrics", lambda: metrics.leave(place))
    at_server("runs that it does not know", lambda: late_runs.enter(place))
    at_server("events", lambda: events.emit(events.of_run(summary, spreads)))
    at_server("artifacts", lambda: artifacts.leave(summary))
    if found:
        at_server("alerts", lambda: events.emit(watch_alerts.events(found)))
        at_server("page of alerts", lambda: watch_alerts.leave(found))
    at_server("report", lambda: _report(page))
    if not summary.good:
        at_server("tag", lambda: flow_runs.tag(flow_runs.HAS_REJECTS))


def first_report(place: Place) -> None:
    """Leave a report where there is no run: when the desk starts, so that its page is there before the first one."""
    page = desk_report.nothing(now())
    try:
        if place.published.exists():
            with consulting(place) as warehouse:
                page = _page(warehouse, place)
    except NewsdeskError as error:
        log.warning("no report yet: %s", error)
        return
    from prefect.client.orchestration import get_client
    from prefect.client.schemas.actions import ArtifactCreate

    left = ArtifactCreate(
        key=desk_report.KEY, type="markdown", description=desk_report.description(page), data=page
    )  # Prefect's own function is for runs only
    with get_client(sync_client=True) as client:
        client.create_artifact(left)


def renew_report(place: Place) -> None:
    """Renew the standing report between runs; when the server is away, the next run does it."""
    attempt("report", lambda: first_report(place))


def _page(warehouse: Warehouse, place: Place) -> str:
    room = health.forecast(health.disk(place, growth(warehouse, now())))
    return desk_report.page(desk_figures.desk_figures(warehouse, now() - REPORTED), now(), room)


def _report(page: str) -> None:
    from prefect.artifacts import create_markdown_artifact

    create_markdown_artifact(markdown=page, key=desk_report.KEY, description=desk_report.description(page))


def at_server(what: str, doing: Callable[[], object]) -> None:
    """The same as `attempt` in a flow run; nothing where a flow is called without Prefect."""
    if flow_runs.running():
        attempt(what, doing)


def attempt(what: str, doing: Callable[[], object]) -> None:
    """Do something at the Prefect server; when it is away, say so and go on."""
    try:
        doing()
    except _away() as error:
        log.warning("the Prefect server did not take the %s (%s: %s)", what, type(error).__name__, error)


def _away() -> tuple[type[Exception], ...]:
    """What is raised when a server or a disk does not take something. Asked only when something is raised."""
    import httpx
    from prefect.exceptions import PrefectException

    return (httpx.HTTPError, PrefectException, OSError)


def closing(warehouse: Warehouse, summary: Summary) -> None:
    """Keep in the database where the time of a run went."""
    desk_figures.note_stages(warehouse, summary.run_id, summary.seconds)
