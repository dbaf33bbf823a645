"""A fingerprint survives what newspapers do to a text, and tells texts apart."""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from parsers.syndication import fingerprint
from parsers.syndication.letters import codes_of, letters
from parsers.syndication.shingles import SHINGLE, shingle_hashes

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
    assert (one.exact, one.numbers.tolist()) == (two.exact, two.numbers.tolist())


@settings(deadline=None)
@given(st.text())
def test_letters_without_offsets_are_the_same(text: str) -> None:
    """Whether offsets are asked for or not, the letters are the same."""
    codes = letters(text)[0]
    assert (codes_of(text).dtype, codes_of(text).tolist()) == (codes.dtype, codes.tolist())


def test_hashes_do_not_depend_on_how_letters_are_kept() -> None:
    """A stretch in a text of ASCII letters alone has the same hash as in one with others."""
    codes = codes_of(STORY)
    assert codes.dtype == np.uint8
    assert np.array_equal(shingle_hashes(codes), shingle_hashes(codes.astype(np.uint32)))
    russian = shingle_hashes(codes_of("Портовый совет. " + STORY))
    assert np.array_equal(russian[-len(codes) + SHINGLE - 1 :], shingle_hashes(codes))


def test_figures_know_their_digits_and_places() -> None:
    """Each run of digits is a figure, however long; leading zeros count, and digits after the fifteenth do not."""
    rows = fingerprint("from 07 to 7 and on to 12345678901234567890 at last").numbers
    assert rows[:, 2].tolist() == [107, 17, 1123456789012345]
    assert fingerprint("no figure here").numbers.shape == (0, 3)
