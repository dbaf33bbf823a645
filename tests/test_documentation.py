"""Whatever people can call or ask is documented."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from flows.cli import VERBS, command_line
from tests.filing import file_texts
from warehouse.asking.query import Column, catalogue, questions, relations
from warehouse.database.place import Place
from warehouse.database.store import Warehouse

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def warehouse(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Warehouse]:
    """An almost empty desk."""
    place = Place.at(tmp_path_factory.mktemp("documentation") / "desk.duckdb")
    file_texts(
        place, {"a.txt": "Nothing happened\n\n" + "Nothing happened in the town on Monday, the mayor said. " * 8}
    )
    with questions(place) as opened:
        yield opened


def test_every_table_and_view_says_what_it_holds(warehouse: Warehouse) -> None:
    """Every table and view carries a comment."""
    assert [name for name, _, holds in relations(warehouse) if not holds.strip()] == []


def test_every_column_says_what_it_means(warehouse: Warehouse) -> None:
    """Every column of every table and view carries a comment."""
    bare: list[Column] = [c for c in catalogue(warehouse) if not (c.comment or "").strip()]
    assert [f"{c.relation}.{c.name}" for c in bare] == []


def test_every_macro_says_what_it_does(warehouse: Warehouse) -> None:
    """Every macro of ours carries a comment."""
    rows = warehouse.connection.execute(
        "select function_name from duckdb_functions() where not internal and coalesce(comment, '') = ''"
    ).fetchall()
    assert rows == []


@pytest.mark.parametrize("verb", VERBS)
def test_every_verb_is_documented(verb: str) -> None:
    """Every verb has its part in docs/cli.md with an example."""
    text = (ROOT / "docs" / "cli.md").read_text("utf-8")
    assert f"\n## newsdesk {verb}\n" in text
    part = text.split(f"\n## newsdesk {verb}\n")[1].split("\n## ")[0]
    assert f"newsdesk {verb}" in part.split("```")[1]


@pytest.mark.parametrize("verb", VERBS)
def test_every_verb_has_help(verb: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Every verb prints help that says more than its line in the list; leaf verbs give an example."""
    words = [verb, "--help"]
    command_line(words)(words, result_action="return_value", exit_on_error=False)
    printed = capsys.readouterr().out
    assert f"newsdesk {verb}" in printed
    assert "Example:" in printed or "Commands" in printed
