"""Numbers in digits and words: "1,234.5", "1.2 mln", "two and a half", "two point five", "tens of thousands", "three-quarters"."""

from __future__ import annotations

from typing import NamedTuple

from parsers.facts.quantity import digits
from parsers.facts.quantity import money as currency
from parsers.facts.quantity.digits import GLYPHS
from parsers.facts.quantity.magnitudes import COUNTED_IN, LETTERS, MAGNITUDES, ONLY_MONEY, VAGUE, magnitude_at
from parsers.facts.quantity.number_words import NOUGHTS, PARTS, POINTS, SMALL, TENS, ordinal_behind
from parsers.facts.tokens import Tokens, words

__all__ = [
    "GLYPHS",
    "LETTERS",
    "MAGNITUDES",
    "PARTS",
    "SMALL",
    "TENS",
    "VAGUE",
    "WORDS",
    "Number",
    "number_at",
    "opened_by_article",
]

WORDS = frozenset(
    (
        *SMALL,
        *TENS,
        *VAGUE,
        *PARTS,
        *GLYPHS,
        "a",
        "an",
        "hundred",
        "thousand",
        "million",
        "billion",
        "trillion",
        "dozen",
        "nought",
        "naught",
        "point",
    )
)
"""Words that may begin a number ("a" only before a magnitude or a part, "point" only before a spoken decimal)."""

DETERMINERS = words(
    "a an the this that one some each which what no any every at starting turning match set break game focal"
)
"""Before "point" these make it a noun."""

AFTERWARDS = words("later ago before after earlier into from")
"""Behind a length of time these part "one point" from "two minutes later"."""

OWNERS = words("of the its their his her our all")
"""Behind "half": then it is a part of something."""

SECOND_HALVES = words(
    "eastern western northern southern upper lower top bottom right left front back first second other latter the opening final last closing each"
)

MOST_DECIMALS = 8
"""Decimals read aloud one by one."""


class Number(NamedTuple):
    """A number over tokens `start` to `end` (exclusive). `high` is set for vague ones, `part` for fractions of something."""

    value: float
    start: int
    end: int
    high: float | None = None
    part: bool = False
    worded: bool = False
    magnitude: float = 1.0


def number_at(tokens: Tokens, i: int) -> Number | None:
    """The longest number that begins at token i."""
    low = tokens.low[i]
    if low[:1].isdecimal():
        return _digits(tokens, i)
    if low in VAGUE:
        return _vague(tokens, i, i)
    if low in GLYPHS:
        return _of_a_power(tokens, _scaled(tokens, GLYPHS[low], i, i + 1))
    if low in ("a", "an"):
        return _with_article(tokens, i)
    if low in ("half", "quarter"):
        return _bare_part(tokens, i)
    if low in NOUGHTS and low != "zero":
        return _spoken(tokens, Number(0.0, i, i + 1, worded=True))
    if low == "point":
        return _bare_point(tokens, i)
    return _words(tokens, i)


def opened_by_article(tokens: Tokens, i: int) -> bool:
    """Does the "a" at token i begin a number ("a million", "a third of", "an hour and a half")?"""
    after = tokens.low[i + 1]
    return (
        after in MAGNITUDES or after in PARTS or (tokens.low[i + 2] == "and" and and_a_part(tokens, i + 2) is not None)
    )


def and_a_part(tokens: Tokens, j: int) -> tuple[float, int] | None:
    """ "and a half", "and three quarters", "and two-thirds", "and ¾" from token j: the fraction and the token behind it."""
    if tokens.low[j : j + 5] == ["-", "and", "-", "a", "-"]:  # "one-and-a-half"
        below = PARTS.get(tokens.low[j + 5])
        return (1 / below, j + 6) if below else None
    if tokens.low[j] != "and":
        return None
    above, low = tokens.low[j + 1], tokens.low[j + 2]
    if above in GLYPHS:
        return GLYPHS[above], j + 2
    k = j + 3 if low == "-" else j + 2
    below = PARTS.get(tokens.low[k])
    if below is None:
        return None
    if above in ("a", "one", "an"):
        return (1 / below, k + 1) if tokens.low[k] in ("half", "quarter", "third") else None
    if above in SMALL and 1 < SMALL[above] < below and (tokens.low[k].endswith("s") or tokens.low[k] == "quarter"):
        return SMALL[above] / below, k + 1
    return None


def _digits(tokens: Tokens, i: int) -> Number | None:
    found = digits.read(tokens, i)
    if found is None:
        return None
    value, start, j = found
    if tokens.low[j] == "point" and tokens.text[j + 1].isdecimal() and tokens.text[j - 1].isdecimal():
        value, j = value + float("." + tokens.text[j + 1]), j + 2
    if value == int(value):
        more = and_a_part(tokens, j)
        value, j = (value + more[0], more[1]) if more else (value, j)
    return _of_a_power(tokens, _scaled(tokens, value, start, j))


def _scaled(tokens: Tokens, value: float, start: int, end: int, *, worded: bool = False) -> Number:
    """A number with the magnitudes behind it, also hyphenated ("2-million")."""
    j, magnitude = end, 1.0
    money = tokens.low[end] in ONLY_MONEY and currency.before(tokens, start) is not None
    for _ in range(3):
        k = j + 1 if tokens.low[j] == "-" and tokens.glued(j) and tokens.glued(j + 1) else j
        found = magnitude_at(tokens, k, money=money)
        if found is None or (
            tokens.low[k] in VAGUE and tokens.low[k] not in COUNTED_IN and tokens.low[k + 1] == "of" and j > end
        ):
            break
        value, j, magnitude = value * found[0], found[1], magnitude * found[0]
    value = round(value, 6) if value > 1e3 else value
    return _and_a_half(tokens, Number(value, start, j, worded=worded, magnitude=magnitude))


def _and_a_half(tokens: Tokens, number: Number) -> Number:
    """ "a million and a half", "two thousand and a half": half of the magnitude more."""
    more = and_a_part(tokens, number.end) if number.magnitude >= 1e3 else None
    if more is None or more[0] == int(more[0]):
        return number
    return number._replace(value=number.value + more[0] * number.magnitude, end=more[1])


def _of_a_power(tokens: Tokens, number: Number) -> Number:
    """ "three quarters of a million", "½ of a billion": a part of one magnitude is a number."""
    j = number.end
    if not 0 < number.value < 1 or tokens.low[j] != "of" or tokens.low[j + 1] not in ("a", "one"):
        return number
    if tokens.low[j + 2] not in MAGNITUDES or tokens.low[j + 2].endswith("s"):
        return number
    return _scaled(tokens, number.value, number.start, j + 2, worded=True)


def _vague(tokens: Tokens, start: int, i: int) -> Number | None:
    """ "dozens of", "tens of thousands of", "hundreds of millions of"."""
    low, power, j = tokens.low[i], VAGUE[tokens.low[i]], i + 1
    if tokens.low[j] != "of":
        return (
            Number(power, start, j, high=power * 10, worded=True, magnitude=power) if tokens.low[j] in VICTIMS else None
        )
    if tokens.low[j + 1] in VAGUE and low != "scores":
        power, j = power * VAGUE[tokens.low[j + 1]], j + 2
    return Number(power, start, j, high=power * 10, worded=True, magnitude=power)


VICTIMS = words("were dead killed injured wounded hurt missing homeless arrested detained displaced evacuated trapped")
"""Behind "dozens" and "hundreds" without "of" these make them people."""


def _with_article(tokens: Tokens, i: int) -> Number | None:
    """ "a million", "a dozen", "half a million", "a third of", "a hundred and fifty", "an hour and a half"."""
    low = tokens.low[i + 1]
    if low in MAGNITUDES and not low.endswith("s"):
        return _words(tokens, i + 1, start=i)
    if low in ("half", "quarter") and tokens.low[i + 2] in MAGNITUDES:
        return _scaled(tokens, 1 / PARTS[low], i, i + 2, worded=True)
    told = tokens.low[i + 2] == "of" or _by(tokens, i) or risen(tokens, i, i + 2)
    if low in PARTS and told and not low.endswith("s"):
        return _of_a_power(tokens, Number(1 / PARTS[low], i, i + 2, part=True, worded=True))
    if low in ("half", "quarter") and tokens.low[i + 2] == "-" and tokens.glued(i + 2):
        return _bare_part(tokens, i + 1)
    if tokens.low[i + 2] == "and" and and_a_part(tokens, i + 2):
        return Number(1.0, i, i + 1, worded=True)
    return None


def _by(tokens: Tokens, i: int) -> bool:
    """Is the part at token i what something changes by ("by a third", "by almost half")?"""
    return tokens.low[i - 1] == "by" or (tokens.low[i - 1] in NEARLY and "by" in tokens.low[max(0, i - 3) : i])


NEARLY = words("nearly almost about around than roughly over some")


def risen(tokens: Tokens, i: int, j: int) -> bool:
    """Is the part in tokens i to j what something rose or fell by, told without "by" ("rose a third in May")?"""
    k = i - 1 if tokens.low[i - 1] in NEARLY else i
    k = k - 1 if tokens.low[k - 1] in ("more", "less", "just") else k
    return tokens.low[k - 1] in MOVED and tokens.low[j] in BEHIND_MOVES


MOVED = words(
    "rose fell grew dropped climbed jumped surged declined shrank plunged slid slumped soared tumbled leapt up down"
)
BEHIND_MOVES = words(
    "in on to from over after since last this during against compared between amid when while . , ; )"
) | {""}


def _bare_part(tokens: Tokens, i: int) -> Number | None:
    """ "half a million", "half of", "half the", "quarter million", "half an hour", "half-mile"."""
    low, after = tokens.low[i], tokens.low[i + 1]
    k = i + 2 if after in ("a", "of") and tokens.low[i + 2] == "a" else i + 1
    k = i + 2 if after in ("a", "an") else k
    if tokens.low[k] in MAGNITUDES and not tokens.low[k].endswith("s"):
        return _scaled(tokens, 1 / PARTS[low], i, k, worded=True)
    if tokens.low[i - 1] in SECOND_HALVES and tokens.low[i + 1 : i + 3] != ["-", "point"]:
        return None
    if after == "-" and tokens.glued(i + 1) and tokens.low[i + 2] in MAGNITUDES:
        return _scaled(tokens, 1 / PARTS[low], i, i + 1, worded=True)
    if low == "half" and after in ("a", "an"):
        return Number(0.5, i, i + 2, part=True, worded=True)
    if (low == "half" and (after in OWNERS or _by(tokens, i))) or after == "-":
        return Number(1 / PARTS[low], i, i + 1, part=True, worded=True)
    return None


def _words(tokens: Tokens, i: int, start: int | None = None) -> Number | None:
    """Number words: "one hundred and fifty thousand", "twenty-two", "two-thirds", "three and a half"."""
    total, current, j, seen, magnitude = 0.0, 0.0, i, False, 1.0
    if start is not None:
        current, seen = 1.0, True
    while True:
        k = _next_word(tokens, j, first=not seen)
        low = tokens.low[k]
        if low in SMALL and _fits(current, SMALL[low], seen):
            current += SMALL[low]
        elif low in TENS and (not seen or current % 100 == 0):
            current += TENS[low]
        elif low in MAGNITUDES and not low.endswith("s") and seen and (current or total):
            power = MAGNITUDES[low]
            if power == 100 or power == 12:
                current *= power
            else:
                total, current = total + current * power, 0.0
            magnitude = power
        else:
            break
        j, seen = k + 1, True
    if not seen or j == i or ordinal_behind(tokens, i, j):
        return None
    clean = magnitude if total + current >= magnitude else 1.0
    return _words_end(tokens, Number(total + current, i if start is None else start, j, worded=True, magnitude=clean))


def _next_word(tokens: Tokens, j: int, *, first: bool) -> int:
    """Steps over the hyphen of "twenty-two" and the "and" of "one hundred and fifty"."""
    if first:
        return j
    low, after = tokens.low[j], tokens.low[j + 1]
    if low == "-" and tokens.glued(j) and tokens.glued(j + 1) and (after in SMALL or after in MAGNITUDES):
        return j + 1
    if low == "and" and tokens.low[j - 1] in ("hundred", "thousand", "million") and (after in SMALL or after in TENS):
        return j + 1
    return j


def _fits(current: float, value: int, seen: bool) -> bool:
    if not seen:
        return True
    return (
        (current % 100 == 0 and current > 0)
        or (current % 10 == 0 and 20 <= current % 100 <= 90 and 0 < value < 10)
        or current == 0
    )


def _words_end(tokens: Tokens, number: Number) -> Number:
    """Number words with their decimals ("two point five"), as parts ("two-thirds"), with a half more."""
    j = number.end
    if tokens.low[j] in POINTS:
        return _spoken(tokens, number) or number
    part = _parts(tokens, number)
    if part is not None:
        return part
    more = and_a_part(tokens, j) if number.magnitude == 1 else None
    if more:
        return _scaled(tokens, number.value + more[0], number.start, more[1], worded=True)
    return _and_a_half(tokens, number)


def _parts(tokens: Tokens, number: Number) -> Number | None:
    """ "two-thirds", "three quarters of", "one fifth of"."""
    j = number.end
    k = j + 1 if tokens.low[j] == "-" else j
    low = tokens.low[k]
    if low not in PARTS or low == "half" or number.value >= 100 or number.value < 1:
        return None
    plural = low.endswith("s")
    of = tokens.low[k + 1] == "of" or (number.value == 3 and _by(tokens, number.start))
    if (plural and (low != "quarters" or k > j or of)) or (number.value == 1 and tokens.low[k + 1] == "of"):
        return _of_a_power(tokens, number._replace(value=number.value / PARTS[low], end=k + 1, part=True))
    if k > j and tokens.low[k + 1] == "-" and tokens.glued(k + 1) and number.value > 1:
        return number._replace(value=number.value / PARTS[low], end=k + 1, part=True)  # three-quarter-mile
    return None


def _spoken(tokens: Tokens, number: Number) -> Number | None:
    """ "two point five", "zero point two five million": the number with the decimals behind its "point", or None."""
    if tokens.low[number.end] not in POINTS:
        return None
    decimals, j = _decimals(tokens, number.end + 1)
    if not decimals or (number.value == 1 and tokens.low[j + 1] in AFTERWARDS):
        return None
    value = number.value + float("." + decimals)
    return _scaled(tokens, value, number.start, j, worded=True)


def _decimals(tokens: Tokens, j: int) -> tuple[str, int]:
    """The decimals read aloud from token j ("five", "two five", "twenty-five", "oh five"), and the token behind them."""
    if tokens.text[j].isdecimal():
        return tokens.text[j], j + 1
    if tokens.low[j] in TENS or SMALL.get(tokens.low[j], 0) > 9:
        return _two_decimals(tokens, j)
    out = ""
    while len(out) < MOST_DECIMALS:
        low = tokens.low[j]
        if low not in NOUGHTS and SMALL.get(low, 10) > 9:
            break
        out, j = out + str(SMALL.get(low, 0)), j + 1
    return out, j


def _two_decimals(tokens: Tokens, j: int) -> tuple[str, int]:
    """ "twelve", "fifty", "twenty-five"."""
    low = tokens.low[j]
    if low in SMALL:
        return str(SMALL[low]), j + 1
    k = j + 2 if tokens.low[j + 1] == "-" else j + 1
    last = SMALL.get(tokens.low[k], 0)
    return (str(TENS[low] + last), k + 1) if 0 < last < 10 else (str(TENS[low]), j + 1)


PERCENTS = frozenset({"percent", "per", "pct", "%", "percentage"})


def _bare_point(tokens: Tokens, i: int) -> Number | None:
    """ "point five percent" where no number and no article is before it."""
    before = tokens.low[i - 1] if i else ""
    if before in DETERMINERS or before in SMALL or before in TENS or before[:1].isdecimal():
        return None
    decimals, j = _decimals(tokens, i + 1)
    return Number(float("." + decimals), i, j, worded=True) if decimals and tokens.low[j] in PERCENTS else None
