"""Text whose newlines survived: filled lines become paragraphs, everything else keeps its lines."""

from __future__ import annotations

from parsers.known import Vocabulary
from parsers.model import Copy, Fields
from parsers.repair import clean

WRAPPED = """The harbour authority of the northern province has opened a second
terminal for grain and timber, officials said on Wednesday. The coop-
eration with the railway took three years and cost twice as much as
planned, because the ground under the old quay was a well-
known swamp.

Local farmers welcomed the decision, but fishermen fear that the
heavier traffic will drive the herring away from the shallow water
where they spawn every spring."""


def body_of(text: str, language: str = "en") -> str:
    """The clean body of a plain text."""
    return clean(
        Copy(text=text, media_type="text/plain", charset="utf-8"), Fields(in_language=language), Vocabulary()
    ).body


def test_filled_lines_become_paragraphs() -> None:
    """Newlines inside a paragraph become spaces, and a word parted by a hyphen at a line's end is whole again."""
    body = body_of(WRAPPED)
    assert body.count("\n") == 2
    assert "The cooperation with the railway" in body
    assert "a well-known swamp." in body


def test_verse_lists_and_columns_keep_their_lines() -> None:
    """Lines that are not filled to a width stay lines."""
    for text in (
        "The sea is wide,\nthe boat is small,\nthe gulls decide\nwho sails at all.\nAnd so we wait\nbeside the wall.",
        "- the first of the points\n- the second of the points\n- the third of the points",
        "Port    Tons\nBaku    1200\nAlat     900",
    ):
        assert body_of(text) == text


def test_one_blank_line_stands_between_blocks() -> None:
    """Runs of blank lines shrink to one, and none is left around the text."""
    assert (
        body_of("\n\n The first one of the blocks. \n \n\n\nThe second one.\n")
        == "The first one of the blocks.\n\nThe second one."
    )


def test_long_lines_that_end_sentences_are_paragraphs() -> None:
    """A file with one line a paragraph gets its blank lines."""
    line = "The minister of the sea said in the capital on Tuesday that the harbour would be open to all the ships by the end of May."
    other = line.replace("sea", "river").replace("May", "June")
    assert body_of(f"{line}\n{other}") == f"{line}\n\n{other}"
