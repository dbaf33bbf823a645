"""A desk of another user: what is refused names the file of the desk, and nothing slow is begun."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from flows.cli import flow_calls
from flows.cli.maintain import maintain
from flows.cli.reprocess import reprocess
from tests.another_user import refused, to_be_read_only, writable_again
from tests.filing import file_texts
from warehouse.database.backup import About, back_up
from warehouse.database.permission import check_writable
from warehouse.database.place import Place

ABOUT = About(newsdesk="1.2", made_at=datetime(2026, 3, 1, 3, 17, tzinfo=UTC))
TEXT = "Ferry stops\n\n" + "The ferry over the lake was stopped on Monday, the harbour master said. " * 4


@pytest.fixture(scope="module")
def theirs() -> Iterator[Place]:
    """A desk that may be read by everybody and written to by nobody."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        place = Place.at(folder / "desk" / "desk.duckdb")
        place.published.parent.mkdir()
        file_texts(place, {"a.txt": TEXT})
        (folder / "mine").mkdir()
        (folder / "mine").chmod(0o777)
        folder.chmod(0o755)
        to_be_read_only(place.published.parent)
        yield place
        writable_again(place.published.parent)


def test_a_backup_names_the_file_of_the_desk(theirs: Place) -> None:
    """What could not be opened is the desk's lock or folder, not the file that the backup was to become."""
    place = theirs
    to = place.published.parents[1] / "mine" / "b.duckdb"
    said = refused(lambda: back_up(place, to, ABOUT))
    assert said.startswith(f"WarehouseError: {place.published.parent} may not be written to by this user: ")
    assert not to.exists()


@pytest.mark.parametrize("verb", [maintain, reprocess])
def test_no_server_is_started_for_a_desk_that_cannot_be_written_to(
    monkeypatch: pytest.MonkeyPatch, theirs: Place, verb: Callable[..., int]
) -> None:
    """`maintain` and `reprocess` say so before they load Prefect, whose server takes up to a minute to start."""

    def late(*words: object, **named: object) -> None:
        raise AssertionError("a flow was called")

    monkeypatch.setattr(flow_calls, "call", late)
    where = theirs.published
    said = refused(lambda: verb(database=where))
    assert said.startswith(f"WarehouseError: {where.parent} may not be written to by this user: ")


def test_a_desk_of_ones_own_is_accepted(tmp_path: Path) -> None:
    """A desk that may be written to passes, whether it exists yet or not."""
    place = Place.at(tmp_path / "desk.duckdb")
    check_writable(place)
    file_texts(place, {"a.txt": TEXT})
    check_writable(place)
