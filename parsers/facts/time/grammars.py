"""What reads a time from the token that opens it: one grammar a word, and one for digits."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from parsers.facts.quantity.numbers import GLYPHS, SMALL, TENS
from parsers.facts.time import (
    anaphors,
    centuries,
    clocks,
    composed,
    dates,
    edges,
    ended,
    holidays,
    lengths,
    numeric,
    parts_of_years,
    plain,
    references,
    relative,
    sets,
    weeks,
    years,
)
from parsers.facts.time.calendar import Partial, When
from parsers.facts.time.digit_clocks import Clock
from parsers.facts.time.lengths import LENGTH_WORDS, NO_TIME_BEHIND
from parsers.facts.time.openers import opens_date
from parsers.facts.time.resolve import resolve
from parsers.facts.time.said import Said, day_number
from parsers.facts.time.spelled import spelled_year
from parsers.facts.time.tense import just_past, tense
from parsers.facts.time.words import (
    AHEAD,
    BACK,
    DAY_PARTS,
    DAYS_AWAY,
    DECADES,
    HERE,
    MONTHS,
    ORDINALS,
    REFERENCES,
    SEASONS,
    SETS,
    SUFFIXES,
    UNITS,
    WEEKDAYS,
)  # fmt: skip
from parsers.facts.tokens import Tokens

UNIT_WORDS = frozenset(UNITS)

NUMBER_REACH = 20
"""Tokens from the digits of a length of time to behind its unit, at most: magnitudes, powers and adjectives between."""


def read(tokens: Tokens, i: int, published: date | None) -> Said | None:
    """The expression that token i opens, if its grammar finds one."""
    low = tokens.low[i]
    if low[:1].isdecimal():
        return _at_digits(tokens, i, published)
    return GRAMMARS[low](tokens, i, published)


def read_if_any(tokens: Tokens, k: int, published: date | None) -> Said | None:
    """The same for a token that may open none."""
    return read(tokens, k, published) if tokens.low[k] in GRAMMARS or tokens.text[k][:1].isdecimal() else None


def _at_digits(tokens: Tokens, i: int, published: date | None) -> Said | None:
    if tokens.glued(i) and tokens.text[i - 1].isalpha() and len(tokens.text[i]) != 4:
        return None
    if tokens.low[i + 1] in NO_TIME_BEHIND and tokens.low[i + 2] not in UNITS:
        return None
    found = (
        holidays.nine_eleven(tokens, i, published)
        or numeric.numeric(tokens, i)
        or years.decade_at(tokens, i)
        or centuries.year_of_era(tokens, i)
    )
    if found:
        return found
    span = clocks.span_at(tokens, i)
    if span:
        return Said(i, span[1], when=When(type="TIME", value=span[0]))
    clock = clocks.clock_at(tokens, i)
    if clock:
        return _clock(tokens, i, clock, published)
    return (
        years.counted_part(tokens, i, published)
        or dates.day_first(tokens, i, published)
        or (_numbered_part(tokens, i, published) if tokens.low[i + 1] in SUFFIXES else None)
        or (
            None
            if UNIT_WORDS.isdisjoint(tokens.low[i + 1 : i + NUMBER_REACH])
            else lengths.length_at(tokens, i, published, plain.read)
        )
        or years.bare_year(tokens, i)
    )


def _clock(tokens: Tokens, i: int, clock: Clock, published: date | None) -> Said:
    """A clock time and the date behind it ("10:30 am on Monday", "8.30pm today")."""
    value, j = clock
    if value not in CLOCKS_ALONE and tokens.low[j] in ("to", "-", "–", "until", "and"):
        other = clocks.clock_at(tokens, j + 1)
        if other and (tokens.low[j] != "and" or tokens.low[i - 1] == "between"):
            return _clock_span(tokens, i, value, other, published)
    k = j + 1 if tokens.low[j] in ("on", ",") else j
    k = k + 1 if tokens.low[k] == "on" else k
    date_ = read(tokens, k, published) if opens_date(tokens, k) else None
    if (
        date_
        and date_.partial
        and (date_.partial.day or date_.partial.weekday is not None)
        and (not date_.partial.clock or tokens.low[k] == "tonight")
        and date_.start == k
    ):
        return Said(i, date_.end, date_.partial._replace(clock=value))
    return Said(i, j, when=When(type="TIME", value=value))


def _clock_span(tokens: Tokens, i: int, first: str, last: Clock, published: date | None) -> Said:
    """ "noon until 6 p.m. on Saturday": from one clock time to another, with their day where it is behind."""
    k = last[1] + 1 if tokens.low[last[1]] in ("on", ",") else last[1]
    said = read(tokens, k, published) if opens_date(tokens, k) else None
    if said and said.partial and said.start == k and (said.partial.day or said.partial.weekday is not None):
        day = resolve(said.partial._replace(clock=""), published, tense=tense(tokens, i, said.end))
        if day.start and len(day.value) == 10 and first < last[0] <= "T23:59":
            begin, end = f"{day.value}{first}", f"{day.value}{last[0]}"
            return Said(i, said.end, when=When(type="TIME", value=f"{begin}/{end}", start=begin, end=end))
    return Said(i, last[1], when=When(type="TIME", value=f"{first}/{last[0]}"))


CLOCKS_ALONE = frozenset({"T24:00"})
"""Times of day that open no stretch."""


def _article(tokens: Tokens, i: int, published: date | None) -> Said | None:
    return lengths.article(tokens, i, published, plain.read)


def _weekday(tokens: Tokens, i: int, published: date | None) -> Said | None:
    beside = composed.weekday_after(tokens, i, published, plain.read)
    found = beside or composed.weekday_of(tokens, i, published, plain.read) or dates.weekday_at(tokens, i)
    if found and found.partial and found.end == i + 1 and tokens.low[i + 1] == "week" and published is not None:
        return relative.weekday_week(tokens, i, published) or found
    if found and tokens.low[i - 1] in ("every", "each") and found.partial:
        return Said(i - 1, found.end, when=When(type="SET", value=f"XXXX-WXX-{(found.partial.weekday or 0) + 1}"))
    return found


def _reference(tokens: Tokens, i: int, _: date | None) -> Said | None:
    if tokens.low[i - 1 : i + 3] == ["as", "soon", "as", "possible"]:
        return Said(i - 1, i + 3, when=When(type="DATE", value="FUTURE_REF"))
    beside = tokens.low[i + 1] in ("after", "before", "as") or just_past(tokens, i)
    if tokens.low[i] in ("soon", "shortly") and beside:
        return None
    if tokens.low[i] == "now" and tokens.low[i + 1] == "-":
        return None
    if tokens.low[i] == "recent":
        return references.recent(tokens, i)
    start = i - 1 if tokens.low[i - 1 : i + 1] == ["right", "now"] else i
    return Said(start, i + 1, when=When(type="DATE", value=REFERENCES[tokens.low[i]]))


def _ordinal(tokens: Tokens, i: int, published: date | None) -> Said | None:
    day = day_number(tokens, i)
    if day and (tokens.low[day[1]] == "of" or tokens.low[day[1] : day[1] + 2] == ["day", "of"]):
        k = day[1] + (1 if tokens.low[day[1]] == "of" else 2)
        if tokens.low[k] in MONTHS:
            return dates.month_at(tokens, k, published)
    return _numbered_part(tokens, i, published)


def _numbered_part(tokens: Tokens, i: int, published: date | None) -> Said | None:
    """ "the 12th century", "1st Sunday of May", "third quarter"."""
    both = parts_of_years.parts_together(tokens, i, published)
    if both:
        return both
    part = parts_of_years.part_of_year(tokens, i, published)
    found = centuries.century_at(tokens, i) or composed.part_of(tokens, i, published, plain.read) or part
    return parts_of_years.with_tens(tokens, i, found)


def _anchored(tokens: Tokens, i: int, published: date | None) -> Said | None:
    """ "last week", "the last Sunday of October", "the following month"."""
    if tokens.low[i] in composed.RANKS:
        found = composed.part_of(tokens, i, published, plain.read)
        if found:
            return found
    if tokens.low[i] in TOLD_FROM_LAST:
        found = anaphors.beside(tokens, i, i + 1, 1 if tokens.low[i] in AHEAD else -1)
        if found:
            return found
    if i > 0 and tokens.text[i].istitle() and tokens.text[i + 1].istitle() and tokens.low[i + 1] in UNITS:
        return None  # "This Week With …"
    return relative.anchored(tokens, i, published) or references.vague(tokens, i)


TOLD_FROM_LAST = frozenset({"following", "previous", "preceding", "prior"})
"""Words for the period beside another one of the story: "the following month"."""


def _rank(tokens: Tokens, i: int, published: date | None) -> Said | None:
    return composed.part_of(tokens, i, published, plain.read)


def _part(tokens: Tokens, i: int, published: date | None) -> Said | None:
    return composed.edge_of(tokens, i, published, plain.read)


def _end(tokens: Tokens, i: int, published: date | None) -> Said | None:
    return edges.end_of(tokens, i, published, plain.read)


def _middle(tokens: Tokens, i: int, published: date | None) -> Said | None:
    return edges.middle(tokens, i, published)


def _year(tokens: Tokens, i: int, published: date | None) -> Said | None:
    """ "the year ended March 31", "year-end", "the year-earlier quarter"."""
    return (
        ended.unit_ended(tokens, i, published, plain.read)
        or edges.unit_end(tokens, i, published)
        or anaphors.year_earlier(tokens, i)
    )


def _quarter(tokens: Tokens, i: int, published: date | None) -> Said | None:
    clock = clocks.past(tokens, i)
    if clock:
        return _clock(tokens, i, clock, published)
    return (
        ended.unit_ended(tokens, i, published, plain.read)
        or edges.unit_end(tokens, i, published)
        or anaphors.quarter(tokens, i)
    )


def _month(tokens: Tokens, i: int, published: date | None) -> Said | None:
    return ended.unit_ended(tokens, i, published, plain.read) or edges.unit_end(tokens, i, published)


def _latest(tokens: Tokens, i: int, _: date | None) -> Said | None:
    return anaphors.quarter(tokens, i + 1) if tokens.low[i + 1] in anaphors.PERIODS else None


def _same(tokens: Tokens, i: int, published: date | None) -> Said | None:
    return anaphors.same(tokens, i, published)


def _that(tokens: Tokens, i: int, _: date | None) -> Said | None:
    return anaphors.that(tokens, i)


def _half(tokens: Tokens, i: int, published: date | None) -> Said | None:
    clock = clocks.past(tokens, i)
    if clock:
        return _clock(tokens, i, clock, published)
    return ended.unit_ended(tokens, i, published, plain.read) or lengths.length_at(tokens, i, published, plain.read)


def _present(tokens: Tokens, i: int, _: date | None) -> Said | None:
    return references.present(tokens, i)


def _week(tokens: Tokens, i: int, published: date | None) -> Said | None:
    return weeks.week_at(tokens, i, published, plain.read)


def _clock_word(tokens: Tokens, i: int, published: date | None) -> Said | None:
    clock = clocks.clock_at(tokens, i)
    return _clock(tokens, i, clock, published) if clock else None


def _day_part(tokens: Tokens, i: int, published: date | None) -> Said | None:
    """ "in the morning", "at night" without a date; "on the night of June 3"."""
    k = i + 3 if tokens.low[i + 1 : i + 3] == ["of", "the"] else i + 2
    if tokens.low[i + 1] == "of" and tokens.low[i - 1] in ("the", "early", "late") and opens_date(tokens, k):
        said = read(tokens, k, published)
        if (
            said
            and said.start == k
            and said.partial
            and (said.partial.day or said.partial.weekday is not None)
            and not said.partial.clock
        ):
            return Said(i, said.end, said.partial._replace(clock="T" + DAY_PARTS[tokens.low[i]]))
    if tokens.low[i - 2 : i] == ["in", "the"] or (tokens.low[i - 1] == "at" and tokens.low[i] == "night"):
        return Said(i, i + 1, when=When(type="TIME", value="T" + DAY_PARTS[tokens.low[i]]))
    return None


def _number_word(tokens: Tokens, i: int, published: date | None) -> Said | None:
    """ "nine o'clock", "five weeks", "nineteen ninety-six"."""
    clock = clocks.clock_at(tokens, i) or clocks.past(tokens, i)
    if clock:
        return _clock(tokens, i, clock, published)
    year = spelled_year(tokens, i)
    if year:
        return Said(i - 1 if tokens.low[i - 1] == "year" else i, year[1], Partial(year=year[0]))
    if tokens.low[i : i + 2] == ["one", "day"] and tokens.low[i - 1] not in BEFORE_ONE_DAY:
        return None  # some day
    return lengths.length_at(tokens, i, published, plain.read)


BEFORE_ONE_DAY = frozenset(
    {
        "in",
        "for",
        "within",
        "than",
        "only",
        "just",
        "least",
        "lasted",
        "lasting",
        "last",
        "next",
        "of",
        "over",
        "about",
        "after",
    }
)


Grammar = Callable[[Tokens, int, "date | None"], "Said | None"]


def _or_holiday(other: Grammar | None) -> Grammar:
    """The grammar of a word that a holiday may begin with: "spring" of the Spring Festival."""
    if other is None:
        return holidays.holiday_at
    return lambda tokens, i, published: holidays.holiday_at(tokens, i, published) or other(tokens, i, published)


GRAMMARS: dict[str, Grammar] = {
    **dict.fromkeys(("a", "an"), _article),
    **dict.fromkeys(("several", "few", "many", "some", "couple", *SMALL, *TENS), _number_word),
    **dict.fromkeys(ORDINALS, _ordinal),
    **dict.fromkeys(SEASONS, years.season_at),
    **dict.fromkeys(DAY_PARTS, _day_part),
    **dict.fromkeys(("noon", "midnight", "midday"), _clock_word),
    **dict.fromkeys(REFERENCES, _reference),
    "future": references.future,
    **dict.fromkeys((*references.LATER, "term"), references.later),
    **dict.fromkeys(
        ("weeks", "months", "years", "days", "decades", "centuries", "hours", "generations"), references.bare
    ),
    **dict.fromkeys(SETS, sets.adverb),
    **dict.fromkeys((*BACK, *HERE, *AHEAD), _anchored),
    **dict.fromkeys(composed.RANKS.keys() - BACK, _rank),
    **dict.fromkeys(composed.EDGE_NOUNS | composed.EDGE_ADVERBS, _part),
    "end": _end,
    **dict.fromkeys(("mid", *edges.MIDDLES), _middle),
    **dict.fromkeys(edges.ENDS, edges.joined_end),
    "year": _year,
    **dict.fromkeys(("quarter", "period"), _quarter),
    **dict.fromkeys(("month", "decade"), _month),
    "half": _half,
    "latest": _latest,
    **dict.fromkeys(("same", "corresponding", "comparable"), _same),
    "that": _that,
    **dict.fromkeys(DAYS_AWAY, relative.day_away),
    **dict.fromkeys(("every", "each"), sets.every),
    **dict.fromkeys(("once", "twice"), sets.once),
    **dict.fromkeys(DECADES, years.named_decade),
    **dict.fromkeys(("noughties", "aughts"), years.noughties),
    **dict.fromkeys(("q", "h", "fy", "cy"), years.labelled_part),
    **dict.fromkeys(WEEKDAYS, _weekday),
    **dict.fromkeys(("week", "weekend"), _week),
    **dict.fromkeys(GLYPHS, _number_word),
    "at": _present,
    **dict.fromkeys(MONTHS, dates.month_at),
}
GRAMMARS.update((word, _or_holiday(GRAMMARS.get(word))) for word in holidays.FIRST_WORDS)
"""What reads an expression from a token on; anything that begins with a digit goes to `_at_digits`."""

SECOND: dict[str, frozenset[str]] = {
    **dict.fromkeys(("a", "an"), UNIT_WORDS | LENGTH_WORDS),
    "at": frozenset({"present", "the", "this"}),
    "that": UNIT_WORDS | {"same"},
    **dict.fromkeys(composed.EDGE_NOUNS - {"end"}, frozenset({"of"})),
    **dict.fromkeys(composed.EDGE_ADVERBS, UNIT_WORDS | {"in", "on"}),
    "same": frozenset({*anaphors.PERIODS, "time", "day", "year", "week"}),
}
"""For the commonest words that may open a time: those of which one must are behind for it to be one."""

TELLING = (
    frozenset(GRAMMARS.keys() - {"a", "an", "at", "that", "same"})
    | UNIT_WORDS
    | LENGTH_WORDS
    | {"present", "moment", "juncture"}
)
"""A sentence without a number and without any of these tells no time: "a" and "at" begin one only before some of them."""
