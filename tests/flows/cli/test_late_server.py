"""A Prefect server that is late, at whatever moment: documents are filed, one line says so, and the command ends."""

from __future__ import annotations

import logging
import time
from pathlib import Path
from typing import Any

import pytest
from prefect import flow
from prefect.settings import PREFECT_API_URL, temporary_settings

from flows.cli import flow_calls, with_server
from flows.deadlines import within
from flows.filing import take_in
from flows.ingest import ingest
from flows.monitoring import after_run
from tests.servers.late_prefect import LatePrefect, late_prefect
from warehouse.database.place import Place
from warehouse.database.store import reading

TEXT = "Bridge opens\n\n" + "The bridge over the river Ansel was opened on Monday, the mayor said. " * 4
WITHOUT = "going on without Prefect: its pages show this run later"

END = "the Prefect server did not take the end of this run; the database has all of it"


@pytest.fixture(autouse=True)
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Deadlines that a test can wait for."""
    monkeypatch.setattr(flow_calls, "server_is_named", lambda: True)
    monkeypatch.setattr(flow_calls, "PATIENCE_SECONDS", 0.0)
    monkeypatch.setattr(flow_calls, "ANSWER_SECONDS", 1.5)
    monkeypatch.setattr(flow_calls, "GREETING_SECONDS", 1.5)
    monkeypatch.setattr(with_server, "BEGIN_SECONDS", 1.5)
    monkeypatch.setattr(with_server, "END_SECONDS", 1.0)
    monkeypatch.setattr(after_run, "AT_SERVER_SECONDS", 1.0)


def filed(tmp_path: Path, server: LatePrefect) -> tuple[list[str], str | None]:
    """What is said while a document is filed, and the flow run that its run has."""
    (tmp_path / "a.txt").write_text(TEXT)
    database = str(tmp_path / "desk.duckdb")
    said: list[str] = []
    with temporary_settings({PREFECT_API_URL: server.url}):
        summary = flow_calls.call(
            lambda: ingest, said.append, lambda: take_in, paths=[str(tmp_path / "a.txt")], database=database
        )
    assert summary.outcomes == {"loaded": 1}
    with reading(Place.at(database)) as warehouse:
        runs = warehouse.connection.execute("select state, flow_run_id from run").fetchall()
    assert [state for state, _ in runs] == ["finished"]
    return said, runs[0][1]


@pytest.mark.parametrize(
    ("stage", "how"),
    [
        *((stage, "silent") for stage in ("health", "hello", "version", "flow", "flow_run", "state")),
        *((stage, "drip") for stage in ("health", "version", "flow")),
    ],
)
def test_a_server_that_is_late_before_the_run(tmp_path: Path, stage: str, how: str) -> None:
    """Whatever is late until the flow's function begins, the run is done without the server, once."""
    with late_prefect(stage, how) as server:
        said, flow_run = filed(tmp_path, server)
    assert [line.endswith(WITHOUT) for line in said] == [True]
    assert flow_run is None


def test_a_server_that_refuses_the_run(tmp_path: Path) -> None:
    """An error instead of a flow run costs one line, too."""
    with late_prefect("flow", "refuse") as server:
        said, flow_run = filed(tmp_path, server)
    assert [line.endswith(WITHOUT) for line in said] == [True]
    assert flow_run is None


@pytest.mark.parametrize("how", ["silent", "drip"])
def test_a_server_that_is_late_at_the_end(tmp_path: Path, how: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A run that is filed when the server falls silent is done; one line says that the server lacks its end."""
    monkeypatch.setattr(with_server, "BEGIN_SECONDS", 60.0)
    monkeypatch.setattr(flow_calls, "GREETING_SECONDS", 60.0)
    with late_prefect("state", how, skipped=1) as server:
        said, flow_run = filed(tmp_path, server)
    assert said == [END]
    assert flow_run is not None


def test_a_server_that_is_late_in_the_middle(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What a run leaves at a silent server is waited for once, not once a thing."""
    monkeypatch.setattr(with_server, "BEGIN_SECONDS", 60.0)
    monkeypatch.setattr(flow_calls, "GREETING_SECONDS", 60.0)
    with late_prefect("artifacts", "silent") as server, caplog.at_level(logging.WARNING, "newsdesk"):
        said, flow_run = filed(tmp_path, server)
    assert flow_run is not None
    assert said == [END]
    lines = [r.getMessage().partition(" (")[0] for r in caplog.records if r.name == "newsdesk"]
    assert lines.count("the Prefect server did not take the artifacts") == 1


@pytest.mark.parametrize("error", [KeyError("ours"), KeyboardInterrupt()])
def test_what_the_function_raises_is_raised(error: BaseException, monkeypatch: pytest.MonkeyPatch) -> None:
    """A fault of the work, or Ctrl-C in its middle, is no reason to do it again without the server."""
    calls: list[str] = []

    @flow(name="failing", persist_result=False)
    def failing(word: str) -> str:
        calls.append(word)
        raise error

    def plain(**_: Any) -> str:
        calls.append("plain")
        return ""

    monkeypatch.setattr(with_server, "BEGIN_SECONDS", 60.0)
    monkeypatch.setattr(flow_calls, "GREETING_SECONDS", 60.0)
    said: list[str] = []
    with (
        late_prefect("none", "silent") as server,
        temporary_settings({PREFECT_API_URL: server.url}),
        pytest.raises(type(error)),
    ):
        with_server.run(failing, said.append, plain, {"word": "flow"})
    assert calls == ["flow"]
    assert said == []


def test_a_deadline_bounds_the_whole() -> None:
    """What ends in time is returned, what it raises is raised, and what is late is left behind."""
    assert within(5, lambda: 3) == 3
    with pytest.raises(ZeroDivisionError):
        within(5, lambda: 1 // 0)
    with pytest.raises(TimeoutError, match=r"not done within 0\.05 s"):
        within(0.05, lambda: time.sleep(1))
