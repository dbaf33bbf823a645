"""Where a token is parted: names in mixed case, beginnings before a hyphen, units, and two places of which none is clear."""

from __future__ import annotations

import pytest

from parsers.known import Vocabulary
from parsers.repair.joints import possible
from parsers.repair.known import lexicon, of_document
from parsers.repair.lexicon import english
from parsers.repair.neighbours import is_clear, sensed
from parsers.repair.paragraph import Paragraph


@pytest.mark.parametrize(
    ("token", "left"),
    [
        ("sellre-used", "sell"),
        ("itsco-owned", "its"),
        ("bede-escalating", "be"),
        ("4Gband", "4Gb"),
        ("iPhonesand", "iPhones"),
        ("servicexTalk", "service"),
        ("ofSilverHarbour", "of"),
        ("ARiver", "A"),
        ("NGOsat", "NGOs"),
        ("exportersU.S.", "exporters"),
        ("aroundA$5", "around"),
        ("sailors'union", "sailors'"),
    ],
)
def test_the_likeliest_place_leaves_two_words(token: str, left: str) -> None:
    """A letter before a capital, an `s` behind one, a unit or a beginning before a hyphen stays with its word."""
    best = max(possible(token, english()), key=lambda joint: joint.score)
    assert token[: best.offset] == left


@pytest.mark.parametrize("token", ["O'Hara", "D'Angelo", "U.S.", "U.K.,", "800p", "50Hz"])
def test_a_name_an_abbreviation_and_a_unit_are_not_parted(token: str) -> None:
    """Nothing speaks for a space behind the capital of `O'Hara`, inside initials, or before a unit."""
    assert all(joint.score < -2 for joint in possible(token, english()))


def paragraph(text: str) -> Paragraph:
    """A paragraph with what general English knows of it."""
    return Paragraph(text, of_document(text.split(), lexicon(Vocabulary())))


def test_a_place_nearly_as_good_as_another_is_not_clear() -> None:
    """`astake` is *a stake* as well as *as take*."""
    read = paragraph("The bank is buying astake in the mill.")
    assert not any(is_clear(read, place) for place in read.places(4))


def test_a_word_that_recurs_settles_the_place() -> None:
    """Where the document speaks of the stake elsewhere, the same token is *a stake*."""
    read = paragraph(
        "The stake is large. No stake was larger. The bank is buying astake in the mill, a stake it sought."
    )
    best, _ = max(sensed(read, 12), key=lambda sense: sense[1])
    assert read.text[best.start : best.at] == "a"
