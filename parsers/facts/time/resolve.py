"""From what an expression says to the time it means, seen from the day of publication."""

from __future__ import annotations

from datetime import date, timedelta

from parsers.facts.time import calendar
from parsers.facts.time.calendar import Partial, When
from parsers.facts.time.tense import Tense
from parsers.facts.time.words import HOURS

LAG = 3
"""Days between the date on a story and the one its words are told from: "ended on March 27", published on the 25th."""

JUST_PAST = 30
"""Days back in which a day in a clause about the future is the past one: nobody means the one eleven months on."""

SOON = 75
"""Days ahead in which a day without a verb that places it is a coming one."""

MONTHS_AHEAD = 2
"""The same for months."""

HALF_YEAR = 6
"""Months ahead in which the nearest one lies."""


def resolve(said: Partial, published: date | None, *, tense: Tense = "past") -> When:
    """The time meant. Where the year is unsaid: the last one at or before publication, or, in a clause about the
    future, the first one at or after it; a day that lies only just on the other side is meant all the same. A clause
    that tells neither means the nearest. Without a publication date the holes stay (`XXXX-03-28`).
    """
    if said.year is None and published is not None:
        said = _with_year(said, published, tense)
    when = _fixed(said) if said.year is not None else _open(said)
    return _at_clock(when, said.clock)


def _with_year(said: Partial, published: date, tense: Tense) -> Partial:
    if said.fiscal:
        return said
    if said.month is not None and said.day is not None:
        year = _year_of_weekday(said, published)
        return said._replace(year=year or nearest_year(said.month, said.day, published, tense))
    if said.month is not None:
        return said._replace(year=_year_of_month(said.month, published, tense))
    if said.day is not None:
        return _with_month(said, published, future=tense == "future")
    if said.part is not None:
        return said._replace(year=_year_of_part(said.part, published, tense))
    if said.weekday is not None:
        day = weekday(said.weekday, published, tense)
        return said._replace(year=day.year, month=day.month, day=day.day)
    return said


def _year_of_weekday(said: Partial, published: date) -> int | None:
    """The year beside publication in which the day falls on the weekday told with it, where only one does."""
    if said.weekday is None or said.month is None or said.day is None:
        return None
    years = [
        published.year + step for step in (-1, 0, 1) if calendar.valid(published.year + step, said.month, said.day)
    ]
    found = [year for year in years if date(year, said.month, said.day).weekday() == said.weekday]
    return found[0] if len(found) == 1 else None


def nearest_year(month: int, day: int, published: date, tense: Tense) -> int | None:
    """The year of a day whose month and day are said."""
    back = _first_valid(month, day, [published.year - step for step in range(9)], published, ahead=False)
    ahead = _first_valid(month, day, [published.year + step for step in range(9)], published, ahead=True)
    if back is None or ahead is None:
        return None
    past, coming = (published - back).days, (ahead - published).days
    if tense == "future":
        return back.year if past <= JUST_PAST and coming > JUST_PAST else ahead.year
    return ahead.year if coming <= (LAG if tense == "past" else SOON) and past > LAG else back.year


def _first_valid(month: int, day: int, years: list[int], published: date, *, ahead: bool) -> date | None:
    for year in years:
        if calendar.valid(year, month, day):
            found = date(year, month, day)
            if found >= published if ahead else found <= published:
                return found
    return None


def _year_of_month(month: int, published: date, tense: Tense) -> int:
    if tense == "future":
        return published.year + (1 if month < published.month else 0)
    to_come = (month - published.month) % 12
    if 0 < to_come <= {"": MONTHS_AHEAD, "near": HALF_YEAR}.get(tense, 0):
        return published.year + (1 if month < published.month else 0)
    return published.year - (1 if month > published.month else 0)


def _with_month(said: Partial, published: date, *, future: bool) -> Partial:
    """A bare day of the month ("on the 18th")."""
    first = published.replace(day=1)
    if said.weekday is not None:
        return _on_weekday(said, said.day or 1, said.weekday, first)
    for step in range(3):
        start = calendar.add_months(first, step if future else -step)
        if calendar.valid(start.year, start.month, said.day or 1):
            day = start.replace(day=said.day or 1)
            if day >= published if future else day <= published:
                return said._replace(year=day.year, month=day.month)
    return said


def _on_weekday(said: Partial, day: int, number: int, first: date) -> Partial:
    """The nearest month in which the day falls on the weekday ("Wednesday the 31st")."""
    for step in sorted(range(-11, 12), key=abs):
        start = calendar.add_months(first, step)
        if calendar.valid(start.year, start.month, day) and start.replace(day=day).weekday() == number:
            return said._replace(year=start.year, month=start.month)
    return said


def _year_of_part(part: str, published: date, tense: Tense) -> int:
    future = tense == "future"
    when = calendar.of_part(published.year, part)
    if not future and (when.start or "") > published.isoformat():
        return published.year - 1
    if future and (when.end or "") <= published.isoformat():
        return published.year + 1
    return published.year


def weekday(number: int, published: date, tense: Tense) -> date:
    """The last such weekday at or before publication, or, to come, the next one; without a verb that tells, the day
    after publication too, since papers date a story of the night by either day.
    """
    back = (published.weekday() - number) % 7
    if tense == "future" or (tense in ("", "near") and back == 6):
        return published + timedelta(days=(7 - back) % 7)
    return published - timedelta(days=back)


def _fixed(said: Partial) -> When:
    year = said.year or 1
    if said.part == "WE" or (said.part and said.month):
        return When(type="DATE", value=f"{year:04d}-{said.part}")
    if said.fiscal and said.month is None:
        return When(type="DATE", value=f"FY{year:04d}" + (f"-{said.part}" if said.part else ""))
    if said.part is not None:
        return calendar.of_part(year, said.part)
    if said.month is None:
        return calendar.of_year(year)
    if said.day is None:
        return calendar.of_month(year, said.month)
    if not calendar.valid(year, said.month, said.day):
        return When(type="DATE", value=f"{year:04d}-{said.month:02d}-{said.day:02d}")
    return calendar.of_day(date(year, said.month, said.day))


def _open(said: Partial) -> When:
    """The value with X where nothing is said."""
    if said.month is None and said.day is None and said.weekday is not None:
        return When(type="DATE", value=f"XXXX-WXX-{said.weekday + 1}")
    if said.part is not None:
        return When(type="DATE", value=f"{'FY' if said.fiscal else ''}XXXX-{said.part}")
    month = f"-{said.month:02d}" if said.month is not None else "-XX" if said.day is not None else ""
    day = f"-{said.day:02d}" if said.day is not None else ""
    return When(type="DATE", value=f"XXXX{month}{day}")


def _at_clock(when: When, clock: str) -> When:
    """The same day at a time of day."""
    if not clock:
        return when
    day = when.start if len(when.value) == 10 else None
    start, end = _clock_bounds(day, clock)
    return When(type="TIME", value=when.value + clock, start=start, end=end)


def _clock_bounds(day: str | None, clock: str) -> tuple[str | None, str | None]:
    if day is None:
        return None, None
    if clock[1:] in HOURS:
        first, last = HOURS[clock[1:]]
        following = (date.fromisoformat(day) + timedelta(days=1)).isoformat()
        return f"{day}T{first}", f"{day}T{last}" if last else following
    if clock == "T24:00":
        return f"{(date.fromisoformat(day) + timedelta(days=1)).isoformat()}T00:00", None
    whole = clock[1:] if ":" in clock else clock[1:] + ":00"
    return f"{day}T{whole}", None
