"""Lengths of time: "three months", "a decade", "several weeks", "an hour and a half", "10-year"."""

from __future__ import annotations

from typing import NamedTuple

from parsers.facts.quantity.numbers import Number, number_at
from parsers.facts.time.words import UNITS
from parsers.facts.tokens import Tokens

VAGUE_COUNTS = frozenset({"several", "few", "some", "many", "couple", "numerous"})


class Length(NamedTuple):
    """A duration over tokens `start` to `end`: its TIMEX3 value, and its months, days and seconds (None when vague)."""

    start: int
    end: int
    value: str
    months: float | None = None
    days: float | None = None
    seconds: float | None = None

    @property
    def letter(self) -> str:
        """The unit of the value."""
        return self.value[-1]


IN_MONTHS = {"M": 1, "Q": 3, "Y": 12, "E": 120, "C": 1200, "L": 12000}
IN_DAYS = {"D": 1, "W": 7, "2W": 14, "WE": 2}
IN_SECONDS = {"TS": 1, "TM": 60, "TH": 3600}


def counted(tokens: Tokens, number: Number) -> Length | None:
    """The length that a number and the unit behind it make."""
    j = number.end + 1 if tokens.low[number.end] == "-" else number.end
    while (
        tokens.low[j]
        in (
            "full",
            "consecutive",
            "straight",
            "business",
            "calendar",
            "long",
            "more",
            "whole",
            "last",
            "next",
            "past",
            "additional",
            "working",
        )
        and j - number.end < 2
    ):
        j += 1
    unit = UNITS.get(tokens.low[j])
    if (
        unit is None
        or number.part
        or (
            unit == "TS"
            and tokens.low[j] == "second"
            and j == number.end
            and number.value != 1
            and number.worded is False
        )
    ):
        return None
    length = of(number.start, j + 1, unit, number.value)
    return _and_a_half(tokens, length, unit, number.value) or length


def _and_a_half(tokens: Tokens, length: Length, unit: str, value: float) -> Length | None:
    """ "an hour and a half"."""
    if tokens.low[length.end : length.end + 3] == ["and", "a", "half"]:
        return of(length.start, length.end + 3, unit, value + 0.5)
    return None


def vague(tokens: Tokens, i: int) -> Length | None:
    """ "several weeks", "a few minutes", "many years", "a couple of days", "a year", "an hour"."""
    k = i + 1 if tokens.low[i] in ("a", "an", "the", "these") else i
    if tokens.low[k] in VAGUE_COUNTS:
        k += 1
        while tokens.low[k] in ("of", "more", "last", "past", "next", "hundred", "thousand", "million"):
            k += 1
        unit = UNITS.get(tokens.low[k])
        if unit and tokens.low[k].endswith("s"):
            return Length(i, k + 1, _value(unit, "X"))
        return None
    k = k + 1 if tokens.low[k] in ("full", "whole") else k
    unit = UNITS.get(tokens.low[k]) if k > i and tokens.low[i] in ("a", "an") else None
    if unit is None or tokens.low[k].endswith("s") or tokens.low[k] in ("quarter", "second", "night", "min", "sec"):
        return None
    length = of(i, k + 1, unit, 1)
    return _and_a_half(tokens, length, unit, 1) or length


def number_behind(tokens: Tokens, i: int) -> Length | None:
    """The counted length whose number begins at token i."""
    number = number_at(tokens, i)
    return counted(tokens, number) if number and number.high is None else None


def of(start: int, end: int, unit: str, value: float) -> Length:
    """A length of so many units."""
    text = f"{value:g}" if value < 1e6 else str(int(value))
    return Length(
        start,
        end,
        _value(unit, text),
        months=value * IN_MONTHS[unit] if unit in IN_MONTHS else None,
        days=value * IN_DAYS[unit] if unit in IN_DAYS else None,
        seconds=value * IN_SECONDS[unit] if unit in IN_SECONDS else None,
    )


def _value(unit: str, count: str) -> str:
    """TIMEX3 writes decades, centuries and fortnights in its own letters or in smaller units."""
    if unit == "2W":
        return f"P{float(count) * 2:g}W" if count != "X" else "PXW"
    if unit == "Q":
        return f"P{float(count) * 3:g}M" if count != "X" else "PXQ"
    letter = {"E": "DE", "C": "CE", "L": "ML"}.get(unit, unit)
    return f"PT{count}{letter[1:]}" if unit.startswith("T") else f"P{count}{letter}"
