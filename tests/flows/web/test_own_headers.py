"""Headers, cookies and User-Agent of a feed: sent to its own server alone, and secrets nowhere to be read."""

from __future__ import annotations

import asyncio
import os
from base64 import b64encode
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from flows import log_safety
from flows.cli import command_line
from flows.web.addresses import Allowed
from flows.web.asking import Asking, Wanted, asking_of
from flows.web.feed_settings import settings_of
from flows.web.fetch import Reader
from flows.web.own_headers import OwnHeaders, origin
from flows.web.polling import Polling, poll_due
from flows.web.proxies import proxy_of
from parsers.errors import FetchError, UsageError
from parsers.feeds.schedule import Policy
from parsers.known import Desk
from tests.flows.web.test_polling import BERTH, Newsroom, item, rss
from tests.servers.misbehaving import Server, reply
from warehouse.database.store import reading, writing
from warehouse.filing import feed_settings, feeds

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
    asking = settings_of(None, of(tmp_path, said, room.server.url("/feed"))).asking
    allowed = Allowed.of(["127.0.0.0/8"])
    poll_due(room.place, Desk(), polling=Polling(limits=room.limits, allowed=allowed, policy=Policy(), asking=asking))

    async def follow() -> None:
        async with Reader(limits=room.limits, allowed=allowed, asking=asking) as reader:
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
        settings_of(None, path)
    assert str(path) in str(error.value)


def test_an_error_never_repeats_a_secret(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A secret that cannot be sent (a line end in it) is not in the error."""
    monkeypatch.setenv("PRESS_TOKEN", TOKEN + "\n")
    with pytest.raises(UsageError) as error:
        settings_of(None, of(tmp_path, 'headers = { Authorization = "$PRESS_TOKEN" }'))
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


PASSWORD = "q8-proxy-2217-sesame"


@pytest.mark.parametrize("of_all", [True, False])
def test_a_proxy_is_asked_in_the_place_of_the_servers(
    room: Newsroom, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, of_all: bool
) -> None:
    """The feed comes through the proxy, which gets its password; it is in no log."""
    proxy = Server()
    feed = "http://press.example/feed"
    proxy.on(feed, reply(rss(item(1, BERTH)), Content_Type="application/rss+xml"))
    monkeypatch.setenv("DESK_PROXY", proxy.url("").replace("//", f"//desk:{PASSWORD}@"))
    said = 'proxy = "$DESK_PROXY"\n'
    path = of(tmp_path, f"[all]\n{said}" if of_all else said, feed)
    settings = settings_of(None, path)

    async def public(host: str, port: int) -> tuple[str, ...]:
        return ("93.184.216.34",)

    async def follow() -> tuple[int, str | None]:
        async with Reader(limits=room.limits, asking=settings.asking, names=public) as reader:
            answered = await reader.get(feed)
        return answered.status, log_safety.redacted(f"through {os.environ['DESK_PROXY']}, {PASSWORD}")

    status, logged = asyncio.run(follow())
    proxy.stop()
    (asked,) = proxy.asked(feed)
    assert status == 200
    assert asked.headers["proxy-authorization"] == "Basic " + b64encode(f"desk:{PASSWORD}".encode()).decode()
    assert PASSWORD not in str(logged)
    assert PASSWORD not in repr(settings)


def test_a_proxy_opens_no_private_network() -> None:
    """A name that leads to this machine is refused before the proxy is asked; one that only the proxy knows is passed on."""
    proxy = Server()
    proxy.on("http://inner.example/", reply(b"hello"))
    asking = Asking(proxy=proxy_of(proxy.url("")))

    async def names(host: str, port: int) -> tuple[str, ...]:
        if host == "inner.example":
            raise OSError("no such name")
        return ("127.0.0.1",)

    async def get(url: str) -> int:
        async with Reader(asking=asking, names=names) as reader:
            return (await reader.get(url)).status

    for url in ("http://press.example/", "http://localhost:9/", "http://127.0.0.1:9/"):
        with pytest.raises(FetchError, match="not public"):
            asyncio.run(get(url))
    assert asyncio.run(get("http://inner.example/")) == 200
    proxy.stop()


def test_what_holds_for_all_feeds_gives_way_to_what_one_feed_wants() -> None:
    """Headers and cookies are put together by name; User-Agent and proxy of the feed replace those of all; none means none."""
    everyone = OwnHeaders(
        headers={"X-Part": "a", "X-All": "b"}, cookies={"c": "1"}, user_agent="all/1", proxy="http://p.example:1"
    )
    own = OwnHeaders(headers={"x-part": "own"}, user_agent="own/1", proxy="none")
    asking = asking_of(
        [
            Wanted(where="a", url="https://a.example/f", said=own),
            Wanted(where="b", url="https://b.example/f", said=OwnHeaders()),
        ],
        everyone,
    )
    assert asking.headers[origin("https://a.example/")] == {
        "X-All": "b",
        "x-part": "own",
        "Cookie": "c=1",
        "User-Agent": "own/1",
    }
    assert asking.headers[origin("https://b.example/")]["X-Part"] == "a"
    assert asking.proxy_to("https://a.example/x") is None
    assert (
        asking.proxy_to("https://b.example/x")
        == asking.proxy_to("https://elsewhere.example/")
        == proxy_of("http://p.example:1")
    )
    assert asking.proxy_to("https://elsewhere.example/", private=True) is None
    assert (asking.agent, origin("https://elsewhere.example/") in asking.headers) == ("all/1", False)


@pytest.mark.parametrize("value", ["socks5://p.example:1", "p.example:3128", "http://p.example/path", "http://"])
def test_a_proxy_that_cannot_be_used_is_refused(value: str) -> None:
    """The sentence says how a proxy is written."""
    with pytest.raises(UsageError, match="http://HOST:PORT"):
        OwnHeaders(proxy=value).resolved_proxy("x", lambda name: name)


def test_a_password_of_a_proxy_is_not_written_out() -> None:
    """A proxy with user and password is a reference."""
    with pytest.raises(UsageError, match="passwords are not written") as error:
        OwnHeaders(proxy=f"http://desk:{PASSWORD}@p.example:1").resolved_proxy("x", lambda name: name)
    assert PASSWORD not in str(error.value)


def test_settings_by_verb_hold_at_the_next_poll(
    room: Newsroom, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """`feeds set` stores where secrets are found, not the secrets; the feed's server gets them; --clear takes them out."""
    monkeypatch.setenv("PRESS_TOKEN", TOKEN)
    feed_id = room.subscribe("/feed", reply(rss(item(1, BERTH)), Content_Type="application/rss+xml"))
    database = ["--database", str(room.place.published)]

    def call(*words: str) -> str:
        said = ["feeds", "set", *words, *database]
        assert command_line(said)(said, result_action="return_value", exit_on_error=False) == 0
        return capsys.readouterr().out

    call(
        feed_id,
        "--header",
        "Authorization=$PRESS_TOKEN",
        "--cookie",
        "consent=yes",
        "--full-text",
        "never",
        "--every-minutes",
        "45",
    )
    call("--all", "--user-agent", "desk/9")
    with reading(room.place) as warehouse:
        settings = settings_of(warehouse, None)
    sent = settings.asking.headers[origin(room.server.url("/"))]
    assert sent == {"Authorization": TOKEN, "Cookie": "consent=yes", "User-Agent": "desk/9"}
    assert settings.paces == {feed_id: 2700.0}
    assert room.sql("select full_text from feed") == [("never",)]
    assert "$PRESS_TOKEN" in call(feed_id)
    assert TOKEN.encode() not in room.place.published.read_bytes()
    call(feed_id, "--clear", "headers.authorization", "--clear", "every_minutes")
    with reading(room.place) as warehouse:
        assert settings_of(warehouse, None).paces == {}
    assert "PRESS_TOKEN" not in call(feed_id)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--header", "X-Client=abc"), "is not stored"), (("--header", "Authorization=Bearer x"), "is not stored"), (("--cookie", "sid=0123456789"), "is not stored"),
        (("--proxy", "http://a:b@p.example:1"), "passwords are not written"), (("--header", "X-Part"), "NAME=VALUE"), (("--clear", "agent"), "is no setting"),
        (("--proxy", "socks5://p.example:1"), "SOCKS"), (("--header", "Host=x"), "cannot be set here"), (("--user-agent", "a\nb"), "printable ASCII"),
    ],
)  # fmt: skip
def test_what_may_not_be_stored_is_refused(room: Newsroom, words: tuple[str, ...], said: str) -> None:
    """Secrets written out, and what cannot be sent, are refused before anything is stored."""
    room.subscribe("/feed", reply(rss(item(1, BERTH))))
    line = ["feeds", "set", "--all", *words, "--database", str(room.place.published)]
    with pytest.raises(UsageError, match=said):
        command_line(line)(line, result_action="return_value", exit_on_error=False)
    with writing(room.place) as warehouse:
        assert feed_settings.listed(warehouse) == ()


def test_a_feed_that_moved_to_another_server_takes_no_header_along(room: Newsroom) -> None:
    """Headers set for the address that a feed had then are not sent to another server."""
    with writing(room.place) as warehouse:
        feeds.add(warehouse, [feeds.Subscribed(feed_id="f", url="https://new.example/rss")], datetime.now(UTC))
        old = feed_settings.Setting(feed_id="f", url="https://old.example/rss", key="cookies", name="c", value="1")
        feed_settings.put(warehouse, [old], datetime.now(UTC))
        headers = settings_of(warehouse, None).asking.headers
    assert list(headers) == [origin("https://old.example/")]
