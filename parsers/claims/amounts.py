"""Values for comparison: in one unit for everything of a kind, with the interval that their words mean."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from functools import lru_cache

from parsers.model import Fact
from parsers.record import Record

LEFT_OUT = frozenset({"ordinal", "ranking", "multiple", "age", "angle", "duration"})
"""Kinds of quantities that are no claims: they say little without the words around them."""

STATED = frozenset({"asserted", "claimed"})

POLLED = re.compile(
    r"(?:\s+[\w'-]+){0,4}?\s+(?:was|were|(?:had|has|have)\s+been)\s+asked\s+(?:by|in|about|for|whether|if|how|which|what|who|over|on|at)\b",
    re.IGNORECASE,
)
"""Words behind a number of people who were asked: "1,200 voters were asked by the institute"."""

AVERAGED = re.compile(r"\baverag(?:e|es|ed|ing)\s+(?:(?:of|at|an?|just|some)\s+)*\Z", re.IGNORECASE)

DECIMALS = re.compile(r"\d[\d,]*\.(\d+)")
"""A number with its decimals."""


@dataclass(frozen=True, slots=True)
class Amount(Record):
    """A value in the unit for comparison, and the interval that its words mean."""

    unit: str
    value: float
    low: float
    high: float
    digits: int
    vague: bool


def comparable(fact: Fact, body: str) -> bool:
    """Whether a quantity of a body is asserted or denied, and sure enough to be compared."""
    return (
        fact.subtype not in LEFT_OUT
        and fact.value is not None
        and fact.of_value is None
        and not (fact.value == 1 and fact.subtype == "count")  # "one trader", "one day"
        and fact.certainty == "certain"
        and (fact.modality in STATED or _polled(fact, body) if fact.polarity == "+" else fact.modality == "denied")
    )


def _polled(fact: Fact, body: str) -> bool:
    """Whether a figure is one of people who were asked something, not to do something: that is no request."""
    start, end = fact.anchor_start, fact.anchor_end
    if fact.predicate != "asked" or start is None or end is None:
        return False
    return POLLED.match(body, end, min(fact.end_char, end + 80)) is not None


def amount(fact: Fact, body: str) -> Amount | None:
    """What the words of a quantity in a body can mean, in its unit for comparison; None without a value or a unit."""
    value, unit = fact.value, fact.unit
    if value is None or unit is None:
        return None
    factor = 1.0
    if unit.startswith("{") and "/" not in unit and fact.unit_si in (unit, None):
        unit = "{}"
    elif fact.value_si is not None and fact.unit_si:
        factor, unit = (fact.value_si / value if value else 1.0), fact.unit_si
        if fact.subtype == "temperature":
            return _interval(fact.value_si, fact.value_si, 0.6, fact, unit, vague=fact.bound == "~")
    half = min(_half(value, counted=unit == "{}"), _printed_half(fact, body)) * abs(factor)
    top = (fact.value_high if fact.value_high is not None else value) * factor
    return _interval(value * factor, top, half, fact, unit, vague=fact.bound == "~" and not _averaged(fact, body))


def _averaged(fact: Fact, body: str) -> bool:
    """Whether a figure is called an average: then it is as exact as it is printed."""
    start = fact.anchor_start or 0
    return AVERAGED.search(body, max(fact.start_char, start - 30), start) is not None


def _printed_half(fact: Fact, body: str) -> float:
    """Half a unit of the last decimal that is printed: "17.00 dollars" is not "17 dollars"; infinite without decimals."""
    if fact.anchor_start is None or fact.value is None or fact.value_high is not None:
        return math.inf
    found = DECIMALS.search(body, fact.anchor_start, fact.anchor_end or fact.anchor_start)
    number = float(found[0].replace(",", "")) if found else 0.0
    return 0.5 * 10.0 ** -len(found[1]) * abs(fact.value) / number if found and number else math.inf


def _interval(value: float, top: float, half: float, fact: Fact, unit: str, *, vague: bool = False) -> Amount:
    if vague:
        half = min(max(2 * half, 0.02 * abs(value)), 0.05 * abs(value))
    low, high = value - half, top + half
    if fact.bound in (">", ">="):
        low, high = value, math.inf
    elif fact.bound in ("<", "<="):
        low, high = -math.inf, top
    return Amount(unit, value, low, high, _digits(fact.value or 0.0), vague)


@lru_cache(maxsize=16384)
def _digits(value: float) -> int:
    """Significant digits of a printed value; zeros at the end of a whole number are not counted."""
    shown = f"{abs(value):.6g}" if abs(value) < 1e6 else f"{abs(value):.6e}".split("e")[0].rstrip("0").rstrip(".")
    return len(shown.replace(".", "").strip("0")) or 1


@lru_cache(maxsize=16384)
def _half(value: float, *, counted: bool) -> float:
    """Half a unit of the last significant digit, but at most a twentieth of the value; nothing for small counts."""
    whole = value == int(value)
    if value == 0 or (whole and counted and abs(value) < 1000):
        return 0.0
    size = math.floor(math.log10(abs(value))) - _digits(value) + 1
    size = min(size, 0) if whole and abs(value) < 1000 else size
    return float(min(0.5 * 10.0**size, 0.05 * abs(value)))


@lru_cache(maxsize=16384)
def short(value: float) -> float:
    """A value to four digits, to compare values that are printed differently."""
    return float(f"{value:.4g}")
