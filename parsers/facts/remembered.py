"""What was read in the last sentences: copies, revisions and templates repeat them word by word."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from typing import Generic, TypeVar

from parsers.facts.tokens import Tokens

SENTENCES = 4096
"""Readings kept. Together with the bounds below, a few megabytes; 20 at worst."""

LONGEST = 600
"""Characters of a sentence that is remembered."""

MOST = 8
"""Findings in a sentence that is remembered; one with more is a table."""

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")


class Remembered(Generic[K, V]):
    """A pure reader of one sentence and of something known beside it, and what it found in the last sentences.

    A sentence says by itself the same wherever it stands, so nothing can tell whether it was read or remembered.
    """

    __slots__ = ("_found", "_most", "_read")

    def __init__(self, read: Callable[[Tokens, K], tuple[V, ...]], most: int = SENTENCES) -> None:
        self._read = read
        self._most = most
        self._found: OrderedDict[tuple[str, K], tuple[V, ...]] = OrderedDict()

    def __call__(self, tokens: Tokens, known: K) -> tuple[V, ...]:
        """What the reader finds in a sentence, in its own offsets."""
        key = (tokens.sentence, known)
        found = self._found.get(key)
        if found is not None:
            self._found.move_to_end(key)
            return found
        found = self._read(tokens, known)
        if len(tokens.sentence) <= LONGEST and len(found) <= MOST:
            self._found[key] = found
            if len(self._found) > self._most:
                self._found.popitem(last=False)
        return found

    def forget(self) -> None:
        """Remember nothing any more, so that a benchmark measures reading."""
        self._found.clear()
