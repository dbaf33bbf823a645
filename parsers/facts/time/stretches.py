"""Two times that are the ends of one stretch: "from 2014 to 2018", "between March and May", "Nov 18-Dec 19, 2015"."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from parsers.facts.time import calendar, context, numeric, parts
from parsers.facts.time.calendar import Partial, When
from parsers.facts.time.resolve import resolve
from parsers.facts.time.said import Said, complete, day_number, told_year, year_at
from parsers.facts.time.tense import MOVERS, Tense, tense
from parsers.facts.time.words import MONTHS
from parsers.facts.tokens import Tokens

Read = Callable[[Tokens, int, "date | None"], "Said | None"]
"""Reads the expression that begins at a token."""

UNITS_BEHIND = frozenset({"%", "percent", "pct", "million", "billion", "mln", "bln"})


def joined(tokens: Tokens, said: Said, published: date | None, read: Read, done: int = 0) -> Said | None:
    """The stretch from an expression to the one joined to it, or None; what is before token `done` was read already."""
    j = said.end
    sign, before = tokens.low[j], tokens.low[said.start - 1]
    if sign not in ("-", "–", "to", "through", "till", "until", "and", "~", "/"):
        return None
    if sign == "/" and not (
        tokens.glued(j) and len(tokens.text[j + 1]) in (2, 4) and said.partial and said.partial.month is None
    ):
        return None
    if sign == "and" and before != "between" and not _next_day(tokens, said, j + 1):
        return None
    if before == "from" and sign == "to" and tokens.low[said.start - 2] in MOVERS:
        return None  # "moved from June to October": two times
    k = j + 2 if tokens.low[j + 1] == "the" else j + 1
    k = _over_edge(tokens, k) if said.partial is not None and said.partial.month is not None else k
    opened = before in ("from", "of", "in", "(", "between", "the", "off", "years", "period") or sign in (
        "-",
        "–",
        "~",
        "/",
    )
    months = (
        said.partial is not None
        and said.partial.month is not None
        and (tokens.low[k] in MONTHS or said.partial.day is not None)
    )
    if not (opened or months) or (said.when is not None and before not in ("from", "between")):
        return None
    last = _last(tokens, k, said.partial or Partial(), published, read)
    found = _join(tokens, said, last, published) if last else None
    return _cut(tokens, found, context.edge(tokens, said.start, done), k, published) if found else None


def _over_edge(tokens: Tokens, k: int) -> int:
    """Token k, or the month behind "early", "late", "mid-" there."""
    if tokens.low[k] not in SIDES:
        return k
    return k + 2 if tokens.low[k + 1] == "-" else k + 1


SIDES = frozenset({"early", "mid", "late"})
"""Words that cut an end of a stretch: "late March to early May"."""


def _cut(tokens: Tokens, found: Said, start: int, k: int, published: date | None) -> Said:
    """The stretch with its ends cut to the parts that are told: from token `start` on, and in front of token k."""
    if found.when is None:
        return found
    value, begin, end = found.when.value, found.when.start, found.when.end
    first, _, last = value.partition("/")
    if start < found.start and len(first) == _MONTH:
        begin = parts.narrowed(_month(first), tokens.low[start], published).start
    word = tokens.low[k - 2] if tokens.low[k - 1] == "-" else tokens.low[k - 1]
    if word in SIDES and len(last) == _MONTH:
        end = parts.narrowed(_month(last), word, published).end
    return found._replace(start=start, when=found.when._replace(start=begin, end=end))


_MONTH = len("2024-05")


def _month(value: str) -> When:
    digits = value.replace("-", "")
    return calendar.of_month(int(value[:4]), int(value[5:])) if digits.isdecimal() else When(type="DATE", value=value)


def _next_day(tokens: Tokens, said: Said, k: int) -> bool:
    """ "June 29 and 30": a bare day right behind a day."""
    day = said.partial.day if said.partial and said.partial.month else None
    return (
        day is not None
        and tokens.text[k] == str(day + 1)
        and tokens.low[k + 1] in ("", ".", ",", ";", ")", "in", "at", "for", "with", "to")
    )


def _last(tokens: Tokens, k: int, first: Partial, published: date | None, read: Read) -> Said | None:
    """The other end: a bare day after "March 18-", a bare year after "2014-", or a whole expression."""
    if tokens.text[k].isdecimal():
        short = numeric.numeric(tokens, k) or _day(tokens, k, first, published) or _year(tokens, k, first)
        if short or first.month is None:
            return short
    elif first.day and first.month and first.year is None and day_number(tokens, k):
        return _day(tokens, k, first, published)
    last = read(tokens, k, published)
    return (
        last if last and last.start == k and not (last.when and last.when.type in ("DURATION", "SET", "TIME")) else None
    )


def _day(tokens: Tokens, k: int, first: Partial, published: date | None) -> Said | None:
    day = day_number(tokens, k)
    if not (day and first.day and first.month) or tokens.low[day[1]] in MONTHS or tokens.low[day[1]] in (":", "/"):
        return None
    year = year_at(tokens, day[1]) or told_year(tokens, day[1], published)
    return Said(
        k, year[1] if year else day[1], Partial(year=year[0] if year else first.year, month=first.month, day=day[0])
    )


def _year(tokens: Tokens, k: int, first: Partial) -> Said | None:
    text = tokens.text[k]
    if first.year is None or first.month is not None or len(text) not in (2, 4):
        return None
    year = int(text) if len(text) == 4 else first.year // 100 * 100 + int(text)
    if first.year < year < first.year + 200 and tokens.low[k + 1] not in UNITS_BEHIND:
        return Said(k, k + 1, Partial(year=year, fiscal=first.fiscal))
    return None


def _join(tokens: Tokens, first: Said, last: Said, published: date | None) -> Said | None:
    """TIMEX3 value "first/last", from the start of the first to the end of the last."""
    told = tense(tokens, first.start, last.end)
    if (first.partial and first.partial.clock) or (last.partial and last.partial.clock):
        return None
    ends = _meant(last, published, tense=told)
    start = first.partial
    if start is not None and last.partial is not None:
        start = complete(start, _with_year_of(last.partial, ends))
    begins = resolve(start, published, tense=told) if start is not None else _meant(first, published, tense=told)
    if begins.start is None and begins.value.startswith("XXXX") is False and begins.type != "DATE":
        return None
    if begins.start and ends.end and begins.start >= ends.end:
        earlier = _week_before(begins, first.partial, last.partial)
        if earlier is None:
            return None
        begins = earlier
    return Said(
        first.start,
        last.end,
        when=When(type="DATE", value=f"{begins.value}/{ends.value}", start=begins.start, end=ends.end),
    )


def _week_before(begins: When, first: Partial | None, last: Partial | None) -> When | None:
    """The same weekday a week earlier: "from Tuesday to Thursday", told on a Tuesday; None for other times."""
    bare = all(p is not None and p.weekday is not None and p.day is None and not p.clock for p in (first, last))
    if not bare or begins.start is None or len(begins.start) != _DAY:
        return None
    day = date.fromisoformat(begins.start) - timedelta(days=7)
    return When(type="DATE", value=day.isoformat(), start=day.isoformat(), end=(day + timedelta(days=1)).isoformat())


_DAY = len("2024-05-14")


def _with_year_of(partial: Partial, when: When) -> Partial:
    """The partial with the year it was resolved to."""
    known = partial.year is None and when.value[:4].isdecimal()
    return partial._replace(year=int(when.value[:4])) if known else partial


def _meant(said: Said, published: date | None, *, tense: Tense) -> When:
    """What an end means; "now" is the day of publication."""
    when = said.when or resolve(said.partial or Partial(), published, tense=tense)
    if when.value == "PRESENT_REF" and published is not None:
        return When(
            type="DATE",
            value=published.isoformat(),
            start=published.isoformat(),
            end=(published + timedelta(days=1)).isoformat(),
        )
    return when
