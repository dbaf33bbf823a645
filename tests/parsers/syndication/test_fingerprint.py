"""A fingerprint survives what newspapers do to a text, and tells texts apart."""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from parsers.syndication import fingerprint
from parsers.syndication.letters import letters

STORY = (
    "The harbour board of Port Elin approved a plan on Tuesday to dredge the northern channel, ending four years of "
    "argument over who would pay. Work is to begin in May and should take nineteen weeks, its chairwoman said. "
    "Two of the seven members voted against, citing the cost of 41.5 million crowns and the herring season."
)


def folded(text: str) -> str:
    return "".join(map(chr, letters(text)[0].tolist()))


def test_letters_drop_what_layout_and_typing_change() -> None:
    """Case, accents, quotation marks, dashes, ligatures and spaces do not count."""
    assert folded("“Crème brûlée” – ﬁne, STRASSE\n") == folded('"creme brulee" - fine, straße')


@settings(deadline=None)
@given(st.text())
def test_every_letter_knows_where_it_comes_from(text: str) -> None:
    """A letter's offset points at the character that gives it, whatever the text."""
    codes, offsets = letters(text)
    assert len(codes) == len(offsets)
    assert folded(text) == "".join(folded(text[i]) for i in dict.fromkeys(offsets.tolist()))


def test_words_run_together_change_nothing() -> None:
    """A wrap that lost its spaces leaves the fingerprint exactly as it was."""
    glued = STORY.replace(" on ", "on ").replace(" the ", "the ").replace(". ", ".\n\n")
    assert fingerprint(glued).exact == fingerprint(STORY).exact
    assert np.array_equal(fingerprint(glued).hashes, fingerprint(STORY).hashes)


def test_a_truncated_text_is_contained_in_the_whole() -> None:
    """Nearly all sampled shingles of a part stand in the whole text's sample."""
    part, whole = fingerprint(STORY[:200]).hashes, fingerprint(STORY).hashes
    assert np.isin(part, whole).mean() > 0.9


@settings(deadline=None)
@given(st.text(max_size=400))
def test_any_text_has_a_fingerprint(text: str) -> None:
    """Hashes are sorted and distinct for any text, and equal texts give equal fingerprints."""
    one, two = fingerprint(text), fingerprint(text)
    assert np.all(one.hashes[1:] > one.hashes[:-1])
    assert (one.exact, one.numbers) == (two.exact, two.numbers)
