"""A clock that is put back, in the middle of a run or between two: nothing is lost, doubled or left waiting."""

from __future__ import annotations

import time
from datetime import UTC, datetime, timedelta, tzinfo
from pathlib import Path
from typing import Any

import pytest

from flows import clock
from flows.filing import take_in
from tests.filing import file_paths
from tests.flows.run.test_desk import archive, contents
from warehouse.database.place import Place
from warehouse.database.store import reading, writing
from warehouse.filing import checks, feeds


class Moved:
    """Stands in for `datetime` in `flows.clock`: each look at the clock moves it by a step."""

    def __init__(self, start: datetime, step: timedelta) -> None:
        self.at, self.step = start, step

    def now(self, zone: tzinfo) -> datetime:
        """The time, which has moved."""
        self.at += self.step
        return self.at.astimezone(zone)


def clock_goes(patch: pytest.MonkeyPatch, start: datetime, step: timedelta = timedelta(0)) -> None:
    """Set the clock of newsdesk."""
    patch.setattr(clock, "datetime", Moved(start, step))


NOON = datetime(2026, 5, 1, 12, tzinfo=UTC)


@pytest.fixture
def inbox(tmp_path: Path) -> Path:
    """Articles, copies, equal files and empty ones."""
    folder = tmp_path / "inbox"
    folder.mkdir()
    archive(folder / "archive.jsonl.gz", 18)
    (folder / "empty.txt").write_text("")
    (folder / "empty too.txt").write_text("")
    return folder


def well(place: Place) -> None:
    """Every arrival has its outcome, every run adds up, and no rule is broken."""
    with reading(place) as warehouse:
        asked = warehouse.connection.execute
        assert asked("select count(*) from arrival where outcome is null").fetchall() == [(0,)]
        assert asked("select count(*) from ledger where not adds_up").fetchall() == [(0,)]
        assert [c.rule for c in checks.check(warehouse) if c.violations] == []


def test_a_clock_that_runs_backwards_in_a_run(tmp_path: Path, inbox: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is filed is the same as with a clock that goes forward, and its places in the files keep their order."""
    forward, backward = Place.at(tmp_path / "forward.duckdb"), Place.at(tmp_path / "backward.duckdb")
    clock_goes(monkeypatch, NOON, timedelta(seconds=1))
    file_paths(forward, [str(inbox)])
    clock_goes(monkeypatch, NOON, timedelta(hours=-1))
    file_paths(backward, [str(inbox)])
    assert contents(backward) == contents(forward)
    well(backward)
    order = "select list(source_uri order by arrival_id) from arrival"
    with reading(forward) as one, reading(backward) as other:
        assert other.connection.execute(order).fetchall() == one.connection.execute(order).fetchall()


def test_a_clock_put_back_between_two_runs(tmp_path: Path, inbox: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The same files come again a year earlier: all are known, none is filed twice; new ones are filed."""
    place = Place.at(tmp_path / "desk.duckdb")
    clock_goes(monkeypatch, NOON)
    first = file_paths(place, [str(inbox)])
    (inbox / "late.txt").write_text("Kiln opens\n\n" + "The kiln in Osk was opened on Monday, she said. " * 4)
    clock_goes(monkeypatch, NOON - timedelta(days=365))
    second = file_paths(place, [str(inbox)])
    assert second.outcomes["loaded"] == 1
    assert second.outcomes["rejected"] == first.outcomes["rejected"]
    assert second.documents == first.documents + 1
    well(place)


def test_a_watched_folder_whose_clock_is_put_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A sweep takes a new file in although its time of change lies ahead of the clock, and none a second time."""
    folder = tmp_path / "inbox"
    folder.mkdir()
    (folder / "a.txt").write_text("Kiln opens\n\n" + "The kiln in Osk was opened on Monday, she said. " * 4)
    database = str(tmp_path / "desk.duckdb")
    real = time.time_ns()
    seen: list[dict[str, int]] = []
    for days in (1, -400, -400, 1):
        clock_goes(monkeypatch, NOON + timedelta(days=days))
        monkeypatch.setattr(time, "time_ns", lambda days=days: real + days * 86_400 * 10**9)
        seen.append(dict(take_in([str(folder)], database, only_changed=True).outcomes))
        if len(seen) == 1:
            (folder / "b.txt").write_text("Quay closes\n\n" + "The quay in Osk was closed on Friday, she said. " * 4)
    assert seen == [{"loaded": 1}, {"loaded": 1}, {}, {}]
    well(Place.at(database))


def test_feeds_that_a_clock_from_the_future_polled_are_due(tmp_path: Path) -> None:
    """When the clock was years ahead and is right again, no feed and no host waits for those years."""
    place = Place.at(tmp_path / "desk.duckdb")

    def asked(at: datetime, since: datetime, hold: timedelta) -> tuple[list[str], dict[str, Any]]:
        with writing(place) as warehouse:
            warehouse.connection.execute(
                "update feed set last_poll_at = ?, next_poll_at = ?", [since, since + timedelta(hours=1)]
            )
            warehouse.connection.execute("delete from feed_host")
            warehouse.connection.execute(
                "insert into feed_host (host, held_until) values ('press.example', ?)", [since + hold]
            )
            return [d.state.url for d in feeds.due(warehouse, at, most=9)], feeds.held(warehouse, at)

    with writing(place) as warehouse:
        feeds.add(warehouse, [feeds.Subscribed(feed_id="f", url="https://press.example/feed.xml")], NOON)
    due = ["https://press.example/feed.xml"]
    assert asked(NOON, NOON, timedelta(hours=2)) == ([], {"press.example": NOON + timedelta(hours=2)})
    assert asked(NOON, NOON + timedelta(minutes=1), timedelta(hours=2))[0] == []
    assert asked(NOON, NOON + timedelta(days=900), timedelta(hours=2)) == (due, {})
