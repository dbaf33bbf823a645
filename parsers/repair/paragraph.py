"""One paragraph as the line model sees it: tokens, their columns, and the joints inside them."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from parsers.repair.joints import Joint, JointKind, possible

STRONG = 0.5
"""From this score a joint is worth a look wherever it stands on the line."""
CERTAIN = 2.0
"""From this score a joint is evidence of damage by itself."""

_PUNCTUATION = ".,;:!?()[]\"'“”‘’«»…"
_WORD = re.compile(r"\S+")


@dataclass(frozen=True, slots=True)
class Place:
    """A joint in its paragraph: offset, score, kind, and the span of its token."""

    at: int
    score: float
    kind: JointKind
    start: int
    end: int


class Paragraph:
    """A paragraph's text with its tokens and joints, each looked up once."""

    def __init__(
        self, text: str, words: Mapping[str, float], known: Callable[[str], tuple[Joint, ...]] | None = None
    ) -> None:
        self.text = text
        self.words = words
        spans = [m.span() for m in _WORD.finditer(text)]
        self.starts = [a for a, _ in spans]
        self.ends = [b for _, b in spans]
        self._look = known
        self._quotes = [m.start() for m in re.finditer('"', text)] if '"' in text else []
        self._places: dict[int, tuple[Place, ...]] = {}
        self.strong = [p for i in range(len(spans)) if self.odd(i) for p in self.places(i) if p.score >= STRONG]

    def odd(self, token: int) -> bool:
        """Whether a token is no word that anybody knows."""
        bare = self.text[self.starts[token] : self.ends[token]].strip(_PUNCTUATION)
        return bare not in self.words and bare.lower() not in self.words

    def token_reaching(self, column: int) -> int:
        """The first token that ends at or behind a column."""
        return bisect_left(self.ends, column)

    def places(self, token: int) -> tuple[Place, ...]:
        """Every joint of one token."""
        found = self._places.get(token)
        if found is None:
            start, end = self.starts[token], self.ends[token]
            joints = (self._look or self._possible)(self.text[start:end])
            found = tuple(
                Place(start + j.offset, j.score, j.kind, start, end) for j in joints if self._faces(start + j.offset)
            )
            self._places[token] = found
        return found

    def _faces(self, at: int) -> bool:
        """Whether a straight quotation mark beside a joint opens or closes on the side that the joint needs."""
        text = self.text
        if text[at] == '"':
            return bisect_left(self._quotes, at) % 2 == 0
        if text[at - 1] == '"':
            return bisect_left(self._quotes, at - 1) % 2 == 1
        return True

    def _possible(self, token: str) -> tuple[Joint, ...]:
        return possible(token, self.words)
