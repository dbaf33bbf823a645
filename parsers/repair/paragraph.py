"""One paragraph as the line model sees it: tokens, their columns, and the joints inside them."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from functools import cached_property
from itertools import accumulate
from typing import NamedTuple

from parsers.record import of_values
from parsers.repair.joints import Joint
from parsers.repair.known import PUNCTUATION as MARKS
from parsers.repair.known import RARE, STRONG, Known
from parsers.repair.punctuation import RUN, JointKind
from parsers.repair.quotes import DOUBLED, double_marks, glued_quotes

FILLER = "\ue000"
"""Stands for columns that a character took as an entity and no longer shows: `&amp;` is five columns wide."""
_ENTITIES = {"&": "&" + FILLER * 4, "<": "<" + FILLER * 3, ">": ">" + FILLER * 3}
_MARKUP = re.compile(r"&(?!\s)|[<>]")
"""What HTML Tidy writes as an entity; an ampersand before a space it leaves alone, as HTML 5 does."""

_AT_QUOTE = 2.0
PUNCTUATION = MARKS + FILLER
"""What may stand around a word."""
_SENTENCE_END = re.compile(r"[^\W\d_]{3}[\"”’')\]%]*[.!?]+[\"”’')\]]*\Z|\d[.!?][\"”’')\]]*\Z")


class Place(NamedTuple):
    """A joint in its paragraph: offset, score, kind, and the span of its token."""

    at: int
    score: float
    kind: JointKind
    start: int
    end: int


def widened(text: str) -> str:
    """A text as wide as its HTML source was."""
    if FILLER in text:
        return text.replace(FILLER, "\ufffd")
    if "&" not in text and "<" not in text and ">" not in text:
        return text
    return _MARKUP.sub(lambda mark: _ENTITIES[mark.group()], text)


class Paragraph:
    """A paragraph's text, as wide as its source was, with its tokens and joints, each looked up once.

    Where a newline was kept, the text on each side of it is a paragraph of its own, which `continues` the one before it
    or `goes_on` in the next.
    """

    def __init__(self, text: str, known: Known, *, continues: bool = False, goes_on: bool = False) -> None:
        text = widened(text)
        self.continues, self.goes_on = continues, goes_on
        self.text = text
        self.known = known
        self.words = known.words
        self._joints = known.joints
        self._fillers = [m.start() for m in re.finditer(FILLER, text)] if FILLER in text else []
        self.tokens = text.split()
        self._marks = double_marks(text)
        self._places: dict[int, tuple[Place, ...]] = {}
        self.senses: dict[int, tuple[tuple[Place, float], ...]] = {}
        self.gains: dict[int, tuple[tuple[int, Place, float], ...]] = {}

    @cached_property
    def starts(self) -> list[int]:
        """Where each token starts."""
        lengths = [len(token) for token in self.tokens]
        if sum(lengths) + len(lengths) - 1 == len(self.text):  # one character between two tokens, none around them
            return list(accumulate((n + 1 for n in lengths[:-1]), initial=0))
        out, at = [], 0
        for token in self.tokens:
            at = self.text.index(token, at)
            out.append(at)
            at += len(token)
        return out

    @cached_property
    def ends(self) -> list[int]:
        """Where each token ends."""
        return [start + len(token) for start, token in zip(self.starts, self.tokens, strict=True)]

    @cached_property
    def strong(self) -> list[Place]:
        """The joints worth a look wherever they stand, in order."""
        strong = self.known.strong
        if self._fillers:
            some = [i for i in range(len(self.tokens)) if self._in(strong, i)]
        else:
            some = [i for i, token in enumerate(self.tokens) if token in strong]
        return [p for i in some for p in self.places(i) if p.score >= STRONG]

    @cached_property
    def loose(self) -> list[int]:
        """Where a token that nobody knows well may be two, in order: the best place of each."""
        loose = self.known.loose
        some = [self.places(i) for i, token in enumerate(self.tokens) if token in loose]
        return [max(places, key=lambda p: p.score).at for places in some if places]

    @cached_property
    def strong_ends(self) -> list[int]:
        """Where the token of each strong joint ends."""
        return [place.end for place in self.strong]

    @cached_property
    def _stops(self) -> list[int]:
        """The tokens that end a sentence, in order, behind one before the first token."""
        return [-1, *(i for i, token in enumerate(self.tokens) if _SENTENCE_END.search(token)), len(self.tokens) - 1]

    def sentence(self, token: int) -> tuple[int, int]:
        """How many words the sentence of a token has, up to it and behind it."""
        i = bisect_left(self._stops, token)
        return token - self._stops[i - 1], self._stops[i] - token

    def token_at(self, start: int) -> int:
        """The token that starts at an offset."""
        return bisect_left(self.starts, start)

    def beside(self, token: int) -> tuple[str, str]:
        """The tokens before and behind a token, in lower case; nothing at the paragraph's ends."""
        tokens = self.tokens
        behind = tokens[token + 1].lower() if token + 1 < len(tokens) else ""
        return tokens[token - 1].lower() if token else "", behind

    def printed(self, offset: int) -> int:
        """An offset in the text as it was before it was widened."""
        return offset - bisect_left(self._fillers, offset)

    def odd(self, token: int) -> bool:
        """Whether a token is no word that anybody knows well."""
        return self._in(self.known.odd, token)

    def is_familiar(self, place: Place) -> bool:
        """Whether a place between small letters is in a word that everybody knows, wherever the document has it."""
        text = self.text
        return (
            place.kind == "word" and text[place.at].islower() and not self.known.look(text[place.start : place.end]).odd
        )

    def _in(self, some: frozenset[str], token: int) -> bool:
        printed = self.tokens[token]
        return printed in some or (FILLER in printed and printed.replace(FILLER, "") in some)

    def places(self, token: int) -> tuple[Place, ...]:
        """Every joint of one token."""
        found = self._places.get(token)
        if found is None:
            start, printed = self.starts[token], self.tokens[token]
            end = start + len(printed)
            joints = self._filled(printed) if FILLER in printed else self._joints(printed)
            if joints and ('"' in printed or DOUBLED in printed):
                joints = tuple(j for j in joints if self._faces(start + j.offset))
            found = tuple(
                [of_values(Place, (start + offset, score, kind, start, end)) for offset, score, kind in joints]
            )
            if ("'" in printed or "’" in printed) and self.known.code == "en":
                found = self._quoted(found, start, end)
            self._places[token] = found
        return found

    @cached_property
    def _seen(self) -> Counter[str]:
        return Counter(self.tokens)

    @cached_property
    def _alike(self) -> Counter[tuple[int, JointKind]]:
        return Counter((p.start, p.kind) for p in self.strong)

    def repeats(self, place: Place) -> bool:
        """Whether a joint's token stands twice in the paragraph: a name that is written so."""
        return self._seen[self.text[place.start : place.end]] > 1

    def joints_like(self, place: Place) -> int:
        """How many strong joints of this kind the joint's token has."""
        return self._alike[place.start, place.kind]

    def _faces(self, at: int) -> bool:
        """Whether a straight quotation mark beside a joint opens or closes on the side that the joint needs."""
        text = self.text
        if text[at] == '"' or text.startswith(DOUBLED, at):
            return at in self._marks.opening or at in self._marks.doubtful
        before = at - 2 if text[at - 2 : at] == DOUBLED else at - 1
        if text[before:at] in ('"', DOUBLED):
            return before not in self._marks.opening or before in self._marks.doubtful
        return True

    def in_quotation(self, at: int) -> bool:
        """Whether an offset is between a mark that opens and the one that closes it."""
        before = max(self.text.rfind(mark, 0, at) for mark in "“”„«»")
        if before >= 0 and self.text[before] in "“„«":
            behind = [i for mark in "“”«»" if (i := self.text.find(mark, at)) >= 0]
            return bool(behind) and self.text[min(behind)] in "”»" + "“" * (self.text[before] == "„")
        opening = self._marks.opening
        last, following = self.text.rfind('"', 0, at), self.text.find('"', at)
        return last in opening and following >= 0 and following not in opening

    def is_doubtful(self, place: Place) -> bool:
        """Whether a place is beside a straight quotation mark of which nobody can tell whether it opens."""
        return not self._marks.doubtful.isdisjoint((place.at - 2, place.at - 1, place.at))

    def _quoted(self, places: tuple[Place, ...], start: int, end: int) -> tuple[Place, ...]:
        """The joints of a token with single quotation marks in it: those that are no apostrophes show on which side."""
        marks = [at for at in self._glued_quotes if start < at < end and not self._contracted(at)]
        if not marks:
            return places
        sides = [Place(at + (not self._glued_quotes[at]), _AT_QUOTE, "dash", start, end) for at in marks]
        others = (p for p in places if not any(at <= p.at <= at + 2 for at in marks))
        return tuple(sorted([*others, *sides]))

    def _contracted(self, at: int) -> bool:
        """Whether a mark is rather an apostrophe with more glued to it: `that'sthe`, where `sthe` is no word."""
        run = RUN.match(self.text, at + 1)
        return run is None or (not self._glued_quotes[at] and (self.words.get(run.group().lower()) or -99.0) < RARE)

    @cached_property
    def _glued_quotes(self) -> dict[int, bool]:
        return glued_quotes(self.text)

    def _filled(self, token: str) -> tuple[Joint, ...]:
        """The joints of a token with filler in it, in its own offsets."""
        real = [i for i, c in enumerate(token) if c != FILLER]
        return tuple(Joint(real[j.offset], j.score, j.kind) for j in self._joints(token.replace(FILLER, "")))
