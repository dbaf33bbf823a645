"""Where the words stand that an extractor looks for: so that it looks only at places with a word of its own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from parsers.facts.reading import Place, Reading
from parsers.facts.tokens import sentences
from parsers.record import changed


def where(reading: Reading, words: frozenset[str]) -> Iterable[Place]:
    """The places of some (lower-case) words, in reading order."""
    if words <= reading.triggers:
        return [place for place in reading.places if place[2] in words]
    return _find(reading, words)


def found(reading: Reading, words: frozenset[str]) -> Reading:
    """The reading with the places of some words: those of all extractors are found in one walk over the article."""
    return changed(reading, triggers=words, places=tuple(_find(reading, words)))


def _find(reading: Reading, words: frozenset[str]) -> Iterator[Place]:
    for at, tokens in sentences(reading):
        for i in tokens.among(words):
            yield at + tokens.start[i], tokens.text[i], tokens.low[i]
