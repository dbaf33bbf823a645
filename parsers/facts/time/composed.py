"""Times by composition, [part] of [period]: "the last Sunday of October", "Tuesday of last week", "the end of the year"."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import NamedTuple

from parsers.facts.time import calendar, centuries, durations, parts, parts_of_years, relative
from parsers.facts.time.calendar import Partial, When
from parsers.facts.time.context import direction
from parsers.facts.time.parts_of_years import rank
from parsers.facts.time.resolve import resolve
from parsers.facts.time.said import LIKELY_YEARS, Needs, Said, year_at
from parsers.facts.time.tense import Tense, tense
from parsers.facts.time.words import ORDINALS, SEASONS, SUFFIXES, UNITS, WEEKDAYS
from parsers.facts.tokens import Tokens, words

Read = Callable[[Tokens, int, "date | None"], "Said | None"]
"""Reads the expression that begins at a token."""

RANKS = {"last": -1, "final": -1, "closing": -1, "penultimate": -2, "opening": 1, "latter": -1, "former": 1}
"""Words beside the ordinals that say which one of a row; from the end on where negative."""

HALVES = {"half": "H", "third": "T", "part": "T"}

QUALIFIERS = frozenset({"full", "whole", "calendar", "fiscal", "financial", "trading", "business", "working"})

EDGE_NOUNS = words("end beginning start middle midpoint close turn rest remainder outset")
"""Nouns for a part of a period, before "of"."""

EDGE_ADVERBS = words("early late earlier later")
"""Adverbs for a part of a period, before "in the"."""

OWNERS = frozenset({"the", "its", "their"})

ANAPHORIC = {
    "day": "D",
    "week": "W",
    "weekend": "WE",
    "month": "M",
    "quarter": "Q",
    "year": "Y",
    "decade": "E",
    "century": "C",
}
"""Periods that, told with "the" behind a part of them, mean the one of publication."""

DEADLINES = frozenset({"by", "until", "till", "before"})
"""Only behind one of these is "the end of the day" a time."""

DEPTH = 2
"""Parts of parts of periods that are read: "the first week of the second half of 2019"."""


class Head(NamedTuple):
    """The part that is asked of a period: its last token, and the function that cuts it out."""

    end: int
    cut: Callable[[When], When | None]


def weekday_of(tokens: Tokens, i: int, published: date | None, read: Read) -> Said | None:
    """ "Tuesday of last week", "Friday next week", "Sunday of the week of April 10"."""
    k = i + 2 if tokens.low[i + 1] in ("of", "in") else i + 1
    number = WEEKDAYS[tokens.low[i]]
    if tokens.low[k] not in ("last", "this", "next", "the", "that", "first", "second", "third", "final"):
        return None
    whole = period(tokens, i, k, published, read)
    inside = parts.bounds(whole[0]) if whole else None
    if whole is None or inside is None or (inside[1] - inside[0]).days != 7:
        return None
    found = parts.nth_weekday(whole[0], 1, number)
    if found is None:
        return None
    day = date.fromisoformat(found.value)
    return Said(i, whole[1], Partial(year=day.year, month=day.month, day=day.day))


def part_of(tokens: Tokens, i: int, published: date | None, read: Read, depth: int = 0) -> Said | None:
    """The part of a period whose first word (behind its article) is token i."""
    head = _head(tokens, i)
    if head and tokens.low[head.end] in ("after", "before", "following"):
        return _weekday_beside(tokens, i, head.end, published, read)
    unit = UNITS.get(tokens.low[head.end + 2]) if head else None
    if (
        head
        and unit in ("W", "M", "Q", "Y")
        and tokens.low[head.end : head.end + 1] in (["of"], ["in"])
        and tokens.low[head.end + 1] in ("each", "every")
    ):
        value = durations.of(i, head.end + 3, unit, 1).value
        return Said(i, head.end + 3, when=When(type="SET", value=value))  # "the last Friday of each month"
    if head is None or tokens.low[head.end] not in ("of", "in", "this", "last", "next"):
        return None
    k = head.end + 1 if tokens.low[head.end] in ("of", "in") else head.end
    whole = period(tokens, i, k, published, read, depth)
    if whole is None:
        return None
    found = head.cut(whole[0])
    return Said(i, whole[1], when=found) if found else None


def weekday_after(tokens: Tokens, i: int, published: date | None, read: Read) -> Said | None:
    """ "the Tuesday after Easter", "the Friday before Christmas"."""
    told = tokens.low[i - 1] == "the" and tokens.low[i + 1] in ("after", "before")
    return _weekday_beside(tokens, i, i + 1, published, read) if told else None


def _weekday_beside(tokens: Tokens, i: int, j: int, published: date | None, read: Read) -> Said | None:
    """ "the first Monday after Easter", "the last Friday before Christmas"."""
    number = WEEKDAYS.get(tokens.low[j - 1])
    rank_ = 1 if j == i + 1 else RANKS.get(tokens.low[i]) or ORDINALS.get(tokens.low[i], 0)
    said = read(tokens, j + 1, published)
    if number is None or said is None or said.start != j + 1 or not (abs(rank_) == 1 or 0 < rank_ < 5):
        return None
    when = said.when or resolve(said.partial or Partial(), published, tense=tense(tokens, i, said.end))
    inside = parts.bounds(when)
    if inside is None:
        return None
    if tokens.low[j] == "before":
        before = inside[0] - parts.DAY
        day = before - timedelta(days=(before.weekday() - number) % 7)
    else:
        day = inside[1] + timedelta(days=(number - inside[1].weekday()) % 7 + 7 * (max(rank_, 1) - 1))
    return Said(i, said.end, when=calendar.of_day(day))


def _head(tokens: Tokens, i: int) -> Head | None:
    """ "last Sunday", "first week", "second half", "first ten days", "final quarter"."""
    number, k = rank(tokens, i)
    if number is None:
        number, k = RANKS.get(tokens.low[i]), i + 1
    if number is None:
        return None
    place = number
    fiscal = tokens.low[k] in ("fiscal", "financial")
    k = k + 1 if tokens.low[k] in QUALIFIERS else k
    low = tokens.low[k]
    if fiscal and low in ("quarter", "half"):
        return None  # "the second fiscal quarter of last year" is none of the calendar
    if low in WEEKDAYS and len(low) > 5 and not low.endswith("days"):
        return Head(k + 1, lambda whole: parts.nth_weekday(whole, place, WEEKDAYS[low]))
    unit = HALVES.get(low) or UNITS.get(low)
    if unit in ("D", "W", "2W", "WE", "M", "Q", "H", "T", "Y", "E") and not low.endswith("s"):
        return Head(k + 1, lambda whole: parts.nth(whole, place, unit))
    if unit and low.endswith("s") and number in (1, -1):
        return Head(k + 1, lambda whole: parts.narrowed(whole, "early" if place > 0 else "late", None))
    length = durations.number_behind(tokens, k) if number in (1, -1) else None
    if length is None or (length.months is None and length.days is None) or (length.days or 0) > 400:
        return None
    days, months = round(length.days or 0) or None, round(length.months or 0) or None
    return Head(length.end, lambda whole: parts.run(whole, days, months, last=place < 0))


def edge_of(tokens: Tokens, i: int, published: date | None, read: Read, depth: int = 0) -> Said | None:
    """ "the end of the year", "the beginning of last month", "early in the week", "the turn of the century"."""
    word = tokens.low[i]
    joint = "in" if word in EDGE_ADVERBS else "of"
    k = i + 2
    if word in ("early", "late") and UNITS.get(tokens.low[i + 1]) and tokens.low[i + 2] == "of":
        k = i + 3  # "the early months of 2020"
    elif tokens.low[i + 1] != joint and not (joint == "in" and tokens.low[i + 1] == "on"):
        return None
    elif joint == "in" and tokens.low[i + 2 : i + 4] == ["the", "day"]:
        return Said(i, i + 4, when=When(type="DATE", value="XXXX-XX-XX"), needs=Needs("last", 0, "D"))
    if word == "turn" and tokens.low[k : k + 2] == ["the", "millennium"]:
        return Said(i, k + 2, when=calendar.days("2000", date(1999, 1, 1), date(2001, 1, 1)))
    whole = period(tokens, i, k, published, read, depth)
    if whole is None or parts.bounds(whole[0]) is None:
        return None
    when = _turn(whole[0]) if word == "turn" else parts.narrowed(whole[0], word, published)
    return Said(i, whole[1], when=when) if when else None


def _turn(whole: When) -> When | None:
    """The turn of a century is the years on both sides of it, that of a year its December and January."""
    inside = parts.bounds(whole)
    if inside is None or (inside[1] - inside[0]).days < 365 or inside[0].year < 3:
        return None
    year = inside[0].year
    if (inside[1] - inside[0]).days < 367:
        return parts.stretch(date(year - 1, 12, 1), date(year, 2, 1))
    return calendar.days(f"{year:04d}", date(year - 1, 1, 1), date(year + 1, 1, 1))


def period(
    tokens: Tokens, head: int, k: int, published: date | None, read: Read, depth: int = 0
) -> tuple[When, int] | None:
    """The period that begins at token k (or behind its article), for the part at token `head`, and the token behind it."""
    year = tokens.text[k]
    if len(year) == 4 and year.isdecimal() and int(year) in LIKELY_YEARS and tokens.low[k - 1] in ("of", "in"):
        found = read(tokens, k, published)
        if found is None or found.start != k:
            return calendar.of_year(int(year)), k + 1
    article = tokens.low[k] in OWNERS
    j = k + 1 if article else k
    found = _anaphoric(tokens, head, j, published, article=article) or _whole(tokens, j, published)
    if found is None:
        found = _inner(tokens, j, published, read, depth) if _opens_part(tokens, j) else read(tokens, j, published)
    if found is None or (found.start != j and found.start != k):
        return None
    if found.when is None:
        when = resolve(found.partial or Partial(), published, tense=tense(tokens, head, found.end))
        return when, found.end
    return (found.when, found.end) if found.when.type == "DATE" else None


def _inner(tokens: Tokens, j: int, published: date | None, read: Read, depth: int) -> Said | None:
    """A part of a period as the period of another part."""
    found = None
    if depth < DEPTH:
        cut = edge_of if tokens.low[j] in EDGE_NOUNS else part_of
        found = cut(tokens, j, published, read, depth + 1)
    if found is None and tokens.low[j] in ("last", "following", "previous"):
        return relative.anchored(tokens, j, published)
    return found or centuries.century_at(tokens, j) or parts_of_years.part_of_year(tokens, j, published)


def _opens_part(tokens: Tokens, j: int) -> bool:
    low = tokens.low[j]
    return low in RANKS or low in EDGE_NOUNS or low in ORDINALS or tokens.low[j + 1] in SUFFIXES


def _anaphoric(tokens: Tokens, head: int, j: int, published: date | None, *, article: bool) -> Said | None:
    """ "the year", "the month": the one of publication, or of the one beside it where the tense asks for that."""
    season = SEASONS.get(tokens.low[j])
    if season and year_at(tokens, j + 1) is None:
        told = tense(tokens, head, j + 1)
        return Said(j, j + 1, when=resolve(Partial(part=season), published, tense=told))
    unit = ANAPHORIC.get(tokens.low[j])
    if unit == "D" and tokens.low[head - 2] not in DEADLINES:
        return None  # "at the end of the day"
    if (
        unit is None
        or not (article or _bare_edge(tokens, head, j))
        or year_at(tokens, j + 1) is not None
        or tokens.text[j + 1].isdecimal()
    ):
        return None
    here = relative.period(unit, 0, published)
    if published is None or here.start is None or here.end is None:
        return Said(j, j + 1, when=here)
    told = tense(tokens, head, j + 1)
    return Said(j, j + 1, when=meant(unit, tokens.low[head], told, published))


def _bare_edge(tokens: Tokens, head: int, j: int) -> bool:
    """ "by end of year": a part of a period in short, without articles."""
    return tokens.low[head] in BARE_EDGES and j == head + 2 and tokens.low[head - 1] in BEFORE_BARE_EDGES


BARE_EDGES = frozenset({"end", "close", "start", "beginning", "middle"})
BEFORE_BARE_EDGES = words("by at until till before from since after towards toward through around about near @")


def _whole(tokens: Tokens, j: int, published: date | None) -> Said | None:
    """ "this decade", "next century" as the calendar counts them, of which a part is asked."""
    unit, step = UNITS.get(tokens.low[j + 1]), direction(tokens, j)
    if unit not in ("E", "C") or step is None or tokens.low[j + 1].endswith("s"):
        return None
    return Said(j, j + 2, when=relative.period(unit, step, published))


def meant(unit: str, word: str, told: Tense, published: date) -> When:
    """The year, month … of publication whose end, middle … (`word`) is told of, or the one beside it by the tense."""
    here, today = relative.period(unit, 0, published), published.isoformat()
    part = parts.narrowed(here, word, None)
    if word == "turn":
        step = 1 if told == "future" and (here.start or "") < today else 0
    elif told == "past" and (part.start or "") > today:
        step = -1
    else:
        step = 1 if told == "future" and (part.end or "") <= today else 0
    return relative.period(unit, step, published)
