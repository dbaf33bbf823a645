"""Lost words: where they may be missing, and where not."""

from __future__ import annotations

import pytest

from parsers.known import Vocabulary
from parsers.repair import gaps
from parsers.repair.known import lexicon, of_document
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
