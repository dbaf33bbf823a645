"""Times told from earlier ones of the same article: what "a year earlier", "the quarter" and "that day" mean there.

One walk over the times in reading order keeps the period whose figures are reported, the date told last, and the day on
which the fiscal year ends. Whatever these do not answer stays as it was read: unknown.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from parsers.facts.time import calendar, parts
from parsers.facts.time.calendar import When
from parsers.facts.time.said import Needs
from parsers.model import Fact
from parsers.record import changed

REACH = 400
"""Characters between a date and a time that is told from it."""

REPORTED = re.compile(r"\d{4}-(?:[QH]\d|\d\d/\d{4}-\d\d)|FY\d{4}-[QH]\d")
"""Values of periods that figures are reported for."""

DAY_AND_CLOCK = re.compile(r"\d{4}-\d\d-\d\dT[^/]+\Z")
"""A time of day of a known day."""

YEAR = re.compile(r"(?<!\d)\d{4}")

DROPPED_UNKNOWN = frozenset({"XXXX-QX", "XXXX"})
"""Periods that name nothing when the article tells no period: "the quarter"."""


@dataclass(slots=True)
class Told:
    """What the article has told so far."""

    report: Fact | None = None
    last: Fact | None = None
    closing: date | None = None


def settled(found: Iterable[tuple[Fact, Needs | None]], published: date | None) -> Iterator[Fact]:
    """The times in reading order, each with what the earlier ones make of it."""
    told, today = Told(), published.isoformat() if published else None
    for fact, needs in found:
        meant = _answered(fact, needs, told) if needs else fact
        if meant is None:
            continue
        meant = _fiscal(meant, told, today)
        _remember(told, meant, needs, today)
        yield meant


def _remember(told: Told, fact: Fact, needs: Needs | None, published: str | None) -> None:
    value = fact.timex_value or ""
    if needs and needs.of == "closing":
        told.closing = date.fromisoformat(needs.day)
    if needs and needs.of == "last" and fact.time_start is None:
        told.last = None
    if fact.timex_type == "TIME" and DAY_AND_CLOCK.match(value):
        told.last = fact
    if fact.timex_type != "DATE" or value.endswith("_REF") or "X" in value or (needs and needs.of == "report"):
        return
    if (REPORTED.fullmatch(value) or _quarter_of_days(fact)) and (
        told.report is None or published is None or (fact.time_end or "") <= published
    ):
        told.report = fact
    if fact.time_start and len(fact.time_start) == 10 and fact.time_end:
        told.last = fact


def _quarter_of_days(fact: Fact) -> bool:
    """ "the quarter ended Sept. 29": a stretch of days as long as a period that figures are reported for."""
    if not fact.time_start or not fact.time_end or "/" not in (fact.timex_value or ""):
        return False
    length = date.fromisoformat(fact.time_end[:10]) - date.fromisoformat(fact.time_start[:10])
    return QUARTER_DAYS <= length.days <= YEAR_DAYS


QUARTER_DAYS, YEAR_DAYS = 84, 371


def _answered(fact: Fact, needs: Needs, told: Told) -> Fact | None:
    """The time with its value, where the article gives one; None where without it nothing is said."""
    if needs.of == "closing":
        return fact
    if needs.of == "last":
        return _from_last(fact, needs, told.last)
    base = _base(fact, needs, told)
    if base is None:
        return None if fact.timex_value in DROPPED_UNKNOWN else fact
    if needs.year is not None:
        return _in_year(fact, base, needs.year)
    return _shifted(fact, base, needs.step)


def _base(fact: Fact, needs: Needs, told: Told) -> Fact | None:
    """The period reported; for "a year earlier" also the month or year told right before."""
    near = told.last
    vague = (
        near is None
        or near.subtype == "offset"
        or near.timex_type == "TIME"
        or (near.timex_value or "").count("-") == 2
    )
    told_near = (fact.subtype == "offset" and needs.unit == "Y") or needs.year is not None
    if near is not None and not vague and told_near and _close(fact, near):
        return near if told.report is None or _place(near) >= _place(told.report) else told.report
    return told.report


def _place(fact: Fact) -> int:
    return fact.anchor_start or 0


def _close(fact: Fact, other: Fact) -> bool:
    return (fact.anchor_start or 0) - (other.anchor_end or 0) <= REACH


def _shifted(fact: Fact, base: Fact, years: int) -> Fact:
    """The same period some years away."""
    value = YEAR.sub(lambda m: f"{int(m.group()) + years:04d}", base.timex_value or "")
    return changed(
        fact, timex_value=value, time_start=_moved(base.time_start, years), time_end=_moved(base.time_end, years)
    )


def _in_year(fact: Fact, base: Fact, year: int) -> Fact:
    found = YEAR.search(base.timex_value or "")
    return _shifted(fact, base, year - int(found.group())) if found else fact


def _moved(day: str | None, years: int) -> str | None:
    if day is None:
        return None
    return calendar.add_months(date.fromisoformat(day[:10]), 12 * years).isoformat()


def _from_last(fact: Fact, needs: Needs, last: Fact | None) -> Fact:
    """ "that year", "the following month", "nine days later", from the date told before."""
    if last is None or last.time_start is None or not _close(fact, last):
        return fact
    first, end = date.fromisoformat(last.time_start[:10]), date.fromisoformat((last.time_end or last.time_start)[:10])
    length = 1 if last.timex_type == "TIME" else (end - first).days
    when = _unit_at(needs.unit, needs.step, first, length)
    return changed(fact, timex_value=when.value, time_start=when.start, time_end=when.end) if when else fact


def _unit_at(unit: str, step: int, first: date, length: int) -> When | None:
    """The day, week, month, quarter or year `step` away from that of a day; None when the date is vaguer than that."""
    if (unit == "D" and length > 1) or (unit == "W" and length != (7 if step in (-1, 0, 1) else 1)):
        return None
    if unit == "D":
        return calendar.of_day(first + timedelta(days=step))
    if unit == "W":
        return calendar.of_week(first + timedelta(days=7 * step))
    month = calendar.add_months(first.replace(day=1), step * {"M": 1, "Q": 3}.get(unit, 12))
    if unit == "M":
        return calendar.of_month(month.year, month.month) if length <= 31 else None
    if unit == "Q":
        return calendar.of_part(month.year, f"Q{(month.month + 2) // 3}") if length <= 92 else None
    return calendar.of_year(month.year) if length <= 366 else None


FISCAL = re.compile(r"FY(\d{4})(?:-([QH])(\d))?")


def _fiscal(fact: Fact, told: Told, published: str | None) -> Fact:
    """A fiscal year or its part with its stretch, once the article has said when the fiscal year ends."""
    if told.closing is None:
        return fact
    if fact.time_start:
        return _fiscal_quarter(fact, told.closing, published)
    match = FISCAL.fullmatch(fact.timex_value or "")
    if match is None:
        return fact
    end = _closing_in(int(match.group(1)), told.closing)
    if match.group(2):
        months = 3 if match.group(2) == "Q" else 6
        first = calendar.add_months(end, -12 + months * (int(match.group(3)) - 1))
        end = calendar.add_months(first, months)
    else:
        first = calendar.add_months(end, -12)
    return changed(fact, time_start=first.isoformat(), time_end=end.isoformat())


TELLS_YEAR = re.compile(r"\d|year")

PLAIN_QUARTER = re.compile(r"\d{4}-Q(\d)")


def _fiscal_quarter(fact: Fact, closing: date, published: str | None) -> Fact:
    """A quarter told without its year, once the fiscal year of the article is known: its last one that has begun."""
    match = PLAIN_QUARTER.fullmatch(fact.timex_value or "")
    calendar_year = (closing - parts.DAY).month == 12
    if match is None or calendar_year or published is None or TELLS_YEAR.search(fact.time_surface or ""):
        return fact
    number, today = int(match.group(1)), date.fromisoformat(published)
    for year in (today.year + 1, today.year, today.year - 1):
        first = calendar.add_months(_closing_in(year, closing), 3 * number - 15)
        if first <= today:
            end = calendar.add_months(first, 3)
            value = f"FY{year:04d}-Q{number}"
            return changed(fact, timex_value=value, time_start=first.isoformat(), time_end=end.isoformat())
    return fact


def _closing_in(year: int, closing: date) -> date:
    """The day behind the last day of a fiscal year: it has the number of the calendar year that last day lies in."""
    last_day = closing - parts.DAY
    return calendar.add_months(closing, 12 * (year - last_day.year))
