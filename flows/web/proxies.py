"""Proxies: the server through which others are asked, from an address that a person sets."""

from __future__ import annotations

from dataclasses import dataclass, field
from urllib.parse import unquote, urlsplit

DIRECT = "none"
"""What is written to ask a feed's server without the proxy that all feeds have."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Proxy:
    """A proxy for HTTP (CONNECT for https). User and password are sent to it alone; they are in no repr."""

    url: str
    user: str | None = None
    password: str = field(default="", repr=False)

    @property
    def auth(self) -> tuple[str, str] | None:
        """User and password, when the proxy wants any."""
        return (self.user, self.password) if self.user is not None else None


def proxy_of(value: str) -> Proxy:
    """The proxy at an address such as `http://user:password@proxy.example:3128`. Raises ValueError, which does not repeat it."""
    try:
        parts = urlsplit(value)
        host, port = parts.hostname, parts.port
    except ValueError as error:
        raise ValueError("the address of the proxy cannot be read; write http://HOST:PORT") from error
    if parts.scheme not in ("http", "https") or not host or parts.path not in ("", "/") or parts.query:
        raise ValueError(
            "a proxy is written as http://HOST:PORT or https://HOST:PORT; other kinds (SOCKS) are not used"
        )
    named = f"[{host}]" if ":" in host else host
    return Proxy(
        url=f"{parts.scheme}://{named}:{port or (443 if parts.scheme == 'https' else 80)}",
        user=unquote(parts.username) if parts.username is not None else None,
        password=unquote(parts.password or ""),
    )


def carries_password(value: str) -> bool:
    """Whether an address has a user or a password in it."""
    return "@" in value
