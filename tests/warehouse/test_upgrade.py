"""Upgrade and downgrade, with databases that the two oldest versions with data wrote.

`older/*.duckdb.xz` are live files of newsdesk at nine and at ten migrations (d30e701 and 9e49896): a subscription, three
articles and a copy, two empty files of which the second was called `unchanged`, and a run that was killed after it had stored
one document.
"""

from __future__ import annotations

import lzma
from datetime import UTC, datetime
from pathlib import Path

import duckdb
import pytest

from parsers.errors import DatabaseNewer
from tests.filing import file_texts
from warehouse.database import migrate as migrating
from warehouse.database.backup import About, back_up
from warehouse.database.place import Place
from warehouse.database.sql import scripts
from warehouse.database.store import reading, writing
from warehouse.filing import checks
from warehouse.filing.restore import restore
from warehouse.filing.verify import verify_desk

OLDER = Path(__file__).parent / "older"
AT = datetime(2026, 3, 1, 3, 17, tzinfo=UTC)
KEPT = "select article_id, raw_document_id, headline, article_body from article order by all"


@pytest.fixture(params=["nine", "ten"])
def older(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """A database of an older version."""
    path = tmp_path / "older.duckdb"
    path.write_bytes(lzma.decompress((OLDER / f"{request.param}_migrations.duckdb.xz").read_bytes()))
    return path


def rows(path: Path, query: str) -> list[tuple[object, ...]]:
    """The answer of a database file."""
    with duckdb.connect(str(path), read_only=True) as connection:
        return connection.execute(query).fetchall()


def test_a_desk_of_an_older_version_goes_on(older: Path, tmp_path: Path) -> None:
    """The first run keeps the state before, changes the schema, and finishes what was left; ids and texts stay, checks pass."""
    before = rows(older, KEPT)
    place = Place.at(tmp_path / "desk.duckdb")
    place.desk.mkdir()
    older.rename(place.live)
    assert file_texts(
        place, {"new.txt": "Kiln opens\n\n" + "The kiln in Osk was opened on Monday, she said. " * 4}
    ).good
    (kept,) = place.desk.glob("before-*.duckdb")
    assert rows(kept, KEPT) == before
    assert rows(kept, "from schema_migration where name like '0011%'") == []
    with writing(place) as warehouse:
        assert [n for what, n in checks.mend(warehouse, "m") if "first of the same bytes" in what] == [1]
    after = rows(place.live, KEPT)
    assert set(before) <= set(after)
    assert len(after) == len(before) + 2
    assert rows(place.live, "select url, status from feed") == [("https://gazette.example/rss.xml", "active")]
    live = next(f for f in verify_desk(place) if f.what == "live")
    assert live.whole, live


def test_a_backup_of_an_older_version_is_restored(older: Path, tmp_path: Path) -> None:
    """A file of an older version becomes the state of a new desk, with the schema of today; the file itself is as it was."""
    before, bytes_before = rows(older, KEPT), older.read_bytes()
    place = Place.at(tmp_path / "desk.duckdb")
    done = restore(place, older, AT)
    assert done.articles == len(before)
    assert rows(place.published, KEPT) == before
    with reading(place) as warehouse:
        assert migrating.standing(warehouse.connection, "desk").pending == ()
    assert older.read_bytes() == bytes_before


def test_a_backup_before_the_upgrade_has_the_old_schema(older: Path, tmp_path: Path) -> None:
    """A backup changes nothing, so what was made before an upgrade can be read by the older version."""
    place = Place.at(tmp_path / "desk.duckdb")
    place.desk.mkdir()
    older.rename(place.live)
    manifest = back_up(place, tmp_path / "b.duckdb", About(newsdesk="1", made_at=AT))
    assert manifest.schema == rows(place.live, "select max(name) from schema_migration where name <> '(views)'")[0][0]
    assert manifest.schema < "0011"


def test_an_older_version_refuses_a_newer_database(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It names the migration it does not know, and changes nothing; the state before the upgrade can be restored by it."""
    place = Place.at(tmp_path / "desk.duckdb")
    known = tuple(s for s in scripts("migrations") if s.name < "0018")

    def some(folder: str) -> tuple[object, ...]:
        return known if folder == "migrations" else ()

    restore(place, _tenth(tmp_path), AT)
    last = scripts("migrations")[-1].name
    monkeypatch.setattr(migrating, "scripts", some)
    with pytest.raises(DatabaseNewer, match=f"it has {last}.*update newsdesk"), writing(place):
        pass
    with pytest.raises(DatabaseNewer, match=f"it has {last}"):
        restore(place, place.published, AT)
    restore(place, _tenth(tmp_path), AT)
    assert rows(place.live, "select max(name) from schema_migration where name <> '(views)'") == [("0017_forgotten",)]


def _tenth(folder: Path) -> Path:
    path = folder / "tenth.duckdb"
    path.write_bytes(lzma.decompress((OLDER / "ten_migrations.duckdb.xz").read_bytes()))
    return path
