"""httpx's transport over a network that refuses private addresses.

httpx has no parameter for the network of its own transport (encode/httpx#3173). A transport of one's own over httpcore's
connection pool is documented for both: https://www.python-httpx.org/advanced/transports/, https://www.encode.io/httpcore/.
"""

from __future__ import annotations

import ssl
from collections.abc import AsyncIterator, Iterator
from contextlib import contextmanager

import httpcore
import httpx

from flows.web.addresses import Allowed, GuardedBackend, Resolve, resolve
from flows.web.proxies import Proxy

ERRORS: dict[type[Exception], type[httpx.TransportError]] = {
    httpcore.ConnectTimeout: httpx.ConnectTimeout,
    httpcore.ReadTimeout: httpx.ReadTimeout,
    httpcore.WriteTimeout: httpx.WriteTimeout,
    httpcore.PoolTimeout: httpx.PoolTimeout,
    httpcore.ConnectError: httpx.ConnectError,
    httpcore.ReadError: httpx.ReadError,
    httpcore.WriteError: httpx.WriteError,
    httpcore.LocalProtocolError: httpx.LocalProtocolError,
    httpcore.RemoteProtocolError: httpx.RemoteProtocolError,
    httpcore.UnsupportedProtocol: httpx.UnsupportedProtocol,
    httpcore.ProxyError: httpx.ProxyError,
}
"""httpcore's exceptions, and what httpx's users know them as."""

KEPT_SECONDS = 5.0
"""How long an idle connection stays open."""


class GuardedTransport(httpx.AsyncBaseTransport):
    """Connects to permitted addresses only; `idle` connections are kept open for the next request to their host."""

    def __init__(
        self, allowed: Allowed, *, connections: int, idle: int, names: Resolve = resolve, proxy: Proxy | None = None
    ) -> None:
        """Through a proxy, the proxy connects; names that can be resolved here are checked before it is asked."""
        self._guard = GuardedBackend(allowed, names=names)
        self._through = proxy is not None
        tls = httpx.create_ssl_context(trust_env=False)
        self._connections = httpcore.AsyncConnectionPool(
            ssl_context=tls,
            max_connections=connections,
            max_keepalive_connections=idle,
            keepalive_expiry=KEPT_SECONDS,
            http1=True,
            proxy=_as_httpcore(proxy, tls) if proxy else None,
            network_backend=None if proxy else self._guard,
        )

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """Send a request; the body of the response is read when it is iterated over."""
        assert isinstance(request.stream, httpx.AsyncByteStream)
        url = request.url
        if self._through:
            await self._guard.check(url.host, url.port or (443 if url.scheme == "https" else 80))
        asked = httpcore.Request(
            request.method,
            httpcore.URL(scheme=url.raw_scheme, host=url.raw_host, port=url.port, target=url.raw_path),
            headers=request.headers.raw,
            content=request.stream,
            extensions=request.extensions,
        )
        with _as_httpx():
            answer = await self._connections.handle_async_request(asked)
        return httpx.Response(answer.status, headers=answer.headers, stream=_Body(answer), extensions=answer.extensions)

    async def aclose(self) -> None:
        """Close all connections."""
        await self._connections.aclose()


def _as_httpcore(proxy: Proxy, tls: ssl.SSLContext) -> httpcore.Proxy:
    return httpcore.Proxy(proxy.url, auth=proxy.auth, ssl_context=tls if proxy.url.startswith("https:") else None)


class _Body(httpx.AsyncByteStream):
    """The body of a response, piece by piece as it comes."""

    def __init__(self, answer: httpcore.Response) -> None:
        self._answer = answer

    async def __aiter__(self) -> AsyncIterator[bytes]:
        with _as_httpx():
            async for piece in self._answer.aiter_stream():
                yield piece

    async def aclose(self) -> None:
        """Give the connection back."""
        await self._answer.aclose()


@contextmanager
def _as_httpx() -> Iterator[None]:
    """Raise httpx's exception for httpcore's; others pass."""
    try:
        yield
    except tuple(ERRORS) as error:
        known = next(ours for theirs, ours in ERRORS.items() if isinstance(error, theirs))
        raise known(str(error)) from error
