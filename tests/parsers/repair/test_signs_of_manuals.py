"""Marks and digits that one text, or one language, uses in its own way hold no lost space."""

from __future__ import annotations

import pytest

from parsers.known import Vocabulary
from parsers.model import Copy, Fields
from parsers.repair import clean, endings, prefixes, tongues
from parsers.repair.joints import Joint, possible
from parsers.repair.lexicon import english
from tests.parsers.repair.test_wrap import wrapped


def cleaned(text: str, language: str) -> str:
    """The body of a text in a language."""
    copy = Copy(text=text, media_type="text/plain", charset="utf-8")
    return clean(copy, Fields(in_language=language), Vocabulary()).body


def places(token: str, code: str) -> list[int]:
    """The offsets at which a token may have lost a space."""
    return [j.offset for j in tongues.possible(token, tongues.tongue(code), tongues.tongue(code).words)]


SEARCH = (
    "De opdracht zoekt met ?naam de boten die in de haven liggen, en met ?haven vindt u alle schepen die daar morgen weer vertrekken. "
    "Wie het zeker wil weten, vraagt met ?naam en ?haven samen, want dan ziet hij alleen de boten die in die haven thuis zijn. Een "
    "woord met ?kade ervoor zoekt op de kade waar het schip ligt, en dat gaat het snelst als er niet veel andere schepen zijn."
)


def test_a_sign_in_front_of_words_ends_no_sentence() -> None:
    """`?naam` stays in sound text and in text whose line ends are found again."""
    assert cleaned(SEARCH, "nl") == SEARCH
    damaged = "".join(wrapped(SEARCH, 67)[0])
    assert "? " not in cleaned(damaged, "nl")


def test_signs_are_found_by_the_words_behind_them() -> None:
    """A sign counts if several different words have it in front; one sentence's mark does not."""
    assert prefixes.prefixes({"?naam", "“?haven", "boot?", "!kijk"}) == {"?"}


def test_the_space_beside_a_sign_is_in_front_of_it() -> None:
    """`met?naam` is `met ?naam`."""
    moved = prefixes.before_prefixes("met?naam", [Joint(4, 5.0, "stop")], frozenset("?"))
    assert [(j.offset, j.kind) for j in moved] == [(3, "dash")]


def test_marks_that_open_on_both_sides_part_nothing() -> None:
    """Where a text closes with `«`, no space goes before the closing one."""
    assert prefixes.is_one_sided({"«muelle«,", "«puerto«"})
    assert not prefixes.is_one_sided({"«muelle»,", "«puerto«", "«barco«"})
    assert prefixes.off_mark("puerto«yel", [Joint(6, 6.0, "open"), Joint(8, 1.0, "word")]) == (Joint(8, 1.0, "word"),)


def test_the_escape_in_a_pattern_stays() -> None:
    """Backslashes inside brackets that follow a word are a program's, not Markdown's."""
    text = r"Search with ?issue(2\.0), with ?issue(4\.0-1) or with issue(7\.1\.3) to find the pages of one issue."
    assert cleaned(text, "en") == text


@pytest.mark.parametrize(
    ("token", "code", "at"),
    [("hosts(5)", "de", 5), ("Pakete(.gz,", "de", 6), ("z.B./haven", "de", 2), ("(/dev/kade0)", "nl", 10), ("haven4-werk", "nl", 6),
     ('"--werk"', "de", 3), ("van.deb-bestand", "nl", 6), ("README.txt", "it", 4), ("przezmDNS", "pl", 6),
     ("Hafenverwaltung", "de", 5), ("wartościązwracaną", "pl", 8)],
)  # fmt: skip
def test_names_of_files_and_programs_have_no_place(token: str, code: str, at: int) -> None:
    """Sections of manuals, abbreviations, numbered names, options and capitals are not parted."""
    assert at not in places(token, code)


def test_names_with_two_colons_have_no_place() -> None:
    """`Harbour::Crane` is one name in English, too."""
    assert possible("Harbour::CraneDriver", english()) == ()


@pytest.mark.parametrize(
    ("left", "right", "code"),
    [("sedes", "activará", "es"), ("pod", "katalogi", "pl"), ("vanop", "waarderingen", "nl"),
     ("konfigurasi", "nya", "id"), ("deeltekens", "reeksen", "nl")],
)  # fmt: skip
def test_a_prefix_may_belong_to_the_word_behind_it(left: str, right: str, code: str) -> None:
    """What may be a prefix, an ending or a compound's last part makes a place doubtful."""
    assert tongues.may_be_one(code, left, right)


@pytest.mark.parametrize(
    ("left", "right", "code"), [("не", "сделал", "ru"), ("nie", "wiedzieli", "pl"), ("para", "activar", "es")]
)
def test_words_that_are_prefixes_too_are_words(left: str, right: str, code: str) -> None:
    """`не` is a word of its own far oftener than a prefix."""
    assert not tongues.may_be_one(code, left, right)


def test_a_name_in_capitals_with_its_ending_is_one_word() -> None:
    """`KÖRFEZSPOR’un` has no place between its capitals."""
    assert 6 not in places("KÖRFEZSPOR’un", "tr")


def test_endings_with_a_soft_consonant_are_endings() -> None:
    """`denizciliğe` is one word: `liğe` is an ending."""
    assert endings.are_endings("tr", "liğe", None)


@pytest.mark.parametrize(("word", "known"), [("adaylarda", True), ("limandakiler", True), ("adaylerde", False)])
def test_a_turkish_word_is_known_by_its_stem(word: str, known: bool) -> None:
    """A form that no list has is known if its endings fit the stem's vowels."""
    assert (endings.inflected(word, {"aday": -4.0, "liman": -4.5}) is not None) is known


@pytest.mark.parametrize("token", ["tiyatro’sunda", "“pazar”ına", '"liman"dan'])
def test_turkish_endings_stay_behind_their_marks(token: str) -> None:
    """An ending behind an apostrophe or a closing mark belongs to the word before it."""
    mark = max(token.find(m) for m in "’”") + 1 or token.rfind('"') + 1
    assert mark not in places(token, "tr")


def test_short_words_of_a_language_are_words() -> None:
    """`ко` of Russian and `tę` of Polish are words, though other letters as rare are none."""
    assert "ко" in tongues.tongue("ru").words
    assert "tę" in tongues.tongue("pl").words
    assert "xd" not in tongues.tongue("pl").words


def test_the_last_page_of_pages_leaves_before_a_short_paragraph() -> None:
    """`Sayfa 3 / 3` names its page by a word, whatever is around it."""
    text = (
        "Liman, masraf çok olduğu için dış kanalın işini durdurdu ve\n\nSayfa 2 / 3\n\nbakanlık geri kalanı ödemeyecek. Başkan bundan"
        "\n\nSayfa 3 / 3\n\nmemnun olduğunu söyledi."
    )
    assert "Sayfa" not in cleaned(text, "tr")
