"""What is in quarantine can be looked at, and every remedy names something that exists."""

from __future__ import annotations

import gzip
import re
from pathlib import Path

import pytest

from flows.cli import VERBS, command_line
from flows.run.desk import Run, new_run_id, unwatched
from parsers.known import Desk
from tests.filing import file_paths
from warehouse.database.place import Place
from warehouse.database.store import reading
from warehouse.filing import quarantine

LINE = b"""{"headline": "Port opens", "articleBody": "The port of Larkhaven opened on Monday, the mayor said."}\n"""
ROOT = Path(__file__).parents[3]


def call(*words: str) -> int:
    """The exit code of a command."""
    result = command_line(words)(list(words), result_action="return_value", exit_on_error=False)
    return int(result or 0)


@pytest.fixture
def place(tmp_path: Path) -> Place:
    """A desk with a stray line, a picture and a note."""
    (tmp_path / "a.jsonl.gz").write_bytes(gzip.compress(LINE + b"quota\x1b[2J reached\n") + b"tail")
    (tmp_path / "b.png").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(40)))
    place = Place.at(tmp_path / "desk.duckdb")
    summary = file_paths(place, [str(tmp_path / "a.jsonl.gz"), str(tmp_path / "b.png")])
    assert summary.outcomes == {"loaded": 1, "rejected": 2}
    assert [note.partition(": ")[2] for note in summary.notes] == ["4 bytes behind the compressed data were not read"]
    return place


def test_show(place: Place, capsys: pytest.CaptureFixture[str]) -> None:
    """The reason, what to do, the kind and the bytes are printed, and no control sign of theirs reaches the terminal."""
    assert call("quarantine", "show", "a.jsonl.gz#2", "--database", str(place.published)) == 0
    printed = capsys.readouterr().out
    assert "malformed: no JSON object" in printed
    assert "drop the line" in printed
    assert r"quota\u001b[2J reached" in printed
    assert "\x1b" not in printed
    call("quarantine", "show", "b.png", "--bytes", "16", "--database", str(place.published))
    printed = capsys.readouterr().out
    assert "picture (image/png): not read" in printed
    assert "89 50 4e 47" in printed
    assert "32 bytes more" in printed


def test_notes_are_kept(place: Place) -> None:
    """A note about a file is beside the arrival of its last document."""
    with reading(place) as warehouse:
        rows = warehouse.connection.execute("select source_uri, note from arrival where note is not null").fetchall()
    assert [(uri[-2:], note) for uri, note in rows] == [("#2", "4 bytes behind the compressed data were not read")]


def test_what_was_refused_stays_refused(place: Place) -> None:
    """A retry does not make an article of a line that is none."""
    run = Run(place, Desk(), kind="retry", run_id=new_run_id())
    summary = run.go([], run.steps(), unwatched, again=quarantine.released)
    assert summary.outcomes == {"rejected": 2}


def test_formats(capsys: pytest.CaptureFixture[str]) -> None:
    """All kinds are listed, read ones with what reads them and refused ones with a remedy; a name narrows the list."""
    assert call("formats") == 0
    printed = capsys.readouterr().out
    assert "Parquet: one article a row" in printed
    assert "save it as .docx" in printed
    assert call("formats", "excel") == 0
    assert "Parquet" not in capsys.readouterr().out
    assert call("formats", "nosuchthing") == 1


def test_remedies_name_what_exists() -> None:
    """Every command that a reader of formats recommends is a verb of the command line, with its sub-command."""
    source = "".join(path.read_text("utf-8") for path in (ROOT / "parsers").rglob("*.py"))
    named = set(re.findall(r"`newsdesk ([a-z]+)(?: ([a-z]+))?", source))
    assert named
    for verb, sub in named:
        assert verb in VERBS
        if verb in ("quarantine", "feeds") and sub:
            assert call(verb, sub, "--help") == 0
