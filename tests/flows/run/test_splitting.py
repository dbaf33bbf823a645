"""Files are split in a worker: what it does to that process is an outcome of the file, and costs nobody else anything."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from flows.filing import take_in
from flows.inbox import files
from flows.inbox.files import Broken, Numbers, arrivals, in_process
from flows.retry import retry
from flows.run import sandbox, splitting
from flows.run.desk import Run, unwatched
from flows.run.splitting import Splitting, portions
from parsers.errors import UsageError
from parsers.formats.pieces import Piece
from parsers.known import Desk
from parsers.model import UserNames
from warehouse.database.place import Place
from warehouse.database.store import reading
from warehouse.filing import quarantine

TEXT = "The ferry company opened a second pier on Monday, and forty people came to see the first boat leave.\n" * 3


def deadly(
    source: Path | bytes, name: str, names: UserNames = (), documents: int | None = None
) -> Iterator[list[Piece | Broken]]:
    """Two members of an archive come out, then the process dies; other files are split as they are."""
    if not name.endswith("deadly.jsonl"):
        yield from portions(source, name, names, documents)
        return
    for number, piece in enumerate(in_process(source, name, names)):
        if number == 2:
            os._exit(139)
        yield [piece]


def endless(
    source: Path | bytes, name: str, names: UserNames = (), documents: int | None = None
) -> Iterator[list[Piece | Broken]]:
    """A file that is never split."""
    while name.endswith("deadly.jsonl"):
        pass
    yield from portions(source, name, names, documents)


@pytest.fixture
def inbox(tmp_path: Path) -> Path:
    """A file that kills its worker between two good ones."""
    folder = tmp_path / "inbox"
    folder.mkdir()
    (folder / "a.txt").write_text(TEXT)
    lines = [json.dumps({"headline": f"Pier {n}", "articleBody": TEXT + f"It was boat {n}."}) for n in range(4)]
    (folder / "deadly.jsonl").write_text("\n".join(lines) + "\n")
    (folder / "z.txt").write_text(TEXT.replace("ferry", "railway"))
    return folder


def test_a_worker_gives_what_this_process_would(inbox: Path) -> None:
    """The pieces of a file are the same from the worker, in the same order."""
    path = inbox / "deadly.jsonl"
    with Splitting() as splitter:
        assert list(splitter(path, str(path))) == list(in_process(path, str(path)))
        assert list(splitter(b"", "-")) == list(in_process(b"", "-"))


def test_a_file_that_kills_its_worker_twice_has_failed(
    inbox: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What came out before is filed once, the file is one failed arrival with its bytes, and the others are filed."""
    monkeypatch.setattr(splitting, "portions", deadly)
    place = Place.at(tmp_path / "desk.duckdb")
    run = Run(place, Desk(), kind="ingest", run_id="r")
    with Splitting() as splitter:
        summary = run.go(arrivals([str(inbox)], Numbers("r"), splitter), run.steps(), unwatched)
    ends = {Path(line.document).name: str(line.outcome) for line in summary.lines}
    assert ends.pop("deadly.jsonl") == "failed"
    assert set(ends) == {"a.txt", "deadly.jsonl#1", "deadly.jsonl#2", "z.txt"}
    assert set(ends.values()) <= {"loaded", "duplicate", "revision"}
    with reading(place) as warehouse:
        kept = warehouse.connection.execute(
            "select byte_length, reason like 'splitter_died: %139%' from quarantine"
        ).fetchall()
    assert kept == [((inbox / "deadly.jsonl").stat().st_size, True)]


def test_a_file_that_takes_too_long_is_given_up(inbox: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The time limit ends the worker, and the next file is split by a new one."""
    monkeypatch.setattr(splitting, "portions", endless)
    sandbox.prepared((*sandbox.PARSING, __name__))  # else the time is spent on imports where other work goes on
    monkeypatch.setattr(splitting, "SECONDS", 8.0)
    with Splitting() as splitter:
        came = list(files.arrivals([str(inbox)], Numbers("r"), splitter))
    assert [(Path(a.source_uri).name, a.failed) for a in came] == [
        ("a.txt", False), ("deadly.jsonl", True), ("z.txt", False),
    ]  # fmt: skip
    assert "not done within 8 s" in str(came[1].reason)


def test_documents_beyond_the_setting_are_one_row_and_are_read_when_it_is_raised(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A file of too many documents: the first ones are filed, one row keeps its bytes and says what to do, and a retry with room for all files the rest."""
    monkeypatch.setenv("NEWSDESK_FILE_DOCUMENTS", "3")
    path, place = tmp_path / "many.jsonl", Place.at(tmp_path / "desk.duckdb")
    lines = [json.dumps({"headline": f"Pier {n}", "articleBody": TEXT + f"It was boat {n}."}) for n in range(8)]
    path.write_text("\n".join(lines))
    with Splitting() as splitter:
        arriving = list(arrivals([str(path)], Numbers("r"), splitter))
    assert [a.source_uri.rpartition("#")[2] for a in arriving[:3]] == ["1", "2", "3"]
    (beyond,) = arriving[3:]
    assert beyond.reason is not None
    assert beyond.reason.startswith("too_many: 3 documents of a file are read, and 5 more were not")
    assert beyond.note == "3 documents of a file are read, and 5 more were not"
    assert beyond.raw is not None
    assert beyond.raw.payload == path.read_bytes()
    take_in([str(path)], str(place.published))
    monkeypatch.setenv("NEWSDESK_FILE_DOCUMENTS", "100")
    summary = retry.fn(str(place.published))
    assert summary.outcomes["loaded"] + summary.outcomes["duplicate"] + summary.outcomes["revision"] == 5
    with reading(place) as warehouse:
        assert warehouse.connection.execute("select count(*) from article").fetchall() == [(8,)]
        assert [h.source_uri for h in quarantine.held(warehouse)] == []


@pytest.mark.parametrize("said", ["0", "-1", "many", "1e3", "100000001"])
def test_a_wrong_number_of_documents_is_said_before_anything_is_read(
    said: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is no number from 1 on is a sentence that names the setting."""
    monkeypatch.setenv("NEWSDESK_FILE_DOCUMENTS", said)
    with pytest.raises(UsageError, match="NEWSDESK_FILE_DOCUMENTS"):
        Splitting()
