"""Misspelt words: one slip away from a word that is known."""

from __future__ import annotations

import pytest

from parsers.repair.spelling import SLIP, slip_of

WORDS = {"shareholders": -4.0, "conventionally": -5.0, "bankruptcy": -4.5, "proceedings": -4.8}


@pytest.mark.parametrize(
    ("slip", "word"),
    [
        ("shareholdrs", "shareholders"),
        ("sharehollders", "shareholders"),
        ("conventionaly", "conventionally"),
        ("bankrupcty", "bankruptcy"),
        ("Procaedings", "proceedings"),
    ],
)
def test_one_slip_leads_to_the_word(slip: str, word: str) -> None:
    """A letter left out, added, mistaken or swapped is one slip; the misspelling is rarer than its word."""
    assert slip_of(slip, WORDS) == pytest.approx(WORDS[word] + SLIP)


@pytest.mark.parametrize("word", ["hareholdrs", "banks", "x", "proceedings2", "bnkrptcy"])
def test_two_slips_or_short_words_lead_nowhere(word: str) -> None:
    """What is further away, too short to tell, or no word at all, is none that is known."""
    assert slip_of(word, WORDS) is None
