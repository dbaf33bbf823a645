"""Paths at the door: what they name, and what each file brings."""

from __future__ import annotations

import gzip
import io
import json
import os
from pathlib import Path
from types import SimpleNamespace

import pytest

from flows.inbox import files
from flows.inbox.files import Numbers, arrivals, find, ignored, read_file, unmatched
from parsers.errors import UsageError
from parsers.formats import split as splitting
from parsers.formats.registry import is_container
from parsers.known import Desk
from parsers.model import Rejection
from parsers.pipeline import parse
from tests.filing import file_paths
from warehouse.database.place import Place
from warehouse.filing.ledger import Arriving

LINE = '{"@type": "NewsArticle", "articleBody": "The port opened."}'


@pytest.fixture(autouse=True)
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Files that were written a moment ago are finished."""
    monkeypatch.setattr(files, "QUIET_SECONDS", 0.0)


def take(*paths: Path | str) -> list[Arriving]:
    """Everything that arrives."""
    return list(arrivals([str(p) for p in paths], Numbers("run")))


def reasons(arrived: list[Arriving]) -> list[str]:
    """The codes of what was refused."""
    return [(a.reason or "").split(":")[0] for a in arrived]


def test_folders_are_searched_and_files_named_once(tmp_path: Path) -> None:
    """Folders are read recursively and in order; the same file named thrice arrives once."""
    (tmp_path / "b" / "c").mkdir(parents=True)
    for name in ("b/c/3.txt", "b/2.txt", "1.txt"):
        (tmp_path / name).write_text("The port opened.")
    found = find([str(tmp_path), str(tmp_path / "1.txt"), str(tmp_path / "*.txt")])
    assert [f.path.name for f in found] == ["1.txt", "2.txt", "3.txt"]


def test_globs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A glob names files, also below folders and relative to where one is; one that matches nothing is named, and a mistake by itself."""
    (tmp_path / "in").mkdir()
    for name in ("a.txt", "b.html", "in/c.txt"):
        (tmp_path / name).write_text("x")
    monkeypatch.chdir(tmp_path)
    assert [f.path.name for f in find(["**/*.txt"])] == ["a.txt", "c.txt"]
    assert [f.path.name for f in find(["*.pdf", "*.txt"])] == ["a.txt"]
    assert unmatched(["*.pdf", "*.txt", "none.txt"]) == ("*.pdf",)
    assert unmatched(["*.pdf", "-"]) == ("*.pdf",)
    with pytest.raises(UsageError, match=r"\*\.pdf, \*\.doc match no file"):
        unmatched(["*.pdf", "*.doc"])


def test_a_name_with_brackets_is_a_name(tmp_path: Path) -> None:
    """A file that is called like a glob is found by its name, alone and by a glob."""
    (tmp_path / "port [1].txt").write_text("x")
    assert [f.path.name for f in find([str(tmp_path / "port [1].txt")])] == ["port [1].txt"]
    assert [f.path.name for f in find([str(tmp_path / "port*.txt")])] == ["port [1].txt"]


@pytest.mark.parametrize(
    "name", [".hidden", "~$letter.doc", "README.md", "feeds.toml", "a.txt.part", "a.tmp", "a~", "Thumbs.db"]
)
def test_what_is_no_document_of_a_folder(name: str, tmp_path: Path) -> None:
    """Hidden files, temporary names and the folder's own papers are passed over in folders, but not when named."""
    assert ignored(name)
    (tmp_path / name).write_text("The port opened.")
    assert find([str(tmp_path)]) == []
    assert len(take(tmp_path / name)) == 1


def test_members_of_arrays_and_archives(tmp_path: Path) -> None:
    """Each object of a JSON array and each line of JSON Lines, packed or not, is a document with its number."""
    (tmp_path / "a.json").write_text(f"[{LINE}, {LINE}]")
    (tmp_path / "b.jsonl").write_text(f"{LINE}\n\n{LINE}\r\n")
    (tmp_path / "c.jsonl.gz").write_bytes(gzip.compress(f"{LINE}\n{LINE}".encode()))
    arrived = take(tmp_path)
    assert [a.source_uri.removeprefix(f"{tmp_path}/") for a in arrived] == [
        "a.json#1", "a.json#2", "b.jsonl#1", "b.jsonl#3", "c.jsonl.gz#1", "c.jsonl.gz#2",
    ]  # fmt: skip
    assert all(json.loads(a.raw.payload)["articleBody"] for a in arrived if a.raw)
    assert len({a.arrival_id for a in arrived}) == 6


def test_arrays_of_one_or_of_others_are_one_document(tmp_path: Path) -> None:
    """An array of one object is that object, and an array without objects arrives as it is."""
    for name, text in (("one.json", f"[{LINE}]"), ("numbers.json", "[1, 2, 3]")):
        (tmp_path / name).write_text(text)
    assert [a.raw.payload.decode() for a in take(tmp_path) if a.raw] == ["[1, 2, 3]", LINE]


def test_an_array_that_is_cut_keeps_what_came_before(tmp_path: Path) -> None:
    """The whole objects arrive; what is cut off, and what is no object, is refused, each with its number."""
    (tmp_path / "cut.json").write_text(f"[{LINE}, null, {LINE}, {LINE[:20]}")
    arrived = take(tmp_path)
    assert [a.source_uri[-2:] for a in arrived] == ["#1", "#2", "#3", "#4"]
    assert reasons(arrived) == ["", "malformed", "", "malformed"]


def test_bytes_behind_an_archive_are_a_note(tmp_path: Path) -> None:
    """They cost no document: the last one says what was not read."""
    (tmp_path / "a.jsonl.gz").write_bytes(gzip.compress(f"{LINE}\n{LINE}\n".encode()) + b"something else")
    assert [(a.reason, a.note) for a in take(tmp_path)] == [
        (None, None),
        (None, "14 bytes behind the compressed data were not read"),
    ]


def test_broken_characters_in_arrays(tmp_path: Path) -> None:
    """An escape that is half a character does not stop the others."""
    (tmp_path / "a.json").write_text(rf'[{{"articleBody": "a \ud800"}}, {LINE}]')
    assert len(take(tmp_path)) == 2


def test_an_archive_that_breaks_off(tmp_path: Path) -> None:
    """What came before the break arrives, and the break is told where it is."""
    lines = "\n".join(json.dumps({"articleBody": os.urandom(300).hex()}) for _ in range(400))
    (tmp_path / "a.jsonl.gz").write_bytes(gzip.compress(lines.encode())[:-40_000])
    *before, last = take(tmp_path)
    assert len(before) > 10
    assert all(a.raw for a in before)
    assert reasons([last]) == ["broken_compression"]
    assert last.source_uri.endswith(f"#{len(before) + 1}")


def test_lines_without_end(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A line that is too long is refused, and the one behind it is read."""
    monkeypatch.setattr(files, "LINE_LIMIT", 100)
    (tmp_path / "a.jsonl").write_text(f"{LINE}\n{'x' * 1000}\n{LINE}\n")
    assert reasons(take(tmp_path)) == ["", "too_large", ""]


def test_files_too_large_to_keep(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """They are refused by name and stay where they are."""
    monkeypatch.setattr(files, "KEEP_LIMIT", 10)
    (tmp_path / "a.txt").write_text("The port opened.")
    assert reasons(take(tmp_path)) == ["too_large"]


def test_vanished_and_irregular_files(tmp_path: Path) -> None:
    """A file that is gone, and a pipe that would never end, are refused by name at once."""
    os.mkfifo(tmp_path / "pipe.txt")
    assert reasons(take(tmp_path / "gone.txt", tmp_path / "pipe.txt")) == ["vanished", "unreadable"]


def test_a_file_that_is_gone_when_its_turn_comes(tmp_path: Path) -> None:
    """Between being found and being read, a file may vanish: it arrives with that reason, and the others go on."""
    (tmp_path / "a.txt").write_text("The port opened.")
    (tmp_path / "b.txt").write_text("The port opened.")
    arriving = arrivals([str(tmp_path)], Numbers("run"))
    first = next(arriving)
    (tmp_path / "b.txt").unlink()
    assert first.raw
    assert reasons(list(arriving)) == ["vanished"]


def test_a_file_that_grows_while_it_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is not filed half: it is refused as still growing."""
    path = tmp_path / "a.txt"
    path.write_text("The port")
    split = splitting.split

    def meanwhile(*about: object) -> object:
        with path.open("a") as file:
            file.write(" opened.")
        return split(*about)  # type: ignore[arg-type]

    monkeypatch.setattr(splitting, "split", meanwhile)
    assert reasons(list(read_file(path, Numbers("run")))) == ["still_growing"]


def test_standard_input(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """- is what comes from standard input: one document, or an archive; beside it come files."""
    (tmp_path / "a.txt").write_text("The bridge opened.")
    monkeypatch.setattr(files.sys, "stdin", SimpleNamespace(buffer=io.BytesIO(b"The port opened.")))
    assert [(a.source_uri, a.raw.payload) for a in take("-", tmp_path) if a.raw] == [
        ("-", b"The port opened."),
        (str(tmp_path / "a.txt"), b"The bridge opened."),
    ]
    monkeypatch.setattr(files.sys, "stdin", SimpleNamespace(buffer=io.BytesIO(f"{LINE}\n{LINE}\n".encode())))
    assert [a.source_uri for a in take("-")] == ["-#1", "-#2"]


def test_names_that_are_no_text(tmp_path: Path) -> None:
    """A file whose name is no UTF-8 is filed like any other."""
    name = os.fsdecode(b"caf\xe9.txt")
    try:
        (tmp_path / name).write_text("The port of Larkhaven opened on Monday, the mayor said.")
    except OSError:
        pytest.skip("this file system takes only UTF-8 names")
    summary = file_paths(Place.at(tmp_path / "desk.duckdb"), [str(tmp_path / name)])
    assert summary.outcomes == {"loaded": 1}


@pytest.mark.parametrize("name", ["cut.zip", "notice.docx", "rows.parquet", "book.xlsx", "list.csv"])
def test_a_file_that_is_refused_as_a_whole_keeps_its_bytes(tmp_path: Path, name: str) -> None:
    """The bytes of a file that cannot be taken apart are stored with the reason; a retry of them gives the same reason."""
    damaged = {"rows.parquet": b"PAR1" + bytes(200), "list.csv": b"title,url\nPort opens,https://example.org/1\n"}
    payload = damaged.get(name) or b"PK\x03\x04\x14\x00\x00\x00\x08\x00" + bytes(range(200))
    (tmp_path / name).write_bytes(payload)
    (arriving,) = take(tmp_path / name)
    assert arriving.reason
    assert arriving.raw is not None
    assert arriving.raw.payload == payload
    again = parse(arriving.raw, Desk())
    assert isinstance(again, Rejection)
    if is_container(arriving.raw.media_type):
        assert again.sentence() == arriving.reason


def test_members_before_a_fault_leave_the_file_alone(tmp_path: Path) -> None:
    """A file of which documents came out is not stored a second time as a whole."""
    whole = gzip.compress(("\n".join([LINE] * 50) + "\n").encode())
    (tmp_path / "cut.jsonl.gz").write_bytes(whole[:-12])
    arrived = take(tmp_path / "cut.jsonl.gz")
    assert len(arrived) > 1
    assert all(a.raw is None or len(a.raw.payload) <= len(LINE) for a in arrived)


def test_members_of_a_large_file_say_how_far_it_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The share grows with the members, and small files say nothing."""
    line = '{"headline": "Port opens", "articleBody": "%s"}\n'
    (tmp_path / "a.jsonl").write_text("".join(line % (f"{n} " * 4000) for n in range(60)))
    assert {a.reading for a in take(tmp_path)} == {None}
    monkeypatch.setattr(files, "LARGE", 1000)
    shares = [a.reading[1] for a in take(tmp_path) if a.reading]
    assert shares == sorted(shares)
    assert len(set(shares)) > 5
    assert {a.reading[0] for a in take(tmp_path) if a.reading} == {str(tmp_path / "a.jsonl")}
