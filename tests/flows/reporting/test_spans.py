"""Texts cut at the borders of what is marked in them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flows.reporting.spans import Deleted, Mark, edits, pieces
from parsers.alignment import rebuild
from parsers.model import Repair
from tests.cookbook import seeds
from warehouse.asking.article_page import page
from warehouse.database.store import reading


@given(st.text(max_size=40), st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40)), max_size=6))
def test_nothing_is_lost(body: str, spans: list[tuple[int, int]]) -> None:
    """The pieces put together are the text, and every piece is wholly inside or outside of each mark."""
    marks = [Mark(min(s), min(max(s), len(body)), "x", str(i)) for i, s in enumerate(spans)]
    at = 0
    for piece in pieces(body, 0, len(body), marks):
        assert body[at : at + len(piece.text)] == piece.text
        covering = {m.note for m in marks if m.start <= at and at + len(piece.text) <= m.end and m.start < m.end}
        assert not piece.text or {m.note for m in piece.marks} == covering
        at += len(piece.text)
    assert at == len(body)


def test_deletions_stand_where_they_were() -> None:
    """What was removed is shown at its place, also at the ends."""
    cut = pieces("ab", 0, 2, [], [Deleted(0, "x"), Deleted(1, "y"), Deleted(2, "z")])
    assert [(p.text, p.deleted) for p in cut] == [("x", True), ("a", False), ("y", True), ("b", False), ("z", True)]


def test_an_edit_marks_only_what_it_changed() -> None:
    """Characters that an edit left as they were are not marked."""
    marks, gone = edits(
        [Repair(kind="word_join", raw_start=0, raw_end=6, before="of2021", after="of 2021", start_char=0)]
    )
    assert [(m.start, m.end) for m in marks] == [(2, 3)]
    assert gone == []


def test_a_gap_says_how_much_is_missing() -> None:
    """The mark of a gap names the least and the most letters that may be lost there."""
    gap = Repair(
        kind="gap", raw_start=4, raw_end=5, before=" ", after=" ", start_char=4, score=0.75, rule="wrap-67", min_missing=5,
        max_missing=12,
    )  # fmt: skip
    (mark,), _ = edits([gap])
    assert (mark.label, mark.note) == ("gap", "5 to 12 letters missing (wrap-67, 0.75)")


def test_the_diff_holds_the_raw_text(tmp_path_factory: pytest.TempPathFactory) -> None:
    """In every sample document, the marked text without insertions is exactly what was printed."""
    with reading(seeds(tmp_path_factory.mktemp("marking"))) as warehouse:
        ids = [row[0] for row in warehouse.connection.execute("select article_id from article").fetchall()]
        for article_id in ids:
            found = page(warehouse, article_id)
            body = found.article.article_body
            cut = pieces(body, 0, len(body), *edits(found.repairs))
            printed = "".join(p.text for p in cut if p.deleted or all(m.label != "inserted" for m in p.marks))
            assert printed == rebuild(body, found.repairs), found.article.headline
