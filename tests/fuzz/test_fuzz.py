"""A minute of fuzzing: other inputs each day would hide what changed, so the same ones each time."""

from __future__ import annotations

import time
from datetime import UTC, datetime

import pytest
import time_machine

from tests.fuzz.laws import Tried, attempt
from tests.fuzz.mutators import damaged
from tests.fuzz.samples import samples

SECONDS = 60.0
"""Of CPU."""

AT_MOST = 6_000
"""Inputs; on a fast machine they are through sooner."""


@pytest.mark.timeout(2400)  # a minute of CPU can be many on a busy machine
def test_whatever_comes_in_keeps_the_laws() -> None:
    """Damaged files of every format raise nothing, hang nowhere, end as one outcome each, and every span is exact."""
    tried = Tried()
    end = time.process_time() + SECONDS
    while tried.inputs < AT_MOST and time.process_time() < end:
        attempt(tried.inputs, *damaged(tried.inputs), tried)
    assert tried.found == []
    assert tried.inputs > 200
    assert tried.outcomes["article"] > tried.inputs // 4  # most damage leaves something to read


def test_damage_can_be_made_again() -> None:
    """The same number is the same damage on another day, too, and it is damage."""
    again = samples.__wrapped__()
    assert again == samples()
    with time_machine.travel(datetime(2031, 5, 6, 7, 8, 9, tzinfo=UTC)):
        later = [damaged(n) for n in range(300)]
    assert [damaged(n) for n in range(300)] == later
    whole = dict(samples())
    assert sum(payload != whole[name] for name, payload in map(damaged, range(50))) > 35
