"""What lies in a folder and may not be opened is refused with a row, and never blocks anything."""

from __future__ import annotations

import errno
import os
import socket
from pathlib import Path

import pytest

from flows.filing import sweep, take_in
from flows.inbox import folders
from flows.inbox.admission import refusal
from flows.inbox.files import Numbers, arrivals
from flows.run.desk import new_run_id
from tests.filing import file_paths
from warehouse.database.place import Place
from warehouse.database.store import reading

TEXT = "The harbour master opened the new lock on Monday, and two barges went through it before noon.\n" * 3


@pytest.fixture
def inbox(tmp_path: Path) -> Path:
    """A folder with a document, a FIFO, a socket, a link inside it and a link out of it."""
    folder = tmp_path / "inbox"
    folder.mkdir()
    (tmp_path / "secret.txt").write_text("Not for the database.\n" * 9)
    (folder / "lock.txt").write_text(TEXT)
    os.mkfifo(folder / "pipe.json")
    with socket.socket(socket.AF_UNIX) as bound:
        bound.bind(str(folder / "talk.txt"))
    (folder / "inside.txt").symlink_to("lock.txt")
    (folder / "outside.txt").symlink_to(tmp_path / "secret.txt")
    return folder


def test_each_has_a_row_with_its_reason(inbox: Path, tmp_path: Path) -> None:
    """FIFO, socket and outward link are rejected by name; the document and the inward link are filed."""
    place = Place.at(tmp_path / "desk.duckdb")
    file_paths(place, [str(inbox)])
    with reading(place) as warehouse:
        rows = warehouse.connection.execute(
            "select parse_filename(source_uri), outcome, reason from arrival order by all"
        ).fetchall()
        stored = warehouse.connection.execute(
            "select count(*) from raw_document where payload::varchar like '%Not for%'"
        )
        assert stored.fetchall() == [(0,)]
    ends = {name: (outcome, reason) for name, outcome, reason in rows}
    assert ends["lock.txt"][0] in ("loaded", "unchanged")
    assert {ends["lock.txt"][0], ends["inside.txt"][0]} == {"loaded", "unchanged"}
    assert ends["pipe.json"] == ("rejected", "unreadable: not a regular file but a FIFO — remove it, or name a file")
    assert ends["talk.txt"][1].startswith("unreadable: not a regular file but a socket")
    assert ends["outside.txt"][1].startswith("link_outside: ")


@pytest.mark.timeout(120)
def test_a_watched_folder_does_not_wait_for_a_fifo(inbox: Path, tmp_path: Path) -> None:
    """A look at the folder, and reading what is fresh in it, ends although nobody writes to the FIFO."""
    place = Place.at(tmp_path / "desk.duckdb")
    looks = folders.look([str(inbox)])
    fresh = folders.compare(looks, {}, {}, 1 << 62)
    intake = folders.Intake(folders.unlike_known(fresh, {}))
    came = list(intake.arrivals(Numbers("r")))
    assert sum(a.raw is None for a in came) == 3
    known = {f.look.path: f for f in intake.taken}
    assert folders.changed(folders.look([str(inbox)]), known) == ()
    assert place.published.exists() is False


def test_a_person_may_name_a_link(inbox: Path) -> None:
    """A link that a person names is followed wherever it leads; only links found in folders are confined."""
    (came,) = arrivals([str(inbox / "outside.txt")], Numbers("r"))
    assert came.raw is not None
    assert refusal(inbox / "outside.txt", named=True) is None


def test_links_that_lead_nowhere_have_a_row_each_and_are_read_when_they_lead_somewhere(tmp_path: Path) -> None:
    """A link to itself, two in a circle, one to nothing: each is rejected once, by `ingest` and in a watched folder."""
    inbox, place = tmp_path / "inbox", Place.at(tmp_path / "desk.duckdb")
    inbox.mkdir()
    for name, target in {"self.txt": "self.txt", "a.txt": "b.txt", "b.txt": "a.txt", "late.txt": "target.md"}.items():
        (inbox / name).symlink_to(target)
        os.utime(inbox / name, (1_700_000_000, 1_700_000_000), follow_symlinks=False)
    said = [a.reason for a in arrivals([str(inbox)], Numbers("r"))]
    assert said == ["unreadable: a link that leads nowhere, or to itself — copy the file itself into the folder"] * 4
    summary = sweep([str(inbox)], place, new_run_id())
    assert [a.reason for a in summary.lines] == said
    assert sweep([str(inbox)], place, new_run_id()).documents == 0
    (inbox / "target.md").write_text(TEXT)
    os.utime(inbox / "target.md", (1_700_000_000, 1_700_000_000))
    assert sweep([str(inbox)], place, new_run_id()).outcomes.keys() == {"loaded", "unchanged"}


@pytest.mark.skipif(os.geteuid() == 0, reason="root may look at everything")
def test_what_may_not_be_looked_at_has_a_row(tmp_path: Path) -> None:
    """Files of a folder whose entries may be listed and not opened are rejected with the reason."""
    inbox = tmp_path / "inbox"
    inbox.mkdir()
    (inbox / "a.txt").write_text(TEXT)
    inbox.chmod(0o400)
    try:
        summary = sweep([str(inbox)], Place.at(tmp_path / "desk.duckdb"), new_run_id())
    finally:
        inbox.chmod(0o700)
    assert [str(line.outcome) for line in summary.lines] == ["rejected"]


def test_a_folder_that_may_not_be_listed_has_a_row(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A closed folder is no empty one: it arrives with the reason, once, and the files beside it are filed."""
    closed = tmp_path / "inbox" / "closed"
    closed.mkdir(parents=True)
    (tmp_path / "inbox" / "a.txt").write_text("Kiln opens\n\n" + "The kiln in Osk was opened on Monday. " * 4)
    real, access = os.scandir, os.access

    def scandir(path: str) -> object:
        if Path(path) == closed:
            raise PermissionError(errno.EACCES, "Permission denied", str(path))
        return real(path)

    monkeypatch.setattr(os, "scandir", scandir)
    monkeypatch.setattr(os, "access", lambda path, mode, **more: Path(path) != closed and access(path, mode, **more))
    database = str(tmp_path / "desk.duckdb")
    first = take_in([str(tmp_path / "inbox")], database)
    assert first.outcomes == {"loaded": 1, "rejected": 1}
    (reason,) = (line.reason for line in first.lines if line.outcome == "rejected")
    assert str(reason).startswith("unreadable: the folder may not be listed")
    folders_only = [take_in([str(tmp_path / "inbox")], database, only_changed=True).outcomes for _ in range(2)]
    assert sum(o["rejected"] for o in folders_only) <= 1
