"""Calendar arithmetic: a date with holes in it, and the half-open stretch of days that it names."""

from __future__ import annotations

from datetime import date, timedelta
from typing import NamedTuple

SEASON_MONTHS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
"""First month of each meteorological season (northern half; winter runs into the next year)."""


class Partial(NamedTuple):
    """What an expression says of a date, and no more. None where it is silent.

    `part` is a quarter (Q1), half (H1), season (SU) or week (W07) of the year, or WE for a weekend. `clock` is
    "T10:30", or a part of the day ("TMO").
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    part: str | None = None
    clock: str = ""
    fiscal: bool = False


class When(NamedTuple):
    """A TIMEX3 type and value, and the half-open stretch [start, end) it names, as ISO dates or datetimes."""

    type: str
    value: str
    start: str | None = None
    end: str | None = None


def days(value: str, first: date, end: date, type_: str = "DATE") -> When:
    """The stretch of days from `first` up to and without `end`."""
    return When(type=type_, value=value, start=first.isoformat(), end=end.isoformat())


def of_day(day: date) -> When:
    """One day."""
    return days(day.isoformat(), day, day + timedelta(days=1))


def of_month(year: int, month: int) -> When:
    """One month."""
    return days(f"{year:04d}-{month:02d}", date(year, month, 1), add_months(date(year, month, 1), 1))


def of_year(year: int) -> When:
    """One year."""
    return (
        days(f"{year:04d}", date(year, 1, 1), date(year + 1, 1, 1))
        if 0 < year < 9999
        else When(type="DATE", value=f"{year:04d}")
    )


def of_part(year: int, part: str) -> When:
    """A quarter, half, season or ISO week of a year."""
    value = f"{year:04d}-{part}"
    if part[0] == "W" and part[1:].isdecimal():
        monday = date.fromisocalendar(year, min(int(part[1:]), 52), 1)
        return days(value, monday, monday + timedelta(days=7))
    first, months = _months_of(part)
    start = date(year, first, 1)
    return days(value, start, add_months(start, months))


def _months_of(part: str) -> tuple[int, int]:
    """First month and number of months of a part of the year."""
    if part in SEASON_MONTHS:
        return SEASON_MONTHS[part], 3
    number = int(part[1:])
    return (number * 3 - 2, 3) if part[0] == "Q" else (number * 6 - 5, 6)


def of_week(day: date) -> When:
    """The ISO week that a day lies in."""
    year, week, _ = day.isocalendar()
    return of_part(year, f"W{week:02d}")


def of_weekend(day: date) -> When:
    """The Saturday and Sunday of a day's ISO week."""
    year, week, _ = day.isocalendar()
    saturday = date.fromisocalendar(year, week, 6)
    return days(f"{year:04d}-W{week:02d}-WE", saturday, saturday + timedelta(days=2))


def of_decade(first_year: int) -> When:
    """Ten years: TIMEX3 writes the 1990s as 199."""
    return days(str(first_year // 10), date(first_year, 1, 1), date(first_year + 10, 1, 1))


def of_century(number: int) -> When:
    """A hundred years: TIMEX3 writes the 21st century as 20."""
    first = max(1, (number - 1) * 100)
    return days(f"{number - 1:02d}", date(first, 1, 1), date((number - 1) * 100 + 100, 1, 1))


def add_months(day: date, months: int) -> date:
    """The same day some months on, or the month's last day where it has no such day."""
    index = day.year * 12 + day.month - 1 + months
    year, month = divmod(index, 12)
    if not 1 <= year <= 9998:
        return day
    for number in (day.day, 30, 29, 28):
        try:
            return date(year, month + 1, number)
        except ValueError:
            continue
    return date(year, month + 1, 28)


def valid(year: int, month: int, day: int) -> bool:
    """Is there such a day?"""
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True
