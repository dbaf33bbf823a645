"""What was said, by whom, when, how much: one module a kind, listed in EXTRACTORS in the order they run."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from parsers.facts import (
    agreement,
    alias,
    denials,
    event,
    faults,
    project,
    quantity,
    quotation,
    role,
    second,
    time,
    triggers,
)
from parsers.facts.mentions import DEFAULT, Provider
from parsers.facts.reading import Extractor, Reading, reading
from parsers.facts.tokens import CACHED_LENGTH
from parsers.model import Article, Fact, Mention, Passage
from parsers.record import changed

EXTRACTORS: tuple[Extractor, ...] = (time, quantity, alias, role, quotation, agreement, event, project)
"""Later ones see what earlier ones found (`Reading.facts`)."""

TRIGGERS = quotation.TRIGGERS | agreement.TRIGGERS | event.TRIGGERS | project.TRIGGERS
"""Words that extractors look for by `triggers.where`, found in one walk; an extractor whose words are not here walks itself."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """All facts and mentions of one article."""

    facts: tuple[Fact, ...]
    mentions: tuple[Mention, ...]


def readings(
    article: Article,
    passages: tuple[Passage, ...],
    providers: tuple[Provider, ...] = DEFAULT,
    parser: second.Parser | None = None,
) -> Iterator[Reading]:
    """The reading of an article, again after each step that adds to it; the last holds every fact and mention.

    `parser`, where there is one, reads the sentences of risky facts again (`parsers/facts/second`).
    """
    text = reading(article, passages, providers)
    yield text
    if len(text.body) <= CACHED_LENGTH:
        text = triggers.found(text, TRIGGERS)
    yield text
    for extractor in EXTRACTORS:
        found, failed = faults.facts_of(extractor.KIND, extractor.extract, text)
        text = changed(text, facts=text.facts + found, faults=text.faults + failed)
        yield text
    judged, failed = faults.facts_of("denial", denials.judged, text)
    text = changed(text, facts=judged, faults=text.faults + failed)
    yield changed(text, facts=second.judged(text, parser)) if parser else text


def extract(article: Article, passages: tuple[Passage, ...], providers: tuple[Provider, ...] = DEFAULT) -> Found:
    """Every fact in an article, in body offsets; none without evidence. `providers` find the mentions."""
    *_, text = readings(article, passages, providers)
    return Found(facts=text.facts, mentions=text.mentions)
