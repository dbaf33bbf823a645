"""`newsdesk feeds` and `newsdesk poll` as a person uses them, against servers on loopback."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from flows.cli import command_line
from flows.web.feeds_file import declare_file, read_feeds_file
from parsers.errors import FetchError, UsageError
from parsers.feeds.opml import read_opml
from tests.flows.web.test_polling import BERTH, SIGNAL, item, rss
from tests.servers.misbehaving import Server, reply
from warehouse.database.place import Place
from warehouse.database.store import reading
from warehouse.filing import feeds

Call = Callable[..., str]
ALLOW = ("--allow", "127.0.0.0/8")


@pytest.fixture
def server() -> Iterator[Server]:
    """A site with a feed."""
    running = Server()
    running.on("/feed", reply(rss(item(1, BERTH), item(2, SIGNAL)), Content_Type="application/rss+xml"))
    running.on(
        "/",
        reply(
            b'<!doctype html><html><head><link rel="alternate" type="application/rss+xml" href="/feed"></head></html>',
            Content_Type="text/html",
        ),
    )
    yield running
    running.stop()


@pytest.fixture
def place(tmp_path: Path) -> Place:
    """A warehouse to be."""
    return Place.at(tmp_path / "desk.duckdb")


@pytest.fixture
def call(place: Place, capsys: pytest.CaptureFixture[str]) -> Call:
    """Call the command line; what it prints."""

    def run(*arguments: str) -> str:
        words = [*arguments, "--database", str(place.published)]
        assert command_line(words)(words, result_action="return_value", exit_on_error=False) == 0
        return capsys.readouterr().out

    return run


def urls(place: Place) -> dict[str, str]:
    """The subscriptions and how they stand."""
    with reading(place) as warehouse:
        return {f.url: f.status for f in feeds.listed(warehouse)}


def test_a_sites_address_subscribes_to_its_feed(server: Server, place: Place, call: Call) -> None:
    """The person gives the site, the desk finds the feed, names it, and knows it the second time."""
    assert call("feeds", "add", server.url("/"), *ALLOW).startswith("added")
    assert call("feeds", "add", server.url("/feed"), *ALLOW).startswith("already there")
    assert urls(place) == {server.url("/feed"): "active"}
    assert "Press Example" in call("feeds", "list")


def test_what_cannot_be_subscribed_to_says_why(server: Server, call: Call) -> None:
    """No feed on the site, nobody there, not allowed, no address: each in a sentence."""
    without = Server()
    without.on("/", reply(b"<!doctype html><html><body>Hello</body></html>", Content_Type="text/html"))
    with pytest.raises(UsageError, match="links to none"):
        call("feeds", "add", without.url("/"), *ALLOW)
    without.stop()
    with pytest.raises(FetchError, match="not public"):
        call("feeds", "add", server.url("/"))
    with pytest.raises(FetchError, match="404"):
        call("feeds", "add", server.url("/nowhere"), *ALLOW)
    with pytest.raises(UsageError, match="not an http"):
        call("feeds", "add", "file:///etc/passwd")


def test_pausing_resuming_removing(server: Server, place: Place, call: Call) -> None:
    """A feed is named by id, address or title, and its state follows."""
    url = server.url("/feed")
    call("feeds", "add", url, *ALLOW)
    call("feeds", "pause", "Press Example", "--reason", "too loud")
    assert urls(place) == {url: "paused"}
    assert "too loud" in call("feeds", "list", "--trouble")
    call("feeds", "resume", feeds.feed_id_of(url))
    assert urls(place) == {url: "active"}
    call("feeds", "remove", url)
    assert urls(place) == {}
    with pytest.raises(UsageError, match="there is no feed"):
        call("feeds", "remove", url)


def test_opml_and_toml_carry_subscriptions_over(place: Place, call: Call, tmp_path: Path) -> None:
    """What is exported imports again, in either form, and twice is once."""
    call("feeds", "add", "https://a.example/rss", "--unchecked", "--folder", "Ports", "--title", 'The "A"')
    call("feeds", "add", "https://b.example/rss", "--unchecked")
    for name in ("out.opml", "out.toml"):
        call("feeds", "export", str(tmp_path / name))
        assert call("feeds", "import", str(tmp_path / name)).startswith("0 feeds added, 2 were there")
    listed = read_opml((tmp_path / "out.opml").read_bytes())
    assert listed
    assert {(s.url, s.title, s.folder) for s in listed} == {
        ("https://a.example/rss", 'The "A"', "Ports"),
        ("https://b.example/rss", "https://b.example/rss", ""),
    }
    assert {(f.url, f.title) for f in read_feeds_file(tmp_path / "out.toml")} == {
        ("https://a.example/rss", 'The "A"'),
        ("https://b.example/rss", ""),
    }


@pytest.mark.parametrize(("text", "says"), [
    ('[[feed]]\nurl = "ftp://a"', "not an http or https address"), ('[[feed]]\nurl = "https://a.example/"\nfulltext = "x"', "fulltext"), ("[[feed", "not valid TOML"), ("[[feed]]\n", "url"),
])  # fmt: skip
def test_a_wrong_feeds_file_says_where(tmp_path: Path, text: str, says: str) -> None:
    """Mistakes are named with the entry they stand in."""
    path = tmp_path / "feeds.toml"
    path.write_text(text)
    with pytest.raises(UsageError, match=says):
        read_feeds_file(path)


def test_the_feeds_file_is_what_is_subscribed_to(place: Place, tmp_path: Path) -> None:
    """Feeds appear with it, are paused when they leave it, come back with it; what a person added by hand stays."""
    path = tmp_path / "feeds.toml"
    one, two = '[[feed]]\nurl = "https://a.example/rss"\n', '[[feed]]\nurl = "https://b.example/rss"\nfolder = "B"\n'
    from datetime import UTC, datetime

    from warehouse.database.publish import publish
    from warehouse.database.store import exclusive, writing

    def stand(text: str) -> dict[str, str]:
        path.write_text(text)
        declare_file(place, path)
        with exclusive(place):
            publish(place)
        return urls(place)

    assert stand(one) == {"https://a.example/rss": "active"}
    with writing(place) as warehouse:
        feeds.add(warehouse, [feeds.Subscribed(feed_id="hand", url="https://hand.example/")], datetime.now(UTC))
    assert stand(two) == {
        "https://a.example/rss": "paused",
        "https://b.example/rss": "active",
        "https://hand.example/": "active",
    }
    assert stand(one + two) == {
        "https://a.example/rss": "active",
        "https://b.example/rss": "active",
        "https://hand.example/": "active",
    }


def test_a_feed_dropped_in_as_a_file_gives_its_entries(place: Place, tmp_path: Path) -> None:
    """A feed in the watched folder is a way in like any other: one document an entry."""
    from flows.inbox.files import Numbers, arrivals

    dropped = tmp_path / "saved.xml"
    dropped.write_bytes(rss(item(1, BERTH), item(2, SIGNAL)))
    found = list(arrivals([str(dropped)], Numbers("run")))
    assert [a.source_uri for a in found] == [f"{dropped}#1", f"{dropped}#2"]
    assert all(a.raw and a.entry_key for a in found)


@pytest.mark.prefect
def test_poll_files_what_is_new_and_says_what_is_wrong(server: Server, place: Place, call: Call) -> None:
    """The flow runs under Prefect, files entries, and prints the troubles."""
    call("feeds", "add", server.url("/feed"), *ALLOW)
    call("feeds", "add", server.url("/nowhere"), "--unchecked")
    printed = call("poll", *ALLOW)
    assert "2 new entries" in printed
    assert "missing" in printed
    assert "no feed is due" in call("poll", *ALLOW)
    with reading(place) as warehouse:
        assert warehouse.connection.execute("select count(*) from article").fetchall() == [(2,)]
