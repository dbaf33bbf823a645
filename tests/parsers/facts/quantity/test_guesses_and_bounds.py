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
