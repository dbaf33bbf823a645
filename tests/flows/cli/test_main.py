"""The command line as a whole: exit codes, and what is said when something is in the way."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from flows.cli import main
from tests.filing import file_texts
from warehouse.database.place import Place

ROOT = Path(__file__).parents[3]
CALL = f"import sys; sys.path.insert(0, {str(ROOT)!r}); from flows.cli import main; main()"


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Place:
    """A desk with one text."""
    made = Place.at(tmp_path_factory.mktemp("main") / "desk.duckdb")
    file_texts(
        made, {"a.txt": "Bridge opens\n\n" + "The bridge over the river was opened on Monday, the mayor said. " * 4}
    )
    return made


def ended(monkeypatch: pytest.MonkeyPatch, place: Place, *words: str) -> object:
    """The exit code of a call."""
    monkeypatch.setattr(sys, "argv", ["newsdesk", *words, "--database", str(place.published)])
    with pytest.raises(SystemExit) as done:
        main()
    return done.value.code


@pytest.mark.parametrize(
    "words",
    [("report", "--output"), ("export", "article", "--output"), ("sql", "select 1", "--format", "csv", "--output")],
)
def test_what_is_in_the_way_is_named(
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    place: Place,
    tmp_path: Path,
    words: tuple[str, ...],
) -> None:
    """A folder where a file should go, or a file where a folder should, is named without a traceback."""
    target = tmp_path / "there"
    target.write_text("before") if "export" in words else target.mkdir()
    assert ended(monkeypatch, place, *words, str(target)) == 2
    said = capsys.readouterr().err
    assert said.startswith("newsdesk: ")
    assert "there" in said


def test_a_question_that_is_stopped_says_so(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], place: Place
) -> None:
    """Ctrl-C ends a question with the exit code of an interrupt."""
    threading.Timer(0.5, lambda: os.kill(os.getpid(), signal.SIGINT)).start()
    assert ended(monkeypatch, place, "sql", "select count(*) from range(100000000000) a, range(100000) b") == 130
    assert capsys.readouterr().err == "newsdesk: stopped\n"


def test_a_terminal_without_the_letters(place: Place) -> None:
    """A terminal of another encoding gets escapes, and bytes that are no letters on standard input are no crash."""
    done = subprocess.run(
        [sys.executable, "-c", CALL, "sql", "--database", str(place.published)],
        input="select 'é' as a; select '".encode() + b"\xff' as b;", capture_output=True, timeout=600, check=False,
        env={**os.environ, "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"},
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert done.stdout.decode("ascii").splitlines()[2:] == ["b", "\\ufffd"]


def test_a_reader_that_has_had_enough(place: Place) -> None:
    """`| head` ends a command in silence and without failure, whatever draws its output."""
    for words in (["sql", "from range(200000)", "-f", "csv"], ["search", "bridge"], ["status", "--metrics"]):
        with subprocess.Popen(
            [sys.executable, "-c", CALL, *words, "--database", str(place.published)],
            stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        ) as running:  # fmt: skip
            assert running.stdout is not None
            assert running.stderr is not None
            running.stdout.close()
            said = running.stderr.read()
            assert (running.wait(600), said) == (0, b"")


def test_ctrl_c_in_the_middle_of_a_statement_that_writes(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str], place: Place
) -> None:
    """DuckDB says it with an error of its own: that is a stopped run, no defect."""

    def interrupted(*_: object, **__: object) -> None:
        raise RuntimeError("Query interrupted")

    monkeypatch.setattr("flows.cli.command_line", lambda _: interrupted)
    monkeypatch.setattr("atexit.register", lambda *_: None)
    assert ended(monkeypatch, place, "ingest", "a.txt") == 130
    assert capfd.readouterr().err.startswith("newsdesk: stopped; what was filed is filed")
