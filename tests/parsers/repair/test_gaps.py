"""Lost words: where they may be missing, and where not."""

from __future__ import annotations

import pytest

from parsers.known import Vocabulary
from parsers.repair import gaps
from parsers.repair.known import lexicon, of_document
from parsers.repair.lines import Wrap
from parsers.repair.lines import read as read_lines
from parsers.repair.paragraph import Paragraph


def paragraph(text: str) -> Paragraph:
    """A paragraph with what general English knows of it."""
    return Paragraph(text, of_document(text.split(), lexicon(Vocabulary())))


@pytest.mark.parametrize(
    ("text", "token", "possible"),
    [
        ("The ships left the port crew waved", 4, True),
        ("The ships left the port", 3, False),
        ("The ships have left. Nobody waved", 3, False),
        ("They came to the U.S harbour was full", 4, True),
        ("They asked Mr was silent while Mr. Brown spoke", 2, True),
        ("They asked Mr Green and Mr Brown", 2, False),
        ("All of them could join in is not over yet", 5, True),
        ("They went on and on.. was all he said", 4, True),
    ],
)
def test_a_word_is_lost_only_behind_one_that_may_be_last(text: str, token: int, possible: bool) -> None:
    """No sentence ends with `the`; an abbreviation without its usual full stop lost it with the next word."""
    read = paragraph(text)
    assert gaps.may_end_sentence(read, token, gaps.word_end(read, token)) is possible


def test_two_sentences_of_common_length_are_likelier_than_a_stump() -> None:
    """The gap is sought where it parts a long sentence into two of ordinary length."""
    read = paragraph(" ".join(["word"] * 40) + ".")
    ends = read.ends
    assert gaps.likely(read, 19, ends[19]) > gaps.likely(read, 1, ends[1])
    assert gaps.likely(read, 19, ends[19]) > gaps.likely(read, 37, ends[37])


@pytest.mark.parametrize(
    ("token", "kept"), [("routes's", "routes"), ("cup're", "cup"), ("1990s's", "1990s"), ("it's", "it")]
)
def test_a_contraction_that_lost_its_word_ends_before_its_apostrophe(token: str, kept: str) -> None:
    """The word was lost with the line, what was contracted with it stands behind the gap."""
    read = paragraph(token + " been there")
    assert token[: gaps.word_end(read, 0)] == kept


def test_a_glued_token_beside_a_gap_speaks_against_it() -> None:
    """A line that holds a joint in its middle was ended there, not where a word may be missing."""
    sound = paragraph("They moved the old ships out of the long harbour was closed to all of them that year")
    glued = paragraph("They moved the oldships out of the long harbour was closed to all of them that year")
    wrap = Wrap(width=50, gap=1.0)
    assert [b.fit for b in read_lines(sound, wrap).breaks] == ["gap"]
    assert read_lines(glued, wrap).score < read_lines(sound, wrap).score - 2


@pytest.mark.parametrize(
    ("token", "kept"),
    [
        ("hostages.S.", "hostages"),
        ("Kuwait.N.", "Kuwait"),
        ("harbour.S.,", "harbour"),
        ("U.S.", "U.S"),
        ("harbour.", "harbour."),
    ],
)
def test_the_rest_of_an_acronym_is_behind_the_gap(token: str, kept: str) -> None:
    """`hostages. U.S.` lost its stop and the first letter of the acronym."""
    read = paragraph(token + " officials said so")
    assert token[: gaps.word_end(read, 0)] == kept


@pytest.mark.parametrize(
    "text",
    [
        "They freed the hostages.S. officials said so",
        "It misled the public're not going to answer it",
        "They asked Mr is silent while Mr. Brown spoke of it",
    ],
)
def test_certain_signs_of_a_lost_word_are_seen(text: str) -> None:
    """Half an acronym, a contraction behind a noun and a title without its usual stop are signs wherever they are on the line."""
    assert len(gaps.signs(paragraph(text))) == 1


@pytest.mark.parametrize(
    "text",
    [
        "They've left and we're glad that it's over",
        "Mr Brown and Mr Green of the U.S. navy said so",
        "The mayor's boat and James' house",
    ],
)
def test_sound_text_has_no_signs(text: str) -> None:
    """Contractions of pronouns, possessives and titles that never have a stop are sound."""
    assert gaps.signs(paragraph(text)) == []


def test_who_stops_one_title_stops_all() -> None:
    """`Dr` without a stop lost it in a text that has `Mr.`"""
    known = of_document("Mr. Brown met Dr was late".split(), lexicon(Vocabulary()))
    assert "Dr" in known.stopped
    assert "Dr" not in of_document("Mr Brown met Dr Green".split(), lexicon(Vocabulary())).stopped
