"""Pairs of texts are judged by what they share, and round-ups are told from excerpts."""

from __future__ import annotations

import numpy as np

from parsers.syndication.judge import Pairs, alike, best, is_roundup, item_like, oriented


def pairs(*rows: tuple[int, int, int, int, int]) -> Pairs:
    """Rows (child, parent, child_live, parent_live, shared)."""
    columns = np.array(rows, dtype=np.int64).T
    return Pairs(child=columns[0], parent=columns[1], child_live=columns[2], parent_live=columns[3], shared=columns[4])


def test_the_longer_text_is_the_parent() -> None:
    """Pairs are turned so that the shorter text looks up to the longer; equals are turned by their hash."""
    one, other = np.array([1, 2]), np.array([3, 4])
    exact = (np.array([9, 1], dtype=np.uint64), np.array([5, 7], dtype=np.uint64))
    found = oriented(one, other, np.array([5, 5]), (np.array([10, 30]), np.array([20, 30])), exact)
    assert found.parent.tolist() == [3, 2]


def test_a_third_of_the_shorter_text_is_enough() -> None:
    """Containment decides, not the lengths; very short texts need more of it."""
    assert alike(pairs((1, 2, 100, 400, 36), (1, 2, 100, 400, 30), (1, 2, 10, 400, 5), (1, 2, 10, 400, 7))).tolist() == [
        True, False, False, True,
    ]  # fmt: skip


def test_the_best_parent_is_the_one_that_shares_most() -> None:
    """Each child gets one parent, the same whatever the order of the pairs."""
    found = pairs((1, 7, 50, 80, 40), (1, 8, 50, 60, 45), (2, 7, 30, 80, 30))
    exact = np.array([3, 4, 5], dtype=np.uint64)
    assert best(found, exact).parent.tolist() == [8, 7]
    turned = np.array([2, 1, 0])
    assert best(found.where(turned), exact[turned]).parent.tolist() == [8, 7]


def test_items_of_a_round_up_cover_different_parts() -> None:
    """Three texts with different parts make a round-up; copies of one item count once."""
    parts = [frozenset(range(a, a + 10)) for a in (0, 20, 40)]
    assert is_roundup(parts)
    assert not is_roundup([parts[0], parts[0], parts[1] | {99}, parts[1]])


def test_an_excerpt_is_no_item() -> None:
    """A text that stands wholly in another is its excerpt; an item's own article goes on beyond what is shared."""
    assert item_like(pairs((1, 2, 30, 100, 29), (1, 2, 60, 100, 20)), of_parent=True).tolist() == [False, True]
