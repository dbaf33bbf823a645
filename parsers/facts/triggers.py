"""Where the words stand that an extractor looks for: so that it looks only at places with a word of its own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from parsers.facts.reading import Place, Reading
from parsers.facts.tokens import sentences


def where(reading: Reading, words: frozenset[str]) -> Iterable[Place]:
    """The places of some (lower-case) words, in reading order."""
    if reading.places is None:
        return find(reading, words)
    return [place for place in reading.places if place[2] in words]


def find(reading: Reading, words: frozenset[str]) -> Iterator[Place]:
    """The same by walking over the article: once for the words of all extractors (`Reading.places`)."""
    for at, tokens in sentences(reading):
        for i in tokens.among(words):
            yield at + tokens.start[i], tokens.text[i], tokens.low[i]
