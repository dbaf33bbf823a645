"""Dates in figures: "2024-03-28", "2024-03", "28/03/2024", "3/28/24", "05-Aug-2016", "28.03.2024"."""

from __future__ import annotations

from parsers.facts.time import calendar
from parsers.facts.time.calendar import Partial
from parsers.facts.time.said import LIKELY_YEARS, Said, whole_year
from parsers.facts.time.words import MONTHS, WEEKDAYS
from parsers.facts.tokens import Tokens


def numeric(tokens: Tokens, i: int, *, day_first: bool = False) -> Said | None:
    """ "2024-03-28", "2024-03", "28/03/2024", "3/28/24", "05-Aug-2016", "28.03.2024"; `day_first`: 3/4 is 3 April."""
    joined = tokens.low[i - 1] == "-" and tokens.glued(i) and tokens.glued(i - 1) and tokens.text[i - 2].isdecimal()
    if joined and tokens.low[i + 1] == "-" and tokens.glued(i + 1):
        return None  # 133-03-03-2020
    return _numeric(tokens, i, day_first=day_first)


def _numeric(tokens: Tokens, i: int, *, day_first: bool) -> Said | None:
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
        whole = _three(i, text, second, third, day_first=day_first)
        return _at_hour(tokens, whole) if tokens.glued(i + 5) and tokens.text[i + 5].isalnum() else whole
    return _two(tokens, i, text, second, sign)


def _at_hour(tokens: Tokens, day: Said | None) -> Said | None:
    """ "2019-11-04T08:15:00Z", "2019-11-04T08:15:00.000+02:00": a day and an hour as ISO 8601 prints them; the clock as printed."""
    if day is None or day.partial is None or tokens.low[day.end] != "t":
        return None
    hour, minute = day.end + 1, day.end + 3
    digits = tokens.text[hour] + tokens.text[minute]
    if tokens.low[hour + 1] != ":" or not (digits.isdecimal() and len(digits) == len("0815") and tokens.glued(minute)):
        return None
    end = minute + 1
    while end < min(tokens.size, minute + LONGEST_ZONE) and tokens.glued(end) and _of_hour(tokens, end):
        end += 1
    return Said(day.start, end, day.partial._replace(clock=f"T{digits[:2]}:{digits[2:]}"))


LONGEST_ZONE = 8
"""Tokens of seconds and zone behind the minutes, at most."""


def _of_hour(tokens: Tokens, k: int) -> bool:
    text = tokens.text[k]
    if text in (":", "+", "-", "−"):
        return tokens.text[k + 1][:1].isdecimal() and tokens.glued(k + 1)
    return text == "Z" or text.replace(".", "").isdecimal()


def either_way(tokens: Tokens, i: int) -> bool:
    """Can the date in figures at token i be read month first and day first: "03/04/2019"?"""
    first, second = tokens.text[i], tokens.text[i + 2]
    if tokens.low[i + 1] not in ("/", "-") or tokens.low[i + 3] != tokens.low[i + 1]:
        return False
    fields = len(first) <= 2 and len(second) <= 2 and first.isdecimal() and second.isdecimal()
    return fields and first != second and int(first) <= 12 and int(second) <= 12


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


def _three(i: int, first: str, second: str, third: str, *, day_first: bool) -> Said | None:
    """Three fields: year first, or (as in the United States unless impossible) month, day, year."""
    if len(first) == 4:
        year, month, day = first, second, third
        if not _month_number(month):
            month, day = day, month
    elif day_first or second.isalpha() or int(second if second.isdecimal() else 0) <= 12 < int(first):
        day, month, year = first, second, third
    else:
        month, day, year = first, second, third
    number, whole = _month_number(month), whole_year(year)
    if number and whole and day.isdecimal() and len(day) <= 2 and 1 <= int(day) <= 31:
        return Said(i, i + 5, Partial(year=whole, month=number, day=int(day)))
    return None


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
    weekday = _behind_weekday(tokens, i)
    if (
        sign != "/"
        or (
            not weekday
            and tokens.low[i - 1] not in ("on", "since", "by", "until", "from", "before", "after", "between")
        )
        or not second.isdecimal()
        or len(first + second) > 4
    ):
        return None
    month, day = (int(second), int(first)) if int(first) > 12 else (int(first), int(second))
    fits = 1 <= month <= 12 and 1 <= day <= 31 and tokens.low[i + 3] != "of"
    return Said(i, i + 3, Partial(month=month, day=day)) if fits else None


def _behind_weekday(tokens: Tokens, i: int) -> bool:
    """ "Sat 3/27", "Sat. 3/27", "Saturday, 3/27", "Sat., 3/27"."""
    k = i - 2 if tokens.low[i - 1] == "," else i - 1
    return tokens.low[k - 1 if tokens.low[k] == "." else k] in WEEKDAYS
