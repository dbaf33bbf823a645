"""The provider that always runs: capitalised sequences, read by their words and their article."""

from __future__ import annotations

from collections.abc import Iterable

from parsers.facts.mentions import coreference
from parsers.facts.mentions.kinds import drafts
from parsers.facts.mentions.sequences import sequences
from parsers.model import Mention


def find(body: str, sentences: tuple[tuple[int, int], ...]) -> Iterable[Mention]:
    """The mentions in a body, sorted by start and disjoint."""
    starts = frozenset(start for start, _ in sentences)
    found = tuple(draft for sequence in sequences(body, starts) for draft in drafts(body, sequence))
    return coreference.mentions(body, found)
