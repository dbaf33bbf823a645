"""The published file in the DuckDB clients that people have: the cookbook's queries give the same rows on 1.5 as here."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import Any

import duckdb
import pytest

from tests.cookbook import COOKBOOK, RECIPE, seeds
from tests.environments import Environment
from warehouse.database.place import Place

CLIENTS = ("1.5.5", "1.5.6")
QUERIES = [m["sql"] for m in RECIPE.finditer(COOKBOOK.read_text("utf-8"))]

ASK = """
import datetime, duckdb, json, sys
def plain(value):
    if isinstance(value, datetime.datetime):
        return value.isoformat()
    if isinstance(value, (list, tuple)):
        return [plain(each) for each in value]
    if isinstance(value, dict):
        return {key: plain(each) for key, each in value.items()}
    return repr(value)
connection = duckdb.connect(sys.argv[1], read_only=True)
connection.execute("set timezone = 'UTC'")
answers = {"version": duckdb.__version__}
for query in json.load(sys.stdin):
    try:
        answers[query] = plain(connection.execute(query).fetchall())
    except duckdb.Error as error:
        answers[query] = [f"{type(error).__name__}: {error}"]
json.dump(answers, sys.stdout)
"""

pytestmark = pytest.mark.timeout(900)


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Place:
    """The sample documents."""
    return seeds(tmp_path_factory.mktemp("clients"))


@pytest.fixture(scope="module")
def environment(tmp_path_factory: pytest.TempPathFactory) -> Environment:
    """An environment for the older clients, which are installed into it one after the other."""
    return Environment(tmp_path_factory.mktemp("client") / "environment")


@pytest.fixture(scope="module")
def everything(place: Place) -> list[str]:
    """The cookbook's queries, and every table and view for people whole."""
    with duckdb.connect(str(place.published), read_only=True) as connection:
        names = connection.execute(
            "select table_name from information_schema.tables where table_schema = 'main' order by 1"
        ).fetchall()
    return [*QUERIES, *(f'select * from "{name}" order by all' for (name,) in names)]


def asked(python: str, place: Place, queries: list[str]) -> dict[str, Any]:
    """Each query's rows as a client gives them."""
    done = subprocess.run(
        [python, "-P", "-c", ASK, str(place.published)],
        input=json.dumps(queries), capture_output=True, text=True, check=True,
    )  # fmt: skip
    answers: dict[str, Any] = json.loads(done.stdout)
    return answers


@pytest.fixture(scope="module")
def ours(place: Place, everything: list[str]) -> dict[str, Any]:
    """The answers of the DuckDB that newsdesk runs with."""

    return asked(sys.executable, place, everything)


@pytest.mark.parametrize("version", CLIENTS)
def test_a_1_5_client_gives_the_same_answers(
    version: str, environment: Environment, place: Place, everything: list[str], ours: dict[str, Any]
) -> None:
    """Every query of the cookbook and every view, row by row."""
    environment.install(f"duckdb=={version}", "pytz")
    theirs = asked(environment.python, place, everything)
    assert theirs.pop("version") == version
    different = {query: (rows[:2], ours[query][:2]) for query, rows in theirs.items() if rows != ours[query]}
    assert different == {}


def test_no_view_has_an_interval(place: Place) -> None:
    """Polars cannot read INTERVAL; a length of time is a number whose unit the comment says."""
    with duckdb.connect(str(place.published), read_only=True) as connection:
        found = connection.execute(
            "select table_name, column_name from duckdb_columns() where data_type ilike '%interval%' and not internal"
        ).fetchall()
    assert found == []
