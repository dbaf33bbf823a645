"""A scripted HTTP server on loopback that does to a reader what servers on the open net do: real sockets, no mocks."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field

Act = Callable[[socket.socket, "Request"], None]


@dataclass(frozen=True)
class Request:
    """What a client asked: the path with its query, and the headers in lower case."""

    path: str
    headers: dict[str, str]
    at: float


def reply(body: bytes = b"", status: int = 200, *, length: int | None = None, **headers: str) -> Act:
    """An answer. Header names are written with `_` for `-`; `length` lies about the body's length."""

    def act(connection: socket.socket, request: Request) -> None:
        lines = [
            f"HTTP/1.1 {status} Scripted",
            f"Content-Length: {len(body) if length is None else length}",
            "Connection: close",
        ]
        lines += [f"{name.replace('_', '-')}: {value}" for name, value in headers.items()]
        connection.sendall("\r\n".join(lines).encode("latin-1") + b"\r\n\r\n" + body)

    return act


def conditional(body: bytes, etag: str, **headers: str) -> Act:
    """An honest answer: 304 when the client already has this ETag."""

    def act(connection: socket.socket, request: Request) -> None:
        same = request.headers.get("if-none-match") == etag
        answer = reply(b"", 304, ETag=etag) if same else reply(body, ETag=etag, **headers)
        answer(connection, request)

    return act


def slowly(pieces: list[bytes], pause: float) -> Act:
    """Headers at once, then the body in drops."""

    def act(connection: socket.socket, request: Request) -> None:
        connection.sendall(b"HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n")
        for piece in pieces:
            time.sleep(pause)
            connection.sendall(piece)

    return act


def silent(seconds: float) -> Act:
    """Accepts, reads the request, and says nothing."""

    def act(connection: socket.socket, request: Request) -> None:
        time.sleep(seconds)

    return act


def raw(data: bytes) -> Act:
    """These bytes instead of HTTP."""

    def act(connection: socket.socket, request: Request) -> None:
        connection.sendall(data)

    return act


@dataclass
class Server:
    """Answers each path with its script: one act a request, the last one for ever; 404 for others."""

    host: str = "127.0.0.1"
    scripts: dict[str, list[Act]] = field(default_factory=dict)
    requests: list[Request] = field(default_factory=list)
    open_now: int = 0
    most_open: int = 0

    def __post_init__(self) -> None:
        self._listener = socket.create_server((self.host, 0), backlog=128)
        self.port = self._listener.getsockname()[1]
        self._lock = threading.Lock()
        self._stopped = False
        self._thread = threading.Thread(target=self._serve, daemon=True)
        self._thread.start()

    def on(self, path: str, *acts: Act) -> str:
        """Set the script of a path; returns its address."""
        self.scripts[path] = list(acts)
        return self.url(path)

    def url(self, path: str) -> str:
        """The address of a path."""
        return f"http://{self.host}:{self.port}{path}"

    def asked(self, path: str) -> list[Request]:
        """The requests for a path so far."""
        return [r for r in self.requests if r.path == path]

    def stop(self) -> None:
        """Close the listening socket; connections end with their scripts."""
        self._stopped = True
        self._listener.close()

    def _serve(self) -> None:
        while not self._stopped:
            try:
                connection, _ = self._listener.accept()
            except OSError:
                return
            threading.Thread(target=self._converse, args=(connection,), daemon=True).start()

    def _converse(self, connection: socket.socket) -> None:
        with self._lock:
            self.open_now += 1
            self.most_open = max(self.most_open, self.open_now)
        with connection:
            try:
                self._answer(connection)
            except OSError:
                return  # the client hung up, which is what some tests are about
            finally:
                with self._lock:
                    self.open_now -= 1

    def _answer(self, connection: socket.socket) -> None:
        connection.settimeout(10)
        head = b""
        while b"\r\n\r\n" not in head:
            piece = connection.recv(65536)
            if not piece:
                return
            head += piece
        lines = head.decode("latin-1").split("\r\n")
        headers = {n.lower(): v.strip() for n, _, v in (line.partition(":") for line in lines[1:] if line)}
        request = Request(path=lines[0].split()[1], headers=headers, at=time.monotonic())
        with self._lock:
            self.requests.append(request)
            script = self.scripts.get(request.path, [reply(b"no such page", 404)])
            act = script.pop(0) if len(script) > 1 else script[0]
        act(connection, request)
