"""Child processes of the desk, kept alive: started again with back-off when they die, stopped together, never orphaned.

A child that ends with `recycle.CODE` has grown and is replaced at once; this is not counted as a failure.

A child's standard input is a pipe that nobody writes to. When the parent dies, however it dies, the pipe closes, and
the child ends itself.
"""

from __future__ import annotations

import logging
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import nullcontext
from dataclasses import dataclass
from pathlib import Path

from flows.service import recycle

BACK_OFF = (1.0, 2.0, 5.0, 15.0, 60.0)
"""Seconds before a child that died is started again, by how often it died in a row."""

STEADY_SECONDS = 120.0
"""A child that has lived this long counts as healthy again."""

STOP_SECONDS = 30.0
"""How long a child may take to end its work before it is killed."""

log = logging.getLogger("newsdesk")


def die_with_parent(by: signal.Signals = signal.SIGTERM) -> None:
    """In a child: end by that signal when the parent is gone, however it went."""

    def wait() -> None:
        while os.read(sys.stdin.fileno(), 1):
            pass
        os.kill(os.getpid(), by)

    threading.Thread(target=wait, name="parent", daemon=True).start()


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A part of the desk: its name for people, its command, and whether it is there yet (asked before the next starts)."""

    name: str
    command: tuple[str, ...]
    ready: Callable[[], bool] = lambda: True


class Child:
    """A part as a process, and its history of dying."""

    def __init__(self, part: Part, environment: Mapping[str, str], log_file: Path | None = None) -> None:
        self.part = part
        self._log_file = log_file
        self._environment = dict(environment)
        self._process: subprocess.Popen[bytes] | None = None
        self._started = 0.0
        self._deaths = 0
        self._again_at = 0.0

    @property
    def pid(self) -> int | None:
        """The process, when there is one."""
        return self._process.pid if self._process else None

    def start(self) -> None:
        """Start the process, in a session of its own: Ctrl-C at the terminal reaches the parent only."""
        with self._log_file.open("ab") if self._log_file else nullcontext() as sink:
            self._process = subprocess.Popen(
                self.part.command,
                stdin=subprocess.PIPE,
                stdout=sink,
                stderr=sink,
                env=self._environment,
                start_new_session=True,
            )
        self._started = time.monotonic()

    def alive(self) -> bool:
        """Whether the process runs."""
        return self._process is not None and self._process.poll() is None

    def keep(self) -> bool:
        """Start the process again when it has died and its time has come. Returns whether it was started."""
        now = time.monotonic()
        if self.alive():
            return False
        if self._process is not None and self._process.returncode == recycle.CODE:
            self.start()
            return True
        if self._process is not None:
            code = self._process.returncode
            self._deaths = 0 if now - self._started > STEADY_SECONDS else self._deaths
            wait = BACK_OFF[min(self._deaths, len(BACK_OFF) - 1)]
            log.warning("%s ended (%s); starting it again in %.0f s", self.part.name, _how(code), wait)
            self._process, self._deaths, self._again_at = None, self._deaths + 1, now + wait
        if now < self._again_at:
            return False
        self.start()
        return True

    def stop(self) -> None:
        """Ask the process to end."""
        if self._process is not None and self.alive():
            self._process.terminate()

    def join(self, deadline: float) -> None:
        """Wait for the end of the process; kill it and all it has started when the deadline passes."""
        if self._process is None:
            return
        try:
            self._process.wait(max(0.0, deadline - time.monotonic()))
        except subprocess.TimeoutExpired:
            log.warning("%s does not end; killing it", self.part.name)
            os.killpg(self._process.pid, signal.SIGKILL)
            self._process.wait()


def _how(code: int) -> str:
    return f"killed by {signal.Signals(-code).name}" if code < 0 else f"exit code {code}"


class Supervisor:
    """All children: started in order, each when the one before is ready; stopped in the opposite order."""

    def __init__(
        self,
        parts: Sequence[Part],
        environment: Mapping[str, str],
        started: Callable[[Child], None],
        log_file: Path | None = None,
    ) -> None:
        self.children = [Child(part, environment, log_file) for part in parts]
        self._started = started
        self._stop = threading.Event()

    def stop(self) -> None:
        """Let `run` come to its end; may be called from a signal handler."""
        self._stop.set()

    def run(self) -> None:
        """Start everything, keep it running until stopped, and stop everything."""
        try:
            for child in self.children:
                self._begin(child)
            while not self._stop.wait(0.5):
                for child in self.children:
                    if child.keep():
                        self._started(child)
        finally:
            self._end()

    def _begin(self, child: Child) -> None:
        child.start()
        while not self._stop.is_set() and not child.part.ready():
            child.keep()
            self._stop.wait(0.2)
        if not self._stop.is_set():
            self._started(child)

    def _end(self) -> None:
        deadline = time.monotonic() + STOP_SECONDS
        for child in reversed(self.children):
            child.stop()
            child.join(deadline)
