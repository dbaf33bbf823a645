"""The word index behind `search`, kept up to date batch by batch.

Three tables (migrations/0006_search.sql) that any DuckDB client can read without an extension.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from warehouse.database.store import Warehouse, text_array
from warehouse.database.terms import HEADLINE_TERMS

if TYPE_CHECKING:
    import numpy.typing as npt


def insert(warehouse: Warehouse, articles: Sequence[tuple[str, str, str]]) -> None:
    """Add newly filed articles to the word index: their ids, and the terms of headline and body, parted by spaces.

    Part of the caller's transaction.
    """
    if not articles:
        return
    ((last,),) = warehouse.rows("search_last_document")
    texts = [text.split() for _, *both in articles for text in both]
    with warehouse.incoming(_occurrences(texts, last + 1)):
        warehouse.run("search_batch_words")
    warehouse.run("search_new_terms")
    warehouse.run("search_new_postings", {"batch": last + 1})
    warehouse.append(
        "search_document",
        ("document", "batch", "article_id", "words"),
        [
            (last + 1 + n, last + 1, article_id, len(texts[2 * n]) + len(texts[2 * n + 1]))
            for n, (article_id, _, _) in enumerate(articles)
        ],
    )


def _occurrences(texts: Sequence[Sequence[str]], first: int) -> dict[str, npt.NDArray[Any]]:
    """Columns term, document, position of every word of some texts: headline and body of each document in turn."""
    import numpy as np  # not at the top: those who search start without it

    lengths = [len(words) for words in texts]
    starts = np.tile(np.array([1, 1 + HEADLINE_TERMS]), len(texts) // 2)
    before = np.cumsum(lengths) - lengths
    return {
        "term": text_array([word for words in texts for word in words]),
        "document": np.repeat(np.arange(first, first + len(texts) // 2, dtype=np.int32).repeat(2), lengths),
        "position": (np.arange(sum(lengths)) - np.repeat(before - starts, lengths)).astype(np.int32),
    }


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
