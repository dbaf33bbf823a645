"""feeds.toml: what it may open, and who may write it."""

from __future__ import annotations

from pathlib import Path

import pytest

from flows.web.addresses import Allowed
from flows.web.asker import Polling
from flows.web.feeds_file import networks_of_feeds, paces_of_feeds, read_feeds_file
from parsers.errors import UsageError
from parsers.feeds.schedule import FeedState
from warehouse.filing.feeds import Due, feed_id_of

FEED = "http://wire.office.example:8080/rss"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A file in which one of two feeds may be in a private network."""
    path = tmp_path / "feeds.toml"
    path.write_text(
        f'[[feed]]\nurl = "{FEED}"\nallow = ["192.168.10.0/24"]\n\n[[feed]]\nurl = "https://press.example/rss"\n'
    )
    path.chmod(0o600)
    return path


def test_a_network_is_open_to_its_feed(file: Path) -> None:
    """To the host and port of the feed, and to no other feed of the file."""
    (opened,) = networks_of_feeds(file).items()
    assert opened[0] == feed_id_of(FEED)
    assert opened[1].allowed.permits("192.168.10.4")
    assert not opened[1].allowed.permits("192.168.11.4")
    assert opened[1].covers("http://wire.office.example:8080/page")
    assert not opened[1].covers("http://other.office.example:8080/page")
    assert len(read_feeds_file(file)) == 2


@pytest.mark.parametrize("mode", [0o620, 0o602, 0o666])
def test_a_file_that_others_can_write_opens_nothing(file: Path, mode: int) -> None:
    """Whoever may drop files must not be able to open the desk's network; without `allow` the file is as good as any."""
    file.chmod(mode)
    with pytest.raises(UsageError, match="others can write it"):
        networks_of_feeds(file)
    file.write_text('[[feed]]\nurl = "https://press.example/rss"\n')
    assert networks_of_feeds(file) == {}


@pytest.mark.parametrize("said", ['["192.168.10.0/99"]', '["intranet"]', '"10.0.0.0/8"', "[10]"])
def test_what_is_no_network_is_named(file: Path, said: str) -> None:
    """The entry and what is wrong with it."""
    file.write_text(f'[[feed]]\nurl = "{FEED}"\nallow = {said}\n')
    with pytest.raises(UsageError, match=f"line 3: feed {FEED}: allow"):
        networks_of_feeds(file)


def due(url: str) -> Due:
    """A feed whose turn it is."""
    return Due(state=FeedState(feed_id=feed_id_of(url), url=url), title="", full_text="auto", publisher=None)


def test_the_switch_opens_networks_to_numbers_and_local_names(file: Path) -> None:
    """A feed under a name that somebody can register gets nothing of --allow, whatever that name means today."""
    polling = Polling(allowed=Allowed.of(["10.0.0.0/8"]), of_feeds=networks_of_feeds(file))
    for url in ("http://10.0.0.4/rss", "http://nas/rss", "http://nas.local/rss"):
        own = polling.own(due(url))
        assert own is not None
        assert own.allowed.permits("10.0.0.4")
    assert polling.own(due("https://press.example/rss")) is None
    declared = polling.own(due(FEED))
    assert declared is not None
    assert not declared.allowed.permits("10.0.0.4")
    assert Polling().own(due("http://10.0.0.4/rss")) is None


def test_a_feed_has_its_own_pace_else_its_folders(tmp_path: Path) -> None:
    """`every_minutes` of a feed goes before that of its folder; a pace of less than ten minutes is refused by name."""
    path = tmp_path / "feeds.toml"
    text = """
[[folder]]
name = "Ports"
every_minutes = 60
[[feed]]
url = "https://a.example/rss"
folder = "Ports"
[[feed]]
url = "https://b.example/rss"
folder = "Ports"
every_minutes = 15
[[feed]]
url = "https://c.example/rss"
"""
    path.write_text(text)
    ids = {name: feed_id_of(f"https://{name}.example/rss") for name in "abc"}
    paces, usual = paces_of_feeds(path)
    assert usual is None
    assert paces == {ids["a"]: 3600.0, ids["b"]: 900.0}
    state = FeedState(feed_id=ids["b"], url="https://b.example/rss")
    due = Due(state=state, title="", publisher=None, full_text="auto")
    policy = Polling(paces=paces).policy_of(due)
    assert (policy.floor, policy.ceiling) == (900.0, 900.0)
    path.write_text(text.replace("15", "5"))
    with pytest.raises(UsageError, match="every_minutes"):
        paces_of_feeds(path)
