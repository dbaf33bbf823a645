"""What watches found in a run, for people who look at Prefect: an event each, and a page.

event                     resource id                  labels and payload
newsdesk.watch.matched    newsdesk.watch.<name>        newsdesk.story; alert_id, article_id, headline, publisher, exact, why, url

Events are hints, as in `flows.monitoring.events`; the table `alert` has all.
"""

from __future__ import annotations

from collections.abc import Sequence

from flows.escaping import markdown
from flows.monitoring.events import SINGLY, Told
from warehouse.watching.alerts import Alert

MATCHED = "newsdesk.watch.matched"

KEY = "watch-alerts"
"""Key of the page."""

ROWS = 200
"""Alerts on the page."""


def events(alerts: Sequence[Alert]) -> list[Told]:
    """One event an alert, at most so many in a run."""
    return [_event(alert) for alert in alerts[:SINGLY]]


def _event(alert: Alert) -> Told:
    return Told(
        event=MATCHED,
        labels=(
            ("prefect.resource.id", f"newsdesk.watch.{alert.watch}"),
            ("prefect.resource.name", alert.watch),
            ("newsdesk.story", alert.story_id),
        ),
        payload=(
            ("alert_id", alert.alert_id), ("article_id", alert.article_id), ("headline", alert.headline), ("publisher", alert.publisher),
            ("exact", alert.exact), ("why", alert.why), ("url", alert.url),
        ),
    )  # fmt: skip


def leave(alerts: Sequence[Alert]) -> None:
    """Leave the page of a run; none when nothing was found."""
    from prefect.artifacts import create_markdown_artifact

    create_markdown_artifact(markdown=page(alerts), key=KEY, description=f"{len(alerts):,} alerts")


def page(alerts: Sequence[Alert]) -> str:
    """The alerts as Markdown: watch, headline, outlet, the exact words and why."""
    lines = [f"# {len(alerts):,} alerts", "", "| watch | headline | outlet | words | why |", "|---|---|---|---|---|"]
    lines += [
        "| " + " | ".join(map(_cell, (a.watch, a.headline, a.publisher, a.exact, a.why))) + " |" for a in alerts[:ROWS]
    ]
    if len(alerts) > ROWS:
        lines += ["", f"… and {len(alerts) - ROWS:,} more in the table `alert`"]
    return "\n".join(lines)


def _cell(text: str | None) -> str:
    return markdown(" ".join((text or "").split()))
