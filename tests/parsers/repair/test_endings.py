"""What is glued to a word by its own language: Turkic endings and parts of Dutch compounds are not parted."""

from __future__ import annotations

import pytest

from parsers.repair import endings, tongues
from parsers.repair.tongues import may_be_one, possible, tongue


@pytest.mark.parametrize("ending", ["siniz", "lerini", "sudur", "bilirsiniz", "larından", "nın", "de", "dakiler"])
def test_turkish_endings_are_no_words(ending: str) -> None:
    """Letters that are a run of endings are none of two words, unless they are a common word."""
    assert endings.are_endings("tr", ending, None)
    assert endings.are_endings("tr", ending, -5.5)


@pytest.mark.parametrize(
    ("word", "known"), [("ile", -2.1), ("ise", -2.8), ("iki", -2.9), ("köprü", -4.6), ("yolcu", None)]
)
def test_common_words_that_look_like_endings_are_words(word: str, known: float | None) -> None:
    """A common word stays one though its letters may be endings, and other letters are no endings."""
    assert not endings.are_endings("tr", word, known)


def test_endings_are_those_of_the_language() -> None:
    """Endings of Turkish are none of Dutch."""
    assert not endings.are_endings("nl", "de", None)


@pytest.mark.parametrize(
    ("left", "right"),
    [("op", "slaat"), ("voor", "instelling"), ("naam", "lijst"), ("standaard", "lettertypen"), ("gegevensreeks", "en"),
     ("markeer", "pijlengetekend"), ("Op", "slag")],
)  # fmt: skip
def test_dutch_compounds_are_one_word(left: str, right: str) -> None:
    """What may be a compound, with or without the beginning of the next word, is in doubt."""
    assert tongues.may_be_one("nl", left, right)


@pytest.mark.parametrize(
    ("left", "right"),
    [("het", "veld"), ("op", "het"), ("een", "nieuwe"), ("optimale", "kolombreedte"), ("wilt", "plakken"), ("letters", "en"),
     ("venster", "Stijlen"), ("kopen", "en")],
)  # fmt: skip
def test_dutch_words_side_by_side_are_two(left: str, right: str) -> None:
    """Articles, adjectives and verbs are no first parts of compounds, and a capital begins none."""
    assert not tongues.may_be_one("nl", left, right)


def test_only_dutch_asks_for_compounds() -> None:
    """Other languages decide by their words alone."""
    assert not tongues.may_be_one("fr", "porte", "manteau")


@pytest.mark.parametrize("name", ["FormTools.Dialog", "XYForms.Control", "app.beans.PropertyValue,"])
def test_names_of_programs_stay(name: str) -> None:
    """Names of programs with full stops inside hold no place for a space."""
    assert tongues.possible(name, tongues.tongue("nl"), tongues.tongue("nl").words) == ()


@pytest.mark.parametrize(
    ("code", "left", "right", "one"),
    [
        ("es", "cerrar", "la", True), ("es", "abriendo", "los", True), ("es", "sobre", "la", False),
        ("it", "veder", "la", True), ("it", "casa", "la", False), ("uk", "читає", "те", True), ("ru", "над", "те", False),
        ("nl", "netwerk", "naam(x", True), ("nl", "reservekopie", "medium", True), ("nl", "nieuwe", "brug", False),
    ],
)  # fmt: skip
def test_pronouns_and_parts_that_are_glued_by_the_language(code: str, left: str, right: str, one: bool) -> None:
    """A pronoun behind a verb and a noun behind a rare one may be one word with it; what is behind a bracket does not count."""
    assert may_be_one(code, left, right) is one


@pytest.mark.parametrize(
    ("code", "token", "at"), [("nl", "uwe-mailadres", 2), ("pl", "wWarszawie", 1), ("pl", "iPhone’y", None), ("pl", "IPserwera", None)]
)  # fmt: skip
def test_letters_that_are_part_of_the_next_word(code: str, token: str, at: int | None) -> None:
    """`e-mail` takes its letter along, brands and initials are not parted inside, and a word of one letter is one."""
    language = tongue(code)
    places = [j.offset for j in possible(token, language, language.words) if j.kind == "word" and j.score > 0]
    assert places == ([] if at is None else [at])
