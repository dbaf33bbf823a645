"""One article as the extractors read it: body, passages, sentences, mentions, and what was found so far."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple, Protocol

from parsers.model import Article, Fact, Mention, Passage


class Span(NamedTuple):
    """Body offsets, end exclusive."""

    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What an extractor may look at. `sentences` and `mentions` are sorted by start; sentences never cross passages."""

    body: str
    passages: tuple[Passage, ...]
    sentences: tuple[Span, ...]
    mentions: tuple[Mention, ...]
    in_language: str | None
    date_published: date | None
    publisher: str | None
    author: tuple[str, ...]
    facts: tuple[Fact, ...] = ()


class Extractor(Protocol):
    """A module that finds one kind of fact. The module itself is the plug-in."""

    KIND: str
    VERSION: str

    def extract(self, reading: Reading) -> Iterable[Fact]:
        """Facts of this kind in body offsets, each with evidence."""
        ...


def reading(article: Article, passages: tuple[Passage, ...]) -> Reading:
    """The reading of an article: sentences split, mentions found."""
    return Reading(
        body=article.article_body,
        passages=passages,
        sentences=tuple(Span(p.start_char, p.end_char) for p in passages),
        mentions=(),
        in_language=article.in_language,
        date_published=article.date_published.date() if article.date_published else None,
        publisher=article.publisher,
        author=article.author,
    )
