"""The record of one quantity in a sentence, and the units that are not in the table."""

from __future__ import annotations

from typing import NamedTuple

from parsers.facts.quantity.amounts import Amount
from parsers.facts.quantity.nouns import Counted
from parsers.facts.quantity.units import Unit
from parsers.facts.tokens import Tokens

YEARS_OLD = Unit("a", "age", 31557600.0, "s")
MONTHS_OLD = Unit("mo", "age", 2629800.0, "s")
RATIO = Unit("1", "ratio", 1.0, "1")
NUMBER = Unit("1", "number", 1.0, "1")


class Measure(NamedTuple):
    """A quantity over tokens `start` to `end` (exclusive): number and unit, without its bound and its noun."""

    start: int
    end: int
    value: float
    unit: Unit
    subtype: str
    high: float | None = None
    bound: str = "="
    bound_start: int = -1
    bound_end: int = -1
    of_value: float | None = None
    trend: str | None = None
    noun: Counted | None = None
    base: Unit | None = None
    outcome: str | None = None

    @property
    def unrated(self) -> Unit:
        """The unit before anything was told per something."""
        return self.base or self.unit


def things(head: str, dimension: str = "count") -> Unit:
    """The unit of a count of things: a UCUM annotation."""
    code = "{" + head + "}"
    return Unit(code, dimension, 1.0, code if dimension == "count" else "1")


def plain(tokens: Tokens, amount: Amount) -> Measure:
    """An amount with its unit as a measure; lengths of time become ages where they are ("45-year-old")."""
    unit, end = _aged(tokens, amount, amount.unit or NUMBER)
    high = None
    if amount.number.high is not None:
        high = amount.value / amount.number.value * amount.number.high
    return Measure(start=amount.start, end=end, value=amount.value, high=high, unit=unit, subtype=unit.dimension)


def _aged(tokens: Tokens, amount: Amount, unit: Unit) -> tuple[Unit, int]:
    if unit.code not in ("a", "mo"):
        return unit, amount.end
    years = YEARS_OLD if unit.code == "a" else MONTHS_OLD
    k = amount.end + 1 if tokens.low[amount.end] == "-" else amount.end
    if tokens.low[k] in ("old", "olds"):
        return years, k + 1
    return (years, k + 2) if tokens.low[k : k + 2] == ["of", "age"] else (unit, amount.end)
