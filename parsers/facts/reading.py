"""One article as the extractors read it: body, passages, sentences, mentions, and what was found so far."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple, Protocol

from parsers.facts.mentions import DEFAULT, Provider, find
from parsers.facts.syntax.kept import Parses
from parsers.facts.tokens import Sentences
from parsers.fields.moments import local_day
from parsers.model import Article, Fact, Mention, Passage
from parsers.record import Record
from parsers.sentences import boundaries


class Span(NamedTuple):
    """Body offsets, end exclusive."""

    start: int
    end: int


Place = tuple[int, str, str]
"""A word in the body: its offset, as it is written there, and in lower case."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading(Record):
    """What an extractor may look at. `sentences` and `mentions` are sorted by start; sentences never cross passages.

    `tokens` are the same sentences cut into tokens, shared by the extractors, `starts` says where the mentions
    begin, and `places` where the words `triggers` stand; `parses` are the clauses of the sentences that somebody asked
    about. Whoever builds a reading may leave these out. `faults` are notes of extractors that failed.
    """

    body: str
    passages: tuple[Passage, ...]
    sentences: tuple[Span, ...]
    mentions: tuple[Mention, ...]
    in_language: str | None
    date_published: date | None
    publisher: str | None
    author: tuple[str, ...]
    facts: tuple[Fact, ...] = ()
    tokens: Sentences | None = None
    starts: tuple[int, ...] = ()
    triggers: frozenset[str] = frozenset()
    places: tuple[Place, ...] = ()
    parses: Parses | None = None
    faults: tuple[str, ...] = ()

    def sentence_at(self, offset: int) -> Span:
        """The sentence around an offset (the one before it when the offset is between two)."""
        at = bisect_right(self.sentences, (offset, len(self.body) + 1)) - 1
        return self.sentences[at] if at >= 0 else Span(offset, offset)

    def mentions_in(self, start: int, end: int) -> tuple[Mention, ...]:
        """The mentions that lie within `start:end`, in reading order."""
        starts = self.starts or [m.start_char for m in self.mentions]
        low = bisect_left(starts, start)
        high = bisect_left(starts, end, low)
        return tuple([m for m in self.mentions[low:high] if m.end_char <= end]) if low < high else ()


class Extractor(Protocol):
    """A module that finds one kind of fact. The module itself is the plug-in."""

    KIND: str
    VERSION: str

    def extract(self, reading: Reading) -> Iterable[Fact]:
        """Facts of this kind in body offsets, each with evidence."""
        ...


def reading(article: Article, passages: tuple[Passage, ...], providers: tuple[Provider, ...] = DEFAULT) -> Reading:
    """The reading of an article: sentences split, mentions found."""
    body = article.article_body
    sentences = tuple(sorted(Span(*s) for p in passages for s in boundaries(body, p.start_char, p.end_char)))
    mentions = find(body, sentences, providers)
    return Reading(
        body=body,
        passages=passages,
        sentences=sentences,
        mentions=mentions,
        in_language=article.in_language,
        date_published=local_day(article.date_published, article.date_published_offset),
        publisher=article.publisher,
        author=article.author,
        tokens=Sentences(body, sentences),
        starts=tuple([m.start_char for m in mentions]),
        parses=Parses(),
    )
