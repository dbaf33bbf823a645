"""Watched folders: what is taken in, what is left for later, and what costs nothing."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

import pytest

from flows.clock import now
from flows.inbox import folders
from flows.inbox.files import Numbers
from flows.run.desk import Run, new_run_id, unwatched
from flows.run.summary import Summary
from parsers.known import Desk
from warehouse.database.place import Place
from warehouse.database.store import Warehouse, reading
from warehouse.filing import watched
from warehouse.filing.watched import Look, Seen

TEXT = """Harbour Gazette
Harbour: Ferry pier opens after repairs

By Mona Lind

The ferry pier in the old harbour opened again on Monday after repairs that took four months and cost 2.5 million euros.
The first boat left at six in the morning with forty passengers aboard, the harbour master said.
"""
SECOND = 1_000_000_000


@pytest.fixture
def inbox(tmp_path: Path) -> Path:
    """A folder whose files were finished long ago."""
    folder = tmp_path / "inbox"
    folder.mkdir()
    return folder


def drop(folder: Path, name: str, text: str = TEXT, age: float = 60.0) -> Path:
    """Put a file into a folder, last changed `age` seconds ago."""
    path = folder / name
    path.write_text(text, "utf-8")
    when = now().timestamp() - age
    os.utime(path, (when, when))
    return path


def take_in(place: Place, paths: Sequence[Path]) -> Summary:
    """One sweep without Prefect."""
    run_id = new_run_id()
    door = folders.at_door([str(p) for p in paths], place)
    if not door.files:
        return Summary(run_id)
    run = Run(place, Desk(), kind="ingest", run_id=run_id)

    def remember(warehouse: Warehouse, summary: Summary) -> None:
        watched.remember(warehouse, door.taken, now())

    return run.go(door.arrivals(Numbers(run_id)), run.steps(), unwatched, closing=remember)


def arrivals(place: Place) -> int:
    """How many arrivals the published ledger has."""
    with reading(place) as warehouse:
        return int(warehouse.connection.execute("select count(*) from arrival").fetchall()[0][0])


def look(path: str = "a", size: int = 1, modified: int = 0) -> Look:
    """A look that was never taken."""
    return Look(path=path, byte_length=size, modified_ns=modified, changed_ns=modified)


def test_a_file_is_taken_in_once_however_often_the_folder_is_swept(inbox: Path, tmp_path: Path) -> None:
    """An unchanged folder costs no run and no arrival."""
    place = Place.at(tmp_path / "desk.duckdb")
    drop(inbox, "pier.txt")
    assert take_in(place, [inbox]).documents == 1
    assert take_in(place, [inbox]).documents == 0
    assert arrivals(place) == 1


def test_a_file_name_that_is_no_utf8_stops_nobody(inbox: Path, tmp_path: Path) -> None:
    """A name of any bytes is taken in once, like those beside it."""
    place = Place.at(tmp_path / "desk.duckdb")
    drop(inbox, os.fsdecode(b"pi\xe9r.txt"))
    drop(inbox, "lock.txt", TEXT.replace("pier", "lock"))
    assert take_in(place, [inbox]).documents == 2
    assert take_in(place, [inbox]).documents == 0
    assert arrivals(place) == 2


def test_a_touched_file_is_no_arrival(inbox: Path, tmp_path: Path) -> None:
    """New times and the same bytes are remembered, not filed."""
    place = Place.at(tmp_path / "desk.duckdb")
    path = drop(inbox, "pier.txt")
    take_in(place, [inbox])
    os.utime(path, (now().timestamp() - 30, now().timestamp() - 30))
    assert take_in(place, [inbox]).documents == 0
    assert arrivals(place) == 1


def test_a_changed_file_is_an_arrival(inbox: Path, tmp_path: Path) -> None:
    """Other bytes under the same name are taken in."""
    place = Place.at(tmp_path / "desk.duckdb")
    drop(inbox, "pier.txt")
    take_in(place, [inbox])
    drop(inbox, "pier.txt", TEXT + "\nA second pier will follow in spring, the council decided on Tuesday.\n", age=30)
    assert take_in(place, [inbox]).documents == 1


def test_a_renamed_file_is_recognised_by_its_bytes(inbox: Path, tmp_path: Path) -> None:
    """Under a new name it arrives, and ends as unchanged."""
    place = Place.at(tmp_path / "desk.duckdb")
    drop(inbox, "pier.txt").rename(inbox / "ferry.txt")
    take_in(place, [inbox])
    (inbox / "ferry.txt").rename(inbox / "boat.txt")
    assert take_in(place, [inbox]).outcomes == {"unchanged": 1}


def test_what_the_command_line_filed_is_not_filed_again_by_the_watcher(inbox: Path, tmp_path: Path) -> None:
    """A file that the ledger knows, and the watcher does not, costs no arrival."""
    from flows.inbox.files import arrivals as all_of

    place = Place.at(tmp_path / "desk.duckdb")
    drop(inbox, "pier.txt")
    run = Run(place, Desk(), kind="ingest", run_id="20260101T000000-aaaa")
    run.go(all_of([str(inbox)], Numbers("20260101T000000-aaaa")), run.steps(), unwatched)
    assert take_in(place, [inbox]).documents == 0


def test_a_file_changed_a_moment_ago_is_left_for_the_next_round(inbox: Path, tmp_path: Path) -> None:
    """What may still be being written is not read."""
    place = Place.at(tmp_path / "desk.duckdb")
    drop(inbox, "pier.txt", age=0.0)
    door = folders.at_door([str(inbox)], place)
    assert not door.files
    assert [Path(x.path).name for x in door.growing] == ["pier.txt"]


def test_a_file_that_vanishes_before_it_is_read_is_no_arrival(inbox: Path, tmp_path: Path) -> None:
    """Nothing arrived, so the ledger says nothing."""
    path = drop(inbox, "pier.txt")
    door = folders.at_door([str(inbox)], Place.at(tmp_path / "desk.duckdb"))
    path.unlink()
    assert list(door.arrivals(Numbers("x"))) == []
    assert door.taken == []


@pytest.mark.parametrize(
    ("now_ns", "before", "expected"),
    [
        (10 * SECOND, None, False),
        (SECOND // 10, None, True),
        (10 * SECOND, look(size=0), True),
        (-SECOND, None, True),
        (-3600 * SECOND, None, True),
        (-3600 * SECOND, look(), False),
    ],
)
def test_a_file_grows_while_it_is_young_or_looks_otherwise(now_ns: int, before: Look | None, expected: bool) -> None:
    """Young files wait; files from the future, by another machine's clock, wait for two equal looks."""
    assert folders.growing(look(), before, now_ns) is expected


def test_a_file_that_could_not_be_read_is_fresh_when_it_can_be(inbox: Path) -> None:
    """An unreadable file is not tried again and again, but it is not forgotten either."""
    path = drop(inbox, "pier.txt")
    (seen,) = folders.look([str(path)])
    assert folders.changed([seen], {str(path): Seen(look=seen, sha256=None)}) == (seen,)
    path.unlink()
    assert folders.changed([seen], {str(path): Seen(look=seen, sha256=None)}) == ()
