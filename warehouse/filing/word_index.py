"""The word index behind `search`, kept up to date batch by batch.

Three tables (migrations/0006_search.sql and 0027_search_stems.sql) that any DuckDB client can read without an extension.
A word has a row in `search_posting` for every batch that holds it. Small batches are put together when there are many, so
that a question finds each of its words in a few rows.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import count
from typing import TYPE_CHECKING, Any

from warehouse.database.stems import number
from warehouse.database.store import Warehouse, text_array
from warehouse.database.terms import HEADLINE_TERMS, JOINED, LONGEST_INDEXED

if TYPE_CHECKING:
    import numpy.typing as npt

PART = 8192
"""Documents of small batches that are put together."""

Columns = dict[str, "npt.NDArray[Any]"]


@dataclass(frozen=True, slots=True)
class Indexed:
    """An article for the index: its language, and the words of headline and body as `indexed` gives them, parted by spaces."""

    article_id: str
    language: str | None
    headline: str
    body: str


def insert(warehouse: Warehouse, articles: Sequence[Indexed]) -> None:
    """Add newly filed articles to the word index; part of the caller's transaction."""
    if not articles:
        return
    ((last,),) = warehouse.rows("search_last_document")
    words, occurrences, lengths = _occurrences(articles, last + 1)
    warehouse.run("search_new_terms", incoming=words)
    warehouse.run("search_batch_words", incoming=occurrences)
    warehouse.run("search_new_postings", {"batch": last + 1}, incoming=words)
    warehouse.append(
        "search_document",
        ("document", "batch", "article_id", "words"),
        [(last + 1 + n, last + 1, a.article_id, lengths[n]) for n, a in enumerate(articles)],
    )
    _put_together(warehouse)


def remove(warehouse: Warehouse, article_ids: Sequence[str]) -> None:
    """Take articles out of the word index, before they are replaced or deleted; part of the caller's transaction."""
    if not article_ids:
        return
    with warehouse.incoming({"article_id": text_array(article_ids)}):
        warehouse.run("search_remove")
    warehouse.run("search_sweep")


def erase(warehouse: Warehouse, article_ids: Sequence[str]) -> None:
    """Take articles and their words out of the index without a trace; part of the caller's transaction.

    Costs the rewriting of the batches that they are in; `remove` is cheaper and leaves their words until the batch ends.
    """
    with warehouse.incoming({"article_id": text_array(article_ids)}):
        batches = warehouse.columns("search_batches_of")
        warehouse.run("search_remove")
    for name in ("search_keep", "search_drop_batches", "search_drop_documents"):
        warehouse.run(name, incoming=batches)
    for name in ("search_restore", "search_drop_terms", "search_kept_away"):
        warehouse.run(name)


def _put_together(warehouse: Warehouse) -> None:
    """Make one batch of the small ones when there are enough of them."""
    ((first, last, documents),) = warehouse.rows("search_small_batches", {"part": PART})
    if documents < PART:
        return
    batches = {"first": first, "last": last}
    warehouse.run("search_part", batches)
    warehouse.run("search_clear_part", batches)
    warehouse.run("search_fill_part")
    warehouse.run("search_name_part", batches)
    warehouse.run("search_drop_part")


def _occurrences(articles: Sequence[Indexed], first: int) -> tuple[Columns, Columns, list[int]]:
    """The distinct words, every occurrence of them, and how many words each article has."""
    import numpy as np  # not at the top: those who search start without it

    number_of = count()
    known: dict[str, defaultdict[str, int]] = {}
    codes: list[int] = []
    places: list[npt.NDArray[Any]] = []
    counts, lengths = [], []
    for article in articles:
        before = len(codes)
        code_of = known.setdefault(article.language or "", defaultdict(number_of.__next__)).__getitem__
        headline, body = article.headline.split(), article.body.split()
        for words, start in ((headline, 1), (body, 1 + HEADLINE_TERMS)):
            plain, joined = _hyphens(words)
            codes += map(code_of, plain)  # both in C: a word is seldom new
            codes += [code_of(word) for _, word in joined]
            places.append(np.arange(start, start + len(words)))
            places.append(np.array([start + at for at, _ in joined], dtype=np.int64))
        counts.append(len(codes) - before)
        lengths.append(len(headline) + len(body))
    code = np.array(codes, dtype=np.int32)
    words_of = _words(known)
    kept = np.isin(code, words_of["word"])
    return (
        words_of,
        {
            "word": code[kept],
            "document": np.repeat(np.arange(first, first + len(articles), dtype=np.int32), counts)[kept],
            "position": np.concatenate(places).astype(np.int32)[kept],
        },
        lengths,
    )


def _hyphens(words: list[str]) -> tuple[list[str], list[tuple[int, str]]]:
    """Words without what they bear beside themselves, and that with the number of its word."""
    marked = [n for n, word in enumerate(words) if JOINED in word]
    joined = []
    for n in marked:
        words[n], _, whole = words[n].partition(JOINED)
        joined.append((n, whole))
    return words, joined


def _words(known: Mapping[str, Mapping[str, int]]) -> Columns:
    """Columns of the distinct words, of which `known` has the number in the batch by language and word: that number, word,
    language, number of the stem."""
    import numpy as np

    said = ((n, word, language) for language, numbers in known.items() for word, n in numbers.items())
    found = [
        (n, word, language, number(word, language))
        for n, word, language in sorted(said)
        if len(word) <= LONGEST_INDEXED
    ]
    word, term, language, stem = zip(*found, strict=True) if found else ((), (), (), ())
    return {
        "word": np.array(word, dtype=np.int32),
        "term": text_array(term),
        "language": text_array(language),
        "stem": np.array(stem, dtype=np.int32),
    }
