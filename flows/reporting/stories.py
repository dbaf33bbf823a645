"""Stories and their spread, as the report shows them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from warehouse.asking.report_figures import Overview, Printing, Story

SHOWN = 5
"""Number of printings of a story that are shown; the others unfold: a story in forty outlets must not fill a telephone."""

EVIDENCE = {
    "credit": "the copies credit it",
    "canonical_link": "the copies name its address",
    "agency": "it is a news agency’s",
    "earliest": "it was first",
    "undamaged": "it is undamaged, and the others of that time are not",
    "uncredited": "it names no other source, and the others of that time do",
    "most_complete": "it is the most complete",
    "person": "a person decided",
    "only_article": "",
}

PERIODS = {7: "month", 10: "day"}
"""Meaning of a bar, by the length of its name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Periods:
    """Stories by the time of their first printing: name, number and height (in hundredths) of each bar."""

    bars: tuple[tuple[str, int, int], ...]
    first: str
    last: str
    most: int
    unit: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Spread:
    """A printing: `original`, or its relation to it; its place in the story's span, 0 to 100, if it is dated."""

    of: Printing
    said: str
    share: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """A story of several printings, and why the original is held to be the original. `shown` of its printings stay open."""

    headline: str | None
    outlets: int
    credited: str | None
    original: Printing
    why: str
    printings: tuple[Spread, ...]
    shown: int = SHOWN


def periods(overview: Overview) -> Periods | None:
    """The bars; None where there are too few for a picture."""
    days = overview.days
    if len(days) < 3:
        return None
    most = max(n for _, n in days)
    bars = tuple((name, n, max(4, round(100 * n / most))) for name, n in days)
    return Periods(bars=bars, first=days[0][0], last=days[-1][0], most=most, unit=PERIODS[len(days[0][0])])


def cards(overview: Overview) -> list[Card]:
    """The stories that were reprinted."""
    return [_card(story) for story in overview.stories if len(story.printings) > 1]


def lines(overview: Overview) -> list[Printing]:
    """The stories of one printing."""
    return [story.printings[0] for story in overview.stories if len(story.printings) == 1]


def _card(story: Story) -> Card:
    original = next((p for p in story.printings if p.article_id == story.original), story.printings[0])
    return Card(
        headline=story.headline, outlets=story.outlets, credited=story.credited, original=original, why=_why(story, original),
        printings=tuple(_spread(p, story) for p in story.printings),
    )  # fmt: skip


def _why(story: Story, original: Printing) -> str:
    dates = [p.date for p in story.printings if p.date is not None]
    if story.evidence == "earliest" and original.date and min(dates, default=original.date) < original.date:
        return "it is the first that credits nobody else"
    return EVIDENCE.get(story.evidence, story.evidence)


def _spread(printing: Printing, story: Story) -> Spread:
    said = "original" if printing.article_id == story.original else (printing.relation or "copy")
    return Spread(of=printing, said=said, share=_share(printing.date, story) if printing.date else None)


def _share(at: datetime, story: Story) -> int:
    """Position of a printing in the story's span, 0 to 100."""
    if story.first_seen is None or story.last_seen is None or story.last_seen == story.first_seen:
        return 0
    return round(100 * ((at - story.first_seen) / (story.last_seen - story.first_seen)))
