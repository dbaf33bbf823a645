"""Sentences as words, numbers and signs: what the number and time grammars step over."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import accumulate

from parsers.facts.reading import Reading, Span

TOKEN = re.compile(r"[a-zA-Z]++(?![^\W\d_])|\d+(?:[.,]\d+)*|[^\W\d_]+|[^\w\s]|_")
PARTS = re.compile(f"({TOKEN.pattern})")
"""A number with its separators, a run of letters, or one sign. Each character is looked at once or
twice; the first branch is the third one for plain letters, and quicker."""

PADDING = 12
"""Empty tokens behind the last one: a grammar may look this far ahead, and, since Python counts from the end, back."""

CACHED_LENGTH = 1_000_000
"""Longer bodies are not kept between extractors: reading them twice is cheaper than holding their tokens."""

LONGEST = 5_000
"""Characters of a sentence taken at once. A longer "sentence" is a table or an attack; it is cut at white space."""


def words(table: str) -> frozenset[str]:
    """A table of words written as running text."""
    return frozenset(table.split())


class Tokens:
    """One sentence. `low[i]` is token i in lower case, `text[i]` as written, at `body[start[i]:end[i]]`.

    `size` counts the tokens; behind them stand `PADDING` empty ones, so that `low[i + 3]` and `low[i - 3]` always exist.
    """

    __slots__ = ("body", "end", "low", "size", "start", "stop", "text")

    def __init__(self, body: str, start: int, stop: int) -> None:
        parts = PARTS.split(body[start:stop])  # gap, token, gap, token, …, gap
        at = list(accumulate(map(len, parts), initial=start))
        pad = [stop] * PADDING
        self.body = body
        self.stop = stop
        self.text = parts[1::2] + [""] * PADDING
        self.low = list(map(str.lower, self.text))
        self.size = len(self.text) - PADDING
        self.start = at[1:-1:2] + pad
        self.end = at[2::2] + pad

    def glued(self, i: int) -> bool:
        """Does token i follow the one before it without a space?"""
        return 0 < i < self.size and self.end[i - 1] == self.start[i]

    def phrase(self, i: int, j: int) -> str:
        """The words of tokens i to j (exclusive) as they stand in the body."""
        return self.body[self.start[i] : self.end[j - 1]] if i < j else ""


def sentences(reading: Reading) -> Iterator[Tokens]:
    """The sentences of an article as tokens."""
    if len(reading.body) <= CACHED_LENGTH:
        yield from _kept(reading.body, reading.sentences)
    else:
        yield from _tokens(reading.body, reading.sentences)


@lru_cache(maxsize=1)
def _kept(body: str, spans: tuple[Span, ...]) -> tuple[Tokens, ...]:
    return tuple(_tokens(body, spans))


def _tokens(body: str, spans: tuple[Span, ...]) -> Iterator[Tokens]:
    for start, stop in spans:
        for piece_start, piece_stop in _pieces(body, start, stop):
            yield Tokens(body, piece_start, piece_stop)


def _pieces(body: str, start: int, stop: int) -> Iterator[tuple[int, int]]:
    while stop - start > LONGEST:
        cut = body.rfind(" ", start + LONGEST - 200, start + LONGEST)
        cut = cut if cut > start else start + LONGEST
        yield start, cut
        start = cut
    yield start, stop
