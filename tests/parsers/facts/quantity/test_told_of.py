"""Figures told by somebody, of a stretch, beyond a mark, per a kind of thing, feared, or dated by something else."""

from __future__ import annotations

import pytest

from parsers.model import Fact
from tests.parsers.facts.test_golden_facts import facts_of


def figure(text: str, value: float) -> Fact:
    """The fact of a figure."""
    return next(f for f in facts_of(text, "2024-06-30") if f.kind == "quantity" and f.value == value)


@pytest.mark.parametrize(
    "text",
    [
        "A ministry survey puts wheat output at 5 million tonnes, against 4 million tonnes in 2022.",
        "An embassy assessment puts exports at 3 million tonnes and 4 million tonnes in 2022.",
        "Lunde sees growth of 10 percent in May and 4 million tonnes of output.",
    ],
)
def test_who_assesses_a_figure_is_not_its_subject(text: str) -> None:
    """A survey, an embassy or a forecaster is only the source of a figure."""
    assert figure(text, 4e6).subject not in ("A ministry survey", "An embassy assessment", "Lunde")


@pytest.mark.parametrize(
    ("text", "value", "bound"),
    [
        ("The hole graded 2 grams gold over 23 feet.", 23, "="),
        ("The road runs over 23 feet of rock.", 23, ">"),
        ("Membership passed 20,000 people in May.", 20000, ">"),
        ("The house passed 12 laws in May.", 12, "="),
    ],
)
def test_over_and_passed_bound_only_marks(text: str, value: float, bound: str) -> None:
    """A drill core is not longer than said; a mark that is passed is exceeded; laws that are passed are counted."""
    assert figure(text, value).bound == bound


def test_a_price_is_told_per_the_thing_and_not_per_its_adjective() -> None:
    """`per full share` is per share."""
    assert figure("Holders pay 5.50 dollars per full share.", 5.5).unit == "USD/{share}"


def test_feared_dead_is_open() -> None:
    """What is feared may not be so."""
    assert figure("About 20 people are feared dead.", 20).polarity == "?"


def test_the_adjective_of_the_noun_before_of_counts() -> None:
    """`a projected deficit of 5 million` is no fact yet; `probable reserves of 5 million` are a class."""
    assert figure("The paper criticised a projected deficit of 57 million euros.", 57e6).modality == "proposed"
    assert figure("The field has probable reserves of 5 million tonnes.", 5e6).modality == "asserted"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The notes would bear 8 percent interest and mature March 31, 2034.", 8),
        ("He named the sacking after the tin crisis of October 2015 of about 20,000 workers.", 20000),
    ],
)
def test_a_maturity_and_another_happening_are_no_time_of_a_figure(text: str, value: float) -> None:
    """The day a paper ends and the time of a crisis do not date the figure."""
    assert figure(text, value).timex_value is None


def test_sums_without_currency_are_no_counts() -> None:
    """`145,000 discontinued operations` counts no operations."""
    assert not [f for f in facts_of("Note: excludes 145,000 discontinued operations.") if f.unit == "{operation}"]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Cash rose in February 2024, a gain over the same month last year.", "2023-02"),
        ("Exports were 7 tonnes for February 1 to 26 last year.", "2023-02-01/2023-02-26"),
    ],
)
def test_the_year_told_behind_reaches_month_and_stretch(text: str, value: str) -> None:
    """`last year` dates the same month and both ends of a stretch."""
    assert value in [f.timex_value for f in facts_of(text, "2024-06-30") if f.kind == "time"]


def test_quarters_by_a_month_that_ends_none_are_left_out() -> None:
    """`the April and July quarters` are no months."""
    assert not [
        f for f in facts_of("Imports will rise in the April and July quarters.", "2024-06-30") if f.kind == "time"
    ]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The north is expected to be rebuilt after 23 years of war.", 23),
        ("The police will name the men after three days of riots.", 3),
    ],
)
def test_how_long_something_had_lasted_is_no_plan(text: str, value: float) -> None:
    """A length behind `after` and before `of` is told as it was, whatever follows it is only planned."""
    assert figure(text, value).modality == "asserted"
