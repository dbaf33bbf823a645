"""The other end of a DuckLake mirror: DuckDB with the extensions, in the Python environment that has them.

It is run by path with that environment's Python, imports nothing of newsdesk, and executes what it reads: a JSON list of SQL
statements a line. It answers with a line each: `{"rows": […]}` of the last statement, or `{"error": "…"}`.
"""

from __future__ import annotations

import importlib.util
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import duckdb


def load(connection: duckdb.DuckDBPyConnection, name: str) -> None:
    """Load an extension from its wheel (duckdb-extension-NAME), or as DuckDB itself finds it."""
    wheel = importlib.util.find_spec(f"duckdb_extension_{name}")
    folders = wheel.submodule_search_locations if wheel else None
    for folder in folders or ():
        for file in Path(folder).rglob(f"{name}.duckdb_extension"):
            connection.execute(f"load '{file}'").fetchall()
            return
    connection.execute(f"load {name}").fetchall()


def main() -> None:
    """Load the extensions named as arguments, say so, and execute what comes."""
    try:
        import duckdb
    except ImportError as error:
        answer({"error": str(error)})
        return
    connection = duckdb.connect()
    try:
        for name in sys.argv[1:]:
            load(connection, name)
        connection.execute("set timezone = 'UTC'").fetchall()
        connection.execute("set enable_progress_bar = false").fetchall()
    except duckdb.Error as error:
        answer({"error": str(error)})
        return
    answer({"rows": [[duckdb.__version__]]})
    for line in sys.stdin:
        rows: list[tuple[object, ...]] = []
        try:
            for statement in json.loads(line):
                rows = connection.execute(statement).fetchall()
        except duckdb.Error as error:
            answer({"error": str(error)})
        else:
            answer({"rows": rows})


def answer(said: dict[str, object]) -> None:
    """One line for the process that started this one."""
    sys.stdout.write(json.dumps(said, default=str) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
