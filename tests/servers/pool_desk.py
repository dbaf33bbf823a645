"""A Prefect server and a worker of one's own, as people have them who do not use `newsdesk serve`: only Prefect's commands."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType
from typing import Self

from tests.servers.watched_desk import PATIENCE, WatchedDesk, until

ROOT = Path(__file__).parents[2]
POOL = "desk"


class PoolDesk(WatchedDesk):
    """`prefect server start` and `prefect worker start`, each a process that is ended with this object."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self.environment |= {
            "PREFECT_API_URL": self.api,
            "PREFECT_SERVER_API_PORT": str(self.port),
            "PREFECT_SERVER_ANALYTICS_ENABLED": "false",
            "DO_NOT_TRACK": "1",
        }
        self.log = folder / "prefect.log"
        self._processes: list[subprocess.Popen[bytes]] = []

    def prefect(self, *words: str) -> None:
        """One command of Prefect's, in the project's root, without questions."""
        command = [*_prefect("--no-prompt"), *words]
        subprocess.run(command, env=self.environment, cwd=ROOT, check=True, capture_output=True, timeout=PATIENCE)

    def _start(self, words: Sequence[str], cwd: Path) -> None:
        with self.log.open("ab") as log:
            self._processes.append(
                subprocess.Popen(_prefect(*words), env=self.environment, cwd=cwd, stdout=log, stderr=log)
            )

    def work(self) -> None:
        """Start a worker, in a folder that is not the project's."""
        self._start(("worker", "start", "--pool", POOL), self.folder)

    def __enter__(self) -> Self:
        self._start(("server", "start", "--host", "127.0.0.1", "--port", str(self.port)), self.folder)
        until(self.answers, PATIENCE, "the Prefect server answers")
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for process in reversed(self._processes):
            process.terminate()
        for process in self._processes:
            try:
                process.wait(120)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()

    def adapted(self, file: Path) -> Path:
        """prefect.yaml with the paths of this desk."""
        text = file.read_text("utf-8")
        for said, ours in (("/srv/desk/newsdesk.duckdb", self.database), ("/srv/desk/inbox", self.inbox)):
            assert said in text
            text = text.replace(said, str(ours))
        made = self.folder / "prefect.yaml"
        made.write_text(text, "utf-8")
        return made


def _prefect(*words: str) -> list[str]:
    return [sys.executable, "-m", "prefect", *words]
