"""A thousand feeds of twenty entries served on loopback, polled cold and unchanged: feeds a second.

    python -m tests.benchmarks.feed_polling [--feeds 1000] [--entries 20] [--without-filing]

The server is a process of its own on fifty loopback addresses (hosts), so that a host has twenty feeds, as on the open
net; it answers conditional requests. Delays between requests to a host are off: they would be all that is measured.
Cold is the whole way: asked, parsed, recognised, filed with all facts, published. `--without-filing` leaves out the
desk behind the poll, which has its own benchmark. Unchanged: every feed answers 304, or the same body.
"""

from __future__ import annotations

import argparse
import asyncio
import multiprocessing
import os
import re
import resource
import tempfile
import time
from datetime import UTC, datetime
from multiprocessing.connection import Connection

from flows.inbox.files import Numbers
from flows.web.addresses import Allowed
from flows.web.asker import Polling
from flows.web.fetch import Limits
from flows.web.polling import PollReport, Session, poll_due
from parsers.known import Desk
from tests.benchmarks.made_feeds import feed
from warehouse.database.place import Place
from warehouse.database.store import writing
from warehouse.filing import feeds

HOSTS = 50


def serve(pipe: Connection, count: int, entries: int) -> None:
    bodies = {f"/{n}": feed(n, entries, "rss full") for n in range(count)}

    async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            while head := await reader.readuntil(b"\r\n\r\n"):
                path = head.split(b" ", 2)[1].decode()
                etag = f'"{path}"'
                if re.search(rb"(?i)if-none-match: *" + re.escape(etag.encode()), head):
                    writer.write(f"HTTP/1.1 304 Not Modified\r\nETag: {etag}\r\n\r\n".encode())
                else:
                    body = bodies[path]
                    writer.write(
                        f"HTTP/1.1 200 OK\r\nETag: {etag}\r\nContent-Type: application/rss+xml\r\nContent-Length: {len(body)}\r\n\r\n".encode()
                        + body
                    )
                await writer.drain()
        except (asyncio.IncompleteReadError, ConnectionError):
            writer.close()

    async def run() -> None:
        first = await asyncio.start_server(answer, "127.0.0.1", 0)
        port = first.sockets[0].getsockname()[1]
        for n in range(2, HOSTS + 1):
            await asyncio.start_server(answer, f"127.0.0.{n}", port)
        pipe.send(port)
        await first.serve_forever()

    asyncio.run(run())


def subscribe(place: Place, port: int, count: int) -> None:
    urls = [f"http://127.0.0.{n % HOSTS + 1}:{port}/{n}" for n in range(count)]
    with writing(place) as warehouse:
        feeds.add(
            warehouse,
            [feeds.Subscribed(feed_id=feeds.feed_id_of(u), url=u, full_text="never") for u in urls],
            datetime.now(UTC),
        )


def cpu() -> float:
    return sum(os.times()[:4])


def without_filing(place: Place, polling: Polling) -> PollReport:
    report = PollReport()
    with writing(place) as warehouse:
        due = feeds.due(warehouse, datetime.now(UTC), most=polling.most, everything=True)
    with Session(place, polling, due, {}, report, "benchmark") as session:
        report.new = sum(1 for _ in session.arrivals(Numbers("benchmark")))
        session.remember_then(lambda: None)
    return report


def measured(name: str, count: int, poll: object) -> None:
    start, used = time.perf_counter(), cpu()
    report = poll()  # type: ignore[operator]
    wall = time.perf_counter() - start
    kinds = dict(report.kinds)
    if report.summary and report.summary.documents:
        print(
            "  seconds by stage: " + ", ".join(f"{k} {v:.1f}" for k, v in report.summary.seconds.items() if v >= 0.05)
        )
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(
        f"{name:28} {count / wall:8.1f} feeds/s   {wall:6.1f} s wall, {cpu() - used:6.1f} s CPU of the poller   {kinds}, {report.new:,} new, peak {peak} MB",
        flush=True,
    )


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    arguments.add_argument("--feeds", type=int, default=1000)
    arguments.add_argument("--entries", type=int, default=20)
    arguments.add_argument("--without-filing", action="store_true")
    said = arguments.parse_args()
    ours, theirs = multiprocessing.Pipe()
    server = multiprocessing.get_context("fork").Process(
        target=serve, args=(theirs, said.feeds, said.entries), daemon=True
    )
    server.start()
    port = ours.recv()
    polling = Polling(limits=Limits(delay=0.0), allowed=Allowed.of(["127.0.0.0/8"]))
    with tempfile.TemporaryDirectory() as folder:
        place = Place.at(f"{folder}/desk.duckdb")
        subscribe(place, port, said.feeds)
        if said.without_filing:
            measured("cold, without filing", said.feeds, lambda: without_filing(place, polling))
        else:
            measured(
                "cold, filed and published",
                said.feeds,
                lambda: poll_due(place, Desk(), polling=polling, everything=True),
            )
        measured("unchanged (304)", said.feeds, lambda: poll_due(place, Desk(), polling=polling, everything=True))
    server.kill()


if __name__ == "__main__":
    main()
