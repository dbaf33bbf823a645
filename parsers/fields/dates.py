"""When: the dates people, servers and newspapers write, as instants in UTC with the precision they were given in.

Nothing here knows today's date, and nothing is filled in: a date without its year is no date. A date that can be read
in two ways (`03/04/2024` of an unknown outlet) is not read at all.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from functools import lru_cache
from typing import Literal

from parsers.fields.months import WEEKDAYS, fold, month_numbers
from parsers.fields.words import words
from parsers.fields.zones import in_utc, zone_of
from parsers.model import Statement

Precision = Literal["second", "minute", "day", "month", "year"]

FINENESS: tuple[Precision, ...] = ("year", "month", "day", "minute", "second")
EARLIEST, LATEST = 1700, 2100
"""Years outside of these are misprints, epochs and placeholders (0001-01-01, 9999-12-31)."""

SOURCES = (
    "json-ld",
    "opengraph",
    "meta",
    "feed",
    "header",
    "credit",
    "notice",
    "html",
    "htmldate",
    "byline",
    "dateline",
    "url",
    "filename",
)
"""Who said a date, the most trusted first."""

LONGEST = 100
"""Characters: anything longer is no date."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """An instant in UTC. A moment of day precision or coarser stands at midnight UTC of its first day."""

    datetime: datetime
    precision: Precision


def parse_date(text: str, outlet_zone: str | None = None) -> Moment | None:
    """The moment a text of nothing but a date (and time, and zone) names; None when it is none or ambiguous.

    Reads RFC 822/2822/850, asctime, ISO 8601 (calendar, ordinal and week dates, basic and extended), `May 15, 2024
    10:32 GMT`, `15.05.2024 14:20`, `2016/6/29 15:07:41`, `15 mai 2024`, `2024年5月15日`, `202405151032` and epoch seconds. A time
    without a zone is the clock of `outlet_zone` (a tz database name), else UTC.
    """
    text = " ".join(text.split())
    return _parsed(text, outlet_zone) if text and len(text) <= LONGEST else None


@lru_cache(maxsize=1024)  # what a header says is asked again when the date is chosen, and days recur
def _parsed(text: str, outlet_zone: str | None) -> Moment | None:
    reading = _iso(text) or _calendar(text) or _epoch(text) or _written(text, outlet_zone)
    return _moment(reading, outlet_zone) if reading else None


@dataclass(frozen=True, slots=True)
class _Reading:
    """What was read, before it is known to exist: `day` of None is a month, `month` of None a year."""

    year: int
    month: int | None = None
    day: int | None = None
    clock: tuple[int, int, int | None] | None = None
    zone: tzinfo | None = None


def _moment(reading: _Reading, outlet_zone: str | None) -> Moment | None:
    if not EARLIEST <= reading.year <= LATEST:
        return None
    hour, minute, second = reading.clock or (0, 0, None)
    late = hour == 24 and minute == 0 and not second  # ISO 8601: 24:00 is the next day's midnight
    try:
        clock = time(0 if late else hour, minute, min(second or 0, 59))
        naive = datetime.combine(date(reading.year, reading.month or 1, reading.day or 1), clock)
    except ValueError:  # the 30th of February, 25:00: no such day or time
        return None
    if reading.clock is None:
        return Moment(datetime=naive.replace(tzinfo=UTC), precision=_coarse(reading))
    instant = in_utc(naive + timedelta(days=late), reading.zone, outlet_zone)
    return Moment(datetime=instant, precision="minute" if second is None else "second") if instant else None


def _coarse(reading: _Reading) -> Precision:
    return "day" if reading.day else "month" if reading.month else "year"


# ------------------------------------------------------------------------------------------------------- ISO 8601

_ISO = re.compile(
    r"(?P<y>\d{4})(?:"
    r"-(?P<m>\d\d)(?:-(?P<d>\d\d))?|(?P<mb>\d\d)(?P<db>\d\d)|-?W(?P<w>\d\d)(?:-?(?P<wd>[1-7]))?|-(?P<o>\d{3})"
    r")?"
    r"(?:(?:T|t| |, ?)(?P<H>\d\d)(?::?(?P<M>\d\d)(?::?(?P<S>\d\d)(?:[.,]\d+)?)?)?"
    r"\s?(?P<z>[Zz]|[+\-−]\d\d(?::?\d\d)?|[A-Z]{2,4})?)?"
)


def _iso(text: str) -> _Reading | None:
    m = _ISO.fullmatch(text)
    if (
        not m
        or (m["H"] and not (m["d"] or m["db"] or m["o"] or m["wd"]))
        or (m["H"] and m["M"] is None and "T" not in text)
    ):
        return None
    if m["z"] and (zone_of(m["z"], None) is None or (m["z"].isalpha() and m["z"] not in "Zz")):
        return None  # letters other than Z need the outlet to be told apart
    day = _iso_day(m)
    if day is None:
        return None
    clock = (int(m["H"]), int(m["M"] or 0), int(m["S"]) if m["S"] else None) if m["H"] else None
    return _Reading(*day, clock, zone_of(m["z"].upper(), None) if m["z"] else None)


def _iso_day(m: re.Match[str]) -> tuple[int, int | None, int | None] | None:
    """Year, month, day of the forms of ISO 8601; None for a week or a day of the year that does not exist."""
    year = int(m["y"])
    if m["w"] or m["o"]:
        try:
            first = date.fromisocalendar(year, int(m["w"]), int(m["wd"] or 1)) if m["w"] else date(year, 1, 1)
            day = first + timedelta(days=int(m["o"]) - 1 if m["o"] else 0)
        except (ValueError, OverflowError):
            return None
        return (day.year, day.month, day.day) if m["w"] or day.year == year else None
    month, day_ = m["m"] or m["mb"], m["d"] or m["db"]
    return year, int(month) if month else None, int(day_) if day_ else None


_CALENDAR = re.compile(
    r"((?:19|20)\d\d)(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])([01]\d|2[0-3])(?:([0-5]\d)(?:([0-5]\d)(?:\d{3})?)?)?"
)
_EPOCH = re.compile(r"([1-9]\d{8,18})(?:\.\d+)?")
_TICKS = {9: 1, 10: 1, 12: 10**3, 13: 10**3, 16: 10**6, 19: 10**9}
"""Units a second by the number of digits: seconds since 1973, milliseconds, microseconds, nanoseconds."""


def _calendar(text: str) -> _Reading | None:
    """Ten digits or more that are a day and a time of it (`202405140930`): whatever else they may be, they are that."""
    m = _CALENDAR.fullmatch(text)
    if not m:
        return None
    clock = (int(m[4]), int(m[5] or 0), int(m[6]) if m[6] else None)
    return _Reading(int(m[1]), int(m[2]), int(m[3]), clock)


def _epoch(text: str) -> _Reading | None:
    """Seconds since 1970 or parts of them, as machines write them."""
    if not (m := _EPOCH.fullmatch(text)) or not (ticks := _TICKS.get(len(m[1]))):
        return None
    at = datetime.fromtimestamp(int(m[1]) // ticks, UTC)
    return _Reading(at.year, at.month, at.day, (at.hour, at.minute, at.second), UTC)


# --------------------------------------------------------------------------------------------------- written dates

_CLOCK = re.compile(
    r"(?<![\d.:/\-])(?P<h>\d{1,2})(?:[:h](?P<m>\d\d)(?::(?P<s>\d\d)(?:[.,]\d+)?)?(?![\d:])|(?=\s?[ap]\.?m\b))"
    r"(?:\s?(?P<half>[ap])\.?\s?m\b\.?)?(?:\s?(?:Uhr|hrs|hours|h)\b)?",
    re.I,
)
_ZONE = re.compile(
    r"\(?\b(?:GMT|UTC)\s?[+\-−]\s?\d{1,2}(?::?\d\d)?\)?|(?<![\w\-])[+\-−]\d\d:?\d\d\b|\(?\b(?:[A-Z]\.?){2,5}(?![\w.])\)?|\b(?:[A-Z][a-z]+ )?[A-Z][a-z]+ time\b|\bZ\b"
)
_NUMERIC = re.compile(r"(?<!\d)(\d{1,4})([./\-])(\d{1,2})\2(\d{1,4})(?!\d)")
_NUMERIC_EAST = re.compile(r"(\d{4})\s?[年년]\s?(\d{1,2})\s?[月월](?:\s?(\d{1,2})\s?[日일])?")
_WORD = re.compile(r"\d+|[^\W\d_]+\.?")
_ORDINAL = re.compile(r"(?<=\d)(?:st|nd|rd|th|er|º|ª)\b", re.I)
_NOISE = words(
    "at on the of um à le den am de del um om saat г года год в год. ilin ili il года. года, o clock uhr time local and"
)
_TWO_DIGITS = re.compile(r"\b\d{1,2}[ \-][A-Za-z]{3,9}[ \-]\d\d\b(?!:)")


def _written(text: str, outlet_zone: str | None) -> _Reading | None:
    """A date in words or figures with whatever stands around it; None when anything is left over that is no date."""
    text = _ORDINAL.sub("", text)
    clock = _CLOCK.search(text)
    zone: tzinfo | None = None
    if clock:
        before, behind = text[: clock.start()], text[clock.end() :]
        zone, before, behind = _take_zone(before, behind, outlet_zone)
        text = f"{before} {behind}"
    day = _numeric(text, outlet_zone) or _worded(text)
    if day is None:
        return None
    time_ = _clock(clock) if clock else None
    if clock and (time_ is None or day[2] is None):
        return None
    return _Reading(*day, time_, zone)


def _take_zone(before: str, behind: str, outlet_zone: str | None) -> tuple[tzinfo | None, str, str]:
    """The zone beside the clock (behind it, or after the year as asctime has it) and the text without it."""
    for found in _ZONE.finditer(behind):
        if zone := zone_of(found.group(), outlet_zone):
            rest = behind[found.end() :].lstrip()
            if rest.startswith("(") and ")" in rest:  # RFC 2822: the zone's name again as a comment
                rest = rest[rest.index(")") + 1 :]
            return zone, before, f"{behind[: found.start()]} {rest}"
    return None, before, behind


def _clock(m: re.Match[str]) -> tuple[int, int, int | None] | None:
    hour, half = int(m["h"]), (m["half"] or "").lower()
    if half and not 1 <= hour <= 12:
        return None
    if half:
        hour = hour % 12 + (12 if half == "p" else 0)
    return hour, int(m["m"] or 0), int(m["s"]) if m["s"] else None


_Day = tuple[int, int | None, int | None]


def _numeric(text: str, outlet_zone: str | None) -> _Day | None:
    """A date in figures, with nothing but weekdays and separators around it."""
    if east := _NUMERIC_EAST.search(text):
        return int(east[1]), int(east[2]), int(east[3]) if east[3] else None
    m = _NUMERIC.search(text)
    if not m or any(fold(w) not in WEEKDAYS | _NOISE for w in _WORD.findall(text[: m.start()] + " " + text[m.end() :])):
        return None
    first, middle, last = m[1], int(m[3]), m[4]
    if len(first) == 4 and len(last) <= 2:
        return int(first), middle, int(last)
    if len(last) != 4 or len(first) > 2:
        return None
    return _day_first_or_month_first(int(first), middle, int(last), m[2], outlet_zone)


def _day_first_or_month_first(a: int, b: int, year: int, separator: str, outlet_zone: str | None) -> _Day | None:
    """`15.05.2024` is day first everywhere; `5/6/2024` only where the outlet says which, unless one is beyond twelve."""
    if separator != "/" or a > 12 or a == b:
        return year, b, a
    if b > 12:
        return year, a, b
    if outlet_zone is None:
        return None
    american = outlet_zone.startswith(("America/", "US/")) and "Argentina" not in outlet_zone
    return (year, a, b) if american else (year, b, a)


def _worded(text: str) -> _Day | None:
    """Day, month name and year in any order; every other word must be a weekday or mean nothing."""
    months, numbers = month_numbers(), list[str]()
    month: int | None = None
    for word in _WORD.findall(text):
        folded = fold(word)
        if word[0].isdigit():
            numbers.append(word)
        elif month is None and folded in months:
            month = months[folded]
        elif folded not in WEEKDAYS and folded not in _NOISE:
            return None
    years = [n for n in numbers if len(n) == 4]
    days = [n for n in numbers if len(n) <= 2]
    if month is None or len(numbers) > 2:
        return None
    if len(years) == 1:
        return int(years[0]), month, int(days[0]) if days else None
    if len(days) == 2 and _TWO_DIGITS.search(text):  # RFC 822 and 850: years of two digits
        return int(days[1]) + (2000 if int(days[1]) < 69 else 1900), month, int(days[0])
    return None


# ---------------------------------------------------------------------------------------- which of the dates to take


@dataclass(frozen=True, slots=True, kw_only=True)
class Dated:
    """A resolved date and who said it."""

    moment: Moment
    source: str


def resolve(statements: Iterable[Statement], field: str, outlet_zone: str | None) -> Dated | None:
    """The date of the most trusted source; a finer date of the same day from another source refines it."""
    read = [Dated(moment=m, source=s.source) for s in statements if s.field == field and (m := _stated(s, outlet_zone))]
    read.sort(key=lambda d: _trust(d.source))
    best = read[0] if read else None
    for other in read[1:]:
        if best and _finer(other.moment, best.moment) and other.moment.datetime.date() == best.moment.datetime.date():
            best = other
    return best


def _stated(statement: Statement, outlet_zone: str | None) -> Moment | None:
    moment = parse_date(statement.value, outlet_zone)
    if moment and statement.precision in FINENESS and _index(statement.precision) < _index(moment.precision):
        start = moment.datetime.replace(hour=0, minute=0, second=0, microsecond=0)
        return (
            moment
            if statement.precision == "minute"
            else Moment(datetime=start, precision=_as_precision(statement.precision))
        )
    return moment


def _as_precision(name: str) -> Precision:
    return FINENESS[_index(name)]


def _index(name: str) -> int:
    return next(i for i, p in enumerate(FINENESS) if p == name)


def _finer(a: Moment, b: Moment) -> bool:
    return _index(a.precision) > _index(b.precision)


def _trust(source: str) -> int:
    return SOURCES.index(source) if source in SOURCES else len(SOURCES)
