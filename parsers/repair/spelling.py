"""Misspelt words: letters that no list has, but that are one slip away from a common word."""

from __future__ import annotations

from collections.abc import Mapping

_LETTERS = "abcdefghijklmnopqrstuvwxyz"
SHORTEST, _LONGEST = 7, 20
SLIP = -3.5
"""log10 of how often a writer makes that one slip in a word."""


def slip_of(word: str, words: Mapping[str, float]) -> float | None:
    """log10 frequency of a misspelt word: that of the commonest word one slip away, less the slip; None if there is none.

    A slip leaves out, adds or mistakes one letter, or swaps two neighbours.
    """
    if not SHORTEST <= len(word) <= _LONGEST or not word.isalpha():
        return None
    known = words.keys() & _one_slip_away(word.lower())
    return max(words[other] for other in known) + SLIP if known else None


def _one_slip_away(word: str) -> set[str]:
    parts = [(word[:at], word[at:]) for at in range(len(word) + 1)]
    out = {head + tail[1:] for head, tail in parts}
    out |= {head + tail[1] + tail[0] + tail[2:] for head, tail in parts if len(tail) > 1}
    out |= {head + letter + tail for head, tail in parts for letter in _LETTERS}
    out |= {head + letter + tail for head, tail in [(head, tail[1:]) for head, tail in parts] for letter in _LETTERS}
    return out
