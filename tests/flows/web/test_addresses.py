"""Which addresses are connected to: what IANA set apart is refused, names are tried with resolvers of our own."""

from __future__ import annotations

import asyncio
import ipaddress
from collections.abc import Iterator

import httpcore
import pytest

from flows.web.addresses import AddressRefused, Allowed, GuardedBackend, NameUnknown, Own, is_local
from flows.web.fetch import Limits, Reader
from flows.web.special_purpose import RANGES, REGISTERED, purpose_of
from parsers.errors import FetchError
from tests.servers.misbehaving import Server, reply

QUICK = Limits(total=2.0, delay=0.0)
LOOPBACK = Allowed.of(["127.0.0.0/8"])


@pytest.fixture
def server() -> Iterator[Server]:
    """A scripted server on loopback."""
    running = Server()
    yield running
    running.stop()


def inside(network: ipaddress.IPv4Network | ipaddress.IPv6Network) -> list[str]:
    """The first, the last, and some addresses between of a range."""
    size = network.num_addresses
    return [str(network[n]) for n in sorted({0, size // 3, size // 2, size - 1})]


@pytest.mark.parametrize("network", [network for network, _ in RANGES], ids=str)
def test_every_special_range_is_refused_unless_allowed(
    network: ipaddress.IPv4Network | ipaddress.IPv6Network,
) -> None:
    """No address of a registered range is permitted; when the range is allowed, each of it is."""
    for address in inside(network):
        assert not Allowed().permits(address)
        assert Allowed.of([str(network)]).permits(address)


@pytest.mark.parametrize("network", [n for n, _ in REGISTERED if "." in n])
def test_ipv4_in_ipv6_is_refused(network: str) -> None:
    """A mapped or translated address leads where the IPv4 address in it leads; a mapped one is allowed with it."""
    for address in inside(ipaddress.ip_network(network)):
        for form in (f"::ffff:{address}", f"::{address}", f"64:ff9b::{address}"):
            assert not Allowed().permits(form)
        assert Allowed.of([network]).permits(f"::ffff:{address}")


@pytest.mark.parametrize("outside", ["4000::1", "8000::1", "a000::1", "0:1::1", "fe00::1", "1::", "fe80::1%eth0"])
def test_ipv6_that_is_not_given_out_is_refused(outside: str) -> None:
    """Only 2000::/3 is public, and a zone changes nothing."""
    assert not Allowed().permits(outside)


@pytest.mark.parametrize(
    "public",
    ["1.1.1.1", "8.8.8.8", "93.184.215.14", "192.0.1.1", "172.32.0.1", "100.128.0.1", "198.20.0.1", "223.255.255.255", "2606:4700::1111", "2a00:1450:4001::1", "2001:4860:4860::8888"],
)  # fmt: skip
def test_public_addresses_are_permitted(public: str) -> None:
    """What lies beside the special ranges is read."""
    assert Allowed().permits(public)
    assert purpose_of(ipaddress.ip_address("8.8.8.8")) is None


def test_the_reason_names_what_the_range_is_for() -> None:
    """A person reads why an address was refused."""
    assert Allowed().refusal("169.254.169.254") == "link-local, RFC 3927"
    assert Allowed().refusal("2001:db8::1") == "documentation, RFC 3849"


# ------------------------------------------------------------------ names


class Connections(httpcore.AsyncNetworkBackend):
    """A network that notes what it was asked to connect to, and never answers."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    async def connect_tcp(self, host: str, *_: object, **__: object) -> httpcore.AsyncNetworkStream:
        """Note the address."""
        self.asked.append(host)
        raise httpcore.ConnectError(host)


class Names:
    """A resolver that gives one answer after the other."""

    def __init__(self, *answers: tuple[str, ...]) -> None:
        self.answers = list(answers)
        self.asked = 0

    async def __call__(self, host: str, port: int) -> tuple[str, ...]:
        """The next answer; the last stays."""
        self.asked += 1
        if not self.answers:
            raise OSError("no such name")
        return self.answers.pop(0) if len(self.answers) > 1 else self.answers[0]


def connect(names: Names, allowed: Allowed = Allowed()) -> tuple[list[str], Exception]:  # noqa: B008 - frozen
    """What is connected to for a name, and what comes of it."""
    network = Connections()
    backend = GuardedBackend(allowed, network, names)
    with pytest.raises((FetchError, httpcore.ConnectError)) as caught:
        asyncio.run(backend.connect_tcp("feeds.example", 443))
    return network.asked, caught.value


@pytest.mark.parametrize("address", ["127.0.0.1", "10.1.2.3", "169.254.169.254", "::1", "fd00::5", "::ffff:10.0.0.1"])
def test_a_name_that_means_a_private_address_is_refused(address: str) -> None:
    """Nothing is connected to."""
    asked, error = connect(Names((address,)))
    assert asked == []
    assert isinstance(error, AddressRefused)


def test_of_several_addresses_only_the_public_ones_are_tried() -> None:
    """A private one beside them is left out."""
    asked, _ = connect(Names(("10.0.0.1", "93.184.215.14", "::1", "2606:4700::1111")))
    assert asked == ["93.184.215.14", "2606:4700::1111"]


def test_a_name_that_changes_its_meaning_after_the_check_gains_nothing() -> None:
    """The address that was checked is the one connected to; the name is not asked for again."""
    names = Names(("93.184.215.14",), ("127.0.0.1",))
    asked, _ = connect(names)
    assert asked == ["93.184.215.14"]
    assert names.asked == 1
    asked, error = connect(names)  # the next request asks again, and is refused
    assert asked == []
    assert isinstance(error, AddressRefused)


def test_a_name_that_nobody_knows_says_so() -> None:
    """It is no address that was refused."""
    assert isinstance(connect(Names())[1], NameUnknown)


def read(url: str, names: Names, own: Own | None) -> str:
    """The body at an address, or why it cannot be read."""

    async def run() -> str:
        async with Reader(limits=QUICK, names=names) as reader:
            try:
                return (await reader.get(url, own=own)).body.decode()
            except FetchError as error:
                return error.reason

    return asyncio.run(run())


def test_the_network_of_one_feed_is_open_to_its_host_alone(server: Server) -> None:
    """A redirect to another name in the same network is refused, one at the host is followed."""
    port = server.url("/").rpartition(":")[2].rstrip("/")
    feed = f"http://paper.example:{port}"
    server.on("/feed", reply(b"the feed"))
    server.on("/near", reply(b"", 302, Location="/feed"))
    server.on("/away", reply(b"", 302, Location=f"http://other.example:{port}/feed"))
    server.on("/else", reply(b"", 302, Location="http://paper.example:9/feed"))
    names, own = Names(("127.0.0.1",)), Own.of(f"{feed}/feed", LOOPBACK)
    assert read(f"{feed}/feed", names, own) == "the feed"
    assert read(f"{feed}/near", names, own) == "the feed"
    assert read(f"{feed}/away", names, own).startswith("refused: other.example leads to 127.0.0.1")
    assert read(f"{feed}/else", names, own).startswith("refused")
    assert read(f"{feed}/feed", names, None).startswith("refused")


def test_an_open_connection_to_a_private_host_serves_no_other_feed(server: Server) -> None:
    """Two requests of one reader to one private host: with the permission it is read, without it is refused."""
    url = server.on("/feed", reply(b"the feed"))

    async def run() -> tuple[bytes, str]:
        async with Reader(limits=QUICK) as reader:
            first = await reader.get(url, own=Own.of(url, LOOPBACK))
            with pytest.raises(FetchError) as caught:
                await reader.get(url)
            return first.body, caught.value.reason

    body, why = asyncio.run(run())
    assert body == b"the feed"
    assert why.startswith("refused")


@pytest.mark.parametrize(
    ("url", "local"),
    [("http://127.0.0.1/f", True), ("http://[::1]:8080/f", True), ("http://nas/f", True), ("http://nas.local/f", True), ("http://feeds.home.arpa/", True), ("http://localhost:80/", True), ("https://press.example/", False), ("https://local.press.example/", False), ("https://evil.internal.example.com/", False)],
)  # fmt: skip
def test_only_names_that_nobody_can_register_are_local(url: str, local: bool) -> None:
    """`--allow` opens a network to numbers and local names: the owner of another name could point it anywhere."""
    assert is_local(url) is local


@pytest.mark.parametrize(
    ("host", "address", "said"),
    [
        ("127.0.0.1", "127.0.0.1", "say --allow 127.0.0.0/8, or write allow = "), ("nas", "192.168.1.9", "say --allow 192.168.1.9/32, or"),
        ("press.example", "10.1.2.3", 'if it is yours, write allow = ["10.1.2.3/32"] for its feed'), ("localhost", "::1", "say --allow ::1/128"),
        ("::1", "::1", "say --allow ::1/128"), ("fe80::1%eth0", "fe80::1%eth0", "say --allow fe80::1/128"),
    ],
)  # fmt: skip
def test_a_refused_address_says_how_to_open_it(host: str, address: str, said: str) -> None:
    """`--allow` is named only where it helps: for numbers and names that nobody can register."""

    async def names(host: str, port: int) -> tuple[str, ...]:
        return (address,)

    with pytest.raises(AddressRefused) as error:
        asyncio.run(GuardedBackend(Allowed(), names=names).check(host, 80))
    assert said in error.value.reason
