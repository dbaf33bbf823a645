"""Headlines, names and reasons that try to command a terminal, a spreadsheet or a page come out of every verb as text."""

from __future__ import annotations

import csv
import io
import json
import re
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

import flows.filing
import flows.maintain
import flows.poll
import flows.reprocess
import flows.service.serve
from flows.cli import VERBS, main
from flows.escaping import visible
from flows.monitoring.history import Pruned
from flows.run.summary import Summary
from flows.web.polling import PollReport
from parsers.errors import UsageError
from parsers.formulas import marked, unmarked
from tests.filing import file_paths
from warehouse.database.place import Place
from warehouse.database.publish import publish
from warehouse.database.store import exclusive, reading, writing
from warehouse.filing import feeds
from warehouse.filing.checks import Checked
from warehouse.filing.reprocess import Reprocess

MARK = "Zorblatt"
HOSTILE = f"{MARK}\x1b[2J\x1b]0;owned\x07\x9b31m\x9d\u202egnp\u2066\u200b\u2028\x7f\x08[bold]<img src=x onerror=alert(1)>![p](http://evil.example/a.png)[l](javascript:alert(1))|"
SENT = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]")
"""What no output may hold."""

COLOURS = re.compile(r"\x1b\[[0-9;]*m")
"""What our own styles send."""

BODY = (
    f"The {MARK}\x1b[2J\u202e ferry cost 12 million euros, the mayor of Larkhaven said on Monday. It sails on 3 June 2024. The {MARK}\x1b[2J port of Larkhaven handled 4.2 million tonnes in 2023.\n\n"
    "“We have waited for nine years,” said the mayor, Ruth Okafor. Osk Rail and Larkhaven Yards signed an agreement on 3 June 2024."
)
NAME = f"{MARK}\x1b]0;x\x07\u202e[bold].json"

COMMANDS: dict[str, tuple[tuple[str, ...], ...]] = {
    "ingest": (("{file}",),),
    "poll": ((), (HOSTILE,)),
    "feeds": (
        ("list",), ("list", "--trouble"), ("export",), ("pause", HOSTILE), ("resume", HOSTILE), ("add", "http://x.example/\x1b[2J", "--unchecked", "--title", HOSTILE),
        ("set", HOSTILE), ("set", "--all", "--header", HOSTILE), ("set", "--all", "--user-agent", HOSTILE), ("set", "--all"), ("set", "--all", "--clear", HOSTILE), ("remove", "nobody\x1b[2J"), ("import", "no\x1b[2J.opml"),
    ),
    "quarantine": (("list",), ("show",), ("show", HOSTILE)),
    "rules": (("list",), ("add", HOSTILE, "--block", "--words", HOSTILE), ("remove", HOSTILE), ("test", HOSTILE), ("apply",), ("apply", "--yes")),
    "watches": (
        ("list",), ("add", HOSTILE, MARK), ("add", "said", MARK, "--to", "$NOBODY_HOOK"), ("add", "x", HOSTILE, "--to", f"mailto:{HOSTILE}@x.example"), ("test", "said"),
        ("add", "sql", HOSTILE, "--kind", "sql"), ("found",), ("found", HOSTILE), ("found", "said"), ("remove", HOSTILE), ("declare", "no\x1b[2J.toml"), ("due",), ("due", "--send"),
    ),
    "notes": (("add", "{id}", HOSTILE, "--by", HOSTILE), ("add", HOSTILE, "x", "--on", "entity"), ("list",), ("list", "{id}"), ("remove", HOSTILE)),
    "tags": (("add", "{id}", HOSTILE[:50], "--by", HOSTILE), ("list",), ("remove", "{id}", HOSTILE)),
    "judgements": (("add", HOSTILE, "wrong"), ("add", "{id}", "wrong", "--with", HOSTILE), ("list",), ("remove", HOSTILE), ("export",)),
    "formats": ((), (HOSTILE,)),
    "watch": (("{folder}",), ("no\x1b[2J",)),
    "serve": (("{folder}",), ("no\x1b[2J",)),
    "sql": (
        ("from article",), ("from story",), ("select headline from article", "-f", "csv"), ("from article", "-f", "json"), ("from article", "-f", "jsonl"),
        ("from article", "-f", "markdown"), ("from feed",), ("from quarantine",), (".schema", "article"), (".schema", HOSTILE), ("selekt '\x1b[2J'",),
        ("select 1 as \"=a\x1b[2J\"", "-f", "csv"), ("explain select '\x1b[2J'",), (".mode", HOSTILE), ("from fact", "-f", "xml\x1b[2J"),
    ),
    "search": ((MARK,), (MARK, "-f", "csv"), (MARK, "-f", "json"), (HOSTILE,), (MARK, "--since", "\x1b[2J")),
    "show": (("{id}",), ("{id}", "--diff"), ("{id}", "--facts"), ("{id}", "--revisions"), (HOSTILE,)),
    "stories": ((), ("--story", "{id}"), ("-f", "csv"), ("split", "{id}", "--note", HOSTILE), ("merge", HOSTILE, "x")),
    "happenings": ((), ("--happening", HOSTILE), ("apart", "{id}", "--note", HOSTILE), ("together", HOSTILE, "x")),
    "entities": ((), ("--named", HOSTILE), ("--type", "person"), ("link", HOSTILE), ("unlink",)),
    "entity": ((HOSTILE,), (MARK,), ("Q1\x1b[2J", "-f", "json")),
    "timeline": ((), ("-f", "csv"), ("--about", HOSTILE)),
    "report": (("--output", "{folder}/report\x1b[2J.html", "--title", HOSTILE), ("--output", "/no\x1b[2J/r.html")),
    "export": (("article", "fact", "--format", "csv", "--output", "{folder}/out\x1b[2J"), (HOSTILE,), ("article", "--to", "sqlite", "{folder}/m\x1b[2J.sqlite"),
               (HOSTILE, "--to", "parquet", "{folder}/m\x1b[2J"), ("--to", "postgres", HOSTILE), ("--to", "ducklake", HOSTILE)),
    "reprocess": ((),),
    "maintain": ((),),
    "status": ((), ("--metrics",)),
    "migrate": ((), ("--dry-run",)),
    "backup": (("{folder}/backup\x1b[2J.duckdb",),),
    "restore": ((), (HOSTILE,)),
    "verify": ((), (HOSTILE,)),
    "publish": ((),),
    "forget": ((HOSTILE,), (HOSTILE, "--kind", "outlet", "--reason", HOSTILE), ("{id}", "--reason", HOSTILE, "--yes")),
    "attach": ((), (HOSTILE,)),
}  # fmt: skip
"""What is called of each verb; {file}, {folder} and {id} are filled in. A verb that is not here is called with hostile words."""


class Desk:
    """A desk full of hostile texts, and the command line for it."""

    def __init__(self, folder: Path) -> None:
        self.place = Place.at(folder / "desk.duckdb")
        self.folder = folder
        inbox = folder / "inbox"
        inbox.mkdir()
        documents = {NAME: HOSTILE, "b.json": f"={MARK}", "c.json": f"Second {HOSTILE}"}
        for n, (name, headline) in enumerate(documents.items()):
            record = {"headline": headline, "articleBody": BODY.replace("nine", f"{n + 9}"), "author": HOSTILE, "publisher": {"name": HOSTILE}, "datePublished": "2024-05-0" + str(n + 1), "@type": "NewsArticle"}  # fmt: skip
            (inbox / name).write_text(json.dumps(record), "utf-8")
        (inbox / f"bad{NAME}").write_bytes(b"quota\x1b[2J reached\n")
        self.summary = file_paths(self.place, [str(inbox)])
        self.file = str(inbox / NAME)
        self._plant()
        with reading(self.place) as warehouse:
            found = warehouse.connection.execute("select article_id from article order by article_id").fetchall()
        self.id = found[0][0]

    def _plant(self) -> None:
        """Put the text where a document may not get it by itself."""
        url = "http://press.example/feed"
        feed = feeds.Subscribed(feed_id=feeds.feed_id_of(url), url=url, title=HOSTILE, folder=HOSTILE, reason=HOSTILE)
        with writing(self.place) as warehouse, warehouse.transaction():
            feeds.add(warehouse, [feed], datetime.now(UTC))
            for column in ("headline", "byline", "publisher", "republisher", "dateline"):
                warehouse.connection.execute(f"update article set {column} = ? || article_id", [HOSTILE])
            warehouse.connection.execute("update arrival set reason = ? where outcome = 'rejected'", [HOSTILE])
        with exclusive(self.place):
            publish(self.place)

    def words(self, verb: str, given: tuple[str, ...]) -> list[str]:
        """The command line of a call."""
        filled = [w.replace("{file}", self.file).replace("{folder}", str(self.folder)).replace("{id}", self.id) for w in given]  # fmt: skip
        own = () if verb == "formats" else ("--database", str(self.place.published))
        return ["newsdesk", verb, *filled, *own]


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    """One desk for all these tests."""
    return Desk(tmp_path_factory.mktemp("hostile"))


@pytest.fixture
def flows_answer(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """Flows and services return at once what they would return in the worst case: hostile words wherever words are."""

    def summary(**_: object) -> Summary:
        return desk.summary

    def polled(**_: object) -> PollReport:
        report = PollReport(feeds=1, summary=desk.summary)
        report.troubles.append((HOSTILE, HOSTILE))
        return report

    def maintained(**_: object) -> flows.maintain.Maintained:
        return flows.maintain.Maintained(checked=(Checked(rule=HOSTILE, violations=0),), rows=(), sizes=((HOSTILE, 1),), pruned=Pruned(note=HOSTILE), stale_files=0, mended=((HOSTILE, 1),))  # fmt: skip

    def reprocessed(**_: object) -> Reprocess:
        raise UsageError(HOSTILE)

    def served(serving: object, say: Callable[[str], None], _: object) -> int:
        say(HOSTILE)
        return 0

    monkeypatch.setattr(flows.filing, "take_in", summary)
    monkeypatch.setattr(flows.poll, "poll", as_flow(polled))
    monkeypatch.setattr(flows.maintain, "maintain", as_flow(maintained))
    monkeypatch.setattr(flows.reprocess, "reprocess", as_flow(reprocessed))
    monkeypatch.setattr(flows.service.serve, "serve", served)
    monkeypatch.setattr(flows.service.serve, "watch", served)


def as_flow(function: Callable[..., object]) -> Callable[..., object]:
    """A function that can be called like a flow, with Prefect and without."""
    setattr(function, "fn", function)  # noqa: B010 - functions have no such attribute for the type checker
    return function


class Terminal(io.StringIO):
    """Standard output with a person in front of it."""

    def isatty(self) -> bool:
        """It is a terminal."""
        return True


@pytest.mark.parametrize("terminal", [False, True], ids=["pipe", "terminal"])
@pytest.mark.parametrize("verb", VERBS)
@pytest.mark.usefixtures("flows_answer")
def test_no_verb_sends_commands_to_a_terminal(
    verb: str, terminal: bool, desk: Desk, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Neither on standard output nor in errors, neither in a pipe nor on a terminal; the words themselves are there."""
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setenv("COLUMNS", "400")
    printed = ""
    for given in COMMANDS.get(verb, ((HOSTILE,),)):
        out = Terminal() if terminal else io.StringIO()
        monkeypatch.setattr(sys, "stdout", out)
        monkeypatch.setattr(sys, "argv", desk.words(verb, given))
        with pytest.raises(SystemExit):
            main()
        said = COLOURS.sub("", out.getvalue()) if terminal else out.getvalue()
        said += COLOURS.sub("", capsys.readouterr().err) if terminal else capsys.readouterr().err
        assert not SENT.findall(said), (given, said)
        printed += said
    if verb not in ("reprocess", "migrate", "status", "report", "publish", "backup") and verb in COMMANDS:
        assert MARK in printed


def rows_of(text: str) -> list[list[str]]:
    """The rows of a CSV."""
    return list(csv.reader(io.StringIO(text)))


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t=", "\r=", "'=", "''+", " =", "＝", "=cmd|' /C calc'!A0"])
@pytest.mark.parametrize("how", ["sql", "export", "--output"])
def test_a_cell_that_a_spreadsheet_would_compute_is_marked(
    start: str,
    how: str,
    desk: Desk,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """An apostrophe stands before it, numbers have none, and --raw gives the exact value in files."""
    place = Place.at(tmp_path / "desk.duckdb")
    file_paths(place, [str(desk.folder / "inbox" / "b.json")])
    with writing(place) as warehouse, warehouse.transaction():
        warehouse.connection.execute("update article set headline = ?", [f"{start}x"])
    with exclusive(place):
        publish(place)
    cells = {}
    for switch in ((), ("--raw",)):
        target = tmp_path / "a.csv"
        words = {
            "sql": ("sql", "select headline, -3 as n from article", "-f", "csv"),
            "export": ("export", "article", "--format", "csv", "--output", str(tmp_path)),
            "--output": ("sql", "select headline, -3 as n from article", "--output", str(target)),
        }[how]
        monkeypatch.setattr(sys, "argv", ["newsdesk", *words, *switch, "--database", str(place.published)])
        with pytest.raises(SystemExit) as done:
            main()
        assert done.value.code == 0
        printed = capsys.readouterr().out
        file = {"export": tmp_path / "article.csv", "--output": target}.get(how)
        names, row = rows_of(_text(file) if file else printed)
        found = dict(zip(names, row, strict=True))
        cells[switch] = found["headline"]
        assert found.get("n", "-3") == "-3"
    assert cells["--raw",] == f"{start}x"
    assert cells[()].startswith("'")
    assert cells[()] == visible(f"'{start}x") if how == "sql" else unmarked(cells[()]) == f"{start}x"


def _text(file: Path) -> str:
    with file.open(encoding="utf-8", newline="") as opened:
        return opened.read()


@pytest.mark.parametrize("cell", ["Ferries", "3 - 2 = 1", "'tis the season", "a=b", "", "1-0", "'", "“=”"])
def test_cells_that_compute_nothing_stay(cell: str) -> None:
    """Ordinary text has no mark, and keeps the apostrophes it has."""
    assert marked(cell) == cell == unmarked(cell)


def test_the_page_of_the_report_holds_no_element_of_a_document(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No picture, no handler, no link but to the web; its policy runs one script and one style by their hashes."""
    target = tmp_path / "report.html"
    words = ("report", "--title", HOSTILE, "--output", str(target), "--database", str(desk.place.published))
    monkeypatch.setattr(sys, "argv", ["newsdesk", *words])
    with pytest.raises(SystemExit):
        main()
    page = target.read_text("utf-8")
    assert MARK in page
    assert not SENT.findall(page)
    assert not re.search(r"<[^>]* (?:on\w+|style)=(?:\"|')", page)
    assert not re.findall(r"<img|<iframe|<object|javascript:[^<]*\"", page)
    assert "unsafe-inline" not in page
