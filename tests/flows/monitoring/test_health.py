"""Whether the desk is well: what is found, how bad it is, and what the disk will do."""

from __future__ import annotations

import json
import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from datetime import timedelta
from http import HTTPStatus
from pathlib import Path

import pytest

from flows.clock import now
from flows.monitoring.health import (
    Disk,
    Finding,
    Level,
    as_json,
    deployments_path,
    disk,
    forecast,
    health,
    parts_path,
    worst,
)
from flows.service import health_page
from flows.service.parts_file import Keeper
from flows.service.supervisor import Child, Part
from parsers.errors import UsageError
from tests.filing import file_texts
from tests.servers.watched_desk import free_port
from warehouse.asking.growth import Growth, growth
from warehouse.database.place import Place
from warehouse.database.store import reading

TEXT = "Bridge opens\n\n" + "The bridge over the river Ansel was opened on Monday, the mayor said. " * 4


@pytest.fixture
def place(tmp_path: Path) -> Place:
    """A desk with one text that nobody serves."""
    made = Place.at(tmp_path / "desk.duckdb")
    file_texts(made, {"a.txt": TEXT})
    return made


def levels(found: tuple[Finding, ...]) -> dict[str, Level]:
    """The level of each finding by its name."""
    return {f.name: f.level for f in found}


def test_a_desk_that_is_not_served_is_critical(place: Place) -> None:
    """Without the file of its parts the desk is down; the rest is looked at all the same."""
    found = levels(health(place))
    assert found["desk"] is Level.CRITICAL
    assert found["last ingest"] is Level.OK
    assert found["publication"] is Level.OK


def test_parts_are_named_with_their_state(place: Place) -> None:
    """A part that lives is well; one that is dead is critical, whether it is being started again or given up."""
    known = [
        {"name": "lives", "pid": os.getpid(), "alive": True, "given_up": False},
        {"name": "dead", "pid": None, "alive": False, "given_up": False},
        {"name": "given up", "pid": None, "alive": False, "given_up": True},
    ]
    parts_path(place).write_text(json.dumps({"pid": os.getpid(), "parts": known}))
    found = levels(health(place))
    assert (found["lives"], found["dead"], found["given up"]) == (Level.OK, Level.CRITICAL, Level.CRITICAL)
    old = time.time() - 3600
    os.utime(parts_path(place), (old, old))
    assert levels(health(place))["desk"] is Level.CRITICAL


def test_a_desk_that_was_killed_is_critical_at_once(place: Place) -> None:
    """What a killed desk noted of its parts a moment ago does not count: nobody starts them again."""
    dead = subprocess.Popen([sys.executable, "-c", ""])
    dead.wait()
    known = [{"name": "watcher", "pid": os.getpid(), "alive": True, "given_up": False}]
    parts_path(place).write_text(json.dumps({"pid": dead.pid, "parts": known}))
    assert levels(health(place))["desk"] is Level.CRITICAL


def test_deployments_that_are_not_served_are_a_warning(place: Place) -> None:
    """The process of the watcher may live while the thread in it that starts scheduled runs has ended."""
    known = [{"name": "watcher with deployments", "pid": os.getpid(), "alive": True, "given_up": False}]
    parts_path(place).write_text(json.dumps({"pid": os.getpid(), "parts": known}))
    seen = deployments_path(place)
    assert levels(health(place))["deployments"] is Level.WARNING
    seen.touch()
    assert levels(health(place))["deployments"] is Level.OK
    os.utime(seen, (time.time() - 3600, time.time() - 3600))
    assert levels(health(place))["deployments"] is Level.WARNING


def test_another_published_file_is_critical(place: Place, tmp_path: Path) -> None:
    """Nothing is published over a file that newsdesk did not write: readers see none of what arrives until a person chooses."""
    other = Place.at(tmp_path / "other.duckdb")
    file_texts(other, {"b.txt": TEXT.replace("Ansel", "Osk")})
    shutil.copy(other.published, place.published)
    found = {f.name: f for f in health(place)}
    assert found["publication"].level is Level.CRITICAL
    assert "newsdesk publish" in found["publication"].said


def test_the_supervisor_writes_the_file_of_its_parts(place: Place) -> None:
    """What the supervisor knows of its children is what health finds."""
    Keeper(place).note([Child(Part(name="watcher", command=("true",)), os.environ)])
    assert levels(health(place))["watcher"] is Level.CRITICAL


def test_a_desk_that_has_filed_nothing_yet_is_well(tmp_path: Path) -> None:
    """A container whose inbox is still empty is not killed by its monitor; without a desk there is nothing to look at."""
    fresh = Place.at(tmp_path / "none.duckdb")
    with pytest.raises(UsageError, match="there is no database"):
        health(fresh)
    fresh.desk.mkdir()
    parts = [{"name": "watcher", "pid": os.getpid(), "given_up": False}]
    parts_path(fresh).write_text(json.dumps({"pid": os.getpid(), "parts": parts}))
    found = health(fresh)
    assert levels(found) == {"watcher": Level.OK, "publication": Level.OK, "disk": Level.OK}
    assert "nothing is filed yet" in as_json(found)


def test_a_late_publication_is_a_warning(place: Place) -> None:
    """Readers that see less than what was filed long ago are a reason to look."""
    late = time.time() - 3600
    os.utime(place.published, (late, late))
    assert levels(health(place))["publication"] is Level.WARNING


def test_growth_is_a_share_of_what_was_received(place: Place) -> None:
    """Everything came within the last days, so in two days half of it came a day; before a day has passed nothing is said."""
    with reading(place) as warehouse:
        assert growth(warehouse, now()).share_a_day is None
        assert growth(warehouse, now() + timedelta(days=2)).share_a_day == pytest.approx(0.5, rel=0.01)
        assert growth(warehouse, now() + timedelta(days=30)).share_a_day == 0


def test_the_fuller_disk_counts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the hidden folder is a disk of its own and that is full, no run can write, whatever room people's file has."""
    place = Place.at(tmp_path / "desk.duckdb")
    place.desk.mkdir()
    usage = shutil.disk_usage(tmp_path)
    monkeypatch.setattr(
        "flows.monitoring.health.shutil.disk_usage",
        lambda path: usage._replace(free=0 if path == place.desk else 10**12),
    )
    assert disk(place, None).free == 0
    place.desk.rmdir()
    assert disk(place, None).free == 10**12


def test_the_forecast_leaves_room_for_the_copy() -> None:
    """Ten gigabytes free, two files of one each, half a gigabyte a day: nine days over two a gigabyte."""
    found = Disk(free=10_000_000_000, used=2_000_000_000, a_day=500_000_000.0)
    assert found.days == pytest.approx(18)
    assert "full in 18 days" in forecast(found)
    assert Disk(free=1, used=1, a_day=0.0).days is None
    assert "after a day" in forecast(Disk(free=1, used=1, a_day=None))


def test_bytes_a_day_are_those_of_both_files(place: Place) -> None:
    """The live and the published database grow alike."""
    both = place.live.stat().st_size + place.published.stat().st_size
    found = disk(place, Growth(share_a_day=0.1, newest=None, waiting=0))
    assert (found.used, found.a_day) == (both, pytest.approx(both / 10))


def test_the_worst_finding_decides() -> None:
    """The level of the desk is that of its worst finding."""
    findings = tuple(Finding(name=x.name, level=x, said="") for x in (Level.OK, Level.CRITICAL, Level.WARNING))
    assert worst(findings) is Level.CRITICAL
    assert json.loads(as_json(findings))["level"] == "critical"


def test_monitors_are_answered_over_http(place: Place) -> None:
    """/health is 503 with the findings while nothing is served, /live is 200, anything else is not there; nothing is answered
    under another name."""
    port = free_port()
    with health_page.serving(place, port):
        assert urllib.request.urlopen(f"http://127.0.0.1:{port}/live", timeout=10).status == 200
        with pytest.raises(urllib.error.HTTPError) as bad:
            urllib.request.urlopen(f"http://127.0.0.1:{port}/health", timeout=600)
        assert bad.value.code == 503
        assert json.loads(bad.value.read())["level"] == "critical"
        with pytest.raises(urllib.error.HTTPError) as none:
            urllib.request.urlopen(f"http://127.0.0.1:{port}/else", timeout=10)
        assert none.value.code == 404
        rebound = urllib.request.Request(f"http://127.0.0.1:{port}/live", headers={"Host": "news.example"})
        with pytest.raises(urllib.error.HTTPError) as foreign:
            urllib.request.urlopen(rebound, timeout=10)
        assert foreign.value.code == 421


def test_a_dead_part_is_not_hidden_by_a_kept_answer(place: Place) -> None:
    """A monitor that asks a moment after a part has died is told so, though it was told a moment before that all runs."""
    with subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE) as part:
        known = [{"name": "watcher", "pid": part.pid, "alive": True, "given_up": False}]
        parts_path(place).write_text(json.dumps({"pid": os.getpid(), "parts": known}))
        answers = health_page.Answers(place)
        status, said = answers.now()
        assert status is HTTPStatus.OK
        assert answers.now()[1] is said  # kept
        part.kill()
    status, said = answers.now()
    assert status is HTTPStatus.SERVICE_UNAVAILABLE
    assert {"name": "watcher", "level": "critical", "said": "is being started again"} in json.loads(said)["findings"]


def test_a_monitor_that_does_not_wait_is_no_news(
    place: Place, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A client that hangs up before it has its answer leaves no traceback; the next is answered."""
    monkeypatch.setattr(health_page.Answers, "now", lambda _: (time.sleep(0.2), (HTTPStatus.OK, b"x" * 5_000_000))[1])
    port = free_port()
    with health_page.serving(place, port):
        with socket.create_connection(("127.0.0.1", port)) as client:
            client.sendall(b"GET /health HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n")
        time.sleep(0.5)
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/live", timeout=30) as answer:
            assert answer.status == HTTPStatus.OK
    assert capsys.readouterr().err == ""
