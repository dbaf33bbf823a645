"""Times told from the day of publication: "last week", "this year", "two months ago", "in three days", "the past decade"."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from parsers.facts.time import calendar, durations, holidays
from parsers.facts.time.calendar import Partial, When
from parsers.facts.time.clocks import clock_behind
from parsers.facts.time.context import is_future
from parsers.facts.time.dates import Said, day_number, year_at
from parsers.facts.time.durations import Length
from parsers.facts.time.resolve import resolve
from parsers.facts.time.words import AHEAD, BACK, DAY_PARTS, DAYS_AWAY, HERE, MONTHS, ORDINALS, SEASONS, UNITS, WEEKDAYS
from parsers.facts.tokens import Tokens

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


SEVERAL = frozenset({"two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven"})


def direction(tokens: Tokens, i: int) -> int | None:
    """-1, 0 or 1 for last, this and next at token i."""
    low = tokens.low[i]
    return -1 if low in BACK else 0 if low in HERE else 1 if low in AHEAD else None


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
    if low in holidays.FIRST_WORDS and low != "may":
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
    if published is None:
        return Said(i, j + 1, Partial(weekday=number))
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
    return resolve(partial, None, future=False) if day else When(type="TIME", value=f"XXXX-XX-XXT{code}")


def _stretch(tokens: Tokens, i: int, j: int, step: int, published: date | None) -> Said | None:
    """ "the last three months", "the next five years", "the past decade", "the coming years"."""
    length = durations.number_behind(tokens, j) or (
        durations.vague(tokens, j) if tokens.low[j] in durations.VAGUE_COUNTS else None
    )
    if length:
        inner = _end_of(tokens, i, length, step, published)
        return inner or Said(i, length.end, when=_from_here(length, step, published))
    unit = UNITS.get(tokens.low[j])
    if unit is None:
        return None
    if tokens.low[j].endswith("s") and unit != "TS":
        reference = {-1: "PAST_REF", 0: "PRESENT_REF", 1: "FUTURE_REF"}[step]
        return Said(i, j + 1, when=When(type="DATE", value=reference))
    if unit in ("E", "C", "2W", "TH", "TM") or (tokens.low[i] == "past" and tokens.low[i - 1] in ("the", "this")):
        return Said(i, j + 1, when=_from_here(durations.of(i, j + 1, unit, 1), step, published))
    return None


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


def reachable(length: Length, day: date) -> bool:
    """Does the calendar reach that far?"""
    return (length.months or 0) < 12 * (day.year - 1) and (length.days or 0) < 365 * (day.year - 1)


def shifted(day: date, length: Length, step: int) -> date:
    """The day so many months or days on (step 1) or back (step -1)."""
    if length.months is not None:
        day = calendar.add_months(day, step * round(length.months))
    return day + timedelta(days=step * round(length.days or 0))


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
    inner = _part_of_that_year(tokens, i, end, step, published) if unit == "Y" else None
    if inner:
        return inner
    fiscal = tokens.low[j - 1] in ("fiscal", "financial")
    return Said(i, end, when=period(unit, step, published, fiscal=fiscal))


def _part_of_that_year(tokens: Tokens, i: int, j: int, step: int, published: date | None) -> Said | None:
    """ "last year's third quarter"."""
    if tokens.low[j] not in ("'", "’") or tokens.low[j + 1] != "s" or published is None:
        return None
    number, k = _rank(tokens, j + 2)
    low = tokens.low[k]
    if number is None or low not in ("quarter", "half") or number > (4 if low == "quarter" else 2):
        return None
    return Said(i, k + 1, Partial(year=published.year + step, part=("Q" if low == "quarter" else "H") + str(number)))


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
    day = None if published is None else published + timedelta(days=DAYS_AWAY[low])
    clock, j = ("TNI", i + 1) if low in ("tonight", "overnight") else (clock_behind(tokens, i + 1) or ("", i + 1))
    if day is None:
        return Said(i, j, when=When(type="TIME" if clock else "DATE", value="XXXX-XX-XX" + clock))
    return Said(i, j, Partial(year=day.year, month=day.month, day=day.day, clock=clock))


def offset(tokens: Tokens, length: Length, published: date | None) -> Said | None:
    """A length made a point in time by the words around it: "ago", "earlier", "from now", "in three days"."""
    after = tokens.low[length.end]
    if after == "ago":
        return Said(length.start, length.end + 1, when=point(length, -1, published), offset=True)
    if after in ("earlier", "later") or (after in ("before", "after") and _stops(tokens, length.end + 1)):
        return Said(
            length.start,
            length.end + 1,
            when=_told_from_story(after, is_future(tokens, length.start, length.end)),
            offset=True,
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


def _stops(tokens: Tokens, j: int) -> bool:
    """Nothing follows that "two days before" could be told from."""
    return tokens.low[j] in ("", ".", ",", ";", ")", "and", "but")


def _told_from_story(word: str, future: bool) -> When:
    """ "nine days later" is told from another event of the story: only its side of it is known."""
    if word in ("earlier", "before"):
        return When(type="DATE", value="PAST_REF")
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


def part_of_year(tokens: Tokens, i: int, published: date | None) -> Said | None:
    """ "the first quarter of 2019", "second half of last year", "the third quarter", "first nine months of 1990"."""
    number, k = _rank(tokens, i)
    if number is None:
        return None
    low = tokens.low[k]
    if low in ("quarter", "half") and number <= (4 if low == "quarter" else 2) and tokens.low[k + 1] != "-":
        return _with_year(tokens, i, k + 1, ("Q" if low == "quarter" else "H") + str(number), published)
    if low in SEVERAL or low.isdecimal():
        return _opening_of(tokens, i, k, published)
    if low == "century" and 1 <= number <= 22:
        return Said(i, k + 1, when=calendar.of_century(number))
    if low == "week" and tokens.low[k + 1] == "of":
        year = year_at(tokens, k + 1)
        return Said(i, year[1], Partial(year=year[0], part=f"W{number:02d}")) if year else None
    return None


def _opening_of(tokens: Tokens, i: int, k: int, published: date | None) -> Said | None:
    """ "the first nine months of 1990", "first six months of last year"."""
    length = durations.number_behind(tokens, k)
    if length is None or tokens.low[i] != "first" or (length.months is None and length.days is None):
        return None
    year, end = year_at(tokens, length.end) or _told_year(tokens, length.end, published) or (None, 0)
    if year is None or tokens.low[length.end] not in ("of", "in") or (length.months or 0) > 12:
        return None
    first = date(year, 1, 1)
    last = shifted(first, length, 1)
    final = last - timedelta(days=1)
    value = (
        f"{year:04d}-01/{final.year:04d}-{final.month:02d}"
        if length.months
        else f"{first.isoformat()}/{final.isoformat()}"
    )
    return Said(i, end, when=calendar.days(value, first, last))


def _end_of(tokens: Tokens, i: int, length: Length, step: int, published: date | None) -> Said | None:
    """ "the last four months of 2021", "last three weeks of this year"."""
    year, end = year_at(tokens, length.end) or _told_year(tokens, length.end, published) or (None, 0)
    if (
        step >= 0
        or year is None
        or tokens.low[length.end] != "of"
        or not (length.months or length.days)
        or (length.months or 0) > 12
    ):
        return None
    last = date(year + 1, 1, 1)
    first = shifted(last, length, -1)
    final = last - timedelta(days=1)
    value = (
        f"{year:04d}-{first.month:02d}/{year:04d}-12" if length.months else f"{first.isoformat()}/{final.isoformat()}"
    )
    return Said(i, end, when=calendar.days(value, first, last))


def _told_year(tokens: Tokens, j: int, published: date | None) -> tuple[int, int] | None:
    """ "of last year", "of this year", "of the year" behind token j."""
    k = j + 2 if tokens.low[j + 1] == "the" else j + 1
    step = direction(tokens, k)
    if published is None or tokens.low[j] not in ("of", "in"):
        return None
    if step is not None and tokens.low[k + 1] == "year":
        return published.year + step, k + 2
    return (published.year, k + 1) if tokens.low[k] == "year" and k > j + 1 else None


def _rank(tokens: Tokens, i: int) -> tuple[int | None, int]:
    if tokens.low[i] in ORDINALS:
        return ORDINALS[tokens.low[i]], i + 1
    if (
        tokens.text[i].isdecimal()
        and len(tokens.text[i]) <= 2
        and tokens.low[i + 1] in ("st", "nd", "rd", "th")
        and tokens.glued(i + 1)
    ):
        return int(tokens.text[i]), i + 2
    return None, i


def _with_year(tokens: Tokens, i: int, j: int, part: str, published: date | None) -> Said | None:
    year = year_at(tokens, j)
    if year:
        return Said(i, year[1], Partial(year=year[0], part=part))
    k = j + 1 if tokens.low[j] in ("of", "in") else j
    k = k + 1 if tokens.low[k] == "the" else k
    step = direction(tokens, k)
    if step is not None and tokens.low[k + 1] == "year" and published is not None:
        return Said(i, k + 2, Partial(year=published.year + step, part=part))
    if tokens.low[k] == "year" and k > j:
        return Said(i, k + 1, Partial(part=part))
    if part[0] == "H" and tokens.low[j] in ("of", "with", "goal", "-", "against"):
        return None  # the first half of a match, a text or a sum
    return Said(i, j, when=resolve(Partial(part=part), published, future=is_future(tokens, i, j)))


def moment(day: date, clock: str) -> datetime:
    """A day and a TIMEX3 clock as a datetime (used for arithmetic on hours)."""
    return datetime.fromisoformat(f"{day.isoformat()}{clock}")
