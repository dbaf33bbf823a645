"""Rules from the feeds file and by verb, on what arrives and on what is filed already."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from flows.cli import command_line
from flows.poll import poll
from flows.web.feed_settings import settings_of
from flows.web.feeds_file import declare_file, read_feeds_file, read_rules
from parsers.errors import UsageError
from parsers.known import Desk
from parsers.rules import Rule
from tests.filing import file_texts
from tests.flows.web.test_polling import BERTH, SIGNAL, Newsroom, item, rss
from tests.servers.misbehaving import reply
from warehouse.database.place import Place
from warehouse.database.store import reading, writing
from warehouse.filing import rules
from warehouse.filing.feeds import feed_id_of

Call = Callable[..., str]


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Newsroom]:
    """A newsroom with a feed of two entries."""
    made = Newsroom(tmp_path)
    entries = rss(item(1, BERTH, title="Second berth opened"), item(2, SIGNAL, title="Signal cable cut"))
    made.subscribe("/feed", reply(entries))
    yield made
    made.server.stop()


@pytest.fixture
def call(room: Newsroom, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Call:
    """Call the command line, without Prefect; what it prints."""
    monkeypatch.setattr("flows.cli.flow_calls.server_trouble", lambda: "no server")

    def run(*arguments: str) -> str:
        words = [*arguments, "--database", str(room.place.published)]
        assert command_line(words)(words, result_action="return_value", exit_on_error=False) == 0
        return capsys.readouterr().out

    return run


def add(room: Newsroom, *wanted: Rule) -> None:
    """Add rules."""
    from flows.clock import now

    with writing(room.place) as warehouse, warehouse.transaction():
        rules.add(warehouse, wanted, now())


ARRIVALS = "select outcome, split_part(reason, ' — ', 1) from arrival order by source_uri"
ARTICLES = "select article_id, headline, story_id is not null from article order by headline"


def test_what_a_rule_leaves_out_is_an_outcome_with_its_reason(room: Newsroom) -> None:
    """The ledger names the rule, the bytes are kept, the run is a good one, and the quarantine stays empty."""
    add(room, Rule(name="no signals", action="block", words=("cable",)))
    report = room.poll()
    assert room.sql(ARRIVALS) == [("loaded", None), ("rejected", "rule no signals: its headline says “cable”")]
    assert room.sql("select count(*) from raw_document where payload is not null") == [(2,)]
    assert room.sql("select count(*) from quarantine") == [(0,)]
    assert report.summary is not None
    assert report.summary.good


def test_a_rule_of_another_feed_leaves_out_nothing(room: Newsroom) -> None:
    """A rule with a feed is for that feed."""
    add(room, Rule(name="other", action="block", feed_id="elsewhere", words=("cable",)))
    room.poll()
    assert room.sql("select count(*) from article") == [(2,)]


def test_applying_shows_first_then_does_and_can_be_undone(room: Newsroom, call: Call) -> None:
    """A look changes nothing; --yes takes out; without the rule, the same articles are back with their ids and stories."""
    room.poll()
    before = room.sql(ARTICLES)
    assert "apply" in call("rules", "add", "no signals", "--block", "--words", "cable")
    assert "1 article would be taken out" in call("rules", "apply")
    assert room.sql(ARTICLES) == before
    assert "1 article taken out, 0 documents filed again" in call("rules", "apply", "--yes")
    assert [h for _, h, _ in room.sql(ARTICLES)] == ["Second berth opened"]
    assert room.sql("select count(*) from fact semi join (select unnest(['x']) article_id) using (article_id)") == [
        (0,)
    ]
    assert room.sql(ARRIVALS)[1] == ("rejected", "rule no signals: its headline says “cable”")
    call("rules", "remove", "no signals")
    assert "0 articles taken out, 1 document filed again" in call("rules", "apply", "--yes")
    assert room.sql(ARTICLES) == before
    assert all(adds_up for (adds_up,) in room.sql("select adds_up from ledger"))


def test_applying_twice_changes_nothing(room: Newsroom, call: Call) -> None:
    """What was left out stays left out."""
    room.poll()
    call("rules", "add", "no signals", "--block", "--words", "cable")
    call("rules", "apply", "--yes")
    before = room.sql(ARRIVALS)
    assert "0 articles taken out, 0 documents filed again" in call("rules", "apply", "--yes")
    assert room.sql(ARRIVALS) == before


def test_what_a_file_brought_stays(room: Newsroom, call: Call) -> None:
    """Rules are for feeds: a person who drops a file in wants it."""
    file_texts(room.place, {"a.txt": "Signal cable cut\n\n" + SIGNAL})
    call("rules", "add", "no signals", "--block", "--words", "cable")
    call("rules", "apply", "--yes")
    assert room.sql("select count(*) from article") == [(1,)]


def test_rules_can_be_tried_and_listed(room: Newsroom, call: Call) -> None:
    """`test` says which rule decides, `list` what each left out."""
    call("rules", "add", "no signals", "--block", "--words", "cable")
    assert "left out by rule no signals" in call("rules", "test", "A cable was cut")
    assert "kept" in call("rules", "test", "A bridge opened")
    room.poll()
    assert "no signals" in call("rules", "list")


FILE = """
[[feed]]
url = "https://press.example/rss.xml"

[[rule]]
name = "ports only"
keep = true
feed = "https://press.example/rss.xml"
words = ["port", "harbour*"]
min_words = 40
"""


def test_the_feeds_file_declares_rules(room: Newsroom, tmp_path: Path) -> None:
    """Rules of the file are taken over, changed with it, and go with it; those by verb stay."""
    path = tmp_path / "feeds.toml"
    path.write_text(FILE)
    add(room, Rule(name="by hand", action="block", words=("x",)))
    declare_file(room.place, path)
    feed = feed_id_of("https://press.example/rss.xml")
    asked = "select name, feed_id, min_words, declared from rule order by 1"

    def kept() -> list[tuple[object, ...]]:
        with writing(room.place) as warehouse:
            return warehouse.connection.execute(asked).fetchall()

    assert kept() == [("by hand", None, None, False), ("ports only", feed, 40, True)]
    path.write_text(FILE.replace("40", "60"))
    declare_file(room.place, path)
    assert kept()[1] == ("ports only", feed, 60, True)
    with writing(room.place) as warehouse, pytest.raises(UsageError, match="feeds file"):
        rules.remove(warehouse, "ports only")
    assert not declare_file(room.place, path)
    path.write_text("")
    assert declare_file(room.place, path)
    assert kept() == [("by hand", None, None, False)]


def test_other_rules_can_be_read_although_no_feed_is_due(tmp_path: Path) -> None:
    """A poll that polls nothing publishes what the feeds file declares now."""
    path, place = tmp_path / "feeds.toml", Place.at(tmp_path / "desk.duckdb")
    for text, names in (('[[rule]]\nname = "no tea"\nblock = true\nwords = ["tea"]\n', [("no tea",)]), ("", [])):
        path.write_text(text)
        assert poll.fn(database=str(place.published), feeds_file=str(path)).feeds == 0
        with reading(place) as warehouse:
            assert warehouse.connection.execute("select name from rule").fetchall() == names


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        ('keep = true', "", "either keep = true or block = true"), ('words = ["port", "harbour*"]', 'pattern = "(a"', "its pattern is not usable"),
        ("min_words = 40", "min_words = 0", "min_words"), ("min_words = 40", "minwords = 4", "minwords"),
        ('feed = "https://press.example/rss.xml"', 'feed = "https://other.example/"', "is the url of no"),
    ],
)  # fmt: skip
def test_errors_of_the_file_name_file_and_key(tmp_path: Path, before: str, after: str, said: str) -> None:
    """A wrong rule is one sentence: the file, where, and what is wrong."""
    path = tmp_path / "feeds.toml"
    path.write_text(FILE.replace(before, after))
    with pytest.raises(UsageError, match=said) as error:
        read_feeds_file(path)
    assert str(path) in str(error.value)


def test_no_rules_change_no_document(room: Newsroom) -> None:
    """A desk without rules files everything."""
    room.poll()
    assert Desk().rules == ()
    assert room.sql("select count(*) from article") == [(2,)]


def test_the_examples_of_the_page_are_right(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every feeds.toml on docs/rules.md is read, and says what the page says."""
    monkeypatch.setenv("PRESS_TOKEN", "Bearer 55-example-token")
    monkeypatch.setenv("DESK_PROXY", "http://proxy.example:3128")
    page = (Path(__file__).parents[3] / "docs" / "rules.md").read_text("utf-8")
    examples = re.findall(r"```toml\n(.*?)```", page, re.DOTALL)
    assert len(examples) == 2
    path = tmp_path / "feeds.toml"
    for example in examples:
        path.write_text(example)
        assert len(read_feeds_file(path)) == 1
        settings_of(None, path, lambda name: f"{name}-value")
    path.write_text(examples[0])
    assert [(r.name, r.action, r.shortest) for r in read_rules(path)] == [
        ("no betting", "block", None),
        ("ports only", "keep", 40),
    ]
