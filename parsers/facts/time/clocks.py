"""Times of day: "10:30", "5 pm", "10.30", "1800 GMT", "half past nine", "noon", "in the morning"."""

from __future__ import annotations

from parsers.facts.quantity.numbers import SMALL
from parsers.facts.time import zones
from parsers.facts.time.digit_clocks import HAPPENINGS, Clock, joined_digits
from parsers.facts.time.words import DAY_PARTS
from parsers.facts.tokens import Tokens, words

HALVES = {"am": 0, "pm": 12, "a": 0, "p": 12}

HOURS = {word: value for word, value in SMALL.items() if 1 <= value <= 12}
"""Hours in words."""

BEFORE_DOTTED = words("at from until till by before after around about between since")
"""Words before "10.30" that make it a time, unless an amount follows."""

AFTER_DOTTED = words(
    """
    on today tonight tomorrow yesterday this that when as and to until for with in monday tuesday wednesday thursday
    friday saturday sunday
    """
) | {"", ".", ",", ";", ")", "-", "–"}
"""What may follow "10.30" where it is a time."""

MINUTES_PAST = {"half": 30, "quarter": 15, "ten": 10, "twenty": 20, "five": 5}


def clock_at(tokens: Tokens, i: int) -> Clock | None:
    """The clock time at token i, with the zone behind it."""
    found = _bare(tokens, i)
    if found is None:
        return None
    end = zones.behind(tokens, found[1])
    return found[0], end or found[1]


def _bare(tokens: Tokens, i: int) -> Clock | None:
    low = tokens.low[i]
    if low in ("noon", "midday"):
        return "T12:00", i + 1
    if low == "midnight":
        return "T24:00", i + 1
    if low in HOURS:
        return _worded(tokens, i)
    if not low[:1].isdecimal():
        return None
    if low == "12" and tokens.low[i + 1] in ("noon", "midnight"):
        return _bare(tokens, i + 1)
    return joined_digits(tokens, i) or _counted(tokens, i) or _dotted(tokens, i)


def _counted(tokens: Tokens, i: int) -> Clock | None:
    """ "10:30", "5 pm", "10.30 a.m.", "9 o'clock"."""
    hour, minute, second, j = _fields(tokens, i)
    half, j = _half(tokens, j)
    if half is None and minute is None and hour is not None:
        return _o_clock(tokens, hour, j) or _hour_of_part(tokens, hour, j)
    if hour is None or hour > 24 or (half is not None and hour > 12) or (half is None and minute is None):
        return None
    if half is not None:
        hour = hour % 12 + half
    return f"T{hour:02d}:{minute or 0:02d}" + (f":{second:02d}" if second is not None else ""), j


def _o_clock(tokens: Tokens, hour: int, j: int) -> Clock | None:
    if tokens.low[j] == "o" and tokens.low[j + 1] in ("'", "’") and tokens.low[j + 2] == "clock" and hour <= 24:
        part = _hour_of_part(tokens, hour, j + 3)
        return part or (f"T{hour:02d}:00", j + 3)
    if tokens.low[j] == "oclock" and hour <= 24:
        return f"T{hour:02d}:00", j + 1
    return None


def _hour_of_part(tokens: Tokens, hour: int, j: int) -> Clock | None:
    """ "4 in the morning", "11 at night"."""
    if tokens.low[j : j + 2] == ["in", "the"] and tokens.low[j + 2] in ("morning", "afternoon", "evening"):
        later = 12 if tokens.low[j + 2] != "morning" and hour < 12 else 0
        return (f"T{hour + later:02d}:00", j + 3) if 1 <= hour <= 12 else None
    if tokens.low[j : j + 2] == ["at", "night"] and 6 <= hour <= 12:
        return f"T{hour + 12:02d}:00", j + 2
    return None


def _worded(tokens: Tokens, i: int) -> Clock | None:
    """ "nine o'clock", "eleven in the morning", "four p.m."."""
    hour = int(HOURS[tokens.low[i]])
    half, j = _half(tokens, i + 1)
    if half is not None:
        return f"T{hour % 12 + half:02d}:00", j
    return _o_clock(tokens, hour, i + 1) or _hour_of_part(tokens, hour, i + 1)


def past(tokens: Tokens, i: int) -> Clock | None:
    """ "half past nine", "quarter to six", "ten past four"."""
    minutes, sign = MINUTES_PAST.get(tokens.low[i]), tokens.low[i + 1]
    if minutes is None or sign not in ("past", "to"):
        return None
    hour = HOURS.get(tokens.low[i + 2]) or (
        int(tokens.low[i + 2]) if tokens.text[i + 2].isdecimal() and len(tokens.text[i + 2]) < 3 else None
    )
    if (
        minutes is None
        or hour is None
        or hour > 12
        or not (sign == "past" or tokens.low[i] == "quarter" or tokens.low[i - 1] == "at")
    ):
        return None
    half, j = _half(tokens, i + 3)
    part = _hour_of_part(tokens, int(hour), j) if half is None else None
    whole = int(hour) % 12 + half if half is not None else int(part[0][1:3]) if part else int(hour)
    j = part[1] if part else j
    whole, minutes = (whole, minutes) if sign == "past" else (whole - 1, 60 - minutes)
    return f"T{whole:02d}:{minutes:02d}", j


def _fields(tokens: Tokens, i: int) -> tuple[int | None, int | None, int | None, int]:
    """Hour, minute, second and the token behind them. "10.30" is a time only before am or pm."""
    text = tokens.text[i]
    if "." in text and text.count(".") == 1 and _half(tokens, i + 1)[0] is not None:
        hours, minutes = text.split(".")
        fits = len(hours) <= 2 and len(minutes) == 2 and int(minutes) < 60
        return (int(hours), int(minutes), None, i + 1) if fits else (None, None, None, i)
    if not text.isdecimal() or len(text) > 2:
        return None, None, None, i
    minute = _sixty(tokens, i + 1)
    if minute is None:
        return int(text), None, None, i + 1
    second = _sixty(tokens, i + 3)
    return int(text), minute, second, i + 3 if second is None else i + 5


def _sixty(tokens: Tokens, i: int) -> int | None:
    """ ":30" at token i."""
    text = tokens.text[i + 1]
    if (
        tokens.low[i] == ":"
        and tokens.glued(i)
        and tokens.glued(i + 1)
        and len(text) == 2
        and text.isdecimal()
        and int(text) < 60
    ):
        return int(text)
    return None


def _half(tokens: Tokens, j: int) -> tuple[int | None, int]:
    """am or pm, 0 or 12 hours."""
    low = tokens.low[j]
    k = j + 1 if low == "." and tokens.glued(j) and tokens.low[j + 1] in ("am", "pm") else j
    low = tokens.low[k]
    if low in ("am", "pm") and not (tokens.glued(k + 1) and tokens.text[k + 1][:1].isalnum()):
        return HALVES[low], k + 1
    if low in ("a", "p") and tokens.low[k + 1] in (".", "m") and "m" in (tokens.low[k + 1], tokens.low[k + 2]):
        last = k + 2 if tokens.low[k + 2] == "m" else k + 1
        return HALVES[low], last + 2 if tokens.low[last + 1] == "." and tokens.glued(last + 1) and tokens.low[
            k + 1
        ] == "." else last + 1
    return None, j


def span_at(tokens: Tokens, i: int) -> Clock | None:
    """ "5 to 6pm", "2-4 p.m.": the half of the day of the second time is that of the first one too."""
    text = tokens.text[i]
    if not (text.isdecimal() and len(text) <= 2 and 1 <= int(text) <= 12) or tokens.low[i + 1] not in (
        "to",
        "-",
        "–",
        "and",
        "until",
    ):
        return None
    last = _counted(tokens, i + 2)
    if last is None or _half(tokens, i + 2 + (1 if tokens.low[i + 3] != ":" else 3))[0] is None:
        return None
    half = 12 if int(last[0][1:3]) >= 12 else 0
    hour = int(text) % 12 + half
    hour = hour - 12 if f"T{hour:02d}:00" >= last[0] and half else hour
    return f"T{hour:02d}:00/{last[0]}", zones.behind(tokens, last[1]) or last[1]


def _dotted(tokens: Tokens, i: int) -> Clock | None:
    """ "10.30" as British papers write it: behind "at", "from" …, before no amount."""
    hour, _, minute = tokens.text[i].partition(".")
    fits = len(hour) <= 2 and hour.isdecimal() and int(hour) < 25 and len(minute) == 2 and minute.isdecimal()
    if not fits or int(minute) > 59:
        return None
    value = f"T{int(hour):02d}:{minute}"
    if zones.behind(tokens, i + 1):
        return value, i + 1
    before = tokens.low[i - 1]
    if before == "at" and tokens.low[i + 1] in AFTER_DOTTED and _clock_like(tokens, i, minute):
        return value, i + 1
    if (
        before in BEFORE_DOTTED
        and _other_dotted(tokens, i + 2)
        and tokens.low[i + 1] in ("to", "and", "until", "-", "–")
    ):
        return value, i + 1
    return None


def _clock_like(tokens: Tokens, i: int, minute: str) -> bool:
    """ "at 10.30" is a time where a day is beside it, or where no price or rate is told."""
    near = tokens.low[max(0, i - 8) : i] + tokens.low[i + 1 : i + 4]
    priced = PRICED.intersection(near)
    return int(minute) % 5 == 0 and (not priced or (priced <= OF_BOTH and not HAPPENINGS.isdisjoint(near)))


OF_BOTH = frozenset({"closed", "close", "closing", "opened", "ended"})
"""Verbs of prices and of doors: "polls close at 22.15"."""


PRICED = words(
    """
    closed close closing traded trading trade price priced shares share rate rates stood yield yields index bid
    points quoted fixed dollar sterling euro yen cents dlrs pct percent magnitude measured valued settled fell rose
    opened ended odds ratio average averaged
    """
)
"""Words near a number behind "at" that make it a price, a rate or a measure."""


def _other_dotted(tokens: Tokens, i: int) -> bool:
    return _half(tokens, i + 1)[0] is not None


def part_at(tokens: Tokens, i: int) -> Clock | None:
    """A part of the day behind a date: "Monday morning", "tomorrow night", "Tuesday in the morning"."""
    k = i + 2 if tokens.low[i] == "in" and tokens.low[i + 1] == "the" else i
    code = DAY_PARTS.get(tokens.low[k])
    return ("T" + code, k + 1) if code and tokens.low[k] != "overnight" else None


def clock_behind(tokens: Tokens, j: int) -> Clock | None:
    """A clock time or a part of the day that belongs to the date ending before token j."""
    k = j
    while tokens.low[k] in (",", "at", "around", "about", "@", "from", "by") and k - j < 2:
        k += 1
    return clock_at(tokens, k) or (part_at(tokens, j) if k == j else None)
