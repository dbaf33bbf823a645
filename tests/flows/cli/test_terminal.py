"""How tables look on terminals of different widths."""

from __future__ import annotations

import io

import pytest
from rich.console import Console

from flows.cli import terminal

NAMES = ("article_id", "headline", "words")
ROWS = (
    ("c58959a6e2b7b1cb3f92", "Bridge over the Larks opens after nine years of building", 227),
    ("abcf03a3", None, 3),
)


def drawn(
    monkeypatch: pytest.MonkeyPatch, width: int, names: tuple[str, ...], rows: tuple[tuple[object, ...], ...]
) -> list[str]:
    """The lines of a table on a terminal of a width."""
    out = Console(width=width, file=io.StringIO(), highlight=False)
    monkeypatch.setattr(terminal, "console", lambda: out)
    out.print(terminal.table(names, rows, right=("words",)))
    lines = out.file.getvalue().splitlines()  # type: ignore[attr-defined]
    assert all(len(line) <= width for line in lines)
    return [line.rstrip() for line in lines]


def test_a_table_that_fits_is_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where there is room, nothing is cut."""
    head, first, _ = drawn(monkeypatch, 120, NAMES, ROWS)
    assert head.split() == list(NAMES)
    assert first == "c58959a6e2b7b1cb3f92  Bridge over the Larks opens after nine years of building    227"


def test_wide_columns_make_room_for_narrow_ones(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where there is little room, the widest columns are cut and the others stand."""
    head, first, _ = drawn(monkeypatch, 60, NAMES, ROWS)
    assert head.split() == list(NAMES)
    assert first == "c58959a6e2b7b1cb3f92  Bridge over the Larks opens af…    227"


def test_a_table_of_too_many_columns_is_told_line_by_line(monkeypatch: pytest.MonkeyPatch) -> None:
    """No column ever vanishes: where they do not fit, each value has a line beside its name."""
    names = tuple(f"a_long_name_{n}" for n in range(12))
    rows = (tuple(f"value {n} of a row" for n in range(12)), tuple(range(12)))
    lines = drawn(monkeypatch, 80, names, rows)
    assert lines[0] == "── 1"
    assert lines[12] == "a_long_name_11  value 11 of a row"
    assert lines[13] == "── 2"
    assert lines[-1] == "a_long_name_11  11"


@pytest.mark.parametrize("width", [20, 40, 79])
def test_wide_letters_count_double(monkeypatch: pytest.MonkeyPatch, width: int) -> None:
    """Letters that take two cells, and a terminal of any width, break nothing."""
    assert drawn(monkeypatch, width, ("名前", "n"), (("北京" * 20, 1), ("", None)))


def test_a_table_without_rows(monkeypatch: pytest.MonkeyPatch) -> None:
    """An answer without rows still says what its columns are."""
    assert drawn(monkeypatch, 80, NAMES, ()) == ["article_id  headline  words"]
