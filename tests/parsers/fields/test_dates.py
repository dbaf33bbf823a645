"""Dates as people, servers and newspapers write them."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone
from email.utils import format_datetime

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from parsers.fields import parse_date
from parsers.fields.dates import ambiguous, resolve
from parsers.fields.moments import PLACEHOLDERS, local_day
from parsers.fields.months import NAMES, names
from parsers.model import Statement

WRITTEN = [
    ("25/Jul/2023:12:30:17 +0200", None, "2023-07-25T10:30:17", "second"),
    ("20240515103200+0400", None, "2024-05-15T06:32:00", "second"),
    ("2024 m. gegužės 15 d. 10:32", None, "2024-05-15T10:32:00", "minute"),
    ("2024. gada 15. maijs, plkst. 10:32", None, "2024-05-15T10:32:00", "minute"),
    ("15 de maig de 2024 a les 10:32", None, "2024-05-15T10:32:00", "minute"),
    ("Wed, 15 May 2024 10:32:00 GMT", None, "2024-05-15T10:32:00", "second"),
    ("Wed, 15 May 2024 10:32:00 +0400 (AZT)", None, "2024-05-15T06:32:00", "second"),
    ("Sunday, 06-Nov-94 08:49:37 GMT", None, "1994-11-06T08:49:37", "second"),
    ("Sun Nov  6 08:49:37 1994", None, "1994-11-06T08:49:37", "second"),
    ("Wed May 15 10:32:00 EDT 2024", None, "2024-05-15T14:32:00", "second"),
    ("2024-05-15T10:32:00+04:00", None, "2024-05-15T06:32:00", "second"),
    ("2024-05-15T10:32:00.123Z", None, "2024-05-15T10:32:00", "second"),
    ("2024-05-15 14:20", "Asia/Dubai", "2024-05-15T10:20:00", "minute"),
    ("20240515T103200Z", None, "2024-05-15T10:32:00", "second"),
    ("2024-05-15T24:00:00Z", None, "2024-05-16T00:00:00", "second"),
    ("2024-W20-3", None, "2024-05-15T00:00:00", "day"),
    ("2024-136", None, "2024-05-15T00:00:00", "day"),
    ("2024-05-15", "Asia/Baku", "2024-05-15T00:00:00", "day"),
    ("2024-05", None, "2024-05-01T00:00:00", "month"),
    ("2024", None, "2024-01-01T00:00:00", "year"),
    ("1715769120", None, "2024-05-15T10:32:00", "second"),
    ("May 15, 2024 10:32 GMT", None, "2024-05-15T10:32:00", "minute"),
    ("10:32 a.m. EDT, May 15, 2024", None, "2024-05-15T14:32:00", "minute"),
    ("15 May 2024, 14:20 (UTC+04:00)", None, "2024-05-15T10:20:00", "minute"),
    ("15.05.2024 14:20", "Asia/Baku", "2024-05-15T10:20:00", "minute"),
    ("2016/6/29 15:07:41", None, "2016-06-29T15:07:41", "second"),
    ("Thu, 4 May 2017 19:40:17", None, "2017-05-04T19:40:17", "second"),
    ("15 мая 2024 г., 14:20 MSK", None, "2024-05-15T11:20:00", "minute"),
    ("15 Mayıs 2024 14:20", "Europe/Istanbul", "2024-05-15T11:20:00", "minute"),
    ("12 İyun 2023, 10:05", "Asia/Baku", "2023-06-12T06:05:00", "minute"),
    ("15. März 2024 um 14:30 Uhr", "Europe/Berlin", "2024-03-15T13:30:00", "minute"),
    ("1er août 2024", None, "2024-08-01T00:00:00", "day"),
    ("2024年5月15日", None, "2024-05-15T00:00:00", "day"),
    ("5/6/2024", "America/New_York", "2024-05-06T00:00:00", "day"),
    ("5/6/2024", "Asia/Dubai", "2024-06-05T00:00:00", "day"),
    ("13/06/2024", None, "2024-06-13T00:00:00", "day"),
    # digits that are a calendar time, and the clocks of machines
    ("202311020615", None, "2023-11-02T06:15:00", "minute"),
    ("2023110206", None, "2023-11-02T06:00:00", "minute"),
    ("20231102061530", None, "2023-11-02T06:15:30", "second"),
    ("1698905730", None, "2023-11-02T06:15:30", "second"),
    ("1698905730000", None, "2023-11-02T06:15:30", "second"),
    ("946684800000", None, "2000-01-01T00:00:00", "second"),
    ("/Date(1698905730000+0100)/", None, "2023-11-02T06:15:30", "second"),
    ("D:20231102061530+01'00'", None, "2023-11-02T05:15:30", "second"),
    ("2023:11:02 06:15:30", None, "2023-11-02T06:15:30", "second"),
    # zones by name, of hours only, given twice
    ("Thu, 02 Nov 2023 20:15:00 America/Denver", None, "2023-11-03T02:15:00", "second"),
    ("2023-11-02T06:15+01:00[Europe/Oslo]", None, "2023-11-02T05:15:00", "minute"),
    ("2023-11-02T06:15:30Z[UTC]", None, "2023-11-02T06:15:30", "second"),
    ("2023-11-02 06:15:30 US/Pacific", None, "2023-11-02T13:15:30", "second"),
    ("2023-07-02 06:15:30 [asia/tokyo]", None, "2023-07-01T21:15:30", "second"),
    ("Thu, 02 Nov 2023 06:15:30 +08", None, "2023-11-01T22:15:30", "second"),
    ("2023-11-02 06:15:30 -03", None, "2023-11-02T09:15:30", "second"),
    ("Thu, 02 Nov 2023 06:15:30 +0530 IST", None, "2023-11-02T00:45:30", "second"),
    ("2023-11-02 06:15:30 +0000 UTC", None, "2023-11-02T06:15:30", "second"),
    ("2023-11-02 06:15:30.5 +0100 CET m=+3.25", None, "2023-11-02T05:15:30", "second"),
    ("2023-11-02 06:15:30 +0330 +0330", None, "2023-11-02T02:45:30", "second"),
    ("Thu Nov 02 2023 06:15:30 GMT+0100 (Central European Standard Time)", None, "2023-11-02T05:15:30", "second"),
    ("Thu, 02 Nov 2023 06:15:30 GMT+7", None, "2023-11-01T23:15:30", "second"),
    ("2 Nov 2023 6:15 a.m. Mountain Daylight Time", None, "2023-11-02T12:15:00", "minute"),
    ("2 Nov 2023 GMT", None, "2023-11-02T00:00:00", "day"),
    ("2023-11-02+01:00", None, "2023-11-02T00:00:00", "day"),
    # clocks
    ("2 November 2023 06.15 AM IST", None, "2023-11-02T00:45:00", "minute"),
    ("2 July 2023, 6.15pm BST", None, "2023-07-02T17:15:00", "minute"),
    ("2 November 2023 0615 GMT", None, "2023-11-02T06:15:00", "minute"),
    ("2 November 2023 0615 hrs", None, "2023-11-02T06:15:00", "minute"),
    ("2. November 2023, 6 Uhr", None, "2023-11-02T06:00:00", "minute"),
    ("2 novembre 2023 à 6h15", None, "2023-11-02T06:15:00", "minute"),
    ("2.11.2023 klo 6.15", None, "2023-11-02T06:15:00", "minute"),
    ("2023年11月2日(木) 午後6時15分", None, "2023-11-02T18:15:00", "minute"),
    ("2023년 11월 2일 목요일 오전 6:15", None, "2023-11-02T06:15:00", "minute"),
    ("2 نوفمبر 2023 6:15 م", None, "2023-11-02T18:15:00", "minute"),
    ("06:15 - 2 Nov 2023", None, "2023-11-02T06:15:00", "minute"),
    # days and months by position
    ("mar, 14 nov 2023 06:15:30 +0100", None, "2023-11-14T05:15:30", "second"),
    ("mar. 14 novembre 2023", None, "2023-11-14T00:00:00", "day"),
    ("mar., 14 nov. 2023 06:15", None, "2023-11-14T06:15:00", "minute"),
    ("mar 14 mar 2023", None, "2023-03-14T00:00:00", "day"),
    ("Mar 14, 2023", None, "2023-03-14T00:00:00", "day"),
    ("Čtvrtek 2. listopadu 2023", None, "2023-11-02T00:00:00", "day"),
    ("2 tháng 11, 2023", None, "2023-11-02T00:00:00", "day"),
    ("2 Agustos 2023", None, "2023-08-02T00:00:00", "day"),
    ("الخميس 2 تشرين الثاني 2023", None, "2023-11-02T00:00:00", "day"),
    # two readings, of which the weekday leaves one
    ("Thursday 02/11/2023", None, "2023-11-02T00:00:00", "day"),
    ("Sat, 02/11/2023 06:15", None, "2023-02-11T06:15:00", "minute"),
    ("11/23/23", None, "2023-11-23T00:00:00", "day"),
    ("23.11.23", None, "2023-11-23T00:00:00", "day"),
    ("2023. 11. 23. 6:15", None, "2023-11-23T06:15:00", "minute"),
]

ZONES = [
    ("AST", None, -4), ("AST", "Asia/Riyadh", 3), ("AST", "Asia/Dubai", 3), ("GST", None, 4), ("AZT", None, 4), ("MSK", None, 3), ("TRT", None, 3),
    ("PKT", None, 5), ("UZT", None, 5), ("IST", None, 5.5), ("IST", "Asia/Jerusalem", 2), ("IST", "Europe/Dublin", 1), ("EST", None, -5),
    ("EDT", None, -4), ("EST", "Australia/Sydney", 10), ("CST", "Asia/Shanghai", 8), ("CST", None, -6), ("BST", "Asia/Dhaka", 6), ("BST", None, 1),
    ("AMT", "Asia/Yerevan", 4), ("GMT+4", None, 4), ("UTC-03:30", None, -3.5), ("+0545", None, 5.75), ("Baku time", None, 4),
]  # fmt: skip

NO_DATES = [
    "", "yesterday", "²³ May 2024", "⑤ May 2024", "3 May ²⁰²⁴", "Updated 3 May", "May 15", "5/6/2024", "Feb 30, 2024", "31.04.2024", "2024-13-01", "2024-02-30", "0001-01-01T00:00:00",
    "9999-12-31", "1699-12-31", "25:00 May 15, 2024", "The Battle of May 1945 began", "2024-W54-1", "2023-366", "10:32", "x" * 5000, "1/2/3/4",
    "May 15, 2024 to May 16, 2024", "02/11/2023", "2-11-2023", "02 11 2023", "02/11/23", "23/11/30", "1970-01-01T00:00:00Z", "Thu, 01 Jan 1970 00:00:00 GMT", "1970-01-01",
    "1970-01-01T01:00:00+01:00", "1900-01-01", "2 Nov 2023 06:15 QQQ", "2 Nov 2023 06:15 Mars/Olympus", "mar mar mar 2023", "2023110299", "202311026199", "0",
    "2024-05-15T10:32:00+99:00",
]  # fmt: skip


@pytest.mark.parametrize(("text", "zone", "instant", "precision"), WRITTEN)
def test_written_dates(text: str, zone: str | None, instant: str, precision: str) -> None:
    """Each way of writing a date gives its instant in UTC and the precision it was written in."""
    moment = parse_date(text, zone)
    assert moment is not None
    assert (moment.datetime.isoformat(), moment.precision) == (instant + "+00:00", precision)


@pytest.mark.parametrize(("letters", "outlet_zone", "hours"), ZONES)
def test_zones_of_the_region(letters: str, outlet_zone: str | None, hours: float) -> None:
    """A zone's letters mean what they mean where the outlet is."""
    moment = parse_date(f"Mon, 15 Jan 2024 12:00:00 {letters}", outlet_zone)
    assert moment is not None
    assert moment.datetime == datetime(2024, 1, 15, 12, tzinfo=UTC) - timedelta(hours=hours)


@pytest.mark.parametrize("text", NO_DATES)
def test_no_date_is_made_up(text: str) -> None:
    """What is no date, lacks its year, does not exist or can be read in two ways is not read."""
    assert parse_date(text) is None


earliest, latest = datetime.fromisoformat("1800-01-01"), datetime.fromisoformat("2099-12-30")
moments = st.datetimes(min_value=earliest, max_value=latest).map(lambda d: d.replace(microsecond=0))
offsets = st.integers(min_value=-14 * 4, max_value=14 * 4).map(
    lambda quarters: timezone(timedelta(minutes=15 * quarters))
)


@given(moments, offsets)
def test_iso_and_rfc_round_trip(naive: datetime, zone: timezone) -> None:
    """An aware datetime written as ISO 8601 (basic or extended) or RFC 2822 comes back as the same instant."""
    aware = naive.replace(tzinfo=zone)
    assume({naive.date(), aware.astimezone(UTC).date()}.isdisjoint(PLACEHOLDERS))
    for text in (
        aware.isoformat(),
        aware.strftime("%Y%m%dT%H%M%S%z"),
        format_datetime(aware),
        aware.strftime("%d.%m.%Y %H:%M:%S %z"),
    ):
        moment = parse_date(text, "Asia/Baku")
        assert moment is not None, text
        assert (moment.datetime, moment.precision) == (aware.astimezone(UTC), "second"), text


@given(moments, st.sampled_from([line.split() for _, line in NAMES]), st.booleans())
def test_every_month_name_is_read(naive: datetime, months: list[str], month_first: bool) -> None:
    """A day with its month's name, in any of the languages, any of the forms and either order, is that day."""
    assume(naive.date() not in PLACEHOLDERS)
    for form in months[naive.month - 1].split("/"):
        text = f"{form} {naive.day}, {naive.year}" if month_first else f"{naive.day} {form.capitalize()} {naive.year}"
        moment = parse_date(text)
        assert moment is not None, text
        assert (moment.datetime.date(), moment.precision) == (naive.date(), "day"), text


@given(st.text(max_size=120) | st.text(alphabet="0123456789-/:.TZ+ ,MayJune", max_size=60))
def test_any_text_is_survived(text: str) -> None:
    """No text makes the reader raise, and whatever it reads lies between 1700 and 2100."""
    moment = parse_date(text, "Asia/Tehran")
    assert moment is None or 1699 <= moment.datetime.year <= 2101


def statement(value: str, source: str, precision: str | None = None) -> Statement:
    """A statement about the date of publication."""
    return Statement(field="date_published", value=value, source=source, precision=precision)


def test_the_most_trusted_source_wins() -> None:
    """JSON-LD goes before the address, whatever their order."""
    found = resolve(
        (statement("2024-05-14", "url"), statement("2024-05-15T10:00:00Z", "json-ld")), "date_published", None
    )
    assert found is not None
    assert (found.source, found.moment.datetime.day) == ("json-ld", 15)


def test_a_finer_date_of_the_same_day_refines() -> None:
    """A header's day takes the page's time of the same day, and not that of another day."""
    header = statement("2024-05-15", "header")
    same = resolve((header, statement("2024-05-15T10:00:00Z", "html")), "date_published", None)
    other = resolve((header, statement("2024-05-16T10:00:00Z", "html")), "date_published", None)
    assert same is not None
    assert other is not None
    assert (same.source, same.moment.precision, other.source) == ("html", "second", "header")


def test_a_stated_precision_is_kept() -> None:
    """A midnight that is said to be a day stays a day."""
    found = resolve((statement("2024-05-15T00:00:00Z", "feed", "day"),), "date_published", None)
    assert found is not None
    assert found.moment.precision == "day"


def test_the_printed_offset_is_kept() -> None:
    """The minutes of the printed clock stand beside the instant; of a day, and where no clock is known, there are none."""
    offsets = [parse_date("2023-11-02T23:30:00-05:00"), parse_date("2 Nov 2023 06:15 IST"), parse_date("2023-11-02T06:15:00Z"),
               parse_date("2023-07-02 06:15", "Europe/Oslo"), parse_date("2023-11-02 06:15"), parse_date("2023-11-02")]  # fmt: skip
    assert [m.offset for m in offsets if m] == [-300, 330, 0, 120, None, None]
    late = offsets[0]
    assert late is not None
    assert local_day(late.datetime, late.offset) == date(2023, 11, 2)
    assert local_day(late.datetime, None) == date(2023, 11, 3)


def test_the_arrival_decides_between_two_readings() -> None:
    """Of two readings one that lies behind the arrival of the text is none; where both lie before it, neither is taken."""
    arrived = datetime(2023, 3, 20, tzinfo=UTC)
    found = parse_date("03/11/2023", arrived=arrived)
    assert found is not None
    assert found.datetime.date() == date(2023, 3, 11)
    assert parse_date("02/03/2023", arrived=arrived) is None
    assert ambiguous("02/03/2023")
    assert not ambiguous("03.02.2023")


def test_a_date_behind_the_arrival_is_passed_over() -> None:
    """A page that dates itself to the far future is dated by what else is said."""
    arrived = datetime(2023, 3, 20, tzinfo=UTC)
    said = (statement("2099-01-01T00:00:00Z", "json-ld"), statement("2023-03-19", "url"))
    found = resolve(said, "date_published", None, arrived)
    assert found is not None
    assert found.source == "url"
    assert resolve(said[:1], "date_published", None, arrived) is None


def test_the_last_change_refines_no_other_date() -> None:
    """A time of change stands in where no date is said, and never makes a day finer."""
    changed = statement("2023-11-02T18:00:00Z", "updated")
    found = resolve((statement("2023-11-02", "url"), changed), "date_published", None)
    assert found is not None
    assert (found.source, found.moment.precision) == ("url", "day")
    alone = resolve((changed,), "date_published", None)
    assert alone is not None
    assert alone.source == "updated"


@pytest.mark.parametrize("language", [language for language, _ in names("days")])
def test_days_of_every_language_are_read_over(language: str) -> None:
    """A feed's date begins with any short or long name of a day, also one that is a month's name elsewhere."""
    months, days = dict(names("months")), dict(names("days"))
    if language not in months:
        return
    month = months[language].split()[4].split("/")[0].replace("_", " ")
    for day in days[language].split()[1].split("/"):
        text = f"{day.replace('_', ' ')}, 16 {month} 2023 06:15:30 +0200"
        found = parse_date(text)
        assert found is not None, text
        assert found.datetime.isoformat() == "2023-05-16T04:15:30+00:00", text
