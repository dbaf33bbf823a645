"""Times that come again: "annually", "every two weeks", "once a year", "on Thursdays"."""

from __future__ import annotations

from datetime import date

from parsers.facts.time import dates, durations
from parsers.facts.time.calendar import When
from parsers.facts.time.said import Said
from parsers.facts.time.tense import NO_NOUNS
from parsers.facts.time.words import DAY_PARTS, MONTHS, SEASONS, SETS, UNITS, WEEKDAYS
from parsers.facts.tokens import Tokens

DOUBLING = {"bi": 2, "semi": 0.5}
"""Prefixes before a hyphen."""


PAPERS = frozenset(("daily", "weekly", "monthly"))
"""Before a name these are papers."""


def _again(start: int, end: int, value: str) -> Said:
    return Said(start, end, when=When(type="SET", value=value))


def adverb(tokens: Tokens, i: int, _: date | None) -> Said | None:
    """ "annual", "monthly", "bi-weekly"; not the Daily Star."""
    if tokens.text[i].istitle() and tokens.text[i + 1].istitle() and i > 0:
        return None
    if tokens.low[i] in PAPERS and tokens.text[i + 1].istitle() and tokens.low[i + 1] not in MONTHS:
        return None  # "the party daily Posten"
    value = SETS[tokens.low[i]]
    if tokens.low[i] in ("annual", "quarterly") and tokens.text[i + 1].isalpha() and tokens.low[i + 1] not in NO_NOUNS:
        return None  # "annual sales": those of a year
    if tokens.low[i - 1] == "-" and tokens.low[i - 2] in DOUBLING:
        factor = DOUBLING[tokens.low[i - 2]]
        return _again(i - 2, i + 1, f"P{int(value[1:-1]) * factor:g}{value[-1]}" if value[1].isdecimal() else value)
    return _again(i, i + 1, value)


def every(tokens: Tokens, i: int, _: date | None) -> Said | None:
    """ "every year", "each two days", "every other week", "every Monday", "every night"."""
    k = i + 2 if tokens.low[i + 1] in ("other", "second") else i + 1
    low = tokens.low[k]
    if low in DAY_PARTS:
        return _again(i, k + 1, "T" + DAY_PARTS[low])
    if low in WEEKDAYS:
        found = dates.weekday_at(tokens, k)
        return _again(i, found.end, f"XXXX-WXX-{WEEKDAYS[low] + 1}") if found else None
    if low in MONTHS and tokens.text[k].istitle():
        return _again(i, k + 1, f"XXXX-{MONTHS[low]:02d}")
    if low in SEASONS:
        return _again(i, k + 1, f"XXXX-{SEASONS[low]}")
    unit = UNITS.get(low)
    if unit and not low.endswith("s"):
        return _again(i, k + 1, durations.of(i, k + 1, unit, k - i).value)
    length = durations.number_behind(tokens, i + 1) or (durations.vague(tokens, i + 1) if low == "few" else None)
    return _again(i, length.end, length.value) if length else None


def once(tokens: Tokens, i: int, _: date | None) -> Said | None:
    """ "once a year", "twice a week"."""
    unit = UNITS.get(tokens.low[i + 2])
    if tokens.low[i + 1] in ("a", "every", "per") and unit:
        return _again(i, i + 3, durations.of(i, i + 3, unit, 1).value)
    return None
