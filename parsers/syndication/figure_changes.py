"""What a figure in a copy is to the figure in its place in the original: the same, converted, rounded or another."""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

from parsers.syndication.converted import KELVIN, ROUNDED

FigureChange = Literal["figure", "unit", "conversion", "rounding"]

ROUNDING = 0.05
"""Relative difference between a figure and its rounded form, at most."""


TONS = {"tonnes": 1.0, "short": 1.10231, "long": 0.984207}
"""How many tons of each kind a metric one is; which a bare "ton" is, the outlet's country says, and no text."""


class Figure(NamedTuple):
    """A quantity in a text: the span of the number, as `Measured`, and the ends of a range."""

    start: int
    end: int
    value: float
    value_high: float | None
    unit: str | None
    value_si: float | None
    unit_si: str | None


def compared(one: Figure, other: Figure) -> FigureChange | None:
    """What one figure is to another: None when both say the same."""
    same_unit = one.unit == other.unit
    if (one.value, one.value_high) == (other.value, other.value_high):
        return "unit" if not same_unit and _named(one.unit) and _named(other.unit) and _apart(one, other) else None
    if same_unit or _akin(one.unit, other.unit):
        return "rounding" if _rounded(one.value, other.value) or _rounded(other.value, one.value) else "figure"
    if one.value_si is not None and other.value_si is not None and one.unit_si == other.unit_si:
        apart = abs(one.value_si - other.value_si)
        limit = KELVIN if one.unit_si == "K" else ROUNDED * max(abs(one.value_si), abs(other.value_si))
        return "conversion" if apart <= limit else "figure"
    return None  # another thing is measured, or another currency


def two_tons(before: str, after: str, one: Figure, other: Figure) -> bool:
    """Whether one text prints tonnes and the other bare tons, and both are one weight in short or long tons."""
    metric, bare = (one, other) if METRIC.search(before) else (other, one)
    printed = (before, after) if metric is one else (after, before)
    if not (METRIC.search(printed[0]) and BARE_TONS.search(printed[1])) or METRIC.search(printed[1]):
        return False
    return any(abs(metric.value * share - bare.value) <= ROUNDED * bare.value for share in TONS.values())


METRIC, BARE_TONS = re.compile(r"\btonnes?\b|\bmetric tons?\b", re.IGNORECASE), re.compile(r"\btons?\b", re.IGNORECASE)


def _akin(one: str | None, other: str | None) -> bool:
    """Whether two units may be one: a counted noun in two words for it, or a number whose noun was cut."""
    return not _named(one) and not _named(other)


def _named(unit: str | None) -> bool:
    """Whether a unit is one of measure or money, and not a noun that is counted."""
    return unit is not None and unit != "1" and not unit.startswith("{")


def _apart(one: Figure, other: Figure) -> bool:
    """Whether two units are of one kind, and neither is the other's without what it is counted by: `USD/{share}`."""
    some, others = (one.unit or "").split("/")[0], (other.unit or "").split("/")[0]
    return some != others and (_money(some) == _money(others)) and (_money(some) or one.unit_si == other.unit_si)


def _money(unit: str | None) -> bool:
    return unit is not None and len(unit) == 3 and unit.isupper()


def _rounded(exact: float, said: float) -> bool:
    """Whether what is said is the exact figure with fewer digits."""
    if not exact or not said or abs(exact - said) > ROUNDING * abs(exact):
        return False
    digits = len(f"{said:.15g}".replace(".", "").replace("-", "").strip("0").split("e")[0])
    more = len(f"{exact:.15g}".replace(".", "").replace("-", "").strip("0").split("e")[0])
    return digits < more and float(f"{exact:.{max(1, digits)}g}") == float(f"{said:.{max(1, digits)}g}")
