"""Calendar dates as printed: "28 March 2024", "March 28", "2024-03-28", "Tuesday", "2013", "the 1990s", "Q3 2019"."""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

from parsers.facts.time import calendar
from parsers.facts.time.calendar import Partial, When
from parsers.facts.time.words import (
    ASKS_FOR_TIME,
    DECADES,
    DOUBTFUL_MONTHS,
    MONTHS,
    ORDINALS,
    SEASONS,
    SUFFIXES,
    UNITS,
    WEEKDAYS,
)
from parsers.facts.tokens import Tokens, words

DASHES = frozenset({"-", "–", "—", "/", ".", "~"})
YEARS = range(1000, 2200)
LIKELY_YEARS = range(1700, 2151)

NOT_BEFORE_YEARS = words(
    """
    $ € £ ¥ ₹ # no rs than least nearly almost some only exactly + numbering page pages
    """
)
"""A four-digit number behind one of these is an amount or a label."""

PLACES_OF_YEARS = words(
    """
    in since by until till before after during from of the between and to through year ( , early late mid circa for
    or as on last fiscal calendar at around about its their his her our a end - – ’ ' versus vs than with spring
    summer autumn winter fall fy cy that when but ended ending throughout into [ — beyond
    """
)


class Said(NamedTuple):
    """An expression over tokens `start` to `end` (exclusive): a date with holes, or a time already known.

    `offset`: a length of time was made a point in time ("two years ago").
    """

    start: int
    end: int
    partial: Partial | None = None
    when: When | None = None
    offset: bool = False


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
    if text.isdecimal() and len(text) == 4 and int(text) in YEARS and not _goes_on(tokens, k + 1):
        return int(text), k + 1
    return None


def _goes_on(tokens: Tokens, i: int) -> bool:
    """The number is longer than its digits: "2019.5", "2019th", "2019%"."""
    return tokens.glued(i) and (tokens.text[i].isalpha() or tokens.low[i] in ("%", "$"))


def month_at(tokens: Tokens, i: int) -> Said | None:
    """A date around the month name at token i."""
    month = MONTHS[tokens.low[i]]
    start, day = _day_before(tokens, i)
    j = (
        i + 2
        if len(tokens.low[i]) <= 4 and tokens.low[i + 1] == "." and tokens.low[i] not in ("may", "june", "july")
        else i + 1
    )
    if day is None:
        day, j = _day_behind(tokens, j)
    year = year_at(tokens, j)
    if year:
        return Said(start, year[1], Partial(year=year[0], month=month, day=day))
    if day is None and not _is_month(tokens, i):
        return None
    return Said(start, j, Partial(month=month, day=day))


def _day_before(tokens: Tokens, i: int) -> tuple[int, int | None]:
    """ "28 March", "28th of March", "the 28th day of March"."""
    k = i - 1 if tokens.low[i - 1] == "of" else i
    k = k - 1 if tokens.low[k - 1] == "day" and k < i else k
    for length in (2, 1, 3):
        at = k - length
        found = day_number(tokens, at) if at >= 0 and tokens.low[at - 1] not in ("$", "€", "£", "¥") else None
        if (
            found
            and found[1] == k
            and (k == i or tokens.text[at].isdecimal() is False or tokens.low[at + 1] in SUFFIXES or k < i)
        ):
            return at, found[0]
    return i, None


def _day_behind(tokens: Tokens, j: int) -> tuple[int | None, int]:
    k = j + 1 if tokens.low[j] == "the" else j
    found = day_number(tokens, k)
    if (
        not found
        or _goes_on(tokens, found[1])
        or (
            tokens.low[found[1]] in ("%", "percent", "million", "billion", "-") and not _range_of_days(tokens, found[1])
        )
    ):
        return None, j
    if tokens.low[found[1]] == ":" and tokens.glued(found[1]):
        return None, j
    return found


def _range_of_days(tokens: Tokens, j: int) -> bool:
    return tokens.low[j] == "-"


def _is_month(tokens: Tokens, i: int) -> bool:
    """Is a month name without day or year a month? Names and verbs are not."""
    low, before = tokens.low[i], tokens.low[i - 1]
    if tokens.low[i + 1] in ("-", "–", "to", "through") and tokens.low[i + 2] in MONTHS and tokens.text[i].istitle():
        return True
    if low not in DOUBTFUL_MONTHS:
        return not (tokens.text[i + 1][:1].isupper() and tokens.text[i].istitle() and tokens.text[i - 1][:1].isupper())
    if low == "may" and not tokens.text[i].istitle():
        return before in ("in", "since", "until", "last", "next", "late", "early", "of") and tokens.low[i + 1] not in (
            "be",
            "have",
            "not",
            "also",
        )
    if low in ("march", "august") and tokens.text[i].islower():
        return before in ("in", "since", "until", "last", "next")
    return before in ASKS_FOR_TIME and not (before == "the" and low in ("march", "may"))


def weekday_at(tokens: Tokens, i: int) -> Said | None:
    """A weekday, and the date that may follow it ("Tuesday, March 7", "Friday 2018-7-6", "Monday 21")."""
    low = tokens.low[i]
    if len(low) <= 5 and (
        not tokens.text[i].istitle() or (low in ("wed", "mon", "sun", "sat") and not _looks_dated(tokens, i))
    ):
        return None
    number, j = WEEKDAYS[low], i + 1
    if len(low) <= 5 and tokens.low[j] == ".":
        j += 1
    date = _date_behind(tokens, j)
    if date and date.partial:
        bare = date.partial.month is None
        return Said(i, date.end, replace(date.partial, weekday=number) if bare else date.partial)
    if low.endswith("days"):
        return Said(i, j, when=When(type="SET", value=f"XXXX-WXX-{number + 1}"))
    return Said(i, j, Partial(weekday=number))


def _looks_dated(tokens: Tokens, i: int) -> bool:
    return (
        tokens.low[i - 1] in ("on", "next", "last", "this", "week")
        or tokens.low[i + 1] in (",", ".", *MONTHS)
        or tokens.text[i + 1].isdecimal()
    )


def _date_behind(tokens: Tokens, j: int) -> Said | None:
    k = j
    while tokens.low[k] in (",", "(", "-", "the") and k - j < 2:
        k += 1
    if tokens.low[k] in MONTHS:
        found = month_at(tokens, k)
        if not (found and found.partial and found.partial.day):
            return None
        return found._replace(end=found.end + 1) if tokens.low[k - 1] == "(" and tokens.low[found.end] == ")" else found
    if tokens.text[k][:1].isdecimal():
        found = numeric(tokens, k) or _day_month(tokens, k)
        if found or tokens.low[k + 1] not in SUFFIXES:
            return found
    day = day_number(tokens, k) if tokens.low[k - 1] == "the" or tokens.low[k + 1] in SUFFIXES else None
    return Said(j, day[1], Partial(day=day[0])) if day else None


def _day_month(tokens: Tokens, k: int) -> Said | None:
    day = day_number(tokens, k)
    if not day:
        return None
    j = day[1] + 1 if tokens.low[day[1]] == "of" else day[1]
    if tokens.low[j] in MONTHS:
        return month_at(tokens, j)
    return None


def numeric(tokens: Tokens, i: int) -> Said | None:
    """ "2024-03-28", "2024-03", "28/03/2024", "3/28/24", "05-Aug-2016", "28.03.2024"."""
    text = tokens.text[i]
    if text.count(".") == 2 and "," not in text:
        return _dotted(i, text)
    sign = tokens.low[i + 1]
    if (
        len(text) > 4
        or sign not in ("-", "/")
        or not (tokens.glued(i + 1) and tokens.glued(i + 2))
        or not text.isdecimal()
    ):
        return None
    second, third = tokens.text[i + 2], tokens.text[i + 4]
    if tokens.low[i + 3] == sign and tokens.glued(i + 3) and tokens.glued(i + 4):
        return _three(i, text, second, third) if not tokens.glued(i + 5) or not tokens.text[i + 5].isalnum() else None
    return _two(tokens, i, text, second, sign)


def _dotted(i: int, text: str) -> Said | None:
    day, month, year = text.split(".")
    if (
        len(year) == 4
        and len(day) <= 2
        and len(month) <= 2
        and int(year) in LIKELY_YEARS
        and calendar.valid(int(year), int(month), int(day))
    ):
        return Said(i, i + 1, Partial(year=int(year), month=int(month), day=int(day)))
    return None


def _month_number(text: str) -> int | None:
    number = int(text) if text.isdecimal() and len(text) <= 2 else MONTHS.get(text.lower(), 0)
    return number if 1 <= number <= 12 else None


def _three(i: int, first: str, second: str, third: str) -> Said | None:
    """Three fields: year first, or (as in the United States unless impossible) month, day, year."""
    if len(first) == 4:
        year, month, day = first, second, third
        if not _month_number(month):
            month, day = day, month
    elif second.isalpha() or int(second if second.isdecimal() else 0) <= 12 < int(first):
        day, month, year = first, second, third
    else:
        month, day, year = first, second, third
    number, whole = _month_number(month), _whole_year(year)
    if number and whole and day.isdecimal() and len(day) <= 2 and 1 <= int(day) <= 31:
        return Said(i, i + 5, Partial(year=whole, month=number, day=int(day)))
    return None


def _whole_year(text: str) -> int | None:
    if not text.isdecimal():
        return None
    if len(text) == 4:
        return int(text) if int(text) in LIKELY_YEARS else None
    return (2000 if int(text) < 40 else 1900) + int(text) if len(text) == 2 else None


def _two(tokens: Tokens, i: int, first: str, second: str, sign: str) -> Said | None:
    """Two fields: a year and a month ("2015-3", "12-2015"), or a month and a day after a word that asks for a time."""
    if (
        len(first) == 4
        and len(second) <= 2
        and int(first) in LIKELY_YEARS
        and _month_number(second)
        and second.isdecimal()
        and sign == "-"
    ):
        return Said(i, i + 3, Partial(year=int(first), month=int(second)))
    if len(second) == 4 and second.isdecimal() and int(second) in LIKELY_YEARS and _month_number(first):
        return Said(i, i + 3, Partial(year=int(second), month=int(first)))
    if (
        sign != "/"
        or tokens.low[i - 1] not in ("on", "since", "by", "until", "from", "before", "after", "between")
        or not second.isdecimal()
        or len(first + second) > 4
    ):
        return None
    month, day = (int(second), int(first)) if int(first) > 12 else (int(first), int(second))
    return Said(i, i + 3, Partial(month=month, day=day)) if 1 <= month <= 12 and 1 <= day <= 31 else None


def bare_year(tokens: Tokens, i: int) -> Said | None:
    """Four digits that are a year, not an amount, a title or a label."""
    text = tokens.text[i]
    if (
        len(text) != 4
        or not text.isdecimal()
        or int(text) not in YEARS
        or _goes_on(tokens, i + 1)
        or (tokens.glued(i) and tokens.text[i - 1].isalnum())
    ):
        return None
    before, after = tokens.low[i - 1], tokens.low[i + 1]
    if (
        before in NOT_BEFORE_YEARS
        or after in ("%", "percent", "million", "billion", "people", "pct", "per", "m", "km")
        or after in UNITS
    ):
        return None
    if (
        before == "-"
        and tokens.glued(i)
        and tokens.glued(i - 1)
        and not tokens.text[i - 2].isdecimal()
        and tokens.low[i - 2] not in ("mid", "pre", "post", "early", "late")
    ):
        return None
    if (
        after in ("-", "/")
        and tokens.glued(i + 1)
        and tokens.glued(i + 2)
        and not tokens.text[i + 2].isdecimal()
        and tokens.low[i + 2] != "h"
    ):
        return None
    part = _part_behind(tokens, i)
    if part:
        return part
    if not _place_for_year(tokens, i):
        return None
    label = i - 1 if before == "year" else i
    fiscal = tokens.low[label - 1] in ("fiscal", "financial") and label < i
    if label < i and tokens.low[label - 1] in ("fiscal", "financial", "calendar"):
        label -= 1
    return Said(label, i + 1, Partial(year=int(text), fiscal=fiscal))


def _part_behind(tokens: Tokens, i: int) -> Said | None:
    """ "2019 Q1", "2019-H2"."""
    k = i + 2 if tokens.low[i + 1] == "-" else i + 1
    rank, unit = ORDINALS.get(tokens.low[k], 9), tokens.low[k + 1]
    if (unit == "quarter" and rank <= 4) or (unit == "half" and rank <= 2):
        return Said(i, k + 2, Partial(year=int(tokens.text[i]), part=("Q" if unit == "quarter" else "H") + str(rank)))
    if tokens.low[k] not in ("q", "h"):
        return None
    found = labelled_part(tokens, k)
    return found if found and found.start == i else None


def _place_for_year(tokens: Tokens, i: int) -> bool:
    number, before, after = int(tokens.text[i]), tokens.low[i - 1], tokens.low[i + 1]
    plural = (
        after.endswith("s")
        and not after.endswith(("ss", "us", "is"))
        and tokens.text[i + 1].islower()
        and len(after) > 3
    )
    if number not in LIKELY_YEARS:
        return before in ("in", "since", "until", "year", "circa") and not plural
    if before in (
        "in",
        "since",
        "during",
        "year",
        "by",
        "until",
        "after",
        "before",
        "between",
        "early",
        "late",
        "mid",
        "from",
        "end",
    ):
        return not plural or (before in ("in", "since", "during") and tokens.low[i + 2] not in ("of", "in", "and"))
    if before in PLACES_OF_YEARS:
        return not plural
    named = tokens.text[i - 1][:1].isupper() and i > 0
    if named:
        return False
    return (
        not plural
        and number in range(1900, 2051)
        and (i == 0 or before.isalpha() or before in ("=", ";", ":", ".", '"', "”", ")"))
    )


def decade_at(tokens: Tokens, i: int) -> Said | None:
    """ "1990s", "'90s", "1990’s"."""
    text, j = tokens.text[i], i + 1
    if tokens.low[j] in ("'", "’") and tokens.glued(j):
        j += 1
    if tokens.low[j] != "s" or not tokens.glued(j) or not text.isdecimal() or not text.endswith("0"):
        return None
    if len(text) == 4 and int(text) in YEARS and j == i + 1:
        return Said(i, j + 1, when=calendar.of_decade(int(text)))
    if len(text) == 2 and tokens.low[i - 1] in ("'", "’", "‘", "the", "mid", "early", "late") and int(text) >= 20:
        quoted = tokens.low[i - 1] in ("'", "’", "‘")
        return Said(i - 1 if quoted else i, j + 1, when=calendar.of_decade(1900 + int(text)))
    return None


def named_decade(tokens: Tokens, i: int) -> Said | None:
    """ "the nineties", "the 1920s" in words."""
    if tokens.low[i - 1] in ("the", "early", "late", "mid"):
        return Said(i, i + 1, when=calendar.of_decade(1900 + DECADES[tokens.low[i]]))
    return None


def season_at(tokens: Tokens, i: int) -> Said | None:
    """A season where a time is asked for ("in summer", "spring 2016")."""
    code = SEASONS[tokens.low[i]]
    year = year_at(tokens, i + 1)
    if year:
        return Said(i, year[1], Partial(year=year[0], part=code))
    if tokens.low[i] in ("fall", "spring") and tokens.low[i - 1] not in ("last", "this", "next", "in"):
        return None
    if tokens.low[i - 1] in (
        "in",
        "since",
        "this",
        "last",
        "next",
        "by",
        "during",
        "until",
        "late",
        "early",
    ) or tokens.low[i - 2] in ("in", "over", "during", "by"):
        return Said(i, i + 1, Partial(part=code))
    return None


def labelled_part(tokens: Tokens, i: int) -> Said | None:
    """ "Q1", "H2 2019", "FY2020", "W31" where the letter touches its digits."""
    letter, digits = tokens.low[i], tokens.text[i + 1]
    if letter in ("fy", "cy"):
        return _labelled_year(tokens, i)
    if (
        not tokens.glued(i + 1)
        or not digits.isdecimal()
        or len(digits) != 1
        or not 1 <= int(digits) <= (4 if letter == "q" else 2)
    ):
        return None
    part = letter.upper() + digits
    before = tokens.text[i - 1] if tokens.low[i - 1] != "-" else tokens.text[i - 2]
    if before.isdecimal() and len(before) == 4 and int(before) in LIKELY_YEARS:
        return Said(i - 1 if tokens.low[i - 1] != "-" else i - 2, i + 2, Partial(year=int(before), part=part))
    year = year_at(tokens, i + 2)
    return Said(i, year[1], Partial(year=year[0], part=part)) if year else Said(i, i + 2, Partial(part=part))


def _labelled_year(tokens: Tokens, i: int) -> Said | None:
    digits = tokens.text[i + 1]
    year = _whole_year(digits) if digits.isdecimal() and (tokens.glued(i + 1) or len(digits) == 4) else None
    return Said(i, i + 2, Partial(year=year, fiscal=tokens.low[i] == "fy")) if year else None


def complete(first: Partial, last: Partial) -> Partial:
    """The first end of a range with what only the last one says ("Nov-Feb 2017": November 2016)."""
    if first.year is not None or last.year is None or first.month is None:
        if first.month is None and first.day is not None and last.month is not None:
            return replace(first, year=last.year, month=last.month)
        return first
    return replace(first, year=last.year - 1 if last.month is not None and first.month > last.month else last.year)
