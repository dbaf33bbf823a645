"""The callback of WebSub subscriptions over HTTP: hubs ask here whether we meant it, and push here.

GET  …/websub/TOKEN    verification of intent, or a denial        200 with the challenge | 404
POST …/websub/TOKEN    a push: signature checked, bytes stored    202 (also when it is dropped) | 404 | 410 | 413 | 503

An ASGI application. Pushes are stored before they are answered, and parsed by others later. Who does not know a token
learns nothing. Requests under a name that is not the public one are refused (`flows.service.host_guard`).
"""

from __future__ import annotations

import asyncio
import logging
import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from urllib.parse import parse_qs

from flows.clock import now
from flows.service.host_guard import Receive, Scope, Send
from flows.web.push_box import PushBox
from parsers.feeds.websub import Subscription, denied, intended, is_signed, verified

LARGEST_PUSH = 5 * 1024 * 1024
"""Bytes of a push that are taken; longer ones are left to polling."""

BODY_SECONDS = 30.0
LONGEST_CHALLENGE = 1_000

_PATH = re.compile(r"(?:/[^/]{0,200}){0,10}/websub/([A-Za-z0-9_-]{20,100})")
_CHARSET = re.compile(rb"charset\s*=\s*[\"']?([\w.:-]{1,40})", re.IGNORECASE)

log = logging.getLogger("newsdesk")


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """Status and words of an answer."""

    status: int
    body: bytes = b""


UNKNOWN = Reply(status=404, body=b"there is no such subscription\n")
GONE = Reply(status=410, body=b"this subscription has ended\n")
TAKEN = Reply(status=202)


class PushReceiver:
    """The application. `stored` is called after each push that was stored."""

    def __init__(self, box: PushBox, stored: Callable[[], None] = lambda: None) -> None:
        self._box = box
        self._stored = stored

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            return
        reply = await self._answer(scope, receive)
        headers = [
            (b"content-type", b"text/plain; charset=utf-8"),
            (b"content-length", str(len(reply.body)).encode()),
            (b"x-content-type-options", b"nosniff"),
        ]
        await send({"type": "http.response.start", "status": reply.status, "headers": headers})
        await send({"type": "http.response.body", "body": reply.body})

    async def _answer(self, scope: Scope, receive: Receive) -> Reply:
        found = _PATH.fullmatch(scope["path"])
        subscription = self._box.find(found[1]) if found else None
        if subscription is None:
            return UNKNOWN
        if scope["method"] == "GET":
            return self._asked(subscription, scope["query_string"])
        if scope["method"] == "POST":
            return await self._pushed(subscription, scope, receive)
        return Reply(status=405)

    def _asked(self, subscription: Subscription, query: bytes) -> Reply:
        """Verification of intent (section 5.3), or a denial (5.2)."""
        said = {k: v[0] for k, v in parse_qs(query.decode("latin-1"), max_num_fields=20).items()}
        mode, topic, challenge = (said.get(f"hub.{name}", "") for name in ("mode", "topic", "challenge"))
        if mode == "denied" and topic == subscription.topic:
            self._box.save(denied(subscription, said.get("hub.reason", ""), now()))
            return Reply(status=200)
        if not intended(subscription, mode, topic) or not 0 < len(challenge) <= LONGEST_CHALLENGE:
            return UNKNOWN
        if mode == "unsubscribe":
            self._box.remove(subscription.token)
        else:
            lease = said.get("hub.lease_seconds", "")
            seconds = int(lease) if lease.isascii() and lease.isdigit() and len(lease) < 10 else None
            self._box.save(verified(subscription, seconds, now()))
        return Reply(status=200, body=challenge.encode())

    async def _pushed(self, subscription: Subscription, scope: Scope, receive: Receive) -> Reply:
        """A push (section 7): stored when its signature is right, else dropped and counted."""
        if subscription.state in ("denied", "offered", "ending"):
            return GONE
        if self._box.is_full(subscription.token):
            return Reply(status=503)
        headers = dict(scope["headers"])
        body = await _body(receive)
        if body is None:
            return self._dropped(subscription, "longer than is taken, or not sent in time", Reply(status=413))
        current = self._box.find(subscription.token)  # others may have come while the body did
        if current is None:
            return GONE
        signature = headers.get(b"x-hub-signature", b"").decode("latin-1")
        if (
            not is_signed(body, signature, current.secret)
            or headers.get(b"content-encoding", b"identity") != b"identity"
        ):
            return self._dropped(current, "its signature is missing or wrong", TAKEN)
        charset = _CHARSET.search(headers.get(b"content-type", b""))
        self._box.put(current, body, charset[1].decode("latin-1").lower() if charset else None)
        self._box.save(replace(current, pushes=current.pushes + 1, last_push_at=now()))
        self._stored()
        return TAKEN

    def _dropped(self, subscription: Subscription, why: str, reply: Reply) -> Reply:
        self._box.save(replace(subscription, dropped=subscription.dropped + 1))
        log.warning("a push for %s was dropped: %s", subscription.feed_id, why)
        return reply


async def _body(receive: Receive) -> bytes | None:
    """The body of a request; None when it is too long or too slow."""
    pieces: list[bytes] = []
    size = 0
    try:
        async with asyncio.timeout(BODY_SECONDS):
            while True:
                message = await receive()
                if message["type"] != "http.request":
                    return None
                pieces.append(message.get("body", b""))
                size += len(pieces[-1])
                if size > LARGEST_PUSH:
                    return None
                if not message.get("more_body", False):
                    return b"".join(pieces)
    except TimeoutError:
        return None
