"""Parts of a year: "the first quarter of 2019", "the first nine months of 1990", "last year's second half"."""

from __future__ import annotations

from datetime import date, timedelta

from parsers.facts.time import calendar, durations
from parsers.facts.time.calendar import Partial
from parsers.facts.time.context import direction
from parsers.facts.time.durations import Length
from parsers.facts.time.offsets import shifted
from parsers.facts.time.resolve import resolve
from parsers.facts.time.said import Said, year_at
from parsers.facts.time.tense import tense
from parsers.facts.time.words import ORDINALS
from parsers.facts.tokens import Tokens

SEVERAL = frozenset({"two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven"})


def part_of_year(tokens: Tokens, i: int, published: date | None) -> Said | None:
    """ "the first quarter of 2019", "second half of last year", "the third quarter", "first nine months of 1990"."""
    number, k = rank(tokens, i)
    if number is None:
        return None
    low = tokens.low[k]
    if low in ("quarter", "half") and number <= (4 if low == "quarter" else 2) and tokens.low[k + 1] != "-":
        return _with_year(tokens, i, k + 1, ("Q" if low == "quarter" else "H") + str(number), published)
    if low in SEVERAL or low.isdecimal():
        return _opening_of(tokens, i, k, published)
    if low == "century" and 1 <= number <= 22:
        return Said(i, k + 1, when=calendar.of_century(number))
    if low == "week" and tokens.low[k + 1] == "of":
        year = year_at(tokens, k + 1)
        return Said(i, year[1], Partial(year=year[0], part=f"W{number:02d}")) if year else None
    return None


def part_of_that_year(tokens: Tokens, i: int, j: int, step: int, published: date | None) -> Said | None:
    """ "last year's third quarter"."""
    if tokens.low[j] not in ("'", "’") or tokens.low[j + 1] != "s" or published is None:
        return None
    number, k = rank(tokens, j + 2)
    low = tokens.low[k]
    if number is None or low not in ("quarter", "half") or number > (4 if low == "quarter" else 2):
        return None
    return Said(i, k + 1, Partial(year=published.year + step, part=("Q" if low == "quarter" else "H") + str(number)))


def _opening_of(tokens: Tokens, i: int, k: int, published: date | None) -> Said | None:
    """ "the first nine months of 1990", "first six months of last year"."""
    length = durations.number_behind(tokens, k)
    if length is None or tokens.low[i] != "first" or (length.months is None and length.days is None):
        return None
    year, end = year_at(tokens, length.end) or _told_year(tokens, length.end, published) or (None, 0)
    if year is None or tokens.low[length.end] not in ("of", "in") or (length.months or 0) > 12:
        return None
    first = date(year, 1, 1)
    last = shifted(first, length, 1)
    final = last - timedelta(days=1)
    value = (
        f"{year:04d}-01/{final.year:04d}-{final.month:02d}"
        if length.months
        else f"{first.isoformat()}/{final.isoformat()}"
    )
    return Said(i, end, when=calendar.days(value, first, last))


def end_of(tokens: Tokens, i: int, length: Length, step: int, published: date | None) -> Said | None:
    """ "the last four months of 2021", "last three weeks of this year"."""
    year, end = year_at(tokens, length.end) or _told_year(tokens, length.end, published) or (None, 0)
    if (
        step >= 0
        or year is None
        or tokens.low[length.end] != "of"
        or not (length.months or length.days)
        or (length.months or 0) > 12
    ):
        return None
    last = date(year + 1, 1, 1)
    first = shifted(last, length, -1)
    final = last - timedelta(days=1)
    value = (
        f"{year:04d}-{first.month:02d}/{year:04d}-12" if length.months else f"{first.isoformat()}/{final.isoformat()}"
    )
    return Said(i, end, when=calendar.days(value, first, last))


def _told_year(tokens: Tokens, j: int, published: date | None) -> tuple[int, int] | None:
    """ "of last year", "of this year", "of the year" behind token j."""
    k = j + 2 if tokens.low[j + 1] == "the" else j + 1
    step = direction(tokens, k)
    if published is None or tokens.low[j] not in ("of", "in"):
        return None
    if step is not None and tokens.low[k + 1] == "year":
        return published.year + step, k + 2
    return (published.year, k + 1) if tokens.low[k] == "year" and k > j + 1 else None


def rank(tokens: Tokens, i: int) -> tuple[int | None, int]:
    """The ordinal at token i ("third", "3rd") and the token behind it; None when there is none."""
    if tokens.low[i] in ORDINALS:
        return ORDINALS[tokens.low[i]], i + 1
    if (
        tokens.text[i].isdecimal()
        and len(tokens.text[i]) <= 2
        and tokens.low[i + 1] in ("st", "nd", "rd", "th")
        and tokens.glued(i + 1)
    ):
        return int(tokens.text[i]), i + 2
    return None, i


def _with_year(tokens: Tokens, i: int, j: int, part: str, published: date | None) -> Said | None:
    year = year_at(tokens, j)
    if year:
        return Said(i, year[1], Partial(year=year[0], part=part))
    k = j + 1 if tokens.low[j] in ("of", "in") else j
    k = k + 1 if tokens.low[k] == "the" else k
    step = direction(tokens, k)
    if step is not None and tokens.low[k + 1] == "year" and published is not None:
        return Said(i, k + 2, Partial(year=published.year + step, part=part))
    if tokens.low[k] == "year" and k > j:
        return Said(i, k + 1, Partial(part=part))
    if part[0] == "H" and tokens.low[j] in ("of", "with", "goal", "-", "against"):
        return None  # the first half of a match, a text or a sum
    return Said(i, j, when=resolve(Partial(part=part), published, tense=tense(tokens, i, j)))
