"""Flows called by the command line: without a Prefect server they file all the same and say so."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest
from prefect.settings import PREFECT_API_URL, PREFECT_HOME, temporary_settings

from flows.cli import flow_calls
from flows.ingest import ingest
from flows.monitoring import history
from tests.servers.watched_desk import free_port
from warehouse.database.place import Place
from warehouse.database.store import reading

TEXT = "Bridge opens\n\n" + "The bridge over the river Ansel was opened on Monday, the mayor said. " * 4


def test_a_dead_server_does_not_keep_documents_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """One line names the server; the document is filed, and the run is in the ledger without an id of Prefect's."""
    monkeypatch.setattr(flow_calls, "PATIENCE_SECONDS", 0.0)
    (tmp_path / "a.txt").write_text(TEXT)
    said: list[str] = []
    api = f"http://127.0.0.1:{free_port()}/api"
    database = tmp_path / "desk.duckdb"
    with temporary_settings({PREFECT_API_URL: api}):
        summary = flow_calls.call(lambda: ingest, said.append, paths=[str(tmp_path / "a.txt")], database=str(database))
    assert summary.outcomes == {"loaded": 1}
    assert len(said) == 1
    assert api in said[0]
    assert "without Prefect" in said[0]
    with reading(Place.at(database)) as warehouse:
        assert warehouse.connection.execute("select flow_run_id, state from run").fetchall() == [(None, "finished")]


ANSWERS = ((500, b"oh"), (401, b"no"), (200, b'{"nonsense": true}'), (200, b"<html>It works</html>"), (200, b""))
"""Status and body of servers that are not Prefect's, or do not want us."""


@pytest.mark.parametrize(("status", "body"), ANSWERS)
def test_a_server_that_is_none_of_prefects_does_not_keep_documents_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, status: int, body: bytes
) -> None:
    """What else answers at the address, with errors, JSON of its own or a page, costs one line."""

    class Other(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(status)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            """Nothing is logged."""

    monkeypatch.setattr(flow_calls, "PATIENCE_SECONDS", 0.0)
    (tmp_path / "a.txt").write_text(TEXT)
    said: list[str] = []
    with ThreadingHTTPServer(("127.0.0.1", 0), Other) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        with temporary_settings({PREFECT_API_URL: f"http://127.0.0.1:{server.server_port}/api"}):
            summary = flow_calls.call(
                lambda: ingest, said.append, paths=[str(tmp_path / "a.txt")], database=str(tmp_path / "desk.duckdb")
            )
        server.shutdown()
    assert summary.outcomes == {"loaded": 1}
    assert [line.endswith("going on without Prefect: its pages show this run later") for line in said] == [True]


def test_a_home_without_room_is_found_before_the_server_is_started(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Prefect's temporary server would be started again and again for ever."""
    monkeypatch.setattr(flow_calls, "ROOM", 1 << 62)
    with temporary_settings({PREFECT_API_URL: None, PREFECT_HOME: tmp_path / "home"}):
        assert "is full" in str(flow_calls.server_trouble())


@pytest.mark.parametrize("spoil", ["noise", "locked"])
def test_prefects_database_is_looked_at_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, spoil: str) -> None:
    """A file that is no database is a reason to go on without Prefect; one that is busy is none."""
    path = tmp_path / "prefect.db"
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("create table t (x)")
        if spoil == "locked":
            connection.execute("begin exclusive")
        else:
            path.write_bytes(os.urandom(8192))
        assert ("cannot be used" in str(flow_calls._damage(path))) == (spoil == "noise")


def test_prefects_file_is_compacted_when_much_of_it_is_free(tmp_path: Path) -> None:
    """The share of free pages is what deleted rows have left."""
    path = tmp_path / "prefect.db"
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("create table t (x)")
        connection.executemany("insert into t values (?)", [("x" * 1000,)] * 1000)
        connection.commit()
        assert history._unused(path) == 0
        connection.execute("delete from t")
        connection.commit()
    assert history._unused(path) > history.UNUSED
    before = path.stat().st_size
    assert history._vacuum(path) == ""
    assert path.stat().st_size < before / 10
