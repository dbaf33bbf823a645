"""Parts of a year: "the first quarter of 2019", "the first nine months of 1990", "last year's second half"."""

from __future__ import annotations

from datetime import date, timedelta

from parsers.facts.quantity.number_words import tens_before
from parsers.facts.time import calendar, durations
from parsers.facts.time.calendar import Partial, When
from parsers.facts.time.context import direction
from parsers.facts.time.durations import Length
from parsers.facts.time.fiscal import fiscal_year, is_fiscal
from parsers.facts.time.offsets import shifted
from parsers.facts.time.resolve import resolve
from parsers.facts.time.said import Said, told_year, year_ago, year_at
from parsers.facts.time.tense import Tense, tense
from parsers.facts.time.words import ORDINALS
from parsers.facts.tokens import Tokens, words

MATCH_WORDS = words(
    """
    goal goals lead penalty strike substitute kick header try tries touchdown touchdowns match game lead equaliser
    equalizer corner whistle score scored minute minutes pass points innings
    """
)
"""Words right behind a half or quarter of a match."""

REPORTING = 75
"""Days after the end of a quarter in which its figures are still to come."""

FOR_ITS = (["for", "the"], ["for", "its"], ["for", "their"], ["for", "a"])

SEVERAL = frozenset({"two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven"})


def part_of_year(tokens: Tokens, i: int, published: date | None) -> Said | None:
    """ "the first quarter of 2019", "second half of last year", "third-quarter", "first nine months of 1990"."""
    number, k = rank(tokens, i)
    if number is None:
        return None
    fiscal = tokens.low[k] in ("fiscal", "financial")
    k = k + 1 if fiscal or tokens.low[k] == "-" else k
    low = tokens.low[k]
    if low in ("quarter", "half") and number <= (4 if low == "quarter" else 2):
        part = ("Q" if low == "quarter" else "H") + str(number)
        if fiscal or is_fiscal(tokens, i):
            return _fiscal_part(tokens, i, k + 1, part, published)
        return None if _of_a_match(tokens, k + 1) else _with_year(tokens, i, k + 1, part, published)
    if low in SEVERAL or low.isdecimal():
        return _opening_of(tokens, i, k, published)
    return _last_of_two(tokens, i, k, number, published)


def parts_together(tokens: Tokens, i: int, published: date | None) -> Said | None:
    """ "the second and third quarters of 2020", "first and second halves": one stretch where they touch."""
    first, k = rank(tokens, i)
    if first is None or tokens.low[k] not in ("and", "to", "through", "-", "–"):
        return None
    k = k + 2 if tokens.low[k + 1] == "the" else k + 1
    last, j = rank(tokens, k)
    letter = {"quarters": "Q", "halves": "H"}.get(tokens.low[j])
    if last is None or letter is None or not first < last <= (4 if letter == "Q" else 2):
        return None
    if fiscal_year(tokens, j + 1):
        return None
    end = _with_year(tokens, i, j + 1, f"{letter}{last}", published)
    when = (end.when or resolve(end.partial or Partial(), published)) if end else None
    if end is None or when is None or when.start is None:
        return None
    if last > first + 1 and tokens.low[k - 1] in ("and", "the"):
        told = end.partial.year if end.partial else None
        return Said(i, rank(tokens, i)[1], when=_one_of(f"{letter}{first}", told))
    begin = calendar.of_part(int(when.value[:4]), f"{letter}{first}")
    return Said(
        i, end.end, when=When(type="DATE", value=f"{begin.value}/{when.value}", start=begin.start, end=when.end)
    )


def _one_of(part: str, year: int | None) -> When:
    """A quarter or half of a year, or of any where none is told ("sales are made in the second and fourth quarters")."""
    return calendar.of_part(year, part) if year is not None else When(type="DATE", value=f"XXXX-{part}")


def _last_of_two(tokens: Tokens, i: int, k: int, number: int, published: date | None) -> Said | None:
    """The "fourth quarters" of "the second and fourth quarters of 2019"."""
    letter = {"quarters": "Q", "halves": "H"}.get(tokens.low[k])
    before = i - 2 if tokens.low[i - 1] == "and" else i - 3 if tokens.low[i - 2 : i] == ["and", "the"] else 0
    if letter is None or tokens.low[before] not in ORDINALS:
        return None
    end = _with_year(tokens, i, k + 1, f"{letter}{number}", published)
    told = end.partial.year if end and end.partial else None
    return Said(i, end.end if end else k + 1, when=_one_of(f"{letter}{number}", told))


def _fiscal_part(tokens: Tokens, i: int, j: int, part: str, published: date | None) -> Said:
    """ "fiscal third quarter", "third fiscal quarter of 2022", "second fiscal quarter last year"."""
    year = fiscal_year(tokens, j) or year_at(tokens, j) or told_year(tokens, j, published)
    return Said(
        i - 1 if is_fiscal(tokens, i) else i,
        year[1] if year else j,
        Partial(year=year[0] if year else None, part=part, fiscal=True),
    )


def _of_a_match(tokens: Tokens, j: int) -> bool:
    """Is the half or quarter before token j one of a match?"""
    return not MATCH_WORDS.isdisjoint(tokens.low[j : j + 3])


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
        return tens_before(tokens, i) + ORDINALS[tokens.low[i]], i + 1  # "the twenty-first century"
    if (
        tokens.text[i].isdecimal()
        and len(tokens.text[i]) <= 2
        and tokens.low[i + 1] in ("st", "nd", "rd", "th")
        and tokens.glued(i + 1)
    ):
        return int(tokens.text[i]) or None, i + 2  # nothing is the 0th
    return None, i


def with_tens(tokens: Tokens, i: int, found: Said | None) -> Said | None:
    """An expression whose rank at token i is the second half of a word, from its first half on: "the | twenty-first century"."""
    if found is None or found.start != i or not tens_before(tokens, i):
        return found
    return found._replace(start=i - 2)


def _with_year(tokens: Tokens, i: int, j: int, part: str, published: date | None) -> Said | None:
    fiscal = fiscal_year(tokens, j)
    if fiscal:
        return Said(i, fiscal[1], Partial(year=fiscal[0], part=part, fiscal=True))
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
    if part[0] == "H" and tokens.low[j] in ("of", "with", "-", "against"):
        return None  # the first half of a match, a text or a sum
    if year_ago(tokens, j) and published is not None:
        last = resolve(Partial(part=part), published)
        return Said(i, j + 3, Partial(year=int(last.value[:4]) - 1, part=part))
    if _reported(tokens, i):
        return Said(i, j, when=_latest(part, published, tense(tokens, i, j)))
    return Said(i, j, when=resolve(Partial(part=part), published, tense=tense(tokens, i, j)))


def _reported(tokens: Tokens, i: int) -> bool:
    """Is the part one that figures are told of ("third-quarter earnings", "a loss for the third quarter")?"""
    return tokens.low[i + 1] == "-" or tokens.low[i - 1] == "for" or tokens.low[i - 2 : i] in FOR_ITS


def _latest(part: str, published: date | None, told: Tense) -> When:
    """The last such part that has begun; in a forecast, when it has ended weeks ago, the next one."""
    last = resolve(Partial(part=part), published)
    if told != "future" or published is None or last.end is None:
        return last
    recent = (published - date.fromisoformat(last.end)).days <= REPORTING
    return last if recent else resolve(Partial(part=part), published, tense="future")
