"""How servers are asked: what single feeds and all feeds want, put together for one reader."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from flows.web.own_headers import Blocks, Headers, Origin, OwnHeaders, no_blocks, origin
from flows.web.proxies import Proxy
from parsers.errors import UsageError


@dataclass(frozen=True, slots=True, kw_only=True)
class Asking:
    """`headers` and `proxies` are for single servers, by origin; `agent` and `proxy` for all the others."""

    headers: Headers = field(default_factory=dict)
    proxies: Mapping[Origin, Proxy | None] = field(default_factory=dict)
    agent: str | None = None
    proxy: Proxy | None = None

    def proxy_to(self, url: str, *, private: bool = False) -> Proxy | None:
        """The proxy for an address; one in a private network that is open to its feed is asked directly unless it has its own."""
        return self.proxies.get(origin(url), None if private else self.proxy)


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What one feed wants: where it was said (for errors), the address for which it was said, and what."""

    where: str
    url: str
    said: OwnHeaders


def asking_of(
    feeds: Iterable[Wanted], everyone: OwnHeaders | None = None, where: str = "all feeds", blocks: Blocks = no_blocks
) -> Asking:
    """Settings resolved: those of each feed over those of all. Raises UsageError for what cannot be sent.

    Feeds of one origin must want the same: their pages are asked for with it, too.
    """
    usual = everyone or OwnHeaders()
    own: dict[Origin, Wanted] = {}
    for feed in feeds:
        before = own.setdefault(origin(feed.url), feed)
        if before.said == OwnHeaders():
            own[origin(feed.url)] = feed
        elif feed.said not in (before.said, OwnHeaders()):
            raise UsageError(
                f"{feed.where}: another feed of its host has other headers or another proxy; give both the same"
            )
    headers = {at: feed.said.over(usual).resolved(feed.where, blocks) for at, feed in own.items()}
    return Asking(
        headers={at: found for at, found in headers.items() if found},
        proxies={at: f.said.resolved_proxy(f.where, blocks) for at, f in own.items() if f.said.proxy is not None},
        agent=OwnHeaders(user_agent=usual.user_agent).resolved(where, blocks).get("User-Agent"),
        proxy=usual.resolved_proxy(where, blocks),
    )
