"""A fields.toml beside the files adds names of fields, in every format that holds records, and its mistakes are named."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from flows.filing import desk
from flows.inbox.field_names import beside
from flows.inbox.files import Numbers, arrivals
from flows.run.desk import Run, unwatched
from flows.run.splitting import Splitting
from flows.run.summary import Summary, unread_keys
from parsers.errors import UsageError
from warehouse.database.place import Place

TEXT = "The tram depot at Lund opened its gates on Monday, and two hundred people came to see the first tram leave."
NAMES = 'article_body = ["Wortlaut"]\nheadline = ["Zeile"]\ndate_published = ["Drucktag"]\npublisher = ["Blatt"]\n'


def filed(folder: Path, paths: list[str]) -> Summary:
    """What becomes of paths, filed as `newsdesk ingest` does."""
    known = desk(paths)
    run = Run(Place.at(folder / "desk.duckdb"), known, kind="ingest", run_id="r")
    with Splitting(known.field_names) as splitter:
        return run.go(arrivals(paths, Numbers("r"), splitter), run.steps(), unwatched)


def record(number: int) -> dict[str, str]:
    """An article under names that no table has."""
    return {"Zeile": f"Tram {number}", "Wortlaut": f"{TEXT} It was tram {number} of nine.", "Drucktag": "2024-05-14", "Blatt": "Lund Post"}  # fmt: skip


@pytest.fixture
def inbox(tmp_path: Path) -> Path:
    """One record in each way of writing records."""
    folder = tmp_path / "inbox"
    folder.mkdir()
    (folder / "lines.jsonl").write_text(json.dumps(record(1)) + "\n")
    (folder / "table.csv").write_text(",".join(record(2)) + "\n" + ",".join(f'"{v}"' for v in record(2).values()))
    (folder / "answer.json").write_text(json.dumps({"status": "ok", "hits": [record(3), record(4)]}))
    front = "".join(f"{k}: {v}\n" for k, v in record(5).items() if k != "Wortlaut")
    (folder / "note.md").write_text(f"---\n{front}---\n{record(5)['Wortlaut']}\n")
    return folder


def test_names_beside_the_files_are_read(inbox: Path, tmp_path: Path) -> None:
    """JSON Lines, tables, answers and front matter are read by a user's own names, whether a folder or a file is named."""
    (inbox / "fields.toml").write_text(NAMES)
    summary = filed(tmp_path, [str(inbox)])
    said = {
        (Path(x.document).name, x.headline, x.publisher, f"{x.date_published:%Y-%m-%d}")
        for x in summary.lines
        if x.date_published
    }
    assert said == {
        (name, f"Tram {n}", "Lund Post", "2024-05-14")
        for n, name in enumerate(("lines.jsonl#1", "table.csv#1", "answer.json#1", "answer.json#2", "note.md"), 1)
    }
    assert summary.good
    assert unread_keys(summary) is None
    assert beside([str(inbox / "table.csv")]) == beside([str(inbox)]) == beside([str(inbox / "*.csv")])


def test_keys_that_nothing_read_are_named(tmp_path: Path) -> None:
    """Keys that look like a date's or an outlet's and gave nothing are counted by document, the most frequent first."""
    lines = [{"title": f"Tram {n}", "text": f"{TEXT} It was tram {n}.", "rowDate": "14.5.24 early"} for n in range(3)]
    lines[0]["zeitungsname"] = "Lund Post"
    (tmp_path / "lines.jsonl").write_text("\n".join(map(json.dumps, lines)))
    said = unread_keys(filed(tmp_path, [str(tmp_path / "lines.jsonl")]))
    assert said == "keys nothing read: rowDate (3 documents), zeitungsname (1 document); map them in fields.toml"


def test_without_them_the_files_are_refused(inbox: Path, tmp_path: Path) -> None:
    """A table whose columns nobody knows is refused: its text is not guessed."""
    assert [str(x.outcome) for x in filed(tmp_path, [str(inbox / "table.csv")]).lines] == ["rejected"]


def test_the_current_folder_counts_last(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Names of the files' folder go before those of the current folder; standard input has only the latter."""
    inbox = tmp_path / "inbox"
    inbox.mkdir()
    (inbox / "fields.toml").write_text('headline = ["Zeile"]')
    (tmp_path / "fields.toml").write_text('headline = "Kopf"\npublisher = ["Blatt"]')
    monkeypatch.chdir(tmp_path)
    assert beside(["inbox"]) == (("headline", ("Zeile", "Kopf")), ("publisher", ("Blatt",)))
    assert beside(["-"]) == beside() == (("headline", ("Kopf",)), ("publisher", ("Blatt",)))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (b'headline = ["a"]\n\nbyeline = ["b"]\n', r"fields\.toml, line 3: there is no field `byeline`; use one of .*byline"),
        (b'# mine\nheadline = 4\n', r"fields\.toml, line 2: `headline` needs a list of names; write for example"),
        (b'headline = ["a"\npublisher = ["b"]\n', r"fields\.toml is not valid TOML: .*line 2.*; correct that line"),
        (b'headline = ["\xe9"]\n', r"fields\.toml is not UTF-8: save it as UTF-8"),
    ],
)  # fmt: skip
def test_a_mistake_names_file_and_line(tmp_path: Path, text: bytes, said: str) -> None:
    """What is wrong in a fields.toml is said with the file, the line and what to do, before anything is filed."""
    (tmp_path / "fields.toml").write_bytes(text)
    with pytest.raises(UsageError, match=f"{tmp_path}/{said}"):
        desk([str(tmp_path)])
