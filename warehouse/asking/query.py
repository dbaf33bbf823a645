"""Questions of people, answered from the published file: nothing they ask can write, reach other files, or wait."""

from __future__ import annotations

import re
import signal
import threading
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import duckdb

from parsers.errors import NewsdeskError, QuestionError
from warehouse.asking import attached
from warehouse.database import spills
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


class Clock:
    """The time that one query may take, in seconds of DuckDB's work; without any it may take for ever."""

    def __init__(self, seconds: float | None = None) -> None:
        self.seconds = seconds
        self._left = seconds
        self.is_over = False

    @contextmanager
    def running(self, connection: duckdb.DuckDBPyConnection) -> Iterator[None]:
        """While the block lasts the time runs; when it is over, the query is stopped."""
        if self._left is None:
            yield
            return
        begun = time.monotonic()
        timer = threading.Timer(max(0.0, self._left), self._stop, (connection,))
        timer.daemon = True
        timer.start()
        try:
            yield
        finally:
            timer.cancel()
            timer.join()  # not after the block: the connection is closed then
            self._left -= time.monotonic() - begun

    def _stop(self, connection: duckdb.DuckDBPyConnection) -> None:
        self.is_over = True
        connection.interrupt()

    def told(self) -> QuestionError:
        """What to say when the time is over."""
        return QuestionError(
            f"stopped: the query took more than {self.seconds:g} s; ask for less (where …, limit …), or allow more with --seconds"
        )


def questions(place: Place, *, output: Path | None = None) -> Warehouse:
    """The published database for questions, with the months that are attached to it: read-only, without access to other
    files, but for the one at `output`. What readers that were killed left beside it goes."""
    spills.sweep(place)
    if folders := attached.folders(place):
        return attached.opened(place, folders, output)
    warehouse = reading(place)
    run = warehouse.connection.execute
    run("set python_enable_replacements = false").fetchall()  # else a name in a query may mean a variable of ours
    if output is not None:
        run("set allowed_paths = [?]", [str(output)]).fetchall()
    run("set enable_external_access = false").fetchall()  # DuckDB does not let a query set it back
    return warehouse


def ask(warehouse: Warehouse, query: str, parameters: Sequence[object] = (), seconds: float | None = None) -> Answer:
    """Answer a query; of several statements, the last one's answer. Raises QuestionError, also while rows are read.

    So does a query that takes more than so many seconds, those not counted in which nobody takes its rows.
    """
    clock = Clock(seconds)
    try:
        if isinstance(warehouse, attached.Attached):
            attached.check_reads(query)
        with _stoppable(warehouse.connection, clock):
            found = warehouse.connection.execute(query, list(parameters))
        columns = found.description or []
        if [c[0] for c in columns] == ["Success"]:  # a setting, a pragma: done, and nothing to show
            columns = []
    except duckdb.Error as error:
        raise _told(warehouse, error) from error
    return Answer(
        _distinct([str(c[0]) for c in columns]), tuple(str(c[1]) for c in columns), _rows(warehouse, found, clock)
    )


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


def _rows(warehouse: Warehouse, found: duckdb.DuckDBPyConnection, clock: Clock) -> Iterator[tuple[Any, ...]]:
    try:
        while chunk := _chunk(found, clock):
            yield from chunk
    except duckdb.Error as error:
        raise _told(warehouse, error) from error


def _chunk(found: duckdb.DuckDBPyConnection, clock: Clock) -> list[tuple[Any, ...]]:
    with _stoppable(found, clock):
        return found.fetchmany(CHUNK)


@contextmanager
def _stoppable(connection: duckdb.DuckDBPyConnection, clock: Clock | None = None) -> Iterator[None]:
    """Ctrl-C ends the query as KeyboardInterrupt, and the end of its time as QuestionError; left to itself DuckDB would
    first run it to its end."""
    clock = clock or Clock()
    try:
        with _heeding(connection), clock.running(connection):
            yield
    except duckdb.InterruptException:
        if clock.is_over:
            raise clock.told() from None
        raise KeyboardInterrupt from None


@contextmanager
def _heeding(connection: duckdb.DuckDBPyConnection) -> Iterator[None]:
    """Ctrl-C stops the query; only the main thread may say what a signal does."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGINT, lambda *_: connection.interrupt())
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


def to_parquet(warehouse: Warehouse, query: str, target: Path, seconds: float | None = None) -> None:
    """Write the answer to a query as a Parquet file, within so many seconds; the warehouse was opened with this `output`."""
    try:
        found = warehouse.connection.sql(query.strip().removesuffix(";"))
        if found is None:
            raise QuestionError("this statement returns no rows to write")
        with _stoppable(warehouse.connection, Clock(seconds)):
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
