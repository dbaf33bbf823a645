"""Words, numbers, units, days and years at a token, in a language with tables of its own."""

from __future__ import annotations

from parsers.facts.time.tongues.tongue import Tongue
from parsers.facts.tokens import Tokens

DOT_ABOVE = "\u0307"
"""What is left of a Turkish capital İ in lower case."""

ORDINAL_ENDINGS = frozenset({"cü", "cu", "ci", "cı", "го", "м", "й"})
"""Endings behind a hyphen that make a number of a year an ordinal: "2024-cü"."""


COUNTED = frozenset(
    "человек человека тысяч рублей долларов евро тонн километров метров menschen personen euro dollar tonnen kilometer meter "
    "kişi lira ton nəfər manat dollar mètres euros personnes personas kilómetros".split()
)
"""What four digits count when they are no year."""


def word(tokens: Tokens, i: int) -> str:
    """Token i in lower case."""
    low = tokens.low[i]
    return low.replace(DOT_ABOVE, "") if DOT_ABOVE in low else low


def number_at(tokens: Tokens, i: int, tongue: Tongue) -> tuple[int, int] | None:
    """A whole number in digits or in words, and the token behind it."""
    text = tokens.text[i]
    if text.isdecimal() and len(text) <= 4:
        return int(text), i + 1
    value = tongue.numbers.get(word(tokens, i))
    return (value, i + 1) if value else None


def unit_at(tokens: Tokens, i: int, tongue: Tongue) -> str | None:
    """The letter of the unit of time at token i."""
    return tongue.units.get(word(tokens, i))


def day_at(tokens: Tokens, i: int, tongue: Tongue) -> tuple[int, int] | None:
    """A day of the month ("12.", "1er", "12"), and the token behind it."""
    text = tokens.text[i]
    if not (text.isdecimal() and len(text) <= 2 and 1 <= int(text) <= 31):
        return None
    ending = word(tokens, i + 1) in tongue.day_endings and tokens.glued(i + 1)
    return int(text), i + 2 if ending else i + 1


def year_at(tokens: Tokens, i: int, tongue: Tongue) -> tuple[int, int] | None:
    """A year of four digits at token i, past the words between a month and its year; and the token behind it.

    The language's word for year belongs to it: "2024 года", "2024-cü ildə", "2024 yılında".
    """
    k = i
    while word(tokens, k) in tongue.between and k - i < 2:
        k += 1
    text = tokens.text[k]
    if not (text.isdecimal() and len(text) == 4 and 1000 <= int(text) <= 2199) or tokens.text[k + 1] in ("%", "$"):
        return None
    if word(tokens, k + 1) in COUNTED:
        return None
    end = k + 1
    if tokens.text[end] == "-" and tokens.glued(end) and word(tokens, end + 1) in ORDINAL_ENDINGS:
        end += 2
    return int(text), end + 1 if word(tokens, end) in tongue.years else end
