"""Which documents of the word index answer a question, and how well: what the macro `search` gives, in three short queries.

Planning the macro takes DuckDB longer than reading the index of a few thousand articles. Here the terms are looked up
first, then their postings are read and nothing else, and the counting is numpy's. A test holds the two against each other.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, Any, NamedTuple

from warehouse.asking.question import Asked, asked, forms
from warehouse.database.sql import written
from warehouse.database.store import Warehouse

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    Numbers = npt.NDArray[np.int64]
    Weights = npt.NDArray[np.float64]

SAME_WORD, SAME_STEM = 1.0, 0.5
HEADLINE, HEADLINE_WEIGHT = 255, 3.0
"""The last place of a headline, and how many times a word there counts."""

MOST_BEFORE = 1 << 16
"""More words than a match may begin before the place of one: a question is not that long."""

PLACE_BITS = 32
PLACE_MASK = (1 << PLACE_BITS) - 1

K1, B = 1.2, 0.75
"""Parameters of BM25 (Robertson and Zaragoza 2009)."""


class Term(NamedTuple):
    """A word of the index."""

    term_id: int
    term: str
    language: str
    stem: int


@dataclass(frozen=True, slots=True)
class Documents:
    """The documents of the index, sorted, and how many words each has."""

    numbers: Numbers
    words: Numbers


def matched(warehouse: Warehouse, question: str) -> dict[str, npt.NDArray[Any]]:
    """The documents that answer a question: `document`, `score` (BM25), in no certain order."""
    import numpy as np

    words = asked(question)
    terms = _terms(warehouse, words)
    postings = _postings(warehouse, sorted({t.term_id for each in terms.values() for t, _ in each}))
    index = warehouse.columns("search_documents")
    order = np.argsort(index["document"])
    documents = Documents(*[index[name][order].astype(np.int64) for name in ("document", "words")])
    if not len(documents.numbers):
        return {"document": documents.numbers, "score": np.zeros(0)}
    best: Weights = np.full(len(documents.numbers), -1.0)
    for _, same in groupby(words, key=lambda word: word.alternative):
        score = _scored(list(same), terms, postings, documents)
        if score is not None:
            best = np.maximum(best, score)
    found = np.flatnonzero(best >= 0)
    return {"document": documents.numbers[found], "score": best[found]}


Fitting = dict[Asked, list[tuple[Term, float]]]
"""The words of the index that fit each word of the question, and how well."""


def _terms(warehouse: Warehouse, words: Sequence[Asked]) -> Fitting:
    """Look the words up: a word itself where the index has it, else its regular forms; and the words of the same stems."""
    tried = {w: forms(w.word)[: 1 if w.exact else None] for w in words if not w.prefix}
    trials = sorted({trial for each in tried.values() for trial in each})
    found = _known(warehouse, trials) if trials else []
    stems: dict[str, set[tuple[int, str]]] = {}
    for term in found:
        stems.setdefault(term.term, set()).add((term.stem, term.language))
    fitting: Fitting = {}
    for word, its in tried.items():
        known = stems.get(word.word) or set().union(*[stems.get(trial, ()) for trial in its])
        fitting[word] = [(t, fit) for t in found if (t.stem, t.language) in known and (fit := _fit(t, word))]
    for word in words:
        if word.prefix:
            begun = warehouse.rows("search_terms_beginning", {"word": word.word})
            fitting[word] = [(Term(*row), SAME_WORD) for row in begun]
    return fitting


def _known(warehouse: Warehouse, trials: Sequence[str]) -> list[Term]:
    """The words of the index that have the stem of one of some words; these are written in, so that DuckDB skips blocks without them."""
    return [Term(*row) for row in warehouse.connection.execute(written("search_terms", {"words": trials})).fetchall()]


def _fit(term: Term, word: Asked) -> float:
    if term.term == word.word:
        return SAME_WORD
    return SAME_STEM if not word.exact and term.term[:1] == word.word[:1] else 0.0


Postings = dict[int, tuple["Numbers", "Numbers"]]
"""The document and the place of each occurrence of a term."""


def _postings(warehouse: Warehouse, terms: Sequence[int]) -> Postings:
    """The occurrences of some terms."""
    import numpy as np

    if not terms:
        return {}
    read = warehouse.columns("search_postings", {"terms": terms})
    term = np.asarray(read["term_id"])
    order = np.argsort(term, kind="stable")
    starts = np.flatnonzero(np.diff(term[order], prepend=-1))
    document, position = (read[name][order].astype(np.int64) for name in ("document", "position"))
    ends = [*starts[1:].tolist(), len(term)]
    return {
        int(term[order[start]]): (document[start:end], position[start:end])
        for start, end in zip(starts.tolist(), ends, strict=True)
    }


def _scored(words: list[Asked], terms: Fitting, postings: Postings, documents: Documents) -> Weights | None:
    """The score of each document for one alternative, -1 where it does not answer; None when none does."""
    import numpy as np

    total, wanted = np.zeros(len(documents.numbers)), words[0].wanted
    answers = np.ones(len(documents.numbers), dtype=bool)
    for _, same in groupby(words, key=lambda word: word.clause):
        clause = list(same)
        weight = _weight(_matches(clause, terms, postings), documents)
        if clause[0].excluded:
            answers &= weight == 0
        else:
            wanted -= 1
            answers &= weight > 0
            total += _bm25(weight, documents)
    return np.where(answers, total, -1.0) if wanted == 0 and any(not w.excluded for w in words) else None


def _bm25(weight: Weights, documents: Documents) -> Weights:
    """Idf as in Lucene, times the share of a word's weight that counts in a document of its length."""
    import numpy as np

    holding = np.count_nonzero(weight)
    idf = np.log(1 + (len(documents.numbers) - holding + 0.5) / (holding + 0.5))
    length = 1 - B + B * documents.words / documents.words.mean()
    return np.asarray(idf * weight * (K1 + 1) / (weight + K1 * length))


def _weight(matches: Iterable[tuple[Numbers, Weights]], documents: Documents) -> Weights:
    """How much each document has of a clause."""
    import numpy as np

    size = len(documents.numbers)
    total = np.zeros(size)
    for document, weight in matches:
        if size and len(document):
            at = np.minimum(np.searchsorted(documents.numbers, document), size - 1)
            here = documents.numbers[at] == document
            total += np.bincount(at[here], weights=weight[here], minlength=size)
    return total


def _matches(clause: list[Asked], terms: Fitting, postings: Postings) -> Iterator[tuple[Numbers, Weights]]:
    """The document and the weight of each match of a clause, variant by variant."""
    for _, same in groupby(clause, key=lambda word: word.variant):
        words = list(same)
        if words[0].n == 1 and words[0].near is None:
            yield _single([(fit, postings[t.term_id]) for t, fit in terms[words[0]] if t.term_id in postings])
        else:
            yield _together(words, terms, postings)


def _single(each: Sequence[tuple[float, tuple[Numbers, Numbers]]]) -> tuple[Numbers, Weights]:
    """The places of a word and of others of its stem; at a place with two of them (a word and what hyphens join), the better."""
    import numpy as np

    if len(each) == 1:
        ((fit, (document, position)),) = each
        return document, _placed(position, fit)
    if not each:
        return np.zeros(0, dtype=np.int64), np.zeros(0)
    places = np.concatenate([_place(*places) for _, places in each])
    weights = np.concatenate([_placed(position, fit) for fit, (_, position) in each])
    order = np.argsort(places, kind="stable")  # the postings of each term are sorted, so little is left to do
    starts = np.flatnonzero(np.diff(places[order], prepend=-1))
    return places[order][starts] >> PLACE_BITS, np.maximum.reduceat(weights[order], starts)


def _together(words: list[Asked], terms: Fitting, postings: Postings) -> tuple[Numbers, Weights]:
    """The matches of a phrase, or of a group of near words from where the first of them is; exact words only."""
    import numpy as np

    near = words[0].near
    found: dict[int, list[Numbers]] = {word.bit: [] for word in words}
    for word in words:
        shift = word.ordinal - 1 if near is None else 0
        found[word.bit] += [
            _place(postings[t.term_id][0], postings[t.term_id][1] - shift)
            for t, _ in terms[word]
            if t.term_id in postings
        ]
    if not all(found.values()):
        return np.zeros(0, dtype=np.int64), np.zeros(0)
    sorts = [_sorted(each) for each in found.values()]
    starts = sorts[0] if near is None else _sorted(sorts)
    for places in sorts:
        at = np.minimum(np.searchsorted(places, starts), len(places) - 1)
        starts = starts[(places[at] >= starts) & (places[at] <= starts + (near or 0))]
    return starts >> PLACE_BITS, _placed((starts & PLACE_MASK) - MOST_BEFORE, SAME_WORD)


def _sorted(each: Sequence[Numbers]) -> Numbers:
    """Numbers of several sorted runs, each once: of runs, a stable sort has little to do."""
    import numpy as np

    numbers = np.sort(np.concatenate(each), kind="stable")
    return numbers[np.flatnonzero(np.diff(numbers, prepend=-1))]


def _place(document: Numbers, position: Numbers) -> Numbers:
    """Document and place as one number."""
    return document << PLACE_BITS | position + MOST_BEFORE


def _placed(position: Numbers, fit: float) -> Weights:
    """What an occurrence counts at its place."""
    import numpy as np

    return np.where(position <= HEADLINE, HEADLINE_WEIGHT, 1.0) * fit
