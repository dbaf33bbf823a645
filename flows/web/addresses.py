"""Where the desk may connect to: public addresses only, checked at the moment of connecting.

The check comes after name resolution and redirects, and the address that was checked is the one connected to. So neither
a name that resolves to 127.0.0.1, nor one that changes its meaning between check and use, nor a redirect gets to the
machine's own network. A person can allow networks, for one feed each (`Own`).
"""

from __future__ import annotations

import asyncio
import ipaddress
import socket
from collections.abc import Awaitable, Callable, Iterable
from dataclasses import dataclass
from urllib.parse import urlsplit

import httpcore

from flows.web.special_purpose import Network, purpose_of
from parsers.errors import FetchError

LOCAL_DOMAINS = ("localhost", "local", "internal", "home.arpa", "lan", "home", "corp", "intranet", "private")
"""Domains that nobody can register, so that no stranger decides what their names mean.

https://www.iana.org/assignments/special-use-domain-names, RFC 8375, RFC 6762 appendix G, ICANN on `.internal` (2024)
"""

Resolve = Callable[[str, int], Awaitable[tuple[str, ...]]]
"""Host and port to numeric addresses. Raises OSError or UnicodeError."""


class AddressRefused(FetchError):
    """The name leads to an address that feeds and pages have no business at."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Allowed:
    """Networks that may be reached although they are not public (`127.0.0.0/8` for feeds served on this machine)."""

    networks: tuple[Network, ...] = ()

    @classmethod
    def of(cls, networks: Iterable[str]) -> Allowed:
        """From CIDR notation. Raises ValueError for what is none."""
        return cls(networks=tuple(ipaddress.ip_network(n, strict=False) for n in networks))

    def permits(self, address: str) -> bool:
        """Whether a numeric address may be connected to."""
        return self.refusal(address) is None

    def refusal(self, address: str) -> str | None:
        """Why a numeric address may not be connected to; None when it may."""
        found = ipaddress.ip_address(address.partition("%")[0])
        forms = [ip for ip in (found, getattr(found, "ipv4_mapped", None)) if ip is not None]
        if any(ip in n for ip in forms for n in self.networks if n.version == ip.version):
            return None
        return purpose_of(found)


@dataclass(frozen=True, slots=True, kw_only=True)
class Own:
    """Networks that are open to one feed: requests to its own host, and to no other, redirected or linked as they may be."""

    host: str
    port: int | None
    allowed: Allowed

    @classmethod
    def of(cls, url: str, allowed: Allowed) -> Own:
        """For the feed at an address. Raises ValueError when that is none."""
        host, port = _place(url)
        return cls(host=host, port=port, allowed=allowed)

    def covers(self, url: str) -> bool:
        """Whether an address is at the feed's host, at its port or the usual ones."""
        host, port = _place(url)
        return host == self.host and port in (self.port, None)


def _place(url: str) -> tuple[str, int | None]:
    """Host and port of an address; None for the ports of http and https."""
    parts = urlsplit(url)
    return (parts.hostname or "").rstrip("."), parts.port if parts.port not in (80, 443) else None


def is_local(url: str) -> bool:
    """Whether the host of an address is a number, a bare name, or in a domain that nobody can register."""
    return is_local_host(_place(url)[0])


def is_local_host(host: str) -> bool:
    """The same of a host by itself, an IPv6 address without brackets."""
    try:
        ipaddress.ip_address(host.partition("%")[0])
    except ValueError:
        return "." not in host or host.endswith(tuple(f".{domain}" for domain in LOCAL_DOMAINS))
    return True


async def resolve(host: str, port: int) -> tuple[str, ...]:
    """The addresses of a host, by the resolver of this machine."""
    found = await asyncio.get_running_loop().getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return tuple(dict.fromkeys(str(info[4][0]) for info in found))


class GuardedBackend(httpcore.AsyncNetworkBackend):
    """httpcore's network, but every name is resolved here, every address checked, and the checked one connected to."""

    def __init__(
        self, allowed: Allowed, backend: httpcore.AsyncNetworkBackend | None = None, names: Resolve = resolve
    ) -> None:
        self._allowed = allowed
        self._names = names
        self._inner = backend or httpcore.AnyIOBackend()

    async def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None,
    ) -> httpcore.AsyncNetworkStream:
        """Connect to the first permitted address that answers. TLS still verifies the name."""
        failure: Exception | None = None
        for address in await self._resolve(host, port):
            try:
                return await self._inner.connect_tcp(address, port, timeout, local_address, socket_options)
            except httpcore.ConnectError as error:
                failure = error
        raise failure or httpcore.ConnectError(f"{host} has no address")

    async def connect_unix_socket(
        self,
        path: str,
        timeout: float | None = None,  # noqa: ARG002 - httpcore's signature
        socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None,  # noqa: ARG002
    ) -> httpcore.AsyncNetworkStream:
        """Refused: feeds do not live in sockets of this machine."""
        raise AddressRefused(path, "refused: a socket of this machine")

    async def sleep(self, seconds: float) -> None:
        """Wait, as the inner backend does."""
        await self._inner.sleep(seconds)

    async def check(self, host: str, port: int) -> None:
        """Raise AddressRefused for a host that is not public, as far as that is known here; a proxy may know names that we do not."""
        try:
            await self._resolve(host, port)
        except NameUnknown:
            if is_local_host(host):
                raise

    async def _resolve(self, host: str, port: int) -> list[str]:
        """The host's addresses that may be connected to."""
        try:
            addresses = await self._names(host, port)
        except (OSError, UnicodeError) as error:
            raise NameUnknown(host, f"the name {host} cannot be resolved ({error})") from error
        refused = {a: why for a in addresses if (why := self._allowed.refusal(a))}
        permitted = [a for a in addresses if a not in refused]
        if not permitted:
            led = ", ".join(f"{a} ({why})" for a, why in refused.items())
            raise AddressRefused(
                host,
                f"{host} leads to {led or 'no address'}, which is not public; {_remedy(host, next(iter(refused), ''))}",
            )
        return permitted


def _remedy(host: str, address: str) -> str:
    """How a person opens the network of an address for a feed."""
    if not address:
        return "check the name"
    ip = ipaddress.ip_address(address.partition("%")[0])
    network = "127.0.0.0/8" if ip.version == 4 and ip.is_loopback else str(ipaddress.ip_network(ip))
    line = f'write allow = ["{network}"] for its feed in feeds.toml'
    way = f"say --allow {network}, or {line}" if is_local_host(host) else line
    return f"if it is yours, {way} (docs/feeds.md, Private networks)"


class NameUnknown(FetchError):
    """The name service does not know the host, or cannot be asked."""
