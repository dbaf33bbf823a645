"""The day a story is told from, when its dateline says another one than the day of publication: "WELLINGTON, March 26 -"."""

from __future__ import annotations

from datetime import date

from parsers.facts.time.resolve import LAG, nearest_year
from parsers.facts.time.said import day_number
from parsers.facts.time.words import MONTHS
from parsers.facts.tokens import Tokens

DATELINES = 2
"""Sentences in which a dateline may stand."""

REACH = 12
"""Tokens before the day of a dateline: its places."""

ENDS = frozenset({"-", "–", "—", "(", ":", "_"})
"""Signs behind the day of a dateline."""


def dateline(tokens: Tokens, published: date) -> date | None:
    """The day that opens a sentence behind a place in capitals, if it lies at most a few days from publication."""
    for k in tokens.among(MONTHS, 1, REACH):
        place = tokens.text[0]
        if not (place.isupper() and len(place) > 2):
            return None
        j = k + 2 if tokens.low[k + 1] == "." else k + 1
        day = day_number(tokens, j)
        if day is None or tokens.low[day[1]] not in ENDS:
            return None
        year = nearest_year(MONTHS[tokens.low[k]], day[0], published, "past")
        found = date(year, MONTHS[tokens.low[k]], day[0]) if year else None
        return found if found and abs((found - published).days) <= LAG else None
    return None
