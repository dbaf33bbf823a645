"""Holidays as dates: "Christmas Eve", "Easter Monday", "Thanksgiving 2023", "last Easter"."""

from __future__ import annotations

from datetime import date

from parsers.facts.time import calendar
from parsers.facts.time.calendar import Partial
from parsers.facts.time.said import Said, year_at
from parsers.facts.time.tense import is_future
from parsers.facts.time.words import AHEAD, BACK, HOLIDAYS, WEEKDAYS
from parsers.facts.tokens import Tokens

FIRST_WORDS = frozenset(words[0] for words in HOLIDAYS)


def holiday_at(tokens: Tokens, i: int, published: date | None) -> Said | None:
    """The holiday that begins at token i, with the year behind it or the direction before it."""
    for size in (5, 4, 3, 2, 1):
        fixed = HOLIDAYS.get(tuple(tokens.low[i : i + size]))
        if fixed is None:
            continue
        step = -1 if tokens.low[i - 1] in BACK else 1 if tokens.low[i - 1] in AHEAD else 0
        if not (tokens.text[i].istitle() or step):
            return None
        if tokens.text[i + size].istitle() and tokens.low[i + size] not in WEEKDAYS:
            return None  # Easter Island
        year = year_at(tokens, i + size)
        end = year[1] if year else i + size
        future = step > 0 or (step == 0 and is_future(tokens, i, end))
        return Said(i - abs(step), end, _date(fixed, year[0] if year else None, published, future))
    return None


def _date(fixed: tuple[int, int], year: int | None, published: date | None, future: bool) -> Partial:
    if fixed[0] > 0:
        if year is None and published is not None:
            year = published.year + _turn((published.month, published.day), fixed, future)
        return Partial(year=year, month=fixed[0], day=fixed[1])
    if year is None and published is None:
        return Partial(month=11 if fixed[0] < 0 else 4)
    guess = year or (published.year if published else 2000)
    day = _moving(fixed, guess)
    if year is None and published is not None:
        day = _moving(fixed, guess + _turn((published.month, published.day), (day.month, day.day), future))
    return Partial(year=day.year, month=day.month, day=day.day)


def _turn(today: tuple[int, int], day: tuple[int, int], future: bool) -> int:
    """The years to add to this one so that the day lies on the side asked for."""
    return (1 if today > day else 0) if future else (-1 if day > today else 0)


def _moving(fixed: tuple[int, int], year: int) -> date:
    """Easter and what is counted from it; Thanksgiving and the day behind it."""
    if fixed[0] == 0:
        return date.fromordinal(calendar.easter(year).toordinal() + fixed[1])
    thursday = 1 + (3 - date(year, 11, 1).weekday()) % 7 + 21
    return date(year, 11, thursday + (1 if fixed[1] == 5 else 0))
