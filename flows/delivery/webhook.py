"""A message as JSON to a web address, signed as https://www.standardwebhooks.com says when NEWSDESK_WEBHOOK_SECRET is set.

webhook-id, Idempotency-Key   the message's id: the same for every attempt
webhook-timestamp             seconds since 1970
webhook-signature             v1,BASE64 of HMAC-SHA256 over id.timestamp.body
"""

from __future__ import annotations

import asyncio
import base64
import binascii
import hmac
import os
from datetime import datetime

from flows import log_safety
from flows.delivery import content
from flows.web.addresses import Allowed, Own
from flows.web.fetch import Limits, Reader, user_agent
from parsers.errors import DeliveryFailed, FetchError
from warehouse.watching.outbox import Message

SECRET = "NEWSDESK_WEBHOOK_SECRET"
BASE64 = "whsec_"
"""Before a secret that is written in base64."""

LIMITS = Limits(total=10.0, connect=5.0)


def send(message: Message, target: str, at: datetime) -> None:
    """Post a message. Only an answer of 200 to 299 means that it was taken. Raises DeliveryFailed."""
    body = content.body(message)
    try:
        status = asyncio.run(_post(target, body, _headers(message.message_id, body, at), message.networks))
    except FetchError as error:
        more = "; networks of the watch opens a private one" if error.reason.startswith("refused") else ""
        raise DeliveryFailed("webhook", f"{log_safety.redacted(error.reason)}{more}") from error
    if not 200 <= status < 300:
        raise DeliveryFailed("webhook", f"the server answered {status}")


async def _post(url: str, body: bytes, headers: dict[str, str], networks: tuple[str, ...]) -> int:
    own = Own.of(url, Allowed.of(networks)) if networks else None
    async with Reader(limits=LIMITS, agent=user_agent().replace("feed reader", "watches")) as reader:
        return (await reader.send(url, body, headers, own=own)).status


def _headers(message_id: str, body: bytes, at: datetime) -> dict[str, str]:
    stamp = str(int(at.timestamp()))
    headers = {
        "Content-Type": "application/json", "Idempotency-Key": message_id, "webhook-id": message_id, "webhook-timestamp": stamp,
    }  # fmt: skip
    if secret := os.environ.get(SECRET):
        headers["webhook-signature"] = f"v1,{signature(secret, message_id, stamp, body)}"
    return headers


def signature(secret: str, message_id: str, stamp: str, body: bytes) -> str:
    """The signature in base64. Raises DeliveryFailed for a secret that says it is base64 and is not."""
    log_safety.hide(secret)
    try:
        key = base64.b64decode(secret[len(BASE64) :], validate=True) if secret.startswith(BASE64) else secret.encode()
    except binascii.Error as error:
        raise DeliveryFailed("webhook", f"{SECRET} begins with {BASE64} and is not base64 after that") from error
    said = f"{message_id}.{stamp}.".encode() + body
    return base64.b64encode(hmac.digest(key, said, "sha256")).decode()
