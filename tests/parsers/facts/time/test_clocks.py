"""Times of day: zones, four digits, the British form, words, spans."""

from __future__ import annotations

import pytest

from tests.parsers.facts.time.reading import times, values


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The shop shut at 1900 GMT.", "T19:00"),
        ("Many watched between 2000 and 2100 GMT.", "T20:00/T21:00"),
        ("The plane left at 1945 local time.", "T19:45"),
        ("The curfew runs from 2000 to 0600.", "T20:00/T06:00"),
        ("The flight left at 2310 on Monday.", "2021-06-14T23:10"),
        ("The talks begin at 9.15 on Thursday.", "2021-06-17T09:15"),
        ("It opens at 7.30pm.", "T19:30"),
        ("It begins at 9 a.m. EST Tuesday.", "2021-06-22T09:00"),
        ("Kick-off is at 19:45 BST.", "T19:45"),
        ("It is open from 5 to 6pm.", "T17:00/T18:00"),
        ("It runs 11-2 p.m. at weekends.", "T11:00/T14:00"),
        ("He came at quarter past six in the evening.", "T18:15"),
        ("It ends at half past nine.", "T09:30"),
        ("It rang at 11 o'clock at night.", "T23:00"),
        ("He will leave at 4 in the morning.", "T04:00"),
        ("It will rain from noon until 6 p.m. on Saturday.", "2021-06-19T12:00/2021-06-19T18:00"),
        ("The show begins at noon on Sunday.", "2021-06-20T12:00"),
    ],
)
def test_clock_times_are_read_in_every_form(text: str, value: str) -> None:
    """A clock time is a TIME with hours and minutes, and with its day where that is told."""
    (found,) = [f for f in times(text) if f.timex_type == "TIME"]
    assert found.timex_value == value


@pytest.mark.parametrize(
    "text", ["Shares opened at 10.30 pence.", "About 2-4 people came.", "It closed at 18.30 points."]
)
def test_prices_and_counts_are_no_clock_times(text: str) -> None:
    """A number with a point is a time only where nothing is priced or counted."""
    assert values(text) == []


def test_a_half_year_behind_its_year_is_no_clock_time() -> None:
    """ "2019 H2" is a half year."""
    assert values("2019 H2 was good.") == ["2019-H2"]
