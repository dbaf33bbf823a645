"""Amounts of everything: money, shares, power, lengths of time, counts of things, ranks; in UCUM and ISO 4217."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from typing import NamedTuple

from parsers.facts import syntax
from parsers.facts.clauses import evidence
from parsers.facts.quantity import context, measures, moments, places, subjects, translation
from parsers.facts.quantity.attachment import alone, attach
from parsers.facts.quantity.currency_names import UNPROVEN
from parsers.facts.quantity.measure import Measure
from parsers.facts.quantity.moments import Moment
from parsers.facts.quantity.units import Unit
from parsers.facts.reading import Reading
from parsers.facts.remembered import Remembered
from parsers.facts.syntax import standing
from parsers.facts.tokens import Tokens, sentences
from parsers.model import Fact
from parsers.record import changed

KIND = "quantity"
VERSION = "2"

POINTS_IN_TIME = frozenset({"DATE", "TIME"})
"""Times whose numbers are no quantities. A duration is both: a length of time, and three of something."""

UNTAKEN: frozenset[int] = frozenset()


def extract(reading: Reading) -> Iterator[Fact]:
    """One fact for each quantity; the evidence is its sentence or clause, the anchor its number and unit."""
    times = [fact for fact in reading.facts if fact.kind == "time" and fact.anchor_start is not None]
    starts = [fact.anchor_start or 0 for fact in times]
    language = translation.language_of(reading.in_language)
    english = syntax.reads(reading.in_language)
    around = context.Around(reading)
    for at, tokens in sentences(reading):
        if language is None and not measures.may_tell(tokens):
            continue
        here = times[bisect_left(starts, at) : bisect_left(starts, at + len(tokens.sentence))]
        named = syntax.names(reading, at, tokens) if english else None
        known = Known(tuple([moments.moment(fact, at) for fact in here]), named, language)
        for figure in figures(tokens, known):
            fact = figure.fact if figure.unit is None else context.settled(figure.fact, figure.unit, around, at, tokens)
            if not (fact.unit or "").startswith(UNPROVEN):
                yield _placed(reading, at, tokens, figure if fact is figure.fact else figure._replace(fact=fact))


class Known(NamedTuple):
    """What is known of a sentence beside its words: its times, and the tokens (first, behind last) of its names.

    `named` is None for a language whose clauses are not read; `language` is one of `translation`, None for English.
    """

    times: tuple[Moment, ...]
    named: tuple[tuple[int, int], ...] | None
    language: str | None


class Figure(NamedTuple):
    """A quantity in its sentence's own offsets, the tokens (first, behind last) of its subject, and places of its clause.

    `places` are the heads of phrases behind a preposition of place. `unit` is set where the countries that the article
    speaks of decide the unit. `borrowed` tells that the subject was taken for "it" or "they", which no person is.
    """

    fact: Fact
    whose: tuple[int, int]
    places: tuple[int, ...]
    unit: Unit | None = None
    borrowed: bool = False


@Remembered
def figures(tokens: Tokens, known: Known) -> tuple[Figure, ...]:
    """The quantities of a sentence, given its times and names. Its clauses are read only when it has one."""
    taken = _taken(tokens, known.times) if known.times else UNTAKEN
    if known.language is None:
        found = list(measures.measures(tokens, taken))
    else:
        found = list(translation.measures_in(tokens, taken, known.language))
    if not found:
        return ()
    parse = syntax.parse(tokens, known.named) if known.named is not None else None
    plain = parse is not None and standing.plain(parse, tokens)
    return tuple([_figure(tokens, parse, measure, known.times, plain=plain) for measure in found])


def _taken(tokens: Tokens, times: tuple[Moment, ...]) -> frozenset[int]:
    """The tokens of dates and clock times."""
    taken: set[int] = set()
    for time in times:
        if time.timex_type in POINTS_IN_TIME and time.subtype != "offset":
            first = bisect_left(tokens.start, time.start, 0, tokens.size)
            taken.update(range(first, bisect_left(tokens.start, time.end, 0, tokens.size)))
    return frozenset(taken)


def _placed(reading: Reading, at: int, tokens: Tokens, figure: Figure) -> Fact:
    """The quantity in the body, with those of its subject that have names, and its place."""
    fact, whose = figure.fact, figure.whose
    if figure.borrowed and places.person(reading, at, tokens, *whose):
        fact, whose = changed(fact, subject=None), (0, 0)
    return changed(
        fact,
        parties=places.parties(reading, at, tokens, *whose),
        place=places.place(reading, at, tokens, figure.places),
        start_char=fact.start_char + at,
        end_char=fact.end_char + at,
        anchor_start=(fact.anchor_start or 0) + at,
        anchor_end=(fact.anchor_end or 0) + at,
    )


def _bare(words: str) -> str | None:
    """A subject without half of a pair of brackets: `Halden Corp>`."""
    return (words if "<" in words else words.replace(">", "")).strip() or None


def _figure(
    tokens: Tokens, parse: syntax.Parse | None, found: Measure, times: tuple[Moment, ...], *, plain: bool
) -> Figure:
    first = min(found.start, found.bound_start) if found.bound_start >= 0 else found.start
    start, end = evidence(tokens, first, max(found.end, found.noun.end if found.noun else 0))
    told = attach(tokens, parse, found, times, plain=plain) if parse is not None else alone(tokens, found)
    whose = (told.subject.start, told.subject.end) if told.subject else (0, 0)
    found = subjects.measured(tokens, found, whose, told.predicate)
    time = told.time
    fact = Fact(
        kind=KIND,
        subtype=found.subtype,
        subject=_bare(tokens.phrase(*whose)),
        predicate=found.outcome or told.predicate,
        object=None if found.outcome and not found.noun else told.object,
        value=found.value,
        value_high=found.high,
        unit=found.unit.code,
        value_si=found.unit.to_si(found.value),
        unit_si=found.unit.si,
        bound=found.bound,
        bound_surface=tokens.phrase(found.bound_start, found.bound_end) or None if found.bound_start >= 0 else None,
        of_value=found.of_value,
        trend=found.trend or told.trend,
        timex_type=time.timex_type if time else None,
        timex_value=time.timex_value if time else None,
        time_relation=time.time_relation if time else None,
        time_start=time.time_start if time else None,
        time_end=time.time_end if time else None,
        time_surface=time.time_surface if time else None,
        modality=told.modality,
        polarity=told.polarity,
        certainty="certain" if told.certain else "likely",
        start_char=start,
        end_char=end,
        anchor_start=tokens.start[found.start],
        anchor_end=tokens.end[found.end - 1],
        extractor=KIND,
        extractor_version=VERSION,
    )
    named_places = places.candidates(tokens, parse, found.start) if parse is not None else ()
    printed = tokens.phrase(found.start, found.end)
    unit = found.unit if context.is_open(found.unit, printed) else None
    return Figure(fact, whose, named_places, unit, told.borrowed)
