"""WebSub decisions: Link headers, signatures, when a hub is asked."""

from __future__ import annotations

import hmac
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parsers.feeds.model import Feed
from parsers.feeds.websub import Offer, Subscription, asked, is_due, is_signed, links, offer, parted, refused, verified

NOW = datetime(2026, 3, 2, 9, tzinfo=UTC)
BARE = Subscription(feed_id="f", feed_url="https://p.example/f", hub="https://h.example/", topic="https://p.example/f", token="t", secret="s")  # fmt: skip


@pytest.mark.parametrize(
    ("header", "found"),
    [
        ('<https://h.example/>; rel="hub"', {"hub": ("https://h.example/",)}),
        ("<https://h.example/>; rel=hub, </feed>; rel=self", {"hub": ("https://h.example/",), "self": ("https://p.example/feed",)}),
        ('<https://h.example/a,b>; title="x, y; rel=no"; rel="self HUB"', {"self": ("https://h.example/a,b",), "hub": ("https://h.example/a,b",)}),
        ('<https://a.example/>; rel="hub", <https://b.example/>; rel="hub"', {"hub": ("https://a.example/", "https://b.example/")}),
        ("nonsense", {}), ("<javascript:x>; rel=hub", {}), ("<https://h.example/>", {}),
    ],
)  # fmt: skip
def test_link_headers_are_read(header: str, found: dict[str, tuple[str, ...]]) -> None:
    """RFC 8288: several links, several relations in one, quoted or not, relative addresses."""
    assert links(header, "https://p.example/x") == found


def test_an_https_hub_is_preferred_and_a_topic_is_needed() -> None:
    """Of several hubs the first with https; a feed that does not name itself has no topic."""
    feed = Feed(format="rss", charset="utf-8", hubs=("http://a.example/", "https://b.example/"))
    assert offer(feed, "", "https://p.example/f") is None
    assert offer(feed, "<https://p.example/f>; rel=self", "https://p.example/f") == Offer(
        hub="https://b.example/", topic="https://p.example/f"
    )


@given(st.binary(max_size=200), st.sampled_from(["sha1", "sha256", "sha384", "sha512"]))
def test_a_signature_is_that_of_these_bytes(body: bytes, method: str) -> None:
    """The right one passes in either case; other bytes, another secret, a shortened one do not."""
    made = hmac.new(b"secret", body, method).hexdigest()
    assert is_signed(body, f"{method}={made}", "secret")
    assert is_signed(body, f" {method.upper()}={made.upper()}", "secret")
    assert not is_signed(body + b"x", f"{method}={made}", "secret")
    assert not is_signed(body, f"{method}={made}", "other")
    assert not is_signed(body, f"{method}={made[:-2]}", "secret")
    assert not is_signed(body, made, "secret")


def test_a_hub_that_does_not_verify_is_asked_ever_more_seldom() -> None:
    """An hour, two, four …, at most a week; verification starts anew."""
    pauses = []
    held = BARE
    for _ in range(12):
        held = asked(held, NOW)
        assert held.next_try_at is not None
        pauses.append(held.next_try_at - NOW)
    assert pauses[:3] == [timedelta(hours=1), timedelta(hours=2), timedelta(hours=4)]
    assert pauses[-1] == timedelta(days=7)
    assert verified(held, 3600, NOW).failures == 0


def test_a_failed_renewal_keeps_the_subscription_until_its_lease_ends() -> None:
    """A hub that is down for an hour costs nothing."""
    held = refused(asked(verified(BARE, 3600, NOW), NOW), "network: away", NOW + timedelta(minutes=40))
    assert held.is_live(NOW + timedelta(minutes=59))
    assert not held.is_live(NOW + timedelta(minutes=61))
    assert is_due(held, NOW + timedelta(minutes=51))


def test_another_hub_ends_the_old_subscription() -> None:
    """A feed that names another hub or topic is subscribed there; the old subscription is undone."""
    new = Offer(hub="https://other.example/", topic=BARE.topic)
    assert parted([BARE], {"f": new}) == ([BARE], {"f": new})
    assert parted([BARE], {"f": Offer(hub=BARE.hub, topic=BARE.topic)}) == ([], {})
    assert parted([BARE], {}) == ([BARE], {})
