"""The watcher's turns: hints and sweeps, files that are still being written, failures that pass."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from threading import Event
from uuid import UUID, uuid4

import httpx
import pytest

from flows.inbox.folders import Intake
from flows.service import watch
from flows.service.recycle import Lifetime
from flows.service.watch import Watched, Watcher, attend, relevant
from parsers.errors import DatabaseBusy
from tests.flows.inbox.test_folders import drop
from warehouse.database.place import Place


class Desk(Watcher):
    """A watcher that notes what it would take in."""

    def __init__(self, place: Place, watched: Watched) -> None:
        super().__init__(place, watched)
        self.taken: list[list[str]] = []
        self.failing = 0

    def take_in(self, door: Intake) -> None:
        """Note the names; fail as often as was asked for."""
        if self.failing:
            self.failing -= 1
            raise DatabaseBusy("another run is writing")
        self.taken.append([Path(x.look.path).name for x in door.files])
        self._known.update({x.look.path: x for x in door.files})


@pytest.fixture
def inbox(tmp_path: Path) -> Path:
    """A watched folder."""
    folder = tmp_path / "inbox"
    folder.mkdir()
    return folder


@pytest.fixture
def desk(inbox: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Desk:
    """A desk without a Prefect server."""
    monkeypatch.setattr(watch.hosted, "has_server", lambda: False)
    return Desk(Place.at(tmp_path / "desk.duckdb"), Watched(folders=(str(inbox),)))


def test_what_came_while_nobody_watched_is_found_at_the_start(desk: Desk, inbox: Path) -> None:
    """The first turn is a sweep."""
    drop(inbox, "pier.txt")
    desk.tick(set())
    assert desk.taken == [["pier.txt"]]


def test_only_what_is_hinted_at_is_looked_at_between_sweeps(desk: Desk, inbox: Path) -> None:
    """A folder of many files costs nothing when one of them changes."""
    desk.tick(set())
    drop(inbox, "unnoticed.txt")
    desk.tick({str(drop(inbox, "pier.txt"))})
    assert desk.taken == [["pier.txt"]]


def test_a_file_that_is_still_written_is_taken_in_when_it_is_quiet(desk: Desk, inbox: Path) -> None:
    """Without another hint."""
    desk.tick(set())
    path = drop(inbox, "pier.txt", age=0.0)
    desk.tick({str(path)})
    assert desk.taken == []
    drop(inbox, "pier.txt", age=60.0)
    desk.tick(set())
    assert desk.taken == [["pier.txt"]]


def test_a_file_is_taken_in_once_however_many_hints_there_are(desk: Desk, inbox: Path) -> None:
    """Programs write in many small steps, and each gives a hint."""
    desk.tick(set())
    path = drop(inbox, "pier.txt")
    for _ in range(3):
        desk.tick({str(path)})
    assert desk.taken == [["pier.txt"]]


def test_a_round_that_fails_is_made_up_for_by_a_sweep(desk: Desk, inbox: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """After a pause, and with what came meanwhile."""
    monkeypatch.setattr(watch, "BACK_OFF", (0.0,))
    desk.tick(set())
    desk.failing = 1
    desk.tick({str(drop(inbox, "pier.txt"))})
    drop(inbox, "ferry.txt")
    desk.tick(set())
    assert desk.taken == [["ferry.txt", "pier.txt"]]


def test_a_watcher_that_has_grown_ends_after_a_round_and_the_next_one_goes_on(desk: Desk, inbox: Path) -> None:
    """Between two rounds, so that nothing is lost: the fresh one begins with a sweep."""
    drop(inbox, "pier.txt")
    desk.lifetime = Lifetime(megabytes=0.0, seconds=0.0)
    assert attend(desk, Event()) is True
    assert desk.taken == [["pier.txt"]]
    drop(inbox, "ferry.txt")
    fresh = Desk(desk.place, desk.watched)
    fresh.tick(set())
    assert fresh.taken == [["ferry.txt", "pier.txt"]]


def test_a_watcher_ends_when_it_is_told_to(desk: Desk) -> None:
    """That is no handing over."""
    stop = Event()
    stop.set()
    assert attend(desk, stop) is False


def test_a_programming_error_ends_the_watcher(desk: Desk, inbox: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It must not vanish in a thread."""

    def broken(door: Intake) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(desk, "take_in", broken)
    drop(inbox, "pier.txt")
    with pytest.raises(ZeroDivisionError):
        attend(desk, Event())


def test_a_run_that_its_server_lost_is_marked_at_the_next_sweep(
    inbox: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The server died after it had been told of the run; it still says Pending when it comes back, and nobody else knows."""
    run_id = uuid4()
    marked: list[frozenset[UUID]] = []

    def dies(*_: object, created: Callable[[UUID], None], **__: object) -> None:
        created(run_id)
        raise httpx.ConnectError("refused")

    monkeypatch.setattr(watch, "BACK_OFF", (0.0,))
    monkeypatch.setattr(watch.hosted, "has_server", lambda: True)
    monkeypatch.setattr(watch.hosted, "server_answers", lambda: True)
    monkeypatch.setattr(watch.hosted, "run_here", dies)
    monkeypatch.setattr(watch.events, "emit", lambda _: None)
    monkeypatch.setattr(watch.zombies, "mark", lambda _, lost: marked.append(lost))
    desk = Watcher(Place.at(tmp_path / "desk.duckdb"), Watched(folders=(str(inbox),)))
    drop(inbox, "pier.txt")
    desk.tick(set())
    desk.tick(set())
    assert marked == [frozenset(), frozenset({run_id})]


def test_hidden_and_temporary_names_are_no_hints(tmp_path: Path) -> None:
    """Nor are files that are gone, nor anything in a hidden folder."""
    (tmp_path / ".git").mkdir()
    for name in ("pier.txt", ".pier.txt.part", "pier.tmp", ".git/pier.txt"):
        (tmp_path / name).touch()
    hints = {str(tmp_path / n) for n in ("pier.txt", ".pier.txt.part", "pier.tmp", ".git/pier.txt", "gone.txt")}
    assert relevant(hints, [str(tmp_path)]) == {str(tmp_path / "pier.txt")}


def test_a_watcher_that_rests_ends_what_only_runs_need(
    desk: Desk, inbox: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """After a while without a new file the processes that parse are ended, once; the next file starts them again."""
    done: list[str] = []
    monkeypatch.setattr(watch.sandbox, "rest", lambda: done.append("rest"))
    monkeypatch.setattr(watch.sandbox, "prepared", lambda _: done.append("awake"))
    monkeypatch.setattr(watch, "REST_SECONDS", 0.0)
    desk._rest_at = 0.0
    for _ in range(4):
        desk.tick(set())
    assert done == ["rest"]
    drop(inbox, "pier.txt")
    desk.tick({str(inbox / "pier.txt")})
    assert done == ["rest", "awake"]


def test_a_watcher_that_has_grown_waits_for_what_shares_its_process(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A fresh process takes over only when no run of a deployment would be cut off."""
    desk.lifetime = Lifetime(megabytes=0.0, seconds=0.0)
    asked = iter((False, False, True))
    desk.may_end = lambda: next(asked)
    monkeypatch.setattr(desk, "_events", lambda stop: iter([set()] * 10))
    monkeypatch.setattr(desk, "tick", lambda hints: True)
    assert desk.run(Event()) is True
    assert next(asked, None) is None
