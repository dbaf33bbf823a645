"""Times of day: "10:30", "5 pm", "noon", "in the morning"."""

from __future__ import annotations

from parsers.facts.time.words import DAY_PARTS
from parsers.facts.tokens import Tokens

HALVES = {"am": 0, "pm": 12, "a": 0, "p": 12}


def clock_at(tokens: Tokens, i: int) -> tuple[str, int] | None:
    """The clock time at token i as TIMEX3 ("T17:30"), and the token behind it."""
    low = tokens.low[i]
    if low in ("noon", "midday"):
        return "T12:00", i + 1
    if low == "midnight":
        return "T24:00", i + 1
    if not low[:1].isdecimal():
        return None
    if low == "12" and tokens.low[i + 1] in ("noon", "midnight"):
        return clock_at(tokens, i + 1)
    hour, minute, second, j = _fields(tokens, i)
    half, j = _half(tokens, j)
    if hour is None or hour > 24 or (half is not None and hour > 12) or (half is None and minute is None):
        return None
    if half is not None:
        hour = hour % 12 + half
    return f"T{hour:02d}" + (f":{minute:02d}" if minute is not None else "") + (
        f":{second:02d}" if second is not None else ""
    ), j


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
    if low in ("am", "pm"):
        return HALVES[low], k + 1
    if low in ("a", "p") and tokens.low[k + 1] in (".", "m") and "m" in (tokens.low[k + 1], tokens.low[k + 2]):
        last = k + 2 if tokens.low[k + 2] == "m" else k + 1
        return HALVES[low], last + 2 if tokens.low[last + 1] == "." and tokens.glued(last + 1) and tokens.low[
            k + 1
        ] == "." else last + 1
    return None, j


def part_at(tokens: Tokens, i: int) -> tuple[str, int] | None:
    """A part of the day behind a date: "Monday morning", "tomorrow night", "Tuesday in the morning"."""
    k = i + 2 if tokens.low[i] == "in" and tokens.low[i + 1] == "the" else i
    code = DAY_PARTS.get(tokens.low[k])
    return ("T" + code, k + 1) if code and tokens.low[k] != "overnight" else None


def clock_behind(tokens: Tokens, j: int) -> tuple[str, int] | None:
    """A clock time or a part of the day that belongs to the date ending before token j."""
    k = j
    while tokens.low[k] in (",", "at", "around", "about", "@", "from", "by") and k - j < 2:
        k += 1
    return clock_at(tokens, k) or (
        part_at(tokens, j) if k == j else _dotted(tokens, k) if tokens.low[k - 1] == "at" else None
    )


def _dotted(tokens: Tokens, k: int) -> tuple[str, int] | None:
    """ "Monday at 2.30", as British papers write it."""
    hour, _, minute = tokens.text[k].partition(".")
    if (
        len(hour) <= 2
        and hour.isdecimal()
        and int(hour) < 25
        and len(minute) == 2
        and minute.isdecimal()
        and int(minute) < 60
        and tokens.low[k + 1] not in ("%", "percent", "million", "billion")
    ):
        return f"T{int(hour):02d}:{minute}", k + 1
    return None
