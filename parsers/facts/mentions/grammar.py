"""The provider that always runs: capitalised sequences, read by their words and their article."""

from __future__ import annotations

from collections.abc import Iterable

from parsers.facts.mentions import coreference, headlines
from parsers.facts.mentions.kinds import Draft, drafts
from parsers.facts.mentions.sequences import Sequence, sequences
from parsers.model import Mention


def find(body: str, sentences: tuple[tuple[int, int], ...]) -> Iterable[Mention]:
    """The mentions in a body, sorted by start and disjoint."""
    starts = frozenset(start for start, _ in sentences)
    shouted = headlines.spans(body, sentences)
    found: list[Draft] = []
    aside: list[Sequence] = []
    for sequence in sequences(body, starts):
        if headlines.covers(shouted, sequence.start):
            aside.append(sequence)
        else:
            found.extend(drafts(body, sequence))
    return coreference.mentions(body, tuple(found), tuple(aside))
