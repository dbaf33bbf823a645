"""Words of numbers, and ranks that are made of two of them."""

from __future__ import annotations

from parsers.facts.tokens import Tokens, words

SMALL = {
    "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11,
    "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19,
}  # fmt: skip
TENS = {"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90}

POINTS = frozenset({"point", "decimal", "comma", "dot"})
"""What a decimal point is called when it is read aloud."""

NOUGHTS = frozenset({"nought", "naught", "zero", "oh", "nil"})
"""Zeros before a spoken point and behind it."""

ORDINAL_ONES = words("first second third fourth fifth sixth seventh eighth ninth")
"""What ends a rank in words behind a hyphen: "forty-ninth"."""

PARTS = {
    "half": 2, "halves": 2, "third": 3, "thirds": 3, "quarter": 4, "quarters": 4, "fourth": 4, "fourths": 4, "fifth": 5, "fifths": 5, "sixth": 6, "sixths": 6,
    "seventh": 7, "sevenths": 7, "eighth": 8, "eighths": 8, "ninth": 9, "ninths": 9, "tenth": 10, "tenths": 10, "twentieth": 20, "twentieths": 20, "hundredth": 100,
    "hundredths": 100, "thousandth": 1000, "thousandths": 1000,
}  # fmt: skip


def tens_before(tokens: Tokens, i: int) -> int:
    """The tens of which token i is the second half: 20 in "twenty- | first"; 0 where it is a word of its own."""
    return TENS.get(tokens.low[i - 2], 0) if tokens.low[i - 1] == "-" else 0


def ordinal_behind(tokens: Tokens, i: int, j: int) -> bool:
    """Do number words go on as a rank: "the forty- | ninth session", and not "a thirty-second delay"?"""
    if tokens.low[j] != "-" or tokens.low[j - 1] not in TENS or not tokens.glued(j + 1):
        return False
    if tokens.low[j + 1] == "second":
        return tokens.low[i - 1] not in ("a", "an") and tokens.low[i - 1] not in SMALL
    return tokens.low[j + 1] in ORDINAL_ONES
