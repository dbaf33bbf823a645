"""Restoring: a file becomes the state of the desk, what it replaces is kept, and files that cannot be used are refused."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import duckdb
import pytest

from parsers.errors import DatabaseBusy, DatabaseDamaged, DatabaseForeign, DatabaseNewer, UsageError, WarehouseError
from tests.damage import cut, empty, flip_everywhere, flip_fact, zero_header
from tests.filing import file_texts
from tests.kills import act_and_kill
from warehouse.database.backup import About, back_up, manifest_path
from warehouse.database.place import Place
from warehouse.filing.ledger import RunLock
from warehouse.filing.restore import restore
from warehouse.filing.verify import verify_desk

AT = datetime(2026, 3, 1, 3, 17, tzinfo=UTC)
ABOUT = About(newsdesk="1.2", made_at=AT)


def text(what: str) -> str:
    """A short report."""
    return f"{what} opens\n\n" + f"The {what} in the old town was opened on Monday, the mayor said. " * 4


@pytest.fixture
def place(tmp_path: Path) -> Place:
    """A desk with three articles, of which a backup in `b.duckdb` has two."""
    made = Place.at(tmp_path / "desk.duckdb")
    file_texts(made, {"a.txt": text("bridge"), "b.txt": text("market")})
    back_up(made, tmp_path / "b.duckdb", ABOUT)
    file_texts(made, {"c.txt": text("harbour")})
    return made


def articles(path: Path) -> int:
    """How many articles a database has."""
    with duckdb.connect(str(path), read_only=True) as connection:
        ((n,),) = connection.execute("select count(*) from article").fetchall()
    return int(n)


def test_the_state_of_the_backup_comes_back(place: Place, tmp_path: Path) -> None:
    """Both files have it, what they replace is kept, and later runs go on from it."""
    done = restore(place, tmp_path / "b.duckdb", AT)
    assert (articles(place.live), articles(place.published), done.articles) == (2, 2, 2)
    assert {p.name: articles(p) for p in done.kept.iterdir()} == {"live.duckdb": 3, "desk.duckdb": 3}
    file_texts(place, {"c.txt": text("harbour"), "d.txt": text("station")})
    assert articles(place.published) == 4
    assert all(found.whole for found in verify_desk(place))


def test_what_was_replaced_can_be_restored(place: Place, tmp_path: Path) -> None:
    """Restoring is taken back by restoring what it kept."""
    kept = restore(place, tmp_path / "b.duckdb", AT).kept
    restore(place, kept / "live.duckdb", AT.replace(minute=18))
    assert articles(place.published) == 3


def test_twice_at_the_same_time(place: Place, tmp_path: Path) -> None:
    """A second restore within a second, or with a clock that was put back, keeps what it replaces beside the first one's."""
    kept = [restore(place, tmp_path / "b.duckdb", AT).kept for _ in range(3)]
    assert len(set(kept)) == 3
    assert all((folder / place.live.name).exists() for folder in kept)


def test_a_published_file_put_there_by_hand_is_adopted(place: Place, tmp_path: Path) -> None:
    """The published file itself can be named."""
    shutil.copy(tmp_path / "b.duckdb", place.published)
    restore(place, place.published, AT)
    assert (articles(place.live), articles(place.published)) == (2, 2)


def test_changes_of_another_program_come_along(place: Place, tmp_path: Path) -> None:
    """What is in a log beside the file, because that program was killed, is part of what is restored."""
    act_and_kill(lambda: _write(tmp_path / "b.duckdb"), 0)
    child = (tmp_path / "b.duckdb.wal").exists()
    restored = restore(place, tmp_path / "b.duckdb", AT)
    assert child
    assert restored.articles == 2
    with duckdb.connect(str(place.published), read_only=True) as connection:
        assert connection.execute("select name from entity where entity_id = 'mine'").fetchall() == [("Osk",)]


def _write(path: Path) -> None:
    connection = duckdb.connect(str(path))
    connection.execute("insert into entity (entity_id, entity_type, name) values ('mine', 'place', 'Osk')")
    path.with_name("no such file").unlink(missing_ok=True)  # where the kill happens


def test_without_a_desk_it_is_made(tmp_path: Path, place: Place) -> None:
    """A backup makes a desk on another machine."""
    other = Place.at(tmp_path / "elsewhere" / "desk.duckdb")
    with pytest.raises(UsageError, match="does not exist"):
        restore(other, tmp_path / "b.duckdb", AT)
    other.published.parent.mkdir()
    done = restore(other, tmp_path / "b.duckdb", AT)
    assert articles(other.published) == 2
    assert not done.kept.exists()


def test_another_file_where_the_database_should_be_stays(tmp_path: Path, place: Place) -> None:
    """A desk is not made over somebody else's file."""
    letter = Place.at(tmp_path / "letter.duckdb")
    letter.published.write_text("Dear sir")
    with pytest.raises(DatabaseForeign, match="name another"):
        restore(letter, tmp_path / "b.duckdb", AT)
    assert letter.published.read_text() == "Dear sir"


def _newer(path: Path) -> None:
    with duckdb.connect(str(path)) as connection:
        connection.execute("insert into schema_migration values ('9999_later', 'x', now())")


def _foreign(path: Path) -> None:
    path.unlink()
    duckdb.connect(str(path)).execute("create table theirs (x integer)").close()


def _other(path: Path) -> None:
    with duckdb.connect(str(path)) as connection:
        connection.execute("delete from article")


@pytest.mark.parametrize(
    ("harm", "error", "said"),
    [
        (zero_header, DatabaseForeign, "not a DuckDB database"),
        (empty, DatabaseForeign, "not a DuckDB database"),
        (cut, DatabaseDamaged, "is damaged"),
        (flip_fact, DatabaseDamaged, "is damaged in fact"),
        (flip_everywhere, DatabaseDamaged, "is damaged"),
        (_newer, DatabaseNewer, "9999_later.*update newsdesk"),
        (_foreign, DatabaseForeign, "no newsdesk database"),
        (_other, DatabaseDamaged, "is not the file that .*b.duckdb.json describes"),
    ],
)
def test_what_cannot_be_used_is_refused(
    place: Place, tmp_path: Path, harm: Callable[[Path], None], error: type[WarehouseError], said: str
) -> None:
    """Damaged, foreign and newer files are refused in one line that says why, and nothing of the desk changes."""
    before = (place.live.read_bytes(), place.published.read_bytes())
    harm(tmp_path / "b.duckdb")
    with pytest.raises(error, match=said) as told:
        restore(place, tmp_path / "b.duckdb", AT)
    assert "\n" not in str(told.value)
    assert (place.live.read_bytes(), place.published.read_bytes()) == before
    assert [p for p in place.desk.iterdir() if ".part" in p.name or p.name == "replaced"] == []


def test_without_its_manifest(place: Place, tmp_path: Path) -> None:
    """A backup whose manifest is lost is restored all the same: its blocks are checked; a wrong manifest is named."""
    manifest_path(tmp_path / "b.duckdb").write_text("[]")
    with pytest.raises(WarehouseError, match="no manifest"):
        restore(place, tmp_path / "b.duckdb", AT)
    manifest_path(tmp_path / "b.duckdb").unlink()
    assert restore(place, tmp_path / "b.duckdb", AT).manifest is None


def test_no_file_and_its_own_file(place: Place, tmp_path: Path) -> None:
    """What is not there, and the live file itself, cannot be restored."""
    with pytest.raises(UsageError, match="there is no file"):
        restore(place, tmp_path / "none.duckdb", AT)
    with pytest.raises(UsageError, match="own file already"):
        restore(place, place.live, AT)


def test_a_run_that_lives_is_waited_for(place: Place, tmp_path: Path) -> None:
    """A run would go on with documents that the restored state does not know; it is named, waited for, and then refused."""
    lock = RunLock(place, "20260301T000000-aaaa")
    heard: list[str] = []
    with pytest.raises(DatabaseBusy, match="20260301T000000-aaaa is filing"):
        restore(place, tmp_path / "b.duckdb", AT, wait=0)
    assert articles(place.live) == 3

    def say(said: str) -> None:
        heard.append(said)
        lock.release()

    restore(place, tmp_path / "b.duckdb", AT, wait=60, say=say)
    assert len(heard) == 1
    assert articles(place.live) == 2


@pytest.mark.trial
def test_a_kill_at_every_step(tmp_path: Path) -> None:
    """Whenever a restoration is killed, the desk has the old state or the new one, the next run works, and nothing is lost."""
    first = Place.at(tmp_path / "first.duckdb")
    file_texts(first, {"a.txt": text("bridge"), "b.txt": text("market")})
    backup = tmp_path / "b.duckdb"
    back_up(first, backup, ABOUT)
    file_texts(first, {"c.txt": text("harbour")})
    steps = act_and_kill(lambda: restore(_copied(first, tmp_path / "try"), backup, AT), None)
    assert steps > 8
    ends = set()
    for at in range(steps):
        place = _copied(first, tmp_path / f"t{at}")
        assert act_and_kill(lambda place=place: restore(place, backup, AT), at) == -1
        assert articles(place.published) in (2, 3)
        was = articles(place.live)
        file_texts(place, {"d.txt": text("station")})
        assert articles(place.published) == articles(place.live) == was + 1
        ends.add(was)
        if was == 2:
            assert articles(place.replaced / "20260301T031700Z" / "live.duckdb") == 3
        shutil.rmtree(place.published.parent)
    assert ends == {2, 3}


def _copied(first: Place, folder: Path) -> Place:
    """A copy of a desk in a folder of its own."""
    folder.mkdir()
    made = Place.at(folder / "first.duckdb")
    shutil.copy2(first.published, made.published)
    shutil.copytree(first.desk, made.desk)
    return made
