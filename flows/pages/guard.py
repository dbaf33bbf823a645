"""What every request passes before it is answered, and what every answer carries.

method and size → rate → token → known already (ETag) → the application

A refusal is text, or JSON under /api. Answers may be kept by a browser, and are asked for again each time (ETag).
"""

from __future__ import annotations

import base64
import hashlib
import json
import math
import secrets
from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any

from flows.pages.limits import Limits, Rate
from parsers.errors import UsageError

Scope = MutableMapping[str, Any]
Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
App = Callable[[Scope, Receive, Send], Awaitable[None]]
Headers = list[tuple[bytes, bytes]]

POLICY = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
HEADERS: Headers = [
    (b"content-security-policy", POLICY.encode()),
    (b"x-content-type-options", b"nosniff"),
    (b"x-frame-options", b"DENY"),
    (b"referrer-policy", b"no-referrer"),
    (b"cross-origin-opener-policy", b"same-origin"),
    (b"cross-origin-resource-policy", b"same-origin"),
    (b"permissions-policy", b"camera=(), geolocation=(), microphone=()"),
]
"""https://owasp.org/www-project-secure-headers/"""

UNSTAMPED = ("/health", "/metrics", "/static/", "/feed/", "/desk")
"""What does not follow from the publication alone."""


class Token:
    """A secret that a client sends as `Authorization: Bearer TOKEN`, or a browser as the password of any user.

    Compared in constant time, as digests, so that not even the length shows.
    """

    def __init__(self, token: str) -> None:
        self._digest = hashlib.sha256(token.encode()).digest()

    def admits(self, authorization: str) -> bool:
        """Whether the value of the header holds the token."""
        scheme, _, said = authorization.strip().partition(" ")
        given = said.strip()
        if scheme.lower() == "basic":
            given = _password(given)
        elif scheme.lower() != "bearer":
            given = ""
        return secrets.compare_digest(hashlib.sha256(given.encode("utf-8", "replace")).digest(), self._digest)


def _password(encoded: str) -> str:
    try:
        return base64.b64decode(encoded, validate=True).decode("utf-8").partition(":")[2]
    except ValueError:
        return ""


class Guard:
    """An ASGI application around the one that answers. `publication` names the state of what is published."""

    def __init__(
        self,
        app: App,
        publication: Callable[[], str],
        *,
        token: str | None = None,
        limits: Limits | None = None,
        version: str = "",
    ) -> None:
        self._app = app
        self._publication = publication
        self._token = Token(token) if token is not None else None
        self._limits = limits or Limits()
        self._rate = Rate(self._limits)
        self._version = version
        self._at_work = 0

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            if scope["type"] == "lifespan":
                await self._app(scope, receive, send)
            return
        head = scope["method"] == "HEAD"
        refused = self._refused(scope)
        if refused is not None:
            await _refuse(scope, _stamped(send, [], head=head), *refused)
            return
        etag = self._etag(scope)
        if etag and _names(scope, b"if-none-match", etag):
            await _answer(_stamped(send, _cached(etag), head=head), 304, [], b"")
            return
        self._at_work += 1
        try:
            await self._app({**scope, "method": "GET"}, receive, _stamped(send, _cached(etag), head=head))
        finally:
            self._at_work -= 1

    def _refused(self, scope: Scope) -> tuple[int, str, Headers] | None:
        """Status, words and headers for a request that is not answered."""
        if scope["method"] not in ("GET", "HEAD"):
            return 405, "this desk is only read: GET and HEAD", [(b"allow", b"GET, HEAD")]
        if len(scope["raw_path"] or b"") + len(scope["query_string"]) > self._limits.address_length:
            return 414, f"the address has more than {self._limits.address_length} characters", []
        if _header(scope, b"transfer-encoding") or _header(scope, b"content-length").strip() not in ("", "0"):
            return 413, "a question has no body", [(b"connection", b"close")]
        wait = self._rate.wait((scope.get("client") or ("",))[0])
        if wait:
            return 429, "too many requests; ask again later", [(b"retry-after", str(math.ceil(wait)).encode())]
        if self._token and not self._token.admits(_header(scope, b"authorization")):
            ways = [(b"www-authenticate", b"Bearer"), (b"www-authenticate", b'Basic realm="newsdesk", charset="UTF-8"')]
            return 401, "this needs the desk's token", ways
        if self._at_work >= self._limits.at_once:
            return 503, "too many questions are being answered; ask again", [(b"retry-after", b"1")]
        return None

    def _etag(self, scope: Scope) -> str | None:
        """The name of an answer: of what is published, what is asked, and the version of newsdesk."""
        if scope["path"].startswith(UNSTAMPED):
            return None
        try:
            known = self._publication()
        except UsageError:
            return None
        said = f"{self._version} {known} {scope['path']}?".encode() + scope["query_string"]
        return f'"{hashlib.sha256(said).hexdigest()[:24]}"'


def _cached(etag: str | None) -> Headers:
    if etag is None:
        return []
    return [(b"etag", etag.encode()), (b"cache-control", b"private, no-cache"), (b"vary", b"Authorization")]


def _header(scope: Scope, name: bytes) -> str:
    return next((value.decode("latin-1") for key, value in scope["headers"] if key.lower() == name), "")


def _names(scope: Scope, name: bytes, etag: str) -> bool:
    """Whether a header lists an ETag. https://www.rfc-editor.org/rfc/rfc9110#section-13.1.2"""
    known = [each.strip().removeprefix("W/") for each in _header(scope, name).split(",")]
    return etag in known or "*" in known


def _stamped(send: Send, cached: Headers, *, head: bool) -> Send:
    """Send with the headers that every answer has; an ETag only for what was found; no body for HEAD."""

    async def stamped(message: Message) -> None:
        if message["type"] == "http.response.start":
            kept = cached if message["status"] in (200, 304) else [(b"cache-control", b"no-store")]
            given = {key.lower() for key, _ in message["headers"]}
            message = {
                **message,
                "headers": [*message["headers"], *HEADERS, *(h for h in kept if h[0] not in given)],
            }
        elif message["type"] == "http.response.body" and head:
            message = {**message, "body": b""}
        await send(message)

    return stamped


async def _refuse(scope: Scope, send: Send, status: int, words: str, headers: Headers) -> None:
    if scope["path"].startswith("/api/"):
        kind, body = b"application/json", json.dumps({"detail": words}).encode()
    else:
        kind, body = b"text/plain; charset=utf-8", f"{words}\n".encode()
    await _answer(send, status, [(b"content-type", kind), *headers], body)


async def _answer(send: Send, status: int, headers: Headers, body: bytes) -> None:
    length = [(b"content-length", str(len(body)).encode())] if status != 304 else []
    await send({"type": "http.response.start", "status": status, "headers": [*headers, *length]})
    await send({"type": "http.response.body", "body": body})
