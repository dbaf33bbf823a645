"""A Prefect server on loopback that knows just enough to begin a flow run, and is late from a request of choice on."""

from __future__ import annotations

import json
import threading
import time
import uuid
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import prefect

NOW = "2026-01-05T10:00:00Z"
STAGES = ("health", "hello", "version", "flow", "flow_run", "state", "artifacts")
"""What the client asks in turn; `state` is asked at the beginning and at the end."""


@dataclass
class LatePrefect:
    """The server: its address, the stages asked for, and what is late, in which way."""

    late: str
    how: str
    """`silent`: no answer. `drip`: a byte a tenth of a second. `refuse`: 500."""
    skipped: int = 0
    """So many requests of the late stage are answered."""
    asked: list[str] = field(default_factory=list)
    stopped: threading.Event = field(default_factory=threading.Event)
    url: str = ""

    def answer(self, stage: str, body: dict[str, Any]) -> dict[str, Any] | str | bool:
        """The body of an answer to a request of a stage."""
        run = _named(
            "r", "run", tags=[], flow_id=_id("f"), parameters=body.get("parameters") or {}, state=_state("RUNNING"), expected_start_time=NOW,
        )  # fmt: skip
        answers: dict[str, dict[str, Any] | str | bool] = {
            "hello": "hello",
            "version": prefect.__version__,
            "flow": _named("f", "ingest", tags=[], labels={}),
            "flow_run": {**run, "state": _state("PENDING")},
            "read": run,
            "artifacts": _named("a", "a", key="a", type="markdown"),
            "state": {"status": "ACCEPT", "details": {"type": "accept_details"}, "state": _state((body.get("state") or {}).get("type", "RUNNING"))},
        }  # fmt: skip
        return answers.get(stage, True)

    def is_late(self, stage: str) -> bool:
        """Whether this request is the one that is late, or comes after it."""
        self.asked.append(stage)
        return self.asked.count(self.late) > self.skipped


def _id(letter: str) -> str:
    return str(uuid.uuid5(uuid.NAMESPACE_URL, letter))


def _named(letter: str, name: str, **more: object) -> dict[str, Any]:
    return {"id": _id(letter), "created": NOW, "updated": NOW, "name": name, **more}


def _state(kind: str) -> dict[str, Any]:
    return {"id": str(uuid.uuid4()), "type": kind, "name": kind.title(), "timestamp": NOW}


def _stage(path: str) -> str:
    ends = (("/health", "health"), ("/hello", "hello"), ("/version", "version"), ("/set_state", "state"), ("/flow_runs/", "flow_run"), ("/flows/", "flow"), ("/artifacts/", "artifacts"))  # fmt: skip
    known = next((stage for end, stage in ends if path.endswith(end)), path)
    return "read" if known == path and "/flow_runs/" in path else known


@contextmanager
def late_prefect(late: str, how: str, skipped: int = 0) -> Iterator[LatePrefect]:
    """The server as long as the block lasts."""
    desk = LatePrefect(late, how, skipped)

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            sent = self.rfile.read(int(self.headers.get("Content-Length") or 0))
            read = json.loads(sent) if sent else {}
            self._answer(read if isinstance(read, dict) else {})

        do_PATCH = do_POST

        def do_GET(self) -> None:
            self._answer({})

        def _answer(self, asked: dict[str, Any]) -> None:
            stage = _stage(self.path)
            said = json.dumps(desk.answer(stage, asked)).encode()
            late_now = desk.is_late(stage)
            status = 500 if late_now and desk.how == "refuse" else 404 if "csrf-token" in stage else 201
            head = f"HTTP/1.1 {status} Said\r\nContent-Type: application/json\r\nContent-Length: {len(said)}\r\nConnection: close\r\n\r\n"
            with suppress(OSError):  # the client has had enough
                self._send(head.encode() + said, late_now)

        def _send(self, answer: bytes, late_now: bool) -> None:
            self.close_connection = True
            if late_now and desk.how == "silent":
                desk.stopped.wait(60)
            elif late_now and desk.how == "drip":
                for n in range(len(answer)):
                    if desk.stopped.is_set():
                        return
                    self.wfile.write(answer[n : n + 1])
                    time.sleep(0.1)
            else:
                self.wfile.write(answer)

        def log_message(self, *_: object) -> None:
            """Nothing is logged."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        server.daemon_threads = True
        threading.Thread(target=server.serve_forever, daemon=True).start()
        desk.url = f"http://127.0.0.1:{server.server_port}/api"
        try:
            yield desk
        finally:
            desk.stopped.set()
            server.shutdown()
