"""Where the words stand that an extractor looks for: so that it looks only at places with a word of its own."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator

from parsers.facts.reading import Place, Reading
from parsers.facts.tokens import sentences
from parsers.record import changed


def where(reading: Reading, words: frozenset[str]) -> Iterable[Place]:
    """The places of some (lower-case) words, in reading order."""
    if words <= reading.triggers:
        return [place for place in reading.places if place[2] in words]
    return _find(reading, words)


def beside(reading: Reading, offset: int, words: frozenset[str]) -> bool:
    """Whether the sentence around an offset holds one of some words: a cheap look before its clauses are read."""
    around = reading.tokens.around(offset) if reading.tokens is not None else None
    return around is not None and not words.isdisjoint(around[1].low)


def behind(reading: Reading, offset: int, words: frozenset[str], reach: int) -> bool:
    """Whether one of some words is among the `reach` tokens behind the one at an offset."""
    around = reading.tokens.around(offset) if reading.tokens is not None else None
    if around is None:
        return False
    at, tokens = around
    i = bisect_right(tokens.start, offset - at, 0, tokens.size)
    return not words.isdisjoint(tokens.low[i : i + reach])


def found(reading: Reading, words: frozenset[str]) -> Reading:
    """The reading with the places of some words: those of all extractors are found in one walk over the article."""
    return changed(reading, triggers=words, places=tuple(_find(reading, words)))


def _find(reading: Reading, words: frozenset[str]) -> Iterator[Place]:
    for at, tokens in sentences(reading):
        for i in tokens.among(words):
            yield at + tokens.start[i], tokens.text[i], tokens.low[i]
