"""What a language says times with: one record of tables for each."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from parsers.facts.tokens import words


class Tongue(NamedTuple):
    """The words of time of a language, in lower case, with all their endings.

    Months and weekdays to their numbers (Monday 0), units to letters as in `words.UNITS`, number words to numbers,
    ordinals to numbers, days like "yesterday" to their distance, directions ("last", "next") to -1, 0 and 1; words
    before a time to `time_relation`; the words for "ago" and "in" before or behind a length; the words that join the
    ends of a stretch, the parts of a day behind a day to their codes, and those between day, month and year; words and endings of the future, and words with such an ending that are none; words for the year, the
    quarter, the half year, the decade, the hour of the clock, and its words before. `weekday_pairs` are weekdays of two
    words; those in `needs_day` are weekdays only before one of `day_words`.
    """

    months: Mapping[str, int]
    weekdays: Mapping[str, int]
    units: Mapping[str, str]
    numbers: Mapping[str, int]
    ordinals: Mapping[str, int]
    days_away: Mapping[str, int]
    directions: Mapping[str, int]
    relations: Mapping[str, str]
    seasons: Mapping[str, str]
    day_parts: Mapping[str, str] = {}
    weekday_pairs: Mapping[tuple[str, str], int] = {}
    needs_day: frozenset[str] = frozenset()
    day_words: frozenset[str] = frozenset()
    ago_before: tuple[tuple[str, ...], ...] = ()
    ago_behind: frozenset[str] = frozenset()
    ahead_before: frozenset[str] = frozenset()
    ahead_behind: frozenset[str] = frozenset()
    joints: frozenset[str] = frozenset()
    between: frozenset[str] = frozenset()
    future: frozenset[str] = frozenset()
    future_endings: tuple[str, ...] = ()
    not_future: frozenset[str] = frozenset()
    years: frozenset[str] = frozenset()
    before_years: frozenset[str] = frozenset()
    quarters: frozenset[str] = frozenset()
    halves: frozenset[str] = frozenset()
    decades: frozenset[str] = frozenset()
    before_decades: frozenset[str] = frozenset()
    decade_endings: frozenset[str] = frozenset()
    clocks: frozenset[str] = frozenset()
    before_clocks: frozenset[str] = frozenset()
    day_endings: frozenset[str] = frozenset()
    early: frozenset[str] = frozenset()
    middle: frozenset[str] = frozenset()
    late: frozenset[str] = frozenset()


def table(text: str) -> dict[str, int]:
    """ "январь января январе=1 …": forms of a word, to a number."""
    found: dict[str, int] = {}
    for entry in text.split(";"):
        forms, _, number = entry.rpartition("=")
        found.update(dict.fromkeys(forms.split(), int(number)))
    return found


def coded(text: str) -> dict[str, str]:
    """The same, to a code."""
    found: dict[str, str] = {}
    for entry in text.split(";"):
        forms, _, code = entry.rpartition("=")
        found.update(dict.fromkeys(forms.split(), code.strip()))
    return found


__all__ = ["Tongue", "coded", "table", "words"]
