"""What follows a run that has filed and published: artifacts, the standing desk report, and events.

All of it is for people who look at Prefect; none of it may turn a good run into a failed one, so a server that is away
costs a line in the log and nothing else.
"""

from __future__ import annotations

import logging
from collections.abc import Callable

from flows.clock import now
from flows.deadlines import within
from flows.monitoring import artifacts, desk_report, events, flow_runs, health, late_runs, metrics, watch_alerts
from flows.run.summary import Summary
from parsers.errors import NewsdeskError
from warehouse.asking import desk_figures
from warehouse.asking.growth import growth
from warehouse.database.place import Place
from warehouse.database.store import Warehouse, consulting
from warehouse.watching import alerts

AT_SERVER_SECONDS = 15.0
"""How long the server may take for one thing that a run leaves there; it needs a second or two on a busy machine."""

log = logging.getLogger("newsdesk")


def follow(summary: Summary, place: Place) -> None:
    """Leave the artifacts of a run, renew the standing report, and tell what happened."""
    with consulting(place) as warehouse:
        spreads = desk_figures.spread_by(warehouse, summary.run_id)
        page = _page(warehouse, place)
        found = alerts.of_run(warehouse, summary.run_id)
    attempt("metrics", lambda: metrics.leave(place))
    left: list[tuple[str, Callable[[], object]]] = [
        ("events", lambda: events.emit(events.of_run(summary, spreads))),
        ("artifacts", lambda: artifacts.leave(summary)),
        ("alerts", lambda: events.emit(watch_alerts.events(found)) if found else None),
        ("page of alerts", lambda: watch_alerts.leave(found) if found else None),
        ("report", lambda: _report(page)),
        ("tag", lambda: None if summary.good else flow_runs.tag(flow_runs.HAS_REJECTS)),
        ("runs that it does not know", lambda: late_runs.enter(place)),
    ]
    all(at_server(what, doing) for what, doing in left)  # up to the first for which the server is away


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
    return desk_report.page(desk_figures.desk_figures(warehouse, now() - desk_figures.REPORTED), now(), room)


def _report(page: str) -> None:
    from prefect.artifacts import create_markdown_artifact

    create_markdown_artifact(markdown=page, key=desk_report.KEY, description=desk_report.description(page))


def at_server(what: str, doing: Callable[[], object]) -> bool:
    """The same as `attempt` in a flow run; nothing where a flow is called without Prefect."""
    return not flow_runs.running() or attempt(what, doing)


def attempt(what: str, doing: Callable[[], object]) -> bool:
    """Do something at the Prefect server; when it is away or late, say so and go on. Whether it can be asked again."""
    try:
        within(AT_SERVER_SECONDS, doing, what)
    except _away() as error:
        log.warning("the Prefect server did not take the %s (%s: %s)", what, type(error).__name__, error)
        return not isinstance(error, _silent())
    return True


def _away() -> tuple[type[Exception], ...]:
    """What is raised when a server or a disk does not take something, or answers oddly. Asked only when something is raised."""
    import httpx
    from prefect.exceptions import PrefectException
    from pydantic import ValidationError

    return (httpx.HTTPError, PrefectException, ValidationError, OSError)


def _silent() -> tuple[type[Exception], ...]:
    """What is raised when a server does not answer at all, or not in time."""
    import httpx

    return (httpx.TransportError, TimeoutError)


def closing(warehouse: Warehouse, summary: Summary) -> None:
    """Keep in the database where the time of a run went."""
    desk_figures.note_stages(warehouse, summary.run_id, summary.seconds)
