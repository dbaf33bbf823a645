"""What the processes of a resting desk load."""

from __future__ import annotations

import subprocess
import sys

import pytest

LOADS = (
    "import sys, importlib; importlib.import_module(sys.argv[1]); print(*sorted(set(sys.modules) & set(sys.argv[2:])))"
)
HEAVY = (
    "parsers.pipeline",
    "parsers.repair",
    "wordfreq",
    "lxml.etree",
    "bs4",
    "trafilatura",
    "rapidfuzz",
    "pyarrow",
    "pandas",
)


@pytest.mark.parametrize(
    "module",
    [
        "flows.service.watch",
        "flows.service.deployments_process",
        "flows.service.serve",
        "flows.ingest",
        "flows.poll",
        "flows.reprocess",
        "flows.retry",
        "flows.maintain",
    ],
)
def test_a_process_that_waits_has_no_parsers(module: str) -> None:
    """The watcher and the deployments beside it hold neither parsers nor their libraries: workers parse (30 MB less)."""
    done = subprocess.run(
        [sys.executable, "-c", LOADS, module, *HEAVY], capture_output=True, text=True, check=True, timeout=600
    )
    assert done.stdout.split() == []
