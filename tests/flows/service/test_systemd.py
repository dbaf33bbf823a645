"""What systemd is told, heard at a socket of our own."""

from __future__ import annotations

import os
import socket
import sys
import threading
from pathlib import Path

import pytest

from flows.service.supervisor import Part, Supervisor
from flows.service.systemd import Notifier


@pytest.fixture
def heard(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> socket.socket:
    """The other end of the socket that systemd would name."""
    path = str(tmp_path / "notify")
    listening = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
    listening.bind(path)
    listening.settimeout(10)
    monkeypatch.setenv("NOTIFY_SOCKET", path)
    monkeypatch.setenv("WATCHDOG_USEC", "2000000")
    return listening


def test_a_desk_says_that_it_is_ready_lives_and_stops(heard: socket.socket) -> None:
    """READY comes when all parts have started, WATCHDOG while they are kept, STOPPING at the end."""
    part = Part(name="sleeper", command=(sys.executable, "-c", "import sys; sys.stdin.read()"))
    made = Supervisor([part], os.environ, lambda _: None)
    thread = threading.Thread(target=made.run)
    thread.start()
    told = [heard.recv(1000).decode()]
    while not told[-1].startswith("READY=1"):
        told.append(heard.recv(1000).decode())
    assert told[-1] == "READY=1\nSTATUS=1 parts run"
    assert heard.recv(1000) == b"WATCHDOG=1"
    made.stop()
    while (last := heard.recv(1000)) == b"WATCHDOG=1":
        pass
    assert last == b"STOPPING=1"
    thread.join(120)


def test_children_do_not_inherit_the_socket(heard: socket.socket) -> None:
    """Only the process that systemd started speaks for the service."""
    Notifier()
    assert "NOTIFY_SOCKET" not in os.environ
    assert "WATCHDOG_USEC" not in os.environ
    heard.close()


def test_without_systemd_nothing_happens() -> None:
    """A desk that a person started tells nobody."""
    Notifier().tell("READY=1")
    Notifier().alive()
