"""What a message says: as text for people, and as JSON for programs."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Any

from flows.escaping import in_json, visible
from warehouse.watching.alerts import Alert
from warehouse.watching.outbox import Message

LINE = 200
"""Characters of a subject."""

_SPACES = re.compile(r"\s+")


def subject(alerts: Sequence[Alert]) -> str:
    """`ferry: Ferry fares rise in Quillport`, or how many alerts there are of which watches; one line."""
    names = ", ".join(dict.fromkeys(a.watch for a in alerts))
    said = alerts[0].headline or "(no headline)" if len(alerts) == 1 else f"{len(alerts)} alerts"
    return line(f"{names}: {said}")[:LINE]


def line(text: str) -> str:
    """A text in one line, without characters that command a terminal or a mail program."""
    return visible(_SPACES.sub(" ", text)).strip()


def text(alerts: Sequence[Alert]) -> str:
    """The alerts in plain text, by watch: headline, outlet and date, the exact words, why, where to read more."""
    return "\n".join(_lines(alerts)) + "\n"


def _lines(alerts: Sequence[Alert]) -> Iterator[str]:
    for watch, of in groupby(alerts, key=lambda a: a.watch):
        yield line(watch)
        yield "=" * len(line(watch))
        for alert in of:
            yield ""
            yield line(alert.headline or "(no headline)")
            day = f"{alert.date_published:%Y-%m-%d}" if alert.date_published else "no date"
            yield line(f"{alert.publisher or 'unnamed outlet'}, {day}")
            yield line(f"“{alert.exact}”")
            yield line(f"why: {alert.why}")
            if alert.url:
                yield line(alert.url)
            yield f"newsdesk show {alert.article_id}"
        yield ""


def body(message: Message) -> bytes:
    """A message as JSON: its id and its alerts."""
    alerts = [as_object(alert) for alert in message.alerts]
    said = {"type": "newsdesk.watch.matched", "id": message.message_id, "alerts": alerts}
    return in_json(json.dumps(said, ensure_ascii=False, separators=(",", ":"))).encode()


def as_object(alert: Alert) -> dict[str, Any]:
    """An alert as an object of JSON; offsets are code points in the article's body, end exclusive."""
    return {
        "alert_id": alert.alert_id, "watch": alert.watch, "story_id": alert.story_id, "article_id": alert.article_id, "fact_id": alert.fact_id,
        "headline": alert.headline, "publisher": alert.publisher, "url": alert.url,
        "date_published": alert.date_published.isoformat() if alert.date_published else None,
        "exact": alert.exact, "start_char": alert.start, "end_char": alert.end, "why": alert.why, "found_at": alert.found_at.isoformat(),
    }  # fmt: skip
