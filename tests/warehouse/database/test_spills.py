"""Rows that readers put aside on disk: a folder for each, and none that stays when its reader was killed."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.filing import file_texts
from warehouse.asking.query import questions
from warehouse.database import spills
from warehouse.database.place import Place
from warehouse.database.store import writing

SPILLING = """
import sys
from warehouse.asking.query import ask, questions
from warehouse.database.place import Place
with questions(Place.at(sys.argv[1])) as warehouse:
    list(ask(warehouse, "select h from (select hash(a.i) as h from range(100000000000) a(i)) order by h").rows)
"""


@pytest.fixture
def place(tmp_path: Path) -> Place:
    """A desk with one text."""
    made = Place.at(tmp_path / "desk.duckdb")
    file_texts(made, {"a.txt": "The harbour opened on Monday, the ministry said, after three years of work. " * 4})
    return made


def left(place: Place) -> list[Path]:
    """The folders beside a published file."""
    return sorted(place.published.parent.glob("*.tmp"))


def killed(place: Place) -> Path:
    """The folder of a reader that was killed while it sorted more than its memory holds."""
    reader = subprocess.Popen(
        [sys.executable, "-c", SPILLING, str(place.published)], env={**os.environ, "NEWSDESK_MEMORY_LIMIT": "64MB"}
    )
    until = time.monotonic() + 200
    while not left(place):
        assert time.monotonic() < until
        time.sleep(0.05)
    spills.sweep(place)
    (folder,) = left(place)  # while it lives nobody takes it away
    reader.send_signal(signal.SIGKILL)
    reader.wait()
    assert left(place) == [folder]
    return folder


def test_the_next_question_removes_what_a_killed_reader_left(place: Place) -> None:
    """Who asks next removes the folder of a process that is no more."""
    killed(place)
    questions(place).close()
    assert left(place) == []


def test_the_next_writer_removes_it_too(place: Place) -> None:
    """So does a run, also where nobody asks."""
    killed(place)
    with writing(place):
        assert left(place) == []


def test_what_others_made_stays_for_a_day(place: Place) -> None:
    """A folder of another program or machine goes when nothing in it has changed for a day; files and links stay."""
    other, far = (place.published.with_name(f"desk.duckdb{end}") for end in (".tmp", ".00000000-1-1.tmp"))
    for folder in (other, far):
        folder.mkdir()
        (folder / "block").write_text("")
    place.published.with_name("desk.duckdb.note.tmp").write_text("mine")
    place.published.with_name("desk.duckdb.link.tmp").symlink_to(place.published.parent)
    assert spills.sweep(place) == 0
    for path in (other / "block", other, far / "block", far):
        os.utime(path, (0, 0))
    assert spills.sweep(place) == 2
    assert [path.name for path in left(place)] == ["desk.duckdb.link.tmp", "desk.duckdb.note.tmp"]


def test_where_nothing_may_be_removed_readers_read(place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    """A reader without permission for the folder is not disturbed."""
    other = place.published.with_name("desk.duckdb.tmp")
    other.mkdir()
    os.utime(other, (0, 0))

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError

    monkeypatch.setattr(os, "rmdir", refuse)
    with questions(place) as warehouse:
        assert warehouse.connection.execute("select count(*) from article").fetchall() == [(1,)]
