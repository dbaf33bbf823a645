"""A WebSub hub on loopback that serves the feed as well: it verifies intent, keeps leases, and signs what it pushes."""

from __future__ import annotations

import hmac
import threading
import time
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlencode

import httpx


@dataclass
class Hub:
    """`status` is what requests are answered with, `lease` what a subscription lasts in seconds; `feed` is served at /feed."""

    feed: bytes = b""
    status: int = 202
    lease: int = 3600
    host: str | None = None
    headers: dict[str, str] = field(default_factory=dict)
    requests: list[dict[str, str]] = field(default_factory=list)
    answers: list[tuple[str, int]] = field(default_factory=list)
    polls: int = 0

    def __post_init__(self) -> None:
        hub = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                """The feed."""
                found = self.path == "/feed"
                hub.polls += found
                self.send_response(200 if found else 404)
                for name, value in hub.headers.items():
                    self.send_header(name, value)
                self.send_header("Content-Length", str(len(hub.feed) if found else 0))
                self.end_headers()
                self.wfile.write(hub.feed if found else b"")

            def do_POST(self) -> None:
                """A request for a subscription; it is verified afterwards."""
                body = self.rfile.read(int(self.headers["Content-Length"])).decode()
                said = {k: v[0] for k, v in parse_qs(body).items()}
                hub.requests.append(said)
                self.send_response(hub.status)
                self.send_header("Content-Length", "0")
                self.end_headers()
                if hub.status == 202:
                    threading.Thread(target=hub.verify, args=(said,), daemon=True).start()

            def log_message(self, *_: object) -> None:
                """Say nothing."""

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.base = f"http://127.0.0.1:{self._server.server_port}"
        threading.Thread(target=self._server.serve_forever, daemon=True).start()

    def stop(self) -> None:
        """Die."""
        self._server.shutdown()
        self._server.server_close()

    def verify(self, said: dict[str, str], **changed: str) -> int:
        """Ask a subscriber whether it meant a request; the status of its answer, -1 when its challenge is wrong."""
        asked = {"hub.mode": said["hub.mode"], "hub.topic": said["hub.topic"], "hub.challenge": f"c{time.time_ns()}"}
        asked |= {"hub.lease_seconds": str(self.lease)} if said["hub.mode"] == "subscribe" else {}
        asked |= {f"hub.{k}": v for k, v in changed.items()}
        where = said["hub.callback"]
        answer = httpx.get(f"{where}?{urlencode(asked)}", headers=self._named())
        right = answer.status_code != 200 or answer.text == asked["hub.challenge"]
        self.answers.append((asked["hub.mode"], answer.status_code if right else -1))
        return self.answers[-1][1]

    def push(self, body: bytes, *, method: str = "sha256", secret: str | None = None, **headers: str) -> int:
        """Push to the subscriber; the status of its answer. `method` may be empty: not signed."""
        said = next(r for r in reversed(self.requests) if r["hub.mode"] == "subscribe")
        made = hmac.new((secret or said["hub.secret"]).encode(), body, method).hexdigest() if method else ""
        signed = {"X-Hub-Signature": f"{method}={made}"} if method else {}
        sent = {"Content-Type": "application/rss+xml; charset=utf-8", **signed, **self._named(), **headers}
        return httpx.post(said["hub.callback"], content=body, headers=sent, timeout=30).status_code

    def _named(self) -> dict[str, str]:
        return {"Host": self.host} if self.host else {}
