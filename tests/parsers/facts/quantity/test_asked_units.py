"""What is meant by the name of a unit."""

from __future__ import annotations

import pytest

from parsers.facts.quantity.asked_units import measured_in, named


@pytest.mark.parametrize(
    ("said", "unit", "subtype"),
    [
        ("EUR", "EUR", "money"), ("eur", "EUR", "money"), ("Euros", "EUR", "money"), ("€", "EUR", "money"), ("A$", "AUD", "money"), ("$", "USD", "money"),
        ("US dollars", "USD", "money"), ("dollars", "{dollar}", "money"), ("pounds sterling", "GBP", "money"), ("marks", "DEM", "money"), ("won", "KRW", "money"),
        ("manat", "AZN", "money"), ("tonnes", "t", "mass"), ("megawatts", "MW", "power"), ("MWh", "MW.h", "energy"), ("barrels per day", "[bbl_us]/d", "rate"),
        ("USD/t", "USD/t", "money"), ("people", "{person}", "count"), ("companies", "{company}", "count"), ("{share}", "{share}", "count"),
        ("currencies", "JPY", "money"), ("Money", "JPY", "money"), ("weight", "t", "mass"),
    ],
)  # fmt: skip
def test_codes_signs_names_and_kinds_are_meant(said: str, unit: str, subtype: str) -> None:
    """A figure whose unit has this name, sign or code is meant, and so is every figure of a kind that is named."""
    assert measured_in(said).has(unit, subtype)


@pytest.mark.parametrize(("said", "unit"), [("euros", "USD"), ("dollars", "AUD"), ("yen", "CNY"), ("tonnes", "kg"), ("jobs", "{person}"), ("money", "t")])  # fmt: skip
def test_others_are_not(said: str, unit: str) -> None:
    """A figure of another unit is not meant."""
    assert not measured_in(said).has(unit, "mass" if said == "money" else None)


@pytest.mark.parametrize("word", ["won", "mark", "real", "jobs", "revenue", "gold", "mine"])
def test_words_of_a_measure_name_no_unit(word: str) -> None:
    """In the words of a measure an ordinary word is itself, though it is a currency's name as well."""
    assert named(word).units == named(word).subtypes == frozenset()
