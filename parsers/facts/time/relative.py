"""Times told from the day of publication: "last week", "this year", "next Friday", "the past decade", "tomorrow"."""

from __future__ import annotations

from datetime import date, timedelta

from parsers.facts.time import calendar, dates, durations, holidays, parts_of_years
from parsers.facts.time.calendar import Partial, When
from parsers.facts.time.clocks import clock_behind
from parsers.facts.time.context import direction
from parsers.facts.time.durations import Length
from parsers.facts.time.offsets import reachable, shifted
from parsers.facts.time.resolve import resolve
from parsers.facts.time.said import Said, day_number, year_at
from parsers.facts.time.words import AHEAD, BACK, DAY_PARTS, DAYS_AWAY, HERE, MONTHS, SEASONS, UNITS, WEEKDAYS
from parsers.facts.tokens import Tokens, words

UNKNOWN = {
    "D": "XXXX-XX-XX",
    "W": "XXXX-WXX",
    "M": "XXXX-XX",
    "Y": "XXXX",
    "Q": "XXXX-QX",
    "WE": "XXXX-WXX-WE",
    "E": "XXX",
    "C": "XX",
}
"""Values of "last week" and the like when the day of publication is unknown."""

PERIODS = frozenset({"financial", "fiscal", "calendar", "business", "working", "trading", "marketing", "school"})

AUXILIARIES = frozenset({"will", "would", "to", "can", "could", "may", "might", "not", "should", "must", "also", "ll"})
"""Behind one of these, "last" is a verb."""


def anchored(tokens: Tokens, i: int, published: date | None) -> Said | None:
    """An expression opened by last, this, next or one of their kin at token i."""
    step = direction(tokens, i)
    if step is None or (tokens.low[i] == "last" and tokens.low[i - 1] in AUXILIARIES):
        return None
    j = i + 1
    while (
        tokens.low[j] in PERIODS
        or (tokens.low[j] in BACK | AHEAD and j == i + 1)
        or (tokens.low[j] == "full" and j == i + 1)
    ):
        step = direction(tokens, j) if tokens.low[i] in HERE and direction(tokens, j) is not None else step
        j += 1
    return (
        _named(tokens, i, j, step or 0, published)
        or _stretch(tokens, i, j, step or 0, published)
        or _period(tokens, i, j, step or 0, published)
    )


def _named(tokens: Tokens, i: int, j: int, step: int, published: date | None) -> Said | None:
    """ "last Friday", "next March", "this summer", "last night", "this Christmas"."""
    low = tokens.low[j]
    if low in holidays.FIRST_WORDS and tokens.text[j][:1].isupper():
        found = holidays.holiday_at(tokens, j, published)
        if found and found.start == i:
            return found
    if low in WEEKDAYS and len(low) > 4:
        return _at_weekday(tokens, i, j, step, published)
    if low in MONTHS and (tokens.text[j].istitle() or low not in ("may", "march")):
        day = day_number(tokens, j + 1)
        if day and tokens.text[j + 1].isdecimal():
            return Said(i, day[1], Partial(month=MONTHS[low], day=day[0]))
        year = year_at(tokens, j + 1)
        if year:
            return Said(i, year[1], Partial(year=year[0], month=MONTHS[low]))
        return Said(i, j + 1, when=_month(MONTHS[low], step, published))
    if low in SEASONS:
        return Said(i, j + 1, when=_season(SEASONS[low], step, published))
    if low in DAY_PARTS and step <= 0 and low != "overnight":
        return Said(i, j + 1, when=_part_of_day(DAY_PARTS[low], step, published))
    return None


def _at_weekday(tokens: Tokens, i: int, j: int, step: int, published: date | None) -> Said:
    number = WEEKDAYS[tokens.low[j]]
    dated = dates.weekday_at(tokens, j)
    if dated and dated.partial and dated.partial.month:  # "this Sunday, March 8"
        return Said(i, dated.end, dated.partial)
    if published is None:
        return Said(i, j + 1, Partial(weekday=number))
    if "coming" in tokens.low[i:j] or tokens.low[i] == "upcoming":
        day = published + timedelta(days=(number - published.weekday() - 1) % 7 + 1)
        return Said(i, j + 1, Partial(year=day.year, month=day.month, day=day.day))
    nearest = tokens.low[i : i + 2] == ["this", "past"] or tokens.low[i] == "past"
    monday = published - timedelta(days=published.weekday()) + timedelta(days=7 * step)
    day = monday + timedelta(days=number)
    if nearest:
        day = published - timedelta(days=(published.weekday() - number - 1) % 7 + 1)
    return Said(i, j + 1, Partial(year=day.year, month=day.month, day=day.day))


def _month(number: int, step: int, published: date | None) -> When:
    if published is None:
        return When(type="DATE", value=f"XXXX-{number:02d}")
    year = published.year
    if step < 0 and number >= published.month:
        year -= 1
    elif step > 0 and number <= published.month:
        year += 1
    return calendar.of_month(year, number)


def _season(code: str, step: int, published: date | None) -> When:
    if published is None:
        return When(type="DATE", value=f"XXXX-{code}")
    here = calendar.of_part(published.year, code)
    today = published.isoformat()
    if step < 0 and (here.end or "") > today:
        return calendar.of_part(published.year - 1, code)
    if step > 0 and (here.start or "") <= today:
        return calendar.of_part(published.year + 1, code)
    return here


def _part_of_day(code: str, step: int, published: date | None) -> When:
    day = None if published is None else published + timedelta(days=step)
    partial = (
        Partial(clock=f"T{code}")
        if day is None
        else Partial(year=day.year, month=day.month, day=day.day, clock=f"T{code}")
    )
    return resolve(partial, None) if day else When(type="TIME", value=f"XXXX-XX-XXT{code}")


def _stretch(tokens: Tokens, i: int, j: int, step: int, published: date | None) -> Said | None:
    """ "the last three months", "the next five years", "the past decade", "the coming years"."""
    length = durations.number_behind(tokens, j) or (
        durations.vague(tokens, j) if tokens.low[j] in durations.VAGUE_COUNTS else None
    )
    if length and tokens.low[length.end : length.end + 2] == ["-", "old"]:
        return None
    if length:
        inner = parts_of_years.end_of(tokens, i, length, step, published)
        working = not WORKING.isdisjoint(tokens.low[i : length.end])
        return inner or Said(i, length.end, when=_from_here(length, 0 if working else step, published))
    unit = UNITS.get(tokens.low[j])
    if unit is None:
        return None
    if tokens.low[j].endswith("s") and unit != "TS":
        reference = {-1: "PAST_REF", 0: "PRESENT_REF", 1: "FUTURE_REF"}[step]
        return Said(i, j + 1, when=When(type="DATE", value=reference))
    if (
        unit in ("E", "C", "2W", "TH", "TM")
        or (tokens.low[i] == "past" and tokens.low[i - 1] in ("the", "this"))
        or _up_to_now(tokens, i, j, unit)
    ):
        return Said(i, j + 1, when=_from_here(durations.of(i, j + 1, unit, 1), step, published))
    return None


WORKING = words("business working trading banking school")
"""Days of these are not those of the calendar: a stretch of them ends nobody knows when."""


def _up_to_now(tokens: Tokens, i: int, j: int, unit: str) -> bool:
    """ "for the last week", "over the last year": so long up to publication, not the week before that of publication."""
    told = tokens.low[i] == "last" and j == i + 1 and tokens.low[i - 1] == "the" and tokens.low[i - 2] in LASTING
    return told and unit in ("D", "W", "M", "Y") and tokens.low[j + 1] not in ("of", "'", "’", "-")


LASTING = frozenset({"for", "over", "during", "within", "throughout"})


def _from_here(length: Length, step: int, published: date | None) -> When:
    """A stretch that ends (last) or begins (next) with the day of publication."""
    if (
        published is None
        or not step
        or (length.months is None and length.days is None)
        or not reachable(length, published)
    ):
        return When(type="DURATION", value=length.value)
    base = published if step < 0 or length.days is None else published + timedelta(days=1)
    other = shifted(base, length, step)
    first, last = (other, base) if step < 0 else (base, other)
    return When(type="DURATION", value=length.value, start=first.isoformat(), end=last.isoformat())


def _period(tokens: Tokens, i: int, j: int, step: int, published: date | None) -> Said | None:
    """ "last week", "this month", "next year", "the current quarter", "last fiscal year"."""
    unit, end = UNITS.get(tokens.low[j]), j + 1
    if unit not in UNKNOWN or tokens.low[j].endswith("s"):
        return None
    if unit == "D" and (tokens.low[i] not in ("next", "previous", "following", "this") or tokens.low[j] == "night"):
        return None
    if unit == "W" and tokens.low[end] in WEEKDAYS and published is not None:
        day = published - timedelta(days=published.weekday()) + timedelta(days=7 * step + WEEKDAYS[tokens.low[end]])
        return Said(i, end + 1, Partial(year=day.year, month=day.month, day=day.day))
    year = year_at(tokens, end) if tokens.low[end] == "of" and step < 0 and unit in ("Q", "M") else None
    if year:  # "the last quarter of 1986"
        return Said(i, year[1], Partial(year=year[0], part="Q4") if unit == "Q" else Partial(year=year[0], month=12))
    inner = parts_of_years.part_of_that_year(tokens, i, end, step, published) if unit == "Y" else None
    if inner:
        return inner
    fiscal = tokens.low[j - 1] in ("fiscal", "financial")
    return Said(i, end, when=period(unit, step, published, fiscal=fiscal))


def period(unit: str, step: int, published: date | None, *, fiscal: bool = False) -> When:
    """The day, week, month, quarter, year, decade or century `step` away from the one of publication."""
    if published is None:
        return When(type="DATE", value=UNKNOWN[unit])
    if unit == "D":
        return calendar.of_day(published + timedelta(days=step))
    if unit == "W":
        return calendar.of_week(published + timedelta(days=7 * step))
    if unit == "WE":
        return calendar.of_weekend(published + timedelta(days=7 * step))
    if unit == "M":
        month = calendar.add_months(published.replace(day=1), step)
        return calendar.of_month(month.year, month.month)
    if unit == "Q":
        first = calendar.add_months(published.replace(day=1), 3 * step)
        return calendar.of_part(first.year, f"Q{(first.month + 2) // 3}")
    if unit == "Y":
        return (
            When(type="DATE", value=f"FY{published.year + step:04d}")
            if fiscal
            else calendar.of_year(published.year + step)
        )
    if unit == "E":
        return calendar.of_decade(published.year // 10 * 10 + 10 * step)
    return calendar.of_century(published.year // 100 + 1 + step)


def day_away(tokens: Tokens, i: int, published: date | None) -> Said | None:
    """yesterday, today, tonight, tomorrow, with the clock time or part of the day that follows."""
    low = tokens.low[i]
    if tokens.text[i].istitle() and tokens.text[i - 1][:1].isupper():
        return None  # USA Today
    if low == "today" and tokens.low[i + 1] in ("'", "’") and tokens.low[i + 3] in OF_OUR_TIME:
        return None  # "in today's world"
    if low == "tomorrow" and tokens.low[i - 1] == "of" and tokens.low[i + 1] not in ("'", "’"):
        return None  # "the towns of tomorrow"
    start, away = _day_beyond(tokens, i)
    day = None if published is None else published + timedelta(days=away)
    clock, j = ("TNI", i + 1) if low in ("tonight", "overnight") else (clock_behind(tokens, i + 1) or ("", i + 1))
    if day is None:
        return Said(start, j, when=When(type="TIME" if clock else "DATE", value="XXXX-XX-XX" + clock))
    return Said(start, j, Partial(year=day.year, month=day.month, day=day.day, clock=clock))


OF_OUR_TIME = frozenset(
    {
        "world",
        "society",
        "era",
        "age",
        "youth",
        "standards",
        "generation",
        "climate",
        "culture",
        "economy",
        "money",
        "environment",
    }
)
"""Behind "today's" these speak of our time, not of the day."""


def _day_beyond(tokens: Tokens, i: int) -> tuple[int, int]:
    """Where the expression begins, and how many days away it is: "the day before yesterday" is two days back."""
    away = DAYS_AWAY[tokens.low[i]]
    if i < 2 or tokens.low[i - 2] != "day" or (tokens.low[i - 1], away) not in (("before", -1), ("after", 1)):
        return i, away
    return (i - 3 if tokens.low[i - 3] == "the" else i - 2), 2 * away


def weekday_week(tokens: Tokens, i: int, published: date) -> Said | None:
    """ "on Monday week": the Monday after the coming one, as British papers say it."""
    if tokens.low[i - 1] not in ("on", "until", "by", "till", "from") or tokens.text[i + 2][:1].isalpha():
        return None
    coming = (WEEKDAYS[tokens.low[i]] - published.weekday() - 1) % 7 + 1
    day = published + timedelta(days=coming + 7)
    return Said(i, i + 2, Partial(year=day.year, month=day.month, day=day.day))
