"""Times told from earlier ones of the same article."""

from __future__ import annotations

import pytest

from tests.parsers.facts.time.reading import values


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Third-quarter profit rose. In the year-earlier quarter it fell.", ["2020-Q3", "2019-Q3"]),
        ("Profit in the first quarter rose to 3 million from 2 million a year earlier.", ["2021-Q1", "2020-Q1"]),
        ("Profit fell in the first quarter. Sales in the quarter rose.", ["2021-Q1", "2021-Q1"]),
        ("Profit fell in the first quarter. In the same period of 2019 it rose.", ["2021-Q1", "2019-Q1"]),
        ("Exports rose in May from a year earlier.", ["2021-05", "2020-05"]),
        ("Orders were 684 in February a year ago.", ["2020-02"]),
        ("He won in 2005. The previous year he lost.", ["2005", "2004"]),
        ("It opened on May 3, 2018. Two days later it burned.", ["2018-05-03", "2018-05-05"]),
        ("They met in June 2019. The following month they married.", ["2019-06", "2019-07"]),
        (
            "He died in March 1950. Two years later she died. The following month she was buried.",
            ["1950-03", "1952", "XXXX-XX"],
        ),
        ("In 2005 he won; that year he retired.", ["2005", "2005"]),
    ],
)
def test_anaphoric_times_are_told_from_what_stands_before(text: str, expected: list[str]) -> None:
    """A year earlier, the quarter, that year: what the article said before gives them their days."""
    assert values(text) == expected


def test_a_quarter_that_no_sentence_names_is_no_time() -> None:
    """ "In the quarter" of an article without any quarter says nothing."""
    assert values("Sales in the quarter rose.") == []


def test_a_later_week_is_not_told_from_a_day() -> None:
    """What is vaguer or finer than the date before it stays unknown."""
    assert values("The season begins June 1. Sales equalled the preceding week.") == ["2021-06-01", "XXXX-WXX"]
