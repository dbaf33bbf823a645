"""A real desk for tests and benchmarks: `newsdesk serve` as a process on a free port of loopback, with a home of its own."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path
from types import TracebackType
from typing import Self

from tests.servers.watched_desk import PATIENCE, WatchedDesk, until

PARTS = {
    "server": "flows.service.prefect_server",
    "watcher": "flows.service.watch_process",
}


def newsdesk() -> str:
    """The installed command, as a person calls it."""
    return str(Path(sys.executable).with_name("newsdesk"))


class ServedDesk(WatchedDesk):
    """A desk that `newsdesk serve` runs: `inbox` is watched."""

    def __init__(self, folder: Path, *options: str, started_in: Path | None = None) -> None:
        super().__init__(folder)
        self.started_in = started_in
        self.log = folder / "serve.log"
        self.parts_log = folder / f".{self.database.name}.desk" / "serve.log"
        self.options = options
        self._process: subprocess.Popen[bytes] | None = None

    @property
    def command(self) -> list[str]:
        """The command line that serves it."""
        return [
            newsdesk(), "serve", str(self.inbox), "--database", str(self.database), "--port", str(self.port), *self.options,
        ]  # fmt: skip

    def start(self) -> None:
        """Start serving, and wait until the watcher is at work."""
        with self.log.open("ab") as log:
            self._process = subprocess.Popen(
                self.command, env=self.environment, cwd=self.started_in, stderr=log, stdout=log
            )
        until(self.answers, PATIENCE, "the Prefect server answers")
        until(lambda: len(self.pids()) == len(PARTS), PATIENCE, "all parts run")
        until(lambda: len(self.post("deployments/filter", {})) >= 5, PATIENCE, "the deployments are there")

    @property
    def pid(self) -> int:
        """The process of `newsdesk serve` itself."""
        assert self._process is not None
        return self._process.pid

    def stop(self) -> int:
        """Stop it as Ctrl-C does; its exit code."""
        assert self._process is not None
        self._process.send_signal(signal.SIGINT)
        return self._process.wait(PATIENCE)

    def kill(self) -> None:
        """Kill it as a power cut does."""
        assert self._process is not None
        self._process.kill()
        self._process.wait()

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._process is not None and self._process.poll() is None:
            self.stop()

    def pids(self) -> dict[str, int]:
        """The processes of its parts, by part."""
        assert self._process is not None
        found = {}
        for path in Path("/proc").glob("[0-9]*/cmdline"):
            try:
                words = path.read_bytes().split(b"\0")
                parent = int((path.parent / "stat").read_text().rpartition(")")[2].split()[1])
            except (OSError, ValueError, IndexError):
                continue
            for part, module in PARTS.items():
                if module.encode() in words and parent == self._process.pid:
                    found[part] = int(path.parent.name)
        return found

    def kill_part(self, part: str) -> None:
        """Kill -9 one part."""
        os.kill(self.pids()[part], signal.SIGKILL)
