"""People, organisations, places and programmes in a body: by grammar and gazetteer, and by any provider that is added."""

from __future__ import annotations

from collections.abc import Iterable
from operator import attrgetter
from typing import Protocol

from parsers.facts.mentions import grammar
from parsers.facts.mentions.spacy_pipeline import SpacyPipeline
from parsers.model import Mention


class Provider(Protocol):
    """Whatever finds mentions in a body: the grammar here, a trained pipeline where one is installed."""

    def find(self, body: str, sentences: tuple[tuple[int, int], ...]) -> Iterable[Mention]:
        """The mentions in a body, in body offsets; they may overlap those of other providers."""
        ...


_place = attrgetter("start_char", "end_char")

DEFAULT: tuple[Provider, ...] = (grammar,)
"""What runs when nothing else is turned on. A module with `find` is a provider."""


def providers(spacy_pipeline: str | None = None) -> tuple[Provider, ...]:
    """Who finds mentions: the grammar, and behind it the spaCy pipeline of this name when one is turned on."""
    return (*DEFAULT, SpacyPipeline(spacy_pipeline)) if spacy_pipeline else DEFAULT


def find(
    body: str, sentences: tuple[tuple[int, int], ...], providers: tuple[Provider, ...] = DEFAULT
) -> tuple[Mention, ...]:
    """The mentions of all providers, sorted by start; where two overlap, the earlier provider's stands."""
    kept: list[Mention] = []
    for provider in providers:
        found = provider.find(body, sentences)
        kept = _merged(kept, found) if kept else sorted(found, key=_place)
    return tuple(kept)


def _merged(first: list[Mention], others: Iterable[Mention]) -> list[Mention]:
    """Two lists as one, without those of `others` that overlap one of `first`. Both end sorted by start."""
    out, at = [], 0
    for other in sorted(others, key=_place):
        while at < len(first) and first[at].end_char <= other.start_char:
            at += 1
        if at == len(first) or first[at].start_char >= other.end_char:
            out.append(other)
    return sorted(first + out, key=_place)
