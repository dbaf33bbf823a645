"""The progress bar of a run in the Prefect UI."""

from __future__ import annotations

import pytest

from flows.monitoring import progress
from flows.monitoring.progress import Bar


def test_members_of_archives_are_no_share_of_the_files(monkeypatch: pytest.MonkeyPatch) -> None:
    """More documents than files were expected tell no share, so the bar does not claim that all is done."""
    shown: list[float] = []
    monkeypatch.setattr(progress, "FIRST_SECONDS", 0.0)
    monkeypatch.setattr(progress, "EVERY_SECONDS", 0.0)
    monkeypatch.setattr(Bar, "_send", lambda self, percent: shown.append(percent))
    bar = Bar("key", "Filing about 4 documents", 4)
    for done in (1, 3, 800, 20_000):
        bar.at(done)
    assert shown == [25.0, 75.0]


def test_one_large_file_tells_how_far_it_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    """The members of one archive are as far as its bytes are read."""
    shown: list[float] = []
    monkeypatch.setattr(progress, "FIRST_SECONDS", 0.0)
    monkeypatch.setattr(progress, "EVERY_SECONDS", 0.0)
    monkeypatch.setattr(Bar, "_send", lambda self, percent: shown.append(percent))
    bar = Bar("key", "Filing about 1 documents", 1)
    bar.at(5_000, 0.25)
    bar.at(9_000, 0.5)
    assert shown == [25.0, 50.0]
