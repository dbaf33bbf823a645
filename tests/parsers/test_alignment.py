"""Edits between raw and clean text: made, undone, composed, and offsets carried across."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parsers.alignment import Alignment, Edit, apply, compose, rebuild
from parsers.model import Repair

WORDS = st.text(alphabet="ab “”\n", max_size=3)


@st.composite
def edited(draw: st.DrawFn, raw: str | None = None) -> tuple[str, tuple[Edit, ...]]:
    """A text, and edits of it that are sorted, do not overlap and each change something."""
    text = draw(st.text(alphabet="xyz .", max_size=24)) if raw is None else raw
    places = sorted(draw(st.sets(st.integers(0, len(text)), max_size=8)))
    edits = []
    for start, end in zip(places[::2], places[1::2], strict=False):
        after = draw(WORDS)
        end = draw(st.sampled_from((start, end)))
        if text[start:end] != after:
            edits.append(Edit(start, end, after))
    return text, tuple(edits)


def repairs_of(raw: str, edits: tuple[Edit, ...]) -> tuple[Repair, ...]:
    """The repair rows that describe edits."""
    shift, rows = 0, []
    for e in edits:
        before = raw[e.start : e.end]
        rows.append(
            Repair(kind="word_join", raw_start=e.start, raw_end=e.end, before=before, after=e.after, start_char=e.start + shift)
        )  # fmt: skip
        shift += len(e.after) - len(before)
    return tuple(rows)


@given(edited())
def test_the_rows_give_the_raw_text_back(case: tuple[str, tuple[Edit, ...]]) -> None:
    """The clean text and its repair rows alone rebuild the raw text, whatever the order of the rows."""
    raw, edits = case
    rows = repairs_of(raw, edits)
    body = apply(raw, edits)
    assert rebuild(body, rows) == raw
    assert rebuild(body, reversed(rows)) == raw
    assert all(body[r.start_char :][: len(r.after)] == r.after for r in rows)


@given(edited())
def test_offsets_keep_their_order(case: tuple[str, tuple[Edit, ...]]) -> None:
    """Carried across, a later offset never comes before an earlier one, and none leaves the text."""
    raw, edits = case
    body, alignment = apply(raw, edits), Alignment(edits)
    there = [alignment.to_body(i) for i in range(len(raw) + 1)]
    back = [alignment.to_raw(i) for i in range(len(body) + 1)]
    ends = [alignment.to_raw_end(i) for i in range(len(body) + 1)]
    assert there == sorted(there)
    assert back == sorted(back)
    assert ends == sorted(ends)
    assert {*there} <= {*range(len(body) + 1)}
    assert {*back, *ends} <= {*range(len(raw) + 1)}


@given(edited())
def test_untouched_characters_come_back_where_they_were(case: tuple[str, tuple[Edit, ...]]) -> None:
    """A character that no edit touches is the same on both sides, and its offset makes the round trip."""
    raw, edits = case
    body, alignment = apply(raw, edits), Alignment(edits)
    for at in range(len(raw)):
        if not any(e.start <= at < e.end for e in edits):
            assert body[alignment.to_body(at)] == raw[at]
            assert alignment.to_raw(alignment.to_body(at)) == at
            assert alignment.span_to_raw(alignment.to_body(at), alignment.to_body(at) + 1) == (at, at + 1)


@given(edited())
def test_rows_and_edits_align_alike(case: tuple[str, tuple[Edit, ...]]) -> None:
    """The alignment of repair rows is that of the edits they describe; rows that change nothing change nothing."""
    raw, edits = case
    gap = Repair(kind="gap", raw_start=0, raw_end=0, before="", after="", start_char=0)
    ours, theirs = Alignment(edits), Alignment.of((gap, *reversed(repairs_of(raw, edits))))
    assert [ours.to_body(i) for i in range(len(raw) + 1)] == [theirs.to_body(i) for i in range(len(raw) + 1)]


@given(st.data())
def test_two_steps_compose_to_one(data: st.DataObject) -> None:
    """The composed rows lead from the body straight to the raw text, are in order, and show what was printed."""
    raw, one = data.draw(edited())
    between = apply(raw, one)
    _, two = data.draw(edited(between))
    body = apply(between, two)
    rows = compose(repairs_of(raw, one), repairs_of(between, two), between)
    assert rebuild(body, rows) == raw
    assert apply(raw, [Edit(r.raw_start, r.raw_end, r.after) for r in rows]) == body
    for row in rows:
        assert raw[row.raw_start : row.raw_end] == row.before
        assert body[row.start_char :][: len(row.after)] == row.after


def test_a_repair_inside_a_mended_run_keeps_the_rest_of_it() -> None:
    """An edit of a part of what was mended becomes one edit of the whole run, and loses none of its characters."""
    raw, between, body = "a â€œâ€˜b", "a “‘b", "a “b"
    mended = Repair(kind="charset", raw_start=2, raw_end=8, before="â€œâ€˜", after="“‘", start_char=2)
    dropped = Repair(kind="quote_space", raw_start=3, raw_end=4, before="‘", after="", start_char=3)
    (row,) = compose((mended,), (dropped,), between)
    assert (row.kind, row.before, row.after, row.start_char) == ("quote_space", "â€œâ€˜", "“", 2)
    assert rebuild(body, (row,)) == raw


def test_what_was_only_noted_stays_noted() -> None:
    """Rows that change nothing survive composition, even where an edit covers their characters."""
    lost = Repair(kind="charset", raw_start=1, raw_end=2, before="\ufffd", after="\ufffd", start_char=1)
    residue = Repair(kind="residue", raw_start=0, raw_end=3, before="a\ufffdb", after="", start_char=0)
    rows = compose((lost,), (residue,), "a\ufffdb")
    assert {r.kind for r in rows} == {"charset", "residue"}
    assert rebuild("", rows) == "a\ufffdb"


@pytest.mark.parametrize(
    "edits", [[Edit(2, 4, ""), Edit(3, 5, "")], [Edit(2, 1, "")], [Edit(3, 4, ""), Edit(0, 1, "")]]
)
def test_edits_out_of_order_are_refused(edits: list[Edit]) -> None:
    """Edits that overlap or go backwards are a mistake of the caller and raise."""
    with pytest.raises(ValueError, match="overlaps"):
        apply("abcdef", edits)
