"""Where the words stand that an extractor looks for: so that it looks only at places with a word of its own."""

from __future__ import annotations

from collections.abc import Container, Iterator

from parsers.facts.reading import Reading
from parsers.facts.tokens import sentences


def where(reading: Reading, words: Container[str]) -> Iterator[tuple[int, str]]:
    """The places of some (lower-case) words, in reading order: the body offset, and the word as it is written there."""
    for tokens in sentences(reading):
        for at, word in enumerate(tokens.low):
            if word in words:
                yield tokens.start[at], tokens.text[at]
