"""Dates as machines write them: ISO 8601, calendar digits, seconds since 1970, and the forms of .NET, PDF and EXIF."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta

from parsers.fields.moments import Day, Reading
from parsers.fields.zones import zone_of

_ISO = re.compile(
    r"(?P<y>\d{4})(?:"
    r"-(?P<m>\d\d)(?:-(?P<d>\d\d))?|(?P<mb>\d\d)(?P<db>\d\d)|-?W(?P<w>\d\d)(?:-?(?P<wd>[1-7]))?|-(?P<o>\d{3})"
    r")?"
    r"(?:(?:T|t| |, ?)(?P<H>\d\d)(?::?(?P<M>\d\d)(?::?(?P<S>\d\d)(?:[.,]\d+)?)?)?"
    r"\s?(?P<z>[Zz]|[+\-−]\d\d(?::?\d\d)?|[A-Z]{2,4})?)?"
)
_DAY_WITH_ZONE = re.compile(r"(\d{4}-\d\d-\d\d)(?:Z|[+\-]\d\d:\d\d)")
_CALENDAR = re.compile(
    r"((?:19|20)\d\d)(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])([01]\d|2[0-3])(?:([0-5]\d)(?:([0-5]\d)(?:\d{3})?)?)?(?:\s?(?P<z>[Zz]|[+\-−]\d\d:?\d\d))?"
)
_DATED = re.compile(r"(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])")
_EPOCH = re.compile(r"([1-9]\d{8,18})(?:\.\d+)?")
_TICKS = {9: 1, 10: 1, 12: 10**3, 13: 10**3, 16: 10**6, 19: 10**9}
"""Units a second by the number of digits: seconds since 1973, milliseconds, microseconds, nanoseconds."""

_DOT_NET = re.compile(r"\\?/Date\((\d{9,13})(?:[+\-]\d{4})?\)\\?/")
_PDF = re.compile(r"D:(\d{8}(?:\d{4}(?:\d\d)?)?)(?:(Z)|([+\-]\d\d)'?(\d\d)?'?)?.*")
_EXIF = re.compile(r"(\d{4}):(\d\d):(\d\d)(?= \d\d:\d\d)")


def read(text: str) -> Reading | None:
    """What a machine meant; None when the text is no such form. A day without a time where only its zone is given."""
    if text[:2] == "D:" and (m := _PDF.fullmatch(text)):
        text = _pdf(m)
    elif (m := _DOT_NET.fullmatch(text)) or (m := _DAY_WITH_ZONE.fullmatch(text)):
        text = m[1]
    elif text[4:5] == ":":
        text = _EXIF.sub(r"\1-\2-\3", text, count=1)
    return _iso(text) or _calendar(text) or _epoch(text)


def _pdf(m: re.Match[str]) -> str:
    """A PDF date (ISO 32000, 7.9.4) as ISO 8601."""
    digits = m[1]
    clock = f"T{digits[8:]}" if len(digits) > 8 else ""
    zone = (m[2] or (f"{m[3]}{m[4] or '00'}" if m[3] else "")) if clock else ""
    return f"{digits[:8]}{clock}{zone}"


def _iso(text: str) -> Reading | None:
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
    return Reading(*day, clock, zone_of(m["z"].upper(), None) if m["z"] else None)


def _iso_day(m: re.Match[str]) -> Day | None:
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


def _calendar(text: str) -> Reading | None:
    """Ten digits or more that are a day and a time of it (`202405140930`): whatever else they may be, they are that."""
    m = _CALENDAR.fullmatch(text)
    if not m:
        return None
    clock = (int(m[4]), int(m[5] or 0), int(m[6]) if m[6] else None)
    return Reading(int(m[1]), int(m[2]), int(m[3]), clock, zone_of(m["z"].upper(), None) if m["z"] else None)


def _epoch(text: str) -> Reading | None:
    """Seconds since 1970 or parts of them; digits that begin with a day are meant as one, even with an impossible time."""
    if len(text) in (10, 12) and _DATED.match(text):
        return None
    if not (m := _EPOCH.fullmatch(text)) or not (ticks := _TICKS.get(len(m[1]))):
        return None
    at = datetime.fromtimestamp(int(m[1]) // ticks, UTC)
    return Reading(at.year, at.month, at.day, (at.hour, at.minute, at.second), UTC)
