"""A flow called by the command line: seen by a Prefect server where one is there, else without one.

A server is there when the settings name it, or when this database is served. Starting a temporary one for a single run
takes ten times as long as filing a few documents (docs/performance.md). Filing must not depend on whether a server is
up, either: one that is named and does not answer costs one line. Without a server the run is in the ledger and in the
database like any other, and the next server that a run of this database meets is told of it (`flows.monitoring.late_runs`).
"""

from __future__ import annotations

import logging
import os
import shutil
import sqlite3
import time
from collections.abc import Callable, Mapping
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from flows.cli import with_server
from flows.deadlines import within
from flows.log_safety import wants_traceback
from flows.monitoring import engine_log
from flows.monitoring.health import served_at
from flows.service import prefect_server
from warehouse.database.place import Place

if TYPE_CHECKING:
    from prefect import Flow

R = TypeVar("R")

PATIENCE_SECONDS = 5.0
"""How long a server that is named may take to answer: one that starts beside newsdesk needs some seconds."""

ANSWER_SECONDS = prefect_server.HEALTH_SECONDS + 0.5
"""How long one answer may take as a whole: the pauses within it are bounded, not their number."""

GREETING_SECONDS = 15.0
"""How long it may then take to say which version it is: a second at rest. Each later request would be as late."""

START_SECONDS = 120.0
"""How long Prefect's temporary server may take to start: up to 20 seconds on a fresh home, more on a busy machine."""

ROOM = 20_000_000
"""Bytes that must be free where Prefect keeps its database."""


SETTINGS_FILES = {".env": "PREFECT_", "prefect.toml": "api", "pyproject.toml": "[tool.prefect"}
"""Files of the current folder in which Prefect looks for its settings, and what is in them when they may name a server.
https://docs.prefect.io/v3/concepts/settings-and-profiles"""


def call(
    flow: Callable[[], Flow[..., R]], say: Callable[[str], None], plain: Callable[[], Callable[..., R]] | None = None,
    **parameters: Any,  # noqa: ANN401 - parameters of the flow
) -> R:  # fmt: skip
    """Run a flow and return what it returns; raises what it raises.

    `flow` imports it, and `plain` what does the same without Prefect, for runs that need no server. Without `plain`
    Prefect's temporary server is started where no other is there.
    """
    logging.raiseExceptions = wants_traceback()  # a terminal that is gone is no reason for a traceback
    there = server_is_named() or _served(parameters)
    if plain and not there:
        return plain()(**parameters)
    if trouble := server_trouble():
        say(f"{trouble}; going on without Prefect: its pages show this run later")
        return (plain() if plain else flow().fn)(**parameters)
    from prefect import tags

    engine_log.quiet()  # what fails is said by `obstacles`
    with tags("newsdesk", "command line"):
        return with_server.run(flow(), say, plain() if plain else flow().fn, parameters)


def server_is_named() -> bool:
    """Whether the environment or a file of settings names a Prefect server. Prefect is loaded only where one may."""
    home = Path(os.environ.get("PREFECT_HOME") or "~/.prefect").expanduser()
    profiles = Path(os.environ.get("PREFECT_PROFILES_PATH") or home / "profiles.toml").expanduser()
    if not any(name.startswith(("PREFECT_API_URL", "PREFECT_PROFILE")) for name in os.environ) and not any(
        _holds(file, sign)
        for file, sign in ((profiles, "PREFECT_API_URL"), *((Path(n), s) for n, s in SETTINGS_FILES.items()))
    ):
        return False
    from prefect.settings import PREFECT_API_URL

    return bool(PREFECT_API_URL.value())


def _holds(file: Path, sign: str) -> bool:
    try:
        return sign in file.read_text("utf-8", errors="replace")
    except OSError:
        return False


def _served(parameters: Mapping[str, Any]) -> bool:
    """Whether the database is served; the flow is then seen by the server of that desk."""
    place = Place.at(parameters["database"])
    api = served_at(place)
    if api:
        os.environ["PREFECT_API_URL"] = api
        if (password := prefect_server.kept_password(place)) and not os.environ.get(prefect_server.CLIENT_AUTH):
            os.environ[prefect_server.CLIENT_AUTH] = password
    return api is not None


def server_trouble() -> str | None:
    """Why no Prefect server can be had; None when one answers. Starts Prefect's temporary one when none is named."""
    from prefect.settings import PREFECT_API_URL

    api = PREFECT_API_URL.value()
    if api and not _answers_soon(api):
        return f"the Prefect server at {api} does not answer"
    return (None if api else _store_trouble()) or _greeting_trouble(api)


def _answers_soon(api: str) -> bool:
    deadline = time.monotonic() + PATIENCE_SECONDS
    while not _answers(api):
        if time.monotonic() > deadline:
            return False
        time.sleep(0.5)
    return True


def _answers(api: str) -> bool:
    """Whether it answers, as a whole, in the time that a server at rest needs many times over."""
    try:
        return within(ANSWER_SECONDS, lambda: prefect_server.answers(api))
    except TimeoutError:
        return False


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
    """Why the server does not greet: the start of Prefect's temporary server may never come to an end, nor may an answer."""
    seconds = GREETING_SECONDS if api else START_SECONDS
    try:
        return within(seconds, lambda: _greet(api), "greeting")
    except TimeoutError:
        late = f"at {api} has not said its version" if api else "did not start"
        return f"the Prefect server {late} within {seconds:.0f} s"


def _greet(api: str | None) -> str | None:
    import httpx
    from prefect.client.orchestration import get_client

    try:
        with get_client(sync_client=True) as client:
            client.hello().raise_for_status()
            client.raise_for_api_version_mismatch()  # something else may answer at that address
    except httpx.HTTPStatusError as error:
        return f"the Prefect server refuses ({error.response.status_code}; PREFECT_API_AUTH_STRING may be wrong)"
    except Exception as error:  # noqa: BLE001 - whatever it is, it is said, and filing does not need the server
        why = " ".join(str(error).split())[:160] or type(error).__name__
        return f"the Prefect server at {api} cannot be used ({why})" if api else f"Prefect does not start ({why})"
    return None
