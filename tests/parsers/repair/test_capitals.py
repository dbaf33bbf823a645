"""Words in capitals that lost the space between them."""

from __future__ import annotations

import pytest

from parsers.known import Vocabulary
from parsers.model import Copy, Fields
from parsers.repair import Cleaned, clean


def cleaned(text: str) -> Cleaned:
    """The body and the rows of an English text."""
    return clean(Copy(text=text, media_type="text/plain", charset="utf-8"), Fields(in_language="en"), Vocabulary())


@pytest.mark.parametrize(
    ("damaged", "sound"),
    [
        ("THE MILL WAS ENOUGHTO FEED THEM.", "THE MILL WAS ENOUGH TO FEED THEM."),
        ("MAYOR OFTHE TOWN SAYS NO", "MAYOR OF THE TOWN SAYS NO"),
        ("THE BOARD ASKEDFOR A CHEAPERPLAN.", "THE BOARD ASKED FOR A CHEAPER PLAN."),
        ("ISLANDFERRY STOPS IN MAY", "ISLAND FERRY STOPS IN MAY"),
        ("THEMAYOROFTHETOWN SAYS NO", "THE MAYOR OF THE TOWN SAYS NO"),
        ("(THE BRIDGE WILL CLOSEDAFTER NOON)", "(THE BRIDGE WILL CLOSED AFTER NOON)"),
    ],
)
def test_words_in_capitals_are_parted(damaged: str, sound: str) -> None:
    """Among words in capitals a token that is two words for certain becomes two."""
    done = cleaned(
        f"{damaged}\n\nThe mill on the river was sold to the town in the spring, and nobody has used it since."
    )
    assert done.body.startswith(sound)
    assert {r.rule for r in done.repairs} == {"capitals"}


def test_a_token_in_capitals_among_small_letters_is_only_suspected() -> None:
    """It may be a brand."""
    done = cleaned("The company sells its ENOUGHTO boxes in every town on the river, and its owner is known to all.")
    assert "ENOUGHTO boxes" in done.body
    assert [(r.kind, r.rule) for r in done.repairs] == [("suspect", "capitals")]


@pytest.mark.parametrize("name", ["UNESCO", "EUROSTAT", "OPEC", "FACEBOOK", "BASF", "HSBC", "NASDAQ", "INTERPOL"])
def test_names_in_capitals_stay(name: str) -> None:
    """Acronyms and brands are no two words, whatever is around them."""
    text = f"THE BOARD OF {name} WILL MEET IN THE TOWN ON MONDAY."
    assert cleaned(text).body == text


def test_what_is_still_in_doubt_behind_capitals_is_marked() -> None:
    """Places in doubt are looked for in the text whose capitals are mended."""
    text = "THE MILL WAS ENOUGHTO FEED THEM.\n\nThe keeper told a localradio station that the mill is shut, and the town has no other."
    assert "localradio" in {r.before for r in cleaned(text).repairs if r.kind == "suspect"}


def test_three_words_in_capitals_without_a_small_one_are_suspected() -> None:
    """A firm may be written so."""
    text = "THE FIRSTHARBOURBANK GROUP WILL MEET IN THE TOWN ON MONDAY."
    done = cleaned(text)
    assert done.body == text
    assert [(r.kind, r.rule) for r in done.repairs] == [("suspect", "capitals")]
