"""Sentences as words, numbers and signs: what the number and time grammars step over."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Container, Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import accumulate, compress
from typing import Protocol

TOKEN = re.compile(r"[a-zA-Z]++(?![^\W\d_])|\d+(?:[.,]\d+)*|[^\W\d_]+|[^\w\s]|_")
PARTS = re.compile(f"({TOKEN.pattern})")
"""A number with its separators, a run of letters, or one sign. Each character is looked at once or
twice; the first branch is the third one for plain letters, and quicker."""
ASCII_PARTS = re.compile(r"([a-zA-Z]+|[^\sa-zA-Z0-9]|[0-9]+(?:[.,][0-9]+)*)")
"""The same in text that is all ASCII: nine sentences in ten."""

PADDING = 12
"""Empty tokens behind the last one: a grammar may look this far ahead, and, since Python counts from the end, back."""

CACHED_LENGTH = 1_000_000
"""Longer bodies are not kept between extractors: reading them twice is cheaper than holding their tokens."""

LONGEST = 5_000
"""Characters of a sentence taken at once. A longer "sentence" is a table or an attack; it is cut at white space."""

REMEMBERED, REMEMBERED_LENGTH = 1024, 600
"""Sentences whose tokens are remembered, and characters of one: three sentences in ten have come among the last thousand, and parsing
takes .98 of the CPU. Nobody changes tokens."""

EMPTY = [""] * PADDING

DIGIT = re.compile("[0-9]")


def words(table: str) -> frozenset[str]:
    """A table of words written as running text."""
    return frozenset(table.split())


class Tokens:
    """One sentence. `low[i]` is token i in lower case, `text[i]` as written, at `sentence[start[i]:end[i]]`.

    `numbers` are the tokens that begin with a digit 0 to 9. `size` counts the tokens; behind them stand `PADDING` empty
    ones, so that `low[i + 3]` and `low[i - 3]` always exist.
    Offsets count from the head of the sentence: it says the same wherever it stands.
    """

    __slots__ = ("end", "low", "numbers", "sentence", "size", "start", "text")

    def __init__(self, sentence: str) -> None:
        parts = (ASCII_PARTS if sentence.isascii() else PARTS).split(sentence)  # gap, token, gap, token, …, gap
        at = list(accumulate(map(len, parts), initial=0))
        words = parts[1::2]
        pad = [at[-1]] * PADDING
        self.sentence = sentence
        self.size = len(words)
        self.low = [*map(str.lower, words), *EMPTY]
        self.text = words + EMPTY
        self.numbers = [i for i, word in enumerate(words) if "0" <= word < ":"] if DIGIT.search(sentence) else []
        self.start = at[1:-1:2] + pad
        self.end = at[2::2] + pad

    def among(self, words: Container[str], first: int = 0, last: int | None = None) -> Iterable[int]:
        """Those of tokens `first` to `last` (exclusive; None: all) whose lower case is one of some words, in order."""
        last = self.size if last is None else last
        return compress(range(first, last), map(words.__contains__, self.low[first:last]))

    def openings(self, words: Container[str]) -> list[int]:
        """The `numbers`, and the tokens that are one of some words in lower case, in order."""
        found = [*self.among(words)]
        return sorted(found + self.numbers) if self.numbers else found

    def glued(self, i: int) -> bool:
        """Does token i follow the one before it without a space?"""
        return 0 < i < self.size and self.end[i - 1] == self.start[i]

    def phrase(self, i: int, j: int) -> str:
        """The words of tokens i to j (exclusive) as they are in the sentence."""
        return self.sentence[self.start[i] : self.end[j - 1]] if i < j else ""


class Sentences:
    """The sentences of a body as tokens, each with the offset of its head; cut when first asked for, and kept."""

    __slots__ = ("_body", "_heads", "_kept", "_spans")

    def __init__(self, body: str, spans: Sequence[tuple[int, int]]) -> None:
        self._body = body
        self._spans = spans
        self._kept: tuple[tuple[int, Tokens], ...] | None = None
        self._heads: list[int] | None = None

    def __iter__(self) -> Iterator[tuple[int, Tokens]]:
        if len(self._body) > CACHED_LENGTH:
            return _cut(self._body, self._spans)
        if self._kept is None:
            self._kept = tuple(_cut(self._body, self._spans))
        return iter(self._kept)

    def around(self, offset: int) -> tuple[int, Tokens] | None:
        """The sentence around a body offset (the one before it when it lies between two); None in front of the first.

        None as well for a body longer than CACHED_LENGTH: its sentences are read one after the other only.
        """
        if len(self._body) > CACHED_LENGTH:
            return None
        if self._kept is None:
            self._kept = tuple(_cut(self._body, self._spans))
        if self._heads is None:
            self._heads = [at for at, _ in self._kept]
        found = bisect_right(self._heads, offset) - 1
        return self._kept[found] if found >= 0 else None


class Cut(Protocol):
    """A text that is cut into sentences: its body, their spans, and their tokens when they are kept."""

    @property
    def body(self) -> str:
        """The text."""
        ...

    @property
    def sentences(self) -> Sequence[tuple[int, int]]:
        """Start and end of each sentence in the body."""
        ...

    @property
    def tokens(self) -> Sentences | None:
        """The sentences as tokens, when they are kept."""
        ...


def sentences(reading: Cut) -> Iterable[tuple[int, Tokens]]:
    """The sentences of an article: the body offset of each, and its tokens."""
    return Sentences(reading.body, reading.sentences) if reading.tokens is None else reading.tokens


@lru_cache(maxsize=REMEMBERED)
def _of(sentence: str) -> Tokens:
    return Tokens(sentence)


def _cut(body: str, spans: Sequence[tuple[int, int]]) -> Iterator[tuple[int, Tokens]]:
    for start, stop in spans:
        if stop - start <= REMEMBERED_LENGTH:
            yield start, _of(body[start:stop])
        elif stop - start <= LONGEST:
            yield start, Tokens(body[start:stop])
        else:
            for piece_start, piece_stop in _pieces(body, start, stop):
                yield piece_start, Tokens(body[piece_start:piece_stop])


def _pieces(body: str, start: int, stop: int) -> Iterator[tuple[int, int]]:
    while stop - start > LONGEST:
        cut = body.rfind(" ", start + LONGEST - 200, start + LONGEST)
        cut = cut if cut > start else start + LONGEST
        yield start, cut
        start = cut
    yield start, stop
