"""A desk, a PostgreSQL server and an environment with DuckLake, each made once; a mirror of each kind."""

from __future__ import annotations

import asyncio
import os
import shutil
from collections.abc import Iterator
from itertools import count
from pathlib import Path

import asyncpg
import pytest

from tests.environments import Environment
from tests.filing import file_texts
from tests.servers.postgres import postgres_server
from tests.warehouse.filing.test_forgetting import TEXTS
from tests.warehouse.mirrors import copies
from warehouse.database.place import Place
from warehouse.mirrors import ducklake

WHEELS = ("duckdb==1.5.5", "duckdb-extension-ducklake==1.5.5", "duckdb-extension-postgres-scanner==1.5.5")

_numbers = count()


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a PostgreSQL server; skipped where PostgreSQL is not installed."""
    with postgres_server(tmp_path_factory.mktemp("postgres")) as address:
        yield address


@pytest.fixture
def database(server: str) -> str:
    """The address of a new database."""
    name = f"desk{next(_numbers)}"

    async def made() -> None:
        connection = await asyncpg.connect(f"{server}/postgres")
        await connection.execute(f"create database {name}")
        await connection.close()

    asyncio.run(made())
    return f"{server}/{name}"


@pytest.fixture(scope="session")
def lake_python(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The Python of an environment with DuckLake: the one that is set, or a new one; skipped where no package can be had."""
    if named := os.environ.get(ducklake.PYTHON):
        return named
    environment = Environment(tmp_path_factory.mktemp("lake") / "environment")
    environment.install(*WHEELS)
    return environment.python


@pytest.fixture
def lake(lake_python: str, monkeypatch: pytest.MonkeyPatch) -> str:
    """The same, set for newsdesk."""
    monkeypatch.setenv(ducklake.PYTHON, lake_python)
    return lake_python


@pytest.fixture(scope="session")
def filed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a desk of five articles, to be copied."""
    folder = tmp_path_factory.mktemp("filed")
    file_texts(Place.at(folder / "desk.duckdb"), TEXTS)
    return folder


@pytest.fixture
def place(filed: Path, tmp_path: Path) -> Place:
    """A desk of one's own."""
    shutil.copytree(filed, tmp_path / "own")
    return Place.at(tmp_path / "own" / "desk.duckdb")


LAKES = ("ducklake", "ducklake on postgres")
"""Kinds of mirror that a process of their own writes: each run takes seconds, so all but one test of them are trials."""


@pytest.fixture(
    params=["sqlite", "parquet", "postgres", *(pytest.param(kind, marks=pytest.mark.trial) for kind in LAKES)]
)
def copy(request: pytest.FixtureRequest, tmp_path: Path) -> copies.Copy:
    """A mirror that is not there yet, of each kind."""
    match request.param:
        case "sqlite":
            return copies.sqlite(tmp_path)
        case "parquet":
            return copies.parquet(tmp_path)
        case "postgres":
            return copies.postgres(request.getfixturevalue("database"))
        case "ducklake":
            return copies.ducklake(request.getfixturevalue("lake"), str(tmp_path / "desk.ducklake"), None)
    address = request.getfixturevalue("database")
    return copies.ducklake(request.getfixturevalue("lake"), address, str(tmp_path / "lake"))
