"""Round-ups are told from excerpts by how many unrelated texts they share parts with."""

import numpy as np

from parsers.syndication.roundups import is_roundup, item_like, possible, roundups
from tests.parsers.syndication.test_judge import pairs


def covered(*parts: range) -> np.ndarray:
    """A matrix of which of sixty shingles each part has."""
    matrix = np.zeros((len(parts), 60), dtype=np.bool_)
    for row, part in zip(matrix, parts, strict=True):
        row[list(part)] = True
    return matrix


def test_items_of_a_round_up_cover_different_parts() -> None:
    """Three texts with different parts make a round-up; copies of one item count once."""
    parts = [range(a, a + 10) for a in (0, 20, 40)]
    assert is_roundup(covered(*parts))
    assert not is_roundup(covered(parts[0], parts[0], parts[1], range(20, 31)))


def test_an_excerpt_is_no_item() -> None:
    """A text that stands wholly in another is its excerpt; an item's own article goes on beyond what is shared."""
    assert item_like(pairs((1, 2, 30, 100, 29), (1, 2, 60, 100, 20)), of_parent=True).tolist() == [False, True]


def test_a_text_with_three_items_is_found() -> None:
    """Of the asked texts those with three different items are round-ups, in any order of the items."""
    found = pairs((1, 9, 60, 100, 20), (2, 9, 60, 100, 20), (3, 9, 60, 100, 20))
    text, item = possible(found, np.array([9]))
    assert (text.tolist(), sorted(item.tolist())) == ([9, 9, 9], [1, 2, 3])
    pair = np.repeat(np.arange(3), 20)
    shingle = np.arange(60, dtype=np.uint32)
    assert roundups(text, item.astype(np.uint64), pair, shingle).tolist() == [9]
    assert roundups(text, item.astype(np.uint64), pair, np.tile(shingle[:20], 3)).tolist() == []
