"""What watches found, as Prefect shows it."""

from __future__ import annotations

from datetime import UTC, datetime

from flows.monitoring import watch_alerts
from flows.monitoring.events import SINGLY
from warehouse.watching.alerts import Alert

ALERT = Alert(
    watch="boats", alert_id="a1", story_id="s1", article_id="s1", fact_id=None, headline="Ferry | [fares](javascript:x) rise", publisher="Gazette", url=None,
    date_published=None, exact="fares\nwould rise", start=3, end=19, why="its text answers: ferry", found_at=datetime(2024, 5, 15, tzinfo=UTC),
)  # fmt: skip


def test_an_event_an_alert_up_to_a_bound() -> None:
    """An event names the watch as its resource, the story, and the exact words; a flood is cut."""
    (event,) = watch_alerts.events([ALERT])
    assert event.event == "newsdesk.watch.matched"
    assert dict(event.labels) == {
        "prefect.resource.id": "newsdesk.watch.boats",
        "prefect.resource.name": "boats",
        "newsdesk.story": "s1",
    }
    assert dict(event.payload)["exact"] == "fares\nwould rise"
    assert len(watch_alerts.events([ALERT] * 200)) == SINGLY


def test_a_page_of_one_line_an_alert() -> None:
    """What documents say is text on the page: no link, no further cell, no further line."""
    lines = watch_alerts.page([ALERT]).splitlines()
    assert len(lines) == 5
    assert lines[4].startswith("| boats | Ferry")
    assert "\\](javascript" in lines[4]
    assert "more in the table" in watch_alerts.page([ALERT] * 201)
