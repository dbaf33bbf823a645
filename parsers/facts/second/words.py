"""A parsed sentence: its words, and what each is to which other."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple


class Word(NamedTuple):
    """A word: its characters (of the sentence, then of the body), its Penn Treebank tag, and its relation to the word `head`.

    `head` is the number of a word of the sentence; the root is its own head.
    """

    start: int
    end: int
    tag: str
    relation: str
    head: int


SUBJECTS: Final = frozenset("nsubj nsubjpass nsubj:pass csubj csubjpass csubj:pass".split())
"""Relations of subjects in the ClearNLP and Universal Dependencies schemes."""

BORDERS: Final = frozenset("attr acomp xcomp ccomp advcl relcl acl acl:relcl conj".split())
"""Relations at which another clause, or another member of a list, begins."""

PRONOUNS: Final = frozenset("WDT WP PRP EX DT".split())
"""Tags of subjects that stand for another noun."""


def word_at(words: Sequence[Word], offset: int) -> int | None:
    """The word at an offset."""
    return next((i for i, w in enumerate(words) if w.start <= offset < w.end), None)


def path(words: Sequence[Word], word: int) -> list[int]:
    """A word and those above it, up to the root."""
    found = [word]
    while words[found[-1]].head != found[-1] and len(found) <= len(words):
        found.append(words[found[-1]].head)
    return found


def clause(words: Sequence[Word], word: int) -> list[int]:
    """The words above one, up to the first that has a subject of its own; a pronoun stands for one further up."""
    bearing = {w.head for i, w in enumerate(words) if w.relation in SUBJECTS and i != word and w.tag not in PRONOUNS}
    own: list[int] = []
    for at in path(words, word):
        own.append(at)
        if at in bearing and at != word:
            break
    return own


def beside(words: Sequence[Word], head: int) -> list[int]:
    """A noun with those that explain it or are listed with it."""
    found = [head]
    for i, w in enumerate(words):
        if w.relation in ("appos", "conj") and w.head in found and i not in found:
            found.append(i)
    return found
