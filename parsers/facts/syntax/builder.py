"""Clauses from tags: one walk over the sentence with a stack of the clauses that are open."""

from __future__ import annotations

from parsers.facts.syntax.groups import STARTS
from parsers.facts.syntax.model import Parse
from parsers.facts.syntax.nouns import read_nominal
from parsers.facts.syntax.openers import read_opener
from parsers.facts.syntax.signs import close_bracket, open_bracket, read_comma, read_preposition, read_semicolon
from parsers.facts.syntax.state import NOMINAL, State
from parsers.facts.syntax.verbs import read_verb
from parsers.facts.tokens import Tokens


def build(tokens: Tokens, tags: str) -> Parse:
    """The clauses of a tagged sentence."""
    s = State(tokens, _opened(tokens, tags) if "whose" in tokens.low else tags)
    tags = s.tags
    s.push(0, None, "main", None)
    i, size = 0, s.size
    while i < size:
        tag = tags[i]
        i = read_nominal(s, i, -1) if tag in _NOUNS else _step(s, i, tag)
    while s.stack:
        s.pop(s.size)
    clauses = tuple([c.closed() for c in s.all])
    return Parse(
        s.tags, clauses, _owners(s), tuple(s.phrases), tuple(s.complements), s.hosts, tuple(s.appositions),
        "?" in s.low[max(0, s.size - 3) : s.size], _phrase_numbers(s),
    )  # fmt: skip


def _opened(tokens: Tokens, tags: str) -> str:
    """The tags with `whose`, a determiner, as the opener that it also is."""
    return "".join("W" if tokens.low[k] == "whose" else tag for k, tag in enumerate(tags))


def _owners(s: State) -> tuple[int, ...]:
    owner = [0] * s.size
    for clause in s.all:
        owner[clause.start : clause.end] = [clause.number] * (clause.end - clause.start)
    return tuple(owner)


def _phrase_numbers(s: State) -> tuple[int, ...]:
    numbers = [-1] * s.size
    for number, phrase in enumerate(s.phrases):
        numbers[phrase.start : phrase.end] = [number] * (phrase.end - phrase.start)
    return tuple(numbers)


_NOUNS = NOMINAL - {"j", "p"} - STARTS
"""Tags with which a noun phrase begins."""

_KINDS = {
    **dict.fromkeys(STARTS, "verb"),
    **dict.fromkeys("SWt", "opener"),
    **dict.fromkeys("(-", "bracket"),
}
"""How a tag is read; what is read as itself (a preposition, a comma) has no entry, and most other signs are passed over."""


def _step(s: State, i: int, tag: str) -> int:
    if tag == "I":
        return read_preposition(s, i)
    kind = _KINDS.get(tag)
    if kind == "verb":
        return read_verb(s, i, tag)
    if kind == "opener":
        read_opener(s, i, tag)
    elif kind == "bracket":
        open_bracket(s, i, tag)
    elif tag == ",":
        read_comma(s, i)
    elif tag == ";":
        read_semicolon(s, i)
    elif tag == ")":
        close_bracket(s, i)
    return i + 1
