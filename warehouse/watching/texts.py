"""Many searches over few texts: the words of a batch are read once, and each question looks its own words up.

Answers are those of the macro `search`, which asks one question of all articles. A test holds the two against each other.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from warehouse.asking.question import ALTERNATIVES, cleaned
from warehouse.asking.search import CLAUSE, Clause, variants
from warehouse.database.stems import stem
from warehouse.database.terms import HEADLINE_TERMS, JOINED, indexed

BODY = 1_000
"""The place of the body's first word: no phrase reaches there from the headline."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """What questions are asked of: an article, or the words of a fact. `key` names it."""

    key: str
    language: str | None
    headline: str
    body: str


@dataclass(frozen=True, slots=True)
class Alternative:
    """What must be in a text, and what must not: clauses, each with its variants, of which one is enough."""

    wanted: tuple[tuple[Clause, ...], ...]
    excluded: tuple[tuple[Clause, ...], ...]


@lru_cache(maxsize=20_000)
def alternatives(question: str) -> tuple[Alternative, ...]:
    """What a question asks for: the parts between its ORs."""
    return tuple(found for part in cleaned(question).split(ALTERNATIVES) if (found := _alternative(part)).wanted)


def _alternative(part: str) -> Alternative:
    wanted: list[tuple[Clause, ...]] = []
    excluded: list[tuple[Clause, ...]] = []
    for said in CLAUSE.findall(part):
        found = tuple(dict.fromkeys(variants(said))) if said != "OR" else ()
        if found:
            (excluded if said.startswith("-") else wanted).append(found)
    return Alternative(tuple(wanted), tuple(excluded))


class Texts:
    """The words of some texts, each with its places."""

    def __init__(self, texts: Iterable[Text]) -> None:
        self._keys: list[str] = []
        self._languages: list[str | None] = []
        self._places: dict[str, dict[int, list[int]]] = defaultdict(dict)
        for text in texts:
            self._add(text)
        self._sorted = sorted(self._places)
        self._stems = self._by_stem()

    def matching(self, question: str) -> set[str]:
        """The keys of the texts that answer a question as `search` would."""
        found: set[int] = set()
        for alternative in alternatives(question):
            found |= self._answering(alternative)
        return {self._keys[number] for number in found}

    def _add(self, text: Text) -> None:
        number = len(self._keys)
        self._keys.append(text.key)
        self._languages.append(text.language)
        for words, start in ((indexed(text.headline)[:HEADLINE_TERMS], 0), (indexed(text.body), BODY)):
            for place, word in enumerate(words, start):
                plain, _, joined = word.partition(JOINED)
                self._places[plain].setdefault(number, []).append(place)
                if joined:
                    self._places[joined].setdefault(number, []).append(place)

    def _by_stem(self) -> dict[str | None, dict[tuple[str, str], set[int]]]:
        """By language: texts by the first letter and the stem of their words."""
        found: dict[str | None, dict[tuple[str, str], set[int]]] = {language: {} for language in self._languages}
        for word, places in self._places.items():
            for number in places:
                language = self._languages[number]
                found[language].setdefault((word[:1], _stem(word, language)), set()).add(number)
        return found

    def _answering(self, alternative: Alternative) -> set[int]:
        found: set[int] | None = None
        for clause in alternative.wanted:
            holding = self._holding(clause)
            found = holding if found is None else found & holding
            if not found:
                return set()
        for clause in alternative.excluded if found else ():
            found = (found or set()) - self._holding(clause)
        return found or set()

    def _holding(self, clause: Sequence[Clause]) -> set[int]:
        """The texts that hold one of the variants of a clause."""
        found: set[int] = set()
        for variant in clause:
            found |= self._with_word(variant) if len(variant.words) == 1 else self._with_words(variant)
        return found

    def _with_word(self, clause: Clause) -> set[int]:
        (word,) = clause.words
        if clause.prefix:
            return {number for longer in self._beginning(word) for number in self._places[longer]}
        found = set(self._places.get(word, ()))
        if clause.stemmed:
            for language, stems in self._stems.items():
                found |= stems.get((word[:1], _stem(word, language)), set())
        return found

    def _beginning(self, prefix: str) -> Iterator[str]:
        for at in range(bisect_left(self._sorted, prefix), len(self._sorted)):
            if not self._sorted[at].startswith(prefix):
                return
            yield self._sorted[at]

    def _with_words(self, clause: Clause) -> set[int]:
        """The texts with a phrase, or with words near one another."""
        places = [self._places_of(word, clause, last=n == len(clause.words) - 1) for n, word in enumerate(clause.words)]
        both = set(places[0]).intersection(*places[1:])
        fits = _follow if clause.near is None else _near
        return {number for number in both if fits([each[number] for each in places], clause.near or 0)}

    def _places_of(self, word: str, clause: Clause, *, last: bool) -> dict[int, list[int]]:
        if not (clause.prefix and last):
            return self._places.get(word, {})
        found: dict[int, list[int]] = {}
        for longer in self._beginning(word):
            for number, places in self._places[longer].items():
                found.setdefault(number, []).extend(places)
        return found


def _follow(places: Sequence[Sequence[int]], _: int) -> bool:
    """Whether words follow one another somewhere."""
    sets = [set(each) for each in places[1:]]
    return any(all(first + n in each for n, each in enumerate(sets, 1)) for first in places[0])


def _near(places: Sequence[Sequence[int]], slack: int) -> bool:
    """Whether somewhere all words are within so many words of the first of them."""
    return any(
        all(any(start <= place <= start + slack for place in each) for each in places)
        for start in {place for each in places for place in each}
    )


@lru_cache(maxsize=100_000)
def _stem(word: str, language: str | None) -> str:
    return stem(word, language)
