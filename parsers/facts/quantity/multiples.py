"""Amounts in two units ("5 feet 2 inches", "6-foot-4") and multiples ("sixfold", "doubled", "twice as many", "by a third")."""

from __future__ import annotations

from parsers.facts.quantity.amounts import Amount, amount_at
from parsers.facts.quantity.bounds import DOWN, UP
from parsers.facts.quantity.measure import RATIO, Measure
from parsers.facts.quantity.numbers import SMALL, number_at, risen
from parsers.facts.quantity.units import Unit
from parsers.facts.tokens import Tokens, words

MULTIPLE = Unit("1", "multiple", 1.0, "1")

FOLD = {
    "twofold": 2, "threefold": 3, "fourfold": 4, "fivefold": 5, "sixfold": 6, "sevenfold": 7, "eightfold": 8, "ninefold": 9, "tenfold": 10, "hundredfold": 100,
    "thousandfold": 1000, "twentyfold": 20,
}  # fmt: skip

CHANGED = {
    **dict.fromkeys(words("doubled doubles doubling"), 2.0),
    **dict.fromkeys(words("tripled triples tripling trebled trebles trebling"), 3.0),
    **dict.fromkeys(words("quadrupled quadruples quadrupling"), 4.0),
    **dict.fromkeys(words("quintupled quintuples quintupling"), 5.0),
    **dict.fromkeys(words("halved halving"), 0.5),
}
"""Verbs that name how many times as much something became."""

BASE = {"double": 2.0, "triple": 3.0, "treble": 3.0, "quadruple": 4.0, "quintuple": 5.0, "halve": 0.5}
"""The same verbs behind "to", "will" and the like, and the adjectives before "the" and "what"."""

OPENINGS = frozenset(FOLD) | frozenset(CHANGED) | frozenset(BASE) | {"twice", "thrice"}

MODALS = words("to will would could may might should can must not nearly almost more than roughly about")
COMPARED = words("the what that their its his her last this as")

SMALLER = {
    "[ft_i]": "[in_i]",
    "[lb_av]": "[oz_av]",
    "[stone_av]": "[lb_av]",
    "USD": "{cent}",
    "EUR": "{cent}",
    "GBP": "{penny}",
    "{pound}": "{penny}",
    "INR": "{paisa}",
    "{Rs}": "{paisa}",
    "AZN": "{qapik}",
    "{manat}": "{qapik}",
}
"""A unit, and the one that goes on where it ends."""

NOT_CHANGED = words("over up back down as agents agent digits figures bed room rooms check glazed")
"""Behind "doubled" and "double" these make another verb or a name of it."""


def at(tokens: Tokens, i: int) -> Measure | None:
    """ "grew sixfold", "doubled", "will triple", "twice as many", "double the rate"."""
    low = tokens.low[i]
    if low in FOLD:
        return _multiple(
            i,
            i + 1,
            float(FOLD[low]),
            "up" if tokens.low[i - 1] in UP else "down" if tokens.low[i - 1] in DOWN else None,
        )
    if low in ("twice", "thrice"):
        return _times(tokens, i, i + 1, 2.0 if low == "twice" else 3.0)
    if low in CHANGED:
        return _verb(tokens, i, CHANGED[low])
    if tokens.low[i - 1] in MODALS and i:
        return _verb(tokens, i, BASE[low])
    if tokens.low[i + 1] in ("the", "what", "that") and low != "halve":
        return _multiple(i, i + 1, BASE[low], None)
    return None


def _verb(tokens: Tokens, i: int, value: float) -> Measure | None:
    if tokens.low[i - 1] in ("a", "the") and tokens.low[i + 1] == "of" and tokens.low[i].endswith("ing"):
        return _multiple(i, i + 1, value, "up" if value > 1 else "down")
    if (
        tokens.low[i + 1] in NOT_CHANGED
        or tokens.low[i - 1] in ("a", "the")
        or (tokens.glued(i + 1) and tokens.low[i + 1] == "-")
    ):
        return None
    if tokens.low[i - 1] == "-" and tokens.glued(i):
        return None
    return _multiple(i, i + 1, value, "up" if value > 1 else "down")


def times_as_many(tokens: Tokens, amount: Amount) -> Measure | None:
    """ "three times as many", "four times the rate", "10 times more": of the number before "times"."""
    if amount.unit is not None or amount.number.part:
        return None
    k = amount.end + 1 if tokens.low[amount.end] == "-" else amount.end
    if tokens.low[k] == "fold":
        return _multiple(amount.start, k + 1, amount.value, "up" if _rising(tokens, amount.start) else None)
    if tokens.low[amount.end] != "times":
        return None
    return _times(tokens, amount.start, amount.end + 1, amount.value)


def _rising(tokens: Tokens, i: int) -> bool:
    return not UP.isdisjoint(tokens.low[max(0, i - 4) : i])


def _times(tokens: Tokens, start: int, j: int, value: float) -> Measure | None:
    low, after = tokens.low[j], tokens.low[j + 1]
    told = (
        (low == "as" and after not in ("of", "a"))
        or value != int(value)
        or low in ("the", "that", "what", "its", "their")
        or (low in MORE and after == "than")
        or (low.endswith("er") and low not in ("over", "after", "under", "later", "earlier", "ever", "together"))
    )
    if low in ("the", "its", "their", "that") and after in (
        "past",
        "last",
        "next",
        "same",
        "year",
        "day",
        "week",
        "month",
    ):
        return None
    return _multiple(start, j, value, None) if told else None


MORE = words("more higher larger greater bigger longer faster")


def _multiple(start: int, end: int, value: float, trend: str | None) -> Measure:
    return Measure(start=start, end=end, value=value, unit=MULTIPLE, subtype="multiple", trend=trend)


FOOT_MARKS = frozenset("'’′")
INCH_MARKS = frozenset('"”″')
FOOT = Unit("[ft_i]", "length", 0.3048, "m")


def feet_and_inches(tokens: Tokens, amount: Amount) -> Measure | None:
    """A height as 6'4"."""
    j = amount.end
    if amount.unit is not None or tokens.low[j] not in FOOT_MARKS or tokens.low[j + 2] not in INCH_MARKS:
        return None
    inches = tokens.text[j + 1]
    if not (
        tokens.glued(j) and tokens.glued(j + 1) and tokens.glued(j + 2) and inches.isdecimal() and int(inches[:2]) < 12
    ):
        return None
    return Measure(
        start=amount.start, end=j + 3, value=amount.value + int(inches) / 12, unit=FOOT, subtype=FOOT.dimension
    )


def change(tokens: Tokens, amount: Amount) -> Measure | None:
    """ "fell by a third", "cut by half", "rose two-thirds", "up a third": the part by which something changed."""
    by = "by" in tokens.low[max(0, amount.start - 3) : amount.start]
    if not (by or risen(tokens, amount.start, amount.end)) or tokens.low[amount.end] == "of":
        return None
    for k in range(amount.start - 1, max(-1, amount.start - 8), -1):
        low = tokens.low[k]
        if low in UP or low in DOWN:
            trend = "up" if low in UP else "down"
            return Measure(
                start=amount.start, end=amount.end, value=amount.value, unit=RATIO, subtype="ratio", trend=trend
            )
        if low in (".", ";", ","):
            return None
    return None


def with_small_change(tokens: Tokens, amount: Amount) -> Amount:
    """The amount with the smaller unit behind it added in, also without its name ("6-foot-4")."""
    smaller = SMALLER.get(amount.unit.code) if amount.unit else None
    k = amount.end + 1 if tokens.low[amount.end] in ("and", ",", "-") else amount.end
    if k == amount.end and tokens.low[k] == "." and tokens.low[k + 2] in ("in", "inch", "inches"):
        k += 1  # 5 ft. 3 in.
    if amount.unit is None or smaller is None or amount.value != int(amount.value) or not tokens.low[k][:1].isalnum():
        return amount
    if amount.unit.code == "[ft_i]":
        inches = _inches(tokens, amount, k)
        if inches:
            return inches
    rest = amount_at(tokens, k)
    if rest is None or rest.unit is None or rest.unit.code != smaller or tokens.low[amount.end] == "-":
        return amount
    return amount._replace(value=amount.value + rest.value * rest.unit.factor / amount.unit.factor, end=rest.end)


def _inches(tokens: Tokens, amount: Amount, k: int) -> Amount | None:
    """ "6-foot-4", "6 feet 4", "6 foot 4-inch", "six-foot-two": the inches behind the feet, from token k."""
    low = tokens.low[k]
    if not (low.isdecimal() and len(low) < 3) and low not in SMALL:
        return None
    number = number_at(tokens, k)
    if number is None or not 0 <= number.value < 12 or amount.value > 9:
        return None
    j = number.end
    named = j + 1 if tokens.low[j] == "-" else j
    if tokens.low[named] in ("inch", "inches", "in"):
        return amount._replace(value=amount.value + number.value / 12, end=named + 1)
    if tokens.low[amount.end] not in ("-",) and (
        tokens.low[j] in ("-", "feet", "foot", "ft") or tokens.low[j].isalpha() or number.worded
    ):
        return None
    if tokens.low[amount.end] == "and" or (tokens.low[j] == "-" and tokens.text[j + 1][:1].isdecimal()):
        return None
    return amount._replace(value=amount.value + number.value / 12, end=j)
