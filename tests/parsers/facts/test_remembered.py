"""What was read in a sentence is remembered, and nothing can tell."""

from __future__ import annotations

from parsers.facts import remembered
from parsers.facts.remembered import Remembered
from parsers.facts.tokens import Tokens


def counted() -> tuple[Remembered[int, str], list[str]]:
    """A reader that finds the first words of a sentence, and the sentences it was asked to read."""
    read: list[str] = []

    def first_words(tokens: Tokens, many: int) -> tuple[str, ...]:
        read.append(tokens.sentence)
        return tuple(tokens.low[:many])

    return Remembered(first_words), read


def test_a_sentence_is_read_once_for_what_is_known_beside_it() -> None:
    """The same sentence gives the same findings without being read again; something else known, it is read anew."""
    reader, read = counted()
    assert reader(Tokens("Ships came late."), 2) == reader(Tokens("Ships came late."), 2) == ("ships", "came")
    assert reader(Tokens("Ships came late."), 1) == ("ships",)
    assert read == ["Ships came late."] * 2


def test_only_the_last_sentences_are_remembered() -> None:
    """Memory is bounded: the sentence that was asked for least lately is forgotten first."""
    reader, read = counted()
    for number in range(remembered.SENTENCES):
        reader(Tokens(f"Ship {number} came."), 1)
    reader(Tokens("Ship 0 came."), 1)
    reader(Tokens("One more came."), 1)
    assert len(read) == remembered.SENTENCES + 1
    reader(Tokens("Ship 0 came."), 1)
    reader(Tokens("Ship 1 came."), 1)
    assert read[-2:] == ["One more came.", "Ship 1 came."]


def test_tables_and_endless_sentences_are_not_remembered() -> None:
    """What is long, or holds much, is read each time: a hostile text cannot fill the memory."""
    reader, read = counted()
    for _ in range(2):
        reader(Tokens("a" * (remembered.LONGEST + 1)), 1)
        reader(Tokens("a b c d e f g h i"), remembered.MOST + 1)
    assert len(read) == 4


def test_what_is_forgotten_is_read_again() -> None:
    """A benchmark can measure reading and not memory."""
    reader, read = counted()
    reader(Tokens("Ships came late."), 1)
    reader.forget()
    reader(Tokens("Ships came late."), 1)
    assert len(read) == 2
