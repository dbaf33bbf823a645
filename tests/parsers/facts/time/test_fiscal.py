"""Fiscal years and their parts, and lengths that are told with their last day."""

from __future__ import annotations

import pytest

from tests.parsers.facts.time.reading import stretches, times, values


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Revenue in Q3 FY24 rose.", "FY2024-Q3"),
        ("Sales in Q1 of fiscal 2022 fell.", "FY2022-Q1"),
        ("Profit for the second quarter of fiscal 2020 fell.", "FY2020-Q2"),
        ("Orders for Q4 FY2019-20 fell.", "FY2020-Q4"),
        ("Margins in the fourth quarter of its 2023 fiscal year rose.", "FY2023-Q4"),
        ("The fiscal third quarter was weak.", "FYXXXX-Q3"),
        ("Its 2022-23 financial year was good.", "FY2023"),
        ("The first half of FY2021-22 was weak.", "FY2022-H1"),
        ("In 3QFY24 it grew.", "FY2024-Q3"),
    ],
)
def test_fiscal_parts_have_no_calendar_stretch(text: str, value: str) -> None:
    """Nobody knows the days of a fiscal quarter by its number: no calendar quarter of the year of publication."""
    (found,) = times(text)
    assert (found.timex_value, found.time_start, found.time_end) == (value, None, None)


def test_fiscal_years_have_their_days_once_the_article_says_when_they_end() -> None:
    """The last day of the fiscal year gives the days of every fiscal year and quarter behind it."""
    text = "In the fiscal year ended June 30, 2020 sales fell. In Q1 FY2021 they rose."
    assert stretches(text)[1] == ("Q1 FY2021", "2020-07-01", "2020-10-01")


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("Sales rose for the three months ended Sept. 30.", "2020-07-01", "2020-10-01"),
        ("For the year ended March 31 sales rose.", "2020-04-01", "2021-04-01"),
        ("In the 12 months to May prices rose.", "2020-06-01", "2021-06-01"),
        ("For the half-year to Dec. 31 it lost money.", "2020-07-01", "2021-01-01"),
        ("Sales in the 13 weeks to May 2 fell.", "2021-02-01", "2021-05-03"),
        ("Income for its fourth quarter ended March 31 fell.", "2021-01-01", "2021-04-01"),
        ("In the quarter to end-March output fell.", "2021-01-01", "2021-04-01"),
        ("Corn sales gained in the week ended June 10.", "2021-06-04", "2021-06-11"),
    ],
)
def test_a_length_with_its_last_day_is_that_stretch(text: str, start: str, end: str) -> None:
    """A length and the day it ends on are one expression."""
    ((_, first, last),) = stretches(text)
    assert (first, last) == (start, end)


def test_a_quarter_of_an_article_with_a_fiscal_year_is_the_fiscal_one() -> None:
    """Once the article says that its fiscal year ends in October, "first quarter" is November to January."""
    text = "In fiscal 1986, ended October 31, it set money aside. First quarter profit rose."
    assert stretches(text, "1987-03-05")[1] == ("First quarter", "1986-11-01", "1987-02-01")


def test_third_quarter_as_an_adjective_is_a_time() -> None:
    """ "third-quarter profit" tells the quarter, the last one that has begun."""
    assert values("Third-quarter profit rose.") == ["2020-Q3"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Output rose in the June quarter.", "2021-Q2"),
        ("Output rose in the March 2020 quarter.", "2020-Q1"),
        ("Output for the September quarter of 2019 fell.", "2019-Q3"),
        ("Sales in fiscal Q3 2021 rose.", "FY2021-Q3"),
        ("Fiscal-year 2020 profit rose.", "FY2020"),
        ("Output rose in the January-March quarter.", "2021-01/2021-03"),
    ],
)
def test_a_quarter_is_named_by_its_last_month_too(text: str, found: str) -> None:
    """ "The June quarter" is the second one; a fiscal quarter keeps the year behind it."""
    assert values(text) == [found]
