"""The pages and the JSON interface as a part of the desk: in the process of the Prefect server, on a port of their own.

That process has FastAPI loaded already. What the pages need beside it (DuckDB, templates) is loaded when somebody asks for the
first time. When the Prefect server is somebody else's, `python -m flows.service.pages_process JSON` is the part.

The port is another one, so that scripts of one cannot reach the other, and the token of the pages opens only them.
"""

from __future__ import annotations

import asyncio
import json
import logging
import secrets
import sys
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from flows import child_processes
from flows.service import memory, secret_file
from flows.service.host_guard import App, HostGuard, Receive, Scope, Send, names
from parsers.errors import UsageError
from warehouse.database.place import Place

if TYPE_CHECKING:
    import uvicorn

TOKEN_BYTES = 32
SHORTEST_TOKEN = 16
AGAIN_SECONDS = 5.0
LOOK_SECONDS = 0.1
AT_WORK = 4
"""Questions that are answered at once; others wait for their turn."""

log = logging.getLogger("newsdesk")


@dataclass(frozen=True, slots=True, kw_only=True)
class Pages:
    """Where the pages are served, under which other names, and the file of the token (None: no token is needed)."""

    database: str
    host: str
    port: int
    names: tuple[str, ...] = ()
    token_file: str | None = None

    def argument(self) -> str:
        """As an argument of a process; the token itself is in no argument and in no environment."""
        given = {"database": self.database, "host": self.host, "port": self.port, "names": self.names}
        return json.dumps({**given, "token_file": self.token_file})

    @classmethod
    def of(cls, argument: str) -> Pages:
        """The pages that an argument describes."""
        given = json.loads(argument)
        return cls(**{**given, "names": tuple(given["names"])})


def token_file(place: Place, given: Path | None, *, needed: bool) -> tuple[Path | None, bool]:
    """The file of the token, and whether it was made now; None where none is given or needed.

    Raises UsageError for a file that cannot be read or made, that others can read, or that holds too short a token.
    """
    if given is not None:
        read_token(given)
        return given, False
    if not needed:
        return None, False
    file = place.desk / "token"
    new = secret_file.make(file, secrets.token_urlsafe(TOKEN_BYTES))
    read_token(file)
    return file, new


def read_token(file: Path) -> str:
    """The token in a file that only its owner may read. Raises UsageError."""
    text = secret_file.read(file)
    if len(text) < SHORTEST_TOKEN or not text.isascii() or not text.isprintable() or " " in text:
        raise UsageError(f"{file} must hold a token: one word of at least {SHORTEST_TOKEN} ASCII characters")
    return text


class Later:
    """An ASGI application that is made when it is first asked."""

    def __init__(self, pages: Pages) -> None:
        self._pages = pages
        self._app: App | None = None
        self._making = asyncio.Lock()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            return
        async with self._making:
            if self._app is None:
                self._app = await asyncio.to_thread(self._made)
                self._limit()
        await self._app(scope, receive, send)

    def _made(self) -> App:
        from importlib.metadata import PackageNotFoundError, version

        from flows.pages.app import application

        token = read_token(Path(self._pages.token_file)) if self._pages.token_file else None
        try:
            installed = version("newsdesk")
        except PackageNotFoundError:
            installed = "0"
        return application(Place.at(self._pages.database), token=token, version=installed, rest=memory.give_back)

    @staticmethod
    def _limit() -> None:
        import anyio.to_thread

        anyio.to_thread.current_default_thread_limiter().total_tokens = AT_WORK


async def _serve(pages: Pages, leaving: Callable[[], bool] = lambda: False) -> None:
    import uvicorn

    guarded = HostGuard(Later(pages), names(pages.host, pages.names))
    config = uvicorn.Config(
        guarded, host=pages.host, port=pages.port, log_config=None, access_log=False, server_header=False, lifespan="off",
        limit_concurrency=100, timeout_keep_alive=5, timeout_graceful_shutdown=5, proxy_headers=False,
    )  # fmt: skip
    server = uvicorn.Server(config)
    watching = asyncio.create_task(_close(server, leaving))
    await server.serve()
    watching.cancel()


async def _close(server: uvicorn.Server, leaving: Callable[[], bool]) -> None:
    while not leaving():
        await asyncio.sleep(LOOK_SECONDS)
    server.should_exit = True


def beside(pages: Pages, leaving: Callable[[], bool] = lambda: False) -> None:
    """Serve in a thread of this process, until it ends or leaves: the port is free then for the desk that comes after it."""
    threading.Thread(target=_keep, args=(pages, leaving), name="pages", daemon=True).start()


def _keep(pages: Pages, leaving: Callable[[], bool]) -> None:
    while not leaving():
        try:
            asyncio.run(_serve(pages, leaving))
        except (Exception, SystemExit):  # uvicorn exits where a port is taken
            log.exception("the pages ended; starting them again in %.0f s", AGAIN_SECONDS)
        time.sleep(AGAIN_SECONDS)


def main(arguments: list[str]) -> None:
    """Serve in the foreground until stopped."""
    from flows.service.supervisor import die_with_parent

    die_with_parent()
    child_processes.leave_folder()
    logging.basicConfig(level=logging.WARNING, format="%(asctime)s pages: %(message)s", datefmt="%H:%M:%S")
    memory.give_back_now_and_then()
    asyncio.run(_serve(Pages.of(arguments[0])))


if __name__ == "__main__":
    main(sys.argv[1:])
