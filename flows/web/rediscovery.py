"""A feed whose address died, looked for on its site: taken over when it is certainly the same, else suggested.

Certain: the site of the feed itself offers it, on the same host, and of all that it offers this one alone has the title
of the feed.
"""

from __future__ import annotations

from dataclasses import replace

from flows.run.sandbox import Crashed, Sandbox
from flows.web.addresses import Own
from flows.web.discovery import Discovered, offered
from flows.web.fetch import PAGE_TYPES, Reader
from flows.web.pages import Robots
from parsers.errors import FetchError
from parsers.feeds.links import home, host_of
from parsers.feeds.schedule import Answer, FeedState
from warehouse.filing.feeds import Due, Move

DEAD = ("missing", "gone", "no_feed")
"""Kinds of answers after which a feed is looked for."""

ENOUGH_FAILURES = 1.0
"""Weight of the failures before this one: a feed that is missing once or twice comes back by itself."""


def is_dead(due: Due, answer: Answer) -> bool:
    """Whether the feed is to be looked for: removed for good, or not there again and again."""
    return answer.kind == "gone" or (answer.kind in DEAD and due.state.failures >= ENOUGH_FAILURES)


async def look_for(due: Due, reader: Reader, robots: Robots, sandbox: Sandbox, own: Own | None) -> Move | None:
    """The feed at another address of its site; None when the site offers none, or cannot be read."""
    site = due.site if due.site and _site(due.site) == _site(due.state.url) else home(due.state.url)
    try:
        refused, delay = await robots.verdict(site, own)
        answer = None if refused else await reader.get(site, accept=PAGE_TYPES, delay=delay, own=own)
        found = await offered(answer, reader, sandbox, own) if answer and answer.status == 200 else ()
    except (FetchError, Crashed):
        return None  # the failure of the feed itself is what is reported
    return _judged(due, [f for f in found if f.url != due.state.url])


def _judged(due: Due, found: list[Discovered]) -> Move | None:
    if not found:
        return None
    same = [f for f in found if due.title and _bare(f.title) == _bare(due.title)]
    if len(same) == 1 and _site(same[0].url) == _site(due.state.url):
        return Move(
            to_url=same[0].url, how="rediscovered", taken=True, reason="its site alone offers it under the same title"
        )
    best = (same or found)[0]
    why = f"{len(same)} feeds of the site have its title" if len(same) > 1 else "its title or its host is another"
    return Move(to_url=best.url, how="rediscovered", taken=False, reason=why)


def moved(state: FeedState, move: Move) -> FeedState:
    """The state of a feed that is taken over at another address: due at once, nothing known of the server."""
    return replace(
        state, url=move.to_url, status="active", reason=None, etag=None, last_modified=None, body_hash=None, failures=0.0,
        next_poll_at=None, full_at=None, distrusted_until=None,
    )  # fmt: skip


def _site(url: str) -> str:
    return host_of(url).removeprefix("www.")


def _bare(title: str) -> str:
    return " ".join(title.casefold().split())
