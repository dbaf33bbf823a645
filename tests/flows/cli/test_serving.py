"""`newsdesk serve` at the command line, without the desk behind it."""

from __future__ import annotations

from pathlib import Path

import pytest

import flows.service.serve
from flows.cli import command_line
from tests.servers.watched_desk import free_port


def test_a_dead_server_is_named_on_the_terminal(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Who names a server that nobody runs is told in one line what goes on without it; the desk is served all the same."""
    api = f"http://127.0.0.1:{free_port()}/api"
    monkeypatch.setenv("PREFECT_API_URL", api)
    served: list[flows.service.serve.Serving] = []
    monkeypatch.setattr(flows.service.serve, "serve", lambda serving, *_: served.append(serving) or 0)
    words = ["serve", str(tmp_path), "--database", str(tmp_path / "desk.duckdb")]
    assert command_line(words)(words, result_action="return_value") == 0
    assert len(served) == 1
    said = capsys.readouterr().err.splitlines()
    assert len(said) == 1
    assert f"the Prefect server at {api} does not answer; files are filed without it" in said[0]
