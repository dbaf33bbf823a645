"""Feeds on loopback for the soak: two that behave, and one for each way in which servers misbehave."""

from __future__ import annotations

import random
import socket
import threading
import time
from collections.abc import Iterator
from email.utils import formatdate
from html import escape

from tests.benchmarks.soak_files import FEED, ITEM
from tests.servers.copy_desk import article
from tests.servers.misbehaving import Act, Request, Server, raw, reply, silent, slowly

ENTRIES = 5
ENDLESS_SECONDS = 120.0
KEPT = 3
"""Generations of misbehaving feeds that stay in feeds.toml; the good ones all stay."""

LONGEST = 60
"""Entries that a good feed shows."""

RSS = '<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>{title}</title><link>{url}</link>{items}</channel></rss>'
ENTRY = "<item><title>{title}</title><link>{link}</link><guid>{link}</guid><pubDate>{date}</pubDate><content:encoded>{html}</content:encoded></item>"


class Feeds:
    """Servers, one an address of loopback, so that what one server says binds no other."""

    def __init__(self) -> None:
        self.servers = {kind: Server(host=f"127.0.1.{n}") for n, kind in enumerate(MISBEHAVING, 2)}
        self.good = Server(host="127.0.1.1")
        self.served: set[str] = set()
        self.generation = 0
        self._lock = threading.Lock()
        self.good.on("/steady", self._feed("steady"))

    def table(self) -> str:
        """The next feeds.toml: the steady feed, and the feeds of the last generations."""
        self.generation += 1
        urls = [self.good.url("/steady")]
        for number in range(1, self.generation + 1):
            url = f"/good/{number}"
            urls.append(
                self.good.url(url) if url in self.good.scripts else self.good.on(url, self._feed(f"good-{number}"))
            )
        for number in range(max(1, self.generation - KEPT + 1), self.generation + 1):
            urls += [server.on(f"/{kind}/{number}", MISBEHAVING[kind]) for kind, server in self.servers.items()]
        return "\n".join(f'[[feed]]\nurl = "{url}"\nfull_text = "never"\n' for url in urls)

    def asked(self) -> dict[str, int]:
        """Requests so far, by kind."""
        return {"good": len(self.good.requests), **{kind: len(s.requests) for kind, s in self.servers.items()}}

    def stop(self) -> None:
        """Stop all servers."""
        for server in (self.good, *self.servers.values()):
            server.stop()

    def _feed(self, name: str) -> Act:
        """A feed with new entries at every request, the last ones kept; the links of what was served whole are noted."""
        links: list[str] = []

        def act(connection: socket.socket, request: Request) -> None:
            stamp = int(time.time())
            links[:0] = [self.good.url(f"/{name}/{stamp}/{n}") for n in range(ENTRIES)]
            del links[LONGEST:]
            reply(rss(name, links), Content_Type="application/rss+xml")(connection, request)
            with self._lock:
                self.served.update(links)

        return act


def rss(name: str, links: list[str]) -> bytes:
    """A feed with an entry for each link; its texts are made up, the same for the same links."""
    items = (
        ENTRY.format(title=escape(text.split("\n")[1]), link=link, date=formatdate(), html=escape(_html(text)))
        for link, text in zip(links, _texts(name, links), strict=True)
    )
    return RSS.format(title=f"Feed {name}", url="http://127.0.1.1/", items="".join(items)).encode()


def _texts(name: str, links: list[str]) -> Iterator[str]:
    return (article(random.Random(f"{name} {link}").randrange(10**9, 10**10)) for link in links)


def _html(text: str) -> str:
    return "".join(f"<p>{escape(p)}</p>" for p in text.split("\n\n")[2:])


def _endless(connection: socket.socket, request: Request) -> None:
    connection.sendall(
        b"HTTP/1.1 200 OK\r\nContent-Type: application/rss+xml\r\nConnection: close\r\n\r\n<rss><channel>"
    )
    deadline = time.monotonic() + ENDLESS_SECONDS
    while time.monotonic() < deadline:
        connection.sendall(b"<item><title>more</title></item>" * 200)
        time.sleep(0.05)


def _invalid(connection: socket.socket, request: Request) -> None:
    dice = random.Random(time.time_ns())
    items = "".join(ITEM.format(n=n, link="http://[::1", date="0000-99", text="x" * 300) for n in range(3))
    payload = bytearray(FEED.format(charset="utf-8", items=items).encode())
    for _ in range(20):
        payload[dice.randrange(len(payload))] = dice.randrange(256)
    reply(bytes(payload), Content_Type="application/rss+xml")(connection, request)


def _loop(connection: socket.socket, request: Request) -> None:
    reply(b"", 302, Location=request.path)(connection, request)


MISBEHAVING: dict[str, Act] = {
    "slow": slowly([b"<rss>", *[b"<channel> "] * 60], 0.5),
    "silent": silent(60),
    "cut": reply(rss("cut", ["http://127.0.1.1/cut"])[:-400], length=50_000, Content_Type="application/rss+xml"),
    "broken": reply(b"trouble", 500),
    "throttled": reply(b"later", 429, Retry_After="600"),
    "huge": reply(b"<rss><channel>" + b"<item><title>x</title></item>" * 1_500_000, Content_Type="application/rss+xml"),
    "invalid": _invalid,
    "endless": _endless,
    "loop": _loop,
    "garbage": raw(b"\x00\x01garbage\r\n\r\n"),
    "packed": reply(b"\x1f\x8b\x08\x00 no gzip", Content_Encoding="gzip"),
    "page": reply(b"<html><body><p>No feed here.</p></body></html>", Content_Type="text/html"),
}
