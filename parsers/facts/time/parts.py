"""Parts of a stretch of days: its n-th weekday, week, month, quarter, half or decade, its first ten days, its end."""

from __future__ import annotations

from datetime import date, timedelta

from parsers.facts.time import calendar
from parsers.facts.time.calendar import When

DAY = timedelta(days=1)

MONTHS_IN = {"M": 1, "Q": 3, "H": 6, "Y": 12, "E": 120}
"""Months of the units that are counted in months."""

SIDES = {
    "early": 0, "beginning": 0, "start": 0, "outset": 0, "opening": 0, "mid": 1, "middle": 1, "midpoint": 1, "late": 2, "end": 2, "close": 2, "ending": 2,
}  # fmt: skip
"""Words for a third of a stretch, to which third."""


def bounds(when: When) -> tuple[date, date] | None:
    """First day and the day behind the last of a stretch of whole days."""
    if when.type != "DATE" or not when.start or not when.end or len(when.start) != 10 or len(when.end) != 10:
        return None
    return date.fromisoformat(when.start), date.fromisoformat(when.end)


def stretch(first: date, end: date) -> When:
    """A stretch of days as TIMEX3: in whole years, months or days, "first/last"; a calendar unit in its own value."""
    last = end - DAY
    if (last - first).days == 0:
        return calendar.of_day(first)
    if first.day == 1 and end.day == 1:
        return calendar.days(_months(first, last), first, end)
    return calendar.days(f"{first.isoformat()}/{last.isoformat()}", first, end)


def _months(first: date, last: date) -> str:
    length = (last.year - first.year) * 12 + last.month - first.month + 1
    if first.month == 1 and length % 12 == 0:
        return f"{first.year:04d}" if length == 12 else f"{first.year:04d}/{last.year:04d}"
    if length == 1:
        return f"{first.year:04d}-{first.month:02d}"
    if length == 3 and first.month % 3 == 1:
        return f"{first.year:04d}-Q{first.month // 3 + 1}"
    if length == 6 and first.month in (1, 7):
        return f"{first.year:04d}-H{1 if first.month == 1 else 2}"
    return f"{first.year:04d}-{first.month:02d}/{last.year:04d}-{last.month:02d}"


def nth_weekday(when: When, rank: int, number: int) -> When | None:
    """The n-th Monday … Sunday of a stretch; rank -1 is the last one."""
    inside = bounds(when)
    if inside is None:
        return None
    first, end = inside
    if rank > 0:
        day = first + timedelta(days=(number - first.weekday()) % 7 + 7 * (rank - 1))
    else:
        last = end - DAY
        day = last - timedelta(days=(last.weekday() - number) % 7 + 7 * (-rank - 1))
    return calendar.of_day(day) if first <= day < end else None


def nth(when: When, rank: int, unit: str) -> When | None:
    """The n-th day, week, weekend, month, quarter, half, third, year or decade of a stretch; rank -1 is the last one."""
    inside = bounds(when)
    if inside is None:
        return None
    first, end = inside
    if unit == "WE":
        saturday = nth_weekday(when, rank, 5)
        return calendar.of_weekend(date.fromisoformat(saturday.value)) if saturday else None
    if unit == "Q" and (end - first).days not in (365, 366):
        return _share(first, end, rank, 4) if (end - first).days > 366 else None
    if unit in ("H", "T") and not (unit == "H" and (end - first).days in (365, 366)):
        return _share(first, end, rank, 2 if unit == "H" else 3)
    if unit == "W" and rank > 0 and (end - first).days in (365, 366) and first.day == 1 and first.month == 1:
        return calendar.of_part(first.year, f"W{rank:02d}") if rank <= 53 else None
    begin, stop = (
        (_moved(first, unit, rank - 1), _moved(first, unit, rank))
        if rank > 0
        else (_moved(end, unit, rank), _moved(end, unit, rank + 1))
    )
    if begin < first or begin >= end:
        return None
    if unit == "E" and begin.year % 10 == 0:
        return calendar.of_decade(begin.year)
    return stretch(begin, min(stop, end))


def _moved(day: date, unit: str, steps: int) -> date:
    if unit in MONTHS_IN:
        return calendar.add_months(day, MONTHS_IN[unit] * steps)
    return day + timedelta(days=steps * {"W": 7, "2W": 14}.get(unit, 1))


def _share(first: date, end: date, rank: int, shares: int) -> When | None:
    """The n-th of two or three equal parts; a month is parted behind the 15th, years between years."""
    rank = rank if rank > 0 else shares + 1 + rank
    if not 1 <= rank <= shares:
        return None
    return stretch(_cut(first, end, rank - 1, shares), _cut(first, end, rank, shares))


def _cut(first: date, end: date, at: int, shares: int) -> date:
    """Where the first `at` of some equal parts of a stretch end."""
    if at in (0, shares):
        return end if at else first
    years = end.year - first.year
    if years > 1 and (first.month, first.day) == (end.month, end.day) == (1, 1):
        return first.replace(year=first.year + -(-years * at // shares))
    months = (end.year - first.year) * 12 + end.month - first.month
    if first.day == 1 and end.day == 1 and months % shares == 0:
        return calendar.add_months(first, months * at // shares)
    if shares == 2 and months == 1:
        return first + timedelta(days=15)
    return first + timedelta(days=round((end - first).days * at / shares))


def run(when: When, days: int | None, months: int | None, *, last: bool) -> When | None:
    """The first (or last) so many days or months of a stretch."""
    inside = bounds(when)
    if inside is None:
        return None
    first, end = inside
    sign = -1 if last else 1
    other = end if last else first
    other = calendar.add_months(other, sign * months) if months else other + timedelta(days=sign * (days or 0))
    begin, stop = (other, end) if last else (first, other)
    return stretch(begin, stop) if first <= begin < stop <= end else None


def narrowed(when: When, word: str, published: date | None) -> When:
    """The stretch with its value kept, but only the part an edge word means: "early 2020" is January to April.

    "Earlier this year" ends with the day of publication, "later this year" and "the rest of the year" begin behind it.
    """
    inside = bounds(when)
    if inside is None:
        return when
    first, end = inside
    if word in ("earlier", "later", "rest", "remainder"):
        return _cut_at(when, first, end, word, published)
    if word not in SIDES or (end - first).days < 6:
        return when
    side = SIDES[word]
    return when._replace(start=_cut(first, end, side, 3).isoformat(), end=_cut(first, end, side + 1, 3).isoformat())


def _cut_at(when: When, first: date, end: date, word: str, published: date | None) -> When:
    if published is None or not first <= published < end:
        return when
    if word == "earlier":
        return when._replace(end=published.isoformat()) if first < published else when
    behind = published + DAY
    return when._replace(start=behind.isoformat()) if behind < end else when
