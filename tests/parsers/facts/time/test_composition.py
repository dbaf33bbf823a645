"""[part] of [period]: n-th weekdays, weeks, halves and decades, ends and middles, centuries, ranges."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parsers.facts.time import calendar, parts
from tests.parsers.facts.time.reading import stretches, times, values


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("The council meets on the third Thursday of November.", "2021-11-18", "2021-11-19"),
        ("The gala is on the second Saturday in June 2022.", "2022-06-11", "2022-06-12"),
        ("The ferry sank on the penultimate Sunday of January 2020.", "2020-01-19", "2020-01-20"),
        ("The bill passed on the last day of May.", "2021-05-31", "2021-06-01"),
        ("She spoke on Wednesday of next week.", "2021-06-23", "2021-06-24"),
        ("They will vote Friday next week.", "2021-06-25", "2021-06-26"),
        ("The fair is held in the first weekend of August.", "2021-08-07", "2021-08-09"),
        ("The harvest began in the second week of September 2018.", "2018-09-08", "2018-09-15"),
        ("Rain fell in the last fortnight of April.", "2021-04-17", "2021-05-01"),
        ("The first ten days of May were hot.", "2021-05-01", "2021-05-11"),
        ("Output rose in the final quarter of 2020.", "2020-10-01", "2021-01-01"),
        ("It rained in the last week of last month.", "2021-05-25", "2021-06-01"),
        ("It began on the first Monday after Easter.", "2021-04-05", "2021-04-06"),
        ("It was built in the second quarter of the 19th century.", "1825-01-01", "1850-01-01"),
        ("He died ten years ago today.", "2011-06-17", "2011-06-18"),
        ("It snowed in the first week of the second half of 2019.", "2019-07-01", "2019-07-08"),
        ("Prices climbed in the opening months of 2021.", "2021-01-01", "2021-05-01"),
        ("It was small in the first decade of the 20th century.", "1900-01-01", "1910-01-01"),
        ("The second half of March was dry.", "2021-03-16", "2021-04-01"),
        ("The second and third quarters of 2020 were better.", "2020-04-01", "2020-10-01"),
        ("It closed in March last year.", "2020-03-01", "2020-04-01"),
        ("He goes in the spring of next year.", "2022-03-01", "2022-06-01"),
        ("It was cold in winter 2010-11.", "2010-12-01", "2011-03-01"),
        ("It burned on the night of June 3.", "2021-06-03T21:00", "2021-06-04"),
        ("Trade grew from the 16th to the 18th centuries.", "1500-01-01", "1800-01-01"),
        ("The mill opened in the late nineteenth century.", "1867-01-01", "1900-01-01"),
        ("The line will run by the early 2030s.", "2030-01-01", "2034-01-01"),
        ("It peaked in the mid-2010s.", "2014-01-01", "2017-01-01"),
        ("The dam was built in the late 1990s.", "1997-01-01", "2000-01-01"),
        ("At the turn of the millennium there were six.", "1999-01-01", "2001-01-01"),
        ("The bombing of January nineteen ninety-seven hurt none.", "1997-01-01", "1997-02-01"),
    ],
)
def test_a_part_of_a_period_is_cut_out_of_it(text: str, start: str, end: str) -> None:
    """A part of a period is one expression with the stretch of that part."""
    ((_, first, last),) = stretches(text)
    assert (first, last) == (start, end)


@pytest.mark.parametrize(
    ("text", "relation", "start", "end"),
    [
        ("The work must be done by the end of the year.", "by", "2021-09-01", "2022-01-01"),
        ("It has until the end of next month to answer.", "until", "2021-07-22", "2021-08-01"),
        ("The fund closes at the end of the quarter.", "at", "2021-06-01", "2021-07-01"),
        ("They want 40 of them by the end of the decade.", "by", "2027-01-01", "2030-01-01"),
        ("It must be ready by year-end.", "by", "2021-09-01", "2022-01-01"),
        ("The mill closes by end-2022.", "by", "2022-09-01", "2023-01-01"),
        ("The bridge should be ready by end-September.", "by", "2021-09-21", "2021-10-01"),
        ("They hope to finish before the end of the summer.", "before", "2021-08-01", "2021-09-01"),
        ("By mid-century the ice will be gone.", "by", "2034-01-01", "2067-01-01"),
        ("Rates will stay for the remainder of 2021.", "for", "2021-06-18", "2022-01-01"),
        ("It rained earlier this month.", None, "2021-06-01", "2021-06-17"),
        ("A new model arrives later this year.", None, "2021-06-18", "2022-01-01"),
    ],
)
def test_ends_and_middles_of_the_period_of_publication(text: str, relation: str | None, start: str, end: str) -> None:
    """The end, middle or rest of "the year" and its kin is told from the day of publication."""
    (found,) = times(text)
    assert (found.time_relation, found.time_start, found.time_end) == (relation, start, end)


def test_the_end_of_the_year_is_the_last_one_in_a_past_clause_early_in_the_year() -> None:
    """In January "stood at … at the end of the year" speaks of the year before."""
    assert stretches("Debt stood at 5 million at the end of the year.", "2021-01-20")[0][2] == "2021-01-01"


def test_without_a_publication_date_a_part_of_the_year_stays_open() -> None:
    """The end of an unknown year has no days."""
    (found,) = times("It must be done by year-end.", None)
    assert (found.timex_value, found.time_start) == ("XXXX", None)


@pytest.mark.parametrize(
    "text",
    [
        "At the end of the war he left.",
        "In the first half of the match they led.",
        "The turn of the screw.",
        "At the end of the day, we lose.",
    ],
)
def test_a_part_of_no_period_is_no_time(text: str) -> None:
    """Ends and halves of other things are no times."""
    assert values(text) == []


@given(
    st.dates(min_value=calendar.date(1, 2, 1), max_value=calendar.date(2190, 1, 1)),
    st.integers(1, 4),
    st.sampled_from(["D", "W", "M", "Q", "H", "T"]),
)
def test_every_part_lies_in_its_whole(day: calendar.date, rank: int, unit: str) -> None:
    """Whatever part of a year is asked for, its days are days of that year; the last part ends with it."""
    year = calendar.of_year(day.year)
    for place in (rank, -1):
        part = parts.nth(year, place, unit)
        if part is not None and not (unit == "W" and place > 0):
            assert (year.start or "") <= (part.start or "") < (part.end or "") <= (year.end or "")
            assert place > 0 or part.end == year.end


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("Fares will double by the end of this decade.", "2027-01-01", "2030-01-01"),
        ("Ice will melt by the end of this century.", "2067-01-01", "2100-01-01"),
        ("It faded at the end of the last century.", "1967-01-01", "2000-01-01"),
        ("She will quit by end of year.", "2021-09-01", "2022-01-01"),
        ("She will quit by end of month.", "2021-06-21", "2021-07-01"),
        ("The tower dates from the late 1400s.", "1467-01-01", "1500-01-01"),
        ("The port grew in the 1700s.", "1700-01-01", "1800-01-01"),
        ("Rents rose in the early 2000s.", "2000-01-01", "2004-01-01"),
        ("The kiosk closed Sat., 3/27.", "2021-03-27", "2021-03-28"),
    ],
)
def test_ends_of_long_periods_and_centuries_by_their_hundreds(text: str, start: str, end: str) -> None:
    """Parts of decades and centuries are days of the calendar; "the 1400s" are a century, "the 2000s" ten years."""
    ((_, first, last),) = stretches(text)
    assert (first, last) == (start, end)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The board will decide at a later date.", "FUTURE_REF"),
        ("Rates will stay low in the near term.", "FUTURE_REF"),
        ("The pier will be mended as soon as possible.", "FUTURE_REF"),
        ("Nobody would sail at this crucial moment.", "PRESENT_REF"),
        ("The ferry sails on Friday nights.", "XXXX-WXX-5TNI"),
    ],
)
def test_vague_times_and_nights_that_come_again(text: str, value: str) -> None:
    """Words that put off or say now have no day; plural parts of a weekday come again."""
    assert [f.timex_value for f in times(text)] == [value]


@pytest.mark.parametrize("text", ["The party daily Posten said so.", "These are the harbours of tomorrow."])
def test_a_paper_and_an_age_to_come_are_no_times(text: str) -> None:
    """A daily with a name is a paper; what is of tomorrow is of no day."""
    assert times(text) == []


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("It snowed from Thursday to Saturday.", "2021-06-10/2021-06-12"),
        ("It will snow from Thursday to Saturday.", "2021-06-17/2021-06-19"),
        ("They spoke from Wednesday until Friday.", "2021-06-09/2021-06-11"),
    ],
)
def test_the_ends_of_a_stretch_of_weekdays_are_in_order(text: str, value: str) -> None:
    """Weekdays joined by "from … to" are one stretch, whose first day is never after its last."""
    assert values(text) == [value]


@pytest.mark.parametrize("text", ["The second Sunday in Advent was dry.", "It was the third Sunday of Lent."])
def test_a_sunday_of_a_feast_is_no_nearest_sunday(text: str) -> None:
    """A weekday counted from a feast is not the one nearest to the day of publication."""
    assert values(text) == []
