"""Two amounts that are one range: "47-48%", "$62 to $68", "between 5% and 6%", "three or four years", "0-to-60 mph"."""

from __future__ import annotations

from parsers.facts.quantity import bounds, casualties, money, nouns, rates, traps
from parsers.facts.quantity.amounts import Amount, amount_at, pounds_as_money
from parsers.facts.quantity.currency_names import SIGNS
from parsers.facts.quantity.measure import NUMBER, YEARS_OLD, Measure, plain, things
from parsers.facts.quantity.units import Unit
from parsers.facts.tokens import Tokens, words

HYPHENS = frozenset({"-", "–", "—", "~"})

UNSHARED = frozenset({"ranking", "ordinal", "ratio", "age", "multiple"})
"""Dimensions that a bare number beside them does not take over."""


def joined(tokens: Tokens, first: Amount, taken: frozenset[int]) -> Measure | None:
    """The range that the amount and the one behind it make, or None when they are two quantities, or a score."""
    last = _last(tokens, first, taken)
    if last is None:
        return None
    low, unit = _shared(first, last)
    if last.unit is None and first.unit is not None and first.unit.dimension == "percent" and last.value > MOST_PERCENT:
        return None  # "sales were off 20.7 percent to 286,771"
    if unit is None and not _bare_range(tokens, first, last):
        return None
    if first.unit is not None and unit is not None and first.unit.code != unit.code:
        return None
    if unit is not None and tokens.low[first.end] == "to" and last.value < low < 0:
        return plain(tokens, last._replace(unit=unit))._replace(start=first.start, high=low, bound="range")
    if not _is_range(tokens, first, low, last):
        return None
    if unit is None:
        return _of_things(tokens, first, low, last)
    return plain(tokens, last._replace(unit=unit))._replace(
        start=first.start, value=low, high=last.value, bound="range"
    )


MOST_PERCENT = 150.0
"""The highest bare number that may be the end of a range of percent."""

AGED = frozenset({"aged", "ages", "age"})
BEFORE_RANGES = AGED | {"between"}


def _of_things(tokens: Tokens, first: Amount, low: float, last: Amount) -> Measure:
    """ "50 to 60 people", "aged between 15 and 34"."""
    noun = nouns.counted_at(tokens, last.end)
    unit = (
        YEARS_OLD
        if AGED.intersection(tokens.low[max(0, first.start - 2) : first.start])
        else things(noun.head)
        if noun
        else NUMBER
    )
    noun = noun if unit is not YEARS_OLD else None
    outcome = casualties.become(tokens, first.start, last.end, noun, None)
    if outcome is not None and (noun is None or noun.head == "other"):
        unit = casualties.PERSON
    return Measure(
        first.start, last.end, low, unit, unit.dimension, high=last.value, bound="range", noun=noun, outcome=outcome,
    )  # fmt: skip


def unit_from_behind(tokens: Tokens, first: Amount, taken: frozenset[int]) -> Unit | None:
    """The unit that a bare number shares with the amount joined to it ("8 or $9", "from 4.8 to 4.7 percent")."""
    last = _last(tokens, first, taken, listed=True)
    if last is not None and tokens.low[first.end] == "," and not _alike(tokens, first, last):
        return None
    if last is not None and tokens.low[first.end] in ("or", "and") and not _near(first, last):
        return None  # "4,104,000 or 11 cents"
    return (
        last.unit
        if last is not None and first.unit is None and last.unit is not None and last.unit.dimension not in UNSHARED
        else None
    )


def _alike(tokens: Tokens, first: Amount, last: Amount) -> bool:
    """May two amounts parted by a comma be of one kind: "15, 20 percent in May and June", not "12, 8 percent more"?"""
    near = last.value / ALIKE <= first.value <= last.value * ALIKE
    return near and first.number.magnitude == last.number.magnitude and tokens.low[last.end] not in COMPARING


def _near(first: Amount, last: Amount) -> bool:
    """Are two amounts joined by or, and of about the same size, magnitudes left out?"""
    few, more = first.value / first.number.magnitude, last.value / last.number.magnitude
    return more / MOST_APART <= few <= more * MOST_APART or few < 1000


MOST_APART = 20.0

COMPARING = words("more less fewer up down higher lower above below of than over under better worse ahead")
"""Words behind an amount that compares the one before its comma with another: "300, 20 percent | more than in May"."""

ALIKE = 5.0
"""How many times bigger one of two figures of the same thing may be, for both to share a magnitude."""


def power_from_behind(tokens: Tokens, first: Amount, taken: frozenset[int]) -> float | None:
    """The magnitude that "to 3.1" takes from "from 4.2 billion dollars"; None where it may or may not share it."""
    last = _last(tokens, first, taken, listed=True) if tokens.low[first.end] == "from" else None
    if last is None or last.number.magnitude == 1 or first.number.magnitude > 1 or not first.value:
        return 1.0
    if first.unit is not None and (last.unit is None or last.unit.code != first.unit.code):
        return 1.0  # "to 5 cents from 1.2 million dollars"
    there = last.value / last.number.magnitude
    return last.number.magnitude if there / ALIKE <= first.value <= there * ALIKE else None


def _last(tokens: Tokens, first: Amount, taken: frozenset[int], *, listed: bool = False) -> Amount | None:
    k = _connector(tokens, first) or (
        first.end + 1 if listed and tokens.low[first.end] in ("and", ",", "from") else None
    )
    if k is None or k in taken or first.number.part or first.number.high is not None:
        return None
    last = amount_at(tokens, money.number_behind(tokens, k))
    if last is None or last.number.part or last.start < first.end or last.number.high is not None:
        return None
    return (
        None
        if last.end == last.number.end and traps.letters_behind(tokens, last.number)
        else pounds_as_money(tokens, last)
    )


def _connector(tokens: Tokens, first: Amount) -> int | None:
    """The token behind "-", "to", "and" (after "between") or "or"."""
    j = first.end
    low, before = tokens.low[j], tokens.low[first.start - 1]
    if low in HYPHENS and tokens.low[j + 1] == "to" and tokens.low[j + 2] == "-":
        return j + 3
    if low == "to" and tokens.low[j + 1] in ("-", "−", "minus") and tokens.text[j + 2][:1].isdecimal():
        return j + 2
    if low in HYPHENS and (tokens.glued(j + 1) or not tokens.glued(j)):
        return j + 1 if tokens.text[j + 1][:1].isdecimal() or tokens.low[j + 1] in SIGNS else None
    if low == "to" and tokens.low[j + 1] != "the":
        return j + 2 if tokens.low[j + 1] in ("-", "about", "around", "as") else j + 1
    if low == "up" and tokens.low[j + 1] == "to" and before == "from":
        return j + 2
    if low == "or" or (low == "and" and "between" in (before, tokens.low[first.start - 2])):
        return j + 1
    return None


def _shared(first: Amount, last: Amount) -> tuple[float, Unit | None]:
    """The low end in the scale of the high one ("$10 to $15 billion"), and the unit of both."""
    scale = last.number.magnitude
    small = first.number.magnitude == 1 and scale > 1 and 0 < first.number.value < last.number.value / scale * 1.0001
    return first.value * scale if small else first.value, last.unit or first.unit


def _bare_range(tokens: Tokens, first: Amount, last: Amount) -> bool:
    """Two numbers without a unit of measure: a range of things counted, not a score or a code."""
    if tokens.low[first.end] == "or":
        return nouns.counted_at(tokens, last.end) is not None
    if tokens.low[first.end] in HYPHENS and traps.is_score(first.number, last.number):
        return False
    if first.number.magnitude > 1 or not BEFORE_RANGES.isdisjoint(tokens.low[max(0, first.start - 2) : first.start]):
        return True
    if nouns.counted_at(tokens, last.end) is not None:
        return True
    return tokens.low[first.end] == "to" and casualties.become(tokens, first.start, last.end, None, None) is not None


def _is_range(tokens: Tokens, first: Amount, low: float, last: Amount) -> bool:
    """A change from one value to another is two quantities; a stretch between them is one."""
    sign, before = tokens.low[first.end], tokens.low[first.start - 1]
    if sign == "or":
        few, more = first.number.value / first.number.magnitude, last.number.value / last.number.magnitude
        if last.start < last.number.start:
            return False
        return first.unit is None and _next(few, more) and first.number.magnitude in (1, last.number.magnitude)
    if low >= last.value or is_change(tokens, first, last):
        return False
    if sign != "to" or before in ("from", "between"):
        return True
    if first.unit is None and first.number.magnitude == 1:
        return True
    return before != "by" and bounds.trend(tokens, first.start) is None


def _next(few: float, more: float) -> bool:
    """Are two numbers a guess: "two or three", "one and a half or two", "100 or 200"?"""
    tens = few % 10 == 0 and more % 10 == 0 and few < more <= 2 * few
    return few + 0.5 <= more <= min(few + 1, MOST_OR) or (tens and more < 1000)


MOST_OR = 20
"""The highest number of "two or three"; "7 or 8" is a guess, "1990 or 1991" are two."""

STEPS = (
    words(
        """
    changed changes changing change went goes go going moved moves moving move shift shifted shifts switched revised revise revises upgraded upgrade downgraded
    improved improves improve improving widened narrowed slowed slows accelerated lifted lifts lift hiked hike hikes slashed slash trimmed trim boosted boost boosts
    extended extend extends shortened convert converted doubled tripled quadrupled halved jump leap climb rise increase decrease drop fall decline cut reduction raise
    growth gain surge plunge bringing brought up down recovered worsened deteriorated strengthened weakened ballooned mushroomed
    """
    )
    | bounds.UP
    | bounds.DOWN
)
"""Verbs and nouns of a change from one value to another."""

SPREADS = words(
    """
    range ranges ranged ranging vary varies varied varying anywhere between spans spanned spanning estimates estimated forecasts priced ages sizes costs cost price prices
    fees tickets salaries
    """
)
"""Words of a stretch from one value to another."""

CHANGE_REACH = 12


def is_change(tokens: Tokens, first: Amount, last: Amount) -> bool:
    """ "rose from 5 to 7 percent", "from $3 million to $4 million": two values, no range."""
    k = first.start - 1
    for _ in range(3):
        if tokens.low[k] == "from" or k <= 0:
            break
        k -= 1
    if tokens.low[k] != "from" or tokens.low[first.end] not in ("to", "up"):
        return False
    for m in range(k - 1, max(-1, k - 1 - CHANGE_REACH), -1):
        low = tokens.low[m]
        if low in SPREADS:
            return False
        if low in STEPS:
            return True
        if low in (".", ";", ":"):
            break
    if nouns.is_plural(tokens, k - 1) or first.unit is None or last.unit is None:
        return False
    whole = first.number.magnitude > 1 or last.number.magnitude == 1
    return whole and first.unit.dimension in ("money", "percent")


def start_of_change(tokens: Tokens, first: Amount, taken: frozenset[int]) -> Measure | None:
    """The 5 of "rose from 5 to 7 percent", "from $3 to $4 million": in the unit, the scale and the things of what follows."""
    if tokens.low[first.end] != "to" or first.number.part:
        return None
    last = _last(tokens, first, taken)
    if last is None or not is_change(tokens, first, last):
        return None
    span = joined(tokens, last, taken)
    scale = span.value / last.value if span and last.value else last.number.magnitude
    last = last._replace(unit=span.unit, end=span.end) if span and span.noun is None and last.unit is None else last
    if first.unit is not None and (last.unit is None or last.unit.code != first.unit.code):
        return None
    small = first.number.magnitude == 1 and scale >= 1e3 and first.number.value < 1000
    value = first.value * scale if small else first.value
    known = first.unit or last.unit
    if known is not None:
        unit, _ = rates.with_rate(tokens, known, last.start, last.end, None)
        return Measure(first.start, first.end, value, unit, known.dimension)
    noun = nouns.counted_at(tokens, last.end)
    unit = things(noun.head) if noun else NUMBER
    return Measure(first.start, first.end, value, unit, unit.dimension, noun=noun)


def is_pair(tokens: Tokens, amount: Amount) -> bool:
    """Is the bare number one half of a score or a code ("2-0", "9-2 lead")?"""
    j, i = amount.end, amount.start
    ahead = tokens.low[j] in HYPHENS and tokens.glued(j) and tokens.glued(j + 1) and tokens.text[j + 1][:1].isdecimal()
    return ahead or (
        tokens.low[i - 1] in HYPHENS and tokens.glued(i) and tokens.glued(i - 1) and tokens.text[i - 2][:1].isdecimal()
    )
