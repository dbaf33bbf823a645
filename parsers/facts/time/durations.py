"""Lengths of time: "three months", "a decade", "several weeks", "an hour and a half", "10-year"."""

from __future__ import annotations

from typing import NamedTuple

from parsers.facts.quantity.numbers import SMALL, TENS, Number, number_at
from parsers.facts.time.words import UNITS
from parsers.facts.tokens import Tokens, words

ORDER = ("Y", "M", "W", "D", "TH", "TM", "TS")
"""Units that a length in several units may have, falling."""

BETWEEN = words(
    "full consecutive straight business calendar long more whole last next past additional working trading extra further"
)
"""Words between a number and its unit of time."""

VAGUE_COUNTS = frozenset({"several", "few", "some", "many", "couple", "numerous"})


class Length(NamedTuple):
    """A duration over tokens `start` to `end`: its TIMEX3 value, and its months, days and seconds (None when vague)."""

    start: int
    end: int
    value: str
    months: float | None = None
    days: float | None = None
    seconds: float | None = None
    unit: str = ""


IN_MONTHS = {"M": 1, "Q": 3, "Y": 12, "E": 120, "C": 1200, "L": 12000}
HALF_OF = {"Y": "6M", "TH": "30M", "TM": "30S"}
"""Half a unit in the next smaller one: two and a half years are P2Y6M."""

IN_YEARS = {"E": 10, "C": 100, "L": 1000}
IN_DAYS = {"D": 1, "W": 7, "2W": 14, "WE": 2}
IN_SECONDS = {"TS": 1, "TM": 60, "TH": 3600}


def counted(tokens: Tokens, number: Number) -> Length | None:
    """The length that a number and the unit behind it make."""
    j = number.end + 1 if tokens.low[number.end] == "-" else number.end
    first = j
    while tokens.low[j] in BETWEEN and j - number.end < 2:
        j += 1
    unit = UNITS.get(tokens.low[j])
    if (
        unit is None
        or _is_name(tokens, j)
        or number.part
        or (j > first and number.value != 1 and not tokens.low[j].endswith("s"))
    ):
        return None
    if 1900 <= number.value <= 2100 and not tokens.low[j].endswith("s"):
        return None  # the 2021 weekend
    if tokens.low[j] == "second" and j == number.end and number.value != 1 and not number.worded:
        return None
    length = of(number.start, j + 1, unit, number.value)
    return _and_a_half(tokens, length, unit, number.value) or _and_more(tokens, length)


def between(tokens: Tokens, i: int) -> Length | None:
    """ "10 to 12 weeks", "two or three days": from one length to another, as TIMEX3 "P10W/P12W"."""
    first = number_at(tokens, i)
    if first is None or tokens.low[first.end] not in ("to", "or", "-", "–") or first.part:
        return None
    if first.high is not None:
        return None
    second = number_at(tokens, first.end + 1)
    if second is None or second.high is not None or not first.value < second.value <= 20 * first.value:
        return None
    last = counted(tokens, second)
    if last is None or last.unit == "" or last.value.startswith("PX"):
        return None
    low = of(i, last.end, last.unit, first.value)
    return Length(i, last.end, f"{low.value}/{last.value}")


def _is_name(tokens: Tokens, j: int) -> bool:
    """ "SEC", "80 Day Challenge": a unit in capitals, or in title case before another such word, is part of a name."""
    text, after = tokens.text[j], tokens.text[j + 1]
    if text.isupper() and len(text) <= 3:
        return not tokens.sentence.isupper()
    if not text.istitle() or tokens.text[j - 1] == "-" or j < 2:
        return False
    return after.istitle() or tokens.text[j - 1].isdecimal()


def _and_more(tokens: Tokens, length: Length) -> Length:
    """ "1 hour and 30 minutes", "two years and six months": smaller units behind go into the same length."""
    k = length.end + 1 if tokens.low[length.end] == "and" else length.end
    number = (
        number_at(tokens, k)
        if tokens.low[k] in SMALL or tokens.low[k] in TENS or tokens.low[k][:1].isdecimal()
        else None
    )
    unit = UNITS.get(tokens.low[number.end], "") if number else ""
    if (
        number is None
        or number.high is not None
        or tokens.low[number.end + 1] in ("ago", "earlier", "later")
        or unit not in ORDER
        or length.unit not in ORDER
    ):
        return length
    if ORDER.index(unit) <= ORDER.index(length.unit):
        return length
    more = of(number.start, number.end + 1, unit, number.value)
    value = length.value + more.value.removeprefix("PT" if length.value.startswith("PT") else "P")
    return _and_more(
        tokens,
        Length(
            length.start,
            more.end,
            value,
            _sum(length.months, more.months),
            _sum(length.days, more.days),
            _sum(length.seconds, more.seconds),
            unit,
        ),
    )


def _sum(first: float | None, second: float | None) -> float | None:
    return first if second is None else second if first is None else first + second


def _and_a_half(tokens: Tokens, length: Length, unit: str, value: float) -> Length | None:
    """ "an hour and a half"."""
    if tokens.low[length.end : length.end + 3] == ["and", "a", "half"]:
        return of(length.start, length.end + 3, unit, value + 0.5)
    return None


def vague(tokens: Tokens, i: int) -> Length | None:
    """ "several weeks", "a few minutes", "many years", "a couple of days", "a year", "an hour"."""
    if tokens.low[i] == "half" and tokens.low[i + 1] in ("a", "an") and tokens.low[i + 2] in UNITS:
        return _half(i, UNITS[tokens.low[i + 2]]) if tokens.low[i + 3] != "-" else None
    k = i + 1 if tokens.low[i] in ("a", "an", "the", "these") else i
    if tokens.low[k] in VAGUE_COUNTS:
        k += 1
        while tokens.low[k] in ("of", "-", "more", "last", "past", "next", "hundred", "thousand", "million"):
            k += 1
        unit = UNITS.get(tokens.low[k])
        adjective = tokens.low[k - 1] == "-" or tokens.low[k + 1] == "-"
        if unit and k == i + 2 and tokens.low[k - 1] == "-":
            return Length(i, k + 1, _value(unit, "X"))  # "a several-year tenure"
        if unit and tokens.low[k].endswith("s") and not adjective:
            couple = "couple" in tokens.low[i : i + 2] and k <= i + 3
            return of(i, k + 1, unit, 2) if couple else Length(i, k + 1, _value(unit, "X"))
        return None
    k = k + 1 if tokens.low[k] in ("full", "whole", "additional", "extra", "further") else k
    unit = UNITS.get(tokens.low[k]) if k > i and tokens.low[i] in ("a", "an") else None
    if (
        unit is None
        or tokens.low[k + 1] == "-"
        or tokens.low[k].endswith("s")
        or tokens.low[k] in ("quarter", "second", "night", "min", "sec")
    ):
        return None
    length = of(i, k + 1, unit, 1)
    return _and_a_half(tokens, length, unit, 1) or length


def _half(i: int, unit: str) -> Length | None:
    """ "half an hour", "half a century"."""
    if unit in HALVED:
        count, smaller = HALVED[unit]
        return of(i, i + 3, smaller, count)
    return None


HALVED = {
    "TH": (30, "TM"),
    "TM": (30, "TS"),
    "D": (12, "TH"),
    "Y": (6, "M"),
    "E": (5, "Y"),
    "C": (50, "Y"),
    "L": (500, "Y"),
}
"""Half a unit in smaller ones."""


def unknown(unit: str) -> str:
    """The value of some so many units: PXY."""
    return _value(unit, "X")


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
        unit=unit,
    )


def _value(unit: str, count: str) -> str:
    """TIMEX3 writes decades, centuries and fortnights in its own letters or in smaller units."""
    if unit == "2W":
        return f"P{float(count) * 2:g}W" if count != "X" else "PXW"
    if unit == "Q":
        return f"P{float(count) * 3:g}M" if count != "X" else "PXQ"
    if unit in IN_YEARS and count != "X":
        return f"P{float(count) * IN_YEARS[unit]:g}Y"
    time, letter = ("T", unit[1:]) if unit.startswith("T") else ("", unit)
    if count.endswith(".5") and unit in HALF_OF:
        whole = "" if count == "0.5" else f"{count[:-2]}{letter}"
        return f"P{time}{whole}{HALF_OF[unit]}"
    return f"P{time}{count}{letter}"
