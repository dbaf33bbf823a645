"""Amounts of everything: money, shares, power, lengths of time, counts of things, ranks; in UCUM and ISO 4217."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from typing import NamedTuple

from parsers.facts.clauses import clause, evidence
from parsers.facts.modality import modality_before
from parsers.facts.quantity import context, measures, roles, translation
from parsers.facts.quantity.measure import Measure
from parsers.facts.quantity.roles import Moment
from parsers.facts.quantity.units import Unit
from parsers.facts.reading import Reading
from parsers.facts.remembered import Remembered
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
    around = context.Around(reading)
    for at, tokens in sentences(reading):
        if language is None and not measures.may_tell(tokens):
            continue
        here = times[bisect_left(starts, at) : bisect_left(starts, at + len(tokens.sentence))]
        for figure in figures(tokens, (tuple([roles.moment(fact, at) for fact in here]), language)):
            fact = figure.fact if figure.unit is None else context.settled(figure.fact, figure.unit, around, at, tokens)
            yield _placed(reading, at, tokens, figure._replace(fact=fact))


class Figure(NamedTuple):
    """A quantity in its sentence's own offsets, and the tokens (first, behind last) of its subject and of its clause.

    `unit` is set where the countries spoken of in the article decide the unit.
    """

    fact: Fact
    whose: tuple[int, int]
    clause: tuple[int, int]
    unit: Unit | None = None


def _object(tokens: Tokens, found: Measure, last: int) -> str | None:
    """What is counted or measured, as printed; none for people of whom only the outcome is told."""
    if found.noun is not None:
        return tokens.phrase(found.noun.start, found.noun.end)
    return None if found.outcome is not None else roles.object_behind(tokens, last)


@Remembered
def figures(tokens: Tokens, known: tuple[tuple[Moment, ...], str | None]) -> tuple[Figure, ...]:
    """The quantities of a sentence in which these times stand, in a language of `translation` or, with None, in English."""
    times, language = known
    taken = _taken(tokens, times) if times else UNTAKEN
    found = measures.measures(tokens, taken) if language is None else translation.measures_in(tokens, taken, language)
    return tuple(
        [_figure(tokens, measure, times) if language is None else _foreign(tokens, measure, times) for measure in found]
    )


def _foreign(tokens: Tokens, found: Measure, times: tuple[Moment, ...]) -> Figure:
    """A figure of another language: without subject, verb and trend, which are read from English words only."""
    fact, _, span, unit = _figure(tokens, found, times)
    noun = tokens.phrase(found.noun.start, found.noun.end) if found.noun else None
    return Figure(changed(fact, subject=None, predicate=found.outcome, object=noun or None), (0, 0), span, unit)


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
    fact = figure.fact
    return changed(
        fact,
        parties=roles.parties(reading, at, tokens, *figure.whose),
        place=roles.place(reading, at, tokens, figure.clause),
        start_char=fact.start_char + at,
        end_char=fact.end_char + at,
        anchor_start=(fact.anchor_start or 0) + at,
        anchor_end=(fact.anchor_end or 0) + at,
    )


def _figure(tokens: Tokens, found: Measure, times: tuple[Moment, ...]) -> Figure:
    first = min(found.start, found.bound_start) if found.bound_start >= 0 else found.start
    last = max(found.end, found.noun.end if found.noun else 0)
    span = clause(tokens, first, last)
    start, end = evidence(tokens, first, last)
    anchor = tokens.start[found.start]
    time = roles.time_of(tokens, span, anchor, times)
    verb = roles.verb_before(tokens, span[0], first)
    whose = roles.subject(tokens, span[0], verb if verb is not None else first)
    fact = Fact(
        kind=KIND,
        subtype=found.subtype,
        subject=tokens.phrase(*whose) or None,
        predicate=found.outcome or (tokens.low[verb] if verb is not None else None),
        object=_object(tokens, found, last),
        value=found.value,
        value_high=found.high,
        unit=found.unit.code,
        value_si=found.unit.to_si(found.value),
        unit_si=found.unit.si,
        bound=found.bound,
        bound_surface=tokens.phrase(found.bound_start, found.bound_end) or None if found.bound_start >= 0 else None,
        of_value=found.of_value,
        trend=found.trend,
        timex_type=time.timex_type if time else None,
        timex_value=time.timex_value if time else None,
        time_relation=time.time_relation if time else None,
        time_start=time.time_start if time else None,
        time_end=time.time_end if time else None,
        time_surface=time.time_surface if time else None,
        modality=modality_before(tokens, found.start),
        start_char=start,
        end_char=end,
        anchor_start=anchor,
        anchor_end=tokens.end[found.end - 1],
        extractor=KIND,
        extractor_version=VERSION,
    )
    return Figure(fact, whose, span, found.unit if context.is_open(found.unit) else None)
