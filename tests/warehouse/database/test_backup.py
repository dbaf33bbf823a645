"""Backups: complete, consistent while runs write, written at once, never over another file, described by a manifest."""

from __future__ import annotations

import errno
import hashlib
import json
import os
import subprocess
import threading
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import duckdb
import pytest

from parsers.errors import DatabaseDamaged, UsageError, WarehouseError
from tests.damage import flip_fact
from tests.filing import file_texts
from tests.kills import act_and_kill
from warehouse.database import aside
from warehouse.database.backup import About, back_up, manifest_path, read_manifest
from warehouse.database.place import Place
from warehouse.database.store import staying, writing
from warehouse.filing.verify import verify_copy

ABOUT = About(newsdesk="1.2", made_at=datetime(2026, 3, 1, 3, 17, tzinfo=UTC), settings=("NEWSDESK_DASK",))


def text(what: str) -> str:
    """A short report."""
    return f"{what} opens\n\n" + f"The {what} in the old town was opened on Monday, the mayor said. " * 4


@pytest.fixture
def place(tmp_path: Path) -> Place:
    """A desk with two articles and one rejected document."""
    made = Place.at(tmp_path / "desk.duckdb")
    file_texts(made, {"a.txt": text("bridge"), "b.txt": text("market"), "c.txt": ""})
    return made


def rows(path: Path, query: str) -> list[tuple[object, ...]]:
    """The answer of a database file."""
    with duckdb.connect(str(path), read_only=True) as connection:
        return connection.execute(query).fetchall()


def test_everything_is_in_it(place: Place, tmp_path: Path) -> None:
    """The backup has every row of every table; the manifest has versions, counts, length, SHA-256 and names of settings."""
    with writing(place) as warehouse:  # what is not published yet is in it, too
        warehouse.append("entity", ("entity_id", "entity_type", "name"), [("e1", "place", "Osk")])
    to = tmp_path / "b.duckdb"
    manifest = back_up(place, to, ABOUT)
    assert read_manifest(to) == manifest
    assert manifest.sha256 == hashlib.sha256(to.read_bytes()).hexdigest()
    assert (manifest.newsdesk, manifest.settings, manifest.byte_length) == (
        "1.2",
        ("NEWSDESK_DASK",),
        to.stat().st_size,
    )
    assert json.loads(manifest_path(to).read_text("utf-8"))["rows"]["arrival"] == 3
    names = [n for (n,) in rows(place.live, "select table_name from duckdb_tables() order by 1")]
    assert [n for n, _ in manifest.rows] == names
    for name in names:
        assert rows(to, f'from "{name}" order by all') == rows(place.live, f'from "{name}" order by all'), name
    assert verify_copy(place, to).whole
    assert [c.path for c in aside.copies(place) if c.why == "backup"] == [to]


def test_a_file_that_is_there_stays_unless_asked(place: Place, tmp_path: Path) -> None:
    """Another file is replaced only on request, whole, with its manifest; the desk's own files never."""
    to = tmp_path / "b.duckdb"
    to.write_text("precious")
    with pytest.raises(UsageError, match="exists"):
        back_up(place, to, ABOUT)
    assert to.read_text() == "precious"
    back_up(place, to, ABOUT, replace=True)
    file_texts(place, {"d.txt": text("station")})
    back_up(place, to, ABOUT, replace=True)
    assert dict((read_manifest(to) or back_up(place, to, ABOUT)).rows)["article"] == 3
    for own in (place.published, place.live, place.desk / "mine.duckdb"):
        with pytest.raises(UsageError, match="belongs to the desk"):
            back_up(place, own, ABOUT, replace=True)
    with pytest.raises(UsageError, match="folder that exists"):
        back_up(place, tmp_path / "none" / "b.duckdb", ABOUT)


def test_a_file_that_comes_meanwhile_stays(place: Place, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Two backups to one name at once: the second is refused, and leaves nothing."""
    to = tmp_path / "b.duckdb"
    original = os.link

    def late(source: Path, target: Path) -> None:
        to.write_text("precious")
        original(source, target)

    monkeypatch.setattr(os, "link", late)
    with pytest.raises(UsageError, match="exists"):
        back_up(place, to, ABOUT)
    assert to.read_text() == "precious"
    assert sorted(p.name for p in tmp_path.iterdir() if "b.duckdb" in p.name) == ["b.duckdb"]


def test_while_a_writer_commits(place: Place, tmp_path: Path) -> None:
    """A run that writes gives way between two sections; each backup holds whole transactions, and the run loses nothing."""
    stop = threading.Event()
    done: list[int] = []

    def run() -> None:
        with staying(place):
            while not stop.is_set():
                with writing(place) as warehouse, warehouse.transaction():
                    number = len(done)
                    for table in ("entity", "entity_alias"):
                        columns = (
                            ("entity_id", "entity_type", "name") if table == "entity" else ("entity_id", "surface")
                        )
                        values = (f"e{number}", "place", "Osk")[: len(columns)]
                        warehouse.append(table, columns, [values])
                done.append(number)

    writer = threading.Thread(target=run)
    writer.start()
    try:
        seen = []
        for number in range(3):
            to = tmp_path / f"b{number}.duckdb"
            before = len(done)
            back_up(place, to, ABOUT)
            ((entities, aliases),) = rows(
                to,
                "select (select count(*) from entity where name = 'Osk'), (select count(*) from entity_alias where surface = 'place')",
            )
            assert entities == aliases
            assert isinstance(entities, int)
            assert entities >= before
            seen.append(entities)
    finally:
        stop.set()
        writer.join()
    assert seen == sorted(seen)
    assert rows(place.live, "select count(*) from entity where name = 'Osk'") == [(len(done),)]


def test_a_damaged_desk_is_not_backed_up(place: Place, tmp_path: Path) -> None:
    """Damage is named with its cure, and no file is left."""
    flip_fact(place.live)
    with pytest.raises(DatabaseDamaged, match=r"live.duckdb is damaged in fact"):
        back_up(place, tmp_path / "b.duckdb", ABOUT)
    assert [p.name for p in tmp_path.iterdir() if "b.duckdb" in p.name] == []


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of one megabyte. Skips where none can be mounted."""
    folder = tmp_path / "small"
    folder.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", str(folder)], capture_output=True, check=False
    )
    if mounted.returncode:
        pytest.skip("no disk can be mounted here")
    yield folder
    subprocess.run(["umount", str(folder)], check=True)


def test_a_full_disk(place: Place, small_disk: Path) -> None:
    """A disk that is too small is named in one sentence, and nothing is left on it."""
    with pytest.raises(WarehouseError, match="No space left on device") as told:
        back_up(place, small_disk / "b.duckdb", ABOUT)
    assert "\n" not in str(told.value)
    assert list(small_disk.iterdir()) == []


@pytest.mark.trial
def test_a_kill_at_every_step(place: Place, tmp_path: Path) -> None:
    """Whenever a backup is killed, there is no file under its name or a whole one; the next one works, the desk is as it was."""
    before = place.published.read_bytes()
    steps = act_and_kill(lambda: back_up(place, tmp_path / "whole.duckdb", ABOUT), None)
    assert steps > 4
    for at in range(steps):
        to = tmp_path / f"b{at}.duckdb"
        assert act_and_kill(lambda to=to: back_up(place, to, ABOUT), at) == -1
        if to.exists():
            assert verify_copy(place, to).whole
        back_up(place, to, ABOUT, replace=True)
        assert verify_copy(place, to).whole
    assert place.published.read_bytes() == before


def test_a_full_disk_of_the_desk_does_not_undo_a_backup(
    place: Place, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where the list of backups cannot be written, the backup is whole, and a line says which command must be told of it."""

    def full(*words: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr("warehouse.database.backup.note_backup", full)
    said: list[str] = []
    manifest = back_up(place, tmp_path / "b.duckdb", ABOUT, say=said.append)
    assert read_manifest(tmp_path / "b.duckdb") == manifest
    assert verify_copy(place, tmp_path / "b.duckdb").whole
    assert [f"--backup {tmp_path / 'b.duckdb'}" in line for line in said] == [True]
