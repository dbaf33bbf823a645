"""How a time is told by its own clause, and small forms of dates: days in words, lists of months, names and adjectives."""

from __future__ import annotations

import pytest

from parsers.model import Fact
from tests.parsers.facts.test_golden_facts import facts_of


def times(text: str) -> dict[str, Fact]:
    """The times of a text by their words."""
    found = facts_of(text, "2024-03-31")
    return {text[f.anchor_start or 0 : f.anchor_end or 0]: f for f in found if f.kind == "time"}


TOLD = [
    ("The clerks and the cooks will meet again today after talks last night failed.", "last night", "asserted"),
    ("The clerks and the cooks will meet again today after talks last night failed.", "today", "planned"),
    ("Norway offered help for the plan, papers released today showed.", "today", "asserted"),
    ("The boat claimed second place one minute behind the first.", "one minute", "asserted"),
    ("The opening, planned for May, was called off.", "May", "planned"),
    ("The match is scheduled for May.", "May", "planned"),
    ("The yard plans to open a hall in May.", "May", "planned"),
]


@pytest.mark.parametrize(("text", "anchor", "modality"), TOLD)
def test_a_time_is_told_as_its_own_clause_says(text: str, anchor: str, modality: str) -> None:
    """A plan, an offer or a claim of another clause leaves a time asserted."""
    assert times(text)[anchor].modality == modality


VALUES = [
    ("The work is due to begin on March nine.", "March nine", "2024-03-09"),
    ("It said in March nine cooks left.", "March", "2024-03"),
    ("They meet every few weeks.", "every few weeks", "PXW"),
    ("Figures for rye will be issued in October and July and for oats in October, January, April, and July.", "July", "2024-07"),
    ("That compares with a 2.8 percent growth forecast in December.", "December", "2023-12"),
    ("Growth is forecast in December.", "December", "2024-12"),
    ("It will run for 12 months from April 1.", "12 months", "P12M"),
    ("It will end 12 months from April 1.", "12 months from April 1", "2025-04-01"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "anchor", "value"), VALUES)
def test_small_forms_of_dates_are_read(text: str, anchor: str, value: str) -> None:
    """Days in words, lists of coming months, forecasts of the past, and lengths from a day on."""
    assert times(text)[anchor].timex_value == value


def test_half_of_a_first_name_is_no_month() -> None:
    """`Jan-Ola Lind` tells no time."""
    assert not times("Jan-Ola Lind left the hall.")


@pytest.mark.parametrize(
    "text", ["After the recent strike, banks shut.", "It is bad for the future health of the town."]
)
def test_a_time_that_describes_a_noun_has_no_preposition(text: str) -> None:
    """The preposition in front of `recent strike` belongs to the strike."""
    (found,) = times(text).values()
    assert found.time_relation is None
