"""A Dask cluster of real processes on loopback: a scheduler, and workers with or without a nanny that starts them anew."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]

WAIT_SECONDS = 200.0


@dataclass
class DaskCluster:
    """The scheduler's address, and the processes of its workers in the order of their start."""

    address: str
    scheduler: subprocess.Popen[bytes]
    workers: list[subprocess.Popen[bytes]] = field(default_factory=list)


@contextmanager
def dask_cluster(
    folder: Path, workers: int = 2, *, nanny: bool = False, allowed_failures: int = 3
) -> Iterator[DaskCluster]:
    """Start a scheduler on a free port of loopback, and workers of one thread each."""
    told = folder / "scheduler.json"
    settings = {"PYTHONPATH": str(ROOT), "DASK_DISTRIBUTED__SCHEDULER__ALLOWED_FAILURES": str(allowed_failures)}

    def start(part: str, *arguments: str) -> subprocess.Popen[bytes]:
        command = [sys.executable, "-m", f"distributed.cli.dask_{part}", *arguments, "--no-dashboard"]
        with (folder / f"{part}.log").open("ab") as log:
            return subprocess.Popen(command, env=os.environ | settings, cwd=folder, stdout=log, stderr=log)

    scheduler = start("scheduler", "--host", "127.0.0.1", "--port", "0", "--scheduler-file", str(told))
    cluster = DaskCluster(_address(told, scheduler), scheduler)
    try:
        options = ["--host", "127.0.0.1", "--nthreads", "1", "--local-directory", str(folder)]
        for _ in range(workers):
            cluster.workers.append(start("worker", cluster.address, *options, "--nanny" if nanny else "--no-nanny"))
        yield cluster
    finally:
        for process in cluster.workers:
            process.send_signal(signal.SIGTERM if nanny else signal.SIGKILL)  # a nanny ends its worker first
            process.wait(WAIT_SECONDS)
        scheduler.kill()
        scheduler.wait()


def _address(told: Path, scheduler: subprocess.Popen[bytes]) -> str:
    until = time.monotonic() + WAIT_SECONDS
    while time.monotonic() < until and scheduler.poll() is None:
        if told.exists() and (text := told.read_text("utf-8")).endswith("}"):
            return str(json.loads(text)["address"])
        time.sleep(0.1)
    raise TimeoutError("the Dask scheduler did not start")
