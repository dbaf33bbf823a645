"""Requests under names of others are refused before the application sees them."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any

import pytest

from flows.service.host_guard import HostGuard, names, refusal

HERE = names("127.0.0.1")
OUTSIDE = names("0.0.0.0", ["desk.example.org"])


def asked(host: str | None, origin: str | None = None, allowed: Any = HERE) -> int:
    """The status of a request with these headers; 200 when it is passed on."""
    headers = [(b"host", host.encode())] if host is not None else []
    headers += [(b"origin", origin.encode())] if origin is not None else []
    refused = refusal(headers, allowed)
    return refused[0] if refused else 200


@pytest.mark.parametrize("host", ["127.0.0.1:4200", "localhost:4200", "LOCALHOST", "[::1]:4200", "localhost."])
def test_the_own_names_are_answered(host: str) -> None:
    """Loopback by name and number, with and without a port."""
    assert asked(host) == 200


@pytest.mark.parametrize(
    "host",
    ["evil.example", "evil.example:4200", "127.0.0.1.evil.example", "localhost.evil.example", "192.168.1.4", "0.0.0.0", "", None, "a b", "localhost@evil.example", "localhost/evil", "[::1", "127.0.0.1:4200:80"],
)  # fmt: skip
def test_any_other_name_is_refused(host: str | None) -> None:
    """Names of others, addresses that are not loopback, and what is no name at all."""
    assert asked(host) == 421


def test_two_host_headers_are_refused() -> None:
    """Nobody knows which one the application would believe."""
    assert refusal([(b"host", b"localhost"), (b"Host", b"evil.example")], HERE) is not None


@pytest.mark.parametrize(
    ("origin", "status"),
    [("http://127.0.0.1:4200", 200), ("http://localhost:4200", 200), (None, 200), ("http://evil.example", 403), ("http://127.0.0.1:3000", 403), ("http://127.0.0.1", 403), ("https://evil.example:4200", 403), ("null", 403), ("", 403), ("file://", 403), ("http://127.0.0.1:x", 403)],
)  # fmt: skip
def test_only_pages_of_the_desk_may_ask(origin: str | None, status: int) -> None:
    """Another site, another port of this machine, and pages without an origin are refused; programs send none."""
    assert asked("127.0.0.1:4200", origin) == status


def test_a_desk_for_others_answers_under_its_numbers_and_the_names_it_was_given() -> None:
    """A number cannot be pointed elsewhere; a name has to be known."""
    for host in ("192.168.1.4:4200", "[fd00::1]:4200", "desk.example.org", "DESK.example.org:4200", "localhost"):
        assert asked(host, allowed=OUTSIDE) == 200
    assert asked("other.example.org", allowed=OUTSIDE) == 421
    assert asked("desk.example.org", "https://desk.example.org", OUTSIDE) == 200
    assert asked("127.0.0.1:4200", "https://desk.example.org", OUTSIDE) == 200
    assert asked("desk.example.org", "https://evil.example", OUTSIDE) == 403


def test_a_host_that_is_bound_to_is_a_name() -> None:
    """`serve --host desk.lan` answers as desk.lan."""
    assert asked("desk.lan:4200", allowed=names("desk.lan")) == 200


def sent(scope: MutableMapping[str, Any]) -> list[MutableMapping[str, Any]]:
    """What the guard, or an application that says `passed`, sends."""
    messages: list[MutableMapping[str, Any]] = []

    async def send(message: MutableMapping[str, Any]) -> None:
        messages.append(message)

    async def receive() -> MutableMapping[str, Any]:
        return {}

    async def application(_: Any, __: Any, said: Callable[[Any], Awaitable[None]]) -> None:
        await said({"type": "passed"})

    asyncio.run(HostGuard(application, HERE)(scope, receive, send))
    return messages


def test_the_guard_answers_in_words_or_passes_on() -> None:
    """Requests, websockets and the start of the application: each gets what it should."""
    evil, own = [(b"host", b"evil.example")], [(b"host", b"localhost")]
    start, body = sent({"type": "http", "headers": evil})
    assert start["status"] == 421
    assert b"--name" in body["body"]
    assert sent({"type": "websocket", "headers": evil})[0]["type"] == "websocket.close"
    for scope in ({"type": "http", "headers": own}, {"type": "websocket", "headers": own}, {"type": "lifespan"}):
        assert sent(scope) == [{"type": "passed"}]
