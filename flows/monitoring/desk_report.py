"""The standing desk report: one page of Markdown on the last day, the same artifact renewed after every run."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from flows.escaping import markdown
from warehouse.asking.desk_figures import DeskFigures, Spread

KEY = "desk-report"
MORE = "The entry at the top is the newest report: a click on its number opens it."
"""Prefect's page of a key lists the versions of an artifact; of their texts it shows the description only."""

HEADLINE_LENGTH = 90
RIGHT, LEFT = "|---|---:|", "|---|---|"
"""Numbers are aligned to the right, words to the left."""


def page(figures: DeskFigures, at: datetime, room: str = "") -> str:
    """The report as Markdown; `room` says how much the disk has."""
    received = sum(n for _, n in figures.outcomes)
    newest = f", the newest filed {figures.newest:%Y-%m-%d %H:%M} UTC" if figures.newest else ""
    held = sum(n for _, n in figures.quarantine)
    troubles = (f"; {held:,} in quarantine" if held else "") + (
        "; alerts could not be delivered" if figures.deliveries else ""
    )
    parts = [
        f"# The desk, {at:%Y-%m-%d %H:%M} UTC",
        "",
        f"**{received:,} documents in the last 24 hours; {figures.articles:,} articles in all{newest}{troubles}.**",
        *_section("Outcomes", ("outcome", "documents"), figures.outcomes, "Nothing arrived."),
        *_section("Sources", ("type", "documents"), figures.sources, None),
        *_section("Stories in most outlets", ("story", "outlets"), map(_story, figures.stories), None, LEFT),
        *_section("In quarantine", ("reason", "documents"), figures.quarantine, "Nothing is in quarantine."),
        *_section("Feeds in trouble", ("feed", "trouble"), figures.feeds, "No feed is in trouble.", LEFT),
        *_section("Deliveries that fail", ("watch", "trouble"), figures.deliveries, None, LEFT),
        *_section("Runs", ("run", "runs"), ((f"{k}, {s}", n) for k, s, n in figures.runs), None),
        *_section("Slowest stages", ("stage", "seconds"), ((s, f"{x:,.2f}") for s, x in figures.stages), None),
        *(["", "## Disk", "", f"{room}."] if room else []),
    ]
    return "\n".join(parts)


def nothing(at: datetime) -> str:
    """The report of a desk into which nothing was ever filed."""
    return f"# The desk, {at:%Y-%m-%d %H:%M} UTC\n\n**Nothing has been filed yet.**\n\nThe report is renewed after every run."


def description(page: str) -> str:
    """What the page that lists the reports says above them: the counts of the newest one, and how to open it."""
    return f"{page.splitlines()[2].strip('*')} {MORE}"


def _story(spread: Spread) -> tuple[str, str]:
    headline = spread.headline or spread.story_id
    short = headline if len(headline) <= HEADLINE_LENGTH else headline[: HEADLINE_LENGTH - 1] + "…"
    return short, f"{len(spread.outlets)}: {', '.join(spread.outlets[:6])}{' …' if len(spread.outlets) > 6 else ''}"


def _section(
    title: str, names: tuple[str, str], rows: Iterable[tuple[object, object]], empty: str | None, rule: str = RIGHT
) -> list[str]:
    """A heading and a table; a sentence when there are no rows, or nothing at all when there is no sentence either."""
    lines = [f"| {_cell(a)} | {_cell(b)} |" for a, b in rows]
    if not lines:
        return ["", f"## {title}", "", empty] if empty else []
    return ["", f"## {title}", "", f"| {names[0]} | {names[1]} |", rule, *lines]


def _cell(value: object) -> str:
    return f"{value:,}" if isinstance(value, int) else markdown(str(value))
