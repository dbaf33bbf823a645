"""Sentences end where a reader says they end."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parsers.sentences import boundaries


def _split(text: str) -> list[str]:
    return [text[a:b] for a, b in boundaries(text, 0, len(text))]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Mr. Odell met Dr. Marsh. They spoke.", 2),
        ("The U.S. Navy arrived. It left.", 2),
        ("He moved to the U.S. The move cost $3.5 million.", 2),
        ("J. K. Marlowe wrote it. Nobody read it.", 2),
        ("Prices rose 3.5 percent. Wages did not.", 2),
        ("“Go home.” She went.", 2),
        ("“Is it over?” he asked.", 1),
        ("Item No. 5 was cut. No. It stayed.", 3),
        ("She left at 5 p.m. He stayed until 6 p.m. on Monday.", 2),
        ("Acme Inc. Chairman Ann Poole resigned.", 1),
        ("1. Strengthen the dykes. 2. Drain the fields.", 2),
        ("It was late… The lamps went out.", 2),
    ],
)
def test_count(text: str, count: int) -> None:
    """Abbreviations, initials, decimals, list numbers and quoted questions do not end sentences; full stops do."""
    assert len(_split(text)) == count


@given(st.text(alphabet="aB .?!“”\"'\n1…", max_size=200))
def test_sentences_are_ordered_and_cover_every_letter(text: str) -> None:
    """Sentences are disjoint, in order, and leave out nothing but white space."""
    spans = boundaries(text, 0, len(text))
    assert all(a < b for a, b in spans)
    assert all(x[1] <= y[0] for x, y in pairwise(spans))
    covered = {i for a, b in spans for i in range(a, b)}
    assert all(text[i].isspace() for i in range(len(text)) if i not in covered)
