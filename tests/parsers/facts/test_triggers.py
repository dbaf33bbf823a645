"""The places of words that extractors look for."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from parsers.facts import TRIGGERS, agreement, event, project, quotation, triggers
from parsers.facts.reading import reading
from tests.parsers.facts.test_golden_facts import article_of

WORDS = (
    "Said said told signed agreement Treaty visited visit plans build construction will has agreed ferry harbour . , Halden Ann Poole “ ”"
).split()


@settings(max_examples=100, deadline=None)
@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=40).map(" ".join))
def test_one_walk_for_all_finds_what_each_would_find(text: str) -> None:
    """Places found beforehand for all extractors, and those an extractor walks the article for, are the same."""
    bare = reading(*article_of(text, "2024-03-31"))
    known = triggers.found(bare, TRIGGERS)
    for module in (quotation, agreement, event, project):
        assert list(triggers.where(known, module.TRIGGERS)) == list(triggers.where(bare, module.TRIGGERS))
        assert list(module.extract(known)) == list(module.extract(bare))


def test_a_place_says_how_its_word_is_written() -> None:
    """A place is the offset in the body, the word as written, and the word in lower case."""
    bare = reading(*article_of("Ann Poole spoke. Signed and sealed, she SIGNED on.", "2024-03-31"))
    assert list(triggers.where(bare, frozenset({"signed"}))) == [(17, "Signed", "signed"), (40, "SIGNED", "signed")]


def test_words_that_nobody_looked_for_are_found_all_the_same() -> None:
    """A kind whose words are not among those of the one walk finds them by itself."""
    known = triggers.found(reading(*article_of("The ferry sank. Ferry owners agreed.", "2024-03-31")), TRIGGERS)
    assert [word for _, word, _ in triggers.where(known, frozenset({"ferry", "agreed"}))] == [
        "ferry",
        "Ferry",
        "agreed",
    ]
