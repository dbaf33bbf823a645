"""Headers, cookies, User-Agent and proxy with which a feed's server is asked; secrets come from the environment or a Prefect block.

They hold for the feed's own origin (scheme, host, port) and for no other: neither where a redirect nor where a link leads.
A value `$NAME` is the environment's NAME, `secret:NAME` the Prefect Secret block of that name; what they hold is in no file,
log, database or error.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Mapping
from urllib.parse import urlsplit

from pydantic import BaseModel, ConfigDict

from flows import log_safety
from flows.web.proxies import DIRECT, Proxy, carries_password, proxy_of
from parsers.errors import UsageError

Origin = tuple[str, str, int | None]
Headers = Mapping[Origin, Mapping[str, str]]
Blocks = Callable[[str], str]
"""Gives the value of a Prefect Secret block. Raises ValueError when there is none."""

SECRET = re.compile(r"authorization|cookie|token|secret|password|api-?key|(?:^|-)key$", re.I)
"""Names of headers whose values are secrets: such a value is not written into the file."""

OURS = ("host", "accept", "accept-encoding", "connection", "content-length", "transfer-encoding", "if-none-match", "if-modified-since", "user-agent", "cookie")  # fmt: skip
"""Headers that are set by other keys or by the reader itself."""

PLAIN = ("accept-language", "referer", "dnt", "cache-control", "pragma", "x-requested-with", "upgrade-insecure-requests", "from")  # fmt: skip
"""Headers that hold no secret: their values can be stored as they are (RFC 9110; the others only as references)."""

SHORT = 8
"""Characters of a cookie's value that is no secret (`yes`, `1`, `accepted`)."""

_NAME = re.compile(r"[!#$%&'*+.^_`|~0-9A-Za-z-]{1,100}")
_VALUE = re.compile(r"[\t\x20-\x7e]{0,4000}")
_COOKIE = re.compile(r"[\x21\x23-\x2b\x2d-\x3a\x3c-\x5b\x5d-\x7e]{0,4000}")
_REFERENCE = re.compile(r"\$([A-Za-z_]\w*)|secret:([\w-]+)")


class OwnHeaders(BaseModel):
    """The keys of a `[[feed]]` that say how its server is asked."""

    model_config = ConfigDict(extra="forbid")

    headers: dict[str, str] = {}
    cookies: dict[str, str] = {}
    user_agent: str | None = None
    proxy: str | None = None

    def over(self, usual: OwnHeaders) -> OwnHeaders:
        """These, and what they do not say as `usual` says it: header by header, cookie by cookie."""
        names = {name.casefold() for name in self.headers}
        return OwnHeaders(
            headers={**{n: v for n, v in usual.headers.items() if n.casefold() not in names}, **self.headers},
            cookies={**usual.cookies, **self.cookies},
            user_agent=self.user_agent or usual.user_agent,
            proxy=self.proxy or usual.proxy,
        )

    def resolved_proxy(self, where: str, blocks: Blocks) -> Proxy | None:
        """The proxy to go through; None for no proxy. Raises UsageError, which begins with `where`."""
        if self.proxy is None or self.proxy == DIRECT:
            return None
        where = f"{where}: proxy"
        if carries_password(self.proxy) and not _REFERENCE.fullmatch(self.proxy):
            raise UsageError(
                f"{where}: passwords are not written here; write $NAME and set NAME to the whole address, or secret:BLOCK"
            )
        try:
            found = proxy_of(_value(self.proxy, where, blocks, _VALUE))
        except ValueError as error:
            raise UsageError(f"{where}: {error}") from error
        log_safety.hide(found.password)
        return found

    def resolved(self, where: str, blocks: Blocks) -> dict[str, str]:
        """The headers to send. Raises UsageError, which begins with `where` and names the key, for what cannot be sent."""
        found = {
            name: _sent(value, f"{where}: headers.{name}", blocks, _named(name, where))
            for name, value in self.headers.items()
        }
        if self.cookies:
            pairs = (
                f"{_cookie(n, where)}={_value(v, f'{where}: cookies.{n}', blocks, _COOKIE)}"
                for n, v in self.cookies.items()
            )
            found["Cookie"] = "; ".join(pairs)
        if self.user_agent:
            found["User-Agent"] = _value(self.user_agent, f"{where}: user_agent", blocks, _VALUE)
        return found


def _named(name: str, where: str) -> str:
    if not _NAME.fullmatch(name) or name.casefold() in OURS:
        raise UsageError(
            f"{where}: headers.{name[:60]!r} cannot be set here; take cookies and user_agent for those two"
        )
    return name


def _cookie(name: str, where: str) -> str:
    if not _NAME.fullmatch(name):
        raise UsageError(f"{where}: cookies.{name[:60]!r} is not a cookie's name; take letters, digits and hyphens")
    return name


def _sent(value: str, where: str, blocks: Blocks, name: str) -> str:
    if SECRET.search(name) and not _REFERENCE.fullmatch(value):
        raise UsageError(
            f"{where}: secrets are not written into the file; write $NAME and set NAME in the environment, or secret:BLOCK"
        )
    return _value(value, where, blocks, _VALUE)


def _value(value: str, where: str, blocks: Blocks, allowed: re.Pattern[str]) -> str:
    """A value as it is sent; what was a reference is never repeated in an error."""
    found = _REFERENCE.fullmatch(value)
    if found:
        value = _from_environment(found[1], where) if found[1] else _from_block(found[2], where, blocks)
        log_safety.hide(value)
    if not allowed.fullmatch(value):
        raise UsageError(f"{where}: the value holds characters that cannot be sent; take printable ASCII, in one line")
    return value


def _from_environment(name: str, where: str) -> str:
    if not (value := os.environ.get(name)):
        raise UsageError(f"{where}: the environment has no {name}; set it for newsdesk, or take the key out")
    return value


def _from_block(name: str, where: str, blocks: Blocks) -> str:
    try:
        return blocks(name)
    except ValueError as error:
        raise UsageError(
            f"{where}: there is no Prefect Secret block {name}; make it on Prefect's page Blocks"
        ) from error


def check_storable(said: OwnHeaders) -> None:
    """Raise UsageError unless these can be sent and kept in the database: what may be a secret is a reference there, no value."""
    plain = OwnHeaders(
        headers={name: v for n, v in said.headers.items() if (name := _named(n, "header")) and _plain(v)},
        cookies={n: _plain(v) for n, v in said.cookies.items()},
        user_agent=said.user_agent and _plain(said.user_agent),
    )
    for name in plain.headers:
        if name.casefold() not in PLAIN:
            raise UsageError(_NOT_STORED.format(f"header {name}"))
    for name, value in plain.cookies.items():
        if len(value) > SHORT:
            raise UsageError(_NOT_STORED.format(f"cookie {name}"))
    plain.resolved("this", no_blocks)
    if said.proxy and _plain(said.proxy):
        said.resolved_proxy("this", no_blocks)


_NOT_STORED = "{}: its value is not stored; write $NAME and set NAME in the environment, or secret:BLOCK"


def _plain(value: str) -> str:
    """A value that is written out; empty for a reference."""
    return "" if _REFERENCE.fullmatch(value) else value


def origin(url: str) -> Origin:
    """Scheme, host and port of an address; None for the scheme's usual port."""
    parts = urlsplit(url)
    usual = {"http": 80, "https": 443}.get(parts.scheme.lower())
    return parts.scheme.lower(), (parts.hostname or "").rstrip("."), parts.port if parts.port != usual else None


def no_blocks(name: str) -> str:
    """The Secret blocks of a desk without Prefect: none."""
    raise ValueError(name)
