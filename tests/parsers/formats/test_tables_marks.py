"""Apostrophes before formulas in CSV: those of our own export are taken away, those of others stay."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from parsers.formulas import marked, unmarked

CELLS = st.text(st.sampled_from("'=+-@\t\r\n \xa0＝ax1"))


@given(st.one_of(CELLS, st.text()))
def test_a_marked_cell_comes_back(cell: str) -> None:
    """Whatever a cell holds, also marks and apostrophes of its own."""
    assert unmarked(marked(cell)) == cell


@given(CELLS)
def test_a_marked_cell_begins_with_nothing_that_is_computed(cell: str) -> None:
    """After the spaces that spreadsheets trim there is a letter, a figure or an apostrophe."""
    assert marked(cell).lstrip(" \xa0")[:1] not in tuple("=+-@\t\r\n＝＋－＠")
