"""Killed at a step on disk and called again, each verb that changes a whole desk ends as if undisturbed."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.verb_kills import VERBS, copied, made, spoilt, undisturbed, wrong

KILLS = 3
"""Kills tried here of each; `python -m tests.benchmarks.verb_kills` tries twenty."""


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a desk, and a backup of an earlier state."""
    return made(tmp_path_factory.mktemp("kills") / "desk", 18)


@pytest.mark.trial
@pytest.mark.parametrize("verb", VERBS)
def test_a_verb_killed_anywhere(desk: Path, verb: str) -> None:
    """All tables of both files equal those after an undisturbed call, and people read the old state or the new one."""
    folder = copied(desk, verb)
    if verb in ("reprocess", "maintain"):
        spoilt(folder)
    events, before, after = undisturbed(folder, VERBS[verb])
    assert before != after
    for n in range(KILLS):
        at = events * (2 * n + 1) // (2 * KILLS)
        copy = copied(folder, f"{verb}-{at}")
        assert wrong(copy, VERBS[verb], at, before, after) == set(), f"killed before event {at} of {events}"
        shutil.rmtree(copy)
