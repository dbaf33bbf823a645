"""Past, present and future without a date: "in the near future", "the past", "current", "for decades"."""

from __future__ import annotations

from datetime import date

from parsers.facts.time import durations
from parsers.facts.time.calendar import When
from parsers.facts.time.said import Said
from parsers.facts.time.words import UNITS
from parsers.facts.tokens import Tokens, words

BEFORE_THE_FUTURE = frozenset({"near", "foreseeable", "distant", "immediate", "not", "too"})

BEFORE_BARE = words(
    "for in within of after over follows following took takes lasted lasts spent despite spend last during through take"
)
"""Words before "weeks", "decades" that make it a length of time."""

IN_ONES_PAST = frozenset(
    {
        ".",
        ",",
        ";",
        "",
        ")",
        "and",
        "but",
        "–",
        "—",
        "?",
        "when",
        "to",
        "that",
        "have",
        "has",
        "had",
        "he",
        "she",
        "it",
        "they",
        "we",
    }
)


def future(tokens: Tokens, i: int, _: date | None = None) -> Said | None:
    """ "in the future", "the near future", "future quarters"."""
    k = i - 1
    while tokens.low[k] in BEFORE_THE_FUTURE and i - k < 4:
        k -= 1
    if tokens.low[k] == "the" and tokens.low[i + 1] not in ("of", "tense"):
        return _vague(k + 1, i + 1, "FUTURE_REF")
    after = tokens.low[i + 1]
    plural = after.isalpha() and after.endswith("s") and tokens.text[i].islower()
    return _vague(i, i + 2 if after in UNITS else i + 1, "FUTURE_REF") if plural and k == i - 1 else None


LATER = words("date time stage point")
"""Nouns behind "a later" that put something off."""


def later(tokens: Tokens, i: int, _: date | None = None) -> Said | None:
    """ "at a later date", "in the near term"."""
    before = tokens.low[i - 2 : i]
    put_off = before == ["a", "later"] and tokens.low[i] in LATER
    return (
        _vague(i - 2, i + 1, "FUTURE_REF")
        if put_off or (before == ["the", "near"] and tokens.low[i] == "term")
        else None
    )


NOWS = words("moment juncture hour")
"""Nouns behind "at this" that say now."""


def present(tokens: Tokens, i: int) -> Said | None:
    """ "at present", "at the moment", "at this crucial moment"."""
    low = tokens.low
    if low[i + 1] == "present" or low[i + 1 : i + 3] == ["the", "moment"]:
        return _vague(i, i + (2 if low[i + 1] == "present" else 3), "PRESENT_REF")
    if low[i + 1] != "this":
        return None
    k = i + 2 if low[i + 2] in NOWS else i + 3
    return _vague(i, k + 1, "PRESENT_REF") if low[k] in NOWS and low[k + 1] != "of" else None


def recent(tokens: Tokens, i: int) -> Said:
    """ "in recent weeks", "a recent meeting"."""
    plural = tokens.low[i + 1] in UNITS and tokens.low[i + 1].endswith("s")
    return _vague(i, i + 2 if plural else i + 1, "PAST_REF")


def vague(tokens: Tokens, i: int) -> Said | None:
    """ "in the past", "the current rate": words of direction without a unit behind them."""
    low, after = tokens.low[i], tokens.low[i + 1]
    if (
        low == "past"
        and tokens.low[i - 1] == "the"
        and tokens.low[i - 2] in ("in", "than", "from", "of")
        and after in IN_ONES_PAST
    ):
        return _vague(i, i + 1, "PAST_REF")
    if low == "current" and after.isalpha() and tokens.text[i + 1].islower() and tokens.low[i - 1] != "-":
        return _vague(i, i + 1, "PRESENT_REF")
    return None


def bare(tokens: Tokens, i: int, _: date | None = None) -> Said | None:
    """ "for centuries", "within weeks", "months of talks"."""
    unit = UNITS.get(tokens.low[i])
    if unit is None:
        return None
    if tokens.low[i + 1] == "-" and tokens.low[i + 2] in ("long", "old"):
        return Said(i, i + 1, when=When(type="DURATION", value=durations.unknown(unit)))
    before, after = tokens.low[i - 1], tokens.low[i + 1]
    asked = (before in BEFORE_BARE and not (before == "of" and after in ("ago", "to"))) or (after == "of" and i == 0)
    if not asked or after in ("ago", "later", "earlier", "-", "before", "after") or (before == "in" and after == "of"):
        return None
    return Said(i, i + 1, when=When(type="DURATION", value=durations.unknown(unit)))


def _vague(start: int, end: int, value: str) -> Said:
    return Said(start, end, when=When(type="DATE", value=value))
