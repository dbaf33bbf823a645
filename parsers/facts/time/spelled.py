"""Years in words: "nineteen ninety-six", "twenty twenty-four", "the year two thousand"."""

from __future__ import annotations

from parsers.facts.quantity.numbers import SMALL, TENS
from parsers.facts.tokens import Tokens, words

SPELLED = {word: int(value) for word, value in (*TENS.items(), *SMALL.items())}

BEHIND_YEARS = words("and has was is when to in for with at on as , . ; : )") | {""}

CENTURIES = (18, 19, 20)


def spelled_year(tokens: Tokens, i: int) -> tuple[int, int] | None:
    """The year that begins at token i, and the token behind it."""
    if tokens.low[i : i + 2] == ["two", "thousand"]:
        return _thousands(tokens, i)
    century, tens = SPELLED.get(tokens.low[i], 0), SPELLED.get(tokens.low[i + 1], 0)
    if century not in CENTURIES or not 10 <= tens <= 90:
        return None
    k = i + 3 if tokens.low[i + 2] == "-" else i + 2
    units = SPELLED.get(tokens.low[k], 0)
    if tens >= 20 and 1 <= units <= 9:
        return 100 * century + tens + units, k + 1
    return 100 * century + tens, i + 2


def _thousands(tokens: Tokens, i: int) -> tuple[int, int] | None:
    k = i + 3 if tokens.low[i + 2] == "and" else i + 2
    rest = SPELLED.get(tokens.low[k], 0)
    end = k + 1 if rest else i + 2
    asked = tokens.low[i - 1] in ("year", "in", "since", "until", "by")
    return (2000 + rest, end) if asked and rest < 20 and tokens.low[end] in BEHIND_YEARS else None
