"""The kinds of mirrors for tests: how each is opened, and how another program reads it."""

from __future__ import annotations

import asyncio
import json
import sqlite3
import subprocess
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import asyncpg
import duckdb

from warehouse.mirrors.kinds import Kind, opener
from warehouse.mirrors.targets import Opened

LAKE = """
import json, sys
sys.path.insert(0, sys.argv[3])
import duckdb, ducklake_worker
connection = duckdb.connect()
for name in ("ducklake", "postgres_scanner"):
    ducklake_worker.load(connection, name)
connection.execute(f"attach '{sys.argv[1]}' as lake")
connection.execute("use lake.newsdesk")
print(json.dumps(connection.execute(sys.argv[2]).fetchall(), default=str))
"""
WORKERS = Path(__file__).parents[3] / "warehouse" / "mirrors"

Row = tuple[Any, ...]


@dataclass(frozen=True)
class Copy:
    """A mirror: what newsdesk is given, and how another program answers a query (rows) or executes a statement in it."""

    kind: Kind
    target: str
    files: str | None
    ask: Callable[[str], list[Row]]

    def opened(self) -> Opened:
        """As `newsdesk export --to` opens it."""
        return opener(self.kind, self.target, self.files)


def sqlite(folder: Path) -> Copy:
    """A SQLite file, read by Python's own library."""
    path = folder / "desk.sqlite"

    def ask(query: str) -> list[Row]:
        with closing(sqlite3.connect(path, isolation_level=None)) as connection:
            return connection.execute(query).fetchall()

    return Copy("sqlite", str(path), None, ask)


def parquet(folder: Path) -> Copy:
    """A folder of Parquet files, read by DuckDB."""
    path = folder / "parquet"

    def ask(query: str) -> list[Row]:
        with duckdb.connect() as connection:
            for each in path.iterdir():
                if each.is_dir():
                    connection.execute(
                        f"create view {each.name} as from read_parquet('{each}/**/*.parquet', hive_partitioning = true)"
                    ).fetchall()
            return connection.execute(query).fetchall()

    return Copy("parquet", str(path), None, ask)


def postgres(address: str) -> Copy:
    """A database of a PostgreSQL server."""

    def ask(query: str) -> list[Row]:
        async def asked() -> list[Row]:
            connection = await asyncpg.connect(address)
            try:
                await connection.execute("set search_path = newsdesk")
                return [tuple(row) for row in await connection.fetch(query)]
            finally:
                await connection.close()

        return asyncio.run(asked())

    return Copy("postgres", address, None, ask)


def ducklake(python: str, catalogue: str, files: str | None) -> Copy:
    """A DuckLake, read by DuckDB 1.5 with its extensions."""
    address = f"ducklake:postgres:{catalogue}" if catalogue.startswith("postgres") else f"ducklake:{catalogue}"

    def ask(query: str) -> list[Row]:
        done = subprocess.run(
            [python, "-c", LAKE, address, query, str(WORKERS)], capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, done.stderr
        return [tuple(row) for row in json.loads(done.stdout)]

    return Copy("ducklake", catalogue, files, ask)
