"""Where a token is parted: names in mixed case, beginnings before a hyphen, units, and two places of which none is clear."""

from __future__ import annotations

import pytest

from parsers.known import Vocabulary
from parsers.repair.joints import possible
from parsers.repair.known import lexicon, of_document
from parsers.repair.lexicon import english
from parsers.repair.mend import any_odd
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


@pytest.mark.parametrize("token", ["1984.", "19,000", "$1,250,000,", "€3.75", "12.5%,", "."])
def test_a_number_is_not_parted(token: str) -> None:
    """No space is lost inside a number, nor before the marks behind it."""
    assert possible(token, english()) == ()


@pytest.mark.parametrize(("token", "right"), [("12,2004", "2004"), ("3.75a", "a"), ("19,000people,", "people,")])
def test_a_year_or_a_word_glued_to_a_number_is_found(token: str, right: str) -> None:
    """What only starts like a number is looked at as any token."""
    assert right in [token[joint.offset :] for joint in possible(token, english())]


@pytest.mark.parametrize("text", ["thepast", "harbourmaster", "Grandson", "fromHarbour"])
def test_marks_around_letters_change_nothing_between_them(text: str) -> None:
    """`(thepast,` has the joints of `thepast`, whether or not those are remembered."""
    known = lexicon(Vocabulary())
    inside = possible(text, english())
    assert inside
    for joints in (known.joints(f"({text},"), possible(f"({text},", english())):
        assert [(j.offset - 1, j.score) for j in joints if j.kind == "word"] == [(j.offset, j.score) for j in inside]


def test_tokens_found_sound_are_remembered_and_not_for_ever() -> None:
    """A text says the same at a second look, and one of very many tokens does not fill the memory."""
    known = lexicon(Vocabulary())
    tokens = set("The harbourmaster of Port Velm (aged 61) spoke.".split())
    assert [any_odd(tokens, known), any_odd(tokens, known), any_odd({*tokens, "thepast"}, known)] == [
        False,
        False,
        True,
    ]
    for start in range(0, 200_000, 40_000):
        assert not any_odd({f"{n}." for n in range(start, start + 40_000)}, known)
    assert len(known.sound - known.well_known) <= 40_000


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
