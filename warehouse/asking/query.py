"""Questions of people, answered from the published file: nothing they ask can write, reach other files, or wait."""

from __future__ import annotations

import re
import signal
import threading
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import duckdb

from parsers.errors import NewsdeskError, QuestionError
from warehouse.asking import attached
from warehouse.database.damage import explained
from warehouse.database.place import Place
from warehouse.database.store import Warehouse, reading

CHUNK = 1_000

NUMBERS = ("TINYINT", "SMALLINT", "INTEGER", "BIGINT", "HUGEINT", "UTINYINT", "USMALLINT", "UINTEGER", "UBIGINT",
           "UHUGEINT", "FLOAT", "DOUBLE", "DECIMAL")  # fmt: skip


CLOSED = re.compile(r"'[^']*'|\"[^\"]*\"|--[^\n]*|/\*.*?\*/|(\$\w*\$).*?\1", re.DOTALL)
OPEN = re.compile(r"['\"]|/\*|\$\w*\$")
"""Complete strings, names and comments, and how they begin."""


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
    """The published database for questions, with the months that are attached to it: read-only, without access to other
    files, but for the one at `output`."""
    if folders := attached.folders(place):
        return attached.opened(place, folders, output)
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
        if isinstance(warehouse, attached.Attached):
            attached.check_reads(query)
        with _stoppable(warehouse.connection):
            found = warehouse.connection.execute(query, list(parameters))
        columns = found.description or []
        if [c[0] for c in columns] == ["Success"]:  # a setting, a pragma: done, and nothing to show
            columns = []
    except duckdb.Error as error:
        raise _told(warehouse, error) from error
    return Answer(_distinct([str(c[0]) for c in columns]), tuple(str(c[1]) for c in columns), _rows(warehouse, found))


def _told(warehouse: Warehouse, error: duckdb.Error) -> NewsdeskError:
    """What to say about an error: which file is damaged and what to do, or the database's own words."""
    return explained(error, warehouse.place, warehouse.path) or QuestionError(str(error))


def _distinct(names: Sequence[str]) -> tuple[str, ...]:
    """Names of columns, each once, as DuckDB writes them to files: of two joined tables `id` and `id_1`."""
    given: list[str] = []
    for name in names:
        free = (f"{name}_{n}" if n else name for n in range(len(names)))
        given.append(next(n for n in free if n not in given))
    return tuple(given)


def _rows(warehouse: Warehouse, found: duckdb.DuckDBPyConnection) -> Iterator[tuple[Any, ...]]:
    try:
        while chunk := _chunk(found):
            yield from chunk
    except duckdb.Error as error:
        raise _told(warehouse, error) from error


def _chunk(found: duckdb.DuckDBPyConnection) -> list[tuple[Any, ...]]:
    with _stoppable(found):
        return found.fetchmany(CHUNK)


@contextmanager
def _stoppable(connection: duckdb.DuckDBPyConnection) -> Iterator[None]:
    """Ctrl-C ends the query as KeyboardInterrupt; left to itself DuckDB would first run it to its end."""
    if threading.current_thread() is not threading.main_thread():  # no other may say what a signal does
        yield
        return
    before = signal.signal(signal.SIGINT, lambda *_: connection.interrupt())
    try:
        yield
    except duckdb.InterruptException:
        raise KeyboardInterrupt from None
    finally:
        signal.signal(signal.SIGINT, before)


def to_parquet(warehouse: Warehouse, query: str, target: Path) -> None:
    """Write the answer to a query as a Parquet file; the warehouse was opened with this `output`."""
    try:
        found = warehouse.connection.sql(query.strip().removesuffix(";"))
        if found is None:
            raise QuestionError("this statement returns no rows to write")
        with _stoppable(warehouse.connection):
            found.write_parquet(str(target), compression="zstd")
    except duckdb.Error as error:
        raise _told(warehouse, error) from error


def to_arrow(warehouse: Warehouse, query: str, parameters: Mapping[str, object] | None = None) -> Any:  # noqa: ANN401 - pyarrow has no types
    """The answer to a query as a pyarrow.Table; `parameters` by name. Raises QuestionError."""
    try:
        if isinstance(warehouse, attached.Attached):
            attached.check_reads(query)
        with _stoppable(warehouse.connection):
            found = warehouse.connection.sql(query, params=dict(parameters) if parameters else None)
        if found is None:
            raise QuestionError("this statement returns no rows")
        with _stoppable(warehouse.connection):
            return found.to_arrow_table()
    except duckdb.Error as error:
        raise _told(warehouse, error) from error


def statements(text: str) -> tuple[str, ...]:
    """The statements of a text, each by itself. Raises QuestionError for invalid SQL or an empty text."""
    try:
        found = tuple(s.query for s in duckdb.extract_statements(text))
    except duckdb.Error as error:
        raise QuestionError(str(error)) from error
    if not found:
        raise QuestionError("this is not a query: it holds only spaces and comments")
    return found


def ended(text: str) -> bool:
    """Whether a text ends with the semicolon of a statement, not with one in a string, a name or a comment."""
    bare = CLOSED.sub(lambda m: " " if m.group().startswith(("--", "/*")) else "x", text)
    return bare.rstrip().endswith(";") and not OPEN.search(bare)


def bare(statement: str) -> str:
    """A statement without its comments and without semicolons at its end, so that it can be put between parentheses."""
    text = CLOSED.sub(lambda m: " " if m.group().startswith(("--", "/*")) else m.group(), statement)
    return text.strip().rstrip(";").strip()


def catalogue(warehouse: Warehouse) -> tuple[Column, ...]:
    """Every column of every table and view, tables first."""
    return tuple(Column(relation=r, kind=k, name=n, type=t, comment=c) for r, k, n, t, c in warehouse.rows("catalogue"))


def relations(warehouse: Warehouse) -> tuple[tuple[str, str, str], ...]:
    """Every table and view: name, `table` or `view`, and what it holds."""
    return tuple(warehouse.rows("relations"))


def completions(warehouse: Warehouse) -> tuple[str, ...]:
    """Words a query may be made of, beside tables and columns: keywords, functions, our macros."""
    return tuple(row[0] for row in warehouse.rows("completions"))
