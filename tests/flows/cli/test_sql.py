"""`newsdesk sql`: one question, a shell, files."""

from __future__ import annotations

import csv
import io
import json
import os
import signal
import threading
import time
from pathlib import Path

import duckdb
import pytest

from flows.cli import arguments, command_line
from flows.cli.output import deliver
from flows.cli.prompt import Names, complete
from flows.cli.shell import Shell, history_file
from parsers.errors import QuestionError, UsageError
from tests.filing import file_texts
from warehouse.asking.query import ask, questions
from warehouse.database.place import Place

TEXT = (
    "Bridge opens\n\nThe bridge over the river was opened on Monday, the ministry said, after three years of work. " * 2
)


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Place:
    """A desk with one text."""
    made = Place.at(tmp_path_factory.mktemp("sql") / "desk.duckdb")
    file_texts(made, {"bridge.txt": TEXT})
    return made


def call(place: Place, *said: str) -> object:
    """Call the command line."""
    words = arguments([*said, "--database", str(place.published)])
    return command_line(words)(words, result_action="return_value", exit_on_error=False)


@pytest.mark.parametrize(
    ("form", "expected"),
    [
        ("table", "a  b\n1  x|y\n"),
        ("csv", "a,b\n1,x|y\n"),
        ("json", '[\n  {"a": 1, "b": "x|y"}\n]\n'),
        ("jsonl", '{"a": 1, "b": "x|y"}\n'),
        ("markdown", "| a | b |\n| ---: | --- |\n| 1 | x\\|y |\n"),
    ],
)
def test_formats(place: Place, capsys: pytest.CaptureFixture[str], form: str, expected: str) -> None:
    """Each format prints the same answer its own way."""
    call(place, "sql", "select 1 as a, 'x|y' as b", "--format", form)
    assert capsys.readouterr().out == expected


def test_parquet(place: Place, tmp_path: Path) -> None:
    """Parquet goes to a file, and nowhere else; a query may hold a comment and end in a semicolon."""
    target = tmp_path / "it's.parquet"
    call(place, "sql", "select headline -- all\nfrom article;", "--output", str(target))
    assert target.read_bytes()[:4] == b"PAR1"
    with pytest.raises(UsageError):
        deliver(place, "select 1", "parquet", None)


def test_a_file_appears_whole_or_not_at_all(place: Place, tmp_path: Path) -> None:
    """A query that fails leaves the earlier file as it was, and nothing beside it."""
    target = tmp_path / "a.csv"
    target.write_text("before")
    with pytest.raises(QuestionError):
        deliver(place, "select 1/0 union all select error('no')", None, target)
    assert [(f.name, f.read_text()) for f in tmp_path.iterdir()] == [("a.csv", "before")]


@pytest.mark.parametrize(
    "query",
    [
        "create table x (a integer)",
        "delete from article",
        "select * from read_text('/etc/hostname')",
        "copy article to 'stolen.csv'",
        "attach 'other.duckdb'",
        "set enable_external_access = true",
        "selec 1",
        "select * from place",
    ],
)
def test_questions_only_read(place: Place, query: str) -> None:
    """Nothing a person asks can write, read other files, change the settings or see our variables."""
    with pytest.raises(QuestionError):
        deliver(place, query, "csv", None)


def shell(place: Place, text: str, form: str = "csv") -> tuple[str, Shell]:
    """What the shell prints for a text from a pipe."""
    out = io.StringIO()
    made = Shell(place, form, out)  # type: ignore[arg-type]
    made.feed(text)
    made._close()
    return out.getvalue(), made


def test_shell_takes_statements_and_commands(place: Place) -> None:
    """Statements may run over lines and share one; commands stand on lines of their own."""
    printed, made = shell(place, "select 1 as a; select ';' as b;\n.mode jsonl\nselect\n 2 as c;\n.quit\nselect 3;")
    assert printed == 'a\n1\nb\n;\n{"c": 2}\n'
    assert not made.failed


def test_shell_goes_on_after_an_error(place: Place, capsys: pytest.CaptureFixture[str]) -> None:
    """What cannot be answered is said, and the next statement is answered."""
    printed, made = shell(place, "selec 1;\n.nonsense\nselect 2 as a;")
    assert printed == "a\n2\n"
    assert made.failed
    assert "syntax error" in capsys.readouterr().err


def test_shell_describes_the_schema(place: Place) -> None:
    """.tables and .schema say what everything holds."""
    printed, _ = shell(place, ".tables\n.schema ledger\n")
    assert "article,table,What a document says" in printed
    assert "adds_up,BOOLEAN,Whether received is the sum of the outcomes." in printed


def test_shell_is_fresh(place: Place) -> None:
    """A shell that is open while a run publishes answers the next question from the new state."""
    out = io.StringIO()
    made = Shell(place, "csv", out)
    made.feed("select count(*) as n from arrival;")
    file_texts(place, {"again.txt": TEXT})
    made.feed("select count(*) as n from arrival;")
    made._close()
    assert out.getvalue() == "n\n1\nn\n2\n"


def test_completion(place: Place) -> None:
    """Tables come after from, columns of the named table first, members after a dot, formats after .mode."""
    with questions(place) as warehouse:
        names = Names(lambda: warehouse)

        def first(text: str, before: str) -> str:
            word = before.split()[-1] if not before.endswith(" ") else ""
            return next(iter(names.candidates(text, before, word)))[0]

        assert first("select 1 from arti", "select 1 from arti") == "article"
        assert first("select word_ from article", "select word_") == "word_count"
        assert first("select a.headl from article a", "select a.headl") == "headline"
        assert first(".mode j", ".mode j") == "json"
        assert first("select * from sear", "select * from sear") == "search_document"


def test_an_entry_ends(place: Place) -> None:
    """An entry is whole at a semicolon, at an empty line, or when it is a command."""
    assert complete("select 1;")
    assert complete(".tables")
    assert complete("select 1\n")
    assert not complete("select 1")


@pytest.mark.parametrize(
    "text", ["select 'a;\nb;';", "select $$a;\n$$;", "/* a;\n */ select 1;", 'select 1 as "a;\n";']
)
def test_a_semicolon_in_a_text_ends_nothing(place: Place, text: str) -> None:
    """A semicolon at the end of a line inside a string, a name or a comment is part of it."""
    assert complete(text)
    assert not complete(text.splitlines()[0])
    printed, made = shell(place, text)
    assert not made.failed
    assert printed


def test_a_semicolon_before_a_comment_ends() -> None:
    """What follows the last semicolon may be a comment."""
    assert complete("select 1; -- it's one")
    assert not complete("select 1 -- one;")


def test_json_holds_every_type(place: Place, capsys: pytest.CaptureFixture[str]) -> None:
    """Times, lists, bytes, decimals and structs come out as JSON."""
    deliver(place, "select timestamptz '2024-03-01 00:00Z' as t, [1, 2] as l, 'a'::blob as b, 1.5::decimal(4,2) as d, {'x': 1} as s, interval 1 hour as i", "jsonl", None)  # fmt: skip
    row = json.loads(capsys.readouterr().out)
    assert row == {"t": "2024-03-01T00:00:00+00:00", "l": [1, 2], "b": "61", "d": 1.5, "s": {"x": 1}, "i": 3600.0}


def test_several_statements_and_a_comment_at_the_start(place: Place, capsys: pytest.CaptureFixture[str]) -> None:
    """The command line answers every statement it is given, and settings without a word."""
    call(place, "sql", "-- both\nset threads = 1; select 1 as a; select 2 as b", "-f", "csv")
    assert capsys.readouterr().out == "a\n1\nb\n2\n"


def test_commands_of_the_shell_on_the_command_line(place: Place, capsys: pytest.CaptureFixture[str]) -> None:
    """.tables and .schema can be asked without entering the shell; what is wrong with one gives exit code 2."""
    assert call(place, "sql", ".schema", "ledger") == 0
    assert "adds_up" in capsys.readouterr().out
    assert call(place, "sql", ".schema nothing") == 2
    assert call(place, "sql", ".nothing") == 2


@pytest.mark.parametrize(
    ("words", "why"),
    [
        (["select", "1"], "in quotes"),
        (["select 1", "-o", "a.xlsx"], "no format has this ending"),
        ([".tables", "-d", "nowhere.duckdb"], "there is no database"),
        (["select 1", "-d", "."], "is a folder"),
    ],
)
def test_what_cannot_be_asked_says_why(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, words: list[str], why: str
) -> None:
    """A question that the shell has cut up, an ending, a database that is none: each is named."""
    monkeypatch.chdir(tmp_path)
    with pytest.raises(UsageError, match=why):
        command_line(["sql"])(["sql", *words], result_action="return_value", exit_on_error=False)


def test_a_question_without_one(place: Place) -> None:
    """Spaces and comments are not a query."""
    for text in (";", "/* nothing */"):
        with pytest.raises(QuestionError, match="not a query"):
            call(place, "sql", text)


def test_csv_is_read_back(place: Place, tmp_path: Path) -> None:
    """What a CSV file holds can be cast to what it was: spans of time, lists, bytes, times with their zone."""
    types = {"interval": "interval '-25 hours'", "integer[]": "[1, 2]", "timestamptz": "timestamptz '2024-03-01 10:00Z'", "boolean": "true"}  # fmt: skip
    target = tmp_path / "a.csv"
    deliver(place, f"select {', '.join(types.values())}, '\\xAA'::blob", None, target)
    _, row = csv.reader(target.open(encoding="utf-8"))
    for kind, said in zip(types, row, strict=False):
        assert duckdb.execute(f"select ?::{kind} = {types[kind]}", [said]).fetchall() == [(True,)]
    assert row[-1] == "aa"


def test_no_column_is_lost(place: Place, capsys: pytest.CaptureFixture[str]) -> None:
    """Columns of one name get numbers, so that JSON keeps them all; numbers JSON has no word for are null."""
    deliver(place, "select 1 as a, 2 as a, 3 as a_1, 'nan'::double as n, ['inf'::double] as l", "jsonl", None)
    assert json.loads(capsys.readouterr().out) == {"a": 1, "a_1": 2, "a_1_1": 3, "n": None, "l": [None]}


def test_a_plan_is_a_drawing(place: Place, capsys: pytest.CaptureFixture[str]) -> None:
    """What explain answers is printed as it is."""
    call(place, "sql", "explain select 1")
    assert len(capsys.readouterr().out.splitlines()) > 3


def test_a_question_can_be_stopped(place: Place) -> None:
    """Ctrl-C ends a question that would run for years, and the next one is answered."""
    with questions(place) as warehouse:
        threading.Timer(0.5, lambda: os.kill(os.getpid(), signal.SIGINT)).start()
        with pytest.raises(KeyboardInterrupt):
            ask(warehouse, "select count(*) from range(100000000000) a, range(100000) b")
        assert list(ask(warehouse, "select 1").rows) == [(1,)]
    assert signal.getsignal(signal.SIGINT) is signal.default_int_handler


ENDLESS = "select h from (select hash(a.i) as h from range(100000000000) a(i)) order by h"


@pytest.mark.parametrize("form", ["csv", "parquet"])
def test_a_question_has_a_limit_of_time(place: Place, tmp_path: Path, form: str) -> None:
    """A query that takes too long is stopped with one sentence that says how to allow more; nothing of it stays."""
    target = tmp_path / f"a.{form}"
    with pytest.raises(QuestionError, match=r"took more than 1 s.*--seconds"):
        call(place, "sql", ENDLESS, "--seconds", "1", "--output", str(target))
    assert list(tmp_path.iterdir()) == []
    assert not list(place.published.parent.glob("*.tmp"))


def test_the_shell_goes_on_after_the_limit_of_time(place: Place, capsys: pytest.CaptureFixture[str]) -> None:
    """Each query of a shell has the limit for itself."""
    out = io.StringIO()
    made = Shell(place, "csv", out, seconds=1)
    made.feed(f"{ENDLESS}; select 1 as a;")
    made.feed("select 2 as b;")
    made._close()
    assert out.getvalue() == "b\n2\n"
    assert "took more than 1 s" in capsys.readouterr().err


def test_the_time_in_which_nobody_takes_rows_does_not_count(place: Place) -> None:
    """Whoever reads an answer slowly gets all of it."""
    with questions(place) as warehouse:
        rows = ask(warehouse, "select i from range(5000) r(i)", seconds=1).rows
        next(rows)
        time.sleep(1.2)
        assert len(list(rows)) == 4999


def test_a_home_that_cannot_be_written_to(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The shell works without a history where none can be kept."""
    tmp_path.joinpath("file").write_text("")
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "file"))
    assert history_file() is None


def test_the_prompt(place: Place, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """At a prompt a query over two lines is answered, remembered in the history file, and .quit leaves."""
    from prompt_toolkit.application import create_app_session
    from prompt_toolkit.input import create_pipe_input
    from prompt_toolkit.output import DummyOutput

    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    out = io.StringIO()
    with create_pipe_input() as keys, create_app_session(input=keys, output=DummyOutput()):
        keys.send_text("select 41 + 1\ras answer;\r.quit\r")
        made = Shell(place, "csv", out)
        made._converse()
        made._close()
    assert out.getvalue() == "answer\n42\n"
    assert "as answer;" in (tmp_path / "newsdesk" / "sql_history").read_text()
    assert os.environ["XDG_STATE_HOME"] == str(tmp_path)
