"""Laws that hold for every text: edits can be undone, and clean text is left alone."""

from __future__ import annotations

from hypothesis import example, given, settings
from hypothesis import strategies as st

from parsers.alignment import Alignment, rebuild
from parsers.known import Vocabulary
from parsers.model import Copy, Fields, Mark
from parsers.repair import clean

WORDS = [
    "the",
    "of",
    "and",
    "trade",
    "investment",
    "Baku",
    "minister",
    "said",
    "port",
    "ship.",
    "3",
    "Q1",
    "“We",
    "growth,which",
    "forthe",
    "2022,the",
    "toBaku",
    "end.The",
]
SPACES = [" ", " ", " ", "", "\n", "\n\n", "\n \n\n", "  "]
LANGUAGE = st.sampled_from(["en", "de", None])

texts = st.one_of(
    st.text(max_size=300),
    st.lists(st.tuples(st.sampled_from(WORDS), st.sampled_from(SPACES)), max_size=80).map(
        lambda ws: "".join(w + s for w, s in ws)
    ),
)


def copy_of(text: str) -> Copy:
    """A plain text copy."""
    return Copy(text=text, media_type="text/plain", charset="utf-8")


@given(texts, LANGUAGE)
@settings(max_examples=200, deadline=None)
def test_raw_text_can_be_rebuilt(text: str, language: str | None) -> None:
    """From the body and the repair rows alone the decoded raw text comes back, character by character."""
    cleaned = clean(copy_of(text), Fields(in_language=language), Vocabulary())
    assert rebuild(cleaned.body, cleaned.repairs) == text


@given(texts, st.lists(st.tuples(st.integers(0, 80), st.integers(0, 80)), max_size=4))
@example("It was never so", [(7, 8), (8, 12)])
@settings(max_examples=200, deadline=None)
def test_raw_text_can_be_rebuilt_around_residue(text: str, spans: list[tuple[int, int]]) -> None:
    """Cut residue comes back too, whatever it touches."""
    marks = tuple(
        Mark(kind="residue", raw_start=min(s), raw_end=max(s), rule="test") for s in spans if max(s) <= len(text)
    )
    cleaned = clean(copy_of(text), Fields(in_language="en", marks=marks), Vocabulary())
    assert rebuild(cleaned.body, cleaned.repairs) == text


@given(texts, LANGUAGE)
@example("0 0 0 0 0 0.A!a\n\n0\n\na 0 0", "en")
@settings(max_examples=200, deadline=None)
def test_clean_twice_is_clean_once(text: str, language: str | None) -> None:
    """What comes out of the repair goes through it untouched."""
    once = clean(copy_of(text), Fields(in_language=language), Vocabulary()).body
    assert clean(copy_of(once), Fields(in_language=language), Vocabulary()).body == once


@given(texts)
@settings(max_examples=100, deadline=None)
def test_rows_describe_their_edits(text: str) -> None:
    """Every row's raw range holds `before`, and the body at its place holds `after`."""
    cleaned = clean(copy_of(text), Fields(in_language="en"), Vocabulary())
    for row in cleaned.repairs:
        assert text[row.raw_start : row.raw_end] == row.before
        if row.before != row.after:
            assert cleaned.body[row.start_char : row.start_char + len(row.after)] == row.after
        assert 0 <= row.score <= 1


@given(texts)
@settings(max_examples=100, deadline=None)
def test_only_white_space_changes_without_residue(text: str) -> None:
    """Nothing is written into a text but white space, and nothing but white space and line-end hyphens leaves it."""
    done = clean(copy_of(text), Fields(in_language="en"), Vocabulary())
    kept, at = "", 0
    for row in done.repairs:
        if row.kind == "residue":  # a page's number inside a sentence
            kept, at = kept + text[at : row.raw_start], row.raw_end
    kept += text[at:]
    assert "".join(done.body.split()).replace("-", "") == "".join(kept.split()).replace("-", "")


@given(texts)
@settings(max_examples=100, deadline=None)
def test_offsets_go_to_the_body_and_back(text: str) -> None:
    """A body character's raw offset leads back to it, unless an edit wrote it."""
    cleaned = clean(copy_of(text), Fields(in_language="en"), Vocabulary())
    across = Alignment.of(cleaned.repairs)
    written = {
        i for r in cleaned.repairs if r.before != r.after for i in range(r.start_char, r.start_char + len(r.after))
    }
    for at in range(len(cleaned.body)):
        if at not in written:
            assert text[across.to_raw(at)] == cleaned.body[at]
            assert across.to_body(across.to_raw(at)) == at
