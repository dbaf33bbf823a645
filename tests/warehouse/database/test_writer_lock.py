"""Turns at writing: a run keeps its database open between its sections, and nobody waits for it longer than a section."""

from __future__ import annotations

import threading
import time
from pathlib import Path

import pytest

from tests.warehouse.database.test_store import let_go, other_process, writer
from warehouse.database.place import Place
from warehouse.database.publish import publish
from warehouse.database.store import Warehouse, exclusive, reading, staying, writing
from warehouse.database.writer_lock import turn, wanted


@pytest.fixture
def place(tmp_path: Path) -> Place:
    """An empty warehouse."""
    made = Place.at(tmp_path / "desk.duckdb")
    with writing(made):
        pass
    return made


def add(warehouse: Warehouse, entity_id: str) -> None:
    """Write something."""
    with warehouse.transaction():
        warehouse.append("entity", ("entity_id", "entity_type", "name"), [(entity_id, "place", "Osk")])


def entities(warehouse: Warehouse) -> int:
    """How much was written."""
    ((count,),) = warehouse.connection.execute("select count(*) from entity").fetchall()
    return int(count)


def test_the_database_stays_open(place: Place) -> None:
    """Sections of one run find the same connection, one inside another's block too; after the block it is closed."""
    with staying(place):
        with writing(place) as first:
            add(first, "e1")
        with staying(place), writing(place) as second:
            assert second is first
        with writing(place) as third:
            assert third is first
            assert entities(third) == 1
    with other_process(writer(place)) as child:
        let_go(child)
    with writing(place) as after:
        assert after is not first


@pytest.mark.parametrize(("cores", "threads"), [(1, 1), (4, 2), (64, 4)])
def test_a_run_says_how_many_cores_there_are(place: Place, cores: int, threads: int) -> None:
    """DuckDB files with one thread for two of the cores that a run may use, and with four at most."""
    with staying(place, cores), writing(place) as warehouse:
        ((found,),) = warehouse.connection.execute("select current_setting('threads')").fetchall()
    assert found == threads


def test_who_waits_gets_a_turn_while_the_run_does_other_things(place: Place) -> None:
    """Another process can write between two sections, however long these are apart, and the run sees what it wrote."""
    with staying(place):
        with writing(place) as warehouse:
            add(warehouse, "e1")
        with other_process(_adding(place)) as child:
            let_go(child)
        with writing(place) as again:
            assert again is not warehouse
            assert entities(again) == 2


def _adding(place: Place) -> str:
    return (
        "import sys; from warehouse.database.store import writing; from warehouse.database.place import Place\n"
        f"with writing(Place.at({str(place.published)!r})) as w:\n"
        "    w.append('entity', ('entity_id', 'entity_type', 'name'), [('e2', 'place', 'Lark')])\n"
        "print('held', flush=True); sys.stdin.readline()"
    )


def test_threads_of_one_process_share_it(place: Place) -> None:
    """Another thread's section waits for this one's and uses the same connection; a publication closes it first."""
    seen: list[Warehouse] = []

    def other() -> None:
        with writing(place) as warehouse:
            seen.append(warehouse)

    with staying(place):
        with writing(place) as mine:
            thread = threading.Thread(target=other)
            thread.start()
            time.sleep(0.05)
            assert seen == []
            add(mine, "e1")
        thread.join()
        assert seen == [mine]
        with exclusive(place):
            publish(place)
        with reading(place) as published:
            assert entities(published) == 1
        with writing(place) as again:
            assert again is not mine


def broken_off(place: Place) -> None:
    """A section that something stops in the midst of a transaction."""
    with writing(place) as warehouse:
        warehouse.connection.begin()
        warehouse.append("entity", ("entity_id", "entity_type", "name"), [("e1", "place", "Osk")])
        raise ValueError("stop")


def test_a_section_that_fails_closes_the_database(place: Place) -> None:
    """After an error nothing of it is left, the next section begins with a new connection, and the turn was free."""
    with staying(place):
        with pytest.raises(ValueError, match="stop"):
            broken_off(place)
        with turn(place, 0, lambda: None):
            assert not wanted(place)
        with writing(place) as again:
            assert entities(again) == 0


def test_those_who_wait_can_be_seen(place: Place) -> None:
    """A turn is wanted as long as somebody waits for it."""
    with turn(place, 0, lambda: None):
        assert not wanted(place)
        waiting = threading.Event()
        thread = threading.Thread(target=_wait, args=(place, waiting))
        thread.start()
        assert waiting.wait(120)
        assert wanted(place)
    thread.join()
    assert not wanted(place)


def _wait(place: Place, waiting: threading.Event) -> None:
    with turn(place, 60, waiting.set):
        pass
