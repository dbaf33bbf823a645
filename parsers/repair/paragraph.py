"""One paragraph as the line model sees it: tokens, their columns, and the joints inside them."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from parsers.repair.joints import Joint, JointKind

FILLER = "\ue000"
"""Stands for columns that a character took as an entity and no longer shows: `&amp;` is five columns wide."""
_ENTITIES = {ord("&"): "&" + FILLER * 4, ord("<"): "<" + FILLER * 3, ord(">"): ">" + FILLER * 3}

_MARKUP = re.compile("[&<>]")

STRONG = 0.5
"""From this score a joint is worth a look wherever it stands on the line."""
RARE = -6.5
"""log10 frequency of words that a web list may have by mistake."""
CERTAIN = 2.0
"""From this score a joint is evidence of damage by itself."""

PUNCTUATION = ".,;:!?()[]\"'“”‘’«»…" + FILLER
"""What may stand around a word."""
_BEFORE_OPENING, _BEHIND_CLOSING = " \n\t([—–-", " \n\t.,;:!?)]—–-"
_WORD = re.compile(r"\S+")


@dataclass(frozen=True, slots=True)
class Place:
    """A joint in its paragraph: offset, score, kind, and the span of its token."""

    at: int
    score: float
    kind: JointKind
    start: int
    end: int


def widened(text: str) -> str:
    """A text as wide as its HTML source was."""
    if not _MARKUP.search(text) or FILLER in text:
        return text.replace(FILLER, "\ufffd")
    return text.translate(_ENTITIES)


def opening_marks(text: str) -> frozenset[int]:
    """Where straight quotation marks open: by the white space beside them, else unless one is open before."""
    opening, opens = [], False
    for mark in re.finditer('"', text):
        sure = _side(text, mark.start())
        opens = sure if sure is not None else not opens
        if opens:
            opening.append(mark.start())
    return frozenset(opening)


def _side(text: str, at: int) -> bool | None:
    """Whether a mark opens, by white space on one side of it only; None if that does not tell."""
    left = at == 0 or text[at - 1] in _BEFORE_OPENING
    right = at + 1 == len(text) or text[at + 1] in _BEHIND_CLOSING
    return left if left != right else None


class Paragraph:
    """A paragraph's text, as wide as its source was, with its tokens and joints, each looked up once."""

    def __init__(self, text: str, words: Mapping[str, float], joints: Callable[[str], tuple[Joint, ...]]) -> None:
        text = widened(text)
        self.text = text
        self.words = words
        self._joints = joints
        self._fillers = [m.start() for m in re.finditer(FILLER, text)] if FILLER in text else []
        spans = [m.span() for m in _WORD.finditer(text)]
        self.starts = [a for a, _ in spans]
        self.ends = [b for _, b in spans]
        self._opening = opening_marks(text) if '"' in text else frozenset()
        self._places: dict[int, tuple[Place, ...]] = {}
        self._odd = [self._is_odd(a, b) for a, b in spans]
        self.strong = [p for i in range(len(spans)) if self._odd[i] for p in self.places(i) if p.score >= STRONG]

    def printed(self, offset: int) -> int:
        """An offset in the text as it was before it was widened."""
        return offset - bisect_left(self._fillers, offset)

    def odd(self, token: int) -> bool:
        """Whether a token is no word that anybody knows well."""
        return self._odd[token]

    def _is_odd(self, start: int, end: int) -> bool:
        bare = self.text[start:end].strip(PUNCTUATION)
        known = self.words.get(bare) or self.words.get(bare.lower())
        return known is None or known < RARE

    def token_reaching(self, column: int) -> int:
        """The first token that ends at or behind a column."""
        return bisect_left(self.ends, column)

    def strong_between(self, first: int, last: int) -> Iterator[Place]:
        """The strong joints of tokens that end at `first` or behind it and before `last`."""
        for i in range(bisect_left(self._strong_ends, first), len(self.strong)):
            if self._strong_ends[i] >= last:
                return
            yield self.strong[i]

    def places(self, token: int) -> tuple[Place, ...]:
        """Every joint of one token."""
        found = self._places.get(token)
        if found is None:
            start, end = self.starts[token], self.ends[token]
            printed = self.text[start:end]
            joints = self._filled(printed) if FILLER in printed else self._joints(printed)
            found = tuple(
                Place(start + j.offset, j.score, j.kind, start, end) for j in joints if self._faces(start + j.offset)
            )
            self._places[token] = found
        return found

    @cached_property
    def _strong_ends(self) -> list[int]:
        return [place.end for place in self.strong]

    @cached_property
    def _tokens(self) -> Counter[str]:
        return Counter(self.text.split())

    @cached_property
    def _alike(self) -> Counter[tuple[int, JointKind]]:
        return Counter((p.start, p.kind) for p in self.strong)

    def repeats(self, place: Place) -> bool:
        """Whether a joint's token stands twice in the paragraph: a name that is written so."""
        return self._tokens[self.text[place.start : place.end]] > 1

    def joints_like(self, place: Place) -> int:
        """How many strong joints of this kind the joint's token has."""
        return self._alike[place.start, place.kind]

    def _faces(self, at: int) -> bool:
        """Whether a straight quotation mark beside a joint opens or closes on the side that the joint needs."""
        text = self.text
        if text[at] == '"':
            return at in self._opening
        if text[at - 1] == '"':
            return at - 1 not in self._opening
        return True

    def _filled(self, token: str) -> tuple[Joint, ...]:
        """The joints of a token with filler in it, in its own offsets."""
        real = [i for i, c in enumerate(token) if c != FILLER]
        return tuple(Joint(real[j.offset], j.score, j.kind) for j in self._joints(token.replace(FILLER, "")))
