"""When messages are sent: the next turn of a pace, quiet hours, and the wait after failures."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parsers.pace import BACK_OFF, PACES, Pace, after_quiet, due_at, quiet_of, retry_at, zone_of


def at(said: str) -> datetime:
    """A moment in UTC."""
    return datetime.fromisoformat(said).replace(tzinfo=UTC)


@pytest.mark.parametrize(
    ("pace", "found", "due"),
    [
        ("at_once", "2024-05-15T10:20:30", "2024-05-15T10:20:30"),
        ("hourly", "2024-05-15T10:20:30", "2024-05-15T11:00"),
        ("hourly", "2024-05-15T23:00", "2024-05-16T00:00"),
        ("daily", "2024-05-15T04:00", "2024-05-15T05:00"),
        ("daily", "2024-05-15T05:00", "2024-05-16T05:00"),
        ("daily", "2024-12-15T05:30", "2024-12-15T06:00"),
        ("weekly", "2024-05-15T04:00", "2024-05-20T05:00"),
        ("weekly", "2024-05-20T04:59", "2024-05-20T05:00"),
        ("weekly", "2024-05-20T05:00", "2024-05-27T05:00"),
    ],
)
def test_a_pace_has_turns(pace: Pace, found: str, due: str) -> None:
    """At once is now; a digest goes out at the next full hour, or at its time of day in its own time zone."""
    assert due_at(at(found), pace, "07:00", None, "Europe/Berlin") == at(due)


@pytest.mark.parametrize(
    ("moment", "quiet", "sent"),
    [
        ("2024-05-15T21:59", "22:00-07:00", "2024-05-15T21:59"),
        ("2024-05-15T22:00", "22:00-07:00", "2024-05-16T07:00"),
        ("2024-05-16T03:00", "22:00-07:00", "2024-05-16T07:00"),
        ("2024-05-16T07:00", "22:00-07:00", "2024-05-16T07:00"),
        ("2024-05-16T12:30", "12:00-14:00", "2024-05-16T14:00"),
        ("2024-05-16T12:30", None, "2024-05-16T12:30"),
    ],
)
def test_quiet_hours_move_to_their_end(moment: str, quiet: str | None, sent: str) -> None:
    """What falls into quiet hours waits for their end, also where they pass midnight."""
    assert after_quiet(at(moment), quiet, "UTC") == at(sent)


@given(
    st.integers(1_577_836_800, 1_893_456_000),
    st.sampled_from(PACES),
    st.sampled_from(("22:00-07:00", "01:30-03:30", "00:00-23:59", None)),
    st.sampled_from(("UTC", "Europe/Berlin", "America/St_Johns", "Asia/Kathmandu", "Australia/Lord_Howe")),
)
def test_nothing_is_sent_before_it_was_found_nor_in_quiet_hours(
    found: int, pace: Pace, quiet: str | None, zone: str
) -> None:
    """For every pace, zone and change of the clocks: later than found, at most a week and two days later, outside of quiet hours."""
    moment = datetime.fromtimestamp(found, UTC)
    due = due_at(moment, pace, "07:00", quiet, zone)
    assert moment <= due <= moment + timedelta(days=9)
    if quiet:
        start, end = quiet_of(quiet)
        clock = due.astimezone(zone_of(zone)).time()
        assert not (start < clock < end if start < end else clock > start or clock < end)


def test_the_waits_grow_and_never_end() -> None:
    """Each failure in a row waits longer than the one before, up to six hours, and there is always a next attempt."""
    waits = [(retry_at(at("2024-05-15"), n, None, "UTC") - at("2024-05-15")).total_seconds() for n in range(1, 30)]
    assert waits == sorted(waits)
    assert waits[0] == BACK_OFF[0]
    assert waits[-1] == BACK_OFF[-1]


@pytest.mark.parametrize("said", ["22-7", "22:00", "24:00-07:00", "07:00-07:00", "7:00-8:00"])
def test_quiet_hours_that_cannot_be(said: str) -> None:
    """Hours in another form, or that begin when they end, are refused."""
    with pytest.raises(ValueError, match=r"is not|begin when they end"):
        quiet_of(said)
