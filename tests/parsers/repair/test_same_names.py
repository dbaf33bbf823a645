"""Names run together are parted where the same text has them apart; brands and addresses stay."""

from __future__ import annotations

import pytest

from parsers.known import Desk
from parsers.model import Parsed, RawDocument
from parsers.pipeline import parse
from parsers.repair.edits import changed
from parsers.repair.same_names import joins


@pytest.mark.parametrize(
    ("text", "mended"),
    [
        ("The Marsh Queen sails in May. Nora bought the MarshQueen last year, and the Marsh Queen is old.", "MarshQueen"),
        ("OldTown's bridge is shut. Old Town waits, and the mayor of Old Town too.", "OldTown"),
        ("Das Rote Haus schließt. Am RoteHaus stehen Leute, und das Rote Haus ist leer.", "RoteHaus"),
    ],
)  # fmt: skip
def test_a_name_gets_its_space_back(text: str, mended: str) -> None:
    """Two words that stand apart twice, and together once, are parted where they stand together."""
    assert mended in text
    assert mended not in changed(text, joins(text))
    assert len(joins(text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "PayBox closed. Staff of PayBox left, and the Pay Box sign and a Pay Box flag came down.",
        "The MarshQueen is old. The Marsh Queen sails.",
        "See #MarshQueen, MarshQueen.example and post@MarshQueen of the Marsh Queen, the old Marsh Queen.",
        "MarshQueenTwo follows the Marsh Queen, and the Marsh Queen is old.",
    ],
)
def test_brands_tags_and_addresses_stay(text: str) -> None:
    """A spelling that returns, a single pair, a hashtag, an address and a part of a longer name are left alone."""
    assert joins(text) == []


def test_the_edit_is_on_record() -> None:
    """The space is a row of its own rule, and the letters are what they were."""
    text = (
        "The Marsh Queen will sail again in May, her owner said on Monday. Nora Feld bought the MarshQueen last year, "
        "and she had the hull of the Marsh Queen painted green. The harbour of Varn lets her lie there for free."
    )
    found = parse(RawDocument(raw_document_id="0" * 64, payload=text.encode(), source_uri="a.txt"), Desk())
    assert isinstance(found, Parsed)
    assert [(r.kind, r.before, r.after) for r in found.repairs if r.rule == "same_name"] == [("word_join", "", " ")]
    assert "MarshQueen" not in found.article.article_body
