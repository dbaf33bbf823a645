"""Where the words stand that an extractor looks for: so that it looks only at places with a word of its own."""

from __future__ import annotations

from collections.abc import Iterator

from parsers.facts.reading import Reading
from parsers.facts.tokens import sentences


def where(reading: Reading, words: frozenset[str]) -> Iterator[tuple[int, str]]:
    """The places of some (lower-case) words, in reading order: the body offset, and the word as it is written there."""
    for at, tokens in sentences(reading):
        if not words.isdisjoint(tokens.low):
            for i in tokens.among(words):
                yield at + tokens.start[i], tokens.text[i]
