"""Round-ups: texts that string parts of several stories together, and therefore are copies of none."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

import numpy as np
import numpy.typing as npt

from parsers.syndication.judge import FEWEST, Mask, Pairs
from parsers.syndication.sharing import Ints, Stored

ITEMS = 3
"""A text that shares parts with so many unrelated texts is a round-up."""
ITEM_LEAST, ITEM_MOST = 0.05, 0.5
"""How much of a round-up one item covers."""
WHOLE = 0.7
"""A text contained to this share is an excerpt, not the article behind an item of a round-up."""
SAME = 0.5
"""Jaccard at which two texts are one, whatever else they share."""


def item_like(pairs: Pairs, *, of_parent: bool) -> Mask:
    """Pairs in which one side could be a round-up and the other the article behind one of its items.

    `of_parent` says which side is looked at as the round-up.
    """
    roundup, item = (pairs.parent_live, pairs.child_live) if of_parent else (pairs.child_live, pairs.parent_live)
    cover = pairs.shared / np.maximum(1, roundup)
    whole = pairs.shared / np.maximum(1, item)
    return (
        (pairs.shared >= FEWEST)
        & (cover >= ITEM_LEAST)
        & (cover <= ITEM_MOST)
        & (whole < WHOLE)
        & (pairs.jaccard < SAME)
    )


def _items(pairs: Pairs) -> tuple[Ints, Ints]:
    """From both sides of the pairs: texts, and next to each a text that looks like the article behind an item of it."""
    of_parent, of_child = item_like(pairs, of_parent=True), item_like(pairs, of_parent=False)
    return (
        np.concatenate((pairs.parent[of_parent], pairs.child[of_child])),
        np.concatenate((pairs.child[of_parent], pairs.parent[of_child])),
    )


def suspects(pairs: Pairs) -> Ints:
    """Texts that could be round-ups, as far as one pair can tell."""
    return np.unique(_items(pairs)[0])


def possible(pairs: Pairs, asked: Ints) -> tuple[Ints, Ints]:
    """Those of the asked texts that have enough items to be round-ups, each with every item."""
    text, item = _items(pairs)
    same = pairs.jaccard >= SAME
    numbers, counts = np.unique(text, return_counts=True)
    many = np.setdiff1d(numbers[counts >= ITEMS], np.union1d(pairs.child[same], pairs.parent[same]))
    chosen = np.isin(text, np.intersect1d(many, asked))
    return text[chosen], item[chosen]


def roundups(text: Ints, exact: npt.NDArray[np.uint64], pair: Ints, shingle: Stored) -> Ints:
    """Which texts are round-ups. Item by item: the text, and the hash of the item's own; then the rows (item, shingle) of
    what they share, by item."""
    return np.array([t for t, parts in _by_text(text, exact, pair, shingle) if is_roundup(parts)], dtype=np.int64)


def _by_text(
    text: Ints, exact: npt.NDArray[np.uint64], pair: Ints, shingle: Stored
) -> Iterator[tuple[int, npt.NDArray[np.bool_]]]:
    """For each text a matrix: for each item, by its hash, which of the shared shingles it has."""
    if not len(text):
        return
    order = np.lexsort((exact, text))
    edges = [*np.flatnonzero(np.concatenate(([True], np.diff(text[order]) != 0)))[: len(order)].tolist(), len(order)]
    first, last = np.searchsorted(pair, order), np.searchsorted(pair, order, side="right")
    for start, end in pairwise(edges):
        parts = [shingle[a:b] for a, b in zip(first[start:end].tolist(), last[start:end].tolist(), strict=True)]
        known, place = np.unique(np.concatenate(parts), return_inverse=True)
        matrix = np.zeros((len(parts), len(known)), dtype=np.bool_)
        matrix[np.repeat(np.arange(len(parts)), [len(p) for p in parts]), place] = True
        yield int(text[order[start]]), matrix


def is_roundup(covered: npt.NDArray[np.bool_]) -> bool:
    """Whether a text strings stories together, from the shingles (columns) it shares with each item (rows).

    Items that share the same part with it count once: they are copies of one. The largest parts are looked at first.
    """
    parts = [int.from_bytes(row.tobytes()) for row in np.packbits(covered, axis=1)]
    items: list[int] = []
    for part in sorted(parts, key=lambda p: -p.bit_count()):
        if all(2 * (part & item).bit_count() < part.bit_count() for item in items):
            items.append(part)
            if len(items) >= ITEMS:
                return True
    return False
