"""Child processes of the desk, kept alive: started again with back-off when they die, stopped together, never orphaned.

A child that ends with `recycle.CODE` has grown and is replaced at once; this is not counted as a failure. A child that
dies `GIVE_UP_AFTER` times in a row for the same reason is not started again; one that ends with `AWAY` always is.

A child's standard input is a pipe that nobody writes to. When the parent dies, however it dies, the pipe closes, and
the child ends itself. What a child writes passes through the parent, which keeps the last line: the reason of its death.
"""

from __future__ import annotations

import logging
import os
import re
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import nullcontext
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from flows import child_processes
from flows.log_safety import clean
from flows.service import recycle

BACK_OFF = (1.0, 2.0, 5.0, 15.0, 60.0)
"""Seconds before a child that died is started again, by how often it died in a row."""

STEADY_SECONDS = 120.0
"""A child that has lived this long counts as healthy again."""

STOP_SECONDS = 30.0
"""How long a child may take to end its work before it is killed."""

GIVE_UP_AFTER = 5
"""Deaths in a row, for the same reason, after which a child is not started again."""

AWAY = os.EX_UNAVAILABLE
"""Exit code of a child that ends because something outside the desk is away and will come back."""

_STAMP = re.compile(r"^\d\d:\d\d:\d\d [a-z]+: ")
_NUMBER = re.compile(r"\d+")
_REASON_LENGTH = 300

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
        self.given_up = False
        self._log_file = log_file
        self._environment = child_processes.protected(environment)
        self._process: subprocess.Popen[bytes] | None = None
        self._reader: threading.Thread | None = None
        self._said: list[str] = []
        self._started = 0.0
        self._deaths = 0
        self._reasons: list[str] = []
        self._again_at = 0.0

    @property
    def pid(self) -> int | None:
        """The process, when there is one."""
        return self._process.pid if self._process else None

    def start(self) -> None:
        """Start the process, in a session of its own: Ctrl-C at the terminal reaches the parent only."""
        self._process = subprocess.Popen(
            self.part.command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            env=self._environment,
            start_new_session=True,
        )
        assert self._process.stdout is not None
        self._said = [""]
        self._reader = threading.Thread(target=self._pass_on, args=(self._process.stdout, self._said), daemon=True)
        self._reader.start()
        self._started = time.monotonic()

    def _pass_on(self, lines: IO[bytes], said: list[str]) -> None:
        """Write what the child says to the log, or to the terminal, and keep its last line in `said`."""
        with self._log_file.open("ab") if self._log_file else nullcontext(sys.stderr.buffer) as sink, lines:
            for line in lines:
                text = clean(line.decode("utf-8", "replace"))
                sink.write(text.encode("utf-8", "backslashreplace"))
                sink.flush()
                said[0] = text.strip() or said[0]

    def alive(self) -> bool:
        """Whether the process runs."""
        return self._process is not None and self._process.poll() is None

    def keep(self) -> bool:
        """Start the process again when it has died and its time has come. Returns whether it was started."""
        if self.given_up or self.alive():
            return False
        if self._process is not None and self._process.returncode == recycle.CODE:
            self.start()
            return True
        if self._process is not None:
            self._bury(self._process.returncode)
        if self.given_up or time.monotonic() < self._again_at:
            return False
        self.start()
        return True

    def _bury(self, code: int) -> None:
        """Note a death and its reason, say so, and decide when to start again, if at all."""
        now = time.monotonic()
        if now - self._started > STEADY_SECONDS:
            self._deaths, self._reasons = 0, []
        why = self._why(code)
        self._note(code, why)
        self._process, self._deaths = None, self._deaths + 1
        if self.given_up:
            log.error("%s ended %d times in a row (%s); it is not started again", self.part.name, GIVE_UP_AFTER, why)
            return
        wait = BACK_OFF[min(self._deaths, len(BACK_OFF)) - 1]
        log.warning("%s ended (%s); starting it again in %.0f s", self.part.name, why, wait)
        self._again_at = now + wait

    def _note(self, code: int, why: str) -> None:
        """Count deaths for the same reason; figures in it, such as process ids, do not matter."""
        reason = _NUMBER.sub("0", why) if code != AWAY else ""
        self._reasons = [*self._reasons, reason] if reason and self._reasons[-1:] in ([], [reason]) else [reason]
        self.given_up = bool(reason) and len(self._reasons) >= GIVE_UP_AFTER

    def _why(self, code: int) -> str:
        """How the process ended, with the last line that it wrote."""
        if self._reader is not None:
            self._reader.join(1.0)
        said = _STAMP.sub("", self._said[0])[:_REASON_LENGTH]
        return f"{_how(code)}: {said}" if said else _how(code)

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
        if self._reader is not None:
            self._reader.join(1.0)


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

    def run(self) -> bool:
        """Start everything, keep it running until stopped or until no part is left, and stop everything.

        Returns whether every part could be kept running.
        """
        try:
            for child in self.children:
                self._begin(child)
            while not self._stop.wait(0.5) and not all(child.given_up for child in self.children):
                for child in self.children:
                    if child.keep():
                        self._started(child)
        finally:
            self._end()
        return not any(child.given_up for child in self.children)

    def _begin(self, child: Child) -> None:
        child.start()
        while not self._stop.is_set() and not child.given_up and not child.part.ready():
            child.keep()
            self._stop.wait(0.2)
        if not self._stop.is_set() and not child.given_up:
            self._started(child)

    def _end(self) -> None:
        deadline = time.monotonic() + STOP_SECONDS
        for child in reversed(self.children):
            child.stop()
            child.join(deadline)
