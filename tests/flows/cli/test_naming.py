"""Notes and tags find an article by words of its headline; several are listed, and nothing is entered."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from flows.cli import command_line
from flows.cli.naming import SeveralMeantError
from parsers.errors import UsageError
from tests.filing import file_texts
from warehouse.database.place import Place
from warehouse.database.publish import publish
from warehouse.database.store import exclusive, reading, writing

SAID = " The harbour office said so on Monday morning, and the council of the town will meet again about it before the summer."
TEXTS = {
    "lock.txt": "Sea lock of Ambleford reopens\n\nThe sea lock of Ambleford was opened on Monday after eleven weeks of work on its gates." + SAID,
    "toll.txt": "Ambleford bridge toll ends\n\nNobody pays on the bridge of Ambleford from July on, and the booths at both ends will be pulled down." + SAID,
    "fed.txt": "Fed geese stay for winter\n\nGeese that are fed at the weir stay in the valley for the winter, and farmers downstream count the cost." + SAID,
}  # fmt: skip


@pytest.fixture
def place(tmp_path: Path) -> Place:
    """A desk with three articles, two of which have one town in their headlines."""
    place = Place.at(tmp_path / "desk.duckdb")
    file_texts(place, TEXTS)
    with exclusive(place):
        publish(place)
    return place


def called(place: Place, *words: str) -> object:
    """Call the command line."""
    return command_line(words)([*words, "--database", str(place.published)], result_action="return_value")


def noted(place: Place, table: str) -> list[tuple[str, str]]:
    """What is noted or tagged, with the headline of its article."""
    column = "text" if table == "note" else "tag"
    with reading(place) as warehouse:
        return warehouse.connection.execute(f"select {column}, headline from {table} join article using (article_id) order by 1").fetchall()  # fmt: skip


@pytest.mark.parametrize("words", ["sea lock", "LOCK ambleford", "reopens"])
@pytest.mark.parametrize("on", ["article", "story"])
def test_words_of_one_headline_name_the_article(
    place: Place, words: str, on: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """Words that one headline holds, in any order and case, are enough; the answer says which it is."""
    assert called(place, "notes", "add", words, "ask the engineer", "--on", on) == 0
    assert "Sea lock of Ambleford reopens" in capsys.readouterr().out
    assert noted(place, "note") == [("ask the engineer", "Sea lock of Ambleford reopens")]
    called(place, "notes", "list", words, "--on", on, "-f", "json")
    assert [n["text"] for n in json.loads(capsys.readouterr().out)] == ["ask the engineer"]


def test_tags_are_put_and_taken_by_words(place: Place) -> None:
    """A tag is put on, listed and taken off by words of the headline."""
    called(place, "tags", "add", "bridge toll", "checked", "town")
    assert noted(place, "tag") == [("checked", "Ambleford bridge toll ends"), ("town", "Ambleford bridge toll ends")]
    called(place, "tags", "remove", "bridge toll", "town")
    assert noted(place, "tag") == [("checked", "Ambleford bridge toll ends")]


@pytest.mark.parametrize("verb", ["notes", "tags"])
def test_several_are_listed_and_nothing_is_entered(place: Place, verb: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Words of two headlines list both with their ids; nothing is noted or tagged."""
    with pytest.raises(SeveralMeantError, match="several articles"):
        called(place, verb, "add", "ambleford", "look")
    out = capsys.readouterr().out
    assert "Sea lock of Ambleford reopens" in out
    assert "Ambleford bridge toll ends" in out
    assert "geese" not in out
    assert noted(place, verb.removesuffix("s")) == []


def test_rows_for_programs_are_not_mixed_with_a_list(place: Place, capsys: pytest.CaptureFixture[str]) -> None:
    """With --format json several articles are an error alone: nothing is on the standard output."""
    with pytest.raises(SeveralMeantError):
        called(place, "notes", "list", "ambleford", "--format", "json")
    assert capsys.readouterr().out == ""


def test_what_may_be_a_word_or_an_id_is_not_guessed(place: Place) -> None:
    """A word of a headline that is also the beginning of another article's id names neither; the whole id does."""
    whole = "fed" + "0" * 61
    with writing(place) as warehouse:
        ((old,),) = warehouse.connection.execute("select article_id from article where starts_with(headline, 'Sea lock')").fetchall()  # fmt: skip
        for table in ("article", "passage"):
            warehouse.connection.execute(f"update {table} set article_id = ? where article_id = ?", [whole, old])
    with pytest.raises(SeveralMeantError):
        called(place, "notes", "add", "fed", "which?")
    called(place, "notes", "add", whole, "the lock")
    called(place, "notes", "add", "fed geese", "the geese")
    assert noted(place, "note") == [
        ("the geese", "Fed geese stay for winter"),
        ("the lock", "Sea lock of Ambleford reopens"),
    ]


@pytest.mark.parametrize("said", ["nobody wrote this", "zz", " "])
def test_what_names_nothing_is_refused(place: Place, said: str) -> None:
    """Words that no headline holds, and none at all, are refused."""
    with pytest.raises(UsageError, match=r"no article's id begins|name an article"):
        called(place, "tags", "add", said, "checked")
