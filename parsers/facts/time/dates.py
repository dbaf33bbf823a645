"""Months, days and weekdays as printed: "28 March 2024", "March 28", "Tuesday, March 7", "Wednesday the 31st"."""

from __future__ import annotations

from datetime import date

from parsers.facts.quantity.numbers import SMALL
from parsers.facts.time import calendar
from parsers.facts.time.calendar import Partial, When
from parsers.facts.time.context import direction
from parsers.facts.time.holidays import named_day
from parsers.facts.time.numeric import numeric
from parsers.facts.time.resolve import resolve
from parsers.facts.time.said import Said, day_number, goes_on, told_year, year_ago, year_at
from parsers.facts.time.words import (
    ASKS_FOR_TIME,
    DAY_PARTS,
    DOUBTFUL_MONTHS,
    EDGES,
    MONTHS,
    ORDINALS,
    SUFFIXES,
    UNITS,
    WEEKDAYS,
)
from parsers.facts.tokens import Tokens, words

COUNTED = frozenset({"am", "pm", "a", "p", "people", "percent", "pct", "million", "billion", "men", "women", "of"})
"""What a number behind a weekday counts, or the rest of its clock time."""


def month_at(tokens: Tokens, i: int, published: date | None = None) -> Said | None:
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
    if day is None and _one_of_quarters(tokens, j, month):
        return None
    year = year_at(tokens, j) or told_year(tokens, j, published)
    quarter = _quarter_named(tokens, i, year[1] if year else j) if day is None and month % 3 == 0 else None
    if quarter:
        year = year or year_at(tokens, quarter) or told_year(tokens, quarter, published)
        part = Partial(year=year[0] if year else None, part=f"Q{month // 3}")
        return Said(start, max(quarter, year[1]) if year else quarter, part)
    if year:
        return Said(start, year[1], Partial(year=year[0], month=month, day=day))
    if year_ago(tokens, j) and published is not None and (day is not None or _is_month(tokens, i)):
        when = resolve(Partial(month=month, day=day), published)
        year = (int(when.value[:4]) - 1, j + 3) if when.value[:4].isdecimal() else None
        return Said(start, j + 3, Partial(year=year[0], month=month, day=day)) if year else None
    if day is None and (not _is_month(tokens, i) or _first_name(tokens, i)):
        return None
    known = named_day(tokens, Partial(month=month, day=day), j, published)
    if known:
        return Said(start, j, Partial(year=known.year, month=month, day=day))
    return Said(start, j, Partial(month=month, day=day))


def _one_of_quarters(tokens: Tokens, j: int, month: int) -> bool:
    """ "the April and July quarters", "the April quarter": quarters by a month that ends none may begin or end with it."""
    if tokens.low[j] in ("and", "or") and tokens.low[j + 1] in MONTHS and tokens.low[j + 2] == "quarters":
        return True
    return tokens.low[j] == "quarters" or (tokens.low[j] == "quarter" and month % 3 != 0)


def _quarter_named(tokens: Tokens, i: int, j: int) -> int | None:
    """The token behind "(June) quarter", "(the March 2021) quarter": quarters are named by their last month too."""
    if tokens.low[i - 1] in ("-", "–", "to", "through", "and"):
        return None  # "the January-March quarter"
    k = j + 1 if tokens.low[j] == "-" else j
    return k + 1 if tokens.low[k] == "quarter" else None


def _day_before(tokens: Tokens, i: int) -> tuple[int, int | None]:
    """ "28 March", "28th of March", "the 28th day of March"."""
    k = i - 1 if tokens.low[i - 1] == "of" else i
    k = k - 1 if tokens.low[k - 1] == "day" and k < i else k
    for length in (2, 3, 1):
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
    worded = int(SMALL.get(tokens.low[k], 0)) if tokens.text[k].istitle() else 0
    if 1 <= worded <= 9 or _told_in_words(tokens, j, k):
        return worded or int(SMALL[tokens.low[k]]), k + 1  # "May Three", "begins on March nine", as wires print it
    found = day_number(tokens, k)
    if (
        not found
        or goes_on(tokens, found[1])
        or (
            tokens.low[found[1]] in ("%", "percent", "million", "billion", "-") and not _range_of_days(tokens, found[1])
        )
    ):
        return None, j
    if tokens.low[found[1]] == ":" and tokens.glued(found[1]) and tokens.text[found[1] + 1].isdecimal():
        return None, j
    return found


def _told_in_words(tokens: Tokens, j: int, k: int) -> bool:
    """Is a number in words the day of the month before token j: "from March two to"; not "in March nine people died"?"""
    month = j - 2 if tokens.low[j - 1] == "." else j - 1
    day = int(SMALL.get(tokens.low[k], 0))
    led = tokens.low[month - 1] in ("on", "by", "until", "through", "from", "to", "dated", "effective", "before", "after", "since")  # fmt: skip
    return 1 <= day <= 19 and led and tokens.low[k + 1] in BEHIND_A_DAY


BEHIND_A_DAY = words(", . ; ) to and or at for in with when because unless after before from") | {""}
"""Behind a day in words; a noun would be what the number counts."""


def _range_of_days(tokens: Tokens, j: int) -> bool:
    return tokens.low[j] == "-"


def _first_name(tokens: Tokens, i: int) -> bool:
    """ "Jan-Michael": half of a name; not "Jan-March"."""
    hyphen = tokens.low[i + 1] == "-" and tokens.glued(i + 1) and tokens.glued(i + 2)
    return hyphen and tokens.text[i + 2].istitle() and tokens.low[i + 2] not in MONTHS


def _is_month(tokens: Tokens, i: int) -> bool:
    """Is a month name without day or year a month? Names and verbs are not."""
    low, before = tokens.low[i], tokens.low[i - 1]
    if tokens.low[i + 1] in ("-", "–", "to", "through") and tokens.low[i + 2] in MONTHS and tokens.text[i].istitle():
        return True
    if len(low) == 3 and low != "may" and tokens.low[i + 1] != "." and tokens.text[i + 1][:1].isupper():
        return False  # Jan Kavan
    if tokens.text[i].istitle() and (low == "may" and _is_person(tokens, i)):
        return False
    if low not in DOUBTFUL_MONTHS:
        return not (tokens.text[i + 1][:1].isupper() and tokens.text[i].istitle() and tokens.text[i - 1][:1].isupper())
    if tokens.text[i].istitle() and len(before) > len("best") and before.endswith("est"):
        return True  # "the wettest May since 1990"
    if low == "may" and not tokens.text[i].istitle():
        return before in ("in", "since", "until", "last", "next", "late", "early", "of") and tokens.low[i + 1] not in (
            "be",
            "have",
            "not",
            "also",
        )
    if low in ("march", "august") and tokens.text[i].islower():
        return before in ("in", "since", "until", "last", "next")
    if before == "the" and low in ("march", "may"):
        after = tokens.text[i + 1]
        return after.isalpha() and after.islower() and len(after) > 4 and tokens.text[i].istitle()
    return before in ASKS_FOR_TIME


def _is_person(tokens: Tokens, i: int) -> bool:
    """Is "May" at token i somebody's name?"""
    if tokens.low[i - 1] in ("in", "since", "until", "last", "next", "this", "during", "mid", "early", "late", "by"):
        return False
    if tokens.low[i - 1] == "of" and (
        tokens.low[i - 2] in UNITS or tokens.low[i - 2] in EDGES or tokens.low[i - 2] in WEEKDAYS
    ):
        return False  # "the second week of May was wet"
    said = tokens.low[i + 1] in ("said", "told", "says", "has", "was", "will", "had", "who", "is", "also", "'", "’")
    return said or (i > 0 and tokens.text[i - 1].istitle() and tokens.low[i - 1] not in ASKS_FOR_TIME)


_OF_FEASTS = frozenset(("in", "of", "after", "before"))
FEASTS_MOVED = frozenset("advent lent easter christmas pentecost epiphany trinity ramadan passover".split())
"""Feasts and seasons of feasts from which a weekday is counted: not the one nearest to the day of publication."""


def weekday_at(tokens: Tokens, i: int) -> Said | None:
    """A weekday, and the date that may follow it ("Tuesday, March 7", "Friday 2018-7-6", "Monday 21")."""
    low = tokens.low[i]
    if len(low) <= 5 and (
        not tokens.text[i].istitle() or (low in ("wed", "mon", "sun", "sat") and not _looks_dated(tokens, i))
    ):
        return None
    if _is_name(tokens, i):
        return None
    if tokens.low[i + 1] in _OF_FEASTS and tokens.low[i + 2] in FEASTS_MOVED:
        return None  # "the second Sunday in Advent", "the Saturday before Christmas"
    number, j = WEEKDAYS[low], i + 1
    if len(low) <= 5 and tokens.low[j] == ".":
        j += 1
    found = _date_behind(tokens, j)
    if found and found.partial:
        told = found.partial.year is not None and found.partial.month is not None
        return Said(i, found.end, found.partial if told else found.partial._replace(weekday=number))
    if tokens.low[i - 2 : i] == ["on", "a"]:
        return Said(i, j, when=When(type="DATE", value=f"XXXX-WXX-{number + 1}"))  # some Thursday
    last = tokens.low[j + 1]
    if (
        last in WEEKDAYS
        and len(last) > 5
        and tokens.low[j] in ("to", "through", "-", "–")
        and tokens.low[i - 1] not in ("from", "between")
    ):
        return Said(i, j + 2, when=When(type="SET", value=f"XXXX-WXX-{number + 1}/XXXX-WXX-{WEEKDAYS[last] + 1}"))
    nights = j + 2 if tokens.low[j] in ("and", "or") and last in WEEKDAYS and len(last) > len("thurs") else j
    if tokens.low[nights] in PARTS_OF_DAYS and nights > j:
        part = DAY_PARTS[tokens.low[nights][:-1]]
        return Said(i, j, when=When(type="SET", value=f"XXXX-WXX-{number + 1}T{part}"))  # "Monday and | Tuesday nights"
    if tokens.low[j] in PARTS_OF_DAYS:
        part = DAY_PARTS[tokens.low[j][:-1]]
        return Said(i, j + 1, when=When(type="SET", value=f"XXXX-WXX-{number + 1}T{part}"))  # "Friday nights"
    if low.endswith("days"):
        return Said(i, j, when=When(type="SET", value=f"XXXX-WXX-{number + 1}"))
    return Said(i, j, Partial(weekday=number))


PARTS_OF_DAYS = frozenset(("mornings", "afternoons", "evenings", "nights"))

PAPERS = words(
    """
    times telegraph mirror mail post express star herald world people sun independent business guardian tribune journal
    review magazine mercury mass school club live gazette league
    """
)
"""Behind a weekday in capitals these make the name of a paper, a show or a club."""

NAMED_DAYS = words(
    "super bloody black cyber manic ruby giving fat shrove holy palm whit casual crazy blue good ash maundy easter"
)
"""Before a weekday these make the name of a day."""


def _is_name(tokens: Tokens, i: int) -> bool:
    """ "the Sunday Times", "Saturday Night Live", "Super Tuesday"."""
    titled = tokens.text[i + 1].istitle()
    if titled and (tokens.low[i + 1] in PAPERS or (tokens.low[i + 2] in PAPERS and tokens.text[i + 2].istitle())):
        return True
    return tokens.low[i - 1] in NAMED_DAYS and tokens.text[i - 1].istitle() and i > 0


def _looks_dated(tokens: Tokens, i: int) -> bool:
    k = i + 2 if tokens.low[i + 1] == "." else i + 1
    k = k + 1 if tokens.low[k] == "," else k
    return (
        tokens.low[i - 1] in ("on", "next", "last", "this", "week")
        or tokens.low[k] in MONTHS
        or tokens.text[k].isdecimal()
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
            return found or _bare_day(tokens, j, k)
    day = day_number(tokens, k) if tokens.low[k - 1] == "the" or tokens.low[k + 1] in SUFFIXES else None
    return Said(j, day[1], Partial(day=day[0])) if day else None


def _bare_day(tokens: Tokens, j: int, k: int) -> Said | None:
    """ "Sat 7", "Fri. 13": a number right behind a weekday's abbreviation."""
    weekday = tokens.low[k - 2 if tokens.low[k - 1] == "." else k - 1]
    day = day_number(tokens, k)
    after = tokens.low[k + 1]
    counted = after.isalpha() and (after.endswith("s") or after in COUNTED)
    if day is None or len(weekday) > 5 or weekday not in WEEKDAYS or counted or after in (":", "%", "-", "/"):
        return None
    return Said(j, day[1], Partial(day=day[0]))


def _day_month(tokens: Tokens, k: int) -> Said | None:
    day = day_number(tokens, k)
    if not day:
        return None
    j = day[1] + 1 if tokens.low[day[1]] == "of" else day[1]
    if tokens.low[j] in MONTHS:
        return month_at(tokens, j)
    return None


def day_first(tokens: Tokens, i: int, published: date | None) -> Said | None:
    """ "28 March 2024", "28th of March", "18-19 June", "the 18th"."""
    day = day_number(tokens, i)
    if not day:
        return None
    j = day[1]
    for k in (j, j + 1 if tokens.low[j] == "of" else j, j + 2 if tokens.low[j : j + 2] == ["day", "of"] else j):
        if tokens.low[k] in MONTHS:
            return month_at(tokens, k, published)
    ended = _days_of_one_month(tokens, i, j)
    if ended:
        return ended
    if tokens.low[j] in ("of", "day") and (tokens.low[i + 1] in SUFFIXES or tokens.low[i] in ORDINALS):
        return _day_of(tokens, i, j, day[0], published)
    if (
        tokens.low[i - 2 : i] == ["on", "the"]
        and tokens.low[i + 1] in ("st", "nd", "rd", "th")
        and tokens.low[j] in (".", ",", "", "?", "!", ";")
    ):
        month = next((k for k in range(j, min(j + 12, tokens.size)) if tokens.low[k] in MONTHS), None)
        listed = month_at(tokens, month, published) if month and tokens.low[j] == "," else None
        if listed and listed.partial and listed.partial.day:
            return Said(i, j, listed.partial._replace(day=day[0]))
        return Said(i, j, Partial(day=day[0]))
    return None


DAYS_JOINED = frozenset({"-", "–", "and", "to", ",", "until", "till", "through"})


def _days_of_one_month(tokens: Tokens, i: int, j: int) -> Said | None:
    """The first day of "18-19 June" or "18 and 19 June": it takes its month from the last."""
    at = j + 2 if tokens.low[j + 1] == "the" else j + 1
    last = day_number(tokens, at) if tokens.low[j] in DAYS_JOINED else None
    if last is None or not tokens.text[at].isdecimal():
        return None
    k = last[1] + 1 if tokens.low[last[1]] == "of" else last[1]
    if tokens.low[k] not in MONTHS:
        return None
    month = month_at(tokens, k)
    day = day_number(tokens, i)
    return Said(i, j, month.partial._replace(day=day[0])) if month and month.partial and day else None


def _day_of(tokens: Tokens, i: int, j: int, day: int, published: date | None) -> Said | None:
    """ "the 15th of next month", "the 15th day of this month"."""
    k = j + 2 if tokens.low[j] == "day" else j + 1
    step = direction(tokens, k)
    if step is None or tokens.low[k + 1] != "month" or published is None:
        return None
    month = calendar.add_months(published.replace(day=1), step)
    return Said(i, k + 2, Partial(year=month.year, month=month.month, day=day))
