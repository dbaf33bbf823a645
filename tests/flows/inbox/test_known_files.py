"""Files that are filed already are recognised by their bytes, without being taken apart."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from flows.filing import take_in
from flows.inbox.files import Broken, Reading, find, in_process
from flows.inbox.known_files import recognising
from parsers.formats.pieces import Member, Piece
from tests.filing import file_paths
from warehouse.database.place import Place
from warehouse.database.store import writing

BRIDGE = "Bridge opens\n\n" + "The bridge over the river Ansel was opened on Monday, the mayor said. " * 4
FERRY = "Ferry sails\n\n" + "The ferry to the island of Varn sails again from Tuesday, its master said. " * 4


@pytest.fixture
def place(tmp_path: Path) -> Place:
    """A desk with one article, filed from `inbox/a.txt`."""
    (tmp_path / "inbox").mkdir()
    (tmp_path / "inbox" / "a.txt").write_text(BRIDGE)
    place = Place.at(tmp_path / "desk.duckdb")
    assert file_paths(place, [str(tmp_path / "inbox")]).outcomes == {"loaded": 1}
    return place


def never(source: Path | bytes, name: str) -> Iterator[Piece | Broken | Reading]:
    """A splitter that must not be asked."""
    raise AssertionError(name)
    yield Reading(share=0)


def test_the_same_bytes_under_the_same_name_are_not_split_again(place: Place, tmp_path: Path) -> None:
    """The file is one document with what was declared about it when it was filed."""
    path = tmp_path / "inbox" / "a.txt"
    splitter = recognising(never, place, find([str(path)]))
    assert list(splitter(path, str(path))) == list(in_process(path, str(path)))
    summary = take_in([str(path)], str(place.published))
    assert summary.outcomes == {"unchanged": 1}


def test_other_bytes_and_other_files_are_split(place: Place, tmp_path: Path) -> None:
    """What was edited, and what is new, goes to the splitter."""
    path, other = tmp_path / "inbox" / "a.txt", tmp_path / "inbox" / "b.txt"
    path.write_text(FERRY)
    other.write_text(BRIDGE)
    splitter = recognising(in_process, place, find([str(tmp_path / "inbox")]))
    assert [p.payload for p in splitter(path, str(path)) if isinstance(p, Member)] == [FERRY.encode()]
    with pytest.raises(AssertionError):
        list(recognising(never, place, find([str(tmp_path / "inbox")]))(other, str(other)))


def test_a_desk_that_has_published_nothing_yet_goes_on(tmp_path: Path) -> None:
    """A first run that was interrupted leaves a live file alone: the next one files as if there were none."""
    (tmp_path / "a.txt").write_text(BRIDGE)
    place = Place.at(tmp_path / "desk.duckdb")
    with writing(place):
        pass
    assert place.live.exists()
    assert not place.published.exists()
    assert take_in([str(tmp_path / "a.txt")], str(place.published)).outcomes == {"loaded": 1}
