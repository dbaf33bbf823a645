"""Points in time told as a distance: "two years ago", "three days from now", "in two weeks", "nine days later"."""

from __future__ import annotations

from datetime import date, timedelta

from parsers.facts.time import calendar
from parsers.facts.time.calendar import When
from parsers.facts.time.durations import Length
from parsers.facts.time.said import Needs, Said
from parsers.facts.time.tense import is_future
from parsers.facts.tokens import Tokens, words

FIGURES = words(
    "share profit profits loss losses net earnings income sales revenue revenues earned quarter period cents"
)
"""Words of a company's results: near them "a year ago" is the same period of the year before."""

FIGURES_REACH = 14


def offset(tokens: Tokens, length: Length, published: date | None) -> Said | None:
    """A length made a point in time by the words around it: "ago", "earlier", "from now", "in three days"."""
    if tokens.low[length.end : length.end + 3] == ["or", "so", "ago"]:
        length = length._replace(end=length.end + 2)
    after = tokens.low[length.end]
    if after == "ago":
        reported = length.value == "P1Y" and not FIGURES.isdisjoint(
            tokens.low[max(0, length.start - FIGURES_REACH) : length.start]
        )
        needs = Needs("report", -1) if reported else None
        if tokens.low[length.end + 1] == "today" and published is not None and reachable(length, published):
            day = calendar.of_day(shifted(published, length, -1))
            return Said(length.start, length.end + 2, when=day, offset=True)
        return Said(length.start, length.end + 1, when=point(length, -1, published), offset=True, needs=needs)
    if after in ("earlier", "later") or (after in ("before", "after") and _stops(tokens, length.end + 1)):
        return Said(
            length.start,
            length.end + 1,
            when=_told_from_story(after, length, future=is_future(tokens, length.start, length.end)),
            offset=True,
            needs=_needs(length, -1 if after in ("earlier", "before") else 1),
        )
    if after == "from" and tokens.low[length.end + 1] in ("now", "today"):
        return Said(length.start, length.end + 2, when=point(length, 1, published), offset=True)
    if after == "from" and tokens.low[length.end + 1] == "tomorrow":
        return Said(
            length.start, length.end + 2, when=point(length, 1, published + timedelta(days=1) if published else None)
        )
    if tokens.low[length.start - 1] == "in" and (
        is_future(tokens, length.start, length.end) or tokens.low[length.end + 1 : length.end + 3] == ["s", "time"]
    ):
        return Said(length.start - 1, length.end, when=point(length, 1, published), offset=True)
    return None


def _needs(length: Length, sign: int) -> Needs | None:
    """What "two years later" or "a year earlier" is told from: the date, or the figures, of the sentences before."""
    if length.value == "P1Y" and sign < 0:
        return Needs("report", -1, "Y")
    count = length.value[1:-1]
    unit = length.value[-1]
    if unit not in ("D", "W", "M", "Y") or not count.isdecimal() or len(count) > 4:
        return None
    return Needs("last", sign * int(count), unit)


def _stops(tokens: Tokens, j: int) -> bool:
    """Nothing follows that "two days before" could be told from."""
    return tokens.low[j] in ("", ".", ",", ";", ")", "and", "but")


def _told_from_story(word: str, length: Length, *, future: bool) -> When:
    """ "nine days later" is told from another event of the story: only its side of it is known, or how long it took."""
    if word in ("earlier", "before"):
        return When(type="DATE", value="PAST_REF")
    if not future and (length.seconds is not None or "X" in length.value):
        return When(type="DURATION", value=length.value)  # "ten minutes later", "a few days later"
    return When(type="DATE", value="FUTURE_REF" if future else "XXXX-XX-XX")


def point(length: Length, step: int, published: date | None) -> When:
    """The point a length away, as exactly as the length is told: in years, months or days."""
    if length.value[1] == "X" or length.value[1:3] == "TX":
        return When(type="DATE", value="PAST_REF" if step < 0 else "FUTURE_REF")
    if published is None or not reachable(length, published):
        return When(type="DATE", value="PAST_REF" if step < 0 else "FUTURE_REF")
    if length.seconds is not None:
        return When(type="DATE", value="PAST_REF" if step < 0 else "FUTURE_REF")
    day = shifted(published, length, step)
    if length.months is not None and length.months % 12 == 0:
        return calendar.of_year(day.year)
    return calendar.of_month(day.year, day.month) if length.months is not None else calendar.of_day(day)


def reachable(length: Length, day: date) -> bool:
    """Does the calendar reach that far?"""
    return (length.months or 0) < 12 * (day.year - 1) and (length.days or 0) < 365 * (day.year - 1)


def shifted(day: date, length: Length, step: int) -> date:
    """The day so many months or days on (step 1) or back (step -1)."""
    if length.months is not None:
        day = calendar.add_months(day, step * round(length.months))
    return day + timedelta(days=step * round(length.days or 0))
