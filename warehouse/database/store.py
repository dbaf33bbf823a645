"""The warehouse as a connection: open for writing (one at a time, under a lock) or for reading (the published file)."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self

import duckdb

from parsers.errors import DatabaseBusy, DatabaseOlder, UsageError, WarehouseError
from warehouse.database import arrow, obstacles, publication, spills
from warehouse.database.connecting import connect, threads
from warehouse.database.copying import copy_file
from warehouse.database.damage import explained, explaining, no_database
from warehouse.database.migrate import migrate, standing
from warehouse.database.place import Place
from warehouse.database.sql import query
from warehouse.database.writer_lock import LOOK_SECONDS, turn, wanted

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

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

    def __init__(self, connection: duckdb.DuckDBPyConnection, place: Place, path: Path | None = None) -> None:
        self.connection = connection
        self.place = place
        self.path = path or place.published
        """The file that is open."""

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

    def append_lists(self, table: str, columns: Sequence[str], rows: Sequence[tuple[object, ...]]) -> None:
        """The same for rows that hold lists: many of them go as Arrow columns, in a third of the time."""
        if len(rows) < arrow.MANY:
            self.append(table, columns, rows)
        else:
            arrow.append(self.connection, table, columns, rows)

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
        if error is not None and (damaged := explained(error, self.place, self.path)):
            raise damaged from error


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
        with (
            explaining(place, place.live),
            stay.section(wait, say) if stay else _opened(place, wait, say) as warehouse,
        ):
            yield warehouse


@contextmanager
def staying(place: Place, cores: int | None = None) -> Iterator[None]:
    """While the block lasts, the live database stays open between the sections of `writing`, unless another waits.

    `cores` is how many may be used, where the caller knows of a bound; else DuckDB goes by those of the machine.

    Opening, checking and folding the log into the file after every section is a quarter of the work of filing a batch.
    A waiting writer gets the lock at the end of the section, or at once between sections.
    """
    with _in_process:
        inside = place in _stays
        stay = _stays.setdefault(place, _Stay(place, cores))
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

    def __init__(self, place: Place, cores: int | None) -> None:
        self._place = place
        self._cores = cores
        self._held = ExitStack()
        self._warehouse: Warehouse | None = None

    @contextmanager
    def section(self, wait: float, say: Say) -> Iterator[Warehouse]:
        if self._warehouse is None:
            self._warehouse = self._held.enter_context(_opened(self._place, wait, say))
            if self._cores is not None:
                self._warehouse.connection.execute(f"set threads = {threads(self._cores)}").fetchall()
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
    with _alone(place, wait, say), Warehouse(_open_current(place, wait, say), place, place.live) as warehouse:
        migrate(warehouse.connection, str(place.published))
        yield warehouse


def _open_current(place: Place, wait: float, say: Say) -> duckdb.DuckDBPyConnection:
    """Open the live file; if its schema is to be changed, first keep a copy, so that one can go back to the older version."""
    connection = _open_live(place, wait, say)
    try:
        now = standing(connection, str(place.published))
    except BaseException:
        connection.close()
        raise
    if not (now.applied and now.pending):
        return connection
    connection.close()
    kept = place.before(now.pending[0].name)
    copy_file(place, place.live, kept)
    say(f"the schema changes; the state before is kept in {kept}")
    return _open_live(place, wait, say)


@contextmanager
def exclusive(place: Place, *, wait: float = WAIT_SECONDS, say: Say = silence, adopt: bool = True) -> Iterator[None]:
    """Hold the right to write (not the database). The live file is made from the published one if there is none.

    Not with `adopt=False`: whoever is about to replace the live file does not need it, nor a published one that is whole.
    """
    with _in_process:
        if stay := _stays.get(place):
            stay.leave()
    with _alone(place, wait, say, adopt=adopt):
        yield


@contextmanager
def inspecting(place: Place, *, wait: float = WAIT_SECONDS, say: Say = silence) -> Iterator[Warehouse]:
    """The live database, read-only, while nobody writes; its schema is left as it is."""
    with exclusive(place, wait=wait, say=say), explaining(place, place.live):
        if not place.live.exists():
            raise no_database(place)
        with Warehouse(connect(place, place.live, read_only=True), place, place.live) as warehouse:
            yield warehouse


def fold(place: Place, *, wait: float = WAIT_SECONDS, say: Say = silence) -> None:
    """Bring what is in the log of the live database into its file. The caller holds the right to write, and no connection."""
    if place.log.exists():
        with explaining(place, place.live):
            _open_live(place, wait, say).close()


@contextmanager
def _alone(place: Place, wait: float, say: Say, *, adopt: bool = True) -> Iterator[None]:
    if not place.published.parent.is_dir():
        raise UsageError(f"the folder {place.published.parent} does not exist; make it or name another database")
    if not place.desk.exists():
        check_ours(place)
    place.desk.mkdir(exist_ok=True)
    with turn(place, wait, lambda: say(f"another run is writing to {place.published}; waiting for it")):
        spills.sweep(place)
        if adopt and not place.live.exists() and place.published.exists():
            _adopt(place)
        yield


def must_exist(place: Place) -> None:
    """Raise UsageError unless there is a published database."""
    with reading(place):
        pass


def reading(place: Place) -> Warehouse:
    """The published database, read-only: never locked, always complete. Raises UsageError when it does not exist yet."""
    if not place.published.exists():
        raise no_database(place)
    return Warehouse(connect(place, place.published, read_only=True), place)


@contextmanager
def consulting(place: Place, *, say: Say = silence) -> Iterator[Warehouse]:
    """What is filed, for a run: the published database, or the live one while a person has that open for writing or has
    put another file there.

    Raises UsageError when nothing is published yet, DatabaseBusy when the live one cannot be had either.
    """
    published, why = _read_if_known(place)
    if published is None:
        say(f"{place.published} {why}; reading the desk's own copy")
        with writing(place, say=say) as live:
            yield live
        return
    with published:
        yield published


def _read_if_known(place: Place) -> tuple[Warehouse | None, str]:
    """The published database, or None and what is the matter with it while the live one can be read instead."""
    try:
        if publication.person_wrote(place):
            return None, "is open for writing in another program, or was left with changes by it"
        if publication.is_known(place):
            return reading(place), ""
    except duckdb.IOException:
        return None, "is open for writing in another program"
    except WarehouseError:
        if not place.live.exists():
            raise
        return None, "cannot be read"
    return None, "is not what newsdesk published last"


def check_ours(place: Place) -> bool:
    """Raise DatabaseForeign unless the published file does not exist or is a newsdesk database. Leaves it untouched.

    Returns False when a person has it open for writing, so that nobody can say: it was checked when the run began.
    """
    if not place.published.exists():
        return True
    try:
        connection = connect(place, place.published, read_only=True)
    except duckdb.IOException:
        return False
    with Warehouse(connection, place) as warehouse:
        standing(warehouse.connection, str(place.published))
    return True


def open_copy(place: Place, path: Path) -> Warehouse:
    """A copy of a newsdesk database, read-only. Raises DatabaseForeign or DatabaseDamaged."""
    return Warehouse(connect(place, path, read_only=True), place, path)


def _open_live(place: Place, wait: float, say: Say) -> duckdb.DuckDBPyConnection:
    """Open the live file, waiting for a person who has it open."""
    deadline = time.monotonic() + wait
    told = False
    while True:
        try:
            return connect(place, place.live, read_only=False)
        except duckdb.IOException as error:
            if not obstacles.LOCKED.search(str(error)):
                raise
            if time.monotonic() > deadline:
                raise DatabaseBusy(f"{place.live} is open in another program: {error}") from error
            if not told:
                say(f"{place.live} is open in another program; waiting until it is closed")
                told = True
            time.sleep(0.2)


def _adopt(place: Place) -> None:
    """Make the live file from a published one that came without it (a copy from another machine, say)."""
    blocks = copy_file(place, place.published, place.live)
    publication.remember(place, publication.of_file(place.published, blocks))
