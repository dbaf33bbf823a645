"""What many outlets print is one line, with how many others have it; `--copies` shows each."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from flows.cli import arguments, command_line
from tests.filing import file_paths
from warehouse.database.place import Place

BODY = (
    'Orla Finch, the mayor of Dunmere, said on Monday: "The sea wall will be closed in November, and nobody will like it." The works '
    'cost 4.2 million crowns.\n\nDunmere and Fenwick signed an agreement on the "long wall" on March 12, 2025. Shops on the front '
    "asked for help with the rent, and the harbour master asked for a second crane."
)
OUTLETS = ("Dunmere Post", "Coast Courier", "Weald Herald")


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Place:
    """A report that three outlets print, one of them with other quotation marks and one with other spaces."""
    folder = tmp_path_factory.mktemp("stories")
    printed = (
        BODY,
        re.sub(r'"([^"]*)"', "“\\1”", BODY),
        BODY.replace(" - ", "-").replace(", the mayor", ",  the mayor"),
    )
    lines = [
        json.dumps(
            {
                "@type": "NewsArticle",
                "headline": "Dunmere to close its sea wall",
                "articleBody": body,
                "publisher": outlet,
                "datePublished": f"2025-03-17T{hour:02d}:00:00Z",
            }
        )
        for hour, (outlet, body) in enumerate(zip(OUTLETS, printed, strict=True), 9)
    ]
    (folder / "stream.jsonl").write_text("\n".join(lines) + "\n", encoding="utf-8")
    place = Place.at(folder / "desk.duckdb")
    file_paths(place, [str(folder / "stream.jsonl")])
    return place


def called(place: Place, capsys: pytest.CaptureFixture[str], *said: str) -> str:
    """What a command prints."""
    words = arguments([*said, "--database", str(place.published)])
    assert command_line(words)(words, result_action="return_value", exit_on_error=False) == 0
    return capsys.readouterr().out


@pytest.mark.parametrize("verb", [("search", "sea", "wall"), ("timeline", "--about", "fenwick")])
def test_a_story_is_one_line_with_its_outlets(
    place: Place, capsys: pytest.CaptureFixture[str], verb: tuple[str, ...]
) -> None:
    """Search and timeline show the first print and count the others; with --copies there are three lines, none of which counts."""
    assert called(place, capsys, *verb).count("also in 2 outlets (3 articles)") == 1
    every = called(place, capsys, *verb, "--copies")
    assert all(outlet in every for outlet in OUTLETS)


def test_the_report_shows_a_story_once(place: Place, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    """A quotation, a figure and a dated fact are there once, with the other outlets or the articles that print them."""
    called(place, capsys, "report", "--output", str(tmp_path / "report.html"))
    page = (tmp_path / "report.html").read_text(encoding="utf-8")
    assert page.count("nobody will like it") == page.count('<blockquote class="direct"')
    assert "also in 2 outlets" in page
    assert "3 articles, one source" in page
