"""When: the dates people, servers and newspapers write, as instants in UTC with the precision they were given in.

Nothing here knows today's date, and nothing is filled in: a date without its year is no date. A date that can be read
in two ways (`03/04/2024` of an unknown outlet) is not read at all, unless the printed weekday or the day on which the
text arrived leaves only one of them.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import lru_cache

from parsers.fields import machine_dates, written_dates
from parsers.fields.moments import FINENESS, Moment, Precision, moment_of
from parsers.model import Statement

SOURCES = (
    "site-rule",
    "json-ld",
    "opengraph",
    "meta",
    "feed",
    "header",
    "credit",
    "notice",
    "html",
    "visible",
    "htmldate",
    "byline",
    "dateline",
    "url",
    "filename",
    "updated",
)
"""Who said a date, the most trusted first; `updated` is the time of the last change where no other is said."""

LONGEST = 100
"""Characters: anything longer is no date."""

LATE = timedelta(days=1)
"""How far clocks and zones may be apart: what is dated later than its arrival by more is dated wrongly."""


def parse_date(text: str, outlet_zone: str | None = None, arrived: datetime | None = None) -> Moment | None:
    """The moment a text of nothing but a date (and time, and zone) names; None when it is none or ambiguous.

    Reads RFC 822/2822/850, asctime, ISO 8601 (calendar, ordinal and week dates, basic and extended), `May 15, 2024
    10:32 GMT`, `15.05.2024 14:20`, `2016/6/29 15:07:41`, `mar. 15 mai 2024 à 9h30`, `2024年5月15日`, `202405151032`,
    epoch seconds, and zones as offsets, letters or tz database names. A time without a zone is the clock of
    `outlet_zone` (a tz database name), else UTC. Of two readings one that lies behind `arrived` falls away.
    """
    text = " ".join(text.split())
    moments = _parsed(text, outlet_zone) if text and len(text) <= LONGEST else ()
    if len(moments) > 1 and arrived is not None:
        moments = tuple(m for m in moments if m.datetime <= arrived + LATE)
    return moments[0] if len(moments) == 1 else None


def ambiguous(text: str) -> bool:
    """Whether the text is a date that can be read in more ways than one."""
    return len(_parsed(" ".join(text.split()), None)) > 1 if len(text) <= LONGEST else False


@lru_cache(maxsize=1024)  # what a header says is asked again when the date is chosen, and days recur
def _parsed(text: str, outlet_zone: str | None) -> tuple[Moment, ...]:
    machine = machine_dates.read(written_dates.once(text))
    readings = (machine,) if machine else written_dates.read(text, outlet_zone)
    moments = (moment_of(reading, outlet_zone) for reading in readings)
    return tuple(dict.fromkeys(m for m in moments if m))


# ---------------------------------------------------------------------------------------- which of the dates to take


@dataclass(frozen=True, slots=True, kw_only=True)
class Dated:
    """A resolved date and who said it."""

    moment: Moment
    source: str


def resolve(
    statements: Iterable[Statement], field: str, outlet_zone: str | None, arrived: datetime | None = None
) -> Dated | None:
    """The date of the most trusted source; a finer date of the same day from another source refines it.

    A date behind the text's arrival is passed over: it is a placeholder, or the clock of its maker is wrong.
    """
    said = (s for s in statements if s.field == field)
    read = [Dated(moment=m, source=s.source) for s in said if (m := _stated(s, outlet_zone, arrived))]
    if arrived is not None:
        read = [d for d in read if d.moment.datetime <= arrived + LATE]
    read.sort(key=lambda d: _trust(d.source))
    best = read[0] if read else None
    for other in read[1:]:
        if (
            best
            and other.source != UPDATED
            and _finer(other.moment, best.moment)
            and _same_day(other.moment, best.moment)
        ):
            best = other
    return best


UPDATED = "updated"


def _same_day(fine: Moment, coarse: Moment) -> bool:
    """Whether a moment falls on a day, by the clock it is printed in or by UTC's."""
    local = fine.datetime + timedelta(minutes=fine.offset or 0)
    return coarse.datetime.date() in (local.date(), fine.datetime.date())


def _stated(statement: Statement, outlet_zone: str | None, arrived: datetime | None) -> Moment | None:
    moment = parse_date(statement.value, outlet_zone, arrived)
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


__all__ = ["FINENESS", "LATE", "LONGEST", "SOURCES", "UPDATED", "Dated", "Moment", "ambiguous", "parse_date", "resolve"]
