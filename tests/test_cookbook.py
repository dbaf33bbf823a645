"""The SQL cookbook: every query runs on the sample documents, and shows what it says it shows."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.cookbook import COOKBOOK, RECIPE, WATCHES, answer, seeds
from warehouse.asking.query import questions
from warehouse.database.store import Warehouse

RECIPES = [m.groupdict() for m in RECIPE.finditer(COOKBOOK.read_text("utf-8"))]


@pytest.fixture(scope="module")
def warehouse(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Warehouse]:
    """The sample documents, opened as an analyst would."""
    with questions(seeds(tmp_path_factory.mktemp("cookbook"), WATCHES)) as opened:
        yield opened


def test_there_are_twenty_questions() -> None:
    """The cookbook answers at least twenty questions."""
    assert len(RECIPES) >= 20


@pytest.mark.parametrize("recipe", RECIPES, ids=lambda r: r["sql"].split("\n")[0][:60])
def test_recipe(warehouse: Warehouse, recipe: dict[str, str]) -> None:
    """A query of the cookbook has an answer, with the columns that are shown (python -m tests.cookbook renews them)."""
    lines = answer(warehouse, recipe["sql"]).splitlines()
    assert len(lines) > 1
    assert lines[0].split() == recipe["answer"].splitlines()[0].split()
