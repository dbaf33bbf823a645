"""The word before a place in a body."""

from __future__ import annotations

import pytest

from parsers.facts.neighbours import word_before


@pytest.mark.parametrize(
    ("before", "word"),
    [
        ("They met in ", "in"),
        ("Minister ", "Minister"),
        ("the well-known ", ""),
        ("Norway's ", ""),
        ("said, ", ""),
        ("said  ", ""),
        ("said", ""),
        ("", ""),
    ],
)
def test_only_a_word_of_letters_one_space_before_counts(before: str, word: str) -> None:
    """Whatever is not a plain word right before the place gives an empty string."""
    assert word_before(before + "Oslo", len(before), 24) == word


def test_it_looks_no_further_than_asked() -> None:
    """Of a word that begins before the reach, only the part within it is seen."""
    assert word_before("the Government of ", 15, 8) == "ernment"
