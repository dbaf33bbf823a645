"""The provider that always runs: capitalised sequences, read by their words and their article."""

from __future__ import annotations

from collections.abc import Iterable

from parsers.facts.mentions import coreference, headlines, kinds
from parsers.facts.mentions.acronyms import Placed
from parsers.facts.mentions.sequences import Sequence, sequences, stretches
from parsers.model import Mention


def find(body: str, sentences: tuple[tuple[int, int], ...]) -> Iterable[Mention]:
    """The mentions in a body, sorted by start and disjoint."""
    starts = tuple([start for start, _ in sentences])
    shouted = headlines.spans(body, sentences)
    found: list[Placed] = []
    aside: list[Sequence] = []
    for start, end, initial, behind_of in stretches(body, starts):
        text = body[start:end]
        if shouted and headlines.covers(shouted, start):
            aside.extend(sequence.moved(start) for sequence in sequences(text, initial, behind_of))
        else:
            drafts = kinds.found_in(text, initial, behind_of)
            if drafts:
                found += [(draft, start + draft.start, start + draft.end) for draft in drafts]
    return coreference.mentions(body, found, tuple(aside))
