"""Lost words: where they may be missing, and where not."""

from __future__ import annotations

import pytest

from parsers.known import Vocabulary
from parsers.model import Copy, Fields
from parsers.repair import clean, gaps
from parsers.repair.known import lexicon, of_document
from parsers.repair.lines import Wrap
from parsers.repair.lines import read as read_lines
from parsers.repair.paragraph import Paragraph
from tests.parsers.repair.test_wrap import wrapped


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


def damaged_paragraphs(last: str) -> str:
    """Four paragraphs whose newlines were lost at 60 columns; the last one ends as told."""
    whole = (
        "The harbour office said on Monday that the old crane will be taken down before the winter storms come back to the bay, "
        "since nobody can say how long its old iron will hold and what it might fall on when it does, and the insurers want it gone.",
        "Two firms from the valley have offered to do the work, and the council will choose one of them at its next meeting, "
        "which was called for the second week of the month after some of the members had asked for more time to read the papers.",
        "The mayor told reporters that the money for the new crane is there, and that she expects no trouble with the neighbours.",
    )
    lines = [part for text in (*whole, last) for part in wrapped(text, 60, before=0)]
    return "\n\n".join("".join(some) for some in lines)


def gaps_of(text: str) -> list[tuple[int, int | None]]:
    """Where words may be missing in an English text, and how many letters at least."""
    copy = Copy(text=text, media_type="text/plain", charset="utf-8")
    rows = clean(copy, Fields(in_language="en"), Vocabulary()).repairs
    return [(r.raw_start, r.min_missing) for r in rows if r.kind == "gap"]


def test_a_last_line_without_its_stop_lost_a_word() -> None:
    """A paragraph that alone has no full stop, and whose last line is full, lost the stop and the last word with its newline."""
    cut = "The work is to begin in the first week of the new year, and the harbour will stay open to all the fishing boats that day"
    text = damaged_paragraphs(cut)
    found = gaps_of(text)
    assert [at for at, _ in found] == [len(text)]
    assert 1 <= (found[0][1] or 0) <= 14


@pytest.mark.parametrize(
    "last",
    [
        "The work is to begin in the first week of the new year, and the harbour will stay open to all the fishing boats that day.",
        "The work is to begin in the first week of the new year, and the harbour will stay open to all of the boats. NORTHWIRE",
        "The work is to begin in the first week of the new year, and then the harbour will be closed",
    ],
)
def test_other_ends_lost_nothing(last: str) -> None:
    """A full stop, an agency's name and a short last line are no signs of a lost word."""
    text = damaged_paragraphs(last)
    assert len(text) not in [at for at, _ in gaps_of(text)]


def test_a_year_may_be_the_last_word() -> None:
    """A sentence ends with a year oftener than with another number."""
    assert gaps._between("1985", "approved") > gaps._between("38", "approved")


def test_a_short_title_always_has_its_stop() -> None:
    """`Gov` without a full stop lost it, though the text has no other."""
    read = paragraph("They were called by Gov to read the plans of the harbour")
    assert gaps.may_end_sentence(read, 4, gaps.word_end(read, 4))
