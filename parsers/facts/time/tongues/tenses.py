"""Whether the clause around a time of another language speaks of what is to come."""

from __future__ import annotations

from parsers.facts.time.tense import Tense
from parsers.facts.time.tongues.lexemes import word
from parsers.facts.time.tongues.tongue import Tongue
from parsers.facts.tokens import Tokens

TENSE_REACH = 12
"""Tokens to either side in which a word of the future is looked for."""


def tense(tokens: Tokens, start: int, end: int, tongue: Tongue) -> Tense:
    """future or past, for the clause around tokens `start` to `end`."""
    return "future" if is_future(tokens, start, end, tongue) else "past"


def is_future(tokens: Tokens, start: int, end: int, tongue: Tongue) -> bool:
    """Does a word of the future stand in the clause around tokens `start` to `end`?"""
    first, last = _clause(tokens, start, end)
    around = [w for k in range(first, last) if (w := word(tokens, k)) not in UNTIL or start - NEAR <= k < end]
    if not tongue.future.isdisjoint(around):
        return True
    return bool(tongue.future_endings) and any(
        low.endswith(tongue.future_endings) and len(low) > SHORT and low not in tongue.not_future for low in around
    )


UNTIL = frozenset({"bis", "hasta"})
"""Words of the future only right before the time: "hasta febrero", not "bajó en febrero hasta 7,5 millones"."""
NEAR = 3

SHORT = 3
"""Letters of a word that is too short for an ending of the future."""

MARKS = frozenset({",", ";", ":", "(", ")", "–", "—", "“", "„", "«", "»"})
"""Between clauses."""


def _clause(tokens: Tokens, start: int, end: int) -> tuple[int, int]:
    """The tokens of the clause around a time; behind one that opens the sentence the comma is its own."""
    first, last = start, end + 1 if start <= OPENERS and tokens.text[end] == "," else end
    while first > max(0, start - TENSE_REACH) and tokens.text[first - 1] not in MARKS:
        first -= 1
    while last < min(tokens.size, end + TENSE_REACH) and tokens.text[last] not in MARKS:
        last += 1
    return first, last


OPENERS = 3
"""Tokens before a time that opens its sentence, at most."""
