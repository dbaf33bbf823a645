"""Where a message goes: a target as it is written, resolved and sent to by the right means."""

from __future__ import annotations

import os
from datetime import datetime

from flows import log_safety
from flows.delivery import mail, services, webhook
from parsers.errors import DeliveryFailed
from parsers.watches import parts_are_web
from warehouse.watching.outbox import Message


def send(message: Message, at: datetime) -> None:
    """Send a message to its target. Raises DeliveryFailed, which never holds what the environment keeps."""
    target = resolved(message.target)
    if target.lower().startswith("mailto:"):
        mail.send(message, target, at)
    elif parts_are_web(target):
        webhook.send(message, target, at)
    else:
        services.send(message, target)


def resolved(target: str) -> str:
    """The address that a target means: itself, or what the environment holds under its name."""
    if not target.startswith("$"):
        return target
    found = os.environ.get(target[1:])
    if not found:
        raise DeliveryFailed("target", f"the environment has no {target[1:]}; set it for newsdesk")
    log_safety.hide(found)
    return found
