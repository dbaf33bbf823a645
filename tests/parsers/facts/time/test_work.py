"""Reading times takes work in proportion to the text, whatever is repeated in it, and never reads itself without end."""

from __future__ import annotations

import sys

import pytest

from tests.parsers.facts.time.reading import times

PATTERNS = (
    "three months ended ", "first Monday after ", "early in the ", "Tuesday of the ", "the end of the ", "last week of ",
    "night of the first ", "from the 16th to ", "fiscal 2020, ended ", "1800 to ", "the same period of ", "Easter past ",
    "10 to 12 weeks ", "half past ", "the last Sunday of the first week of ", "May Three ", "year-end ", "Monday to Friday ",
)  # fmt: skip


def calls(text: str) -> int:
    """How many Python functions are called to read a text."""
    counted = 0

    def count(_frame: object, event: str, _argument: object) -> None:
        nonlocal counted
        counted += event == "call"

    sys.setprofile(count)
    try:
        times(text)
    finally:
        sys.setprofile(None)
    return counted


@pytest.mark.parametrize("pattern", PATTERNS)
def test_four_times_the_text_is_four_times_the_work(pattern: str) -> None:
    """Parts of parts of periods are read to a fixed depth: work grows with the length and no faster."""
    short, long = (calls(pattern * (size // len(pattern))) for size in (5_000, 20_000))
    assert long <= 4.5 * short + 400
