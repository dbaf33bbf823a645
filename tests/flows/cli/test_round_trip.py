"""What `newsdesk export` writes can be handed in again, and comes back as it went out."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from flows.cli import command_line
from tests.filing import file_paths
from warehouse.database.place import Place
from warehouse.database.store import reading

KEPT = (
    "headline", "url", "author", "dateline", "publisher", "date_published", "date_published_precision", "date_modified", "in_language",
    "genre", "article_body", "word_count", "keywords",
)  # fmt: skip
TEXT = "The lock gates were renewed in the night from Monday to Tuesday, the canal trust of Penhallow said, and boats can pass again from noon."
RECORDS = (
    {"headline": "Lock gates renewed", "articleBody": f"{TEXT}\n\n“It went well,” a diver said; “nobody expected that.”", "datePublished": "2024-06-12T06:45:00Z",
     "dateModified": "2024-06-13T10:00:00Z", "publisher": "The Tidewater Post", "author": ["Marian Holt", "Pavel Strand"], "url": "https://tidewater.example/1",
     "keywords": ["canals", "works"], "inLanguage": "en", "genre": "analysis"},
    {"headline": "Ferry timetable", "articleBody": f"{TEXT} The ferries, however, do not sail, the harbour board of Quarr said on the same day.", "datePublished": "2024-06-14", "publisher": "Quarr Echo"},
    {"headline": "=HYPERLINK(\"http://evil.example\",\"Ferry\")", "articleBody": f"- {TEXT} A text may begin with a hyphen, and a headline with a sign that a spreadsheet would compute, said the board.", "publisher": "+Plus Gazette"},
    {"headline": "'=quoted', said the board of Quarr", "articleBody": f"'=x' was the answer. {TEXT} An apostrophe before a sign of equality is part of the headline, the board said."},
    {"articleBody": f"{TEXT} Without a headline, an outlet or a day this text is filed as well as any other, said the desk."},
)  # fmt: skip


def rows(place: Place) -> list[tuple[object, ...]]:
    """The articles of a desk, by their text."""
    with reading(place) as warehouse:
        return warehouse.connection.execute(f"select {', '.join(KEPT)} from article order by article_body").fetchall()


@pytest.mark.parametrize("form", ["jsonl", "csv", "parquet"])
def test_an_export_comes_back_as_it_went_out(form: str, tmp_path: Path) -> None:
    """Articles exported in any format and ingested by another desk have the same fields and the same text."""
    (tmp_path / "in.jsonl").write_text("\n".join(json.dumps(record) for record in RECORDS))
    one, other = (Place.at(tmp_path / name / "desk.duckdb") for name in ("one", "other"))
    for place in (one, other):
        place.published.parent.mkdir()
    file_paths(one, [str(tmp_path / "in.jsonl")])
    words = ["export", "article", "--format", form, "--output", str(tmp_path / "out"), "--database", str(one.published)]
    command_line(words)(words, result_action="return_value", exit_on_error=False)
    summary = file_paths(other, [str(tmp_path / "out" / f"article.{form}")])
    assert summary.documents == len(RECORDS)
    assert rows(other) == rows(one)


@pytest.mark.parametrize("form", ["json", "csv", "jsonl"])
def test_an_answer_comes_back(form: str, tmp_path: Path) -> None:
    """So do the answers of `newsdesk sql`, which have other layouts."""
    (tmp_path / "in.jsonl").write_text("\n".join(json.dumps(record) for record in RECORDS))
    one, other = (Place.at(tmp_path / name / "desk.duckdb") for name in ("one", "other"))
    for place in (one, other):
        place.published.parent.mkdir()
    file_paths(one, [str(tmp_path / "in.jsonl")])
    out = tmp_path / f"answer.{form}"
    words = ["sql", "from article", "--output", str(out), "--database", str(one.published)]
    command_line(words)(words, result_action="return_value", exit_on_error=False)
    file_paths(other, [str(out)])
    assert rows(other) == rows(one)
