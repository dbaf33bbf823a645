"""Where each word of an article stands: so that an extractor looks only at places with a word of its own."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache

from parsers.facts.reading import Reading, Span
from parsers.facts.tokens import CACHED_LENGTH, sentences


def positions(reading: Reading) -> Mapping[str, list[int]]:
    """Every lower-case word of an article and the body offsets at which it begins, in order."""
    if len(reading.body) <= CACHED_LENGTH:
        return _kept(reading.body, reading.sentences, _Shown(reading))
    return _positions(reading)


class _Shown:
    """A reading that does not take part in a cache's key: body and sentences say all that matters."""

    __slots__ = ("reading",)

    def __init__(self, reading: Reading) -> None:
        self.reading = reading

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Shown)

    def __hash__(self) -> int:
        return 0


@lru_cache(maxsize=1)
def _kept(body: str, spans: tuple[Span, ...], shown: _Shown) -> Mapping[str, list[int]]:
    del body, spans
    return _positions(shown.reading)


def _positions(reading: Reading) -> Mapping[str, list[int]]:
    found: dict[str, list[int]] = {}
    for tokens in sentences(reading):
        for word, start in zip(tokens.low[: tokens.size], tokens.start, strict=False):
            if word in found:
                found[word].append(start)
            else:
                found[word] = [start]
    return found


def where(reading: Reading, words: frozenset[str] | Mapping[str, object]) -> Iterable[tuple[int, str]]:
    """The places of some words, in reading order, each with its word."""
    index = positions(reading)
    return sorted((start, word) for word in index.keys() & words for start in index[word])
