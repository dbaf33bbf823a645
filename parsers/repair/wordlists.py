"""Closed lists of English words, one file each in `words/` (ours, from general knowledge)."""

from __future__ import annotations

from functools import lru_cache
from importlib.resources import files


@lru_cache(maxsize=16)
def word_list(name: str) -> frozenset[str]:
    """The words of one list, lower-case. Raises FileNotFoundError for a list that is not there."""
    return frozenset((files("parsers.repair") / "words" / f"{name}.txt").read_text("utf-8").split())
