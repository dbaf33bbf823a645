"""Dates and periods that hold no other one: what parts, lengths and weeks are told of. Nothing here reads itself again."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from parsers.facts.time import (
    centuries,
    dates,
    holidays,
    numeric,
    parts_of_years,
    relative,
    years,
)
from parsers.facts.time.said import Said, day_number
from parsers.facts.time.words import (
    AHEAD,
    BACK,
    DAYS_AWAY,
    DECADES,
    HERE,
    MONTHS,
    ORDINALS,
    SEASONS,
    SUFFIXES,
    WEEKDAYS,
)  # fmt: skip
from parsers.facts.tokens import Tokens

Grammar = Callable[[Tokens, int, "date | None"], "Said | None"]


def read(tokens: Tokens, k: int, published: date | None) -> Said | None:
    """The date, weekday, holiday, month, year, decade or century that token k opens."""
    low = tokens.low[k]
    if low[:1].isdecimal():
        return _at_digits(tokens, k, published)
    grammar = GRAMMARS.get(low)
    return grammar(tokens, k, published) if grammar else None


def _at_digits(tokens: Tokens, k: int, published: date | None) -> Said | None:
    return (
        numeric.numeric(tokens, k)
        or years.decade_at(tokens, k)
        or years.counted_part(tokens, k, published)
        or dates.day_first(tokens, k, published)
        or (_ranked(tokens, k, published) if tokens.low[k + 1] in SUFFIXES else None)
        or years.bare_year(tokens, k)
    )


def _ranked(tokens: Tokens, k: int, published: date | None) -> Said | None:
    """ "the 12th century", "third quarter", "the fourth of July"."""
    day = day_number(tokens, k)
    if day and tokens.low[day[1]] == "of" and tokens.low[day[1] + 1] in MONTHS:
        return dates.month_at(tokens, day[1] + 1, published)
    return centuries.century_at(tokens, k) or parts_of_years.part_of_year(tokens, k, published)


def _weekday(tokens: Tokens, k: int, _: date | None) -> Said | None:
    return dates.weekday_at(tokens, k)


GRAMMARS: dict[str, Grammar] = {
    **dict.fromkeys(holidays.FIRST_WORDS, holidays.holiday_at),
    **dict.fromkeys(SEASONS, years.season_at),
    **dict.fromkeys((*BACK, *HERE, *AHEAD), relative.anchored),
    **dict.fromkeys(DAYS_AWAY, relative.day_away),
    **dict.fromkeys(DECADES, years.named_decade),
    **dict.fromkeys(("q", "h", "fy", "cy"), years.labelled_part),
    **dict.fromkeys(ORDINALS, _ranked),
    **dict.fromkeys(WEEKDAYS, _weekday),
    **dict.fromkeys(MONTHS, dates.month_at),
}
"""What reads a plain date or period from a token on."""
