"""What others said: texts that share quotations, and hardly a word of their reporters', are two reports of one event.

A press conference fills half of every report of it with the same sentences. Between quotation marks they prove that both
reporters heard one speaker, not that one copied the other; a copy shares the prose around them too.
"""

from __future__ import annotations

import re

import numpy as np
import numpy.typing as npt

from parsers.syndication.reuse import Lettered, seeds

LEAST = 0.2
"""Share of a text that must are between quotation marks before this is looked at."""
PROSE = 0.25
"""Share of the reporter's own letters that two reports have in common at most: who spoke, and where."""
ENOUGH = 120
"""Letters of the reporter's own that a text must have; of fewer nothing can be told."""
MOSTLY = 0.5
"""Share of what both have in common that must are between quotation marks."""

_SPOKEN = re.compile(r"“[^“”\n]{20,}”|\"[^\"\n]{20,}\"|„[^„“”\n]{20,}[“”]|«[^«»\n]{20,}»")
"""Quotations of a few words at least, within a paragraph."""


def quotes_much(text: str) -> bool:
    """Whether a good part of a text is quotation; cheap."""
    return sum(m.end() - m.start() for m in _SPOKEN.finditer(text)) >= LEAST * len(text)


def only_quotations(one: Lettered, other: Lettered) -> bool:
    """Whether two texts share what was said, and next to nothing of what the writer of the one wrote himself."""
    spoken = _spoken(one)
    prose = ~spoken
    equal = np.zeros(len(spoken), dtype=np.bool_)
    for seed in seeds(one, other):
        equal[seed.start : seed.end] = True
    return bool(
        prose.sum() >= ENOUGH
        and (equal & prose).sum() <= PROSE * prose.sum()
        and (equal & spoken).sum() >= MOSTLY * equal.sum()
    )


def _spoken(text: Lettered) -> npt.NDArray[np.bool_]:
    """Which letters of a text are between quotation marks."""
    characters = np.zeros(len(text.text), dtype=np.bool_)
    for match in _SPOKEN.finditer(text.text):
        characters[match.start() : match.end()] = True
    return np.asarray(characters[text.offsets], dtype=np.bool_)
