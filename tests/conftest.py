"""What all tests share: a Prefect home of their own, and an order in which test processes side by side end together."""

from __future__ import annotations

import atexit
import os
import shutil
import signal
import tempfile

import pytest
from hypothesis import settings

settings.register_profile("gate", max_examples=50)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "gate"))  # HYPOTHESIS_PROFILE=default tries 100

LONGEST = (
    "test_obstacles", "test_late_server", "test_keeping", "test_dbt", "test_serve", "test_installation", "test_work_pool", "test_dask", "test_polling", "test_ingest",
)  # fmt: skip
"""Modules that take longest, the longest first: a process that begins one late would end alone."""


def _prefect_home() -> str:
    """A new folder for Prefect's database and settings, removed at the end; one for each test process."""
    home = tempfile.mkdtemp(prefix="newsdesk-tests-prefect-")
    atexit.register(shutil.rmtree, home, ignore_errors=True)
    return home


os.environ["PREFECT_HOME"] = _prefect_home()
os.environ.pop("PREFECT_API_URL", None)  # tests never write to a server that somebody uses
os.environ.setdefault("PREFECT_SERVER_ANALYTICS_ENABLED", "false")
os.environ.setdefault("DO_NOT_TRACK", "1")

if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:  # as in what a shell starts in the background
    signal.signal(signal.SIGINT, signal.default_int_handler)

import flows  # noqa: E402, F401 - our settings before Prefect is imported by any test


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Put the longest modules first, and leave the order within a module as it is."""
    rank = {name: number for number, name in enumerate(LONGEST)}
    items.sort(key=lambda item: rank.get(item.path.stem, len(rank)))


def pytest_make_parametrize_id(val: object, argname: str) -> str | None:
    """Name bytes that are no plain text by their argument: compressed bytes hold the time, and all processes need the same names."""
    if isinstance(val, bytes) and not (val.isascii() and val.decode("ascii").isprintable()):
        return argname
    return None
