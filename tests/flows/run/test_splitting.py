"""Files are split in a worker: what it does to that process is an outcome of the file, and costs nobody else anything."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from flows.inbox import files
from flows.inbox.files import Broken, Numbers, arrivals, in_process
from flows.run import splitting
from flows.run.desk import Run, unwatched
from flows.run.splitting import Splitting, portions
from parsers.formats.pieces import Piece
from parsers.known import Desk
from parsers.model import UserNames
from warehouse.database.place import Place
from warehouse.database.store import reading

TEXT = "The ferry company opened a second pier on Monday, and forty people came to see the first boat leave.\n" * 3


def deadly(source: Path | bytes, name: str, names: UserNames = ()) -> Iterator[list[Piece | Broken]]:
    """Two members of an archive come out, then the process dies; other files are split as they are."""
    if not name.endswith("deadly.jsonl"):
        yield from portions(source, name, names)
        return
    for number, piece in enumerate(in_process(source, name, names)):
        if number == 2:
            os._exit(139)
        yield [piece]


def endless(source: Path | bytes, name: str, names: UserNames = ()) -> Iterator[list[Piece | Broken]]:
    """A file that is never split."""
    while name.endswith("deadly.jsonl"):
        pass
    yield from portions(source, name, names)


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
    monkeypatch.setattr(splitting, "SECONDS", 5.0)
    with Splitting() as splitter:
        came = list(files.arrivals([str(inbox)], Numbers("r"), splitter))
    assert [(Path(a.source_uri).name, a.failed) for a in came] == [
        ("a.txt", False), ("deadly.jsonl", True), ("z.txt", False),
    ]  # fmt: skip
    assert "not done within 5 s" in str(came[1].reason)
