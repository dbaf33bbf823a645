"""Verbs that change a filed desk, killed before one of their events (`tests.kills`) and called again.

Both files of the desk must then hold what they hold after a call that nobody disturbed: all rows of all tables and
what views are made of, without times and ids of runs, and without what runs note of themselves.
"""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

import duckdb

from flows.maintain import maintain
from flows.reprocess import reprocess
from flows.run import forgetting
from parsers.errors import UsageError
from tests import kills
from tests.flows.run.test_desk import archive
from warehouse.database.backup import About, back_up
from warehouse.database.place import Place
from warehouse.database.publish import publish_now
from warehouse.database.store import reading, writing
from warehouse.filing import checks
from warehouse.filing.restore import restore

AT = datetime(2026, 3, 1, 3, 17, tzinfo=UTC)
OWN = frozenset({"run", "run_stage", "reprocess", "story_event"})
"""Tables in which runs note what they did, and when; a killed run leaves its own notes there."""

LATER = (
    "Ferry stops\n\n"
    + "The ferry over the lake was stopped on Monday, harbour master Lena Orff said. It had 40 seats. " * 4
)
RETENTION = '[[rule]]\ndays = 1\nage = "published"\n\n[[rule]]\nkeep = "forever"\n'

Contents = dict[str, list[tuple[object, ...]]]


def made(folder: Path, articles: int) -> Path:
    """A folder with a filed desk, a backup of it, an article filed after that, and rules of retention."""
    inbox = folder / "inbox"
    inbox.mkdir(parents=True)
    archive(inbox / "archive.jsonl.gz", articles)
    (inbox / "empty.txt").write_text("")
    place = Place.at(folder / "desk.duckdb")
    kills.file_and_kill(place, [str(inbox)], None)
    kills.act_and_kill(lambda: back_up(place, folder / "backup.duckdb", About(newsdesk="1", made_at=AT)), None)
    (inbox / "later.txt").write_text(LATER)
    kills.file_and_kill(place, [str(inbox / "later.txt")], None)
    (folder / "retention.toml").write_text(RETENTION)
    return folder


def _reprocess(folder: Path) -> None:
    """As if other parsers had made all articles: repairs and facts are gone, and come again."""
    reprocess.fn(database=str(folder / "desk.duckdb"), batch_size=5)


def _maintain(folder: Path) -> None:
    maintain.fn(database=str(folder / "desk.duckdb"), retention_file=str(folder / "retention.toml"))


def _restore(folder: Path) -> None:
    restore(Place.at(folder / "desk.duckdb"), folder / "backup.duckdb", AT)


def _forget(folder: Path) -> None:
    with suppress(UsageError):  # it was all but done
        forgetting.takedown(
            Place.at(folder / "desk.duckdb"), hashlib.sha256(LATER.encode()).hexdigest(), "document", reason="asked"
        )


VERBS: dict[str, Callable[[Path], None]] = {
    "reprocess": _reprocess,
    "maintain": _maintain,
    "restore": _restore,
    "forget": _forget,
}


def spoilt(folder: Path) -> None:
    """Make the desk one that `reprocess` and `maintain` have something to do with."""
    with writing(Place.at(folder / "desk.duckdb")) as warehouse:
        for statement in (
            "delete from repair",
            "delete from fact",
            "update article set headline = 'Old', parser_version = '0'",
            "update article set date_published = '2020-01-01' where article_id < '8'",  # past its time
        ):
            warehouse.connection.execute(statement).fetchall()
    publish_now(Place.at(folder / "desk.duckdb"))


def contents(path: Path) -> Contents:
    """All rows of all tables of a file, and its views, without times, ids of runs, and what runs note of themselves."""
    with duckdb.connect(str(path), read_only=True) as connection:
        run = connection.execute
        tables = [
            n for (n,) in run("select table_name from duckdb_tables() where not internal").fetchall() if n not in OWN
        ]
        rows = {n: run(f'select {_kept(connection, n)} from "{n}"').fetchall() for n in tables}
        rows["(views)"] = run("select view_name, sql from duckdb_views() where not internal").fetchall()
    return {n: sorted(found, key=repr) for n, found in rows.items()}


def _kept(connection: duckdb.DuckDBPyConnection, table: str) -> str:
    columns = connection.execute("select column_name from duckdb_columns() where table_name = ?", [table]).fetchall()
    return ", ".join(f'"{c}"' for (c,) in columns if not c.endswith(("_at", "run_id"))) or "count(*)"


def wrong(folder: Path, act: Callable[[Path], None], at: int | None, before: Contents, after: Contents) -> set[str]:
    """What differs in the desk of a folder after a kill before event `at` and a second call; what people read in between
    must be what was there before, or comes after."""
    place = Place.at(folder / "desk.duckdb")
    assert kills.act_and_kill(lambda: act(folder), at) == -1
    between = set() if contents(place.published) in (before, after) else {"read in between"}
    kills.act_and_kill(lambda: act(folder), None)
    found = {f"{path.name}: {n}" for path in (place.published, place.live) for n in _differing(contents(path), after)}
    with reading(place) as warehouse:
        broken = {c.rule for c in checks.check(warehouse) if c.violations}
    return between | found | broken


def _differing(got: Contents, expected: Contents) -> set[str]:
    return {n for n in got.keys() | expected.keys() if got.get(n) != expected.get(n)}


def undisturbed(folder: Path, act: Callable[[Path], None]) -> tuple[int, Contents, Contents]:
    """How many events a call has in a copy of a desk, and what people read before and after it."""
    before = contents(folder / "desk.duckdb")
    copy = copied(folder, "undisturbed")
    events = kills.act_and_kill(lambda: act(copy), None)
    after = contents(copy / "desk.duckdb")
    shutil.rmtree(copy)
    return events, before, after


def copied(folder: Path, name: str) -> Path:
    """A copy of a desk beside it, as if it had been filed there."""
    to = folder.parent / name
    shutil.copytree(folder, to)
    return to
