"""Figures in other units or another currency are the same figures; other figures in the same units are not."""

from __future__ import annotations

import pytest

from parsers.syndication.converted import Measured, converted, surely_converted


def measure(value: float, unit: str, si: float | None = None, of: str | None = None) -> Measured:
    """A measure; money and counts are compared as printed."""
    return Measured(value, unit, value if si is None else si, of or unit)


KM, MILES = measure(80, "km", 80_000, "m"), measure(50, "[mi_i]", 80_467, "m")
WARM, WARM_F = measure(31, "Cel", 304.15, "K"), measure(88, "[degF]", 304.26, "K")
SAILORS, SHIPS = measure(12, "{sailor}"), measure(3, "{ship}")
EUROS = [measure(1.4e6, "EUR"), measure(9e6, "EUR")]
DOLLARS = [measure(1.5e6, "USD"), measure(9.7e6, "USD")]


@pytest.mark.parametrize(
    ("some", "others"),
    [([KM, WARM, SAILORS], [MILES, WARM_F, SAILORS]), ([KM, *EUROS], [MILES, *DOLLARS]), (EUROS, DOLLARS)],
    ids=["units", "units and money", "money"],
)
def test_converted_figures_are_the_same(some: list[Measured], others: list[Measured]) -> None:
    """Measures within rounding and money at one rate are one text's figures, in either order."""
    assert converted(some, others)
    assert converted(others, some)


@pytest.mark.parametrize(
    ("some", "others"),
    [
        ([KM, SAILORS], [measure(120, "km", 120_000, "m"), measure(15, "{sailor}")]),
        ([WARM], [measure(70, "[degF]", 294.26, "K")]),
        (EUROS, [measure(1.5e6, "USD"), measure(20e6, "USD")]),
        ([measure(5, "USD"), measure(4.6, "EUR")], [measure(5.2, "USD"), measure(4.7, "EUR")]),
        ([KM, SAILORS, SHIPS], [MILES, measure(14, "{sailor}"), measure(5, "{ship}")]),
        ([SAILORS], [SAILORS]),
    ],
    ids=[
        "same units",
        "another temperature",
        "two rates",
        "next day's rates",
        "other counts beside",
        "nothing converted",
    ],
)
def test_other_figures_are_not(some: list[Measured], others: list[Measured]) -> None:
    """Other values in the same units, values beyond rounding, and amounts at two rates are other figures."""
    assert not converted(some, others)


LINE, LINE_MILES = Measured(30.0, "km", 30e3, "m"), Measured(19.0, "[mi_i]", 30577.5, "m")
HA, ACRES = Measured(40.0, "har", 4e5, "m2"), Measured(99.0, "[acr_us]", 400640.0, "m2")
WORKERS, OTHERS = Measured(40.0, "{worker}", None, None), Measured(41.0, "{worker}", None, None)


@pytest.mark.parametrize(
    ("some", "others", "sure"),
    [
        ([LINE, HA], [LINE_MILES, ACRES], True),
        ([LINE, WORKERS, WORKERS], [LINE_MILES, WORKERS, WORKERS], True),
        ([LINE], [LINE_MILES], False),
        ([LINE, WORKERS], [LINE_MILES, WORKERS], False),
        ([LINE, HA, WORKERS], [LINE_MILES, ACRES, OTHERS], False),
        ([WORKERS, WORKERS], [WORKERS, WORKERS], False),
        ([], [], False),
    ],
    ids=["two", "one beside two alike", "one alone", "one beside one alike", "another figure", "none", "no figures"],
)
def test_where_words_prove_little_several_figures_must_be_converted(
    some: list[Measured], others: list[Measured], sure: bool
) -> None:
    """Two notices of a template are one when several figures are converted and none is another."""
    assert surely_converted(some, others) is sure
    assert surely_converted(others, some) is sure
