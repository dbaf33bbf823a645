"""The warehouse as a connection: open for writing (one at a time, under a lock) or for reading (the published file)."""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self

import duckdb

from parsers.errors import DatabaseBusy, DatabaseForeign, DatabaseOlder, UsageError
from warehouse.database.copying import copy_file
from warehouse.database.migrate import migrate, standing
from warehouse.database.place import Place
from warehouse.database.sql import query
from warehouse.database.writer_lock import LOOK_SECONDS, turn, wanted

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

STORAGE_VERSION = "v1.5.0"
"""Files are written in this format so that DuckDB 1.5 clients can read them too (docs/decisions.md)."""

CHECKPOINT_EVERY = "128MB"
"""Size of the log at which it is folded into the file: about 6,000 articles, or a publication's time.

Each folding rewrites part of what was folded before it; at DuckDB's own 16 MB that became the most expensive step of a
run of 100,000 articles (docs/performance.md). Reading the log again after a kill takes a few seconds.
"""

WRITING, READING = "320MB", "512MB"
"""How much memory DuckDB may use where it files and where it is asked, if NEWSDESK_MEMORY_LIMIT does not say.

A run of 100,000 articles took 1.1 GB with all its processes when filing had half a gigabyte, and a twentieth less time
in the process that files (docs/performance.md).
"""

THREADS = 4
"""Threads of DuckDB where it files, at most, and at most one for two cores: the others parse, and its memory is parted
among them."""

WAIT_SECONDS = 600.0
"""How long a writer waits for another before it gives up."""

GIVE_WAY_SECONDS = 0.1
"""How often a run that is between two sections looks whether another wants to write."""

_in_process = threading.RLock()
"""Threads of one process take turns too: a file's lock belongs to the process, not to the thread."""

Say = Callable[[str], None]


def silence(message: str) -> None:
    """A `say` that prints nothing."""


Arrays = dict[str, "npt.NDArray[Any]"]
"""Columns of equal length by name."""


class Warehouse:
    """One open database. `connection` is DuckDB's; everything that writes takes a Warehouse as a parameter."""

    def __init__(self, connection: duckdb.DuckDBPyConnection, place: Place) -> None:
        self.connection = connection
        self.place = place

    def rows(
        self, name: str, parameters: Mapping[str, object] | None = None, *, incoming: Arrays | None = None
    ) -> list[tuple[Any, ...]]:
        """All rows of the query `queries/<name>.sql`; numpy columns in `incoming` are the relation of that name in it.

        Raises DatabaseOlder when a published file lacks what the query asks for.
        """
        try:
            return self._executed(name, parameters, incoming).fetchall()
        except (duckdb.BinderException, duckdb.CatalogException) as error:
            now = standing(self.connection, str(self.place.published))
            if now.views_current and not now.pending:
                raise  # a fault of ours, not of the file's age
            raise DatabaseOlder(
                f"{self.place.published} was written by an older newsdesk; `newsdesk migrate` brings it up to date"
            ) from error

    def run(self, name: str, parameters: Mapping[str, object] | None = None, *, incoming: Arrays | None = None) -> None:
        """Execute the statement `queries/<name>.sql` for its effect."""
        self._executed(name, parameters, incoming).fetchall()

    def columns(
        self, name: str, parameters: Mapping[str, object] | None = None, *, incoming: Arrays | None = None
    ) -> dict[str, npt.NDArray[Any]]:
        """The columns of the query `queries/<name>.sql` as numpy arrays, by name."""
        return self._executed(name, parameters, incoming).fetchnumpy()

    def _executed(
        self,
        name: str,
        parameters: Mapping[str, object] | None,
        incoming: Arrays | None,  # noqa: ARG002
    ) -> duckdb.DuckDBPyConnection:
        # DuckDB finds `incoming` by its name in this frame (a replacement scan). Without it the name means the view that
        # `self.incoming` makes, which costs a small statement half its time again.
        return self.connection.execute(query(name), parameters or {})

    def append(self, table: str, columns: Sequence[str], rows: Sequence[tuple[object, ...]]) -> None:
        """Add rows in bulk; values are in the order of `columns`."""
        if rows:
            with self.connection.appender(table, columns=list(columns)) as appender:
                appender.append_rows(rows)

    def append_arrays(self, table: str, arrays: Mapping[str, npt.NDArray[Any]]) -> None:
        """Add numpy columns of equal length in bulk, by name; the way for millions of short rows."""
        incoming = dict(arrays)  # noqa: F841
        self.connection.execute(f"insert into {table} by name select * from incoming").fetchall()

    @contextmanager
    def incoming(self, arrays: Mapping[str, npt.NDArray[Any]]) -> Iterator[None]:
        """Make numpy columns available in SQL as the relation `incoming`."""
        self.connection.register("incoming", dict(arrays))
        try:
            yield
        finally:
            self.connection.unregister("incoming")

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All or nothing. Never catch a database error inside: COMMIT after one would quietly roll back."""
        self.connection.begin()
        try:
            yield
        except BaseException:
            self.connection.rollback()
            raise
        self.connection.commit()

    def close(self) -> None:
        """Close the connection; pending changes reach the file."""
        self.connection.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def text_array(values: Sequence[object]) -> npt.NDArray[np.object_]:
    """A numpy column of strings (or None), as DuckDB wants it."""
    import numpy as np  # not at the top: readers start without it

    array = np.empty(len(values), dtype=object)
    array[:] = values
    return array


@contextmanager
def writing(place: Place, *, wait: float = WAIT_SECONDS, say: Say = silence) -> Iterator[Warehouse]:
    """The live database, opened for writing by one process at a time, its schema brought up to date.

    Keep it short: everything slow belongs outside. Raises DatabaseBusy after `wait` seconds, DatabaseForeign and
    DatabaseNewer before anything is touched. `say` hears why it waits.
    """
    with _in_process:
        stay = _stays.get(place)
        with stay.section(wait, say) if stay else _opened(place, wait, say) as warehouse:
            yield warehouse


@contextmanager
def staying(place: Place) -> Iterator[None]:
    """While the block lasts, the live database stays open between the sections of `writing`, unless another waits.

    Opening, checking and folding the log into the file after every section is a quarter of the work of filing a batch.
    A waiting writer gets the lock at the end of the section, or at once between sections.
    """
    with _in_process:
        inside = place in _stays
        stay = _stays.setdefault(place, _Stay(place))
    if inside:
        yield
        return
    over = threading.Event()
    watcher = threading.Thread(target=stay.give_way_until, args=(over,), name="turns", daemon=True)
    watcher.start()
    try:
        yield
    finally:
        over.set()
        watcher.join()
        with _in_process:
            del _stays[place]
            stay.leave()


class _Stay:
    """A live database that is left open between sections. All but `give_way_until` is called under `_in_process`."""

    def __init__(self, place: Place) -> None:
        self._place = place
        self._held = ExitStack()
        self._warehouse: Warehouse | None = None

    @contextmanager
    def section(self, wait: float, say: Say) -> Iterator[Warehouse]:
        if self._warehouse is None:
            self._warehouse = self._held.enter_context(_opened(self._place, wait, say))
        try:
            yield self._warehouse
        except BaseException:
            self.leave()
            raise
        self._give_way()

    def leave(self) -> None:
        """Close the database and give the turn back."""
        self._warehouse = None
        self._held.pop_all().close()

    def give_way_until(self, over: threading.Event) -> None:
        while not over.wait(GIVE_WAY_SECONDS):
            with _in_process:
                self._give_way()

    def _give_way(self) -> None:
        if self._warehouse is not None and wanted(self._place):
            self.leave()
            time.sleep(2 * LOOK_SECONDS)  # else this process would be the first to ask again


_stays: dict[Place, _Stay] = {}


@contextmanager
def _opened(place: Place, wait: float, say: Say) -> Iterator[Warehouse]:
    with _alone(place, wait, say), Warehouse(_open_live(place, wait, say), place) as warehouse:
        migrate(warehouse.connection, str(place.published))
        yield warehouse


@contextmanager
def exclusive(place: Place, *, wait: float = WAIT_SECONDS, say: Say = silence) -> Iterator[None]:
    """Hold the right to write (not the database). The live file is made from the published one if there is none."""
    with _in_process:
        if stay := _stays.get(place):
            stay.leave()
    with _alone(place, wait, say):
        yield


@contextmanager
def _alone(place: Place, wait: float, say: Say) -> Iterator[None]:
    if not place.published.parent.is_dir():
        raise UsageError(f"the folder {place.published.parent} does not exist; make it or name another database")
    if not place.desk.exists():
        check_ours(place.published)
    place.desk.mkdir(exist_ok=True)
    with turn(place, wait, lambda: say(f"another run is writing to {place.published}; waiting for it")):
        if not place.live.exists() and place.published.exists():
            _adopt(place)
        yield


def reading(place: Place) -> Warehouse:
    """The published database, read-only: never locked, always complete. Raises UsageError when it does not exist yet."""
    if not place.published.exists():
        raise UsageError(f"there is no database at {place.published} yet; `newsdesk ingest PATH` creates it")
    return Warehouse(_connect(place.published, read_only=True), place)


@contextmanager
def consulting(place: Place, *, say: Say = silence) -> Iterator[Warehouse]:
    """What is filed, for a run: the published database, or the live one while a person has that open for writing.

    Raises UsageError when nothing is published yet, DatabaseBusy when the live one cannot be had either.
    """
    try:
        published = reading(place)
    except duckdb.IOException:
        say(f"{place.published} is open for writing in another program; reading the desk's own copy")
        with writing(place, say=say) as live:
            yield live
        return
    with published:
        yield published


def check_ours(path: Path) -> bool:
    """Raise DatabaseForeign unless the file does not exist or is a newsdesk database. Leaves it untouched.

    Returns False when a person has it open for writing, so that nobody can say: it was checked when the run began.
    """
    if not path.exists():
        return True
    try:
        connection = _connect(path, read_only=True)
    except duckdb.IOException:
        return False
    with Warehouse(connection, Place.at(path)) as warehouse:
        standing(warehouse.connection, str(path))
    return True


def _open_live(place: Place, wait: float, say: Say) -> duckdb.DuckDBPyConnection:
    """Open the live file, waiting for a person who has it open."""
    deadline = time.monotonic() + wait
    told = False
    while True:
        try:
            return _connect(place.live, read_only=False)
        except duckdb.IOException as error:
            if "lock" not in str(error).lower():
                raise
            if time.monotonic() > deadline:
                raise DatabaseBusy(f"{place.live} is open in another program: {error}") from error
            if not told:
                say(f"{place.live} is open in another program; waiting until it is closed")
                told = True
            time.sleep(0.2)


def connect_live(place: Place) -> duckdb.DuckDBPyConnection:
    """The live file opened for writing as it is, by a caller who holds the right to write (`exclusive`)."""
    return _connect(place.live, read_only=False)


def _connect(path: Path, *, read_only: bool) -> duckdb.DuckDBPyConnection:
    config: dict[str, Any] = {
        "storage_compatibility_version": STORAGE_VERSION,
        "memory_limit": os.environ.get("NEWSDESK_MEMORY_LIMIT", READING if read_only else WRITING),
        "wal_autocheckpoint": CHECKPOINT_EVERY,
    }
    if not read_only:
        config["threads"] = max(1, min(THREADS, (os.cpu_count() or 1) // 2))
    try:
        connection = duckdb.connect(str(path), read_only=read_only, config=config)
    except duckdb.IOException as error:
        if "lock" in str(error).lower() or not path.is_file():
            raise
        raise DatabaseForeign(f"{path} is not a DuckDB database ({error}); name another with --database") from error
    connection.execute("set timezone = 'UTC'").fetchall()
    connection.execute("set enable_progress_bar = false").fetchall()
    return connection


def _adopt(place: Place) -> None:
    """Make the live file from a published one that came without it (a copy from another machine, say)."""
    copy_file(place.published, place.live)
