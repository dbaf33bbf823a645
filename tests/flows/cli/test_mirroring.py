"""`newsdesk export --to`: what it says, and one line for what is in the way."""

from __future__ import annotations

import asyncio
import sqlite3
from contextlib import closing
from pathlib import Path

import asyncpg
import pytest

from flows.cli import command_line
from parsers.errors import MirrorFailed, NewsdeskError, UsageError
from tests.filing import file_texts
from tests.servers.postgres import postgres_server
from warehouse.database.place import Place
from warehouse.mirrors import ducklake

TEXT = "Ferry board buys boats\n\n" + "The ferry board of Quarr bought two boats on Monday, the engineer said. " * 5
NOWHERE = "127.0.0.1:9"
"""Port 9 of loopback: nobody listens."""


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Place:
    """A desk of one article."""
    place = Place.at(tmp_path_factory.mktemp("mirroring") / "desk.duckdb")
    file_texts(place, {"a.txt": TEXT})
    return place


def export(place: Place, *words: str) -> int:
    """The exit code of `newsdesk export` on the desk."""
    call = ["export", *words, "--database", str(place.published)]
    code: int = command_line(call)(call, result_action="return_value", exit_on_error=False)
    return code


def refused(place: Place, *words: str) -> str:
    """The line that says why nothing was done."""
    with pytest.raises(NewsdeskError) as why:
        export(place, *words)
    assert isinstance(why.value, UsageError | MirrorFailed)
    assert "\n" not in str(why.value)
    return str(why.value)


def test_the_answer_counts_rows(place: Place, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A line for each relation: rows written, removed, and there; the sum at the end."""
    target = str(tmp_path / "desk.sqlite")
    assert export(place, "article", "story", "--to", "sqlite", target) == 0
    assert [line.split() for line in capsys.readouterr().out.splitlines()] == [
        ["relation", "written", "removed", "rows"], ["article", "1", "0", "1"], ["story", "1", "0", "1"], [],
        ["2", "rows", "written,", "0", "removed"],
    ]  # fmt: skip
    assert export(place, "--to", "sqlite", target) == 0
    assert capsys.readouterr().out.endswith("\n0 rows written, 0 removed\n")


def test_datasette_finds_what_it_needs(place: Place, tmp_path: Path) -> None:
    """Keys, foreign keys to relations that are there, and an FTS5 index that follows the articles."""
    export(place, "article", "fact", "--to", "sqlite", str(tmp_path / "desk.sqlite"))
    with closing(sqlite3.connect(tmp_path / "desk.sqlite")) as connection:
        run = connection.execute
        assert [(row[2], row[3], row[4]) for row in run("pragma foreign_key_list(fact)")] == [
            ("article", "article_id", "article_id")
        ]
        assert [row[1] for row in run("pragma table_info(fact)") if row[5]] == ["fact_id"]
        found = run(
            "select headline from article where rowid in (select rowid from article_fts where article_fts match 'boats')"
        )
        assert found.fetchall() == [("Ferry board buys boats",)]
        run("insert into article_fts(article_fts) values ('integrity-check')")
        run("delete from article")
        assert run("select count(*) from article_fts where article_fts match 'boats'").fetchall() == [(0,)]


def test_other_files_are_left_alone(place: Place, tmp_path: Path) -> None:
    """A file of another kind, a table of the same name, a folder in use, the desk's own files: refused and unchanged."""
    (tmp_path / "text.sqlite").write_text("no database " * 100)
    assert "no SQLite database" in refused(place, "--to", "sqlite", str(tmp_path / "text.sqlite"))
    with closing(sqlite3.connect(tmp_path / "own.sqlite")) as connection:
        connection.execute("create table story (mine text)")
    assert "did not make" in refused(place, "--to", "sqlite", str(tmp_path / "own.sqlite"))
    with closing(sqlite3.connect(tmp_path / "own.sqlite")) as connection:
        assert connection.execute("select name from sqlite_master").fetchall() == [("story",)]
    assert "not empty" in refused(place, "--to", "parquet", str(tmp_path))
    for own in (place.published, place.live):
        assert "desk itself" in refused(place, "--to", "ducklake", str(own))
    assert "does not exist" in refused(place, "--to", "sqlite", str(tmp_path / "none" / "desk.sqlite"))


def test_a_server_that_is_away_is_one_line(place: Place) -> None:
    """The address is named without its password."""
    said = refused(place, "--to", "postgres", f"postgresql://desk:opensesame@{NOWHERE}/desk")
    assert f"postgresql://desk@{NOWHERE}/desk: the server cannot be reached" in said
    assert "opensesame" not in said
    assert "postgresql://USER@HOST/DATABASE" in refused(place, "--to", "postgres", "desk.sqlite")


def test_the_extension_is_missing(place: Place, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where DuckLake is not installed, or no Python is at the path, the line says what to install."""
    for python in (None, str(tmp_path / "none")):
        monkeypatch.delenv(ducklake.PYTHON, raising=False)
        if python:
            monkeypatch.setenv(ducklake.PYTHON, python)
        assert "pip install duckdb==1.5.5 duckdb-extension-ducklake==1.5.5" in refused(
            place, "--to", "ducklake", str(tmp_path / "desk.ducklake")
        )


def test_passwords_of_catalogues_are_hidden() -> None:
    """In addresses and in connection strings."""
    assert ducklake.hidden("postgres:host=db password=opensesame user=x") == "postgres:host=db password=*** user=x"
    assert ducklake.hidden("password='open sesame' user=x") == "password=*** user=x"
    assert ducklake.hidden("postgresql://u:opensesame@db/x") == "postgresql://u:***@db/x"


def test_options_that_do_not_go_together(place: Place, tmp_path: Path) -> None:
    """--to takes names only, and --files is for a DuckLake."""
    target = str(tmp_path / "desk.sqlite")
    for more in (("--all",), ("--by", "month"), ("--raw",), ("--files", "x")):
        assert "--to" in refused(place, "--to", "sqlite", target, *more)
    assert "--files" in refused(place, "article", "--files", "x")
    assert not Path(target).exists()


def test_rights_on_a_server(place: Place, tmp_path: Path) -> None:
    """No database, a user without rights, a table of others: one line each; with a schema of his own the user may."""
    with postgres_server(tmp_path) as address:
        assert "createdb" in refused(place, "--to", "postgres", f"{address}/none")

        async def prepared() -> None:
            connection = await asyncpg.connect(f"{address}/postgres")
            await connection.execute(
                "create role reader login; create schema theirs; create table theirs.article (x int)"
            )
            await connection.close()

        asyncio.run(prepared())
        reader = address.replace("desk@", "reader@")
        assert "create schema newsdesk authorization" in refused(place, "--to", "postgres", f"{reader}/postgres")
        assert "did not make" in refused(place, "article", "--to", "postgres", f"{address}/postgres?schema=theirs")

        async def granted() -> None:
            connection = await asyncpg.connect(f"{address}/postgres")
            await connection.execute("create schema newsdesk authorization reader")
            await connection.close()

        asyncio.run(granted())
        assert export(place, "article", "--to", "postgres", f"{reader}/postgres") == 0
