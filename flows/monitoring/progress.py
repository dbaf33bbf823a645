"""A progress bar in the Prefect UI for runs that take a while, renewed now and then."""

from __future__ import annotations

import time
from math import inf
from uuid import UUID

from flows.monitoring import after_run, flow_runs

FIRST_SECONDS = 3.0
"""Shorter runs have no bar."""

EVERY_SECONDS = 2.0


class Bar:
    """One bar of one run. It appears when the run has lasted a while; without a known total there is none."""

    def __init__(self, key: str, description: str, total: int | None) -> None:
        self._key = key
        self._description = description
        self._total = total
        self._next = time.monotonic() + FIRST_SECONDS
        self._artifact: UUID | None = None

    def at(self, done: int, read: float | None = None) -> None:
        """So many of the total are done; of one large file `read` is the share of its bytes that was read.

        More than the total are members of archives: no share of them is known but by what was read.
        """
        if time.monotonic() < self._next:
            return
        if self._total == 1 and read is not None:
            self._show(read)
        elif self._total and done <= self._total:
            self._show(done)

    def end(self) -> None:
        """All is done."""
        if self._artifact and self._total:
            self._show(self._total)

    def _show(self, done: float) -> None:
        self._next = time.monotonic() + EVERY_SECONDS
        percent = min(100.0, 100.0 * done / (self._total or 1))
        if not after_run.attempt("progress", lambda: self._send(percent)):
            self._next = inf  # a server that is away is asked once, or each look would wait for it

    def _send(self, percent: float) -> None:
        if not flow_runs.running():
            return
        from prefect.artifacts import create_progress_artifact, update_progress_artifact

        if self._artifact is None:
            made = create_progress_artifact(progress=percent, key=self._key, description=self._description)
            self._artifact = made if isinstance(made, UUID) else None
        else:
            update_progress_artifact(self._artifact, progress=percent)
