"""A watcher whose published file was replaced by hand: filing goes on, publishing waits for a person."""

from __future__ import annotations

import logging
import os
import shutil
from pathlib import Path

import duckdb
import pytest

from flows.service import watch
from flows.service.watch import Watched, Watcher
from parsers.errors import PublishedChanged
from warehouse.database.place import Place
from warehouse.database.publish import publish
from warehouse.database.store import exclusive


@pytest.fixture
def watcher(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Watcher:
    """A watcher whose Prefect server is away, so that it files by itself."""
    monkeypatch.setattr(watch.hosted, "has_server", lambda: True)
    monkeypatch.setattr(watch.hosted, "server_answers", lambda: False)
    monkeypatch.setattr(watch, "BACK_OFF", (0.0,))
    (tmp_path / "inbox").mkdir()
    place = Place.at(tmp_path / "desk.duckdb")
    return Watcher(place, Watched(folders=(str(tmp_path / "inbox"),), sweep_seconds=0.0))


def drop(watcher: Watcher, what: str) -> None:
    """A report comes to the folder, and the watcher looks."""
    path = Path(watcher.watched.folders[0], f"{what}.txt")
    path.write_text(f"{what} opens\n\n" + f"The {what} in Osk was opened on Monday, mayor Ada Holm said. " * 4, "utf-8")
    os.utime(path, (1_700_000_000, 1_700_000_000))
    watcher.tick({str(path)})


def counts(path: Path) -> tuple[int, int]:
    """Articles and runs in a database."""
    with duckdb.connect(str(path), read_only=True) as connection:
        ((articles, runs),) = connection.execute(
            "select (select count(*) from article), (select count(*) from run)"
        ).fetchall()
    return int(articles), int(runs)


def test_filing_goes_on_and_a_person_chooses(watcher: Watcher, caplog: pytest.LogCaptureFixture) -> None:
    """What arrives is filed and not published; looks without anything new cause no run; after the choice all is published."""
    place, backup = watcher.place, watcher.place.published.with_name("backup.duckdb")
    drop(watcher, "bridge")
    shutil.copy(place.published, backup)
    drop(watcher, "market")
    shutil.copy(backup, place.published)
    with caplog.at_level(logging.WARNING, "newsdesk"):
        drop(watcher, "harbour")
    assert any("is not what newsdesk published last" in r.getMessage() and not r.exc_info for r in caplog.records)
    assert counts(place.published) == (1, 1)
    assert counts(place.live) == (3, 3)
    for _ in range(2):
        watcher.tick(set())
    assert counts(place.live) == (3, 3)
    with pytest.raises(PublishedChanged), exclusive(place):
        publish(place)
    with exclusive(place):
        publish(place, aside=place.replaced / "now")
    drop(watcher, "station")
    assert counts(place.published) == (4, 4)
