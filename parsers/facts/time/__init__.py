"""Dates, periods, durations and sets, as TIMEX3, resolved against the day of publication."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from parsers.facts.clauses import evidence
from parsers.facts.modality import modality_before
from parsers.facts.reading import Reading
from parsers.facts.remembered import Remembered
from parsers.facts.time import numeric, standing
from parsers.facts.time.datelines import DATELINES, dateline
from parsers.facts.time.discourse import settled
from parsers.facts.time.expressions import Expression, expressions, may_tell
from parsers.facts.time.said import Needs
from parsers.facts.time.tongues import TONGUES, reader
from parsers.facts.tokens import LONGEST, Tokens, sentences
from parsers.model import Fact
from parsers.record import changed

KIND = "time"
VERSION = "2"


def extract(reading: Reading) -> Iterator[Fact]:
    """One fact for each time expression; the evidence is its clause."""
    language = (reading.in_language or "").partition("-")[0].lower()
    if language in TONGUES:
        return _foreign(reading, language)
    return settled(_told(reading), reading.date_published)


Told = tuple[Fact, Needs | None]
"""A time, and what the article must say for it to be known."""


def _told(reading: Reading) -> Iterator[Told]:
    published = reading.date_published
    for number, (at, tokens) in enumerate(sentences(reading)):
        if may_tell(tokens):
            if number < DATELINES and reading.date_published is not None:
                published = dateline(tokens, reading.date_published) or published
            for fact, needs in times(tokens, published):
                fact = fact if fact.modality == "asserted" else standing.confirmed(reading, at, tokens, fact)
                yield moved(fact, at), needs


def _foreign(reading: Reading, language: str) -> Iterator[Fact]:
    """The times of an article in a language with tables of its own."""
    for at, tokens in _whole(reading, language):
        for fact in foreign_times(tokens, (reading.date_published, language)):
            yield moved(fact, at)


def _whole(reading: Reading, language: str) -> Iterator[tuple[int, Tokens]]:
    """The sentences of an article; one that was cut behind the number of a day ("am 12. März") is put together again."""
    months, start = TONGUES[language].months, -1
    for number, span in enumerate(reading.sentences):
        start = span.start if start < 0 else start
        following = reading.sentences[number + 1] if number + 1 < len(reading.sentences) else None
        if (
            following
            and CUT_DAY.search(reading.body, max(start, span.end - 4), span.end)
            and following.end - start < LONGEST
        ):
            first = FIRST_WORD.match(reading.body, following.start)
            if first and (first.group().lower() in months or first.group() in DAY_JOINTS):
                continue
        yield start, Tokens(reading.body[start : min(span.end, start + LONGEST)])
        start = -1


CUT_DAY = re.compile(r"\b\d{1,2}\.\Z")
FIRST_WORD = re.compile(r"[^\W\d_]{1,12}")
DAY_JOINTS = frozenset({"und", "bis"})


@Remembered
def foreign_times(tokens: Tokens, known: tuple[date | None, str]) -> tuple[Fact, ...]:
    """The times of a sentence in another language, in its own offsets."""
    published, language = known
    return tuple(_fact(tokens, found) for found in reader.expressions(tokens, published, TONGUES[language], language))


@Remembered
def times(tokens: Tokens, published: date | None) -> tuple[Told, ...]:
    """The times of a sentence, in its own offsets."""
    return tuple((_fact(tokens, found), found.needs) for found in expressions(tokens, published))


def moved(fact: Fact, by: int) -> Fact:
    """A fact with an anchor in the offsets of the body, `by` characters before its sentence."""
    return changed(
        fact,
        start_char=fact.start_char + by,
        end_char=fact.end_char + by,
        anchor_start=(fact.anchor_start or 0) + by,
        anchor_end=(fact.anchor_end or 0) + by,
    )


def _fact(tokens: Tokens, found: Expression | reader.Found) -> Fact:
    start, end = evidence(tokens, found.surface_start, found.end)
    when = found.when
    return Fact(
        kind=KIND,
        subtype="offset" if found.offset else when.type.lower(),
        start_char=start,
        end_char=end,
        anchor_start=tokens.start[found.start],
        anchor_end=tokens.end[found.end - 1],
        extractor=KIND,
        extractor_version=VERSION,
        timex_type=when.type,
        timex_value=when.value,
        time_relation=found.relation,
        time_start=when.start,
        time_end=when.end,
        time_surface=tokens.phrase(found.surface_start, found.end),
        modality=modality_before(tokens, found.start),
        certainty="likely" if isinstance(found, Expression) and numeric.either_way(tokens, found.start) else "certain",
    )
