"""Headers, cookies and User-Agent of a feed: sent to its own server alone, and secrets nowhere to be read."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from pathlib import Path

import pytest

from flows import log_safety
from flows.web.addresses import Allowed
from flows.web.feeds_file import headers_of_feeds
from flows.web.fetch import Reader
from flows.web.own_headers import OwnHeaders, origin
from flows.web.polling import Polling, poll_due
from parsers.errors import UsageError
from parsers.feeds.schedule import Policy
from parsers.known import Desk
from tests.flows.web.test_polling import BERTH, Newsroom, item, rss
from tests.servers.misbehaving import Server, reply

TOKEN = "Bearer q7-harbour-4410-sesame"


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Newsroom]:
    """A newsroom with nothing in it."""
    made = Newsroom(tmp_path)
    yield made
    made.server.stop()


def of(path: Path, text: str, url: str = "https://press.example/rss") -> Path:
    """A feeds file with one feed and some keys."""
    path = path / "feeds.toml"
    path.write_text(f'[[feed]]\nurl = "{url}"\n{text}\n')
    return path


def test_headers_go_to_the_feed_and_not_where_it_leads(
    room: Newsroom, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Header, cookie and User-Agent reach the feed's server; a server that it redirects to gets none of them, nor does the database."""
    monkeypatch.setenv("PRESS_TOKEN", TOKEN)
    other = Server()
    there = other.on("/moved", reply(rss(item(1, BERTH)), Content_Type="application/rss+xml"))
    room.subscribe("/feed", reply(rss(item(1, BERTH)), Content_Type="application/rss+xml"))
    leads = room.server.on("/leads", reply(b"", 302, Location=there))
    said = 'headers = { Authorization = "$PRESS_TOKEN" }\ncookies = { consent = "yes" }\nuser_agent = "desk/9"'
    headers = headers_of_feeds(of(tmp_path, said, room.server.url("/feed")))
    allowed = Allowed.of(["127.0.0.0/8"])
    poll_due(room.place, Desk(), polling=Polling(limits=room.limits, allowed=allowed, policy=Policy(), headers=headers))

    async def follow() -> None:
        async with Reader(limits=room.limits, allowed=allowed, headers=headers) as reader:
            await reader.get(leads)

    asyncio.run(follow())
    asked = [*room.server.asked("/feed"), *room.server.asked("/leads")]
    (moved,) = other.asked("/moved")
    other.stop()
    assert [(r.headers["authorization"], r.headers["cookie"], r.headers["user-agent"]) for r in asked] == [
        (TOKEN, "consent=yes", "desk/9")
    ] * 2
    assert not {"authorization", "cookie"} & set(moved.headers)
    assert moved.headers["user-agent"] != "desk/9"
    assert TOKEN.encode() not in room.place.published.read_bytes()
    assert TOKEN not in log_safety.redacted(f"asked with {TOKEN}")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('headers = { Authorization = "Basic abc" }', "headers.Authorization: secrets are not written"), ('headers = { X-Api-Key = "k" }', "headers.X-Api-Key"),
        ('headers = { X-Part = "$NOT_SET_HERE" }', "the environment has no NOT_SET_HERE"), ('headers = { X-Part = "secret:none" }', "Secret block none"),
        ('headers = { Host = "x" }', "cannot be set here"), ('headers = { "a b" = "x" }', "cannot be set here"), ('cookies = { sid = "a;b" }', "cookies.sid"),
        ('user_agent = "a\\nb"', "user_agent"),
    ],
)  # fmt: skip
def test_what_cannot_be_sent_is_refused_by_name(tmp_path: Path, text: str, said: str) -> None:
    """The error names the file, the feed, the key and what to do."""
    path = of(tmp_path, text)
    with pytest.raises(UsageError, match=said) as error:
        headers_of_feeds(path)
    assert str(path) in str(error.value)


def test_an_error_never_repeats_a_secret(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A secret that cannot be sent (a line end in it) is not in the error."""
    monkeypatch.setenv("PRESS_TOKEN", TOKEN + "\n")
    with pytest.raises(UsageError) as error:
        headers_of_feeds(of(tmp_path, 'headers = { Authorization = "$PRESS_TOKEN" }'))
    assert "sesame" not in str(error.value)


def test_a_block_gives_its_value() -> None:
    """`secret:NAME` is the value of the block."""
    wanted = OwnHeaders(headers={"Authorization": "secret:press"})
    assert wanted.resolved("x", lambda name: f"{name}-value-1234") == {"Authorization": "press-value-1234"}


def test_the_origin_is_scheme_host_and_port() -> None:
    """What is for https is not sent over http, nor to another port."""
    assert origin("https://a.example/x") == origin("https://a.example:443/y")
    assert (
        len(
            {
                origin(u)
                for u in ("https://a.example", "http://a.example", "https://a.example:8443", "https://b.example")
            }
        )
        == 4
    )
