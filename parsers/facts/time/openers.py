"""The words that a date may begin with."""

from __future__ import annotations

from parsers.facts.time import holidays, numeric
from parsers.facts.time.words import AHEAD, BACK, DAYS_AWAY, HERE, MONTHS, ORDINALS, SEASONS, WEEKDAYS
from parsers.facts.tokens import Tokens

DATE_OPENERS = frozenset(
    {*MONTHS, *WEEKDAYS, *BACK, *HERE, *AHEAD, *DAYS_AWAY, *SEASONS, *ORDINALS, *holidays.FIRST_WORDS}
    - {"second", "year", "day"}
)
"""Words that open a date, a weekday or a holiday."""


def opens_date(tokens: Tokens, k: int) -> bool:
    """Does a date begin at token k?"""
    if tokens.low[k][:1].isdecimal():
        return numeric.numeric(tokens, k) is not None or tokens.low[k + 1] in MONTHS
    return tokens.low[k] in DATE_OPENERS
