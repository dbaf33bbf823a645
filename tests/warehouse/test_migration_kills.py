"""An upgrade that is killed, wherever, and begun again ends as if undisturbed, and people can read at every moment."""

from __future__ import annotations

import lzma
import shutil
from pathlib import Path
from typing import Any

import duckdb
import pytest

from tests import kills
from warehouse.database import migrate as migrating
from warehouse.database.place import Place
from warehouse.database.publish import publish_now
from warehouse.database.sql import scripts
from warehouse.database.store import writing

OLDER = Path(__file__).parent / "older" / "nine_migrations.duckdb.xz"
KILLS = 5
"""Kills tried here, spread over the upgrade."""


class Watched:
    """A connection of which each statement, and each end of a transaction, is an event."""

    def __init__(self, connection: duckdb.DuckDBPyConnection) -> None:
        self._connection = connection

    def __getattr__(self, name: str) -> Any:
        kills.tick()
        return getattr(self._connection, name)


def upgraded(place: Place) -> None:
    """What `newsdesk migrate` does."""
    original = migrating.migrate
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("warehouse.database.store.migrate", lambda connection, name: original(Watched(connection), name))  # type: ignore[arg-type]
        with writing(place):
            pass
        publish_now(place)


def everything(path: Path) -> dict[str, list[tuple[object, ...]]]:
    """All rows of all tables and views of a file, and what they are made of, but for the times of migrations."""
    with duckdb.connect(str(path), read_only=True) as connection:
        tables = connection.execute("select table_name from duckdb_tables() where not internal").fetchall()
        rows = {
            name: connection.execute(
                f'select * exclude (applied_at) from "{name}"' if name == "schema_migration" else f'from "{name}"'
            ).fetchall()
            for (name,) in tables
        }
        rows["(views)"] = connection.execute(
            "select view_name, sql from duckdb_views() where not internal order by all"
        ).fetchall()
    return {name: sorted(found, key=repr) for name, found in rows.items()}


@pytest.fixture
def old(tmp_path: Path) -> Path:
    """A folder with a desk that an older version has filed and published."""
    place = Place.at(tmp_path / "old" / "desk.duckdb")
    place.desk.mkdir(parents=True)
    place.live.write_bytes(lzma.decompress(OLDER.read_bytes()))
    return tmp_path / "old"


def desk_of(old: Path, name: str) -> Place:
    """A copy of the old desk."""
    shutil.copytree(old, old.parent / name)
    return Place.at(old.parent / name / "desk.duckdb")


def tried(old: Path, at: int, before: dict[str, Any], after: dict[str, Any]) -> str:
    """What is wrong after a kill before an event and a second upgrade; empty when nothing is."""
    place = desk_of(old, f"at{at}")
    assert kills.act_and_kill(lambda: upgraded(place), at) == -1
    if place.published.exists() and everything(place.published) not in (before, after):
        return f"{at}: people read something in between"
    kills.act_and_kill(lambda: upgraded(place), None)
    wrong = [f for f in (place.live, place.published) if everything(f) != after]
    shutil.rmtree(place.published.parent)
    return f"{at}: {wrong}" if wrong else ""


def undisturbed(old: Path) -> tuple[int, dict[str, Any], dict[str, Any]]:
    """Events of an upgrade, and the contents before and after it."""
    before = everything(Place.at(old / "desk.duckdb").live)
    place = desk_of(old, "undisturbed")
    events = kills.act_and_kill(lambda: upgraded(place), None)
    return events, before, everything(place.published)


def test_an_upgrade_killed_anywhere(old: Path) -> None:
    """Each table and view of both files equals that of an undisturbed upgrade."""
    events, before, after = undisturbed(old)
    assert events > 3 * len(scripts("migrations")) - 3 * 9
    assert [
        wrong for n in range(KILLS) if (wrong := tried(old, (2 * n + 1) * events // (2 * KILLS), before, after))
    ] == []
