"""Moments: instants in UTC with the precision and the zone they were printed in, and what was read before they are known to exist."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from typing import Literal

from parsers.fields.zones import in_utc

Precision = Literal["second", "minute", "day", "month", "year"]

FINENESS: tuple[Precision, ...] = ("year", "month", "day", "minute", "second")
EARLIEST, LATEST = 1700, 2100
"""Years outside of these are misprints, epochs and placeholders (0001-01-01, 9999-12-31)."""

PLACEHOLDERS = (date(1970, 1, 1), date(1899, 12, 30), date(1900, 1, 1), date(1904, 1, 1))
"""Days on which the clocks of machines begin: Unix, spreadsheets, old databases. A text dated so has no date."""

Day = tuple[int, int | None, int | None]
"""Year, month, day; the last ones None for a month or a year."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """An instant in UTC. A moment of day precision or coarser is at midnight UTC of its first day.

    `offset` is the printed clock's minutes east of UTC (that of the outlet where no zone is printed), None for days and
    where neither is known.
    """

    datetime: datetime
    precision: Precision
    offset: int | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read, before it is known to exist: `day` of None is a month, `month` of None a year."""

    year: int
    month: int | None = None
    day: int | None = None
    clock: tuple[int, int, int | None] | None = None
    zone: tzinfo | None = None


def moment_of(reading: Reading, outlet_zone: str | None) -> Moment | None:
    """The moment that was read, on the outlet's clock where no zone was; None for a day or time that does not exist."""
    if not EARLIEST <= reading.year <= LATEST:
        return None
    hour, minute, second = reading.clock or (0, 0, None)
    late = hour == 24 and minute == 0 and not second  # ISO 8601: 24:00 is the next day's midnight
    try:
        clock = time(0 if late else hour, minute, min(second or 0, 59))
        naive = datetime.combine(date(reading.year, reading.month or 1, reading.day or 1), clock)
    except ValueError:  # the 30th of February, 25:00: no such day or time
        return None
    if reading.day and naive.date() in PLACEHOLDERS and clock == time(0):
        return None
    if reading.clock is None:
        return Moment(datetime=naive.replace(tzinfo=UTC), precision=_coarse(reading))
    naive += timedelta(days=late)
    instant = in_utc(naive, reading.zone, outlet_zone)
    if instant is None or instant.date() == PLACEHOLDERS[0]:
        return None
    known = reading.zone is not None or outlet_zone is not None
    offset = round((naive.replace(tzinfo=UTC) - instant).total_seconds() / 60) if known else None
    return Moment(datetime=instant, precision="minute" if second is None else "second", offset=offset)


def local_day(instant: datetime | None, offset: int | None) -> date | None:
    """The day of an instant on the clock it was printed on; UTC's where no clock is known."""
    return (instant + timedelta(minutes=offset or 0)).date() if instant else None


def _coarse(reading: Reading) -> Precision:
    return "day" if reading.day else "month" if reading.month else "year"
