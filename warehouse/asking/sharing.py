"""The published database for many short questions: opened once for each publication, and closed when nobody has asked for long.

Each question has a connection of its own to the one open file, a bound on its time, and a share of a small memory.
"""

from __future__ import annotations

import atexit
import hashlib
import os
import threading
import time
import weakref
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import duckdb

from parsers.errors import DatabaseOlder, QuestionError, UsageError
from warehouse.asking import attached
from warehouse.database import spills
from warehouse.database.connecting import READING
from warehouse.database.damage import no_database
from warehouse.database.migrate import standing
from warehouse.database.place import Place
from warehouse.database.store import Warehouse, reading

MEMORY = "256MB"
THREADS = 2
IDLE_SECONDS = 60.0
"""An open file that nobody asks is closed after so long; its memory is free then."""

QUERY_SECONDS = 10.0

END_SECONDS = 2.0
"""How long the end of a process waits for questions that it has stopped."""


class TookTooLong(QuestionError):
    """A question was stopped because its time was over, or because it needed more memory than it may have."""


class NothingPublished(UsageError):
    """There is no database yet."""


def pinned(place: Place, memory: str | None = None, threads: int | None = None) -> Warehouse:
    """The published database for questions, as it is now, whatever else of this process has it open.

    DuckDB keeps one instance a path in a process: who opens a path again gets the file that was opened first, also when
    another has been put in its place since. A database in memory to which the file is attached is an instance by itself.
    Raises UsageError when there is no database, WarehouseError when it is none of ours, or damaged.
    """
    if months := attached.folders(place):
        warehouse: Warehouse = attached.opened(place, months, None)
    else:
        reading(place).close()  # says so when there is no database, or it is none of ours
        warehouse = Warehouse(_attached(place), place)
    run = warehouse.connection.execute
    if memory:
        run(f"set memory_limit = '{memory}'").fetchall()
    if threads:
        run(f"set threads = {threads}").fetchall()
    return warehouse


def _attached(place: Place) -> duckdb.DuckDBPyConnection:
    limit = os.environ.get("NEWSDESK_MEMORY_LIMIT", READING)
    connection = duckdb.connect(
        ":memory:", config={"memory_limit": limit, "temp_directory": str(spills.another(place))}
    )
    path = str(place.published).replace("'", "''")
    try:
        connection.execute(f"attach '{path}' as desk (read_only)").fetchall()
        connection.execute("set enable_external_access = false").fetchall()
        _settle(connection, attached_file=True)
    except BaseException:
        connection.close()
        raise
    return connection


def _settle(connection: duckdb.DuckDBPyConnection, *, attached_file: bool) -> None:
    """Settings that each connection has for itself."""
    run = connection.execute
    run("set timezone = 'UTC'").fetchall()
    run("set enable_progress_bar = false").fetchall()
    run("set python_enable_replacements = false").fetchall()
    if attached_file:
        run("use desk").fetchall()


class _Open:
    """The file of one publication, and how many questions are at work on it."""

    def __init__(self, place: Place) -> None:
        self.base = pinned(place, MEMORY, THREADS)
        self.users = 0
        self.last_used = time.monotonic()
        self.stale = False

    def cursor(self) -> duckdb.DuckDBPyConnection:
        """Another connection to the open file."""
        connection = self.base.connection.cursor()
        _settle(connection, attached_file=not isinstance(self.base, attached.Attached))
        return connection


class Shared:
    """The published database of a place for many threads. `publication` names its state; questions see one state each. `rest` is called when the file
    was closed because nobody asks."""

    def __init__(
        self,
        place: Place,
        *,
        seconds: float = QUERY_SECONDS,
        idle_seconds: float = IDLE_SECONDS,
        rest: Callable[[], object] = lambda: None,
    ) -> None:
        self.place = place
        self._seconds = seconds
        self._idle = idle_seconds
        self._rest = rest
        self._turn = threading.Lock()
        self._open: _Open | None = None
        self._stamp = ""
        self._timer: threading.Timer | None = None
        self._at_work: set[duckdb.DuckDBPyConnection] = set()
        self._ended = False
        _every.add(self)

    def publication(self) -> str:
        """A name of what is published now: another file, another time or other attached months give another one.

        Raises NothingPublished.
        """
        try:
            about = self.place.published.stat()
        except FileNotFoundError:
            raise NothingPublished(str(no_database(self.place))) from None
        months = ",".join(map(str, attached.folders(self.place)))
        said = f"{about.st_dev}-{about.st_ino}-{about.st_mtime_ns}-{about.st_size}-{months}"
        return hashlib.sha256(said.encode()).hexdigest()[:16]

    @contextmanager
    def asking(self) -> Iterator[Warehouse]:
        """A connection for one question. Raises TookTooLong when its time or memory is over."""
        held = self._take()
        cursor = held.cursor()
        over = threading.Event()
        timer = threading.Timer(self._seconds, _stop, (cursor, over))
        timer.daemon = True
        timer.start()
        self._at_work.add(cursor)
        try:
            yield type(held.base)(cursor, self.place)
        except (duckdb.InterruptException, duckdb.OutOfMemoryException, QuestionError) as error:
            if over.is_set():
                raise TookTooLong(f"this took longer than {self._seconds:.0f} seconds and was stopped") from error
            if isinstance(error, duckdb.OutOfMemoryException):
                raise TookTooLong(f"this needs more memory than a question may have ({MEMORY})") from error
            raise
        except (duckdb.BinderException, duckdb.CatalogException) as error:
            raise self._older(held) from error
        finally:
            timer.cancel()
            self._at_work.discard(cursor)
            cursor.close()
            self._give_back(held)

    def close(self) -> None:
        """Close the file; questions at work come to their end first."""
        with self._turn:
            self._drop()

    def end(self, seconds: float = END_SECONDS) -> None:
        """Stop the questions at work, wait for them, and answer none any more.

        For the end of the process: a thread that comes back from DuckDB into an interpreter that has ended aborts the process.
        """
        deadline = time.monotonic() + seconds
        with self._turn:
            self._ended = True
            if self._timer is not None:
                self._timer.cancel()
        while self._at_work and time.monotonic() < deadline:
            for cursor in tuple(self._at_work):
                cursor.interrupt()
            time.sleep(0.01)
        self.close()

    def is_open(self) -> bool:
        """Whether the file is open."""
        with self._turn:
            return self._open is not None

    def _older(self, held: _Open) -> Exception:
        """What to say when the file lacks what a question of ours asks for."""
        now = standing(held.base.connection, str(self.place.published))
        if now.views_current and not now.pending:
            return QuestionError("the question does not fit the database: a fault of newsdesk")
        return DatabaseOlder(
            f"{self.place.published.name} was written by an older newsdesk; `newsdesk migrate` brings it up to date"
        )

    def _take(self) -> _Open:
        with self._turn:
            if self._ended:
                raise TookTooLong("this desk is being closed")
            now = self.publication()
            if self._open is None or now != self._stamp:
                opened = _Open(self.place)
                self._drop()
                self._open, self._stamp = opened, now
            self._open.users += 1
            return self._open

    def _give_back(self, held: _Open) -> None:
        with self._turn:
            held.users -= 1
            held.last_used = time.monotonic()
            if held.stale and not held.users:
                held.base.close()
            if self._timer is None and not self._ended:
                self._wait(self._idle)

    def _wait(self, seconds: float) -> None:
        """Look again later whether anybody asks."""
        self._timer = threading.Timer(seconds, self._look)
        self._timer.daemon = True
        self._timer.start()

    def _look(self) -> None:
        with self._turn:
            self._timer = None
            held = self._open
            if held is None or self._ended:
                return
            left = self._idle - (time.monotonic() - held.last_used)
            if left > 0 or held.users:
                self._wait(max(left, 1.0))
                return
            self._drop()
        self._rest()

    def _drop(self) -> None:
        held, self._open = self._open, None
        if held is None:
            return
        held.stale = True
        if not held.users:
            held.base.close()


def _stop(cursor: duckdb.DuckDBPyConnection, over: threading.Event) -> None:
    over.set()
    cursor.interrupt()


_every: weakref.WeakSet[Shared] = weakref.WeakSet()


@atexit.register
def _end_all() -> None:
    for shared in tuple(_every):
        shared.end()
