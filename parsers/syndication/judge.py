"""Judgement on pairs of texts that share shingles: is the shorter one a copy of the longer?

Everything here depends on a pair alone, or on one text and all its pairs, never on the order in which texts came:
each text looks up to the best match among the *longer* ones, so the copies of a story form a tree under its longest
text, and two stories quoted by a third are not chained together.

Lengths are counted in live sampled shingles: those that are not boilerplate.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

import numpy as np
import numpy.typing as npt

from parsers.syndication.figures import Lookup, compare

CONTAINMENT = 0.35
"""Share of the shorter text that must stand in the longer one."""
FEWEST = 3
"""Shared shingles below which nothing is claimed (about 25 letters in common)."""
FEWEST_BORROWED = 3
"""Shared shingles from which a borrowed passage is looked for."""
MOST_LENDERS = 8
"""With how many others, those that share most, a text is compared word by word."""
SHORT, SHORT_CONTAINMENT = 12, 0.6
"""Texts of fewer live shingles than this (some 100 letters) need this containment: a few words in common prove little."""
CONFLICTS, CONFLICT_SHARE = 2, 0.36
"""This many conflicting figures, and more than this share of all comparable ones, mean another issue of a template."""
ITEMS = 3
"""A text that shares parts with so many unrelated texts is a round-up."""
ITEM_LEAST, ITEM_MOST = 0.05, 0.5
"""How much of a round-up one item covers."""
WHOLE = 0.7
"""A text contained to this share is an excerpt, not the article behind an item of a round-up."""
SAME = 0.5
"""Jaccard at which two texts are one, whatever else they share."""

Ints = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float64]
Mask = npt.NDArray[np.bool_]


@dataclass(frozen=True, slots=True, kw_only=True)
class Pairs:
    """Pairs of texts by number, column by column: the shorter text, the longer, their lengths, and what they share."""

    child: Ints
    parent: Ints
    child_live: Ints
    parent_live: Ints
    shared: Ints

    def __len__(self) -> int:
        return len(self.child)

    def where(self, mask: Mask | Ints) -> Pairs:
        """The pairs that a mask or index selects."""
        return Pairs(
            child=self.child[mask],
            parent=self.parent[mask],
            child_live=self.child_live[mask],
            parent_live=self.parent_live[mask],
            shared=self.shared[mask],
        )

    @property
    def containment(self) -> Floats:
        """Share of the shorter text that stands in the longer, in [0, 1]."""
        return np.minimum(1.0, self.shared / np.maximum(1, self.child_live))

    @property
    def jaccard(self) -> Floats:
        """Share of both texts together that they have in common, in [0, 1]."""
        return np.asarray(
            np.minimum(1.0, self.shared / np.maximum(1, self.child_live + self.parent_live - self.shared)),
            dtype=np.float64,
        )

    @property
    def score(self) -> Floats:
        """What the best match is chosen by."""
        return self.containment + self.jaccard / 2


def oriented(
    one: Ints,
    other: Ints,
    shared: Ints,
    live: tuple[Ints, Ints],
    exact: tuple[npt.NDArray[np.uint64], npt.NDArray[np.uint64]],
) -> Pairs:
    """Pairs with the longer text as parent; of texts of equal length the one with the lower hash (any fixed order does)."""
    swap = (live[0] > live[1]) | ((live[0] == live[1]) & (exact[0] < exact[1]))
    return Pairs(
        child=np.where(swap, other, one),
        parent=np.where(swap, one, other),
        child_live=np.where(swap, live[1], live[0]),
        parent_live=np.where(swap, live[0], live[1]),
        shared=shared,
    )


def alike(pairs: Pairs) -> Mask:
    """Which pairs share enough text for the shorter to be a copy, figures not yet compared."""
    enough = np.where(pairs.child_live < SHORT, SHORT_CONTAINMENT, CONTAINMENT)
    return (pairs.shared >= FEWEST) & (pairs.containment >= enough)


Figures = Callable[[int], Lookup]
"""The figures of a text by its number, boilerplate left out."""


def conflicting(pairs: Pairs, figures: Figures) -> Mask:
    """Which pairs share a template but not the figures in it."""
    return np.fromiter(
        (_conflict(figures(c), figures(p)) for c, p in zip(pairs.child.tolist(), pairs.parent.tolist(), strict=True)),
        dtype=np.bool_,
        count=len(pairs),
    )


def _conflict(some: Lookup, others: Lookup) -> bool:
    tally = compare(some, others)
    return tally.conflicts >= CONFLICTS and tally.share > CONFLICT_SHARE


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


def is_roundup(covered: Iterable[frozenset[int]]) -> bool:
    """Whether a text strings stories together, from the shingles it shares with each item-like text (any order).

    Texts that share the same part with it count once: they are copies of one item.
    """
    items: list[frozenset[int]] = []
    for part in sorted(covered, key=lambda p: (-len(p), sorted(p))):
        if all(len(part & item) * 2 < len(part) for item in items):
            items.append(part)
            if len(items) >= ITEMS:
                return True
    return False


def best(pairs: Pairs, exact: npt.NDArray[np.uint64]) -> Pairs:
    """For each child the pair with the highest score; equal scores go to the longer parent, then to the lower hash.

    `exact` is the hash of each pair's parent.
    """
    order = np.lexsort((exact, -pairs.parent_live, -pairs.score, pairs.child))
    return pairs.where(order[np.unique(pairs.child[order], return_index=True)[1]])


def most_shared(pairs: Pairs) -> Ints:
    """The index of the pairs that are worth comparing word by word: of each child those that share most."""
    order = np.lexsort((pairs.parent, -pairs.shared, pairs.child))
    child = pairs.child[order]
    rank = np.arange(len(child)) - np.searchsorted(child, child)
    return order[rank < MOST_LENDERS]


def grouped(rows: Sequence[tuple[int, int, int]]) -> dict[int, list[frozenset[int]]]:
    """Rows (text, neighbour, shingle), sorted, as the shared shingles of each neighbour by text."""
    return {
        text: [frozenset(r[2] for r in part) for _, part in groupby(group, key=lambda r: r[1])]
        for text, group in groupby(rows, key=lambda r: r[0])
    }


NO_PAIRS = Pairs(
    **dict.fromkeys(("child", "parent", "child_live", "parent_live", "shared"), np.empty(0, dtype=np.int64))
)


def joined(parts: Sequence[Pairs]) -> Pairs:
    """Pairs from several searches together, each once."""
    columns = np.array(
        [
            np.concatenate([getattr(p, name) for p in parts])
            for name in ("child", "parent", "child_live", "parent_live", "shared")
        ]
    )
    rows = columns[:, np.unique(columns[:2], axis=1, return_index=True)[1]] if columns.size else columns
    return Pairs(child=rows[0], parent=rows[1], child_live=rows[2], parent_live=rows[3], shared=rows[4])
