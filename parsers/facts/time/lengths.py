"""Lengths of time at a token, and the points in time and the rates that the words around make of them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from parsers.facts.quantity.numbers import SMALL
from parsers.facts.time import calendar, durations, ended, offsets
from parsers.facts.time.calendar import Partial, When
from parsers.facts.time.openers import opens_date
from parsers.facts.time.resolve import resolve
from parsers.facts.time.said import Said
from parsers.facts.time.tense import Tense, tense
from parsers.facts.time.words import UNITS, WEEKDAYS
from parsers.facts.tokens import Tokens, words

Read = Callable[[Tokens, int, "date | None"], "Said | None"]
"""Reads the expression that begins at a token."""

NO_TIME_BEHIND = frozenset(
    {
        "%",
        "percent",
        "pct",
        "million",
        "mln",
        "billion",
        "bln",
        "bn",
        "trillion",
        "dlrs",
        "dollars",
        "cts",
        "cents",
        "stg",
        "tonnes",
        "tons",
        "people",
    }
)
"""What makes the number before it an amount at once; most numbers in the news are followed by one of these."""

RATED = frozenset(
    {
        "times",
        "barrels",
        "hours",
        "days",
        "units",
        "passengers",
        "visitors",
        "miles",
        "kilometres",
        "vehicles",
        "cars",
        "shares",
        "households",
        "euros",
        "pounds",
        "manats",
        "rupees",
    }
)
"""Between one of these and a unit of time, "a" means every."""

LENGTH_WORDS = durations.VAGUE_COUNTS | {
    "additional",
    "extra",
    "further",
    "half",
    "full",
    "whole",
    "hundred",
    "thousand",
    "million",
    "dozen",
    "quarter",
}
"""Words between an article and a unit of time."""


WORKING = words("business working trading banking school session sessions court playing")
"""Days of these are not those of the calendar: what lies "five business days after May 3" cannot be said."""


def length_at(tokens: Tokens, i: int, published: date | None, read: Read) -> Said | None:
    """A duration, or the point in time that the words around it make of it."""
    length = (
        durations.between(tokens, i)
        or durations.number_behind(tokens, i)
        or (durations.vague(tokens, i) if not tokens.low[i][:1].isdecimal() else None)
    )
    if (
        length is None
        or tokens.low[length.end] == "old"
        or tokens.low[length.end : length.end + 2] in (["-", "old"], ["-", "olds"])
    ):
        return None
    closed = ended.ended(tokens, length.end, round(length.months or 0), round(length.days or 0), published, read)
    if closed:
        return Said(length.start, closed[1], when=closed[0])
    plain = WORKING.isdisjoint(tokens.low[length.start : length.end])
    placed = offsets.offset(tokens, length, published) or _from_date(tokens, length, published, read) if plain else None
    return placed or Said(length.start, length.end, when=When(type="DURATION", value=length.value))


def _from_date(tokens: Tokens, length: durations.Length, published: date | None, read: Read) -> Said | None:
    """ "two days after Christmas", "three weeks from Friday", "2 weeks before May 13, 1999"."""
    sign, k = tokens.low[length.end], length.end + 1
    if (
        not (sign in ("before", "after", "from", "following", "prior") or _week_on(tokens, length))
        or not opens_date(tokens, k)
        or (sign == "from" and tokens.low[length.start - 1] == "for")  # "for 12 months | from April 1"
        or (length.months is None and length.days is None)
    ):
        return None
    said = read(tokens, k, published)
    if said is None or said.start != k:
        return None
    told: Tense = "future" if sign in ("from", "on") else tense(tokens, length.start, said.end)
    when = said.when or resolve(said.partial or Partial(), published, tense=told)
    if (
        when.type != "DATE"
        or len(when.value) != 10
        or not when.start
        or not offsets.reachable(length, date.fromisoformat(when.start))
    ):
        return None
    day = offsets.shifted(date.fromisoformat(when.start), length, -1 if sign in ("before", "prior") else 1)
    return Said(length.start, said.end, when=calendar.of_day(day), offset=True)


def _week_on(tokens: Tokens, length: durations.Length) -> bool:
    """ "a week on Friday", "a fortnight on Tuesday"."""
    weeks = length.value in ("P1W", "P2W")
    return weeks and tokens.low[length.end] == "on" and tokens.low[length.end + 1] in WEEKDAYS


def article(tokens: Tokens, i: int, published: date | None, read: Read) -> Said | None:
    """ "a year", "a few weeks": most articles are before other nouns."""
    low, before = tokens.low[i + 1], tokens.low[i - 1]
    if (
        low in UNITS
        and tokens.low[i + 2] not in ("ago", "earlier", "later", "-")
        and (
            _rated(tokens, i)
            or before[:1].isdecimal()
            or before in NO_TIME_BEHIND
            or (before.endswith("s") and before in RATED)
        )
    ):
        length = durations.vague(tokens, i)
        return Said(i, i + 2, when=When(type="SET", value=length.value)) if length else None
    return length_at(tokens, i, published, read) if low in UNITS or low in LENGTH_WORDS else None


def _rated(tokens: Tokens, i: int) -> bool:
    """ "60 tonnes of carbon a year": is the noun before the article one that a number counts?"""
    before = tokens.low[i - 1]
    if not before.isalpha() or len(before) < 4 or before in NO_RATES or not tokens.text[i - 1].islower():
        return False
    counted = any(tokens.low[k][:1].isdecimal() or tokens.low[k] in SMALL for k in range(max(0, i - RATE_REACH), i - 1))
    return counted and not before.endswith(("ed", "ing", "ly"))


RATE_REACH = 6

NO_RATES = words(
    """
    over after than about within nearly almost half only just spent lasted with from until since during took takes take
    spend last this that were been have more less once twice every until through into toward towards under beyond
    minus plus when where then even just around roughly exactly barely hardly scarcely maybe perhaps what such quite
    """
)
"""Words before "a year" that make it a length, not a rate."""
