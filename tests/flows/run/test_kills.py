"""Killed at a step on disk and run again, a filing run ends as if undisturbed."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.flows.run.test_desk import archive, contents
from tests.kills import differing, file_and_kill
from warehouse.database.place import Place
from warehouse.database.store import reading
from warehouse.filing import checks

EVENTS = 12
"""Kills tried here, spread over the run, most of them late: `python -m tests.benchmarks.kills` tries every event."""


@pytest.mark.trial
def test_killed_anywhere_and_run_again(tmp_path: Path) -> None:
    """Every table equals that of an undisturbed run, and every check passes, wherever the kill was."""
    inbox = tmp_path / "inbox"
    inbox.mkdir()
    archive(inbox / "archive.jsonl.gz", 18)
    (inbox / "empty.txt").write_text("")
    (inbox / "empty too.txt").write_text("")
    undisturbed = Place.at(tmp_path / "undisturbed.duckdb")
    events = file_and_kill(undisturbed, [str(inbox)], None)
    expected = contents(undisturbed)
    for n in range(EVENTS):
        at = round(events * (1 - 0.7 ** (n + 1)))
        place = Place.at(tmp_path / f"at{at}.duckdb")
        assert file_and_kill(place, [str(inbox)], at) == -1
        file_and_kill(place, [str(inbox)], None)
        assert differing(place, expected) == set(), f"killed before event {at} of {events}"
        with reading(place) as warehouse:
            assert [c.rule for c in checks.check(warehouse) if c.violations] == []
