"""The words of a question to search, as the macro `search_asked` (views/060_search.sql) gives them, without a query.

A test holds the two against each other. What the marks of a question mean: [docs/sql.md](../../docs/sql.md).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

from warehouse.database.terms import fold

ALTERNATIVES = " OR "
SPACES_AND_HYPHENS = str.maketrans(
    {"\u00a0": ",", "\u202f": ",", "\u2009": ",", "\u2010": "-", "\u2011": "-", "\u00ad": None}
)
MOST_WORDS = 62
"""Words of a phrase that are told apart; a number of 64 bits has room for no more."""

_NEAR = re.compile(r'([^\s"]+)\s+NEAR/(\d{1,2})\s+([^\s"]+)', re.ASCII)
_SAID = re.compile(r'-?"[^"]*"(?:\*|~[0-9]{1,2})?|[^ "]+')
_DISTANCE = re.compile(r"~([0-9]+)\Z")
_PREFIX = re.compile(r'\*"?\Z')
_SIGN = r" -/:-@\[-`{-~"
_HAS_WORD = re.compile(f"[^{_SIGN}]")
_HYPHEN = re.compile(f"([^{_SIGN}])-")
_WORD = re.compile(
    rf"(?:[^ -@\[-`{{-~]\.)+[^ -@\[-`{{-~](?:[{_SIGN}]|\Z)|[0-9]{{1,3}}(?:,[0-9]{{3}})+(?:[{_SIGN}]|\Z)|[^{_SIGN}]+"
)
_SIGNS = re.compile(f"[{_SIGN}]")

FORMS = tuple(
    (re.compile(ending + r"\Z"), put)
    for ending, put in (
        ("y", "ies"), ("y", "ied"), ("e", "ing"), ("(....)s", r"\1"), ("(....)es", r"\1"), ("(....)d", r"\1"),
        ("(....)ed", r"\1"), ("(....)ing", r"\1"), ("(....)ing", r"\1e"), ("(..)ie[sd]", r"\1y"),
    )
)  # fmt: skip
"""Regular forms of an English word: which ending, and what is put in its place."""

ADDED = ("s", "es", "d", "ed", "ing")


class Asked(NamedTuple):
    """One word of a question.

    `clause` numbers the words, phrases and groups of near words, `alternative` what OR parts, from 1; a hyphenated word is
    looked for in two variants, as words and as one. `n` is how many words the variant has, `ordinal` the place of this one
    in it, from 1. `near` is within how many words all must be, None for a phrase. `wanted` is how many clauses of the
    alternative must match.
    """

    alternative: int
    clause: int
    variant: tuple[str, ...]
    excluded: bool
    wanted: int
    n: int
    ordinal: int
    word: str
    prefix: bool
    exact: bool
    near: int | None

    @property
    def bit(self) -> int:
        """The bit of this word among those of its phrase."""
        return 1 << (min(self.ordinal, MOST_WORDS) - 1)

    @property
    def shifts(self) -> range:
        """How far before the place of this word the match may begin."""
        return range(self.ordinal, self.ordinal + 1) if self.near is None else range(self.near + 1)


def asked(question: str) -> tuple[Asked, ...]:
    """The words of a question, in no certain order within a clause."""
    found: list[Asked] = []
    clause = 0
    for alternative, part in enumerate(cleaned(question).split(ALTERNATIVES), 1):
        said = [each for each in _SAID.findall(part) if each != "OR" and _HAS_WORD.search(each)]
        wanted = sum(not each.startswith("-") for each in said)
        for each in said:
            clause += 1
            found += _words(each, alternative, clause, wanted)
    return tuple(found)


def forms(word: str) -> tuple[str, ...]:
    """A word and the regular forms under which the index may have it."""
    return (word, *[word + each for each in ADDED], *[ending.sub(put, word, count=1) for ending, put in FORMS])


def cleaned(question: str) -> str:
    """A question with `NEAR/n` as a phrase with a distance, and spaces for what is neither letter, digit nor a sign of ASCII."""
    said = _NEAR.sub(r'"\1 \3"~\2', question).translate(SPACES_AND_HYPHENS)
    if said.isascii():
        return "".join([c if " " <= c <= "~" else " " for c in said])
    return "".join([c if " " <= c <= "~" or unicodedata.category(c)[0] in "LNM" else " " for c in said])


def _folded(said: str) -> str:
    return fold(_DISTANCE.sub("", said))


def _words(said: str, alternative: int, clause: int, wanted: int) -> Iterator[Asked]:
    """The words of one clause, of each of its variants."""
    folded = _folded(said)
    distance = _DISTANCE.search(said)
    near = (int(distance[1]) if distance else 0) if "~" in said else None
    for variant in dict.fromkeys((tuple(_WORD.findall(folded)), tuple(_WORD.findall(_HYPHEN.sub(r"\1", folded))))):
        n = len(variant)
        for ordinal, word in enumerate(variant, 1):
            yield Asked(
                alternative, clause, variant, said.startswith("-"), wanted, min(n, MOST_WORDS), ordinal,
                _SIGNS.sub("", word), _PREFIX.search(said) is not None and ordinal == n, '"' in said or n > 1, near,
            )  # fmt: skip
