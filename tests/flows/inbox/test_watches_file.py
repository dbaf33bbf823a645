"""watches.toml: what may be in it, what is said about what may not, and when it is taken over."""

from __future__ import annotations

import logging
import os
from pathlib import Path

import pytest

from flows.filing import declare_watches
from flows.inbox import watches_file
from parsers.errors import UsageError
from warehouse.database.place import Place
from warehouse.database.store import writing
from warehouse.watching import watches

GOOD = '[[watch]]\nname = "harbours"\nkind = "search"\nquestion = "port"\ntargets = ["mailto:a@press.example"]\npace = "daily"\n'


def names(place: Place) -> list[str]:
    """The watches that are kept."""
    with writing(place) as warehouse:
        return [w.name for w in watches.known(warehouse)]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[[watch]]\nname = 'a'\nkind = 'rumour'\n", "watch a: kind"), ("[[watch]]\nname = 'a'\nkind = 'search'\n", "asks nothing"), ("[[wach]]\n", "wach"),
        ("[[watch]]\nname = 'a'\nkind = 'search'\nquestion = 'x'\npace = 'soon'\n", "watch a: pace"), ("nonsense", "not valid TOML"),
        ("[[watch]]\nname = 'a'\nkind = 'search'\nquestion = 'x'\ntargets = ['slack://token']\n", "cannot send to"),
        ("[[watch]]\nname = 'a'\nkind = 'measure'\nquestion = 'x'\nat_least = nan\n", "at_least"), ("[[watch]]\nkind = 'search'\n", "watch number 1: name"),
    ],
)  # fmt: skip
def test_a_wrong_file_is_one_sentence(tmp_path: Path, text: str, said: str) -> None:
    """The sentence names the file, the watch and what is wrong."""
    file = tmp_path / "watches.toml"
    file.write_text(text)
    with pytest.raises(UsageError, match=said) as error:
        watches_file.read(file)
    assert str(error.value).startswith(str(file))
    assert "\n" not in str(error.value)


def test_private_networks_need_a_file_of_ones_own(tmp_path: Path) -> None:
    """A file that others can write may open no private network."""
    file = tmp_path / "watches.toml"
    file.write_text(GOOD + 'networks = ["127.0.0.0/8"]\n')
    file.chmod(0o600)
    assert watches_file.read(file)[0].networks == ("127.0.0.0/8",)
    file.chmod(0o666)
    with pytest.raises(UsageError, match="others can write it"):
        watches_file.read(file)


def test_a_run_takes_over_the_file_of_its_folder(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    """New, changed and removed watches follow the file; a wrong one costs a line in the log, and those of before stay."""
    place, file = Place.at(tmp_path / "desk.duckdb"), tmp_path / "in" / "watches.toml"
    file.parent.mkdir()
    declare_watches([str(file.parent)], place)
    assert not place.live.exists()
    file.write_text(GOOD)
    declare_watches([str(file.parent)], place)
    assert names(place) == ["harbours"]
    file.write_text("nonsense")
    os.utime(file, (1, 1))
    with caplog.at_level(logging.WARNING, "newsdesk"):
        declare_watches([str(file.parent / "a.txt")], place)
    assert "not valid TOML" in caplog.text
    assert names(place) == ["harbours"]
    file.write_text(GOOD.replace("harbours", "ports"))
    os.utime(file, (2, 2))
    declare_watches([str(file.parent)], place)
    assert names(place) == ["ports"]
