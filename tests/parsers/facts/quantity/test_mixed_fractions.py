"""Mixed fractions with a hyphen, rates of a small whole, and counts before a measure with a hyphen."""

from __future__ import annotations

import pytest

from tests.parsers.facts.test_golden_facts import facts_of


def figures(text: str) -> list[tuple[float | None, str | None, float | None]]:
    """Value, unit and whole of the figures of a text."""
    return [(f.value, f.unit, f.of_value) for f in facts_of(text, "2024-06-30") if f.kind == "quantity"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The rate was 5-3/8 percent.", [(5.375, "%", None)]),
        ("The notes carry a coupon of 12-1/4 pct.", [(12.25, "%", None)]),
        ("The shares closed at 47-5/16 dollars.", [(47.3125, "USD", None)]),
        ("Call 9-11/2001 now.", []),
        ("Six out of seven tenants agreed.", [(6, "{tenant}", 7)]),
        ("One out of every nine barges leaked.", [(1, "{barge}", 9)]),
        ("Thirty out of 90 barges leaked.", [(30, "{barge}", 90), (90, "{barge}", None)]),
        ("Exports rose to 7.5 million 50-kilo sacks.", [(7500000, "{sack}", None), (50, "kg", None)]),
        ("Two 300-megawatt turbines turn.", [(2, "{turbine}", None), (300, "MW", None)]),
        ("In 2019 20-foot crates sold well.", [(20, "[ft_i]", None)]),
    ],
)
def test_numbers_beside_numbers(text: str, expected: list[tuple[float, str, float | None]]) -> None:
    """A fraction with a hyphen belongs to the whole number, a rate is one row, and a measure with a hyphen ends no count."""
    assert figures(text) == expected
