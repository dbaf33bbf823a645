"""The quantities of one sentence: each number with its unit, range, rate, bound, trend, and what it counts."""

from __future__ import annotations

from collections.abc import Iterator

from parsers.facts.quantity import (
    bounds,
    casualties,
    counts,
    multiples,
    numbers,
    ordinals,
    ranges,
    rates,
    scales,
    traps,
)
from parsers.facts.quantity.amounts import Amount, amount_at, pounds_as_money
from parsers.facts.quantity.measure import Measure, plain
from parsers.facts.quantity.units import Unit
from parsers.facts.tokens import Tokens

OPENINGS = numbers.WORDS | ordinals.OPENINGS | multiples.OPENINGS | frozenset({"nobody"})
"""Words that may begin a quantity; the rest begin with a digit."""


TELLING = OPENINGS - {"a", "an"} | numbers.MAGNITUDES.keys() | numbers.PARTS.keys()
"""A sentence without a number and without any of these tells no quantity: "a" begins one only before some of them."""


def may_tell(tokens: Tokens) -> bool:
    """Can a quantity are in the sentence? False for a third of all sentences, without reading them."""
    return bool(tokens.numbers) or not TELLING.isdisjoint(tokens.low)


def measures(tokens: Tokens, taken: frozenset[int]) -> Iterator[Measure]:
    """Every quantity of the sentence, left to right. `taken`: tokens of times, which are no quantities."""
    done, last = 0, None
    for i in tokens.openings(OPENINGS):
        if i < done or i in taken or (tokens.low[i] in ("a", "an") and not numbers.opened_by_article(tokens, i)):
            continue
        measure = _at(tokens, i, last, taken)
        if measure is None:
            continue
        yield measure
        done, last = max(measure.end, i + 1), measure


def _at(tokens: Tokens, i: int, last: Measure | None, taken: frozenset[int]) -> Measure | None:
    low = tokens.low[i]
    if low in multiples.OPENINGS:
        told = multiples.at(tokens, i)
        if told is not None:
            return _finish(tokens, told)
    if low in ("no", "nobody"):
        none = casualties.nobody(tokens, i)
        if none is not None:
            return none
    rank = (
        ordinals.ordinal_at(tokens, i) if low in ordinals.OPENINGS or tokens.low[i + 1] in ordinals.SUFFIXES else None
    )
    if rank:
        unit = Unit(rank.unit, rank.kind, 1.0, rank.unit)
        return Measure(
            start=rank.start, end=rank.end, value=float(rank.value), unit=unit, subtype=rank.kind, noun=rank.noun
        )
    measure = _measure(tokens, i, last, taken)
    return _finish(tokens, measure) if measure else None


def _measure(tokens: Tokens, i: int, last: Measure | None, taken: frozenset[int]) -> Measure | None:
    if not traps.admissible(tokens, i) or traps.is_tail(tokens, i, taken):
        return None
    first = amount_at(tokens, i)
    if first is None or (first.end == first.number.end and traps.letters_behind(tokens, first.number)):
        return None
    first = pounds_as_money(tokens, first)
    if first.unit is not None and first.unit.code == "[ft_i]" and tokens.low[first.end] == "-":
        first = multiples.with_small_change(tokens, first)
    span = ranges.joined(tokens, first, taken)
    if span is not None:
        return span
    shock = scales.magnitude(tokens, first)
    if shock is not None:
        return plain(tokens, shock)
    if first.number.part:
        return multiples.change(tokens, first) or counts.fraction(tokens, first)
    if first.unit is not None and _once_upon_a_day(tokens, first):
        return None
    if first.unit is not None and first.unit.dimension == "money":
        power = ranges.power_from_behind(tokens, first, taken)
        if power is None:
            return None
        first = first._replace(value=first.value * power)
    if first.unit is not None:
        return ranges.start_of_change(tokens, first, taken) or plain(tokens, multiples.with_small_change(tokens, first))
    special = multiples.times_as_many(tokens, first) or multiples.feet_and_inches(tokens, first)
    return special or ranges.start_of_change(tokens, first, taken) or counts.counted(tokens, first, last, taken)


def _once_upon_a_day(tokens: Tokens, amount: Amount) -> bool:
    """ "one day": some day, unless a word before it makes it a length of time."""
    if not (amount.number.worded and amount.value == 1 and amount.unit and amount.unit.code in ("d", "min", "s")):
        return False
    return tokens.low[amount.start] == "one" and tokens.low[amount.start - 1] not in LASTING


LASTING = frozenset(
    {
        "for",
        "in",
        "within",
        "of",
        "than",
        "least",
        "just",
        "only",
        "last",
        "every",
        "after",
        "lasted",
        "took",
        "about",
        "a",
    }
)


def _finish(tokens: Tokens, measure: Measure) -> Measure:
    """Rate, bound and trend around a measure."""
    unit, end = rates.with_rate(tokens, measure.unit, measure.start, measure.end, measure.noun)
    unit = scales.troy(tokens, unit, measure.start)
    end = end if measure.noun is None else measure.end
    trend = measure.trend
    sign, bound_start, bound_end = (
        ("range", measure.bound_start, measure.bound_end)
        if measure.high is not None
        else bounds.before(tokens, measure.start)
        or bounds.behind(tokens, end)
        or (bounds.behind(tokens, measure.noun.end) if measure.noun and measure.noun.end > end else None)
        or bounds.inside(tokens, measure.start, end + 1)
        or (measure.bound, measure.bound_start, measure.bound_end)
    )
    return Measure(
        measure.start, end, measure.value, unit, measure.subtype, measure.high, sign, bound_start, bound_end,
        measure.of_value, trend, measure.noun, measure.unit, measure.outcome,
    )  # fmt: skip
