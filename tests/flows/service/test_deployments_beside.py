"""The deployments in a thread of the watcher's process: served anew after a failure, stopped in order, never in the way."""

from __future__ import annotations

import asyncio
import threading
from contextlib import nullcontext
from pathlib import Path
from typing import Any, cast

import httpx
import pytest

from flows.service import deployments_process
from flows.service.deployments_process import DeskRunner, InThread


@pytest.fixture
def beside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> InThread:
    """Deployments that never meet a server."""
    monkeypatch.setattr(deployments_process, "clear_up", lambda place: None)
    monkeypatch.setattr(deployments_process, "made", lambda given: ())
    monkeypatch.setattr(deployments_process, "BACK_OFF", (0.01,))
    return InThread({"database": str(tmp_path / "desk.duckdb"), "folders": ()})


@pytest.mark.parametrize(
    "error", [httpx.ConnectError("refused"), RuntimeError("broken"), SystemExit("ended by a library")]
)
def test_a_failure_is_said_and_served_anew(
    beside: InThread, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture, error: BaseException
) -> None:
    """Whatever ends the runner, a new one takes its place after a pause, and the log has the reason."""
    served = threading.Event()
    times: list[int] = []

    async def serve(runner: Any, made: Any, seen: Path) -> None:
        times.append(1)
        if len(times) < 3:
            raise error
        served.set()
        await asyncio.sleep(0.05)

    monkeypatch.setattr(deployments_process, "serve", serve)
    beside.start()
    assert served.wait(120)
    beside.stop()
    assert not beside._thread.is_alive()
    assert str(error) in caplog.text


def test_it_ends_when_it_is_stopped_while_it_waits(beside: InThread, monkeypatch: pytest.MonkeyPatch) -> None:
    """A long pause after failures does not hold up the end of the desk."""
    monkeypatch.setattr(deployments_process, "BACK_OFF", (60.0,))
    failed = threading.Event()

    async def serve(runner: Any, made: Any, seen: Path) -> None:
        failed.set()
        raise httpx.ConnectError("refused")

    monkeypatch.setattr(deployments_process, "serve", serve)
    beside.start()
    assert failed.wait(120)
    beside.stop()
    assert not beside._thread.is_alive()
    assert beside.idle()


@pytest.mark.parametrize("ends", [None, RuntimeError("broken")])
def test_the_file_of_the_deployments_is_there_while_they_are_served(tmp_path: Path, ends: Exception | None) -> None:
    """`newsdesk health` sees by the file whether the runner is at work; however that ends, the file goes."""
    seen, there = tmp_path / "deployments.alive", []

    class Runner:
        async def start(self) -> None:
            await asyncio.sleep(0.05)
            there.append(seen.exists())
            if ends:
                raise ends

    with pytest.raises(RuntimeError, match="broken") if ends else nullcontext():
        asyncio.run(deployments_process.serve(cast("DeskRunner", Runner()), (), seen))
    assert there == [True]
    assert not seen.exists()
