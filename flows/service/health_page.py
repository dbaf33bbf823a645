"""`/health` over HTTP for monitors: 200 while the desk is well or has a warning, 503 when something is critical.

On loopback, at the port of `newsdesk serve --health-port`. The answer is that of `newsdesk health --format json`, made by a
process of its own, so that the process that keeps the parts alive stays small and waits for nothing.
"""

from __future__ import annotations

import json
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from flows.exit_codes import ExitCode
from flows.monitoring.health import lives, parts_path
from flows.service.host_guard import names, refusal
from parsers.errors import UsageError
from warehouse.database.place import Place

KEPT_SECONDS = 10.0
"""An answer is given again for so long, however often it is asked for, unless a part has died or was started meanwhile."""

TIMEOUT_SECONDS = 30.0

SILENT_SECONDS = 30.0
"""A client that says nothing for so long is left."""

_CALL = "from flows.cli import main; main()"


class Answers:
    """The state of the desk, asked at most once in a while."""

    def __init__(self, place: Place) -> None:
        self._command = (
            sys.executable, "-P", "-c", _CALL, "health", "--format", "json", "--database", str(place.published),
        )  # fmt: skip
        self._parts = parts_path(place)
        self._turn = threading.Lock()
        self._until = 0.0
        self._of: list[object] = []
        self._known: tuple[HTTPStatus, bytes] = (HTTPStatus.SERVICE_UNAVAILABLE, b"")

    def now(self) -> tuple[HTTPStatus, bytes]:
        """The status and the body."""
        with self._turn:
            of = self._processes()
            if time.monotonic() >= self._until or of != self._of:
                self._known = self._asked()
                self._until, self._of = time.monotonic() + KEPT_SECONDS, of
            return self._known

    def _processes(self) -> list[object]:
        """The parts with their process ids, and whether these live."""
        try:
            parts = json.loads(self._parts.read_text("utf-8"))["parts"]
        except (OSError, ValueError):
            return []
        return [(part["name"], part["pid"], lives(part["pid"])) for part in parts]

    def _asked(self) -> tuple[HTTPStatus, bytes]:
        try:
            done = subprocess.run(self._command, capture_output=True, timeout=TIMEOUT_SECONDS, check=False)
        except (OSError, subprocess.TimeoutExpired) as error:
            return HTTPStatus.SERVICE_UNAVAILABLE, f"{type(error).__name__}\n".encode()
        well = done.returncode in (ExitCode.DONE, ExitCode.SOME)
        return HTTPStatus.OK if well else HTTPStatus.SERVICE_UNAVAILABLE, done.stdout or done.stderr


@contextmanager
def serving(place: Place, port: int | None) -> Iterator[None]:
    """Answer at the port while the block lasts; nothing without a port. Raises UsageError when the port is taken."""
    if port is None:
        yield
        return
    try:
        server = _Server(("127.0.0.1", port), _handler(Answers(place)))
    except OSError as error:
        raise UsageError(f"port {port} is taken ({error.strerror}); choose another with --health-port") from error
    threading.Thread(target=server.serve_forever, name="health", daemon=True).start()
    try:
        yield
    finally:
        server.shutdown()
        server.server_close()


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, request: object, client_address: object) -> None:
        """A monitor that did not wait for its answer is no news; any other error is told as ever."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)  # type: ignore[arg-type]


def _handler(answers: Answers) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        timeout = SILENT_SECONDS

        def do_GET(self) -> None:
            """`/live`: this process runs; `/health`: the whole desk."""
            known = {"/live": lambda: (HTTPStatus.OK, b"{}\n"), "/health": answers.now}.get(self.path)
            status, body = self._refused() or (known() if known else (HTTPStatus.NOT_FOUND, b"/health or /live\n"))
            self.send_response(status)
            self.send_header("Content-Type", "application/json" if known else "text/plain")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def _refused(self) -> tuple[HTTPStatus, bytes] | None:
            """The answer to a page of another site that has this address under a name of its own."""
            given = [(k.encode("latin-1"), v.encode("latin-1")) for k, v in self.headers.items()]
            refused = refusal(given, names("127.0.0.1"))
            return (HTTPStatus(refused[0]), f"{refused[1]}\n".encode()) if refused else None

        def log_message(self, *_: object) -> None:
            """Monitors ask often; that is not for the log."""

    return Handler
