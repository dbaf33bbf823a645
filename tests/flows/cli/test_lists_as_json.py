"""Every list as JSON, an article by words of its headline, completion."""

from __future__ import annotations

import csv
import io
import json
import os
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from flows.cli import main
from parsers.watches import Watch
from tests.cookbook import seeds
from warehouse.database.place import Place
from warehouse.database.publish import publish
from warehouse.database.store import exclusive, writing
from warehouse.filing import judgements, notes
from warehouse.filing.notes import Thing
from warehouse.watching import watches

AT = datetime(2026, 1, 2, 3, 4, tzinfo=UTC)

LISTS = (
    ("feeds", "list"), ("rules", "list"), ("quarantine", "list"), ("formats",), ("attach",), ("stories",), ("happenings",),
    ("entities",), ("timeline",), ("notes", "list"), ("tags", "list"), ("judgements", "list"), ("watches", "list"), ("watches", "due"), ("watches", "found"), ("search", "ferry"), ("search", "ferry", "--facets"), ("sql", "from story"),
)  # fmt: skip


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Place:
    """The desk of the sample documents, with a row of everything that people enter."""
    place = seeds(tmp_path_factory.mktemp("lists"))
    with writing(place) as warehouse, warehouse.transaction():
        fact, article = warehouse.connection.execute(
            "select fact_id, article_id from fact order by 1 limit 1"
        ).fetchall()[0]
        notes.add_note(warehouse, Thing(about="article", article_id=article), 'look again, "closely"', "ana", AT)
        notes.add_tags(warehouse, Thing(about="article", article_id=article), ["checked"], "ana", AT)
        judgements.judge_fact(warehouse, fact, "right", "ana", AT)
        watches.add(warehouse, [Watch(name="boats", kind="search", question="ferry", targets=("$HOOK",))], AT)
        warehouse.connection.execute(
            "insert into alert (alert_id, watch, story_id, article_id, exact, why, found_at, run_id) values ('a', 'boats', '', $1, '', '', $2, '')",
            [article, AT],
        ).fetchall()
        warehouse.connection.execute(
            "insert into delivery (delivery_id, alert_id, watch, target, due_at, state, attempts) values ('d', 'a', 'boats', '$HOOK', $1, 'waiting', 0)",
            [AT],
        ).fetchall()
    with exclusive(place):
        publish(place)
    return place


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
    """`--format json` gives an array of objects, and nothing else; `csv` the same rows and columns."""
    assert called(place, monkeypatch, *verb, "--format", "json") == 0
    rows = json.loads(capsys.readouterr().out)
    assert isinstance(rows, list)
    assert all(isinstance(row, dict) for row in rows)
    assert called(place, monkeypatch, *verb, "--format", "csv") == 0
    table = [*csv.DictReader(io.StringIO(capsys.readouterr().out))]
    assert [[*row] for row in table] == [[*row] for row in rows]
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
    assert "several articles are meant" in listed
    assert called(place, monkeypatch, "show", "zebra", "crossing") == 2
    assert "newsdesk search" in capsys.readouterr().err
    assert called(place, monkeypatch, "show") == 2


def test_completion_is_installed(tmp_path: Path) -> None:
    """`newsdesk --install-completion` writes a script that knows the verbs."""
    command = [sys.executable, "-c", "from flows.cli import main; main()", "--install-completion"]
    environment = {**os.environ, "HOME": str(tmp_path), "SHELL": "/bin/bash"}
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False, timeout=600)
    assert done.returncode == 0, done.stderr
    scripts = [p for p in tmp_path.rglob("*") if p.is_file() and "quarantine" in p.read_text("utf-8", "ignore")]
    assert scripts
