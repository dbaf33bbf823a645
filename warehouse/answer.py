"""Questions of people, answered from the published file: nothing they ask can write, reach other files, or wait."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import duckdb

from parsers.errors import QuestionError
from warehouse.place import Place
from warehouse.store import Warehouse, reading

CHUNK = 1_000

NUMBERS = ("TINYINT", "SMALLINT", "INTEGER", "BIGINT", "HUGEINT", "UTINYINT", "USMALLINT", "UINTEGER", "UBIGINT",
           "UHUGEINT", "FLOAT", "DOUBLE", "DECIMAL")  # fmt: skip


@dataclass(frozen=True, slots=True)
class Answer:
    """The columns of a result and its rows, which are read as they are taken."""

    names: tuple[str, ...]
    types: tuple[str, ...]
    rows: Iterator[tuple[Any, ...]]

    @property
    def numbers(self) -> tuple[str, ...]:
        """The columns that hold numbers."""
        return tuple(n for n, t in zip(self.names, self.types, strict=True) if t.startswith(NUMBERS))


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A column of the catalogue."""

    relation: str
    kind: str
    name: str
    type: str
    comment: str | None


def questions(place: Place, *, output: Path | None = None) -> Warehouse:
    """The published database for questions: read-only, without access to other files, but for the one at `output`."""
    warehouse = reading(place)
    run = warehouse.connection.execute
    run("set python_enable_replacements = false").fetchall()  # else a name in a query may mean a variable of ours
    if output is not None:
        run("set allowed_paths = [?]", [str(output)]).fetchall()
    run("set enable_external_access = false").fetchall()  # DuckDB does not let a query set it back
    return warehouse


def ask(warehouse: Warehouse, query: str, parameters: Sequence[object] = ()) -> Answer:
    """Answer a query; of several statements, the last one's answer. Raises QuestionError, also while rows are read."""
    try:
        found = warehouse.connection.execute(query, list(parameters))
        columns = found.description or []
    except duckdb.Error as error:
        raise QuestionError(str(error)) from error
    return Answer(tuple(str(c[0]) for c in columns), tuple(str(c[1]) for c in columns), _rows(found))


def _rows(found: duckdb.DuckDBPyConnection) -> Iterator[tuple[Any, ...]]:
    try:
        while chunk := found.fetchmany(CHUNK):
            yield from chunk
    except duckdb.Error as error:
        raise QuestionError(str(error)) from error


def to_parquet(warehouse: Warehouse, query: str, target: Path) -> None:
    """Write the answer to a query as a Parquet file; the warehouse was opened with this `output`."""
    try:
        found = warehouse.connection.sql(query.strip().removesuffix(";"))
        if found is None:
            raise QuestionError("this is no question: it has no rows to write")
        found.write_parquet(str(target), compression="zstd")
    except duckdb.Error as error:
        raise QuestionError(str(error)) from error


def statements(text: str) -> tuple[str, ...]:
    """The statements of a text, each by itself. Raises QuestionError when one is no SQL."""
    try:
        return tuple(s.query for s in duckdb.extract_statements(text))
    except duckdb.Error as error:
        raise QuestionError(str(error)) from error


def catalogue(warehouse: Warehouse) -> tuple[Column, ...]:
    """Every column of every table and view, tables first."""
    return tuple(Column(relation=r, kind=k, name=n, type=t, comment=c) for r, k, n, t, c in warehouse.rows("catalogue"))


def relations(warehouse: Warehouse) -> tuple[tuple[str, str, str], ...]:
    """Every table and view: name, `table` or `view`, and what it holds."""
    return tuple(warehouse.rows("relations"))


def completions(warehouse: Warehouse) -> tuple[str, ...]:
    """Words a query may be made of, beside tables and columns: keywords, functions, our macros."""
    return tuple(row[0] for row in warehouse.rows("completions"))
