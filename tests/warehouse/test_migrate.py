"""Migrations: applied once, remembered by checksum; foreign and newer files are refused and left untouched."""

from __future__ import annotations

from pathlib import Path

import duckdb
import pytest

from parsers.errors import DatabaseForeign, DatabaseNewer, MigrationChanged
from warehouse.migrate import standing
from warehouse.place import Place
from warehouse.publish import publish
from warehouse.sql import scripts
from warehouse.store import exclusive, reading, writing


def made(path: Path) -> Place:
    """A fresh published warehouse."""
    place = Place.at(path)
    with writing(place):
        pass
    with exclusive(place):
        publish(place)
    return place


def test_a_fresh_database_has_every_migration_once(tmp_path: Path) -> None:
    """Opening for writing applies all migrations; opening again applies none."""
    place = made(tmp_path / "desk.duckdb")
    with writing(place) as warehouse:
        now = standing(warehouse.connection, "desk")
    assert now.applied == tuple(s.name for s in scripts("migrations"))
    assert now.pending == ()
    assert now.views_current


def test_a_foreign_database_is_left_untouched(tmp_path: Path) -> None:
    """A DuckDB file that is not ours gives a clear error, and not a byte of it changes."""
    path = tmp_path / "other.duckdb"
    with duckdb.connect(str(path)) as connection:
        connection.execute("create table theirs (x integer)")
    before = path.read_bytes()
    with pytest.raises(DatabaseForeign, match="no newsdesk database"), writing(Place.at(path)):
        pass
    assert path.read_bytes() == before
    assert not Place.at(path).desk.exists()


def test_a_file_that_is_no_database_is_left_untouched(tmp_path: Path) -> None:
    """A text file under the database's name gives a clear error and stays as it is."""
    path = tmp_path / "notes.duckdb"
    path.write_text("shopping list\n" * 400)
    with pytest.raises(DatabaseForeign, match="not a DuckDB database"), writing(Place.at(path)):
        pass
    assert path.read_text() == "shopping list\n" * 400


def _alter(place: Place, statement: str) -> None:
    with duckdb.connect(str(place.live)) as connection:
        connection.execute(statement)


def test_a_newer_database_is_refused(tmp_path: Path) -> None:
    """A database with a migration this version does not know says: update newsdesk."""
    place = made(tmp_path / "desk.duckdb")
    _alter(place, "insert into schema_migration values ('9999_later', 'x', now())")
    with pytest.raises(DatabaseNewer, match="9999_later"), writing(place):
        pass


def test_a_changed_migration_is_refused(tmp_path: Path) -> None:
    """A migration that was applied with other contents is named."""
    place = made(tmp_path / "desk.duckdb")
    _alter(place, "update schema_migration set checksum = 'x' where name = '0001_ledger'")
    with pytest.raises(MigrationChanged, match="0001_ledger"), writing(place):
        pass


def test_a_failed_migration_leaves_nothing_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A migration is all or nothing."""
    from warehouse import migrate, sql

    place = made(tmp_path / "desk.duckdb")
    broken = sql.Script("0900_broken", "create table half (x integer); select * from nowhere;")
    monkeypatch.setattr(
        migrate, "scripts", lambda folder: (*scripts(folder), broken) if folder == "migrations" else scripts(folder)
    )
    with pytest.raises(duckdb.CatalogException), writing(place):
        pass
    monkeypatch.undo()
    with writing(place) as warehouse:
        tables = warehouse.connection.execute("select table_name from duckdb_tables()").fetchall()
    assert ("half",) not in tables


def test_publishing_never_replaces_what_is_not_ours(tmp_path: Path) -> None:
    """When something else has come to lie at the published path, it stays."""
    place = made(tmp_path / "desk.duckdb")
    place.published.unlink()
    with duckdb.connect(str(place.published)) as connection:
        connection.execute("create table theirs (x integer)")
    with pytest.raises(DatabaseForeign), exclusive(place):
        publish(place)


def test_readers_never_see_a_lock(tmp_path: Path) -> None:
    """The published file opens read-only while a writer is at work."""
    place = made(tmp_path / "desk.duckdb")
    with writing(place), reading(place) as warehouse:
        assert warehouse.connection.execute("select count(*) from article").fetchall() == [(0,)]


def test_facts_filed_before_there_was_a_polarity_count_as_so_and_likely(tmp_path: Path) -> None:
    """The migration gives old facts a polarity and the weaker certainty, so that views do not take them for read by clauses."""
    place = Place.at(tmp_path / "desk.duckdb")
    with writing(place) as warehouse:
        columns = warehouse.connection.execute(
            "select column_name, column_default from duckdb_columns() where table_name = 'fact' and column_name in ('polarity', 'certainty')"
        ).fetchall()
    assert {name: default.strip("'") for name, default in columns} == {"polarity": "+", "certainty": "likely"}
