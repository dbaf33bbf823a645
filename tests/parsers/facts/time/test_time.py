"""Times: TIMEX3 value, stretch, relation, and what is no time."""

from __future__ import annotations

import pytest

from parsers.model import Fact
from tests.parsers.facts.test_golden_facts import facts_of


def times(text: str, published: str | None = "2024-03-31") -> list[Fact]:
    """The times of a text, published on a Sunday."""
    return [f for f in facts_of(text, published) if f.kind == "time"]


@pytest.mark.parametrize(
    ("text", "value", "start", "end"),
    [
        ("They met on October 17, 2023.", "2023-10-17", "2023-10-17", "2023-10-18"),
        ("They met on the 17th of October 2023.", "2023-10-17", "2023-10-17", "2023-10-18"),
        ("Filed 2023-10-17.", "2023-10-17", "2023-10-17", "2023-10-18"),
        ("Opened in May 2018.", "2018-05", "2018-05-01", "2018-06-01"),
        ("Launched in 2013.", "2013", "2013-01-01", "2014-01-01"),
        ("It happened in February.", "2024-02", "2024-02-01", "2024-03-01"),
        ("It happened in June.", "2023-06", "2023-06-01", "2023-07-01"),
        ("They will host it in June.", "2024-06", "2024-06-01", "2024-07-01"),
        ("He spoke on March 28.", "2024-03-28", "2024-03-28", "2024-03-29"),
        ("He spoke on Friday.", "2024-03-29", "2024-03-29", "2024-03-30"),
        ("He will speak on Friday.", "2024-04-05", "2024-04-05", "2024-04-06"),
        ("It fell last week.", "2024-W12", "2024-03-18", "2024-03-25"),
        ("Hosts it this year.", "2024", "2024-01-01", "2025-01-01"),
        ("It fell yesterday.", "2024-03-30", "2024-03-30", "2024-03-31"),
        ("It rose in the third quarter.", "2023-Q3", "2023-07-01", "2023-10-01"),
        ("It rose in the first half of 2023.", "2023-H1", "2023-01-01", "2023-07-01"),
        ("It rose in last year's second quarter.", "2023-Q2", "2023-04-01", "2023-07-01"),
        ("In the 1990s it stood.", "199", "1990-01-01", "2000-01-01"),
        ("In the 21st century it stands.", "20", "2000-01-01", "2100-01-01"),
        ("From 2014 to 2018 it fell.", "2014/2018", "2014-01-01", "2019-01-01"),
        ("From January to April 2015 it fell.", "2015-01/2015-04", "2015-01-01", "2015-05-01"),
        ("It lasted Nov 18-Dec 19, 2015.", "2015-11-18/2015-12-19", "2015-11-18", "2015-12-20"),
        ("It shut two months ago.", "2024-01", "2024-01-01", "2024-02-01"),
        ("It shut three days after Christmas 2023.", "2023-12-28", "2023-12-28", "2023-12-29"),
        ("It rose in the first nine months of 2023.", "2023-01/2023-09", "2023-01-01", "2023-10-01"),
        ("It rose over the last three months.", "P3M", "2023-12-31", "2024-03-31"),
        ("It happened in early 2020.", "2020", "2020-01-01", "2020-05-01"),
        ("Easter Monday 2018 was cold.", "2018-04-02", "2018-04-02", "2018-04-03"),
        ("They met at 10:30 am on Monday.", "2024-03-25T10:30", "2024-03-25T10:30", None),
        ("They left last night.", "2024-03-30TNI", "2024-03-30T21:00", "2024-03-31"),
    ],
)
def test_a_time_is_resolved_against_the_day_of_publication(text: str, value: str, start: str, end: str | None) -> None:
    """An expression has its TIMEX3 value and the half-open stretch it names, in the direction its clause tells."""
    (found,) = times(text)
    assert (found.timex_value, found.time_start, found.time_end) == (value, start, end)


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("It took three months.", "DURATION", "P3M"),
        ("It took 1 hour and 30 minutes.", "DURATION", "PT1H30M"),
        ("It took several weeks.", "DURATION", "PXW"),
        ("He has used it for many years.", "DURATION", "PXY"),
        ("It is published annually.", "SET", "P1Y"),
        ("They talk every two weeks.", "SET", "P2W"),
        ("It shuts on Thursdays.", "SET", "XXXX-WXX-4"),
        ("He recently left.", "DATE", "PAST_REF"),
        ("Now it stands.", "DATE", "PRESENT_REF"),
        ("It will grow in the coming years.", "DATE", "FUTURE_REF"),
        ("Nine days later it fell.", "DATE", "XXXX-XX-XX"),
    ],
)
def test_lengths_sets_and_vague_times_have_their_own_values(text: str, kind: str, value: str) -> None:
    """Durations, sets and references are told apart, and nothing is resolved that the text lacks."""
    (found,) = times(text)
    assert (found.timex_type, found.timex_value) == (kind, value)


@pytest.mark.parametrize(
    ("text", "relation", "surface"),
    [
        ("It should end by 2030.", "by", "by 2030"),
        ("It has run since May 2018.", "since", "since May 2018"),
        ("It fell during the summer of 2020.", "during", "summer of 2020"),
        ("It was built before the year 2000.", "before", "before the year 2000"),
        ("It opened in 2013.", "in", "2013"),
    ],
)
def test_the_word_that_places_a_time_is_kept(text: str, relation: str, surface: str) -> None:
    """The relation is kept, and belongs to the surface where the time would mean something else without it."""
    (found,) = times(text)
    assert (found.time_relation, found.time_surface) == (relation, surface)


@pytest.mark.parametrize(
    "text",
    [
        "This may or may not be right.",
        "The troops march on.",
        "An august body spoke.",
        "We wed on a whim.",
        "Vision 2030 and Euro 2024 are titles.",
        "He hired 2000 people.",
        "USA Today wrote it.",
        "Easter Island is far.",
        "In the first half of the match they led.",
        "That will last.",
        "COVID-19 and COP29 are names.",
    ],
)
def test_names_verbs_and_titles_are_not_times(text: str) -> None:
    """Words that are months, weekdays or years elsewhere are no times here."""
    assert times(text) == []


def test_without_a_publication_date_the_holes_stay() -> None:
    """Without a publication date nothing is guessed."""
    values = [f.timex_value for f in times("On March 28, last week and on Friday.", None)]
    assert values == ["XXXX-03-28", "XXXX-WXX", "XXXX-WXX-5"]
