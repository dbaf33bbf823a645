"""Fetching against real sockets on loopback that misbehave as scripted."""

from __future__ import annotations

import asyncio
import gzip
import time
import zlib
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import pytest

from flows.web.addresses import Allowed
from flows.web.fetch import Answered, Limits, Reader, retry_after
from parsers.errors import FetchError
from tests.servers.misbehaving import Server, conditional, raw, reply, silent, slowly

LOOPBACK = Allowed.of(["127.0.0.0/8"])
QUICK = Limits(total=1.0, delay=0.0, body=200_000)


@pytest.fixture
def server() -> Iterator[Server]:
    """A scripted server."""
    running = Server()
    yield running
    running.stop()


def get(url: str, *, limits: Limits = QUICK, allowed: Allowed = LOOPBACK, **options: object) -> Answered:
    """One address read in an event loop of its own."""

    async def run() -> Answered:
        async with Reader(limits=limits, allowed=allowed) as reader:
            return await reader.get(url, **options)  # type: ignore[arg-type]

    return asyncio.run(run())


def reason(url: str, **options: object) -> str:
    """Why an address cannot be read."""
    with pytest.raises(FetchError) as caught:
        get(url, **options)  # type: ignore[arg-type]
    return caught.value.reason


def test_a_plain_answer_is_read_with_what_its_headers_say(server: Server) -> None:
    """Body, type, charset, validators and cache time come back."""
    url = server.on(
        "/f", reply(b"<rss/>", Content_Type="text/xml; charset=UTF-8", ETag='"1"', Cache_Control="public, max-age=300")
    )
    answer = get(url)
    assert (answer.body, answer.media_type, answer.charset, answer.etag, answer.max_age) == (
        b"<rss/>",
        "text/xml",
        "utf-8",
        '"1"',
        300.0,
    )


def test_the_reader_says_who_it_is(server: Server) -> None:
    """The User-Agent names the program, and Accept-Encoding only what is understood."""
    get(server.on("/f", reply(b"x")))
    headers = server.requests[0].headers
    assert headers["user-agent"].startswith("newsdesk/")
    assert headers["accept-encoding"] == "gzip, deflate"


def test_conditions_are_sent_and_304_has_no_body(server: Server) -> None:
    """An unchanged feed costs no body."""
    url = server.on("/f", conditional(b"<rss/>", '"a"'))
    assert get(url, etag='"a"').status == 304
    assert get(url, etag='"b"').body == b"<rss/>"


@pytest.mark.parametrize("pack", [gzip.compress, zlib.compress, lambda b: zlib.compress(b, wbits=-15)])
def test_compressed_answers_are_unpacked(server: Server, pack) -> None:  # type: ignore[no-untyped-def]
    """gzip, zlib deflate, and the headless deflate of old servers."""
    body = b"<rss>" + b"words " * 10_000 + b"</rss>"
    name = "gzip" if pack is gzip.compress else "deflate"
    assert get(server.on("/f", reply(pack(body), Content_Encoding=name))).body == body


def test_a_gzip_bomb_costs_no_more_than_the_limit(server: Server) -> None:
    """Fifty megabytes in fifty kilobytes are refused at the cap, not inflated."""
    bomb = gzip.compress(b"\0" * 50_000_000)
    assert "more than 200,000 bytes" in reason(server.on("/f", reply(bomb, Content_Encoding="gzip")))


def test_a_bomb_in_a_bomb_is_refused(server: Server) -> None:
    """Two layers are decoded under the same cap; three are not read at all."""
    bomb = gzip.compress(gzip.compress(b"\0" * 50_000_000))
    assert "more than" in reason(server.on("/f", reply(bomb, Content_Encoding="gzip, gzip")))
    assert "3 times" in reason(server.on("/g", reply(bomb, Content_Encoding="gzip, gzip, gzip")))


def test_an_encoding_nobody_asked_for_is_refused(server: Server) -> None:
    """Brotli was not offered, so it is not guessed at."""
    assert reason(server.on("/f", reply(b"\x0b\x02\x80", Content_Encoding="br"))).startswith(
        "broken: sent in an encoding"
    )


def test_a_cut_compressed_body_is_broken(server: Server) -> None:
    """A compressed stream without its end is half a feed."""
    body = gzip.compress(bytes(range(256)) * 400)[:-200]
    assert reason(server.on("/f", reply(body, Content_Encoding="gzip"))).startswith("broken")


def test_a_body_shorter_than_promised_is_broken(server: Server) -> None:
    """Half a feed is a failure to be tried again, not a shorter feed."""
    assert reason(server.on("/f", reply(b"<rss>", length=5_000))).startswith("broken")


def test_a_body_longer_than_promised_ends_where_promised(server: Server) -> None:
    """What comes after the announced length is not read as part of the body."""
    assert get(server.on("/f", reply(b"<rss/>trailing", length=6))).body == b"<rss/>"


def test_an_endless_body_ends_at_the_limit(server: Server) -> None:
    """A body without a length is read up to the cap."""
    assert "more than" in reason(server.on("/f", slowly([b"x" * 50_000] * 100, 0.0)))


def test_a_dripping_server_is_left_after_the_total_time(server: Server) -> None:
    """Each drop is in time, the whole is not."""
    url = server.on("/f", slowly([b"x"] * 100, 0.2))
    assert reason(url, limits=Limits(total=0.7, delay=0)).startswith("timeout")


def test_a_silent_server_is_left(server: Server) -> None:
    """No answer within the limit is a timeout."""
    assert reason(server.on("/f", silent(3)), limits=Limits(total=0.4, delay=0)).startswith("timeout")


def test_what_is_no_http_is_broken(server: Server) -> None:
    """Garbage in place of headers has a name."""
    assert reason(server.on("/f", raw(b"\x16\x03\x01 hello\r\n\r\n"))).startswith("broken")


def test_nobody_listening_is_a_network_failure(server: Server) -> None:
    """A closed port is no timeout."""
    server.stop()
    assert reason("http://127.0.0.1:9/f").startswith("network")


def test_a_name_that_does_not_exist_is_a_dns_failure() -> None:
    """`.invalid` never resolves (RFC 2606)."""
    assert reason("http://feeds.invalid/f").startswith("dns")


def test_permanent_redirects_are_told_from_temporary_ones(server: Server) -> None:
    """Only a chain of 301 and 308 moves a subscription; one 302 in it does not."""
    new = server.on("/new", reply(b"feed"))
    server.on("/a", reply(b"", 301, Location="/b"))
    server.on("/b", reply(b"", 308, Location=new))
    server.on("/c", reply(b"", 302, Location="/new"))
    server.on("/d", reply(b"", 301, Location="/c"))
    assert get(server.url("/a")).moved_to == new
    assert get(server.url("/c")).moved_to is None
    mixed = get(server.url("/d"))
    assert (mixed.url, mixed.moved_to, mixed.body) == (new, None, b"feed")


def test_redirects_in_a_circle_and_without_end_are_left(server: Server) -> None:
    """A loop is seen at once, a long chain after five."""
    server.on("/x", reply(b"", 301, Location="/y"))
    server.on("/y", reply(b"", 301, Location="/x"))
    for n in range(10):
        server.on(f"/{n}", reply(b"", 302, Location=f"/{n + 1}"))
    assert "circle" in reason(server.url("/x"))
    assert "5 redirects" in reason(server.url("/0"))
    assert len(server.asked("/6")) == 0


@pytest.mark.parametrize(
    "target", ["file:///etc/hostname", "ftp://127.0.0.1/x", "gopher://127.0.0.1/", "javascript:alert(1)", "data:,x"]
)
def test_other_schemes_are_refused_also_behind_a_redirect(server: Server, target: str) -> None:
    """A redirect cannot lead to a file or another protocol."""
    assert reason(target).startswith("refused")
    assert reason(server.on("/f", reply(b"", 301, Location=target))).startswith("refused")


@pytest.mark.parametrize(
    "host",
    ["127.0.0.1", "localhost", "[::1]", "10.0.0.8", "192.168.1.1", "169.254.169.254", "100.64.0.1", "0.0.0.0", "[fe80::1]", "[::ffff:127.0.0.1]", "2130706433", "0x7f.1", "224.0.0.1"],
)  # fmt: skip
def test_addresses_of_the_own_network_are_refused_at_connect_time(host: str) -> None:
    """Loopback, private, link-local, metadata and mapped addresses are refused however they are written."""
    assert reason(f"http://{host}:1/f", allowed=Allowed()).startswith("refused")


def test_a_redirect_into_the_own_network_is_refused(server: Server) -> None:
    """The check stands at every connection, not only at the first."""
    url = server.on("/f", reply(b"", 302, Location="http://169.254.169.254/latest/meta-data/"))
    assert reason(url).startswith("refused")


def test_errors_are_answers_without_a_body(server: Server) -> None:
    """404, 410, 429 and 503 come back as status, with Retry-After in seconds in both of its forms."""
    later = format_datetime(datetime.now(UTC) + timedelta(seconds=90), usegmt=True)
    assert get(server.on("/404", reply(b"x" * 10, 404))).body == b""
    assert get(server.on("/410", reply(b"", 410))).status == 410
    assert get(server.on("/429", reply(b"", 429, Retry_After="120"))).retry_after == 120.0
    dated = get(server.on("/503", reply(b"", 503, Retry_After=later))).retry_after
    assert dated is not None
    assert 80 <= dated <= 91


def test_retry_after_reads_nonsense_as_nothing() -> None:
    """Words, negatives and dates in the past mean no wait."""
    now = datetime(2026, 5, 1, tzinfo=UTC)
    assert retry_after("soon", now) is None
    assert retry_after(None, now) is None
    assert retry_after("-5", now) is None
    assert retry_after("Fri, 01 May 2020 00:00:00 GMT", now) == 0.0


def test_a_host_is_asked_one_after_the_other_with_rests(server: Server) -> None:
    """Requests to one host keep their number and their distance."""
    urls = [server.on(f"/{n}", slowly([b"x"], 0.05)) for n in range(6)]

    async def run(limits: Limits) -> None:
        async with Reader(limits=limits, allowed=LOOPBACK) as reader:
            await asyncio.gather(*(reader.get(url) for url in urls))

    asyncio.run(run(Limits(per_host=2, delay=0.0)))
    assert server.most_open <= 2
    server.requests.clear()
    started = time.monotonic()
    asyncio.run(run(Limits(per_host=2, delay=0.1)))
    times = sorted(r.at - started for r in server.requests)  # a busy machine may see one late, but none early
    assert all(at >= 0.1 * number for number, at in enumerate(times))


def test_a_slow_host_does_not_hold_up_the_others(server: Server) -> None:
    """Hosts wait for themselves only."""
    other = Server(host="127.0.0.2")
    other.on("/f", reply(b"ok"))
    slow = [server.on(f"/{n}", silent(1.5)) for n in range(4)]

    async def run() -> float:
        async with Reader(limits=Limits(total=1.2, per_host=1, delay=0.0), allowed=LOOPBACK) as reader:
            waiting = [asyncio.create_task(reader.get(url)) for url in slow]
            started = time.monotonic()
            await reader.get(other.url("/f"))
            took = time.monotonic() - started
            for task in waiting:
                task.cancel()
            await asyncio.gather(*waiting, return_exceptions=True)
            return took

    took = asyncio.run(run())
    other.stop()
    assert took < 1.0


def test_a_hundred_headers_are_no_attack(server: Server) -> None:
    """Content networks add headers by the dozen."""
    many = {f"X_Extra_{n}": "v" * 20 for n in range(150)}
    assert get(server.on("/f", reply(b"ok", **many))).body == b"ok"
