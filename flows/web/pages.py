"""Pages of entries: robots.txt asked, the page read, and looked at in a worker before it is handed on.

A page is handed on only when more can be read off it than the feed itself carried: a consent wall, a subscription box
or an empty shell of scripts never takes the place of the feed's own words.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Literal

from protego import Protego

from flows.run.sandbox import Crashed, Sandbox
from flows.web.addresses import Own
from flows.web.fetch import PAGE_TYPES, Answered, Reader
from parsers.errors import FetchError, Rejected
from parsers.feeds.links import home, host_of
from parsers.model import RawDocument
from parsers.sniff import HTML, sniff
from parsers.syndication import stubs

ROBOTS_LIMIT = 512_000
"""Bytes of robots.txt that are read (RFC 9309 asks for at least 500 KiB)."""

SLOWEST_CRAWL = 30.0
"""Seconds between pages that a robots.txt can ask for; what asks for more is left alone in this poll."""

LATER = ("timeout", "network", "tls", "dns", "server_error", "throttled", "broken")
"""Failures after which a page is tried again at the next poll."""

PageState = Literal["fetched", "wanted", "refused"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """What came of a page: its answer and what it is when it was fetched, and the reason when it was not."""

    state: PageState
    answer: Answered | None = None
    media_type: str = HTML
    reason: str | None = None
    hold: float | None = None


@dataclass(slots=True)
class Robots:
    """robots.txt of every host of one poll, each asked for once."""

    reader: Reader
    _rules: dict[tuple[str, Own | None], asyncio.Task[Protego | str]] = field(default_factory=dict)

    async def verdict(self, url: str, own: Own | None = None) -> tuple[str | None, float | None]:
        """Why the page may not be fetched (None when it may), and the seconds between pages that the host asks for."""
        asked = host_of(url), own if own and own.covers(url) else None
        if asked not in self._rules:
            self._rules[asked] = asyncio.create_task(self._read(home(url) + "robots.txt", own))
        rules = await self._rules[asked]
        if isinstance(rules, str):
            return rules, None
        if not rules.can_fetch(url, self.reader.agent):
            return "refused: robots.txt does not allow it", None
        delay = rules.crawl_delay(self.reader.agent)
        if delay is not None and delay > SLOWEST_CRAWL:
            return f"refused: robots.txt asks for {delay:g} s between pages", None
        return None, max(delay, self.reader.limits.delay) if delay is not None else None

    async def _read(self, url: str, own: Own | None) -> Protego | str:
        """The rules, or why nothing may be fetched now: unreachable rules forbid everything (RFC 9309, 2.3.1.4)."""
        try:
            answer = await self.reader.get(url, accept="text/plain, */*;q=0.5", limit=ROBOTS_LIMIT, own=own)
        except FetchError as error:
            if "more than" in error.reason:
                return Protego.parse("")
            return f"network: robots.txt cannot be read ({error.reason})"
        if answer.status >= 500 or answer.status == 429:
            return f"server_error: robots.txt cannot be read (status {answer.status})"
        return Protego.parse(answer.body.decode("utf-8", "replace") if answer.status == 200 else "")


Readers = Callable[[Answered, int], Awaitable[Page]]
"""What reads a page whose site has rules: its answer and the letters that the feed carried of it, to what came of it."""


async def fetch_page(
    url: str, reader: Reader, robots: Robots, sandbox: Sandbox, carried: int, own: Own | None = None, ruled: Callable[[str], Readers | None] | None = None,
) -> Page:  # fmt: skip
    """The page of an entry whose feed carried `carried` letters of text; `own` are the networks open to that feed.

    `ruled` gives what reads the pages of a host that has rules of its own.
    """
    refused, delay = await robots.verdict(url, own)
    if refused:
        return Page(state="wanted" if refused.startswith(LATER) else "refused", reason=refused)
    try:
        answer = await reader.get(url, accept=PAGE_TYPES, delay=delay, own=own)
    except FetchError as error:
        return Page(state="wanted" if error.reason.startswith(LATER) else "refused", reason=error.reason)
    if answer.status != 200:
        return _failed(answer)
    if sniff(answer.body, answer.media_type, answer.url) != HTML:
        return Page(
            state="refused", reason=f"no_page: the link leads to {answer.media_type or 'something'}, not to a page"
        )
    if ruled and (by_rules := ruled(host_of(answer.url))):
        return await by_rules(answer, carried)
    return await _looked_at(answer, sandbox, carried)


def _failed(answer: Answered) -> Page:
    again = answer.status == 429 or answer.status >= 500
    kind = "throttled" if answer.status == 429 else "server_error" if again else "refused"
    return Page(
        state="wanted" if again else "refused",
        reason=f"{kind}: the page answers with status {answer.status}",
        hold=answer.retry_after,
    )


async def _looked_at(answer: Answered, sandbox: Sandbox, carried: int) -> Page:
    try:
        letters = await sandbox.run(page_letters, answer.body, answer.charset, answer.url)
    except Crashed as error:
        return Page(state="refused", reason=f"hostile: the page cannot be read safely, {error}")
    if letters <= carried:
        return Page(
            state="refused",
            reason="no_text: the page says no more than the feed (a wall, a stub, or a page made by scripts)",
        )
    return Page(state="fetched", answer=answer)


def page_letters(payload: bytes, charset: str | None, url: str) -> int:
    """Number of letters of article text in a page; 0 if there is no readable text."""
    from parsers.formats.html import read as read_html  # late: this runs in a worker

    raw = RawDocument(
        raw_document_id="", payload=payload, source_uri=url, source_kind="page", media_type=HTML, charset=charset
    )
    try:
        text = read_html(raw, HTML).text
    except Rejected:
        return 0
    return 0 if stubs.reason(text) else sum(map(len, text.split()))
