"""Bounds beside other words that may be bounds, guesses of two numbers, and figures that a verb does not reach."""

from __future__ import annotations

import pytest

from tests.parsers.facts.quantity.test_quantity import quantities, read


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The rain was less than about five millimetres.", (5, None, "mm", "<")),
        ("The law allows a maximum 14-year term.", (14, None, "a", "<=")),
        ("A minimum 5 percent share is needed.", (5, None, "%", ">=")),
        ("They checked the facts about the 26-year-old.", (26, None, "a", "=")),
        ("Guards used their powers under a 30-day decree.", (30, None, "d", "=")),
        ("It ended after about a 10-minute walk.", (10, None, "min", "~")),
        ("He called for one-and-a-half or two years.", (1.5, 2, "a", "range")),
        ("The walk took two-and-a-half hours.", (2.5, None, "h", "=")),
        ("They had 100 or 200 sheep.", (100, 200, "{sheep}", "range")),
        ("Some 30 or 40 boats sank.", (30, 40, "{boat}", "range")),
    ],
)
def test_bounds_and_guesses(text: str, expected: tuple[float, float | None, str, str]) -> None:
    """The outer of two bounds counts, a preposition before an article is none, and two numbers joined by "or" are a guess."""
    assert read(text) == [expected]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The first of three ferries employed a crew of many.", 3),
        ("The strike has entered its second day, with a plume up to 100 metres high.", 100),
    ],
)
def test_the_verb_of_something_else_is_no_predicate(text: str, value: float) -> None:
    """The verb of one of several, and of the clause before what `with` puts beside it, says nothing of the figure."""
    assert [f.predicate for f in quantities(text) if f.value == value] == [None]


def test_an_extent_behind_a_hyphen_is_no_part_of_the_object() -> None:
    """In "a 200-metre-long path" the path is measured."""
    assert [f.object for f in quantities("It cut a 200-metre-long path.")] == ["path"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Output was 500,000, 8 percent up.", [(500000, "1"), (8, "%")]),
        ("Sales rose to 5 million, 17 percent more than in 2020.", [(5e6, "1"), (17, "%")]),
        ("Prices rose 15, 20 percent in May and June.", [(15, "%"), (20, "%")]),
    ],
)
def test_a_comparison_behind_a_comma_gives_its_unit_to_nothing(text: str, expected: list[tuple[float, str]]) -> None:
    """Only amounts of about the same size, without a word that compares, share the unit of the last."""
    assert [(f.value, f.unit) for f in quantities(text)] == expected


def test_a_comparison_with_a_figure_of_a_nearer_verb_hangs_on_nothing() -> None:
    """Behind another clause's figure, a percentage says nothing of the outer verb and its standing."""
    text = "Groups say the office, which counted 212 boats, 17 percent more than before, is right."
    found = next(f for f in quantities(text) if f.value == 17)
    assert (found.subject, found.predicate, found.modality, found.certainty) == (None, None, "asserted", "likely")


@pytest.mark.parametrize(
    ("text", "unit", "thing"),
    [
        ("They load 60 tonnes of fruit a year.", "t/a", "fruit"),
        ("It burns 300 litres of diesel a day.", "L/d", "diesel"),
    ],
)
def test_the_thing_inside_a_rate_is_its_object(text: str, unit: str, thing: str) -> None:
    """In "60 tonnes of fruit a year" fruit is measured."""
    assert [(f.unit, f.object) for f in quantities(text)] == [(unit, thing)]
