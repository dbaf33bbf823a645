"""Rounds of delivery: once each, in messages by target, again after failures and kills, never in the wrong place."""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
import os
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from flows.delivery import feed_files, rounds, targets
from flows.run import forgetting as forgets
from flows.service import delivery_timer
from parsers.errors import DeliveryFailed
from parsers.feeds.model import NotAFeed
from parsers.feeds.reading import read_body
from parsers.watches import Watch
from tests.filing import file_texts
from tests.kills import act_and_kill
from tests.servers.receivers import Hook, Mailbox
from tests.warehouse.watching.test_evaluate import FERRY, LATER, MILL
from warehouse.asking.desk_figures import desk_figures
from warehouse.database.place import Place
from warehouse.database.store import reading, writing
from warehouse.watching import outbox, watches

LOOPBACK = ("127.0.0.0/8",)


@pytest.fixture
def place(tmp_path: Path) -> Place:
    """An empty desk."""
    return Place.at(tmp_path / "desk.duckdb")


@pytest.fixture
def hook() -> Iterator[Hook]:
    """A web server."""
    made = Hook()
    yield made
    made.stop()


@pytest.fixture
def mailbox(monkeypatch: pytest.MonkeyPatch) -> Iterator[Mailbox]:
    """A mail server, and the settings that name it."""
    made = Mailbox()
    for name, value in made.settings.items():
        monkeypatch.setenv(name, value)
    yield made
    made.stop()


def keep(place: Place, *asked: Watch) -> None:
    """Add watches."""
    with writing(place) as warehouse, warehouse.transaction():
        watches.add(warehouse, asked, datetime.now(UTC))


def boats(*to: str, **more: object) -> Watch:
    """A watch for ferries."""
    return Watch(name="boats", kind="search", question="ferry", targets=to, networks=LOOPBACK, **more)  # type: ignore[arg-type]


def later(monkeypatch: pytest.MonkeyPatch, seconds: float) -> None:
    """Let the clock of deliveries be ahead."""
    monkeypatch.setattr(rounds, "now", lambda: datetime.now(UTC) + timedelta(seconds=seconds))


def states(place: Place) -> list[tuple[str, int]]:
    """State and attempts of every delivery."""
    with writing(place) as warehouse:
        return warehouse.connection.execute("select state, attempts from delivery order by all").fetchall()


def test_mail_webhook_and_feed_have_it_once(place: Place, hook: Hook, mailbox: Mailbox) -> None:
    """What a run found is in a mail, in a post and in both feeds with its exact words; a second round sends nothing."""
    keep(place, boats(hook.url, "mailto:news@press.example"))
    file_texts(place, {"ferry.txt": FERRY, "later.txt": LATER})
    assert rounds.deliver(place).sent == 2
    assert rounds.deliver(place).sent == 0
    (post,) = hook.posts
    (mail,) = mailbox.mails
    assert [a["watch"] for a in post["alerts"]] == ["boats", "boats"]
    assert mail["To"] == "news@press.example"
    assert mail["Subject"] == "boats: 2 alerts"
    text = mail.get_payload(decode=True)
    assert isinstance(text, bytes)
    assert "carried 4,300 passengers" in text.decode()
    folder = feed_files.folder(place)
    items = json.loads((folder / "boats.json").read_text("utf-8"))["items"]
    assert {i["_newsdesk"]["exact"] for i in items} == {a["exact"] for a in post["alerts"]}
    found = read_body((folder / "boats.atom").read_bytes(), "https://x.example/", "utf-8", "x", (), datetime.now(UTC))
    assert not isinstance(found, NotAFeed)
    assert len(found.sightings) == 2


def test_posts_are_signed(place: Place, hook: Hook, monkeypatch: pytest.MonkeyPatch) -> None:
    """With a secret, a receiver can check id, time and body: HMAC-SHA256 in base64, as Standard Webhooks says."""
    key = b"a key of some length"
    monkeypatch.setenv("NEWSDESK_WEBHOOK_SECRET", "whsec_" + base64.b64encode(key).decode())
    keep(place, boats(hook.url))
    file_texts(place, {"ferry.txt": FERRY})
    rounds.deliver(place)
    headers, body = hook.headers[0], hook.bodies[0]
    said = f"{headers['webhook-id']}.{headers['webhook-timestamp']}.".encode() + body
    assert (
        headers["webhook-signature"] == "v1," + base64.b64encode(hmac.new(key, said, hashlib.sha256).digest()).decode()
    )
    assert headers["idempotency-key"] == headers["webhook-id"] == hook.posts[0]["id"]


def test_a_dead_hook_is_tried_again_with_its_id(place: Place, hook: Hook, monkeypatch: pytest.MonkeyPatch) -> None:
    """A failure waits, longer each time, is shown, and holds back later alerts to the same target; the id stays."""
    keep(place, boats(hook.url))
    file_texts(place, {"ferry.txt": FERRY})
    hook.status = 503
    assert rounds.deliver(place).failed == 1
    assert rounds.deliver(place) == rounds.Done(next_due=rounds.deliver(place).next_due)
    file_texts(place, {"later.txt": LATER})
    assert not rounds.deliver(place).attempted
    with writing(place) as warehouse:
        (kept,) = watches.listed(warehouse)
    assert (kept.waiting, kept.failing) == (2, 1)
    assert kept.error == "webhook: the server answered 503"
    later(monkeypatch, 6)
    assert rounds.deliver(place).failed == 2
    hook.status = 200
    later(monkeypatch, 60)
    assert rounds.deliver(place).sent == 2
    assert sorted(Counter(p["id"] for p in hook.posts).values()) == [2, 3]
    assert states(place) == [("sent", 2), ("sent", 3)]


@pytest.mark.parametrize("status", [301, 307, 404, 410, 500])
def test_only_two_hundreds_are_taken(place: Place, hook: Hook, status: int) -> None:
    """A redirect is not followed and counts as a failure, as every answer beside 200 to 299 does."""
    keep(place, boats(hook.url))
    file_texts(place, {"ferry.txt": FERRY})
    hook.status = status
    assert rounds.deliver(place).failed == 1
    assert len(hook.posts) == 1


def test_private_addresses_must_be_opened(place: Place, hook: Hook) -> None:
    """A webhook in a private network is refused unless its watch opens that network."""
    keep(place, Watch(name="boats", kind="search", question="ferry", targets=(hook.url,)))
    file_texts(place, {"ferry.txt": FERRY})
    assert rounds.deliver(place).failed == 1
    assert hook.posts == []
    with writing(place) as warehouse:
        assert "networks of the watch" in str(watches.listed(warehouse)[0].error)


@pytest.mark.parametrize("at", range(1, 9))
def test_a_kill_loses_nothing(place: Place, hook: Hook, at: int) -> None:
    """Killed at any step on disk, the next round delivers: every alert arrives, and a repetition has the id of the first."""
    keep(place, boats(hook.url))
    file_texts(place, {"ferry.txt": FERRY, "mill.txt": MILL})
    act_and_kill(lambda: rounds.deliver(place), at)
    rounds.deliver(place)
    assert [state for state, _ in states(place)] == ["sent"]
    assert len({post["id"] for post in hook.posts}) == 1
    assert 1 <= len(hook.posts) <= 2
    assert (feed_files.folder(place) / "boats.atom").exists()


def test_digests_wait_for_their_time(place: Place, hook: Hook, monkeypatch: pytest.MonkeyPatch) -> None:
    """A daily watch sends nothing at once; a day later all alerts are in one message, those of other watches with them."""
    keep(
        place,
        boats(hook.url, pace="daily"),
        Watch(name="mills", kind="search", question="mill", targets=(hook.url,), networks=LOOPBACK, pace="daily"),
    )
    file_texts(place, {"ferry.txt": FERRY})
    file_texts(place, {"mill.txt": MILL})
    done = rounds.deliver(place)
    assert not done.attempted
    assert done.next_due is not None
    later(monkeypatch, 86_400)
    assert rounds.deliver(place).sent == 1
    assert [a["watch"] for a in hook.posts[0]["alerts"]] == ["boats", "mills"]


def test_secrets_stay_in_the_environment(place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    """An address from the environment is in no row, whether it is missing, unknown or refused."""
    keep(place, boats("$TEAM_HOOK"))
    file_texts(place, {"ferry.txt": FERRY})
    rounds.deliver(place)
    monkeypatch.setenv("TEAM_HOOK", "nosuchservice://sesame-open-sesame")
    later(monkeypatch, 10)
    rounds.deliver(place)
    with writing(place) as warehouse:
        rows = warehouse.connection.execute("select * from delivery").fetchall()
        assert "Apprise does not know" in str(rows)
        assert "sesame" not in str(rows)
    assert rows[0][7] == 2


def test_a_service_of_apprise_gets_it(place: Place, hook: Hook, monkeypatch: pytest.MonkeyPatch) -> None:
    """An address of Apprise in the environment is sent to by Apprise."""
    monkeypatch.setenv("TEAM_HOOK", f"json://127.0.0.1:{hook.port}/x")
    keep(place, boats("$TEAM_HOOK"))
    file_texts(place, {"ferry.txt": FERRY})
    assert rounds.deliver(place).sent == 1
    assert hook.posts[0]["title"] == "boats: Ferry fares rise in Quillport"
    assert "carried 4,300 passengers" in hook.posts[0]["message"]


def test_mail_that_is_refused_waits(place: Place, mailbox: Mailbox, monkeypatch: pytest.MonkeyPatch) -> None:
    """A mail server that refuses is asked again later, with the same Message-ID."""
    keep(place, boats("mailto:news@press.example"))
    file_texts(place, {"ferry.txt": FERRY})
    mailbox.refuse = "451 later"
    assert rounds.deliver(place).failed == 1
    mailbox.refuse = ""
    later(monkeypatch, 10)
    assert rounds.deliver(place).sent == 1
    with writing(place) as warehouse:
        ((name,),) = warehouse.connection.execute("select message_id from delivery").fetchall()
    assert mailbox.mails[0]["Message-ID"] == f"<{name}@newsdesk.invalid>"


def test_a_login_is_not_sent_in_the_clear(place: Place, mailbox: Mailbox, monkeypatch: pytest.MonkeyPatch) -> None:
    """A user name without encryption is refused before anything is said to the server."""
    monkeypatch.setenv("NEWSDESK_SMTP_USER", "me")
    keep(place, boats("mailto:news@press.example"))
    file_texts(place, {"ferry.txt": FERRY})
    assert rounds.deliver(place).failed == 1
    assert mailbox.mails == []


def test_headlines_cannot_add_headers(place: Place, mailbox: Mailbox) -> None:
    """Line ends and control characters of a headline are no part of a mail's head."""
    keep(place, boats("mailto:news@press.example"))
    file_texts(
        place,
        {
            "ferry.json": json.dumps(
                {
                    "headline": "Ferry\r\nBcc: x@y.example\x1b[2J",
                    "articleBody": FERRY,
                    "@type": "NewsArticle",
                    "@context": "https://schema.org",
                }
            )
        },
    )
    rounds.deliver(place)
    assert mailbox.recipients == ["<news@press.example>"]
    assert mailbox.mails[0]["Bcc"] is None
    assert "\x1b" not in mailbox.mails[0].as_string()


def test_two_do_not_deliver_at_once(place: Place, hook: Hook) -> None:
    """While another process delivers, a round does nothing and says so."""
    keep(place, boats(hook.url))
    file_texts(place, {"ferry.txt": FERRY})
    with outbox.delivering(place) as mine:
        assert mine
        assert rounds.deliver(place).busy
    assert rounds.deliver(place).sent == 1


def test_a_run_delivers_at_its_end_unless_a_desk_does(place: Place, hook: Hook) -> None:
    """Without a desk the end of a run delivers; with one on duty it is left to that."""
    keep(place, boats(hook.url))
    file_texts(place, {"ferry.txt": FERRY})
    with outbox.on_duty(place):
        rounds.after_run(place)
        assert hook.posts == []
    rounds.after_run(place)
    assert len(hook.posts) == 1
    assert not outbox.signal_path(place).exists()


def test_feeds_of_watches_that_are_gone_are_removed(place: Place) -> None:
    """A feed is there as long as its watch, and is written again when it does not hold what it should."""
    keep(place, boats())
    file_texts(place, {"ferry.txt": FERRY})
    with writing(place) as warehouse:
        assert len(feed_files.renew(warehouse, place)) == 1
        assert feed_files.renew(warehouse, place) == ()
        (feed_files.folder(place) / "boats.json").write_text("{}")
        assert len(feed_files.renew(warehouse, place)) == 1
        with warehouse.transaction():
            watches.remove(warehouse, "boats")
        feed_files.renew(warehouse, place)
    assert list(feed_files.folder(place).iterdir()) == []


def test_forgotten_words_are_in_no_feed(place: Place) -> None:
    """A feed is written again without the alerts of an article that was taken out."""
    keep(place, boats())
    file_texts(place, {"ferry.txt": FERRY})
    rounds.deliver(place)
    assert (
        b"Hanna"
        in (feed_files.folder(place) / "boats.atom").read_bytes()
        + (feed_files.folder(place) / "boats.json").read_bytes()
    )
    with writing(place) as warehouse:
        ((article_id,),) = warehouse.connection.execute("select article_id from article").fetchall()
    forgets.takedown(place, article_id, None, reason="asked")
    feed_files.renew_published(place)
    for path in feed_files.folder(place).iterdir():
        assert b"Hanna" not in path.read_bytes()


def test_what_the_environment_lacks_is_named() -> None:
    """The reason names the variable to set."""
    os.environ.pop("NO_SUCH_HOOK", None)
    with pytest.raises(DeliveryFailed, match="no NO_SUCH_HOOK"):
        targets.resolved("$NO_SUCH_HOOK")


def test_a_hook_that_fails_is_reported_until_it_takes(
    place: Place, hook: Hook, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The timer of a served desk calls for a new report when a delivery failed and when it was made up for; the figures of the desk name it."""
    monkeypatch.setattr(delivery_timer, "PUBLISH_SECONDS", 0.0)
    monkeypatch.setattr(delivery_timer, "PUBLISH_SHARE", 0.0)
    reports: list[tuple[tuple[str, str], ...]] = []

    def report() -> None:
        with reading(place) as warehouse:
            reports.append(desk_figures(warehouse, datetime.now(UTC)).deliveries)

    timer = delivery_timer.DeliveryTimer(place, report)
    keep(place, boats(hook.url))
    file_texts(place, {"ferry.txt": FERRY})
    hook.status = 503
    timer.look()
    hook.status = 200
    for module in (rounds, delivery_timer):
        monkeypatch.setattr(module, "now", lambda: datetime.now(UTC) + timedelta(hours=1))
    timer.look()
    timer.look()
    assert reports == [((f"boats to {hook.url}", "webhook: the server answered 503; 1 attempt, 1 alert waits"),), ()]
