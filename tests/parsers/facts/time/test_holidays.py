"""Holidays of ten calendars, fixed and movable, and days known by month and day."""

from __future__ import annotations

import pytest

from parsers.facts.time.feasts import NAMES, feasts
from tests.parsers.facts.time.reading import stretches, values


@pytest.mark.parametrize(
    ("text", "published", "start"),
    [
        ("The shops will close on Boxing Day.", "2021-06-17", "2021-12-26"),
        ("Troops fired on Good Friday 2019.", "2021-06-17", "2019-04-19"),
        ("Orthodox Easter falls on May 5.", "2024-03-15", "2024-05-05"),
        ("The truce will hold over Eid al-Adha.", "2021-06-17", "2021-07-20"),
        ("They spoke on Eid al-Adha.", "2016-09-12", "2016-09-11"),
        ("Fasting in Ramadan was hard.", "2021-06-17", "2021-04-13"),
        ("Lamps were lit for Diwali.", "2024-11-20", "2024-10-31"),
        ("Families met for Lunar New Year.", "2021-06-17", "2021-02-12"),
        ("Nowruz begins soon.", "2024-03-15", "2024-03-20"),
        ("Flights stopped for Yom Kippur 2023.", "2024-03-15", "2023-09-25"),
        ("On Martin Luther King Day they marched.", "2024-11-20", "2024-01-15"),
        ("Sales rose on Black Friday.", "2024-12-20", "2024-11-29"),
        ("They rest on New Year's Day.", "2021-06-17", "2021-01-01"),
    ],
)
def test_a_holiday_is_its_day_in_the_year_meant(text: str, published: str, start: str) -> None:
    """A holiday has its date in the year that the clause means, movable ones by their calendar."""
    assert stretches(text, published)[0][1] == start


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The Sept. 11 attacks changed the law.", "2001-09-11"),
        ("After 9/11 the law was strict.", "2001-09-11"),
        ("The Jan. 6 committee met.", "2021-01-06"),
        ("It rained on Sept. 11.", "2020-09-11"),
    ],
)
def test_days_are_known_by_month_and_day_where_a_word_says_so(text: str, value: str) -> None:
    """ "The Sept. 11 attacks" were in 2001; any other 11 September is that of its year."""
    assert values(text) == [value]


@pytest.mark.parametrize("text", ["Easter Island is far.", "The Christmas tree fell.", "The old man slept."])
def test_islands_and_trees_are_no_holidays(text: str) -> None:
    """A holiday's name before another name or a thing is no time."""
    assert values(text) == []


@pytest.mark.parametrize("rule", sorted(set(NAMES.values())))
def test_every_holiday_has_days_in_the_years_of_the_news(rule: str) -> None:
    """Each rule of the table gives a day in each year from 2005 to 2030."""
    for year in range(2005, 2031):
        for feast in feasts(rule, year):
            assert feast.first.year == year
            assert feast.first < feast.end
    assert sum(len(feasts(rule, year)) for year in range(2005, 2031)) >= 25
