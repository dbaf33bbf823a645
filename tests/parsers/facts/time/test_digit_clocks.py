"""Four digits: an hour, a year, or neither."""

from __future__ import annotations

import pytest

from tests.parsers.facts.time.reading import values


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The alert holds until 2145 local.", ["T21:45"]),
        ("The regatta ends at 1715 local, its organisers said.", ["T17:15"]),
        ("The film airs at 2030 ET.", ["T20:30"]),
        ("The series airs at 1945 PT.", ["T19:45"]),
        ("The flight landed at 1620Z.", ["T16:20"]),
        ("Stalls shut at 1830 (1630 GMT).", ["T18:30", "T16:30"]),
        ("Gates open at 1815 and close at 2330.", ["T18:15", "T23:30"]),
        ("The mill stops at 1900 and restarts at 2100.", ["T19:00", "T21:00"]),
        ("Bulletin at 1800: the dam has burst.", ["T18:00"]),
        ("At 2015, the hall went dark.", ["T20:15"]),
        ("Ferries sailed at 1810, 1840 and 1900.", ["T18:10", "T18:40", "T19:00"]),
        ("The alarm rang at about 1947.", ["T19:47"]),
        ("The hall has shut at 1730 since 2012.", ["T17:30", "2012"]),
        ("The baths are open 0700-2100.", ["T07:00/T21:00"]),
        ("They drill from 1900 to 2100 on Fridays.", ["T19:00/T21:00", "XXXX-WXX-5"]),
        ("On Jan. 5 at 2000, he came.", ["2021-01-05T20:00"]),
        ("Patrols start at 2200 tonight.", ["2021-06-17T22:00"]),
        ("The lecture is set for 1830.", ["T18:30"]),
        ("Trams run until 2300.", ["T23:00"]),
        ("The walkout starts 0430 on Monday.", ["2021-06-21T04:30"]),
        ("The tremor hit at 1958.", ["T19:58"]),
        ("By 1815 on Tuesday, all were safe.", ["2021-06-15T18:15"]),
        ("Firing began at 1915 and lasted until 2045.", ["T19:15", "T20:45"]),
    ],
)
def test_digits_of_what_has_an_hour_are_a_time_of_day(text: str, found: list[str]) -> None:
    """Behind "at", before a zone or beside the same hour in another zone four digits are an hour, never a year."""
    assert values(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "Silver closed at 1830.",
        "The Kospi opened at 1950.",
        "The pass lies at 1900 metres.",
        "It ran at 1900.",
        "The vase was sold for 1900.",
    ],
)
def test_digits_behind_at_without_an_hour_are_no_time(text: str) -> None:
    """A price, a level or a number that nothing explains is neither an hour nor a year."""
    assert values(text) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Fees stay at 2010 levels.", ["2010"]),
        ("It dropped its pledge for 2030 on Monday.", ["2030", "2021-06-14"]),
        ("The treaty is planned for 2024.", ["2024"]),
        ("Critics look back at 1914.", ["1914"]),
        ("In 2010 PT Sumber grew.", ["2010"]),
        ("By 2030 local and regional councils must merge.", ["2030"]),
        ("The mill was built around 1800.", ["1800"]),
        ("In 2019 CAT scans were rare.", ["2019"]),
    ],
)
def test_digits_that_date_something_are_a_year(text: str, found: list[str]) -> None:
    """Capitals and "local" behind a year make no hour of it."""
    assert values(text) == found
