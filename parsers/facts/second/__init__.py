"""A second reading by a trained parser that the user has turned on: it takes back what it contradicts, and adds nothing.

The clause reader (`parsers/facts/syntax`) decides what is filed. With a parser, the sentences in which figures have a
subject, quotations a speaker and happenings a verb are parsed again, only those. Where the parser puts the subject of a
figure into another clause, the figure loses it; where it sees another speaker, or a denial, the fact becomes `likely`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Final, Protocol

from parsers.facts import syntax
from parsers.facts.reading import Reading, Span
from parsers.facts.second import contradictions
from parsers.facts.second.words import Word
from parsers.model import Fact
from parsers.record import changed


class Parser(Protocol):
    """Whatever parses sentences into words with heads."""

    def parsed(self, sentences: Sequence[str]) -> Iterable[tuple[Word, ...]]:
        """The words of each sentence, in order; none where nothing can be said of it. Offsets count from its head."""
        ...


LONGEST: Final = 600
"""Characters of a sentence that is parsed again; longer ones are tables, and parsers err in them."""


def judged(reading: Reading, parser: Parser) -> tuple[Fact, ...]:
    """The facts of a reading as two readings leave them. English only, as the clause reader."""
    if not syntax.reads(reading.in_language):
        return reading.facts
    risky = {i: reading.sentence_at(_anchor(f)) for i, f in enumerate(reading.facts) if contradictions.is_risky(f)}
    parsed = _parsed(reading, parser, risky.values())
    facts = list(reading.facts)
    for i, sentence in risky.items():
        words = parsed.get(sentence, ())
        if words and contradictions.contradicted(reading, sentence, words, facts[i]):
            facts[i] = _mended(facts[i])
    return tuple(facts)


_DATELINE: Final = re.compile(r"[^a-z\n]{2,40}[^-–—\n]{0,40}\d{1,2}\.? ?[-–—]{1,2} ")
"""`HALDEN, March 4 - `: a trained parser takes it for the subject."""


def _parsed(reading: Reading, parser: Parser, sentences: Iterable[Span]) -> dict[Span, tuple[Word, ...]]:
    """The words of sentences, each without its dateline, in offsets of the body."""
    wanted = tuple(dict.fromkeys(s for s in sentences if s.end - s.start <= LONGEST))
    datelines = (_DATELINE.match(reading.body, s.start, s.end) for s in wanted)
    starts = [found.end() if found else s.start for s, found in zip(wanted, datelines, strict=True)]
    texts = [reading.body[start : s.end] for s, start in zip(wanted, starts, strict=True)]
    words = zip(wanted, starts, parser.parsed(texts), strict=True)
    return {s: tuple(w._replace(start=w.start + at, end=w.end + at) for w in found) for s, at, found in words}


def _anchor(fact: Fact) -> int:
    return fact.anchor_start if fact.anchor_start is not None else fact.start_char


def _mended(fact: Fact) -> Fact:
    return changed(fact, subject=None) if fact.kind == "quantity" else changed(fact, certainty="likely")
