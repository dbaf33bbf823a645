"""Numbers in digits: "1,234.5", "816 000", "1'200'000", "1,2", "10 1/2", "3½", "1.5×10^6", "10⁶"."""

from __future__ import annotations

import re
from math import isnan, nan

from parsers.facts.quantity.magnitudes import FOREIGN
from parsers.facts.tokens import Tokens, words

PLAIN = re.compile(r"[1-9]\d{0,2}(?:,\d{2,3})*,\d{3}(?:\.\d+)?|\d+(?:\.\d+)?|0,\d{1,9}")
LONGEST = 24
"""Characters of the longest number; longer digit strings are identifiers."""

LONGEST_PLAIN = 12
"""Digits of the longest number without any mark between them."""

CONTINENTAL = re.compile(r"\d{1,3}(?:\.\d{3})+,\d{1,2}|\d{1,3}(?:\.\d{3}){2,}|\d+,\d{1,2}")
"""Points between the thousands and a comma before the decimals, where nothing else is possible."""

SPACES = frozenset(" \u00a0\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f")
"""White space that parts thousands: the space of the keyboard, no-break, figure, thin and the other spaces of print."""

APOSTROPHES = frozenset("'’ʼ´`")

FIRST_GROUP = re.compile(r"[1-9]\d{0,2}")
GROUP = re.compile(r"\d{3}")
LAST_GROUP = re.compile(r"\d{3}(?:[.,]\d{1,2}|\.\d{3,6})?")

MOST_GROUPS = 6
"""Groups of three behind the first; more are no number."""

NO_GROUP_AFTER = words(
    """
    january february march april may june july august september october november december jan feb mar apr jun jul aug
    sep sept oct nov dec room section article page highway route flight no number chapter level phase volume part unit
    box suite aged age under- psalm channel no. nos
    """
)
"""Behind these a number of three digits is a day or a name, not the head of a longer one."""

GLYPHS = {
    "½": 1 / 2, "¼": 1 / 4, "¾": 3 / 4, "⅓": 1 / 3, "⅔": 2 / 3, "⅕": 1 / 5, "⅖": 2 / 5, "⅗": 3 / 5, "⅘": 4 / 5, "⅙": 1 / 6, "⅚": 5 / 6, "⅐": 1 / 7,
    "⅛": 1 / 8, "⅜": 3 / 8, "⅝": 5 / 8, "⅞": 7 / 8, "⅑": 1 / 9, "⅒": 1 / 10,
}  # fmt: skip
"""The fractions that Unicode has characters for."""

DENOMINATORS = frozenset({2, 3, 4, 5, 6, 8, 10, 16, 32, 64})
"""Of printed fractions; a slash before anything else is a date, a list or a ratio."""

SLASHES = frozenset("/⁄∕")

RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
RAISED_DIGITS = frozenset("⁰¹²³⁴⁵⁶⁷⁸⁹")
TIMES = frozenset({"×", "x", "*", "·", "⋅"})
MINUS = frozenset("-−–⁻")

GOING_ON = frozenset({"and", "x", "e", "point"})
"""The only words behind digits that may go on with the number; a sign may, too."""


def value_of(text: str) -> float | None:
    """The value of a digit string with separators, or None for version numbers and the like."""
    if len(text) > LONGEST:
        return None
    if text.isdecimal():
        return float(text) if len(text) <= LONGEST_PLAIN else None
    if PLAIN.fullmatch(text):
        return float(text.replace(",", "." if text.startswith("0,") else ""))
    if CONTINENTAL.fullmatch(text):
        return continental(text)
    return None


def continental(text: str) -> float:
    """The value of digits with points between the thousands and a decimal comma."""
    return float(text.replace(".", "").replace(",", "."))


def gap(tokens: Tokens, i: int) -> str:
    """What is between token i and the one before it."""
    return tokens.sentence[tokens.end[i - 1] : tokens.start[i]]


def grouped(tokens: Tokens, i: int) -> tuple[float, int] | None:
    """Value of the thousands parted by spaces or apostrophes from token i, and the token behind them.

    None where there are none; the value is nan where something touches them that makes them no number.
    """
    if not FIRST_GROUP.fullmatch(tokens.text[i]) or tokens.low[i - 1] in NO_GROUP_AFTER:
        return None
    parted = _parting(tokens, i)
    if parted is None:
        return None
    step, mark = parted
    digits, k = tokens.text[i], i
    for _ in range(MOST_GROUPS):
        if not (LAST_GROUP.fullmatch(tokens.text[k + step]) and _parted(tokens, k + step, step, mark)):
            break
        k += step
        digits += tokens.text[k]
        if len(tokens.text[k]) > 3:
            break
    if k == i:
        return None
    if _goes_on(tokens, k + 1) or (step == 1 and _joined_before(tokens, i)):
        return nan, k + 1
    return float(digits.replace(",", ".")), k + 1


def _parting(tokens: Tokens, i: int) -> tuple[int, str] | None:
    """Tokens from group to group and what parts them, behind the first group at token i."""
    if tokens.text[i + 1] in APOSTROPHES and tokens.glued(i + 1) and tokens.glued(i + 2):
        return 2, tokens.text[i + 1]
    space = gap(tokens, i + 1)
    return (1, space) if space in SPACES and tokens.text[i + 1][:1].isdecimal() else None


def _parted(tokens: Tokens, k: int, step: int, mark: str) -> bool:
    if step == 1:
        return gap(tokens, k) == mark
    return tokens.text[k - 1] in APOSTROPHES and tokens.glued(k) and tokens.glued(k - 1)


def _goes_on(tokens: Tokens, j: int) -> bool:
    """Does a further figure or a hyphened word ("12 300-seat halls") follow?"""
    if tokens.text[j][:1].isdecimal() and not _fraction(tokens, j):
        return True
    if tokens.low[j + 1] == "strong" and tokens.text[j - 1] == "000":
        return False  # a 10 000-strong crowd
    return tokens.low[j] == "-" and tokens.glued(j) and tokens.glued(j + 1) and tokens.text[j + 1].isalpha()


def _joined_before(tokens: Tokens, i: int) -> bool:
    """Do digits that are no year are before token i?"""
    before = tokens.text[i - 1] if i else ""
    return before[:1].isdecimal() and not (len(before) == 4 and before[:2] in ("18", "19", "20"))


def read(tokens: Tokens, i: int) -> tuple[float, int, int] | None:
    """Value, first token and token behind the last of the number in digits at token i."""
    together = grouped(tokens, i)
    if together is not None:
        return None if isnan(together[0]) else (together[0], i, together[1])
    value = _decimal_comma(tokens, i)
    if value is None:
        return None
    start, j = i, i + 1
    if tokens.low[i - 1] == "." and tokens.glued(i) and not (i >= 2 and tokens.glued(i - 1)):
        value = float("." + tokens.text[i]) if tokens.text[i].isdecimal() else value
        start -= 1
    if tokens.low[j].isalpha() and tokens.low[j] not in GOING_ON and tokens.text[j][:1] not in RAISED_DIGITS:
        return value, start, j
    fraction = _fraction(tokens, i)
    if fraction:
        return fraction[0], start, fraction[1]
    value, j = _mixed(tokens, value, j)
    value, j = _power(tokens, value, j)
    return value, start, j


def _decimal_comma(tokens: Tokens, i: int) -> float | None:
    """The value of the digits at token i; a comma before a magnitude of another language is a decimal one."""
    text = tokens.low[i]
    if tokens.low[i + 1] in FOREIGN and text.count(",") == 1 and len(text) <= LONGEST:
        return continental(text)
    return value_of(text)


def _fraction(tokens: Tokens, i: int) -> tuple[float, int] | None:
    """Digits, slash, digits: "1/4"."""
    if tokens.low[i + 1] not in SLASHES:
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
    """A fraction behind a whole number: "10 1/2", "3½", "2-1/2", "2 and 3/4"."""
    if value != int(value) or value >= 1000:
        return value, j
    if tokens.low[j] in GLYPHS:
        return value + GLYPHS[tokens.low[j]], j + 1
    at = j + 1 if tokens.low[j] in ("-", "and") else j
    if tokens.low[at] in GLYPHS:
        return value + GLYPHS[tokens.low[at]], at + 1
    fraction = _fraction(tokens, at) if tokens.text[at].isdecimal() else None
    return (value + fraction[0], fraction[1]) if fraction else (value, j)


def _power(tokens: Tokens, value: float, j: int) -> tuple[float, int]:
    """Powers of ten: "1.5×10^6", "2 x 10−3", "10^6", "10⁶", "1.5e6"."""
    if tokens.low[j] in TIMES and tokens.text[j + 1] == "10":
        found = _exponent(tokens, j + 2)
        return (value * 10.0 ** found[0], found[1]) if found else (value, j)
    if tokens.text[j - 1] == "10" and value == 10 and tokens.glued(j) and tokens.low[j] != "-":
        found = _exponent(tokens, j, marked=True)
        return (10.0 ** found[0], found[1]) if found else (value, j)
    if tokens.low[j] == "e" and tokens.glued(j) and tokens.glued(j + 1):
        found = _exponent(tokens, j + 1)
        return (value * 10.0 ** found[0], found[1]) if found else (value, j)
    return value, j


def _exponent(tokens: Tokens, k: int, *, marked: bool = False) -> tuple[int, int] | None:
    """The exponent at token k, raised or behind a caret, and the token behind it. `marked`: one or the other must be."""
    caret = tokens.low[k] == "^" or tokens.low[k : k + 2] == ["*", "*"]
    k += (2 if tokens.low[k] == "*" else 1) if caret else 0
    sign = 1
    if tokens.low[k] in MINUS or tokens.low[k] in ("+", "⁺"):
        sign, k = -1 if tokens.low[k] in MINUS else 1, k + 1
    text = tokens.text[k]
    raised = text[:1] in RAISED_DIGITS
    plain = text.translate(RAISED)
    if not (plain.isdecimal() and len(plain) <= 2 and tokens.glued(k)) or (marked and not (caret or raised)):
        return None
    return sign * int(plain), k + 1
