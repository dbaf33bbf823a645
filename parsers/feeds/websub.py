"""WebSub as its subscriber sees it (https://www.w3.org/TR/websub/): who announces a hub, when to ask it, what to believe.

Nothing is done here: (subscription, what happened, now) → subscription. Times are aware datetimes, leases in seconds.
"""

from __future__ import annotations

import hmac
import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import Literal
from urllib.parse import urlsplit

from parsers.feeds.links import absolute
from parsers.feeds.model import Feed

HubState = Literal["offered", "requested", "verified", "denied", "failed", "ending"]

LEASE = 10 * 86_400
"""Seconds that we ask for; the hub decides."""

LONGEST_LEASE = 90 * 86_400
VERIFIED_WITHIN = timedelta(hours=1)
"""How long a hub may take to verify a request before it is asked again."""

FIRST_RETRY = timedelta(minutes=10)
LONGEST_RETRY = timedelta(days=7)
DENIED_FOR = timedelta(days=30)

METHODS = ("sha1", "sha256", "sha384", "sha512")
"""Methods of X-Hub-Signature (section 8, 'Recognized algorithm names')."""

_LINK = re.compile(r"<([^<>]{1,2048})>((?:\s*;\s*[\w*-]{1,40}\s*=\s*(?:\"[^\"]{0,500}\"|[^\s\";,]{1,500}))*)")
_PARAMETER = re.compile(r";\s*([\w*-]{1,40})\s*=\s*(?:\"([^\"]{0,500})\"|([^\s\";,]{1,500}))")
_SIGNATURE = re.compile(r"\s*(\w{1,10})\s*=\s*([0-9a-fA-F]{1,200})\s*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """A hub that announces news of a topic."""

    hub: str
    topic: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Subscription:
    """A subscription of ours. `token` is the end of its callback's address, `secret` signs pushes: neither is shown.

    `state`: offered (none is possible: `reason`), requested, verified, denied, failed (tried again), ending (being undone).
    """

    feed_id: str
    feed_url: str
    hub: str
    topic: str
    token: str = field(repr=False)
    secret: str = field(repr=False)
    state: HubState = "requested"
    reason: str | None = None
    requested_at: datetime | None = None
    verified_at: datetime | None = None
    lease_ends_at: datetime | None = None
    next_try_at: datetime | None = None
    failures: int = 0
    pushes: int = 0
    dropped: int = 0
    last_push_at: datetime | None = None

    def is_live(self, now: datetime) -> bool:
        """Whether the hub pushes."""
        return self.state == "verified" and self.lease_ends_at is not None and now < self.lease_ends_at


def links(header: str, base: str) -> dict[str, tuple[str, ...]]:
    """The addresses of a Link header (RFC 8288) by relation in lower case; at most 50 links are read."""
    found: dict[str, list[str]] = {}
    for n, each in enumerate(_LINK.finditer(header[:20_000])):
        rel = next((m[2] or m[3] or "" for m in _PARAMETER.finditer(each[2]) if m[1].lower() == "rel"), "")
        address = absolute(each[1], base)
        for name in rel.lower().split() if n < 50 else ():
            if address:
                found.setdefault(name, []).append(address)
    return {name: tuple(dict.fromkeys(addresses)) for name, addresses in found.items()}


def offer(feed: Feed, header: str, url: str) -> Offer | None:
    """The hub and topic of a feed: what the Link header says goes before what the feed says (section 4). https first."""
    said = links(header, url)
    hubs = said.get("hub") or feed.hubs
    topic = next(iter(said.get("self", ())), None) or feed.self_link
    if not hubs or not topic:
        return None
    return Offer(hub=min(hubs, key=lambda h: not _is_https(h)), topic=topic)


def refusal(hub: str, *, private: bool) -> str | None:
    """Why a hub is not used; `private` when it is in a network that a person allowed for the feed."""
    if _is_https(hub) or private:
        return None
    return "insecure: the hub has no https address, so that a secret would travel openly; the feed is polled"


def _is_https(url: str) -> bool:
    return urlsplit(url).scheme.lower() == "https"


def asked(subscription: Subscription, now: datetime) -> Subscription:
    """A request goes out, which the hub is to verify; a subscription that is renewed goes on meanwhile."""
    state: HubState = subscription.state if subscription.state in ("verified", "ending") else "requested"
    pause = min(VERIFIED_WITHIN * 2 ** min(subscription.failures, 20), LONGEST_RETRY)
    return replace(
        subscription, state=state, requested_at=now, next_try_at=now + pause, failures=subscription.failures + 1, reason=None
    )  # fmt: skip


def refused(subscription: Subscription, reason: str, now: datetime) -> Subscription:
    """The hub could not be asked, or said no (`asked` has counted it): it is tried again, ever later."""
    pause = min(FIRST_RETRY * 2 ** min(max(subscription.failures - 1, 0), 20), LONGEST_RETRY)
    live = subscription.is_live(now) or subscription.state == "ending"
    state: HubState = subscription.state if live else "failed"
    return replace(subscription, state=state, reason=reason, next_try_at=now + pause)


def verified(subscription: Subscription, lease: int | None, now: datetime) -> Subscription:
    """The hub verified our intent. The lease is renewed when a third of it is left."""
    seconds = min(max(lease or LEASE, 1), LONGEST_LEASE)
    return replace(
        subscription, state="verified", reason=None, failures=0, verified_at=now, lease_ends_at=now + timedelta(seconds=seconds),
        next_try_at=now + timedelta(seconds=seconds * 2 / 3),
    )  # fmt: skip


def denied(subscription: Subscription, reason: str, now: datetime) -> Subscription:
    """The hub denied or ended the subscription (section 5.2)."""
    return replace(
        subscription, state="denied", reason=f"denied: {reason[:300] or 'the hub gives no reason'}", lease_ends_at=None,
        next_try_at=now + DENIED_FOR,
    )  # fmt: skip


def is_due(subscription: Subscription, now: datetime) -> bool:
    """Whether the hub is to be asked now."""
    if subscription.state == "offered":
        return False
    return subscription.next_try_at is None or subscription.next_try_at <= now


def intended(subscription: Subscription, mode: str, topic: str) -> bool:
    """Whether a hub that asks for our intent gets a yes: we asked for this, and for exactly this topic."""
    wanted = {"subscribe": ("requested", "verified", "failed"), "unsubscribe": ("ending",)}.get(mode, ())
    return topic == subscription.topic and subscription.state in wanted and subscription.requested_at is not None


def is_signed(body: bytes, header: str | None, secret: str) -> bool:
    """Whether X-Hub-Signature is that of the body, with a method that the standard names. Compared in constant time."""
    found = _SIGNATURE.fullmatch(header or "")
    if found is None or found[1].lower() not in METHODS:
        return False
    made = hmac.new(secret.encode(), body, found[1].lower()).hexdigest()
    return hmac.compare_digest(made, found[2].lower())


def form(subscription: Subscription, callback: str) -> dict[str, str]:
    """The request to the hub (section 5.1)."""
    mode = "unsubscribe" if subscription.state == "ending" else "subscribe"
    said = {"hub.mode": mode, "hub.topic": subscription.topic, "hub.callback": callback}
    return (
        said if mode == "unsubscribe" else said | {"hub.secret": subscription.secret, "hub.lease_seconds": str(LEASE)}
    )


def parted(known: Iterable[Subscription], wanted: dict[str, Offer]) -> tuple[list[Subscription], dict[str, Offer]]:
    """Subscriptions to be undone (their feed is gone, or names another hub or topic), and offers without a subscription."""
    kept = [s for s in known if wanted.get(s.feed_id) == Offer(hub=s.hub, topic=s.topic) and s.state != "ending"]
    have = {s.feed_id for s in kept}
    ids = {s.token for s in kept}
    return [s for s in known if s.token not in ids and s.state != "ending"], {
        k: o for k, o in wanted.items() if k not in have
    }
