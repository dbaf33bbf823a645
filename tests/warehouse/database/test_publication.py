"""What was published last is remembered: no other file at that path is replaced without a word, and no damage is published."""

from __future__ import annotations

import os
import shutil
from datetime import UTC, datetime
from pathlib import Path

import duckdb
import pytest

from parsers.errors import DatabaseDamaged, DatabaseForeign, PublishedChanged
from tests.damage import flip_used_block
from tests.filing import file_texts
from warehouse.database import aside, publication
from warehouse.database.blocks import read_blocks
from warehouse.database.place import Place
from warehouse.database.publish import publish
from warehouse.database.store import consulting, exclusive, reading

AT = datetime(2026, 3, 1, tzinfo=UTC)


def text(what: str) -> str:
    """A short report."""
    return f"{what} opens\n\n" + f"The {what} in the old town was opened on Monday, the mayor said. " * 4


@pytest.fixture
def place(tmp_path: Path) -> Place:
    """A desk with one article."""
    made = Place.at(tmp_path / "desk.duckdb")
    file_texts(made, {"a.txt": text("bridge")})
    return made


def articles(place: Place) -> int:
    """How many articles people can read."""
    with reading(place) as warehouse:
        ((n,),) = warehouse.connection.execute("select count(*) from article").fetchall()
    return int(n)


def test_an_older_state_put_there_is_not_replaced(place: Place, tmp_path: Path) -> None:
    """A copied-back backup stays as it is; what is filed is kept in the desk's own file until somebody chooses."""
    shutil.copy(place.published, tmp_path / "backup.duckdb")
    file_texts(place, {"b.txt": text("market")})
    shutil.copy(tmp_path / "backup.duckdb", place.published)
    with pytest.raises(PublishedChanged, match=r"another state of this desk.*restore.*publish --replace"):
        file_texts(place, {"c.txt": text("harbour")})
    assert articles(place) == 1
    with consulting(place) as warehouse:
        assert warehouse.connection.execute("select count(*) from article").fetchall() == [(3,)]
    kept = aside.folder(place, AT)
    with exclusive(place):
        publish(place, aside=kept)
    assert articles(place) == 3
    assert (kept / "desk.duckdb").read_bytes() == (tmp_path / "backup.duckdb").read_bytes()
    file_texts(place, {"d.txt": text("station")})
    assert articles(place) == 4


def test_a_published_file_that_is_newer_is_not_replaced(place: Place, tmp_path: Path) -> None:
    """Where the desk's own file was put back by hand, what is published has runs that it lacks, and stays."""
    shutil.copy(place.live, tmp_path / "older.duckdb")
    file_texts(place, {"b.txt": text("market")})
    shutil.copy(tmp_path / "older.duckdb", place.live)
    with pytest.raises(PublishedChanged, match="has runs that the desk's own file lacks"), exclusive(place):
        publish(place)
    place.publication.unlink()  # a desk of an older version remembers nothing, and is compared by its runs
    with pytest.raises(PublishedChanged, match="has runs that the desk's own file lacks"), exclusive(place):
        publish(place)
    assert articles(place) == 2


def test_what_is_the_same_file_may_move(place: Place) -> None:
    """A published file that was touched, or copied with its folder, is known by its contents."""
    os.utime(place.published)
    copied = place.published.with_name("copied")
    shutil.copy(place.published, copied)
    copied.replace(place.published)
    assert publication.is_known(place)
    file_texts(place, {"b.txt": text("market")})
    assert articles(place) == 2


def test_a_deleted_published_file_comes_back(place: Place) -> None:
    """Nothing at the path is nothing to lose."""
    place.published.unlink()
    file_texts(place, {"b.txt": text("market")})
    assert articles(place) == 2


def test_somebody_elses_file_stays(place: Place) -> None:
    """A letter, or another program's database, is not replaced."""
    place.published.write_text("Dear sir")
    with pytest.raises(DatabaseForeign, match="publish --replace"), exclusive(place):
        publish(place)
    place.published.unlink()
    duckdb.connect(str(place.published)).execute("create table theirs (x integer)").close()
    with pytest.raises(DatabaseForeign, match="no newsdesk database"), exclusive(place):
        publish(place)


def test_damage_is_not_published(place: Place) -> None:
    """A damaged live file replaces nothing; the message names it and the file from which the desk can go on."""
    flip_used_block(place.live, "fact")
    before = place.published.read_bytes()
    with pytest.raises(DatabaseDamaged, match=rf"live.duckdb is damaged.*restore {place.published}"), exclusive(place):
        publish(place)
    assert place.published.read_bytes() == before


def test_damage_in_a_free_block_hinders_nothing(place: Place) -> None:
    """A damaged block in which nothing is stored does not stop the desk."""
    with duckdb.connect(str(place.live)) as connection:
        connection.execute("create table big as select repeat(md5(range::varchar), 40) as s from range(9000)")
    with duckdb.connect(str(place.live)) as connection:
        connection.execute("drop table big")
        connection.execute("create table last as select repeat(md5(range::varchar), 40) as s from range(2000)")
    flip_used_block(place.live, None)
    assert read_blocks(place.live).damaged == 1
    with exclusive(place):
        publish(place)
    assert articles(place) == 1


def test_a_kill_between_the_steps_of_a_publication_leaves_a_known_file(place: Place) -> None:
    """Both the file before and the new one are known while one replaces the other."""
    (before,) = publication.remembered(place)
    file_texts(place, {"b.txt": text("market")})
    (after,) = publication.remembered(place)
    publication.remember(place, before, after)  # as between the two steps
    assert publication.is_known(place)
    file_texts(place, {"c.txt": text("harbour")})
    assert len(publication.remembered(place)) == 1
    assert articles(place) == 3
