"""What the grammars of time hand on, and the days and years that all of them read."""

from __future__ import annotations

from datetime import date
from typing import Literal, NamedTuple

from parsers.facts.time.calendar import Partial, When
from parsers.facts.time.spelled import spelled_year
from parsers.facts.time.words import ORDINALS, SUFFIXES
from parsers.facts.tokens import Tokens

YEARS = range(1000, 2200)
"""Years that four digits can be."""

LIKELY_YEARS = range(1700, 2151)


class Needs(NamedTuple):
    """What an expression is told from, when that is not the day of publication.

    `of` is "report" for the period whose figures the article gives ("the quarter", "the year-earlier period"), "last"
    for the date before it ("two days later", "that year"), "closing" for the last day of a fiscal year, which it tells
    itself. `step` units of `unit` away; `year`: the same part of that year.
    """

    of: Literal["report", "last", "closing"]
    step: int = 0
    unit: str = ""
    year: int | None = None
    day: str = ""


class Said(NamedTuple):
    """An expression over tokens `start` to `end` (exclusive): a date with holes, or a time already known.

    `offset`: a length of time was made a point in time ("two years ago"). `needs`: what the copy before it must
    say first ("a year earlier" than what?).
    """

    start: int
    end: int
    partial: Partial | None = None
    when: When | None = None
    offset: bool = False
    needs: Needs | None = None


def day_number(tokens: Tokens, i: int) -> tuple[int, int] | None:
    """A day of the month at token i ("28", "28th", "twenty-eighth"), and the token behind it."""
    text = tokens.text[i]
    if text.isdecimal() and len(text) <= 2 and 1 <= int(text) <= 31:
        return int(text), i + 2 if tokens.low[i + 1] in SUFFIXES and tokens.glued(i + 1) else i + 1
    if tokens.low[i] in ORDINALS:
        return ORDINALS[tokens.low[i]], i + 1
    if tokens.low[i] in ("twenty", "thirty"):
        k = i + 2 if tokens.low[i + 1] == "-" else i + 1
        unit = ORDINALS.get(tokens.low[k], 0)
        if 1 <= unit <= 9:
            return (20 if tokens.low[i] == "twenty" else 30) + unit, k + 1
    return None


def year_at(tokens: Tokens, i: int) -> tuple[int, int] | None:
    """A year right behind a month or day: [","] ["of"|"in"] YYYY or 'YY."""
    k = i
    while tokens.low[k] in (",", "of", "in") and k - i < 2:
        k += 1
    if k == i and tokens.low[k] in ("-", "/") and tokens.glued(k) and tokens.glued(k + 1):
        k += 1
    text = tokens.text[k]
    if text in ("'", "’") and len(tokens.text[k + 1]) == 2 and tokens.text[k + 1].isdecimal() and tokens.glued(k + 1):
        short = whole_year(tokens.text[k + 1])
        return (short, k + 2) if short else None
    if text.isdecimal() and len(text) == 4 and int(text) in YEARS and not goes_on(tokens, k + 1):
        return int(text), k + 1
    return spelled_year(tokens, k) if text.isalpha() else None


TOLD_YEARS = {"last": -1, "this": 0, "current": 0, "next": 1, "coming": 1}


def told_year(tokens: Tokens, j: int, published: date | None) -> tuple[int, int] | None:
    """The year in "(March) last year", "of this year", "next year", and the token behind it."""
    k = j + 1 if tokens.low[j] in ("of", "in", ",") else j
    k = k + 1 if tokens.low[k] == "the" else k
    step = TOLD_YEARS.get(tokens.low[k])
    if step is None or published is None or tokens.low[k + 1] != "year" or tokens.low[k + 2] in ("'", "’"):
        return None
    return published.year + step, k + 2


def year_ago(tokens: Tokens, j: int) -> bool:
    """ "(February) a year ago" or "a year earlier" at token j."""
    return (
        tokens.low[j] in ("a", "one")
        and tokens.low[j + 1] == "year"
        and tokens.low[j + 2] in ("ago", "earlier", "before")
    )


def goes_on(tokens: Tokens, i: int) -> bool:
    """The number is longer than its digits: "2019.5", "2019th", "2019%"."""
    return tokens.glued(i) and (tokens.text[i].isalpha() or tokens.low[i] in ("%", "$"))


def whole_year(text: str) -> int | None:
    """The year of four digits, or of two (40 and later are in the 20th century)."""
    if not text.isdecimal():
        return None
    if len(text) == 4:
        return int(text) if int(text) in LIKELY_YEARS else None
    return (2000 if int(text) < 40 else 1900) + int(text) if len(text) == 2 else None


def complete(first: Partial, last: Partial) -> Partial:
    """The first end of a range with what only the last one says ("Nov-Feb 2017": November 2016)."""
    if first.year is not None or last.year is None or first.month is None:
        if first.month is None and first.day is not None and last.month is not None:
            return first._replace(year=last.year, month=last.month)
        return first
    return first._replace(year=last.year - 1 if last.month is not None and first.month > last.month else last.year)
