"""Dates as people write them: a day in words or figures, a clock and a zone in any order, and nothing else beside them.

Where figures can be read in two ways, both readings are returned; whoever knows more decides.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, tzinfo
from functools import lru_cache

from parsers.fields.moments import Day, Reading
from parsers.fields.months import fold, joined, month_numbers, weekdays
from parsers.fields.words import words
from parsers.fields.zones import zone_of

# ----------------------------------------------------------------------------------------------------------- clocks

_START = r"(?<![\d.:/\-+−])(?:(?P<east>上午|下午|午前|午後|早上|晚上|凌晨|오전|오후)\s?)?(?P<h>\d{1,2})"
_HALF = r"(?:\s?(?:(?P<half>[ap])\.?\s?m\b\.?|(?P<other>ص|م|π\.?\s?μ|μ\.?\s?μ)(?!\w)\.?))?"
_SAID = r"(?:\s?(?:Uhr|hrs|hours|h|ч)\b)?"
_CLOCKS = tuple(
    re.compile(form, re.I)
    for form in (
        rf"{_START}(?:\s?[時时点點시]\s?|[:h])(?P<m>\d\d)\s?[分분]?(?::?(?P<s>\d\d)(?:[.,]\d+)?\s?[秒초]?)?(?![\d:]){_HALF}{_SAID}",
        rf"{_START}(?:\.(?P<m>[0-5]\d))?(?P<s>(?!))?(?=\s?[ap]\.?\s?m\b){_HALF}",
        rf"{_START}(?:\.(?P<m>[0-5]\d))?(?P<s>(?!))?\s?(?:Uhr|h|[時时点點시])(?!\w){_HALF}",
        rf"{_START}\.(?P<m>[0-5]\d)(?:\.(?P<s>[0-5]\d))?(?!\.?\d){_HALF}{_SAID}",
        rf"(?<![\d.:/\-+−])(?P<east>(?!))?(?P<h>[01]\d|2[0-3])(?P<m>[0-5]\d)(?P<s>(?!))?\s?(?:hrs?|hours|h|(?=(?:[A-Z]{{2,5}}|[+\-−]\d\d:?\d\d|Z)\b)){_HALF}",
    )
)
"""`09:30:15`, `9h30`, `9時30分`; `9 a.m.`, `9.30pm`; `9 Uhr`; `9.30`; `0930 GMT`, `0930 hrs`."""

_MORNING = words("a 上午 午前 早上 凌晨 오전 ص πμ")


def _clock(m: re.Match[str]) -> tuple[int, int, int | None] | None:
    """Hour, minute, second; None for hours that no clock of twelve hours has."""
    said = (m["half"] or m["other"] or m["east"] or "").lower()
    half = "".join(c for c in said if c.isalnum())
    hour = int(m["h"])
    if m["half"] and not 1 <= hour <= 12:
        return None
    if half and hour <= 12:
        hour = hour % 12 + (0 if half in _MORNING else 12)
    return hour, int(m["m"] or 0), int(m["s"]) if m["s"] else None


# ------------------------------------------------------------------------------------------------------------ zones

_ZONE = re.compile(
    r"\(?\b(?:GMT|UTC|gmt|utc)\s?[+\-−]\s?\d{1,2}(?::?\d\d)?\)?|\[[A-Za-z_]+(?:/[A-Za-z_+\-0-9]+){1,2}\]|\b[A-Z][A-Za-z]+(?:/[A-Z][A-Za-z_\-]+){1,2}(?:[+\-]\d{1,2})?"
    r"|(?<![\w\-])[+\-−]\d\d(?::?\d\d)?(?![\d:.])|\(?\b(?:[A-ZМСК]\.?){2,5}(?![\w./])\)?|\b(?:[A-Z][a-z]+ ){1,3}[Tt]ime\b|\bZ\b|\b(?:gmt|utc)\b"
)
_AGAIN = re.compile(
    r"\s*(?:\([^()]{2,40}\)|\[[A-Za-z_/+\-0-9]{2,40}\]|(?P<letters>[A-Z]{1,5})(?![\w/])|(?P<offset>[+\-]\d\d:?\d\d)(?!\d))"
)
_TWICE = re.compile(
    r"(?<=\d)(\s?(?:[+\-]\d\d:?\d\d|Z))\s?(?:\[[A-Za-z_/+\-0-9]{2,40}\]|\([^()]{2,40}\)|[A-Z]{1,5}|[+\-]\d\d:?\d\d)(?:\s?m=[+\-][\d.]+)?\Z"
)


def once(text: str) -> str:
    """A machine's date whose zone is given twice (`+0200 CEST`, `+02:00[Europe/Berlin]`, `Z[UTC]`) with the first alone."""
    return _TWICE.sub(r"\1", text, count=1) if text[:1].isdigit() else text


_LOGGED = re.compile(r"\A(\d\d)/([A-Z][a-z]{2})/(\d{4}):(\d\d:\d\d:\d\d)(?= |\Z)")
"""A time as the logs of web servers write it: `14/May/2024:09:30:00 +0200`."""


def _zoned(before: str, behind: str, outlet_zone: str | None) -> Iterator[tuple[tzinfo | None, str]]:
    """The zones that may are behind the clock (or after the year, as asctime has it), and the text without each."""
    for found in _ZONE.finditer(behind):
        if zone := zone_of(found.group(), outlet_zone):
            rest = behind[found.end() :]
            while (again := _AGAIN.match(rest)) and _same_again(again, outlet_zone):
                rest = rest[again.end() :]
            yield zone, f"{before} {behind[: found.start()]} {rest}"
    yield None, f"{before} {behind}"


def _same_again(again: re.Match[str], outlet_zone: str | None) -> bool:
    letters = again["letters"]
    return letters is None or zone_of(letters, outlet_zone) is not None


# ------------------------------------------------------------------------------------------------------------- days

_NUMERIC = re.compile(r"(?<!\d)(\d{1,4})(\s?[./\-]\s?|\s)(\d{1,2})(\s?[./\-]\s?|\s)(\d{1,4})(?!\d)")
_NUMERIC_EAST = re.compile(r"(\d{4})\s?[年년]\s?(\d{1,2})\s?[月월](?:\s?(\d{1,2})\s?[日일号號])?")
_EAST_WEEKDAY = re.compile(
    r"(?:星期|周|週|礼拜)[一二三四五六日天]|[月火水木金土日](?:曜日?)|[월화수목금토일]요일|[（(][月火水木金土日월화수목금토일一二三四五六][)）]"
)
_VIETNAMESE = re.compile(r"\b(?:tháng|thg)\s(\d{1,2})\b,?(?:\snăm\b)?", re.I)
_LETTERS = r"[^\s\d,;:()\[\]|/\\–—\-.+،、。·•（）]+"
_WORD = re.compile(rf"\d+|{_LETTERS}(?:\.{_LETTERS})*\.?")
_ORDINAL = re.compile(r"(?<=\d)(?:st|nd|rd|th|er|º|ª|ος|η)\b", re.I)
_NOISE = words(
    "m gada gadā plkst val les at on the of um à a feira le den dem am de del della do dos of ore alle alla ora os om à às as las los la el il lo saat г года год г. в ilin ili il року р року. godz godzina o "
    "clock d uhr time local and t kl klo klockan ob dne den dnia god godine ve ват y yil yili жылы ж ny nd dia día na ngày lúc vào pukul jam tanggal pada "
    "το στις τις ώρα ημέρα ora. óra órakor an év dan u tr. thg tm ที่ น เวลา को में बजे बजकर في الساعة يوم ק ה ב ש "
)
_TWO_DIGITS = re.compile(r"\b\d{1,2}[ \-][^\W\d_]{3,9}\.?[ \-]\d\d\b(?!:)|\b[^\W\d_]{3,9}\.? \d{1,2}, \d\d\Z")
_AMERICA = ("America/", "US/")
_DAY_FIRST_IN_AMERICA = (
    "Argentina",
    "Sao_Paulo",
    "Bogota",
    "Lima",
    "Santiago",
    "Caracas",
    "Mexico",
    "Montevideo",
    "Guayaquil",
    "La_Paz",
)


def read(text: str, outlet_zone: str | None) -> tuple[Reading, ...]:
    """What a text of nothing but a date can mean: nothing, one reading, or two where its figures do not say which."""
    text = joined(_ORDINAL.sub("", _LOGGED.sub(r"\1 \2 \3 \4", text, count=1)))
    first = _with_clock(text, outlet_zone, _CLOCKS[:1])
    return first or _days_only(text, outlet_zone) or _with_clock(text, outlet_zone, _CLOCKS[1:])


def _with_clock(text: str, outlet_zone: str | None, forms: tuple[re.Pattern[str], ...]) -> tuple[Reading, ...]:
    for form in forms:
        for m in form.finditer(text):
            time_ = _clock(m)
            for zone, rest in _zoned(text[: m.start()], text[m.end() :], outlet_zone) if time_ else ():
                if days := tuple(d for d in _days(rest, outlet_zone) if d[2] is not None):
                    return tuple(Reading(*day, time_, zone) for day in days)
    return ()


def _days_only(text: str, outlet_zone: str | None) -> tuple[Reading, ...]:
    """Days without a clock; a zone behind such a day says nothing."""
    days = _days(text, outlet_zone)
    if not days and (letters := re.search(r"\s\(?([A-Z]{1,5})\)?\Z", text)) and zone_of(letters[1], outlet_zone):
        days = _days(text[: letters.start()], outlet_zone)
    return tuple(Reading(*day) for day in days)


@lru_cache(maxsize=512)
def _days(text: str, outlet_zone: str | None) -> tuple[Day, ...]:
    return _numeric(text, outlet_zone) or _worded(text)


def _numeric(text: str, outlet_zone: str | None) -> tuple[Day, ...]:
    """The days that figures can mean, with nothing but weekdays and separators around them."""
    if east := _NUMERIC_EAST.search(text):
        rest = _EAST_WEEKDAY.sub(" ", f"{text[: east.start()]} {text[east.end() :]}")
        fits = all(fold(w) in weekdays() or fold(w) in _NOISE for w in _WORD.findall(rest))
        return ((int(east[1]), int(east[2]), int(east[3]) if east[3] else None),) if fits else ()
    m = _NUMERIC.search(text)
    if not m or m[2].strip() != m[4].strip():
        return ()
    around = [fold(w) for w in _WORD.findall(f"{text[: m.start()]} {text[m.end() :]}")]
    if any(w not in weekdays() and w not in _NOISE for w in around):
        return ()
    days = _orders(m[1], int(m[3]), m[5], m[2].strip(), outlet_zone)
    return _on_weekday(days, around) if len(days) > 1 else days


def _orders(first: str, middle: int, last: str, separator: str, outlet_zone: str | None) -> tuple[Day, ...]:
    """Year, month, day in the orders they may are in."""
    a = int(first)
    if len(first) == 4 and len(last) <= 2:
        return ((a, middle, int(last)),)
    if len(first) > 2 or len(last) not in (2, 4):
        return ()
    year = int(last) if len(last) == 4 else 2000 + int(last)
    days = [(year, middle, a), (year, a, middle)]
    if separator == ".":  # day first wherever dots are written
        days.pop()
    elif outlet_zone and len(last) == 4:
        days = [days[_month_first(outlet_zone)]] if a <= 12 and middle <= 12 else days
    if len(last) == 2 and separator != ".":
        days.append((2000 + a, middle, int(last)))
    return tuple(dict.fromkeys(d for d in days if _exists(d)))


def _month_first(outlet_zone: str) -> bool:
    return outlet_zone.startswith(_AMERICA) and not any(place in outlet_zone for place in _DAY_FIRST_IN_AMERICA)


def _exists(day: tuple[int, int, int]) -> bool:
    try:
        date(*day)
    except ValueError:
        return False
    return True


def _on_weekday(days: tuple[Day, ...], around: list[str]) -> tuple[Day, ...]:
    """Of several days those that fall on the printed weekday; all of them when none is printed or none does."""
    printed = [weekdays()[w] for w in around if w in weekdays()]
    fitting = tuple(d for d in days if any(date(d[0], d[1] or 1, d[2] or 1).isoweekday() in p for p in printed))
    return fitting or days


def _worded(text: str) -> tuple[Day, ...]:
    """Day, month name and year in any order; every other word must be a weekday or mean nothing."""
    tokens = [fold(w) for w in _WORD.findall(_VIETNAMESE.sub(_english, text))]
    numbers = [t for t in tokens if t.isdecimal()]
    month = _month([t for t in tokens if not t.isdecimal()])
    if month is None or len(numbers) > 2:
        return ()
    years = [n for n in numbers if len(n) == 4]
    days = [n for n in numbers if len(n) <= 2]
    if len(years) == 1 and len(years) + len(days) == len(numbers):
        return ((_common(int(years[0]), text), month, int(days[0]) if days else None),)
    if len(days) == 2 and _TWO_DIGITS.search(text):  # RFC 822 and 850: years of two digits
        return ((int(days[1]) + (2000 if int(days[1]) < 69 else 1900), month, int(days[0])),)
    return ()


def _common(year: int, text: str) -> int:
    """A year of the Buddhist era, which Thai prints, as one of the common era."""
    return year - _BUDDHIST if year > 2400 and _THAI.search(text) else year


_BUDDHIST = 543
_THAI = re.compile(r"[\u0e00-\u0e7f]")

_ENGLISH = "january february march april may june july august september october november december".split()


def _english(m: re.Match[str]) -> str:
    """A month that is written as its number (`tháng 5`), by its English name."""
    return f" {_ENGLISH[int(m[1]) - 1]} " if 1 <= int(m[1]) <= 12 else m.group()


def _month(tokens: list[str]) -> int | None:
    """The one month among the words; a word that is a day's name too (`mar`) is the day where another is the month."""
    months, days = month_numbers(), weekdays()
    named = [t for t in tokens if t in months and t not in _NOISE] or [t for t in tokens if t in months]
    only = [t for t in named if t not in days]
    if any(t not in months and t not in days and t not in _NOISE for t in tokens) or len({months[t] for t in only}) > 1:
        return None  # one month by two names is one (`آذار/مارس`)
    if not only and len(named) > 2:
        return None
    chosen = only or named[-1:]
    return months[chosen[0]] if chosen else None
