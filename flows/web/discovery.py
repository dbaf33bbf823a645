"""The feed behind an address that a person gives: the address itself, or the best of what its site offers."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass

from flows.run.sandbox import Crashed, Sandbox
from flows.web.addresses import Allowed, Own
from flows.web.asking import Asking
from flows.web.fetch import PAGE_TYPES, Answered, Limits, Reader
from parsers.charset import decode
from parsers.errors import FetchError, Rejected, UsageError
from parsers.feeds.discover import candidates
from parsers.feeds.links import absolute, home
from parsers.feeds.model import Feed, NotAFeed

QUICK = Limits(total=15.0, delay=0.2)


@dataclass(frozen=True, slots=True, kw_only=True)
class Discovered:
    """A feed that was read: where it is now, its title and site, and how many entries it has (a list of sitemaps: none)."""

    url: str
    title: str
    site: str | None
    entries: int
    how: str


def read_whole(payload: bytes, url: str, charset: str | None) -> Feed | NotAFeed:
    """A feed of either syntax; made to run in a worker process."""
    from parsers.formats.feed import read_feed  # late: workers read feeds, and who waits for them has no parsers
    from parsers.formats.json_feed import looks_like_json, read_json_feed

    return (read_json_feed if looks_like_json(payload) else read_feed)(payload, url=url, charset=charset)


def discover(
    address: str, *, allowed: Allowed | None = None, limits: Limits = QUICK, asking: Asking | None = None
) -> tuple[Discovered, ...]:
    """The feeds to be had at an address, best first: itself when it is one, else those its page declares or links to.

    Raises UsageError for what is not an address, FetchError when it cannot be read; empty when the site has no feed.

    `allowed` are networks open to the host of the address, and to no other that it redirects or links to; `asking` says how servers are asked.
    """
    url = absolute(address)
    if url is None:
        raise UsageError(f"{address} is not an http or https address")
    with Sandbox(processes=1) as sandbox:
        return asyncio.run(_discover(url, allowed or Allowed(), limits, sandbox, asking))


async def _discover(
    url: str, allowed: Allowed, limits: Limits, sandbox: Sandbox, asking: Asking | None
) -> tuple[Discovered, ...]:
    own = Own.of(url, allowed)
    async with Reader(limits=limits, asking=asking) as reader:
        answer = await reader.get(url, accept=f"{PAGE_TYPES}, application/rss+xml, application/atom+xml", own=own)
        if answer.status != 200:
            raise FetchError(url, f"the server answers with status {answer.status}")
        try:
            itself = await _read(answer, sandbox, "given")
        except Crashed as error:
            raise FetchError(url, f"what it answers cannot be read safely: {error}") from error
        if itself:
            return (itself,)
        return await offered(answer, reader, sandbox, own)


async def offered(answer: Answered, reader: Reader, sandbox: Sandbox, own: Own | None) -> tuple[Discovered, ...]:
    """Those candidates of a page that prove to be feeds; the usual places are tried only when the page names no feed."""
    try:
        page = decode(answer.body, answer.charset, answer.url).text
    except Rejected:
        page = ""
    named = candidates(page, answer.url)
    for hows in (("declared",), ("linked",), ("usual",)):
        tried = await asyncio.gather(*(_try(c.url, reader, sandbox, c.how, own) for c in named if c.how in hows))
        found = {feed.url: feed for feed in tried if feed}
        if found:
            return tuple(found.values())
    return ()


async def _try(url: str, reader: Reader, sandbox: Sandbox, how: str, own: Own | None) -> Discovered | None:
    try:
        answer = await reader.get(url, own=own)
        return await _read(answer, sandbox, how) if answer.status == 200 else None
    except (FetchError, Crashed):
        return None  # a candidate that cannot be read is no feed; the others are tried


async def _read(answer: Answered, sandbox: Sandbox, how: str) -> Discovered | None:
    feed = await sandbox.run(read_whole, answer.body, answer.url, answer.charset)
    if isinstance(feed, NotAFeed):
        if not feed.sitemaps:
            return None
        return Discovered(url=answer.moved_to or answer.url, title="", site=home(answer.url), entries=0, how=how)
    return Discovered(
        url=answer.moved_to or answer.url, title=feed.title, site=feed.link, entries=len(feed.entries), how=how
    )
