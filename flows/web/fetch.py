"""One address read over HTTP, politely and within limits; everything a server can do wrong has a name here.

    Reader.get(url)
    | host line           at most so many at a time a host, so far apart; hosts that said Retry-After are left alone
    | request             conditional, honest about who asks
    | redirects           at most five, each checked; permanent ones distinguished
    | connect             public addresses only (flows.web.addresses)
    | body                streamed, decoded under a size limit, all within one time limit
    → Answered | FetchError

A `FetchError`'s reason begins with its kind and a colon (`timeout: …`), the kinds of `parsers.feeds.schedule.AnswerKind`.
"""

from __future__ import annotations

import asyncio
import os
import re
import time
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from importlib import metadata
from types import TracebackType
from typing import Self
from urllib.parse import urljoin, urlsplit

import httpx

from flows import log_safety
from flows.web.addresses import AddressRefused, Allowed, NameUnknown, Own, Resolve, resolve
from flows.web.decoding import ACCEPTED, decoded
from flows.web.own_headers import Headers, origin
from flows.web.transport import GuardedTransport
from parsers.errors import FetchError
from parsers.feeds.links import MAX_URL, host_of

FEED_TYPES = "application/atom+xml, application/rss+xml, application/feed+json, application/rdf+xml;q=0.9, application/xml;q=0.8, text/xml;q=0.8, */*;q=0.5"
PAGE_TYPES = "text/html, application/xhtml+xml, */*;q=0.5"

IDLE = 8
"""Connections kept open for the next page of a host; httpcore's pool compares each idle one with all others."""

PERMANENT = (301, 308)
REDIRECTS = (301, 302, 303, 307, 308)

_CHARSET = re.compile(r"charset\s*=\s*[\"']?([\w.:-]{1,40})", re.IGNORECASE)
_MAX_AGE = re.compile(r"(?:^|,)\s*max-age\s*=\s*\"?(\d{1,9})", re.IGNORECASE)


def user_agent(contact: str | None = None) -> str:
    """Who asks, with which version, and where to complain: an address given here, else NEWSDESK_CONTACT."""
    contact = contact or os.environ.get("NEWSDESK_CONTACT")
    try:
        version = metadata.version("newsdesk")
    except metadata.PackageNotFoundError:
        version = "dev"
    return f"newsdesk/{version} (feed reader{f'; +{contact}' if contact else ''})"


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """Seconds, bytes and counts that bound one request and the load on one host."""

    total: float = 20.0
    connect: float = 10.0
    body: int = 15 * 1024 * 1024
    redirects: int = 5
    per_host: int = 2
    delay: float = 1.0
    at_once: int = 64


@dataclass(frozen=True, slots=True, kw_only=True)
class Answered:
    """A server's answer. `url` is where it was found, `moved_to` is set when every redirect there was permanent.

    `body` is decoded; it is empty for 304. `retry_after` and `max_age` are in seconds. `link` is the Link header.
    """

    url: str
    status: int
    body: bytes = b""
    media_type: str | None = None
    charset: str | None = None
    etag: str | None = None
    last_modified: str | None = None
    moved_to: str | None = None
    retry_after: float | None = None
    max_age: float | None = None
    link: str = ""
    elapsed: float = 0.0


@dataclass(slots=True)
class _Line:
    """The queue in front of one host."""

    turn: asyncio.Semaphore
    gate: asyncio.Lock = field(default_factory=asyncio.Lock)
    last: float = float("-inf")


class Reader:
    """An HTTP client for feeds and pages. Use as an async context manager; one per poll."""

    def __init__(
        self, *, limits: Limits | None = None, allowed: Allowed | None = None, agent: str | None = None,
        names: Resolve = resolve, headers: Headers | None = None,
    ) -> None:  # fmt: skip
        """`allowed` are networks open to every request; those of one feed are given with its requests.

        `headers` are those that single servers want, by origin; no other server gets them.
        """
        self.limits = limits or Limits()
        self.agent = agent or user_agent()
        self._lines: dict[str, _Line] = {}
        self._at_once = asyncio.Semaphore(self.limits.at_once)
        self._names = names
        self._headers = headers or {}
        self._client = self._connected(allowed or Allowed())
        self._of_feeds: dict[Own, httpx.AsyncClient] = {}

    def _connected(self, allowed: Allowed) -> httpx.AsyncClient:
        """A client with connections of its own: an open one to a private address serves nobody else."""
        transport = GuardedTransport(allowed, connections=self.limits.at_once, idle=IDLE, names=self._names)
        return httpx.AsyncClient(
            transport=transport,
            timeout=httpx.Timeout(self.limits.total, connect=self.limits.connect),
            follow_redirects=False,
            trust_env=False,
            headers={"User-Agent": self.agent, "Accept-Encoding": ACCEPTED},
        )

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for client in (self._client, *self._of_feeds.values()):
            await client.aclose()

    async def get(
        self, url: str, *, accept: str = FEED_TYPES, etag: str | None = None, last_modified: str | None = None,
        delay: float | None = None, limit: int | None = None, own: Own | None = None,
    ) -> Answered:  # fmt: skip
        """Read one address. Raises FetchError; an answer of 4xx or 5xx is an answer (its body is not read).

        `delay` (seconds between requests to the host, say from robots.txt) and `limit` (bytes) override the limits.
        `own` opens networks to this request as far as it stays at the host of its feed.
        """
        headers = {"Accept": accept}
        if etag:
            headers["If-None-Match"] = etag
        if last_modified:
            headers["If-Modified-Since"] = last_modified
        async with self._at_once:
            return await self._follow(url, headers, delay, limit or self.limits.body, own)

    async def post(self, url: str, form: Mapping[str, str], *, own: Own | None = None) -> int:
        """Send a form; the status of the answer, whose body is not read. 307 and 308 are followed. Raises FetchError."""
        for _ in range(self.limits.redirects):
            check(url)
            try:
                async with asyncio.timeout(self.limits.total):
                    answer = await self._client_of(url, own).post(url, data=dict(form), headers={"Accept": "*/*"})
            except TimeoutError as error:
                raise FetchError(url, f"timeout: no answer within {self.limits.total:g} s") from error
            except (NameUnknown, AddressRefused, httpx.HTTPError, httpx.InvalidURL, ValueError) as error:
                raise _named(url, error) from error
            location = answer.headers.get("location")
            if answer.status_code not in (307, 308) or not location:
                return answer.status_code
            url = urljoin(url, location)
        raise FetchError(url, f"broken: more than {self.limits.redirects} redirects")

    async def send(self, url: str, body: bytes, headers: Mapping[str, str], *, own: Own | None = None) -> Answered:
        """Post a body; the head of the answer, whose body is not read. Redirects are not followed. Raises FetchError."""
        check(url)
        try:
            async with asyncio.timeout(self.limits.total):
                client = self._client_of(url, own)
                async with client.stream("POST", url, content=body, headers={"Accept": "*/*", **headers}) as response:
                    return _head(url, response)
        except TimeoutError as error:
            raise FetchError(url, f"timeout: no answer within {self.limits.total:g} s") from error
        except (NameUnknown, AddressRefused, httpx.HTTPError, httpx.InvalidURL, ValueError) as error:
            raise _named(url, error) from error

    async def _follow(
        self, url: str, headers: Mapping[str, str], delay: float | None, limit: int, own: Own | None
    ) -> Answered:
        seen: list[str] = []
        permanent = True
        started = time.monotonic()
        while True:
            check(url)
            if url in seen:
                raise FetchError(url, "broken: redirects in a circle")
            seen.append(url)
            spent = time.monotonic() - started if seen[1:] else 0.0
            answer, location = await self._one(url, headers, delay, limit, self.limits.total - spent, own)
            if location is None:
                moved = url if len(seen) > 1 and permanent else None
                return replace(answer, moved_to=moved, elapsed=time.monotonic() - started)
            if len(seen) > self.limits.redirects:
                raise FetchError(url, f"broken: more than {self.limits.redirects} redirects")
            permanent = permanent and answer.status in PERMANENT
            url = urljoin(url, location)

    async def _one(
        self, url: str, headers: Mapping[str, str], delay: float | None, limit: int, left: float, own: Own | None
    ) -> tuple[Answered, str | None]:
        """One request and its answer; and where it redirects to, if it does."""
        line = self._lines.setdefault(host_of(url), _Line(asyncio.Semaphore(self.limits.per_host)))
        async with line.turn:
            await self._wait(line, self.limits.delay if delay is None else delay)
            try:
                async with asyncio.timeout(max(left, 0.001)):
                    sent = {**headers, **self._headers.get(origin(url), {})} if self._headers else headers
                    return await self._exchange(self._client_of(url, own), url, sent, limit)
            except TimeoutError as error:
                raise FetchError(url, f"timeout: not read within {self.limits.total:g} s") from error
            except (NameUnknown, AddressRefused, httpx.HTTPError, httpx.InvalidURL, ValueError) as error:
                raise _named(url, error) from error

    async def _wait(self, line: _Line, delay: float) -> None:
        """Let the host rest between two requests."""
        if delay <= 0:
            return
        async with line.gate:
            await asyncio.sleep(max(0.0, line.last + delay - time.monotonic()))
            line.last = time.monotonic()

    def _client_of(self, url: str, own: Own | None) -> httpx.AsyncClient:
        """The client for an address: the feed's own one at the feed's host, else that of everybody."""
        if own is None or not own.covers(url):
            return self._client
        if own not in self._of_feeds:
            self._of_feeds[own] = self._connected(own.allowed)
        return self._of_feeds[own]

    async def _exchange(
        self, client: httpx.AsyncClient, url: str, headers: Mapping[str, str], limit: int
    ) -> tuple[Answered, str | None]:
        async with client.stream("GET", url, headers=headers) as response:
            answer = _head(url, response)
            location = response.headers.get("location")
            if response.status_code in REDIRECTS and location:
                return answer, location
            if response.status_code != 200:
                return answer, None
            body = await _body(url, response, limit)
            return replace(answer, body=body), None


def check(url: str) -> None:
    """Raise FetchError unless the address is one that we read: http or https, a host, no password, of bounded length."""
    try:
        parts = urlsplit(url)
        host, _ = parts.hostname, parts.port
    except ValueError as error:
        raise FetchError(url[:200], f"refused: no address ({error})") from error
    if parts.scheme.lower() not in ("http", "https"):
        raise FetchError(url[:200], f"refused: only http and https are read, not {parts.scheme or 'this'}")
    if not host or len(url) > MAX_URL:
        raise FetchError(
            url[:200], "refused: no host in the address" if not host else "refused: the address is too long"
        )
    if parts.username or parts.password:
        raise FetchError(host, "refused: addresses with a user name or password are not read")


def retry_after(value: str | None, now: datetime) -> float | None:
    """Seconds to wait from a Retry-After header in either form (a number, a date); None when it says nothing."""
    text = (value or "").strip()
    if text.isascii() and text.isdigit():
        return float(text[:9])
    try:
        moment = parsedate_to_datetime(text)
    except (ValueError, TypeError):
        return None
    moment = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return max(0.0, (moment - now).total_seconds())


def _head(url: str, response: httpx.Response) -> Answered:
    headers = response.headers
    kind = headers.get("content-type", "")
    charset = _CHARSET.search(kind)
    age = _MAX_AGE.search(headers.get("cache-control", ""))
    return Answered(
        url=url,
        status=response.status_code,
        media_type=kind.partition(";")[0].strip().lower()[:100] or None,
        charset=charset[1].lower() if charset else None,
        etag=headers.get("etag", "")[:500] or None,
        last_modified=headers.get("last-modified", "")[:100] or None,
        retry_after=retry_after(headers.get("retry-after"), datetime.now(UTC)),
        max_age=float(age[1]) if age else None,
        link=headers.get("link", "")[:20_000],
    )


async def _body(url: str, response: httpx.Response, limit: int) -> bytes:
    """The decoded body. Stops at the first piece over the limit."""
    pieces: list[bytes] = []
    size = 0
    async for piece in decoded(response.aiter_raw(), response.headers.get("content-encoding", ""), url):
        size += len(piece)
        if size > limit:
            raise FetchError(url, f"broken: more than {limit:,} bytes after decoding")
        pieces.append(piece)
    return b"".join(pieces)


def _named(url: str, error: Exception) -> FetchError:
    """The error under our own name for its kind, its cause kept by the caller."""
    if isinstance(error, NameUnknown):
        return FetchError(url, f"dns: {error.reason}")
    if isinstance(error, AddressRefused):
        return FetchError(url, f"refused: {error.reason}")
    if isinstance(error, httpx.TimeoutException):
        return FetchError(url, f"timeout: the server did not answer ({type(error).__name__})")
    if isinstance(error, httpx.ConnectError) and ("ssl" in str(error).lower() or "certificate" in str(error).lower()):
        return FetchError(url, f"tls: {log_safety.redacted(str(error))}")
    if isinstance(error, httpx.RemoteProtocolError):
        return FetchError(url, f"broken: {log_safety.redacted(str(error))}")
    if isinstance(error, httpx.NetworkError):
        return FetchError(url, f"network: {log_safety.redacted(str(error)) or type(error).__name__}")
    return FetchError(url, f"refused: {log_safety.redacted(str(error)) or type(error).__name__}")
