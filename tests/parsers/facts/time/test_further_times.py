"""Times of notices, eras, ISO stamps and half-told stretches: read whole, or left open."""

from __future__ import annotations

import pytest

from tests.parsers.facts.time.reading import stretches, times, values


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The panel met the day before yesterday.", ["2021-06-15"]),
        ("It sits again the day after tomorrow at noon.", ["2021-06-19T12:00"]),
        ("The gate opens on Monday week.", ["2021-06-28"]),
        ("The gate opens a week on Friday.", ["2021-06-25"]),
        ("The poll is on the second Tuesday in November.", ["2021-11-09"]),
        ("The hearing was due to start in May.", ["2021-05"]),
        ("The hearing was due to start in August.", ["2021-08"]),
        ("The pass stays shut until the end of the month.", ["2021-06"]),
        ("The vouchers expire at 5 p.m. EST on Sept 30.", ["2021-09-30T17:00"]),
        ("Polls close at 22.15.", ["T22:15"]),
        ("Copper closed at 22.15.", []),
        ("The mill will run until at least 2035.", ["2035"]),
        ("It was the wettest May since 1990.", ["2021-05", "1990"]),
        ("The second week of May was wet.", ["2021-05-08/2021-05-14"]),
    ],
)
def test_days_beside_and_coming_days_are_told_from_publication(text: str, expected: list[str]) -> None:
    """What is told from the day of publication falls on the right side of it."""
    assert values(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The entry reads 2019-11-04T08:15:00Z.", ["2019-11-04T08:15"]),
        ("The entry reads 2021-02-03T18:00:05+02:00 in full.", ["2021-02-03T18:00"]),
        ("The king died in 1204 BC.", ["BC1204"]),
        ("He fell in 44 B.C. near the gate.", ["BC0044"]),
        ("The vault dates from the 5th century BC.", ["BC04"]),
        ("The town was buried in AD 79.", ["0079"]),
        ("In 2019 BC had 600 fires.", ["2019"]),
        ('The film "1917" won.', []),
    ],
)
def test_eras_and_stamps_are_read_whole(text: str, expected: list[str]) -> None:
    """A year of another era is not the one of ours, and a stamp of ISO 8601 is one time."""
    assert values(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The line ran from late March to May 2019.", ("2019-03-22", "2019-06-01")),
        ("The line ran from March to early May 2019.", ("2019-03-01", "2019-05-11")),
        ("The line ran from late March to mid-May 2019.", ("2019-03-22", "2019-05-22")),
        ("The fair is open from 3rd to 9th May 2019.", ("2019-05-03", "2019-05-10")),
        ("The fair ran from the 3rd to the 9th of May 2019.", ("2019-05-03", "2019-05-10")),
    ],
)
def test_both_ends_of_a_stretch_take_the_year_and_their_own_part(text: str, expected: tuple[str, str]) -> None:
    """Edge words cut the end that they are told of, and the year of the last month is that of the first."""
    assert [(start, end) for _, start, end in stretches(text)] == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They have been out for the last week.", "P1W"),
        ("Rents rose over the last year.", "P1Y"),
        ("They met last week.", "2021-W23"),
    ],
)
def test_the_last_week_of_a_stretch_ends_with_publication(text: str, expected: str) -> None:
    """A stretch up to now is a length, not the calendar week or year before."""
    assert values(text) == [expected]


def test_days_that_markets_count_give_no_date() -> None:
    """Five business days behind a date are not five days of the calendar: the date and the length stay apart."""
    assert values("The sum came five business days after May 3.") == ["P5D", "2021-05-03"]


def test_figures_that_can_be_read_both_ways_are_likely_only() -> None:
    """Month first or day first: where both are possible the date is not certain."""
    both, one, same = times("It opened on 12/03/2019, was sold on 25/03/2019 and shut on 05/05/2020.")
    assert (both.certainty, one.certainty, same.certainty) == ("likely", "certain", "certain")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Clean Monday was sunny.", "2021-03-15"),
        ("They met on St David's Day.", "2021-03-01"),
        ("Lag BaOmer drew crowds.", "2021-04-30"),
        ("Trinity Sunday was wet.", "2021-05-30"),
        ("Isra and Mi'raj was marked.", "2021-03-11"),
        ("The Chung Yeung Festival was busy.", "2020-10-25"),
    ],
)
def test_further_feasts_have_their_day(text: str, expected: str) -> None:
    """Feasts that few papers name are dated by their calendar too."""
    assert values(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Boats leave on Monday and Tuesday nights.", ["XXXX-WXX-1TNI", "XXXX-WXX-2TNI"]),
        ("It departs each Thursday from August 5.", ["XXXX-WXX-4", "2021-08-05"]),
        ("He died on Tuesday, November 10.", ["2020-11-10"]),
        ("The poll is on Tuesday, November 9.", ["2021-11-09"]),
        ("Holders tendered them by the Tuesday deadline.", ["2021-06-15"]),
        ("The Friday deadline is close.", ["2021-06-18"]),
        ("Sales are made in the second and fourth quarters.", ["XXXX-Q2", "XXXX-Q4"]),
        ("Sales fell in the first and third quarters of 2019.", ["2019-Q1", "2019-Q3"]),
        ("Ten minutes later it sank.", ["PT10M"]),
        ("A few days later it sank.", ["PXD"]),
        ("In today's world it is rare.", []),
        ("The code is 133-03-03-2020.", []),
        ("They will be away 10/1-11/7.", []),
    ],
)
def test_a_weekday_tells_the_year_and_what_is_not_known_stays_open(text: str, expected: list[str]) -> None:
    """The year beside publication in which day and weekday agree is meant; quarters, codes and lengths are not guessed."""
    assert values(text) == expected


def test_a_stretch_of_working_days_has_no_end() -> None:
    """The next four business days end on a day that the text does not tell."""
    (found,) = times("They sit in the next four business days.")
    assert (found.timex_value, found.time_start, found.time_end) == ("P4D", None, None)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The last Friday of each month is free.", ["P1M"]),
        ("They sit on the first Monday of every quarter.", ["P3M"]),
        ("He left on the Tuesday after Easter.", ["2021-04-06"]),
        ("He left on the Friday before Christmas.", ["2020-12-18"]),
        ("The bell rang at ten to nine.", ["T08:50"]),
    ],
)
def test_days_that_come_again_and_days_beside_feasts(text: str, expected: list[str]) -> None:
    """A day of each month is no day of one month; a weekday beside a feast is not the feast."""
    assert values(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In the second fiscal quarter of last year it grew.", [("FY2020-Q2", None)]),
        ("In the second quarter of last year it grew.", [("2020-Q2", "2020-04-01")]),
        ("The sides meet Saturday in Oslo.", [("2021-06-19", "2021-06-19")]),
        ("The sides did not meet Saturday.", [("2021-06-12", "2021-06-12")]),
    ],
)
def test_fiscal_quarters_of_told_years_have_no_calendar_stretch(
    text: str, expected: list[tuple[str, str | None]]
) -> None:
    """Quarters of a fiscal year are not those of the calendar, whatever words tell the year."""
    assert [(f.timex_value, f.time_start) for f in times(text)] == expected
