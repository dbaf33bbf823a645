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
