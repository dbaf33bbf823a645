"""Quantities of one sentence: amounts joined to ranges, with rate, bound, trend, partitive, and what is counted."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from parsers.facts.quantity import bounds, nouns, ordinals, rates, traps
from parsers.facts.quantity.amounts import Amount, amount_at, pounds_as_money
from parsers.facts.quantity.nouns import Counted
from parsers.facts.quantity.numbers import WORDS
from parsers.facts.quantity.units import Unit
from parsers.facts.tokens import Tokens, words

YEARS_OLD = Unit("a", "age", 31557600.0, "s")
MONTHS_OLD = Unit("mo", "age", 2629800.0, "s")
RATIO = Unit("1", "ratio", 1.0, "1")
NUMBER = Unit("1", "number", 1.0, "1")

MEASURE_WORDS = words(
    """
    to at of by from was is are were reached hit totalled totaled totaling averaged stood scored be than until below
    above with closed trade on for under over around about approximately roughly nearly almost some between and or
    costs cost equals estimated vs versus against least most exceeded exceeding up down yielding priced fell rose
    """
)
"""Words before a bare number that make it a measurement."""

ENDS = frozenset(
    {
        ".",
        ",",
        ";",
        ":",
        ")",
        "",
        "?",
        "!",
        "and",
        "or",
        "but",
        "in",
        "on",
        "at",
        "from",
        "by",
        "with",
        "for",
        "after",
        "as",
        "this",
        "last",
        "when",
        "while",
        "to",
        "compared",
        "versus",
        "vs",
        "is",
        "was",
        "are",
        "were",
        "(",
        "before",
        "during",
        "since",
        "a",
        "per",
        "each",
        "late",
        "early",
        "against",
        "than",
        "-",
        "–",
        "—",
        "”",
        '"',
    }
)
"""What may stand behind a bare number that measures something."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """A quantity over tokens `start` to `end` (exclusive): number and unit, without its bound and its noun."""

    start: int
    end: int
    value: float
    high: float | None = None
    unit: Unit
    subtype: str
    bound: str = "="
    bound_start: int = -1
    bound_end: int = -1
    of_value: float | None = None
    trend: str | None = None
    noun: Counted | None = None


def measures(tokens: Tokens, taken: frozenset[int]) -> Iterator[Measure]:
    """Every quantity of the sentence, left to right. `taken`: tokens of times, which are no quantities."""
    done, last = 0, None
    for i in candidates(tokens):
        if i < done or i in taken:
            continue
        found = ordinals.ordinal_at(tokens, i) if tokens.low[i] in ordinals.OPENINGS else None
        measure = _ranked(found) if found else _measure(tokens, i, last, taken)
        if measure is None:
            continue
        yield measure
        done, last = max(measure.end, i + 1), measure


def candidates(tokens: Tokens) -> list[int]:
    """The tokens that may begin a number."""
    return [i for i, low in enumerate(tokens.low) if low[:1].isdigit() or low in OPENINGS]


OPENINGS = WORDS | ordinals.OPENINGS


def _ranked(found: ordinals.Rank) -> Measure:
    return Measure(
        start=found.start,
        end=found.end,
        value=float(found.value),
        unit=Unit(found.unit, found.kind, 1.0, found.unit),
        subtype=found.kind,
        noun=found.noun,
    )


def _measure(tokens: Tokens, i: int, last: Measure | None, taken: frozenset[int]) -> Measure | None:
    if not traps.admissible(tokens, i):
        return None
    first = amount_at(tokens, i)
    if first is None or traps.letters_behind(tokens, first.number):
        return None
    first = pounds_as_money(tokens, first)
    joined = _joined(tokens, first, taken)
    if joined is not None:
        return _finish(tokens, joined)
    if first.number.part:
        return _fraction(tokens, first)
    if first.unit is not None:
        return _finish(tokens, _plain(tokens, first))
    return _unitless(tokens, first, last)


def _plain(tokens: Tokens, amount: Amount) -> Measure:
    unit = amount.unit or NUMBER
    high = None
    if amount.number.high is not None:
        high = amount.value / amount.number.value * amount.number.high
    aged = _aged(tokens, amount, unit)
    unit, end = aged if aged else (unit, amount.end)
    return Measure(start=amount.start, end=end, value=amount.value, high=high, unit=unit, subtype=unit.dimension)


def _aged(tokens: Tokens, amount: Amount, unit: Unit) -> tuple[Unit, int] | None:
    """ "45-year-old", "three years old", "18 months old"."""
    if unit.code not in ("a", "mo"):
        return None
    k = amount.end + 1 if tokens.low[amount.end] == "-" else amount.end
    if tokens.low[k] in ("old", "olds"):
        return (YEARS_OLD if unit.code == "a" else MONTHS_OLD), k + 1
    if tokens.low[k : k + 2] == ["of", "age"]:
        return (YEARS_OLD if unit.code == "a" else MONTHS_OLD), k + 2
    return None


# --------------------------------------------------------------------------------------------------------- ranges


def _joined(tokens: Tokens, first: Amount, taken: frozenset[int]) -> Measure | None:
    """Two amounts as one range: "47-48%", "$62 to $68", "between 5% and 6%", "three or four years", "0-to-60 mph"."""
    k = _connector(tokens, first)
    if k is None or k in taken or first.number.part or first.number.high is not None:
        return None
    last = amount_at(tokens, k)
    if (
        last is None
        or last.number.part
        or last.start < first.end
        or last.number.high is not None
        or traps.letters_behind(tokens, last.number)
    ):
        return None
    last = pounds_as_money(tokens, last)
    low, unit = _shared(first, last)
    if unit is None and not _bare_range(tokens, first, last):
        return None
    if unit is not None and first.unit is not None and first.unit.code != unit.code:
        return None
    if not _is_range(tokens, first, low, last):
        return None
    plain = _plain(tokens, last._replace(unit=unit))
    return replace(plain, start=first.start, value=low, high=last.value, bound="range")


def _connector(tokens: Tokens, first: Amount) -> int | None:
    """The token behind "-", "to", "and" (after "between") or "or"."""
    j = first.end
    low, before = tokens.low[j], tokens.low[first.start - 1]
    if low in ("-", "–", "—", "~") and tokens.glued(j):
        if tokens.low[j + 1] == "to" and tokens.low[j + 2] == "-":
            return j + 3
        return j + 1 if tokens.glued(j + 1) else None
    if low in ("-", "–") and tokens.text[j + 1][:1].isdigit():
        return j + 1
    if low == "to" and tokens.low[j + 1] != "the":
        return j + 2 if tokens.low[j + 1] in ("-", "about", "around") else j + 1
    if low == "or" or (low == "and" and "between" in (before, tokens.low[first.start - 2])):
        return j + 1
    return None


def _shared(first: Amount, last: Amount) -> tuple[float, Unit | None]:
    """The low end in the scale of the high one ("$10 to $15 billion"), and the unit of both."""
    unit = last.unit or first.unit
    low = first.value
    if (
        first.number.magnitude == 1
        and last.number.magnitude > 1
        and first.number.value < last.number.value
        and first.number.value < last.number.value / last.number.magnitude * 1.0001
    ):
        low = first.value * last.number.magnitude
    return low, unit


def _bare_range(tokens: Tokens, first: Amount, last: Amount) -> bool:
    """Two numbers without a unit of measure: a range of things counted, not a score or a code."""
    if tokens.low[first.end] == "or":
        return last.value == first.value + 1 and nouns.counted_at(tokens, last.end) is not None
    if tokens.low[first.end] in ("-", "–", "—") and traps.is_score(first.number, last.number):
        return False
    return (
        nouns.counted_at(tokens, last.end) is not None
        or "between" in tokens.low[max(0, first.start - 2) : first.start]
        or first.number.magnitude > 1
    )


def _is_range(tokens: Tokens, first: Amount, low: float, last: Amount) -> bool:
    """A change from one value to another is two quantities; a stretch between them is one."""
    sign, before = tokens.low[first.end], tokens.low[first.start - 1]
    if sign == "or":
        return first.unit is None and last.value == first.value + 1 and last.number.magnitude == 1
    if low >= last.value:
        return False
    if sign != "to" or before in ("from", "between"):
        return True
    return before != "by" and bounds.trend(tokens, first.start) is None


# ------------------------------------------------------------------------------------------- fractions and counts


def _fraction(tokens: Tokens, amount: Amount) -> Measure | None:
    """ "two-thirds of the condos", "half the revenue"."""
    k = amount.end + 1 if tokens.low[amount.end] == "of" else amount.end
    while (
        tokens.low[k] in ("the", "its", "their", "his", "her", "our", "all", "those", "these", "this", "a")
        and k - amount.end < 4
    ):
        k += 1
    noun = nouns.counted_at(tokens, k) or nouns.single(tokens, k)
    unit = Unit("{" + noun.head + "}", "ratio", 1.0, "1") if noun else RATIO
    measure = Measure(start=amount.start, end=amount.end, value=amount.value, unit=unit, subtype="ratio", noun=noun)
    return _finish(tokens, measure)


def _unitless(tokens: Tokens, amount: Amount, last: Measure | None) -> Measure | None:
    """A number without a unit of measure: an age, a count of things, a part of a whole, or a bare figure."""
    number = amount.number
    age = _age(tokens, amount)
    if age:
        return _finish(tokens, age)
    if traps.is_label(tokens, number):
        return None
    if number.worded and number.value == 1:
        return _one(tokens, amount)
    part = _part_of(tokens, amount)
    if part:
        return _finish(tokens, part)
    noun = nouns.counted_at(tokens, _behind_hyphen(tokens, amount.end))
    if noun is None and number.high is not None:
        return None
    if noun is None:
        noun = nouns.counted_before(tokens, amount.start)
    if noun is not None:
        return _finish(tokens, _count(amount, noun))
    return _bare(tokens, amount, last)


def _behind_hyphen(tokens: Tokens, j: int) -> int:
    return j + 1 if tokens.low[j] == "-" and tokens.glued(j) else j


def _count(amount: Amount, noun: Counted) -> Measure:
    unit = Unit("{" + noun.head + "}", "count", 1.0, "{" + noun.head + "}")
    return Measure(
        start=amount.start,
        end=amount.end,
        value=amount.value,
        high=amount.number.high,
        unit=unit,
        subtype="count",
        noun=noun,
        bound="range" if amount.number.high else "=",
    )


NOT_ONE_AFTER = words(
    """
    no any every each some this that the which another one - number as than day everyone big good for at
    """
)
NOT_ONE_BEFORE = words(
    """
    of day time thing another way such is or who that can - side hand night last after by
    """
)


def _one(tokens: Tokens, amount: Amount) -> Measure | None:
    """ "one solution", but not "one of", "no one", "one day", "One Belt"."""
    if (
        tokens.low[amount.start - 1] in NOT_ONE_AFTER
        or tokens.low[amount.end] in NOT_ONE_BEFORE - {"hand"}
        or (tokens.text[amount.start].istitle() and amount.start > 0)
    ):
        return None
    noun = nouns.single(tokens, amount.end)
    return _finish(tokens, _count(amount, noun)) if noun and tokens.text[noun.start].islower() else None


def _age(tokens: Tokens, amount: Amount) -> Measure | None:
    """ "Anna Weber, 44, said", "aged 18", "age of 44", "turned 40"."""
    i, j, value = amount.start, amount.end, amount.value
    if not 0 < value < 121 or value != int(value) or amount.number.worded:
        return None
    before, second = tokens.low[i - 1], tokens.low[i - 2]
    told = (
        before in ("aged", "age")
        or (before == "of" and second == "age")
        or (before == "turned" and tokens.low[j] in ENDS)
    )
    named = (
        before == ","
        and tokens.text[i - 2].istitle()
        and tokens.low[j] in (",", ".")
        and len(tokens.text[i]) == 2
        and tokens.text[i - 3][:1].isupper()
    )
    inside = before == "(" and tokens.low[j] == ")" and tokens.text[i - 2].istitle() and len(tokens.text[i]) == 2
    if not (told or named or inside):
        return None
    k = j + 1
    if tokens.low[j] in ("to", "-", "–", "and") and tokens.text[k].isdigit() and float(tokens.text[k]) > value and told:
        return Measure(
            start=i, end=k + 1, value=value, high=float(tokens.text[k]), unit=YEARS_OLD, subtype="age", bound="range"
        )
    return Measure(start=i, end=j, value=value, unit=YEARS_OLD, subtype="age")


def _part_of(tokens: Tokens, amount: Amount) -> Measure | None:
    """ "220 of the world's 500 products", "three out of ten", "one in five households"."""
    k = amount.end
    if tokens.low[k] == "out":
        k += 1
    if tokens.low[k] not in ("of", "in"):
        return None
    short = tokens.low[k] == "in"
    k += 1
    while (
        not short
        and k - amount.end < 7
        and (tokens.low[k].isalpha() or tokens.low[k] in ("'", "’"))
        and tokens.low[k] not in WORDS
    ):
        k += 1
    whole = amount_at(tokens, k) if tokens.low[k][:1].isdigit() or tokens.low[k] in WORDS else None
    if (
        whole is None
        or whole.unit is not None
        or whole.value <= amount.value
        or whole.number.part
        or (short and whole.value > 20)
    ):
        return None
    noun = nouns.counted_at(tokens, whole.end)
    if noun is None:
        return None
    end = whole.end if short else amount.end
    unit = Unit("{" + noun.head + "}", "count", 1.0, "{" + noun.head + "}")
    return Measure(
        start=amount.start,
        end=end,
        value=amount.value,
        unit=unit,
        subtype="ratio" if short else "count",
        of_value=whole.value,
        noun=noun,
    )


def _bare(tokens: Tokens, amount: Amount, last: Measure | None) -> Measure | None:
    """A figure without any noun ("closed at 1,333.18", "around 120")."""
    i, j, text = amount.start, amount.end, tokens.text[amount.number.start]
    before = tokens.low[i - 1]
    if amount.number.worded and amount.number.magnitude == 1 and amount.number.value < 10:
        return None
    if tokens.low[j] not in ENDS or (
        before in ENDS and before not in MEASURE_WORDS and amount.number.magnitude == 1 and before not in (",", "(")
    ):
        return None
    exact = amount.number.magnitude > 1 or "," in text or "." in text or len(text) > 4
    bounded = bounds.before(tokens, i)
    if not (exact or bounded or before in MEASURE_WORDS):
        return None
    unit = last.unit if last is not None and _shares(tokens, last, i) else NUMBER
    return _finish(tokens, Measure(start=i, end=j, value=amount.value, unit=unit, subtype=unit.dimension))


def _shares(tokens: Tokens, last: Measure, i: int) -> bool:
    """ "from 208 pounds to 193", "8 or $9": the unit is said once."""
    between = tokens.low[last.end : i]
    return (
        len(between) <= 3
        and bool(between)
        and all(w in ("to", "and", "or", ",", "from", "up", "down", "vs", "versus", "against") for w in between)
        and last.unit.dimension not in ("ranking", "ordinal", "ratio")
    )


# --------------------------------------------------------------------------------------------------------- finish


def _finish(tokens: Tokens, measure: Measure) -> Measure:
    """Bound, rate and trend around a measure."""
    unit, end = rates.with_rate(tokens, measure.unit, measure.start, measure.end, measure.noun)
    measure = replace(measure, unit=unit, end=end if measure.noun is None else measure.end)
    bound = bounds.before(tokens, measure.start) or bounds.behind(tokens, measure.end)
    if bound and measure.bound == "=":
        measure = replace(measure, bound=bound[0], bound_start=bound[1], bound_end=bound[2])
    elif measure.high is not None:
        measure = replace(measure, bound="range")
    return replace(measure, trend=bounds.trend(tokens, measure.start))
