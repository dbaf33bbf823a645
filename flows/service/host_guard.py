"""Requests are answered only under a name of this desk: a page of another site cannot reach it by changing what its own name means.

A browser sends the name it was given as `Host`, and where a page comes from as `Origin`. After DNS rebinding the name is
that of the other site; CORS and CSRF tokens do not notice. https://www.rfc-editor.org/rfc/rfc9110#section-7.2,
https://www.rfc-editor.org/rfc/rfc6454
"""

from __future__ import annotations

import base64
import ipaddress
import re
from collections.abc import Awaitable, Callable, Iterable, MutableMapping, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

LOOPBACK_NAMES = ("localhost", "127.0.0.1", "::1")
EVERY_ADDRESS = ("0.0.0.0", "::", "")

Scope = MutableMapping[str, Any]
Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
App = Callable[[Scope, Receive, Send], Awaitable[None]]

_HOST = re.compile(r"(?P<name>\[[0-9a-f:.]+\]|[a-z0-9._-]+)(?::(?P<port>\d{1,5}))?", re.IGNORECASE)
_DEFAULT_PORTS = {"http": 80, "https": 443, "ws": 80, "wss": 443}


@dataclass(frozen=True, slots=True, kw_only=True)
class Names:
    """Under which names the desk answers. `given` are those a person listed, `addresses` whether any number will do.

    A number cannot be made to mean something else, so a server that others may reach answers under each of its own.
    """

    known: frozenset[str]
    given: frozenset[str] = frozenset()
    addresses: bool = False

    def has(self, name: str) -> bool:
        """Whether the desk answers under a name or number."""
        return name in self.known or name in self.given or (self.addresses and _is_number(name))


def names(host: str, given: Iterable[str] = ()) -> Names:
    """The names of a server that is bound to `host`: this machine's own, the host, and those a person gave."""
    bound = bare(host)
    loopback = bound in LOOPBACK_NAMES or (_is_number(bound) and ipaddress.ip_address(bound).is_loopback)
    known = {*LOOPBACK_NAMES, *([bound] if bound not in EVERY_ADDRESS else [])}
    return Names(known=frozenset(known), given=frozenset(map(bare, given)), addresses=not loopback)


def bare(name: str) -> str:
    """A name in lower case, without brackets and the dot at its end."""
    return name.strip().lower().strip("[]").removesuffix(".")


def refusal(headers: Sequence[tuple[bytes, bytes]], allowed: Names) -> tuple[int, str] | None:
    """Status and words for a request that is not answered, by its headers; None for one that is."""
    hosts = [value.decode("latin-1") for name, value in headers if name.lower() == b"host"]
    found = _HOST.fullmatch(hosts[0]) if len(hosts) == 1 else None
    if found is None or not allowed.has(bare(found["name"])):
        return 421, "this desk is not known by that name; newsdesk serve --name NAME adds one"
    port = int(found["port"]) if found["port"] else None
    origins = [value.decode("latin-1") for name, value in headers if name.lower() == b"origin"]
    if not all(_is_own(origin, port, allowed) for origin in origins):
        return 403, "pages of other sites cannot use this desk"
    logins = [value for name, value in headers if name.lower() == b"authorization"]
    return None if all(map(_can_be_compared, logins)) else (401, "Unauthorized: user or password is wrong")


def _can_be_compared(login: bytes) -> bool:
    """Whether a login is one that Prefect can compare with the desk's, which is ASCII: its comparison fails on others."""
    try:
        return base64.b64decode(login.rpartition(b" ")[2]).isascii()
    except ValueError:
        return True  # no login at all: Prefect answers that


def _is_own(origin: str, port: int | None, allowed: Names) -> bool:
    """Whether a page comes from this desk: one of its names, and the port asked for (or a proxy's usual one)."""
    try:
        parts = urlsplit(origin)
        name, theirs = bare(parts.hostname or ""), parts.port
    except ValueError:
        return False
    if parts.scheme not in ("http", "https") or not allowed.has(name):
        return False
    usual = theirs in (None, _DEFAULT_PORTS[parts.scheme])
    same = theirs == port or (usual and port in (None, 80, 443))
    return same or (usual and name in allowed.given)


def _is_number(name: str) -> bool:
    try:
        ipaddress.ip_address(name)
    except ValueError:
        return False
    return True


class HostGuard:
    """An ASGI application that passes on what is asked under a name of this desk, and refuses the rest."""

    def __init__(self, app: App, allowed: Names) -> None:
        self._app = app
        self._allowed = allowed

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer, or have the application answer."""
        refused = refusal(scope["headers"], self._allowed) if scope["type"] in ("http", "websocket") else None
        if refused is None:
            await self._app(scope, receive, send)
        elif scope["type"] == "websocket":
            await send({"type": "websocket.close", "code": 1008, "reason": refused[1]})
        else:
            await _answer(send, *refused)


async def _answer(send: Send, status: int, words: str) -> None:
    body = f"{words}\n".encode()
    headers = [(b"content-type", b"text/plain; charset=utf-8"), (b"content-length", str(len(body)).encode())]
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": body})
