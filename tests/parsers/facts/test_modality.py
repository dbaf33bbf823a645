"""Modality: how sure a statement is, by the words before it."""

from __future__ import annotations

import pytest

from parsers.facts.modality import modality, modality_before
from parsers.facts.tokens import Tokens


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The station may generate 40", "proposed"),
        ("The station, opened on 3 May 2019, generates 40", "asserted"),
        ("The company plans to generate 40", "planned"),
    ],
)
def test_the_month_is_not_the_verb(text: str, kind: str) -> None:
    """`May` with a capital is a month and says nothing about certainty; both ways of asking agree."""
    tokens = Tokens(text)
    assert modality(text, len(text) - 2) == kind
    assert modality_before(tokens, tokens.low.index("40")) == kind
