"""References that name no character are left out before a parser sees them."""

from __future__ import annotations

import pytest

from parsers.references import valid


@pytest.mark.parametrize(
    "reference", ["&#0;", "&#xD800;", "&#xdfff;", "&#x110000;", "&#99999999999999999999;", "&#xFFFE;", "&#8;", "&#0"]
)
def test_what_names_no_character_goes(reference: str) -> None:
    """XML allows no character of these numbers."""
    assert valid(f"a{reference}b") == "ab"


@pytest.mark.parametrize("text", ["&#38;", "&#x1F600;", "&#9;", "&amp;", "&#;", "&#x;", "a & b", "&#169"])
def test_what_names_a_character_stays(text: str) -> None:
    """Other references and other text are as they were."""
    assert valid(text) == text
