"""Pairs of texts are judged by what they share."""

from __future__ import annotations

import numpy as np

from parsers.syndication.conflicts import Tallies
from parsers.syndication.judge import Pairs, alike, best, doubtful, most_shared, oriented


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


def test_lenders_are_chosen_by_content() -> None:
    """Of those that share equally much the lower hash is chosen, whatever the order of the pairs."""
    found = pairs(*((1, 10 + n, 50, 80, 6) for n in range(12)))
    exact = np.array([12 - n for n in range(12)], dtype=np.uint64)
    chosen = {int(found.parent[i]) for i in most_shared(found, exact)}
    assert chosen == {
        int(found.where(np.arange(11, -1, -1)).parent[i])
        for i in most_shared(found.where(np.arange(11, -1, -1)), exact[::-1])
    }
    assert chosen == set(range(14, 22))


def test_names_are_looked_at_where_both_texts_lack_something_of_the_other() -> None:
    """A cut copy lacks what it lacks, and a template's next issue as much as the one before; agreeing figures settle it."""
    found = pairs((1, 2, 50, 90, 49), (1, 2, 50, 52, 40), (1, 2, 50, 52, 40))
    tally = Tallies(agreements=np.array([0, 0, 6]), conflicts=np.array([0, 0, 0]))
    assert doubtful(found, tally).tolist() == [False, True, False]
