"""Figures reprinted for other readers: kilometres for miles, dollars for euros, Celsius for Fahrenheit.

A copy with converted figures looks like the next issue of a template, because most of its figures differ. It is a copy
when the figures that differ are the same measures in other units, or amounts of money in one other currency.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from parsers.syndication.judge import CONFLICT_SHARE, CONFLICTS

ROUNDED = 0.06
"""Relative difference between a measure and its conversion, at most: 3 miles are "5 kilometres"."""
KELVIN = 1.2
"""The same for temperatures, in kelvin: they are converted to whole degrees."""
RATES = 0.1
"""Relative difference between two exchange rates in one text, at most."""
SEVERAL = 2
"""So many converted figures, or so many and one that is the same, are hardly alike by chance."""


class Measured(NamedTuple):
    """A quantity in a text: value and unit as printed (UCUM or ISO 4217), and in the SI unit (None for money and counts)."""

    value: float
    unit: str
    value_si: float | None
    unit_si: str | None


def converted(some: Sequence[Measured], others: Sequence[Measured]) -> bool:
    """Whether two texts print the same figures, some of them in other units or in another currency."""
    found = _compared(some, others)
    agreements = found.same + found.converted
    return bool(found.converted) and (
        found.conflicts < CONFLICTS or found.conflicts / (found.conflicts + agreements) <= CONFLICT_SHARE
    )


def surely_converted(some: Sequence[Measured], others: Sequence[Measured]) -> bool:
    """The same where the words prove little, because many texts have them: several figures, and none that is another."""
    found = _compared(some, others)
    several = found.converted >= SEVERAL or (found.converted and found.converted + found.same > SEVERAL)
    return bool(several) and not found.conflicts and found.left <= found.converted + found.same


class _Compared(NamedTuple):
    """How many figures two texts print alike, how many converted, in how many they differ, and how many have no partner."""

    same: int
    converted: int
    conflicts: int
    left: int


def _compared(some: Sequence[Measured], others: Sequence[Measured]) -> _Compared:
    same = Counter(some) & Counter(others)
    mine = list((Counter(some) - same).elements())
    theirs = list((Counter(others) - same).elements())
    mine, theirs, measures = _conversions(mine, theirs)
    mine, theirs, amounts = _exchanged(mine, theirs)
    conflicts = sum((Counter(m.unit for m in mine) & Counter(m.unit for m in theirs)).values())
    return _Compared(same.total(), measures + amounts, conflicts, len(mine) + len(theirs))


def _conversions(mine: list[Measured], theirs: list[Measured]) -> tuple[list[Measured], list[Measured], int]:
    """What is left when each measure is paired with its conversion, and how many were. A unit that both print is none."""
    both = {m.unit for m in mine} & {m.unit for m in theirs}
    left, rest, found = [], list(theirs), 0
    for each in mine:
        other = next((o for o in rest if each.unit not in both and o.unit not in both and _equal(each, o)), None)
        if other is None:
            left.append(each)
        else:
            rest.remove(other)
            found += 1
    return left, rest, found


def _equal(one: Measured, other: Measured) -> bool:
    if one.value_si is None or other.value_si is None or one.unit_si != other.unit_si or one.unit == other.unit:
        return False
    apart = abs(one.value_si - other.value_si)
    return apart <= (KELVIN if one.unit_si == "K" else ROUNDED * max(abs(one.value_si), abs(other.value_si)))


def _exchanged(mine: list[Measured], theirs: list[Measured]) -> tuple[list[Measured], list[Measured], int]:
    """What is left when amounts in one currency are paired with amounts in one other, at one rate, and how many were."""
    some, others = _money(mine), _money(theirs)
    currencies = {m.unit for m in some}, {m.unit for m in others}
    if not some or len(some) != len(others) or len(currencies[0] | currencies[1]) != 2 or currencies[0] & currencies[1]:
        return mine, theirs, 0
    rates = [b.value / a.value for a, b in zip(_by_value(some), _by_value(others), strict=True) if a.value]
    if not rates or max(rates) - min(rates) > RATES * max(rates):
        return mine, theirs, 0
    return [m for m in mine if m not in some], [m for m in theirs if m not in others], len(some)


def _money(measures: Sequence[Measured]) -> list[Measured]:
    return [m for m in measures if len(m.unit) == 3 and m.unit.isalpha() and m.unit.isupper()]


def _by_value(measures: Sequence[Measured]) -> list[Measured]:
    return sorted(measures, key=lambda m: m.value)
