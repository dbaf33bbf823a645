"""Quotation marks on a keyboard: which open, which close, which are apostrophes."""

from __future__ import annotations

import pytest

from parsers.repair.quotes import glued_quotes, opening_marks


@pytest.mark.parametrize(
    ("text", "opening"),
    [
        ('He said "no" and left.', [8]),
        ('He said "no"and left.', [8]),
        ('"One."Two spoke "three".', [0, 16]),
        ('"We won."Now we rest and "sleep" well.', [0, 25]),
        ('"We won."It was hard," she said.', [0, 8]),
    ],
)
def test_straight_marks_open_by_what_stands_around_them(text: str, opening: list[int]) -> None:
    """White space settles a mark, else the marks before and behind; a closing mark may be missing, an opening never."""
    assert sorted(opening_marks(text)) == opening


@pytest.mark.parametrize(
    ("text", "marks"),
    [
        ("in the 'minor'categories of the prize", {13: False}),
        ("of peer networks.'Systems like this", {17: True}),
        ("McDonald's and O'Neill's men don't mind", {}),
        ("the farmers' union of Xi'an", {}),
        ("a 'super size'portion isn't small", {13: False}),
    ],
)
def test_single_marks_are_quotes_only_where_they_are_no_apostrophes(text: str, marks: dict[int, bool]) -> None:
    """A mark with a letter behind it closes what is open, opens behind a full stop, and is an apostrophe elsewhere."""
    assert glued_quotes(text) == marks
