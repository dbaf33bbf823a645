"""The clause reader: the clauses of a sentence with their verbs, subjects, objects and how they are embedded.

How to call it, from an extractor that has a `Reading`:

    from parsers.facts import syntax

    found = syntax.around(reading, offset)      # the sentence of a body offset: None in front of the first
    found.at, found.tokens, found.parse         # body offset of its head; Tokens; Parse
    found.token(offset)                         # the token at a body offset
    parse = syntax.of(reading, at, tokens)      # the same when you walk `tokens.sentences(reading)` yourself

    clause = parse.clause_of(i)                 # the innermost clause of token i
    clause.verb.lemma, .negated, .tense, .passive, .finite
    clause.subject, clause.objects, clause.agent, clause.complements     # Phrase(start, end, head), as token numbers
    parse.chain(parse.owner[i])                 # the clause and those around it, from the inside out
    nominal(parse, tokens, i)                   # the phrases around a noun: "the death of 12", "the signing of X by Y"
    standing.of(parse, tokens, i)               # polarity, modality and certainty of what token i tells (standing.py)

`Phrase.end` of a subject or object covers its `of` phrases and the members of a list joined by and. `clause.subject` of
a passive is who suffers; `clause.agent` who does it. A subject that is `inherited` comes from another clause. What the
rules could not decide is `unsure` or None: leave a column empty then. Parses are made when first asked for and kept for
the reading, so ask only about sentences with something to decide. Names (mentions) keep their words together.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import NamedTuple, Protocol

from parsers.facts.remembered import Remembered
from parsers.facts.syntax.builder import build
from parsers.facts.syntax.kept import Parses
from parsers.facts.syntax.model import Clause, Complement, Parse, Phrase, Verb
from parsers.facts.syntax.nominals import Nominal, nominal
from parsers.facts.syntax.tags import tag
from parsers.facts.tokens import Sentences, Tokens
from parsers.model import Mention

__all__ = [
    "Clause",
    "Complement",
    "Located",
    "Nominal",
    "Parse",
    "Parses",
    "Phrase",
    "Verb",
    "around",
    "nominal",
    "of",
    "parse",
    "reads",
]


class Text(Protocol):
    """What the clause reader needs of a reading."""

    @property
    def tokens(self) -> Sentences | None:
        """The sentences as tokens, when they are kept."""
        ...

    @property
    def parses(self) -> Parses | None:
        """The clauses of the sentences that were asked about."""
        ...

    def mentions_in(self, start: int, end: int) -> tuple[Mention, ...]:
        """The mentions within body offsets."""
        ...


class Located(NamedTuple):
    """A sentence: the body offset of its head, its tokens, its clauses."""

    at: int
    tokens: Tokens
    parse: Parse

    def token(self, offset: int) -> int:
        """The token at a body offset (the next one for an offset between two)."""
        return min(bisect_right(self.tokens.end, offset - self.at, 0, self.tokens.size), max(0, self.tokens.size - 1))


def reads(language: str | None) -> bool:
    """Are the clauses of a language read? English only; a text of unknown language is taken for English."""
    return language is None or language.lower().startswith("en")


def parse(tokens: Tokens, named: tuple[tuple[int, int], ...] = ()) -> Parse:
    """The clauses of a sentence; `named` are the tokens (first, behind last) of the names in it."""
    return parses(tokens, named)[0]


def _read(tokens: Tokens, named: tuple[tuple[int, int], ...]) -> tuple[Parse, ...]:
    return (build(tokens, tag(tokens, named)),)


KEPT = 1024
"""Parses kept: those of the articles that are parsed together. Each is some forty objects, and many would slow down the
collection of garbage by more than is saved by remembering them."""

parses = Remembered(_read, KEPT)
"""What was read of the last sentences."""


def of(text: Text, at: int, tokens: Tokens) -> Parse:
    """The clauses of a sentence whose head is at body offset `at`."""
    kept = text.parses
    found = kept.get(at) if kept else None
    if found is None:
        found = parse(tokens, names(text, at, tokens))
        if kept is not None:
            kept[at] = found
    return found


def names(text: Text, at: int, tokens: Tokens) -> tuple[tuple[int, int], ...]:
    """The tokens (first, behind last) of the names in a sentence."""
    starts, size = tokens.start, tokens.size
    return tuple(
        [
            (bisect_left(starts, m.start_char - at, 0, size), bisect_left(starts, m.end_char - at, 0, size))
            for m in text.mentions_in(at, at + len(tokens.sentence))
        ]
    )


def around(text: Text, offset: int) -> Located | None:
    """The sentence around a body offset with its clauses; None when the reading keeps no tokens or none begins before."""
    found = text.tokens.around(offset) if text.tokens is not None else None
    if found is None or not found[1].size:
        return None
    return Located(*found, of(text, *found))
