"""Word lists, short to write: tables of words are in the modules as text."""

from __future__ import annotations


def words(text: str, separator: str | None = None) -> frozenset[str]:
    """The words (or the parts between separators) of a text, as a set."""
    return frozenset(text.split(separator))
