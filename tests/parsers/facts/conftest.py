"""All families of events are read in these tests, also those that are not filed."""

from __future__ import annotations

import pytest

from parsers.facts import settings

WITHHELD = settings.WITHHELD_EVENTS
"""The families that are not filed outside of these tests."""


@pytest.fixture(autouse=True)
def _every_family(monkeypatch: pytest.MonkeyPatch) -> None:
    """Withheld families stay tested: whoever takes them out of the setting gets them as these tests say."""
    monkeypatch.setattr(settings, "WITHHELD_EVENTS", frozenset())
