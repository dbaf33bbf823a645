"""Numbers in digits and words: "1,234.5", "1.2 mln", "two and a half", "tens of thousands", "three-quarters"."""

from __future__ import annotations

import re
from typing import NamedTuple

from parsers.facts.tokens import Tokens

SMALL = {
    "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11,
    "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19,
}  # fmt: skip
TENS = {"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90}

MAGNITUDES = {
    "hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12, "quadrillion": 1e15, "lakh": 1e5, "lakhs": 1e5, "lac": 1e5,
    "crore": 1e7, "crores": 1e7, "mln": 1e6, "mn": 1e6, "mio": 1e6, "bln": 1e9, "bn": 1e9, "tn": 1e12, "trln": 1e12, "trn": 1e12, "thsd": 1e3,
    "millions": 1e6, "billions": 1e9, "trillions": 1e12, "thousands": 1e3, "hundreds": 1e2, "dozen": 12, "dozens": 12, "mil": 1e6,
}  # fmt: skip
"""Short scale, as in all English newspapers since 1974; lakh and crore as in South Asia."""

LETTERS = {"k": 1e3, "m": 1e6, "b": 1e9, "t": 1e12, "mm": 1e6}
"""Magnitudes of one letter; whether "m" is a million or a metre is decided by what stands around it."""

VAGUE = {
    "tens": 10.0,
    "dozens": 12.0,
    "scores": 20.0,
    "hundreds": 1e2,
    "thousands": 1e3,
    "millions": 1e6,
    "billions": 1e9,
    "trillions": 1e12,
}
"""Plural magnitudes without a number ("thousands of jobs"): from one to ten of them."""

GLYPHS = {
    "½": 0.5,
    "¼": 0.25,
    "¾": 0.75,
    "⅓": 1 / 3,
    "⅔": 2 / 3,
    "⅛": 0.125,
    "⅜": 0.375,
    "⅝": 0.625,
    "⅞": 0.875,
    "⅕": 0.2,
}

PARTS = {
    "half": 2, "halves": 2, "third": 3, "thirds": 3, "quarter": 4, "quarters": 4, "fourth": 4, "fourths": 4, "fifth": 5, "fifths": 5, "sixth": 6, "sixths": 6,
    "seventh": 7, "eighth": 8, "eighths": 8, "ninth": 9, "tenth": 10, "tenths": 10, "twentieth": 20, "hundredth": 100,
}  # fmt: skip

DENOMINATORS = frozenset({2, 3, 4, 5, 6, 8, 10, 16, 32, 64})
"""Of printed fractions; a slash before anything else is a date, a list or a ratio."""

PLAIN = re.compile(r"\d{1,3}(?:,\d{2,3})*,\d{3}(?:\.\d+)?|\d+(?:\.\d+)?")
LONGEST = 24
"""Characters of the longest number; longer digit strings are identifiers."""

CONTINENTAL = re.compile(r"\d{1,3}(?:\.\d{3}){2,}|\d+,\d{1,2}")

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
    )
)
"""Words that may begin a number ("a" only before a magnitude or a part)."""


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
        return Number(GLYPHS[low], i, i + 1)
    if low in ("a", "an"):
        return _with_article(tokens, i)
    if low in ("half", "quarter"):
        return _bare_part(tokens, i)
    return _words(tokens, i)


def opened_by_article(tokens: Tokens, i: int) -> bool:
    """Does the "a" at token i begin a number ("a million", "a third of")?"""
    return tokens.low[i + 1] in MAGNITUDES or tokens.low[i + 1] in PARTS


def value_of(text: str) -> float | None:
    """The value of a digit string with separators, or None for version numbers and the like."""
    if len(text) > LONGEST:
        return None
    if text.isdecimal():
        return float(text)
    if PLAIN.fullmatch(text):
        return float(text.replace(",", ""))
    if CONTINENTAL.fullmatch(text):
        return float(text.replace(".", "").replace(",", ".")) if text.count(",") else float(text.replace(".", ""))
    return None


def _digits(tokens: Tokens, i: int) -> Number | None:
    value = value_of(tokens.text[i])
    if value is None:
        return None
    j = i + 1
    if tokens.low[i - 1] == "." and tokens.glued(i) and not (i >= 2 and tokens.glued(i - 1)):
        value = float("." + tokens.text[i]) if tokens.text[i].isdecimal() else value
        i -= 1
    if not (tokens.low[j].isalpha() and tokens.low[j] not in GOING_ON):
        fraction = _fraction(tokens, j - 1)
        if fraction:
            return _scaled(tokens, fraction[0], i, fraction[1])
        value, j = _mixed(tokens, value, j)
        value, j = _power(tokens, value, j)
    return _scaled(tokens, value, i, j)


GOING_ON = frozenset({"and", "x"})
"""The only words behind digits that may go on with the number; a sign may, too."""


def _fraction(tokens: Tokens, i: int) -> tuple[float, int] | None:
    """Digits, slash, digits: "1/4"."""
    if tokens.low[i + 1] != "/":
        return None
    above, below = tokens.text[i], tokens.text[i + 2]
    if not (above.isdecimal() and below.isdecimal()) or not tokens.glued(i + 1):
        return None
    if (
        len(above) > 2
        or len(below) > 2
        or int(below) not in DENOMINATORS
        or int(above) >= int(below)
        or tokens.low[i + 3] == "/"
    ):
        return None
    return int(above) / int(below), i + 3


def _mixed(tokens: Tokens, value: float, j: int) -> tuple[float, int]:
    """A fraction behind a whole number: "10 1/2", "3½", "2 and a half"."""
    if tokens.low[j] in GLYPHS:
        return value + GLYPHS[tokens.low[j]], j + 1
    at = j + 1 if tokens.low[j] == "-" else j
    fraction = _fraction(tokens, at) if tokens.text[at].isdecimal() else None
    if fraction and value < 1000:
        return value + fraction[0], fraction[1]
    if (
        tokens.low[j] == "and"
        and tokens.low[j + 1] in ("a", "one")
        and tokens.low[j + 2] in ("half", "quarter", "third")
    ):
        return value + 1 / PARTS[tokens.low[j + 2]], j + 3
    return value, j


def _power(tokens: Tokens, value: float, j: int) -> tuple[float, int]:
    """Powers of ten: "1.5×10^6", "2 x 10−3"."""
    if tokens.low[j] not in ("×", "x", "*") or tokens.text[j + 1] != "10":
        return value, j
    k, sign = j + 2, 1
    k += tokens.low[k] == "^"
    if tokens.low[k] in ("-", "−", "–"):
        k, sign = k + 1, -1
    if not tokens.text[k].isdecimal() or len(tokens.text[k]) > 2 or not tokens.glued(k):
        return value, j
    return value * 10.0 ** (sign * int(tokens.text[k])), k + 1


def _scaled(tokens: Tokens, value: float, start: int, end: int, *, worded: bool = False) -> Number:
    """A number with the magnitudes behind it, also hyphenated ("2-million")."""
    j, magnitude = end, 1.0
    for _ in range(3):
        k = j + 1 if tokens.low[j] == "-" and tokens.glued(j) and tokens.glued(j + 1) else j
        power = MAGNITUDES.get(tokens.low[k])
        if power is None or (
            tokens.low[k].endswith("s")
            and tokens.low[k] not in ("lakhs", "crores")
            and tokens.low[k + 1] == "of"
            and j > end
        ):
            break
        value, j, magnitude = value * power, k + 1, magnitude * power
    return Number(round(value, 6) if value > 1e3 else value, start, j, worded=worded, magnitude=magnitude)


def _vague(tokens: Tokens, start: int, i: int) -> Number | None:
    """ "dozens of", "tens of thousands of", "hundreds of millions of"."""
    low, power, j = tokens.low[i], VAGUE[tokens.low[i]], i + 1
    if tokens.low[j] != "of":
        return None
    if tokens.low[j + 1] in VAGUE and low != "scores":
        power, j = power * VAGUE[tokens.low[j + 1]], j + 2
    return Number(power, start, j, high=power * 10, worded=True, magnitude=power)


def _with_article(tokens: Tokens, i: int) -> Number | None:
    """ "a million", "a dozen", "half a million", "a third of", "a hundred and fifty"."""
    low = tokens.low[i + 1]
    if low in MAGNITUDES and not low.endswith("s"):
        return _words(tokens, i + 1, start=i)
    if low in ("half", "quarter") and tokens.low[i + 2] in MAGNITUDES:
        return _scaled(tokens, 1 / PARTS[low], i, i + 2, worded=True)
    if low in PARTS and tokens.low[i + 2] == "of" and not low.endswith("s"):
        return Number(1 / PARTS[low], i, i + 2, part=True, worded=True)
    return None


def _bare_part(tokens: Tokens, i: int) -> Number | None:
    """ "half a million", "half of", "half the", "quarter million"."""
    low, after = tokens.low[i], tokens.low[i + 1]
    k = i + 2 if after in ("a", "of") and tokens.low[i + 2] == "a" else i + 1
    k = i + 2 if after == "a" else k
    if tokens.low[k] in MAGNITUDES and not tokens.low[k].endswith("s"):
        return _scaled(tokens, 1 / PARTS[low], i, k, worded=True)
    if (
        low == "half"
        and after in ("of", "the", "its", "their", "his", "her", "our", "all")
        and tokens.low[i - 1] not in ("first", "second", "other", "latter", "the")
    ):
        return Number(0.5, i, i + 1, part=True, worded=True)
    return None


def _words(tokens: Tokens, i: int, start: int | None = None) -> Number | None:
    """Number words: "one hundred and fifty thousand", "twenty-two", "two-thirds", "three and a half"."""
    total, current, j, seen = 0.0, 0.0, i, False
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
        else:
            break
        j, seen = k + 1, True
    if not seen or j == i:
        return None
    return _words_end(tokens, Number(total + current, i if start is None else start, j, worded=True))


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
    j = number.end
    k = j + 1 if tokens.low[j] == "-" else j
    if tokens.low[k] in PARTS and tokens.low[k] not in ("second", "half") and number.value < 100:
        plural = tokens.low[k].endswith("s")
        if (plural and (tokens.low[k] != "quarters" or k > j or tokens.low[k + 1] == "of")) or (
            number.value == 1 and tokens.low[k + 1] == "of"
        ):
            return number._replace(value=number.value / PARTS[tokens.low[k]], end=k + 1, part=True)
    if tokens.low[j] == "and" and tokens.low[j + 1] in ("a", "one") and tokens.low[j + 2] in ("half", "quarter"):
        return _scaled(tokens, number.value + 1 / PARTS[tokens.low[j + 2]], number.start, j + 3, worded=True)
    return number
