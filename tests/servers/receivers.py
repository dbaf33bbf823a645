"""A mail server and a web server on loopback that keep what they are sent; both can be down, refuse, and come back on their port."""

from __future__ import annotations

import json
import socketserver
import threading
from dataclasses import dataclass, field
from email import message_from_bytes
from email.message import Message
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any


class _Tcp(socketserver.ThreadingTCPServer):
    allow_reuse_address = True
    daemon_threads = True


@dataclass
class Mailbox:
    """An SMTP server without encryption or login. `refuse` is answered to what is sent, when set."""

    port: int = 0
    refuse: str = ""
    mails: list[Message] = field(default_factory=list)
    recipients: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        box = self

        class Handler(socketserver.StreamRequestHandler):
            def handle(self) -> None:
                """One conversation (RFC 5321)."""
                self.wfile.write(b"220 here\r\n")
                while line := self.rfile.readline():
                    word = line[:4].upper().decode("ascii", "replace").strip()
                    if word == "DATA":
                        self.wfile.write(b"354 go on\r\n")
                        self._data()
                    elif word == "QUIT":
                        self.wfile.write(b"221 bye\r\n")
                        return
                    else:
                        if word == "RCPT":
                            box.recipients.append(line.decode().partition(":")[2].strip())
                        self.wfile.write(b"250 ok\r\n")

            def _data(self) -> None:
                said = b""
                while (line := self.rfile.readline()) and line != b".\r\n":
                    said += line[1:] if line.startswith(b"..") else line
                if box.refuse:
                    self.wfile.write(f"{box.refuse}\r\n".encode())
                    return
                box.mails.append(message_from_bytes(said))
                self.wfile.write(b"250 taken\r\n")

        self._server = _Tcp(("127.0.0.1", self.port), Handler)
        self.port = self._server.server_address[1]
        threading.Thread(target=self._server.serve_forever, daemon=True).start()

    @property
    def settings(self) -> dict[str, str]:
        """The environment of a newsdesk that sends here."""
        return {
            "NEWSDESK_SMTP_HOST": "127.0.0.1", "NEWSDESK_SMTP_PORT": str(self.port), "NEWSDESK_SMTP_SECURITY": "none",
            "NEWSDESK_SMTP_FROM": "desk@press.example",
        }  # fmt: skip

    def stop(self) -> None:
        """Be down."""
        self._server.shutdown()
        self._server.server_close()


@dataclass
class Hook:
    """A web server that takes what is posted. `status` is what it answers; `delay` seconds it takes for that."""

    port: int = 0
    status: int = 204
    delay: float = 0.0
    posts: list[dict[str, Any]] = field(default_factory=list)
    headers: list[dict[str, str]] = field(default_factory=list)
    bodies: list[bytes] = field(default_factory=list)

    def __post_init__(self) -> None:
        hook = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                """Keep what is posted."""
                body = self.rfile.read(int(self.headers["Content-Length"]))
                if hook.delay:
                    threading.Event().wait(hook.delay)
                hook.bodies.append(body)
                hook.headers.append({k.lower(): v for k, v in self.headers.items()})
                hook.posts.append(json.loads(body))
                self.send_response(hook.status)
                self.send_header("Location", "http://127.0.0.1:1/elsewhere")
                self.send_header("Content-Length", "0")
                self.end_headers()

            def log_message(self, *_: object) -> None:
                """Say nothing."""

        self._server = ThreadingHTTPServer(("127.0.0.1", self.port), Handler)
        self.port = self._server.server_address[1]
        threading.Thread(target=self._server.serve_forever, daemon=True).start()

    @property
    def url(self) -> str:
        """Where to post."""
        return f"http://127.0.0.1:{self.port}/hook"

    def stop(self) -> None:
        """Be down."""
        self._server.shutdown()
        self._server.server_close()
