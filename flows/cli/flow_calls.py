"""A flow called by the command line: in Prefect where a server can be had, else without it, which is said in one line.

Filing must not depend on whether somebody else's server is up. Without Prefect the run is in the ledger and in the
database like any other; only Prefect's pages do not have it.
"""

from __future__ import annotations

import logging
import os
import shutil
import sqlite3
import threading
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import httpx

from flows.log_safety import wants_traceback
from flows.monitoring import engine_log

if TYPE_CHECKING:
    from prefect import Flow

R = TypeVar("R")

PATIENCE_SECONDS = 5.0
"""How long a server that is named may take to answer: one that starts beside newsdesk needs some seconds."""

START_SECONDS = 120.0
"""How long Prefect's temporary server may take to start: up to 20 seconds on a fresh home, more on a busy machine."""

ROOM = 20_000_000
"""Bytes that must be free where Prefect keeps its database."""


def call(flow: Flow[..., R], say: Callable[[str], None], **parameters: Any) -> R:  # noqa: ANN401 - parameters of the flow
    """Run a flow and return what it returns; raises what it raises."""
    logging.raiseExceptions = wants_traceback()  # a terminal that is gone is no reason for a traceback
    if trouble := server_trouble():
        say(f"{trouble}; going on without Prefect: its pages will not show this run")
        return flow.fn(**parameters)
    from prefect import tags

    engine_log.quiet()  # what fails is said by `obstacles`
    with tags("newsdesk", "command line"):
        done: R = flow(**parameters)
    return done


def server_trouble() -> str | None:
    """Why no Prefect server can be had; None when one answers. Starts Prefect's temporary one when none is named."""
    from prefect.settings import PREFECT_API_URL

    api = PREFECT_API_URL.value()
    if api and not _answers_soon(api):
        return f"the Prefect server at {api} does not answer"
    return (None if api else _store_trouble()) or _greeting_trouble(api)


def _answers_soon(api: str) -> bool:
    from flows.service.prefect_server import answers

    deadline = time.monotonic() + PATIENCE_SECONDS
    while not answers(api):
        if time.monotonic() > deadline:
            return False
        time.sleep(0.5)
    return True


def _store_trouble() -> str | None:
    """Why Prefect's temporary server could not write to its home. Asked first: it would try for ever."""
    from prefect.settings import PREFECT_HOME

    from flows.monitoring import history

    os.environ.setdefault("PREFECT_SERVER_LOGGING_LEVEL", "CRITICAL")  # its log is not for the terminal
    home = PREFECT_HOME.value()
    there = next(folder for folder in (home, *home.absolute().parents) if folder.exists())
    if not os.access(there, os.W_OK | os.X_OK):
        return f"Prefect cannot write to {home} (PREFECT_HOME)"
    if shutil.disk_usage(there).free < ROOM:
        return f"the disk of {home} (PREFECT_HOME) is full"
    return _damage(history.database_file())


def _damage(file: Path | None) -> str | None:
    """Why Prefect's SQLite file cannot be written to; being busy is no reason."""
    if file is None:
        return None
    try:
        with closing(sqlite3.connect(file, timeout=1.0, isolation_level=None)) as connection:
            connection.execute("begin immediate")
            connection.execute("select count(*) from sqlite_master").fetchall()
            connection.execute("rollback")
    except sqlite3.Error as error:
        return None if "locked" in str(error) else f"Prefect's database {file} cannot be used ({error})"
    return None


def _greeting_trouble(api: str | None) -> str | None:
    """Why the server does not greet. In a thread: the start of Prefect's temporary server may never come to an end."""
    found: list[str | None] = []
    thread = threading.Thread(target=lambda: found.append(_greet(api)), name="greeting", daemon=True)
    thread.start()
    thread.join(START_SECONDS)
    return found[0] if found else f"the Prefect server did not start within {START_SECONDS:.0f} s"


def _greet(api: str | None) -> str | None:
    from prefect.client.orchestration import get_client

    try:
        with get_client(sync_client=True) as client:
            client.hello().raise_for_status()
    except httpx.HTTPStatusError as error:
        return f"the Prefect server refuses ({error.response.status_code}; PREFECT_API_AUTH_STRING may be wrong)"
    except Exception as error:  # noqa: BLE001 - whatever it is, it is said, and filing does not need the server
        why = " ".join(str(error).split())[:160] or type(error).__name__
        return f"the Prefect server at {api} cannot be used ({why})" if api else f"Prefect does not start ({why})"
    return None
