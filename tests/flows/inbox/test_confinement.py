"""A run that somebody asks for at the server touches the database and the folders of its desk, and nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest

from flows.inbox.confinement import SETTING, Confinement, check
from parsers.errors import UsageError
from warehouse.database.place import Place


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A desk with one watched folder, and a file outside of it."""
    (tmp_path / "inbox" / "sub").mkdir(parents=True)
    (tmp_path / "inbox" / "a.txt").write_text("a")
    (tmp_path / "secret.txt").write_text("s")
    (tmp_path / "inbox" / "link.txt").symlink_to(tmp_path / "secret.txt")
    (tmp_path / "inbox" / "away").symlink_to(tmp_path)
    known = Confinement(database=str(tmp_path / "desk.duckdb"), folders=(str(tmp_path / "inbox"),), allow=("10.0.0.0/8",))  # fmt: skip
    for name, value in known.environment().items():
        monkeypatch.setenv(name, value)
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize("path", ["inbox", "inbox/a.txt", "inbox/sub", "inbox/new.txt", "inbox/*.t?t", "inbox/../inbox/a.txt"])  # fmt: skip
def test_what_lies_in_the_folders_is_taken(desk: Path, path: str) -> None:
    """Folders, files, files to come and patterns; absolute or not."""
    if path != "inbox/*.t?t":  # it finds the link
        check(Place.at(desk / "desk.duckdb"), paths=[path, str(desk / path)])


@pytest.mark.parametrize(
    "path",
    ["secret.txt", "/etc/passwd", ".", "..", "/", "-", "inbox/../secret.txt", "inbox/link.txt", "inbox/away/secret.txt", "inbox/*.t?t", "inbox/**/../../secret.*", "*", "inbox2/a.txt", "/proc/self/environ"],
)  # fmt: skip
def test_what_lies_elsewhere_is_refused_with_words(desk: Path, path: str) -> None:
    """Other paths, the way out by dots, by links and by patterns, and standard input."""
    with pytest.raises(UsageError, match="refused: this desk reads only its watched folders"):
        check(Place.at(desk / "desk.duckdb"), paths=[path])


def test_another_database_is_refused(desk: Path) -> None:
    """The name of the desk's own may be written in any way."""
    check(Place.at(desk / "inbox" / ".." / "desk.duckdb"))
    with pytest.raises(UsageError, match="refused: this desk is for the database"):
        check(Place.at(desk / "other.duckdb"))


def test_other_networks_and_feed_files_are_refused(desk: Path) -> None:
    """A run of `poll` opens no network and reads no file that the desk was not started with."""
    place = Place.at(desk / "desk.duckdb")
    check(place, feeds_file=str(desk / "inbox" / "feeds.toml"), allow=["10.0.0.0/8"])
    with pytest.raises(UsageError, match=r"--allow 127\.0\.0\.0/8"):
        check(place, allow=["127.0.0.0/8"])
    with pytest.raises(UsageError, match="elsewhere"):
        check(place, feeds_file="/etc/feeds.toml")


def test_a_person_at_the_command_line_is_not_confined(desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without the setting any path and database will do."""
    monkeypatch.delenv(SETTING)
    check(Place.at(desk / "other.duckdb"), paths=["/etc/hostname", "-"], allow=["127.0.0.0/8"])


def test_a_desk_without_folders_files_nothing_for_others(desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It says that no folder is watched."""
    monkeypatch.setenv(SETTING, Confinement(database=str(desk / "desk.duckdb")).environment()[SETTING])
    with pytest.raises(UsageError, match="no folder is watched"):
        check(Place.at(desk / "desk.duckdb"), paths=["inbox/a.txt"])
