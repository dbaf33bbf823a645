"""A message as mail, by SMTP; the settings are in the environment.

NEWSDESK_SMTP_HOST       the server; without it no mail can be sent
NEWSDESK_SMTP_PORT       25 for none, 587 for starttls, 465 for tls unless said
NEWSDESK_SMTP_SECURITY   starttls (the default), tls, or none (a server of this machine)
NEWSDESK_SMTP_USER, NEWSDESK_SMTP_PASSWORD
NEWSDESK_SMTP_FROM       whom the mail is from; newsdesk@HOSTNAME unless said
"""

from __future__ import annotations

import os
import smtplib
import socket
import ssl
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from email.message import EmailMessage
from email.utils import format_datetime
from typing import Literal
from urllib.parse import unquote

from flows import log_safety
from flows.delivery import content
from parsers.errors import DeliveryFailed
from warehouse.watching.outbox import Message

Security = Literal["starttls", "tls", "none"]

PORTS: Mapping[Security, int] = {"starttls": 587, "tls": 465, "none": 25}

SECONDS = 20.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Server:
    """An SMTP server and how to log in."""

    host: str
    port: int
    security: Security
    user: str | None
    password: str | None
    sender: str

    @classmethod
    def of(cls, environment: Mapping[str, str]) -> Server:
        """From the environment. Raises DeliveryFailed, with what to set, where that is not enough."""
        if not (host := environment.get("NEWSDESK_SMTP_HOST")):
            raise DeliveryFailed("mail", "no mail server is named; set NEWSDESK_SMTP_HOST")
        said = environment.get("NEWSDESK_SMTP_SECURITY", "starttls")
        security = next((known for known in PORTS if known == said), None)
        if security is None:
            raise DeliveryFailed("mail", "NEWSDESK_SMTP_SECURITY must be starttls, tls or none")
        port = environment.get("NEWSDESK_SMTP_PORT") or str(PORTS[security])
        if not (port.isascii() and port.isdigit() and 0 < int(port) < 65_536):
            raise DeliveryFailed("mail", "NEWSDESK_SMTP_PORT must be a number from 1 to 65535")
        password = environment.get("NEWSDESK_SMTP_PASSWORD")
        if password:
            log_safety.hide(password)
        return cls(
            host=host, port=int(port), security=security, user=environment.get("NEWSDESK_SMTP_USER"), password=password,
            sender=environment.get("NEWSDESK_SMTP_FROM") or f"newsdesk@{socket.gethostname()}",
        )  # fmt: skip


def send(message: Message, target: str, at: datetime) -> None:
    """Send a message to a mailto: address. Raises DeliveryFailed."""
    server = Server.of(os.environ)
    try:
        with _connected(server) as smtp:
            smtp.send_message(letter(message, target, server.sender, at))
    except (smtplib.SMTPException, OSError, ValueError) as error:
        raise DeliveryFailed("mail", f"{server.host}:{server.port}: {log_safety.redacted(str(error)) or type(error).__name__}") from error  # fmt: skip


def _connected(server: Server) -> smtplib.SMTP:
    """A connection that is logged in. A password is never sent in the clear."""
    context = ssl.create_default_context()
    if server.security == "tls":
        smtp: smtplib.SMTP = smtplib.SMTP_SSL(server.host, server.port, timeout=SECONDS, context=context)
    else:
        smtp = smtplib.SMTP(server.host, server.port, timeout=SECONDS)
    try:
        if server.security == "starttls":
            smtp.starttls(context=context)
        if server.user and server.security == "none":
            raise DeliveryFailed("mail", "a login needs starttls or tls; set NEWSDESK_SMTP_SECURITY")
        if server.user:
            smtp.login(server.user, server.password or "")
    except BaseException:
        smtp.close()
        raise
    return smtp


def letter(message: Message, target: str, sender: str, at: datetime) -> EmailMessage:
    """The mail itself. Its Message-ID is the same for every attempt, so that a repetition can be told."""
    made = EmailMessage()
    made["Subject"] = content.subject(message.alerts)
    made["From"] = sender
    made["To"] = unquote(target.partition(":")[2])
    made["Date"] = format_datetime(at)
    made["Message-ID"] = f"<{message.message_id}@newsdesk.invalid>"
    made["Auto-Submitted"] = "auto-generated"  # RFC 3834: no answer of a machine is wanted
    made.set_content(content.text(message.alerts))
    return made
