"""Quotation marks on a keyboard: which open, which close, which are apostrophes."""

from __future__ import annotations

import pytest

from parsers.repair.quotes import double_marks, glued_quotes, straight_marks


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
    assert sorted(straight_marks(text).opening) == opening


@pytest.mark.parametrize(
    ("text", "opening"),
    [
        ("He said ''no'' and left.", [8]),
        ("a ''great harbour''to see", [2]),
        ("She said,''We won.''", [9]),
        ("It was\"good\" and ''better''", [6, 17]),
    ],
)
def test_two_single_marks_are_one_double_mark(text: str, opening: list[int]) -> None:
    """Marks typed as two apostrophes open and close as any other, at their own offsets."""
    assert sorted(double_marks(text).opening) == opening


@pytest.mark.parametrize(
    ("text", "doubtful"),
    [
        ('"Once more," she said. "Stop.It is late."Roberts left."Nobody came. "So be it."', 2),
        ('"Go."It is late. "Stop. "It is late."', 1),
        ('"Go."We are late. "Stop. "It is late."', 0),
        ('"Go," he said."It is late. "Stop. "It is late."', 0),
    ],
)
def test_a_mark_between_two_that_open_may_do_either(text: str, doubtful: int) -> None:
    """Where closing marks are left out nobody can tell, but that `We` speaks and that a closed speech opens again."""
    assert len(straight_marks(text).doubtful) == doubtful


@pytest.mark.parametrize(
    ("text", "marks"),
    [
        ("in the 'minor'categories of the prize", {13: False}),
        ("of peer networks.'Systems like this", {17: True}),
        ("McDonald's and O'Neill's men don't mind", {}),
        ("the farmers' union of Xi'an", {}),
        ("a 'super size'portion isn't small", {13: False}),
        ("the farmers' choice was his'silence' on it", {27: True}),
        ("nobody came.’We left", {12: False}),
    ],
)
def test_single_marks_are_quotes_only_where_they_are_no_apostrophes(text: str, marks: dict[int, bool]) -> None:
    """A mark with a letter behind it closes what is open, opens behind a full stop, and is an apostrophe elsewhere."""
    assert glued_quotes(text) == marks
