"""Where the desk may connect to: public addresses only, checked at the moment of connecting.

The check comes after name resolution and redirects, so neither a name that resolves to 127.0.0.1, nor one that
changes its mind between check and use, nor a redirect gets to the machine's own network. A person can allow networks.
"""

from __future__ import annotations

import asyncio
import ipaddress
import socket
from collections.abc import Iterable
from dataclasses import dataclass

import httpcore

from parsers.errors import FetchError

Network = ipaddress.IPv4Network | ipaddress.IPv6Network

EXTRA_PRIVATE: tuple[Network, ...] = tuple(
    ipaddress.ip_network(n)
    for n in ("100.64.0.0/10", "192.88.99.0/24", "64:ff9b:1::/48", "2001::/23", "2002::/16", "fec0::/10")
)
"""Carrier NAT, relays and tunnels into private networks, beside what `ipaddress` counts as not global."""


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
        found = ipaddress.ip_address(address.partition("%")[0])
        inner = getattr(found, "ipv4_mapped", None)
        ip = inner or found
        if any(ip in n for n in self.networks if n.version == ip.version):
            return True
        private = any(ip in n for n in EXTRA_PRIVATE if n.version == ip.version)
        return ip.is_global and not ip.is_multicast and not private


class GuardedBackend(httpcore.AsyncNetworkBackend):
    """httpcore's network, but every name is resolved here, every address checked, and the checked one connected to."""

    def __init__(self, allowed: Allowed, backend: httpcore.AsyncNetworkBackend | None = None) -> None:
        self._allowed = allowed
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

    async def _resolve(self, host: str, port: int) -> list[str]:
        """The host's addresses that may be connected to."""
        try:
            found = await asyncio.get_running_loop().getaddrinfo(host, port, type=socket.SOCK_STREAM)
        except (socket.gaierror, UnicodeError) as error:
            raise NameUnknown(host, f"the name {host} cannot be resolved ({error})") from error
        addresses = list(dict.fromkeys(str(info[4][0]) for info in found))
        permitted = [a for a in addresses if self._allowed.permits(a)]
        if not permitted:
            raise AddressRefused(
                host,
                f"{host} leads to {', '.join(addresses) or 'no address'}, which is not public; allow its network if it is yours",
            )
        return permitted


class NameUnknown(FetchError):
    """The name service does not know the host, or cannot be asked."""
