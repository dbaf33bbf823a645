"""Dates, periods, durations and sets, as TIMEX3, resolved against the day of publication."""

from __future__ import annotations

from collections.abc import Iterator

from parsers.facts.clauses import evidence
from parsers.facts.modality import modality_before
from parsers.facts.reading import Reading
from parsers.facts.time.expressions import Expression, expressions
from parsers.facts.tokens import Tokens, sentences
from parsers.model import Fact

KIND = "time"
VERSION = "1"


def extract(reading: Reading) -> Iterator[Fact]:
    """One fact for each time expression; the evidence is its clause."""
    for tokens in sentences(reading):
        for found in expressions(tokens, reading.date_published):
            yield _fact(tokens, found)


def _fact(tokens: Tokens, found: Expression) -> Fact:
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
    )
