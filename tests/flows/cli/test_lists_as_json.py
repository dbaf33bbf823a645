"""Every list as JSON, an article by words of its headline, completion."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from flows.cli import main
from tests.cookbook import seeds
from warehouse.database.place import Place

LISTS = (
    ("feeds", "list"), ("rules", "list"), ("quarantine", "list"), ("formats",), ("attach",), ("stories",), ("happenings",),
    ("entities",), ("timeline",), ("search", "ferry"), ("search", "ferry", "--facets"), ("sql", "from story"),
)  # fmt: skip


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Place:
    """The desk of the sample documents."""
    return seeds(tmp_path_factory.mktemp("lists"))


def called(place: Place, monkeypatch: pytest.MonkeyPatch, *words: str) -> int:
    """Call the command; its exit code."""
    own = () if words[0] == "formats" else ("--database", str(place.published))
    monkeypatch.setattr(sys, "argv", ["newsdesk", *words, *own])
    with pytest.raises(SystemExit) as ended:
        main()
    return int(ended.value.code or 0)


@pytest.mark.parametrize("verb", LISTS, ids=" ".join)
def test_every_list_is_given_as_json(
    verb: tuple[str, ...], place: Place, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """`--format json` gives an array of objects, and nothing else."""
    assert called(place, monkeypatch, *verb, "--format", "json") == 0
    rows = json.loads(capsys.readouterr().out)
    assert isinstance(rows, list)
    assert all(isinstance(row, dict) for row in rows)
    assert rows or verb[0] in ("feeds", "rules", "quarantine", "attach", "happenings")


@pytest.mark.parametrize(
    ("words", "key"), [(("status",), "counts"), (("stories", "--story", "{story}"), "tree"), (("show", "ferry halves"), "facts")]
)  # fmt: skip
def test_what_is_no_list_is_an_object(
    words: tuple[str, ...], key: str, place: Place, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The state of the desk, one story and one article are one object of JSON."""
    called(
        place, monkeypatch, "sql", "select story_id from story order by articles desc, story_id limit 1", "-f", "jsonl"
    )
    story = json.loads(capsys.readouterr().out)["story_id"]
    assert called(place, monkeypatch, *(w.replace("{story}", story) for w in words), "-f", "json") == 0
    assert json.loads(capsys.readouterr().out)[key]


def test_an_article_is_found_by_words_of_its_headline(
    place: Place, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Words of one headline print the article; of several, list them; of none, say what to do."""
    assert called(place, monkeypatch, "show", "larks", "electric") == 0
    assert "Electric ferry halves the way" in capsys.readouterr().out
    assert called(place, monkeypatch, "show", "crack") == 0
    listed = capsys.readouterr().out
    assert "two villages" in listed
    assert "three villages" in listed
    assert "several headlines" in listed
    assert called(place, monkeypatch, "show", "zebra", "crossing") == 2
    assert "newsdesk search" in capsys.readouterr().err
    assert called(place, monkeypatch, "show") == 2


def test_completion_is_installed(tmp_path: Path) -> None:
    """`newsdesk --install-completion` writes a script that knows the verbs."""
    command = [sys.executable, "-c", "from flows.cli import main; main()", "--install-completion"]
    environment = {**os.environ, "HOME": str(tmp_path), "SHELL": "/bin/bash"}
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False, timeout=120)
    assert done.returncode == 0, done.stderr
    scripts = [p for p in tmp_path.rglob("*") if p.is_file() and "quarantine" in p.read_text("utf-8", "ignore")]
    assert scripts
