"""Subscriptions at a hub: real HTTP on loopback in both directions, a real warehouse, and a hub that misbehaves."""

from __future__ import annotations

import asyncio
import logging
import socket
import stat
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import httpx
import pytest
import uvicorn

from flows.service import push_receiver
from flows.service.host_guard import HostGuard, names
from flows.service.push_process import Offers, Subscriber
from flows.service.push_receiver import PushReceiver
from flows.web.addresses import Allowed
from flows.web.asker import Polling
from flows.web.fetch import Reader
from flows.web.push_box import PushBox
from parsers.feeds.websub import Subscription
from tests.flows.web.test_polling import BERTH, SIGNAL, Newsroom, item, rss
from tests.servers.hub import Hub
from tests.servers.watched_desk import PATIENCE, until
from warehouse.database.publish import publish_now
from warehouse.database.store import writing
from warehouse.filing import feeds


@dataclass
class Desk(Newsroom):
    """A newsroom with a receiver of pushes, and a hub that has a feed."""

    hub: Hub = field(default_factory=Hub)

    def __post_init__(self) -> None:
        with socket.create_server(("127.0.0.1", 0)) as probe:
            self.port = probe.getsockname()[1]
        self.hub.feed = self.linked(item(1, BERTH))
        self.box.make()

    @property
    def box(self) -> PushBox:
        """Where subscriptions and pushes are."""
        return PushBox(self.place)

    @property
    def one(self) -> Subscription:
        """The only subscription."""
        (found,) = self.box.subscriptions()
        return found

    def linked(self, *items: str) -> bytes:
        """A feed that names its hub and itself."""
        links = "".join(
            f'<atom:link xmlns:atom="http://www.w3.org/2005/Atom" rel="{rel}" href="{self.hub.base}{path}"/>'
            for rel, path in (("hub", "/hub"), ("self", "/feed"))
        )
        return rss(*items).replace(b"<item>", links.encode() + b"<item>", 1)

    def add(self) -> str:
        """Subscribe to the feed of the hub, and poll it."""
        url = f"{self.hub.base}/feed"
        with writing(self.place) as warehouse:
            feeds.add(warehouse, [feeds.Subscribed(feed_id=feeds.feed_id_of(url), url=url)], datetime.now(UTC))
        self.poll()
        return feeds.feed_id_of(url)

    def attend(self) -> None:
        """One round of the process that keeps the subscriptions."""
        polling = Polling(allowed=Allowed.of(["127.0.0.0/8"]))
        subscriber = Subscriber(place=self.place, public=f"http://127.0.0.1:{self.port}/hooks", polling=polling)

        async def go() -> None:
            subscriber.follow(Offers(self.place).changed() or {})
            async with Reader() as reader:
                await subscriber.attend(reader)

        asyncio.run(go())

    def subscribed(self) -> str:
        """A feed whose hub has verified the subscription; its id."""
        feed_id = self.add()
        self.attend()
        until(lambda: self.one.state == "verified", PATIENCE, "the hub verifies")
        return feed_id

    @contextmanager
    def answering(self) -> Iterator[None]:
        """Answer hubs while the block lasts."""
        app = HostGuard(PushReceiver(self.box), names("127.0.0.1", ["desk.example"]))
        server = uvicorn.Server(uvicorn.Config(app, host="127.0.0.1", port=self.port, log_level="error"))
        thread = threading.Thread(target=server.run, daemon=True)
        thread.start()
        until(lambda: server.started, PATIENCE, "the receiver answers")
        yield
        server.should_exit = True
        thread.join(120)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """A desk that answers."""
    made = Desk(tmp_path)
    with made.answering():
        yield made
    made.server.stop()


def test_a_push_is_filed_like_a_polled_feed(desk: Desk) -> None:
    """Subscribed, verified, pushed, filed: by the same entries, so that the next poll finds nothing new."""
    feed_id = desk.subscribed()
    said = desk.hub.requests[0]
    assert (said["hub.mode"], said["hub.topic"]) == ("subscribe", f"{desk.hub.base}/feed")
    assert said["hub.callback"].startswith(f"http://127.0.0.1:{desk.port}/hooks/websub/")
    assert 32 <= len(said["hub.secret"]) < 200
    assert desk.hub.answers == [("subscribe", 200)]
    polls = desk.hub.polls
    assert desk.hub.push(desk.linked(item(1, BERTH), item(2, SIGNAL))) == 202
    report = desk.poll(pushed=True)
    assert (report.new, desk.hub.polls) == (1, polls)
    desk.hub.feed = desk.linked(item(1, BERTH), item(2, SIGNAL))
    assert desk.poll().new == 0
    assert desk.sql("select count(*) from article") == [(2,)]
    assert desk.sql("select pushed, sum(new)::integer from feed_poll group by 1 order by 1") == [(False, 1), (True, 1)]
    assert desk.sql("select feed_id, state, pushes, dropped_pushes from feed_hub") == [(feed_id, "verified", 1, 0)]
    assert not desk.box.any_waiting()
    assert all(adds_up for (adds_up,) in desk.sql("select adds_up from ledger"))


@pytest.mark.parametrize("method", ["sha1", "sha256", "sha384", "sha512"])
def test_every_method_of_signing_is_read(desk: Desk, method: str) -> None:
    """The four that the standard names."""
    desk.subscribed()
    assert desk.hub.push(desk.linked(item(2, SIGNAL)), method=method) == 202
    assert desk.box.any_waiting()


@pytest.mark.parametrize(
    ("method", "secret", "headers"),
    [
        ("", None, {}), ("md5", None, {}), ("sha256", "another", {}), ("", None, {"X-Hub-Signature": "sha256="}),
        ("", None, {"X-Hub-Signature": "sha256=zz"}), ("sha256", None, {"Content-Encoding": "gzip"}),
    ],
)  # fmt: skip
def test_what_is_not_signed_by_the_hub_is_dropped_and_counted(
    desk: Desk, caplog: pytest.LogCaptureFixture, method: str, secret: str | None, headers: dict[str, str]
) -> None:
    """It is answered as if it were taken (section 8), nothing is stored, and the log holds no secret."""
    desk.subscribed()
    with caplog.at_level(logging.DEBUG):
        assert desk.hub.push(desk.linked(item(2, SIGNAL)), method=method, secret=secret, **headers) == 202
    assert not desk.box.any_waiting()
    assert (desk.one.pushes, desk.one.dropped) == (0, 1)
    ours = " ".join(r.getMessage() for r in caplog.records if not r.name.startswith("http"))  # those are the test's own
    assert f"a push for {desk.one.feed_id} was dropped" in ours
    assert desk.one.secret not in caplog.text
    assert desk.one.token not in ours


def test_intent_is_confirmed_only_for_what_was_asked(desk: Desk) -> None:
    """Another topic, another mode, no challenge, an unknown callback: 404, and nothing changes."""
    desk.subscribed()
    said, before = desk.hub.requests[0], desk.one
    assert desk.hub.verify(said, topic=said["hub.topic"] + "/") == 404
    assert desk.hub.verify(said, mode="unsubscribe") == 404
    assert desk.hub.verify(said, challenge="") == 404
    assert desk.hub.verify(said | {"hub.callback": said["hub.callback"] + "x"}) == 404
    assert desk.hub.verify(said | {"hub.callback": f"http://127.0.0.1:{desk.port}/websub/../../etc/passwd"}) == 404
    assert desk.one == before


def test_the_receiver_answers_under_its_public_name_only(desk: Desk) -> None:
    """A page of another site cannot reach it by a name of its own."""
    desk.subscribed()
    callback = desk.hub.requests[0]["hub.callback"]
    assert [httpx.get(callback, headers={"Host": h}).status_code for h in ("desk.example", "evil.example")] == [
        404,
        421,
    ]


def test_a_long_push_is_refused(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing over the bound is held or stored; polling finds it."""
    monkeypatch.setattr(push_receiver, "LARGEST_PUSH", 2_000)
    desk.subscribed()
    assert desk.hub.push(b"x" * 2_001) == 413
    assert (desk.one.dropped, desk.box.any_waiting()) == (1, False)


def test_a_push_that_is_no_feed_is_noted(desk: Desk) -> None:
    """The poll's row says why; the feed stays healthy, because its own address was not asked."""
    desk.subscribed()
    desk.hub.push(b"<html><body>Bad gateway</body></html>")
    desk.poll(pushed=True)
    assert desk.sql("select kind from feed_poll where pushed") == [("no_feed",)]
    assert desk.sql("select failures, next_poll_at is not null from feed") == [(0.0, True)]
    assert not desk.box.any_waiting()


def test_pushes_that_came_together_are_filed_in_one_run(desk: Desk) -> None:
    """The oldest first; an entry that changed between them is a revision."""
    desk.subscribed()
    for body in (item(2, SIGNAL), item(2, f"{SIGNAL} The line was open again at noon."), item(3, BERTH[200:])):
        desk.hub.push(desk.linked(body))
    report = desk.poll(pushed=True)
    assert (report.new, report.edited) == (2, 1)
    assert desk.poll(pushed=True).new == 0


def test_secrets_are_for_the_owner_alone_and_not_in_the_database(desk: Desk) -> None:
    """Files and folders of the box have no rights for others; what is published names neither secret nor callback."""
    desk.subscribed()
    paths = list((desk.place.desk / "websub").rglob("*"))
    assert paths
    assert all(stat.S_IMODE(p.stat().st_mode) & 0o077 == 0 for p in [*paths, desk.place.desk / "websub"])
    publish_now(desk.place)
    published = desk.place.published.read_bytes()
    assert desk.one.secret.encode() not in published
    assert desk.one.token.encode() not in published
    assert desk.one.secret not in repr(desk.one)


def test_a_lease_is_renewed_before_it_ends(desk: Desk) -> None:
    """When a third of it is left the hub is asked again, with the same secret and callback."""
    desk.subscribed()
    desk.attend()
    assert len(desk.hub.requests) == 1
    moved = timedelta(seconds=desk.hub.lease * 0.7)
    once = desk.one
    assert once.lease_ends_at is not None
    assert once.next_try_at is not None
    desk.box.save(replace(once, lease_ends_at=once.lease_ends_at - moved, next_try_at=once.next_try_at - moved))
    desk.attend()
    until(lambda: len(desk.hub.answers) == 2, PATIENCE, "the hub verifies again")
    assert [r["hub.secret"] for r in desk.hub.requests] == [once.secret] * 2
    assert desk.one.lease_ends_at is not None
    assert desk.one.lease_ends_at > once.lease_ends_at


def test_a_hub_that_is_dead_leaves_polling_as_it_is(desk: Desk) -> None:
    """No answer: the reason is on record, and the hub is asked again later, not at once."""
    desk.add()
    desk.hub.status = 500
    desk.attend()
    desk.attend()
    assert len(desk.hub.requests) == 1
    assert (desk.one.state, desk.one.reason) == ("failed", "refused: the hub answers with status 500")
    desk.poll()
    ((soon, state),) = desk.sql("select next_poll_at, state from feed join feed_hub using (feed_id)")
    assert soon < datetime.now(UTC) + timedelta(hours=2)
    assert state == "failed"


def test_polls_are_fewer_while_a_hub_pushes_and_never_stop(desk: Desk) -> None:
    """At least six hours lie between two; when a poll finds what was not pushed, or the lease is over, the old pace is back."""
    desk.subscribed()
    pace = "select epoch(next_poll_at) - epoch(last_poll_at) from feed"
    desk.poll()
    assert 6 * 3600 <= desk.sql(pace)[0][0] < 30 * 3600
    desk.hub.feed = desk.linked(item(1, BERTH), item(2, SIGNAL))
    assert desk.poll().new == 1
    assert desk.sql(pace)[0][0] < 3 * 3600
    desk.box.save(replace(desk.one, lease_ends_at=datetime.now(UTC)))
    desk.poll()
    assert desk.sql(pace)[0][0] < 3 * 3600
    assert desk.sql("select state from feed_hub") == [("lapsed",)]


def test_a_removed_feed_is_unsubscribed(desk: Desk) -> None:
    """The hub is asked, our intent is confirmed, and the callback is gone."""
    feed_id = desk.subscribed()
    with writing(desk.place) as warehouse:
        feeds.remove(warehouse, feed_id)
    publish_now(desk.place)
    desk.attend()
    until(lambda: desk.hub.answers[-1] == ("unsubscribe", 200), PATIENCE, "the hub verifies the end")
    assert desk.box.subscriptions() == ()
    assert desk.hub.push(desk.linked(item(2, SIGNAL))) == 404


def test_a_denial_ends_the_subscription(desk: Desk) -> None:
    """The hub's reason is on record, and pushes are refused from then on."""
    desk.subscribed()
    said = desk.hub.requests[0]
    desk.hub.verify(said, mode="denied", reason="over quota")
    assert httpx.get(said["hub.callback"]).status_code == 404
    assert (desk.one.state, desk.one.reason) == ("denied", "denied: over quota")
    assert desk.hub.push(desk.linked(item(2, SIGNAL))) == 410
    desk.attend()
    assert len(desk.hub.requests) == 1


def test_pushes_of_a_killed_desk_are_filed_by_the_next(desk: Desk) -> None:
    """What was answered with 202 is on the disk; a half-written file is none."""
    desk.subscribed()
    desk.hub.push(desk.linked(item(2, SIGNAL)))
    (desk.place.desk / "websub" / "pushed" / desk.one.token / "1.part").write_bytes(b"half")
    assert desk.poll(pushed=True).new == 1


def test_link_headers_go_before_the_feed(desk: Desk) -> None:
    """Hub and topic of the header win, and a feed that names neither is subscribed by them."""
    desk.hub.feed = rss(item(1, BERTH))
    desk.hub.headers = {"Link": f'<{desk.hub.base}/hub>; rel="hub", <{desk.hub.base}/feed?all>; rel="self"'}
    desk.add()
    desk.attend()
    assert desk.hub.requests[0]["hub.topic"] == f"{desk.hub.base}/feed?all"


def test_a_hub_without_https_is_not_used_outside_of_allowed_networks(desk: Desk) -> None:
    """The secret would travel openly; the reason is on record, and nothing is sent."""
    desk.hub.headers = {"Link": f'<http://hub.example/>; rel="hub", <{desk.hub.base}/feed>; rel="self"'}
    desk.add()
    desk.attend()
    assert desk.hub.requests == []
    assert (desk.one.state, (desk.one.reason or "")[:9]) == ("offered", "insecure:")
