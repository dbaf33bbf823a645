"""What was said, by whom, when, how much: one module a kind, listed in EXTRACTORS in the order they run."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from parsers.facts import agreement, alias, event, project, quantity, quotation, role, time, triggers
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


Step = Callable[[Reading], Reading]


def extract(article: Article, passages: tuple[Passage, ...], providers: tuple[Provider, ...] = DEFAULT) -> Found:
    """Every fact in an article, in body offsets; none without evidence. `providers` find the mentions."""
    text = reading(article, passages, providers)
    for step in STEPS:
        text = step(text)
    return Found(facts=text.facts, mentions=text.mentions)


def _with_triggers(text: Reading) -> Reading:
    return triggers.found(text, TRIGGERS) if len(text.body) <= CACHED_LENGTH else text


def _finding(extractor: Extractor) -> Step:
    def find(text: Reading) -> Reading:
        return changed(text, facts=text.facts + tuple(extractor.extract(text)))

    return find


STEPS: tuple[Step, ...] = (_with_triggers, *map(_finding, EXTRACTORS))
"""What is done with a reading, in this order; `parsers.pipeline` takes each step with some articles before the next step."""
