"""When to poll a feed again, and what to remember of an answer: (state, answer, now) → next state. Nothing is done here.

The policy is that of people who poll 130,000 feeds (Media Cloud's rss-fetcher) and of miniflux: the interval follows
the share of known entries, failures weigh by kind and slow a feed down linearly, no feed is ever given up silently,
a server's `Retry-After` binds its host, 301 moves a subscription and 302 does not, 410 pauses it with a reason, and
the hash of the body, not the ETag, judges whether something changed.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Literal

AnswerKind = Literal["read", "unchanged", "gone", "throttled", "missing", "refused", "server_error", "timeout", "tls", "dns", "network", "broken", "no_feed"]  # fmt: skip

WEIGHTS: dict[AnswerKind, float] = {
    "throttled": 0.5, "missing": 0.5, "server_error": 0.5, "timeout": 0.5, "tls": 0.5, "network": 0.5, "broken": 0.5,
    "dns": 0.25, "refused": 1.0, "no_feed": 1.0,
}  # fmt: skip
"""How heavily a failure counts. After Media Cloud: what heals by itself counts half, name service a quarter."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Policy:
    """Seconds. `floor` and `ceiling` bound the interval of a healthy feed, `longest` that of a failing one.

    `pushed` is the least pause of a feed whose hub pushes, as long as polls find nothing that was not pushed.
    """

    floor: float = 600.0
    ceiling: float = 86_400.0
    longest: float = 30 * 86_400.0
    first: float = 3_600.0
    ttl_ceiling: float = 6 * 3_600.0
    retry_after_ceiling: float = 86_400.0
    throttle: float = 1_800.0
    full_every: float = 86_400.0
    distrust: float = 30 * 86_400.0
    known_many: float = 0.67
    known_few: float = 0.33
    pushed: float = 6 * 3_600.0


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedState:
    """What is remembered of a feed between polls. Times are aware datetimes, `interval` is in seconds.

    `failures` is a weight, not a count; `distrusted_until`: the server's ETag lied, no conditional requests before;
    `full_at`: when the body was last asked for without conditions; `usual_gap`: seconds between its entries.
    """

    feed_id: str
    url: str
    status: Literal["active", "paused"] = "active"
    reason: str | None = None
    etag: str | None = None
    last_modified: str | None = None
    body_hash: str | None = None
    interval: float = 3_600.0
    failures: float = 0.0
    next_poll_at: datetime | None = None
    last_poll_at: datetime | None = None
    last_success_at: datetime | None = None
    last_new_at: datetime | None = None
    full_at: datetime | None = None
    distrusted_until: datetime | None = None
    usual_gap: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What came of one poll. `moved_to` is set only when every redirect on the way was permanent, and was so at the poll before.

    `redirects_to` is the address when that is seen for the first time.

    `entries`, `new`, `edited` count what was in the feed; `retry_after` and `max_age` are in seconds, `ttl` in minutes.
    """

    kind: AnswerKind
    reason: str | None = None
    http_status: int | None = None
    conditional: bool = False
    etag: str | None = None
    last_modified: str | None = None
    body_hash: str | None = None
    moved_to: str | None = None
    redirects_to: str | None = None
    retry_after: float | None = None
    max_age: float | None = None
    ttl: int | None = None
    entries: int = 0
    new: int = 0
    edited: int = 0
    newest_at: datetime | None = None
    usual_gap: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """The next state; until when its whole host is to be left alone; and what a person should know, if anything."""

    state: FeedState
    hold_host_until: datetime | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """The conditions to poll a feed under."""

    url: str
    etag: str | None
    last_modified: str | None

    @property
    def conditional(self) -> bool:
        """Whether the server may answer 304."""
        return bool(self.etag or self.last_modified)


def request(state: FeedState, now: datetime, policy: Policy = Policy()) -> Request:
    """The next request: conditional, but for once a day, and for servers whose validators have lied."""
    due_in_full = state.full_at is None or (now - state.full_at).total_seconds() >= policy.full_every
    distrusted = state.distrusted_until is not None and now < state.distrusted_until
    if due_in_full or distrusted:
        return Request(url=state.url, etag=None, last_modified=None)
    return Request(url=state.url, etag=state.etag, last_modified=state.last_modified)


def stable(answer: Answer, before: str | None) -> Answer:
    """The answer with its permanent redirect believed only if the poll before was redirected to the same address."""
    if not answer.moved_to or answer.moved_to == before:
        return answer
    return replace(answer, moved_to=None, redirects_to=answer.moved_to)


def decide(
    state: FeedState, answer: Answer, now: datetime, policy: Policy = Policy(), *, pushed: bool = False
) -> Decision:
    """What to remember after an answer, and when to ask again. `pushed`: a hub pushes the news of this feed."""
    state = replace(state, last_poll_at=now)
    if answer.kind == "gone":
        reason = "gone: the server says that the feed was removed for good (410)"
        return Decision(state=replace(state, status="paused", reason=reason, next_poll_at=None), note=reason)
    if answer.kind in ("read", "unchanged"):
        return _succeeded(state, answer, now, policy, pushed)
    return _failed(state, answer, now, policy)


def _succeeded(state: FeedState, answer: Answer, now: datetime, policy: Policy, pushed: bool) -> Decision:
    lied = _lied(state, answer)
    interval = _interval(state, answer, policy)
    fresh = answer.new + answer.edited > 0
    note = (
        "the server's ETag or date stayed although the feed changed; it is asked without conditions" if lied else None
    )
    if not note and overran(state, answer):
        note = "every entry was new: some may have come and gone between two polls; it is polled more often"
    asked_in_full = not answer.conditional
    after = replace(
        state,
        url=answer.moved_to or state.url,
        reason=None,
        etag=answer.etag if answer.http_status != 304 else answer.etag or state.etag,
        last_modified=answer.last_modified
        if answer.http_status != 304
        else answer.last_modified or state.last_modified,
        body_hash=answer.body_hash or state.body_hash,
        interval=interval,
        failures=0.0,
        last_success_at=now,
        last_new_at=(answer.newest_at or now) if fresh else state.last_new_at or answer.newest_at,
        full_at=now if asked_in_full else state.full_at,
        distrusted_until=now + timedelta(seconds=policy.distrust) if lied else state.distrusted_until,
        usual_gap=answer.usual_gap or state.usual_gap,
    )
    pause = max(interval, _asked_for(answer, policy), policy.pushed if pushed and not fresh else 0.0)
    return Decision(state=_timed(after, now, pause), note=note)


def _lied(state: FeedState, answer: Answer) -> bool:
    """The body changed and its validators did not: with them we would have been told 304."""
    if answer.http_status == 304 or not state.body_hash or not answer.body_hash or answer.body_hash == state.body_hash:
        return False
    had = state.etag or state.last_modified
    return (
        bool(had)
        and answer.new + answer.edited > 0
        and (answer.etag, answer.last_modified) == (state.etag, state.last_modified)
    )


def overran(state: FeedState, answer: Answer) -> bool:
    """Whether nothing of the last poll was left in the feed: it moves faster than it is polled."""
    return state.last_success_at is not None and answer.entries >= 5 and answer.new == answer.entries


def _interval(state: FeedState, answer: Answer, policy: Policy) -> float:
    """Longer when most entries were known, shorter when few were."""
    if answer.entries == 0 or answer.kind == "unchanged":
        factor = 1.25
    elif state.last_success_at is None:
        return min(max(state.interval, policy.floor), policy.ceiling)  # a first poll knows nothing of the pace
    else:
        known = 1 - answer.new / answer.entries
        factor = 1.5 if known > policy.known_many else 0.5 if known < policy.known_few else 1.0
    return min(max(state.interval * factor, policy.floor), policy.ceiling)


def _asked_for(answer: Answer, policy: Policy) -> float:
    """The pause that the publisher asks for (ttl, Cache-Control), within reason; a wish of a year is not followed."""
    return min(max((answer.ttl or 0) * 60.0, answer.max_age or 0.0), policy.ttl_ceiling)


def _failed(state: FeedState, answer: Answer, now: datetime, policy: Policy) -> Decision:
    failures = state.failures + WEIGHTS.get(answer.kind, 1.0)
    pause = min(max(state.interval, policy.floor) * (1 + 2 * failures), policy.longest)
    held = _held(answer, policy)
    after = replace(
        state, failures=failures, reason=f"{answer.kind}: {answer.reason}" if answer.reason else answer.kind
    )
    hold = now + timedelta(seconds=held) if held else None
    return Decision(state=_timed(after, now, max(pause, held)), hold_host_until=hold)


def _held(answer: Answer, policy: Policy) -> float:
    """Seconds that the whole host is left alone: what Retry-After says up to a day, else half an hour after a 429."""
    if answer.retry_after is not None:
        return min(max(answer.retry_after, 0.0), policy.retry_after_ceiling)
    return policy.throttle if answer.kind == "throttled" else 0.0


def _timed(state: FeedState, now: datetime, pause: float) -> FeedState:
    """The next poll after a pause, up to a tenth later so that feeds of one server do not come due together."""
    spread = int.from_bytes(hashlib.sha256(f"{state.feed_id}{now.isoformat()}".encode()).digest()[:4], "big") / 2**32
    return replace(state, next_poll_at=now + timedelta(seconds=pause * (1 + 0.1 * spread)))
