"""Where `newsdesk backup` writes to."""

from __future__ import annotations

from pathlib import Path

import pytest

from flows.cli import backup
from parsers.errors import UsageError


def test_a_name_is_made_in_a_folder_and_a_file_is_taken_as_it_is(tmp_path: Path) -> None:
    """A folder gets the name with the time, with and without a slash at its end."""
    assert backup._target(str(tmp_path), "made.duckdb") == tmp_path / "made.duckdb"
    assert backup._target(f"{tmp_path}/", "made.duckdb") == tmp_path / "made.duckdb"
    assert backup._target(f"{tmp_path}/mine.duckdb", "made.duckdb") == tmp_path / "mine.duckdb"


def test_a_folder_that_is_not_there_is_refused(tmp_path: Path) -> None:
    """`backup /backups/` must not write a file named `backups` where the folder is missing, a disk that is not mounted, say."""
    with pytest.raises(UsageError, match="make it first"):
        backup._target(f"{tmp_path}/backups/", "made.duckdb")
