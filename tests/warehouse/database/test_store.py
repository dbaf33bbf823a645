"""The warehouse as a connection: one writer at a time, readers never in the way, all or nothing."""

from __future__ import annotations

import math
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import duckdb
import numpy as np
import pytest

from parsers.errors import DatabaseBusy, DatabaseForeign, DatabaseOlder, PublishedChanged, UsageError, WarehouseError
from warehouse.database import copying
from warehouse.database import publish as publishing
from warehouse.database.arrow import MANY
from warehouse.database.place import Place
from warehouse.database.publish import publish
from warehouse.database.store import Warehouse, consulting, exclusive, reading, text_array, writing

ROOT = Path(__file__).resolve().parents[3]


@pytest.fixture
def place(tmp_path: Path) -> Place:
    """An empty warehouse."""
    made = Place.at(tmp_path / "desk.duckdb")
    with writing(made):
        pass
    return made


@contextmanager
def other_process(code: str) -> Iterator[subprocess.Popen[str]]:
    """A process that does something, says so, and holds it until its input is closed."""
    child = subprocess.Popen(
        [sys.executable, "-c", code], cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert child.stdout is not None
    assert child.stdout.readline() == "held\n"
    try:
        yield child
    finally:
        child.communicate()


def let_go(child: subprocess.Popen[str]) -> None:
    """Close the input of a process, so that it lets go."""
    assert child.stdin is not None
    child.stdin.write("go\n")
    child.stdin.flush()


def writer(place: Place) -> str:
    """The code of a process that writes."""
    return (
        "import sys; from warehouse.database.store import writing; from warehouse.database.place import Place\n"
        f"with writing(Place.at({str(place.published)!r})): print('held', flush=True); sys.stdin.readline()"
    )


def reader(place: Place) -> str:
    """The code of a person who has the live file open."""
    return f"import sys, duckdb\nc = duckdb.connect({str(place.live)!r}, read_only=True)\nprint('held', flush=True); sys.stdin.readline(); c.close()"


@pytest.mark.parametrize(("holding", "said"), [(writer, "another run is writing"), (reader, "open in another program")])
def test_writers_wait_and_say_so(place: Place, holding: object, said: str) -> None:
    """Who comes second hears once why it waits, and goes on when the other has let go."""
    heard: list[str] = []
    with other_process(holding(place)) as child:  # type: ignore[operator]

        def say(message: str) -> None:
            heard.append(message)
            let_go(child)

        with writing(place, wait=120, say=say) as warehouse:
            assert warehouse.connection.execute("select count(*) from article").fetchall() == [(0,)]
    assert len(heard) == 1
    assert said in heard[0]


@pytest.mark.parametrize("holding", [writer, reader])
def test_writers_give_up_in_the_end(place: Place, holding: object) -> None:
    """Who has waited long enough is told so, and nothing was touched."""
    with other_process(holding(place)) as child:  # type: ignore[operator]
        with pytest.raises(DatabaseBusy), writing(place, wait=0):
            pass
        let_go(child)
    with writing(place, wait=0):
        pass


def test_an_open_reader_keeps_what_it_saw(place: Place) -> None:
    """Publication replaces the file under a reader without disturbing it; the next reader sees the new state."""
    with exclusive(place):
        publish(place)
    with reading(place) as before:
        with writing(place) as warehouse:
            warehouse.append("entity", ("entity_id", "entity_type", "name"), [("e1", "person", "Ilse Brandt")])
        with exclusive(place):
            publish(place)
        assert before.connection.execute("select count(*) from entity").fetchall() == [(0,)]
    with reading(place) as after:
        assert after.connection.execute("select name from entity").fetchall() == [("Ilse Brandt",)]
        with pytest.raises(duckdb.Error):
            after.connection.execute("delete from entity")


def names(warehouse: Warehouse) -> list[tuple[object, ...]]:
    """What stands in a table."""
    return warehouse.connection.execute("select entity_id, name, country from entity order by 1").fetchall()


def person(place: Place) -> str:
    """The code of a person who has the published file open for writing, and has changed something."""
    return (
        f"import sys, duckdb\nc = duckdb.connect({str(place.published)!r}); c.execute('create table mine (x integer)')\n"
        "print('held', flush=True); sys.stdin.readline(); c.close()"
    )


def test_runs_read_the_live_file_while_a_person_writes_into_the_published_one(place: Place) -> None:
    """They say so, and do not wait."""
    publish(place)
    heard: list[str] = []
    with other_process(person(place)) as child:
        with consulting(place, say=heard.append) as warehouse:
            assert warehouse.connection.execute("select count(*) from article").fetchall() == [(0,)]
        let_go(child)
    assert len(heard) == 1
    assert "open for writing in another program" in heard[0]


def visitor(place: Place) -> str:
    """The code of a person who has the published file open for writing, and has changed nothing."""
    return person(place).replace("c.execute('create table mine (x integer)')", "c.execute('from article')")


def test_publication_waits_for_a_person_and_then_goes_on(place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    """A program that has the published file open for writing and forgot it stops nothing."""
    monkeypatch.setattr(publishing, "PERSON_SECONDS", 0.3)
    publish(place)
    before = place.published.stat().st_ino
    heard: list[str] = []
    with other_process(visitor(place)) as child:
        publish(place, say=heard.append)
        assert place.published.stat().st_ino != before
        let_go(child)
    assert len(heard) == 1
    assert "waiting up to" in heard[0]
    with reading(place) as warehouse:
        assert warehouse.connection.execute("select count(*) from article").fetchall() == [(0,)]


def test_what_a_person_wrote_is_not_replaced(place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    """Changes of another program in the published file stop the publication, while it is open and afterwards."""
    monkeypatch.setattr(publishing, "PERSON_SECONDS", 0.3)
    publish(place)
    with other_process(person(place)) as child:
        with pytest.raises(PublishedChanged, match="another program has written to it"):
            publish(place)
        let_go(child)
    with pytest.raises(PublishedChanged, match="it was changed since"):
        publish(place)
    with reading(place) as warehouse:
        assert warehouse.connection.execute("select count(*) from mine").fetchall() == [(0,)]


def test_rows_and_columns_in_bulk(place: Place) -> None:
    """Rows and numpy columns are added by the names of their columns; what is not named is NULL; none is none."""
    with writing(place) as warehouse:
        warehouse.append(
            "entity", ("name", "entity_id", "entity_type"), [("Osk", "e1", "place"), ("Lark’s", "e2", "person")]
        )
        warehouse.append("entity", ("name",), [])
        warehouse.append_arrays(
            "entity",
            {"entity_type": text_array(["place"]), "name": text_array(["Ørsk"]), "entity_id": text_array(["e3"]), "country": text_array([None])},
        )  # fmt: skip
        assert names(warehouse) == [("e1", "Osk", None), ("e2", "Lark’s", None), ("e3", "Ørsk", None)]


def test_incoming_stands_for_a_moment(place: Place) -> None:
    """Columns can be asked like a table, and are gone afterwards, also when something goes wrong."""
    with writing(place) as warehouse:
        with warehouse.incoming({"n": np.array([1, 2])}):
            assert warehouse.connection.execute("select sum(n) from incoming").fetchall() == [(3,)]
        with pytest.raises(ValueError, match="stop"), warehouse.incoming({"n": np.array([1])}):
            raise ValueError("stop")
        with pytest.raises(duckdb.Error):
            warehouse.connection.execute("select * from incoming")


def broken_off(warehouse: Warehouse, error: type[BaseException]) -> None:
    """A transaction that something stops in its midst."""
    with warehouse.transaction():
        warehouse.append("entity", ("entity_id", "entity_type", "name"), [("e1", "place", "Osk")])
        raise error


@pytest.mark.parametrize("error", [ValueError, KeyboardInterrupt])
def test_all_or_nothing(place: Place, error: type[BaseException]) -> None:
    """A transaction that is broken off leaves nothing, one that ends is kept, and the connection goes on."""
    with writing(place) as warehouse:
        with pytest.raises(error):
            broken_off(warehouse, error)
        assert names(warehouse) == []
        with warehouse.transaction():
            warehouse.append("entity", ("entity_id", "entity_type", "name"), [("e2", "place", "Osk")])
    with writing(place) as warehouse:
        assert names(warehouse) == [("e2", "Osk", None)]


def test_what_is_not_there_is_told(tmp_path: Path) -> None:
    """No database yet, no folder, no database of ours: each is said in a sentence, and nothing is made or changed."""
    with pytest.raises(UsageError, match="newsdesk ingest"):
        reading(Place.at(tmp_path / "none.duckdb"))
    with pytest.raises(UsageError, match="does not exist"), writing(Place.at(tmp_path / "no" / "desk.duckdb")):
        pass
    (tmp_path / "letter.duckdb").write_text("Dear sir")
    with pytest.raises(DatabaseForeign), writing(Place.at(tmp_path / "letter.duckdb")):
        pass
    assert [p.name for p in tmp_path.iterdir()] == ["letter.duckdb"]
    assert (tmp_path / "letter.duckdb").read_text() == "Dear sir"


def test_a_copy_that_fails_leaves_the_old_file(place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    """When a publication cannot be finished, people go on reading the previous state, and no half file lies about."""
    with exclusive(place):
        publish(place)
    before = place.published.read_bytes()

    def torn(part: Path, *, everything: bool) -> None:
        part.write_bytes(part.read_bytes()[:100])
        with duckdb.connect(str(part), read_only=True):
            pass

    monkeypatch.setattr(copying, "_check", torn)
    with exclusive(place), pytest.raises(WarehouseError, match="previous state"):
        publish(place)
    monkeypatch.undo()
    assert place.published.read_bytes() == before
    place.live.rename(place.live.with_suffix(".away"))
    with pytest.raises(WarehouseError, match="previous state"):
        copying.copy_file(place, place.live, place.published)
    assert place.published.read_bytes() == before
    assert [p.name for p in place.published.parent.iterdir() if p.name.endswith(".part")] == []


def test_a_live_file_is_made_from_the_published_one(place: Place) -> None:
    """Where only the published file is left, the desk goes on from it."""
    with writing(place) as warehouse:
        warehouse.append("entity", ("entity_id", "entity_type", "name"), [("e1", "place", "Osk")])
    with exclusive(place):
        publish(place)
    place.live.unlink()
    with writing(place) as warehouse:
        assert names(warehouse) == [("e1", "Osk", None)]


def test_somebody_elses_file_is_not_replaced(place: Place) -> None:
    """Something else that has come to lie at the published path is left as it is."""
    place.published.write_text("Dear sir")
    with exclusive(place), pytest.raises(DatabaseForeign):
        publish(place)
    assert place.published.read_text() == "Dear sir"


def test_a_published_file_of_an_older_newsdesk_says_what_to_do(place: Place) -> None:
    """A question that it cannot answer yet names the verb that brings it up to date; a fault of ours stays one."""
    with writing(place) as warehouse:
        warehouse.connection.execute("drop view contradiction").fetchall()
    publish(place)
    with reading(place) as warehouse, pytest.raises(duckdb.CatalogException):
        warehouse.rows("report_disputes", {"n": 1})
    with writing(place) as warehouse:
        warehouse.connection.execute("update schema_migration set checksum = 'old' where name = '(views)'").fetchall()
    publish(place)
    with reading(place) as warehouse, pytest.raises(DatabaseOlder, match="newsdesk migrate"):
        warehouse.rows("report_disputes", {"n": 1})


@pytest.mark.parametrize("rows", [1, MANY])
def test_rows_with_lists_are_the_same_however_many(place: Place, rows: int) -> None:
    """Few rows go through the appender, many as Arrow columns: empty lists, no value, infinity and large ids stay what they are."""
    columns = ("claim_id", "other", "value", "day", "names", "told", "sure")
    given = [
        (2**64 - 1 - n, None if n % 3 else "å 日", (math.inf, None, 5, -0.5)[n % 4], n, ["a", "ü"][: n % 3], [1.0, 2], n % 2 == 0)
        for n in range(rows)
    ]  # fmt: skip
    with writing(place) as warehouse:
        for table in ("few", "many"):
            warehouse.connection.execute(
                f"create temp table {table} "
                "(claim_id ubigint, other varchar, value double, day integer, names varchar[], told double[], sure boolean)"
            )
        warehouse.append("few", columns, given)
        warehouse.append_lists("many", columns, given)
        assert warehouse.connection.execute("from many").fetchall() == given
        assert warehouse.connection.execute("from few except all from many").fetchall() == []
