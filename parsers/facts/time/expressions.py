"""The times of one sentence, in order and without overlap: find a trigger, let its grammar read around it, go on behind."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from parsers.facts.quantity.numbers import SMALL, TENS
from parsers.facts.time import calendar, clocks, dates, durations, relative
from parsers.facts.time.calendar import Partial, When
from parsers.facts.time.dates import Said
from parsers.facts.time.resolve import resolve
from parsers.facts.time.words import (
    AHEAD,
    BACK,
    DAY_PARTS,
    DAYS_AWAY,
    DECADES,
    EDGES,
    HERE,
    HOLIDAYS,
    MONTHS,
    ORDINALS,
    REFERENCES,
    RELATIONS,
    SEASONS,
    SETS,
    SPANNING,
    UNITS,
    WEEKDAYS,
)  # fmt: skip
from parsers.facts.tokens import Tokens, words

FUTURE_CUES = words(
    """
    will shall ll plan plans planned planning expect expects expected expecting due scheduled slated upcoming hopes
    hope intends intend aims aim aiming going set would deadline target targets can may ahead want wants please
    should seeks proposed forecast forecasts predicts predicted likely next must
    """
)
PAST_CUES = words(
    """
    was were had did has have began begun came went took saw made held met won lost rose fell got left been became
    gave said told ended last ago since earlier died dates killed
    """
)
FIRST_HOLIDAY_WORDS = frozenset(words[0] for words in HOLIDAYS)

CLAUSE = 14
"""Tokens looked through, before and behind a time, for the tense of its clause."""

FORWARD_RELATIONS = frozenset({"by", "until", "till", "before"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Expression:
    """A time in a sentence: its tokens, the word before it that places it, and what it means."""

    start: int
    end: int
    surface_start: int
    relation: str | None
    when: When


def expressions(tokens: Tokens, published: date | None) -> Iterator[Expression]:
    """Every time in the sentence."""
    done = 0
    for i in _triggers(tokens):
        if i < done:
            continue
        said = _read(tokens, i, published)
        if said is None or said.start < done:
            continue
        found = _expression(tokens, said, published, done)
        yield found
        done = found.end


def _triggers(tokens: Tokens) -> list[int]:
    return [i for i, low in enumerate(tokens.low) if low in GRAMMARS or low[:1].isdigit()]


def _read(tokens: Tokens, i: int, published: date | None) -> Said | None:
    low = tokens.low[i]
    if low[:1].isdigit():
        return _at_digits(tokens, i, published)
    return GRAMMARS[low](tokens, i, published)


def _at_digits(tokens: Tokens, i: int, published: date | None) -> Said | None:
    if tokens.glued(i) and tokens.text[i - 1].isalpha() and len(tokens.text[i]) != 4:
        return None
    found = dates.numeric(tokens, i) or dates.decade_at(tokens, i)
    if found:
        return found
    clock = clocks.clock_at(tokens, i)
    if clock:
        return _clock(tokens, i, clock, published)
    return (
        _day_first(tokens, i)
        or relative.part_of_year(tokens, i, published, future=is_future(tokens, i, i + 1))
        or _length(tokens, i, published)
        or dates.bare_year(tokens, i)
    )


def _day_first(tokens: Tokens, i: int) -> Said | None:
    """ "28 March 2024", "28th of March", "18-19 June", "the 18th"."""
    day = dates.day_number(tokens, i)
    if not day:
        return None
    j = day[1]
    for k in (j, j + 1 if tokens.low[j] == "of" else j, j + 2 if tokens.low[j : j + 2] == ["day", "of"] else j):
        if tokens.low[k] in MONTHS:
            return dates.month_at(tokens, k)
    if (
        tokens.low[j] in ("-", "–", "and", "to")
        and tokens.text[j + 1].isdigit()
        and tokens.low[j + 2] in MONTHS
        and int(tokens.text[j + 1] if len(tokens.text[j + 1]) <= 2 else 99) <= 31
    ):
        last = dates.month_at(tokens, j + 2)
        if last and last.partial:
            return _join(Said(i, j, replace(last.partial, day=day[0])), last)
    if (
        tokens.low[i - 2 : i] == ["on", "the"]
        and tokens.low[i + 1] in ("st", "nd", "rd", "th")
        and tokens.low[j] in (".", ",", "", "?", "!", ";")
    ):
        return Said(i, j, Partial(day=day[0]))
    return None


def _clock(tokens: Tokens, i: int, clock: tuple[str, int], published: date | None) -> Said:
    """A clock time and the date behind it ("10:30 am on Monday", "8.30pm today")."""
    value, j = clock
    k = j + 1 if tokens.low[j] in ("on", ",") else j
    k = k + 1 if tokens.low[k] == "on" else k
    date_ = _read(tokens, k, published) if tokens.low[k] in GRAMMARS and tokens.low[k] not in NO_DATES else None
    if (
        date_
        and date_.partial
        and (date_.partial.day or date_.partial.weekday is not None)
        and not date_.partial.clock
        and date_.start == k
    ):
        return Said(i, date_.end, replace(date_.partial, clock=value))
    return Said(i, j, when=When(type="TIME", value=value))


def _length(tokens: Tokens, i: int, published: date | None) -> Said | None:
    """A duration, or the point in time that the words around it make of it."""
    length = durations.number_behind(tokens, i) or (
        durations.vague(tokens, i) if not tokens.low[i][:1].isdigit() else None
    )
    if length is None or tokens.low[length.end] == "old" or tokens.low[length.end : length.end + 2] == ["-", "old"]:
        return None
    return relative.offset(tokens, length, published, future=is_future(tokens, i, length.end)) or Said(
        length.start, length.end, when=When(type="DURATION", value=length.value)
    )


def _month(tokens: Tokens, i: int, _: date | None) -> Said | None:
    return dates.month_at(tokens, i)


def _weekday(tokens: Tokens, i: int, _: date | None) -> Said | None:
    found = dates.weekday_at(tokens, i)
    if found and tokens.low[i - 1] in ("every", "each") and found.partial:
        return Said(i - 1, found.end, when=When(type="SET", value=f"XXXX-WXX-{(found.partial.weekday or 0) + 1}"))
    return found


def _season(tokens: Tokens, i: int, _: date | None) -> Said | None:
    return dates.season_at(tokens, i)


def _labelled(tokens: Tokens, i: int, _: date | None) -> Said | None:
    return dates.labelled_part(tokens, i)


def _decade(tokens: Tokens, i: int, _: date | None) -> Said | None:
    return dates.named_decade(tokens, i)


def _anchored(tokens: Tokens, i: int, published: date | None) -> Said | None:
    return relative.anchored(tokens, i, published)


def _reference(tokens: Tokens, i: int, _: date | None) -> Said | None:
    if tokens.low[i] in ("previously", "formerly", "soon", "shortly") and tokens.low[i + 1] in (
        "after",
        "before",
        "as",
    ):
        return None
    if tokens.low[i] == "now" and tokens.low[i + 1] == "-":
        return None
    return Said(i, i + 1, when=When(type="DATE", value=REFERENCES[tokens.low[i]]))


def _set(tokens: Tokens, i: int, _: date | None) -> Said | None:
    if tokens.text[i].istitle() and tokens.text[i + 1].istitle() and i > 0:
        return None  # the Daily Star, the Annual Report of …
    return Said(i, i + 1, when=When(type="SET", value=SETS[tokens.low[i]]))


def _every(tokens: Tokens, i: int, _: date | None) -> Said | None:
    """ "every year", "each two days", "every Monday"."""
    unit = UNITS.get(tokens.low[i + 1])
    if unit and not tokens.low[i + 1].endswith("s"):
        return Said(i, i + 2, when=When(type="SET", value=durations.of(i, i + 2, unit, 1).value))
    if tokens.low[i + 1] in WEEKDAYS:
        return _weekday(tokens, i + 1, None)
    length = durations.number_behind(tokens, i + 1)
    return Said(i, length.end, when=When(type="SET", value=length.value)) if length else None


def _ordinal(tokens: Tokens, i: int, published: date | None) -> Said | None:
    day = dates.day_number(tokens, i)
    if day and (tokens.low[day[1]] == "of" or tokens.low[day[1] : day[1] + 2] == ["day", "of"]):
        k = day[1] + (1 if tokens.low[day[1]] == "of" else 2)
        if tokens.low[k] in MONTHS:
            return dates.month_at(tokens, k)
    return relative.part_of_year(tokens, i, published, future=is_future(tokens, i, i + 1))


def _holiday(tokens: Tokens, i: int, published: date | None) -> Said | None:
    for size in (5, 4, 3, 2, 1):
        fixed = HOLIDAYS.get(tuple(tokens.low[i : i + size]))
        if fixed and tokens.text[i].istitle():
            year = dates.year_at(tokens, i + size)
            end = year[1] if year else i + size
            return Said(i, end, _holiday_date(fixed, year[0] if year else None, published, is_future(tokens, i, end)))
    return None


def _holiday_date(fixed: tuple[int, int], year: int | None, published: date | None, future: bool) -> Partial:
    if fixed[0] > 0:
        return Partial(year=year, month=fixed[0], day=fixed[1])
    if year is None and published is None:
        return Partial(month=11 if fixed[0] < 0 else 4)
    guess = year or (published.year if published else 2000)
    day = _moving(fixed, guess)
    if year is None and published is not None and (day > published) is not future and day != published:
        day = _moving(fixed, guess + (1 if future else -1))
    return Partial(year=day.year, month=day.month, day=day.day)


def _moving(fixed: tuple[int, int], year: int) -> date:
    """Easter and what is counted from it; Thanksgiving and the day behind it."""
    if fixed[0] == 0:
        return date.fromordinal(calendar.easter(year).toordinal() + fixed[1])
    thursday = 1 + (3 - date(year, 11, 1).weekday()) % 7 + 21
    return date(year, 11, thursday + (1 if fixed[1] == 5 else 0))


def _clock_word(tokens: Tokens, i: int, published: date | None) -> Said | None:
    clock = clocks.clock_at(tokens, i)
    return _clock(tokens, i, clock, published) if clock else None


def _day_part(tokens: Tokens, i: int, _: date | None) -> Said | None:
    """ "in the morning", "at night" without a date."""
    if tokens.low[i - 2 : i] == ["in", "the"] or (tokens.low[i - 1] == "at" and tokens.low[i] == "night"):
        return Said(i, i + 1, when=When(type="TIME", value="T" + DAY_PARTS[tokens.low[i]]))
    return None


def _one_word(tokens: Tokens, i: int, published: date | None) -> Said | None:
    return relative.day_away(tokens, i, published)


def _once(tokens: Tokens, i: int, _: date | None) -> Said | None:
    """ "once a year", "twice a week"."""
    unit = UNITS.get(tokens.low[i + 2])
    if tokens.low[i + 1] in ("a", "every", "per") and unit:
        return Said(i, i + 3, when=When(type="SET", value=durations.of(i, i + 3, unit, 1).value))
    return None


Grammar = Callable[[Tokens, int, "date | None"], "Said | None"]

GRAMMARS: dict[str, Grammar] = {
    **dict.fromkeys(("a", "an", "several", "few", "many", "some", "couple", *SMALL, *TENS, "half"), _length),
    **dict.fromkeys(ORDINALS, _ordinal),
    **dict.fromkeys(SEASONS, _season),
    **dict.fromkeys(DAY_PARTS, _day_part),
    **dict.fromkeys(("noon", "midnight", "midday"), _clock_word),
    **dict.fromkeys(REFERENCES, _reference),
    **dict.fromkeys(SETS, _set),
    **dict.fromkeys((*BACK, *HERE, *AHEAD), _anchored),
    **dict.fromkeys(DAYS_AWAY, _one_word),
    **dict.fromkeys(("every", "each"), _every),
    **dict.fromkeys(("once", "twice"), _once),
    **dict.fromkeys(DECADES, _decade),
    **dict.fromkeys(("q", "h", "fy", "cy"), _labelled),
    **dict.fromkeys(FIRST_HOLIDAY_WORDS - {"may"}, _holiday),
    **dict.fromkeys(WEEKDAYS, _weekday),
    **dict.fromkeys(MONTHS, _month),
}
"""What reads an expression from a token on; anything that begins with a digit goes to `_at_digits`."""

NO_DATES = frozenset({"a", "an", "several", "few", "many", "some", "couple", "half", *SMALL, *TENS, *REFERENCES, *SETS})


def _expression(tokens: Tokens, said: Said, published: date | None, done: int) -> Expression:
    """The expression with its clock, its other end and its edge words taken in, resolved."""
    said = _with_clock(tokens, said)
    said = _range(tokens, said, published) or said
    start = _edge(tokens, said.start, done)
    relation, surface_start = _relation(tokens, start, done)
    future = relation in FORWARD_RELATIONS or is_future(tokens, said.start, said.end)
    when = said.when or resolve(said.partial or Partial(), published, future=future)
    return Expression(start=start, end=said.end, surface_start=surface_start, relation=relation, when=when)


def _with_clock(tokens: Tokens, said: Said) -> Said:
    partial = said.partial
    if partial is None or partial.clock or (partial.day is None and partial.weekday is None):
        return said
    clock = clocks.clock_behind(tokens, said.end)
    return Said(said.start, clock[1], replace(partial, clock=clock[0])) if clock else said


def _range(tokens: Tokens, said: Said, published: date | None) -> Said | None:
    """ "from 2014 to 2018", "between March and May", "Nov 18-Dec 19, 2015", "March 18-19", "2014-2018"."""
    partial, j = said.partial, said.end
    sign, before = tokens.low[j], tokens.low[said.start - 1]
    if partial is None or not (
        sign in ("-", "–", "to", "through", "till", "until") or (sign == "and" and before == "between")
    ):
        return None
    if sign == "to" and before not in ("from", "of", "in", "(") and not (partial.month and tokens.low[j + 1] in MONTHS):
        return None
    if sign == "through" and before not in ("from", "in"):
        return None
    last = _last_end(tokens, j + 1, partial, published)
    return _join(said, last) if last else None


def _last_end(tokens: Tokens, k: int, first: Partial, published: date | None) -> Said | None:
    text = tokens.text[k]
    if (
        first.day
        and first.month
        and text.isdigit()
        and len(text) <= 2
        and 1 <= int(text) <= 31
        and tokens.low[k + 1] not in MONTHS
    ):
        year = dates.year_at(tokens, k + 1)
        return Said(
            k,
            year[1] if year else k + 1,
            Partial(year=year[0] if year else first.year, month=first.month, day=int(text)),
        )
    if first.year and first.month is None and text.isdigit() and len(text) in (2, 4):
        year_number = int(text) if len(text) == 4 else first.year // 100 * 100 + int(text)
        if first.year < year_number < first.year + 200 and tokens.low[k + 1] not in (
            "%",
            "percent",
            "million",
            "billion",
        ):
            return Said(k, k + 1, Partial(year=year_number, fiscal=first.fiscal))
        return None
    last = _read(tokens, k, published) if tokens.low[k] in GRAMMARS or text[:1].isdigit() else None
    return last if last and last.partial and last.start == k else None


def _join(first: Said, last: Said) -> Said | None:
    """Both ends as one stretch: TIMEX3 value "first/last", from the start of the first to the end of the last."""
    if first.partial is None or last.partial is None:
        return None
    ends = resolve(last.partial, None, future=False)
    begins = resolve(dates.complete(first.partial, last.partial), None, future=False)
    if first.partial.clock or (begins.start and ends.start and begins.start > ends.start):
        return None
    return Said(
        first.start,
        last.end,
        when=When(type="DATE", value=f"{begins.value}/{ends.value}", start=begins.start, end=ends.end),
    )


def _edge(tokens: Tokens, start: int, done: int) -> int:
    """Takes in "early", "mid-", "end of", "beginning of" before the expression."""
    k = start
    if tokens.low[k - 1] == "the" and tokens.low[k - 2] == "of":
        k -= 1
    if tokens.low[k - 1] in ("of", "-", "in"):
        k -= 1
    return k - 1 if tokens.low[k - 1] in EDGES and k - 1 >= done else start


def _relation(tokens: Tokens, start: int, done: int) -> tuple[str | None, int]:
    """The relation word before the expression, and where its surface starts."""
    k = start - 1
    if tokens.low[k] in ("the", "(", "year") and k > done:
        k -= 1
    low = tokens.low[k] if k >= done else ""
    relation = RELATIONS.get(low)
    if relation is None or (low == "as" and tokens.low[k + 1] != "of") or (low == "of" and tokens.low[k - 1] == "as"):
        return ("as of", k - 1) if low == "of" and tokens.low[k - 1] == "as" else (None, start)
    return relation, k if relation in SPANNING else start


def is_future(tokens: Tokens, start: int, end: int) -> bool:
    """Is the clause around tokens start to end about the future? The nearest verb or cue decides, left before right."""
    for k in range(start - 1, max(-1, start - CLAUSE), -1):
        low = tokens.low[k]
        if low in FUTURE_CUES:
            return True
        if low in PAST_CUES or (low.endswith("ed") and len(low) > 4) or low in (".", ";", "?"):
            return _infinitive(tokens, k, start) if low not in (".", ";", "?") else False
        if low in ("is", "are") and tokens.low[k + 1] == "to":
            return True
    return any(low in ("will", "ll") for low in tokens.low[end : end + CLAUSE])


def _infinitive(tokens: Tokens, k: int, start: int) -> bool:
    """ "agreed to hold talks in May": the past verb is about something to come."""
    return (
        tokens.low[k + 1] == "to"
        and k + 2 < start
        and tokens.low[k] in ("agreed", "decided", "vowed", "pledged", "promised", "scheduled", "invited")
    )
