"""The polling policy: intervals, failures, holds, redirects and validators, as pure decisions."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parsers.feeds.schedule import Answer, AnswerKind, FeedState, Policy, decide, request

NOW = datetime(2026, 5, 4, 12, tzinfo=UTC)
POLICY = Policy()
STATE = FeedState(
    feed_id="f",
    url="https://press.example/rss",
    interval=3600.0,
    last_success_at=NOW - timedelta(hours=1),
    body_hash="old",
    full_at=NOW,
)


def read(**changes: object) -> Answer:
    """A feed that was read."""
    return replace(Answer(kind="read", http_status=200, body_hash="new", entries=20), **changes)  # type: ignore[arg-type]


def pause(state: FeedState, answer: Answer) -> float:
    """Seconds until the next poll."""
    after = decide(state, answer, NOW).state
    assert after.next_poll_at
    return (after.next_poll_at - NOW).total_seconds()


@pytest.mark.parametrize(("answer", "factor"), [
    (read(new=0), 1.5), (read(new=10), 1.0), (read(new=16), 0.5), (Answer(kind="unchanged", http_status=304), 1.25), (read(entries=0), 1.25),
])  # fmt: skip
def test_the_interval_follows_the_share_of_known_entries(answer: Answer, factor: float) -> None:
    """Mostly known: longer; mostly new: shorter; in between: as it is."""
    assert decide(STATE, answer, NOW).state.interval == STATE.interval * factor


def test_the_interval_has_floor_and_ceiling() -> None:
    """However busy or quiet a feed is, it is asked between every ten minutes and once a day."""
    busy = quiet = STATE
    for _ in range(50):
        busy, quiet = decide(busy, read(new=20), NOW).state, decide(quiet, read(new=0), NOW).state
    assert (busy.interval, quiet.interval) == (POLICY.floor, POLICY.ceiling)


def test_polls_are_spread() -> None:
    """Feeds polled together do not come due together, and never early."""
    dues = {pause(replace(STATE, feed_id=str(n)), read(new=10)) for n in range(50)}
    assert len(dues) == 50
    assert all(3600 <= d <= 3960 for d in dues)


@pytest.mark.parametrize(
    ("answer", "least"),
    [
        (read(new=20, ttl=120), 7200),
        (read(new=20, max_age=5000.0), 5000),
        (read(new=20, ttl=10**6), POLICY.ttl_ceiling),
    ],
)
def test_the_publishers_wish_is_respected_within_reason(answer: Answer, least: float) -> None:
    """ttl and Cache-Control lengthen the pause; a wish of years does not."""
    assert least <= pause(STATE, answer) <= least * 1.1


@pytest.mark.parametrize("kind", [k for k in get_args(AnswerKind) if k not in ("read", "unchanged", "gone")])
def test_failures_slow_a_feed_down_and_never_stop_it(kind: AnswerKind) -> None:
    """A thousand failures later the feed is still active, with its reason, and asked at least every thirty days."""
    state, pauses = STATE, []
    for _ in range(1000):
        pauses.append(pause(state, Answer(kind=kind, reason="because")))
        state = decide(state, Answer(kind=kind, reason="because"), NOW).state
    assert state.status == "active"
    assert state.reason == f"{kind}: because"
    assert pauses[0] < pauses[10] < pauses[100]
    assert max(pauses) <= POLICY.longest * 1.1
    assert decide(state, read(new=1), NOW).state.failures == 0


def test_lasting_faults_weigh_more_than_passing_ones() -> None:
    """A refusal counts twice a timeout and four times a name service failure."""
    weights = [decide(STATE, Answer(kind=k), NOW).state.failures for k in ("refused", "timeout", "dns")]
    assert weights == [1.0, 0.5, 0.25]


def test_gone_pauses_with_a_reason() -> None:
    """410 is the one answer that stops a feed, and it says so."""
    decision = decide(STATE, Answer(kind="gone", http_status=410), NOW)
    assert (decision.state.status, decision.state.next_poll_at) == ("paused", None)
    assert decision.note
    assert "410" in decision.note


@pytest.mark.parametrize(("answer", "seconds"), [
    (Answer(kind="throttled", retry_after=120.0), 120), (Answer(kind="throttled"), POLICY.throttle), (Answer(kind="server_error", retry_after=60.0), 60),
    (Answer(kind="throttled", retry_after=88 * 3600.0), POLICY.retry_after_ceiling),
])  # fmt: skip
def test_retry_after_holds_the_host(answer: Answer, seconds: float) -> None:
    """What a server asks for binds its host, up to a day; a bare 429 means half an hour; the feed waits as long."""
    decision = decide(STATE, answer, NOW)
    assert decision.hold_host_until == NOW + timedelta(seconds=seconds)
    assert decision.state.next_poll_at
    assert decision.state.next_poll_at >= decision.hold_host_until


def test_other_failures_hold_nobody_else() -> None:
    """A broken feed says nothing about its host."""
    assert decide(STATE, Answer(kind="timeout"), NOW).hold_host_until is None


def test_only_a_read_feed_moves() -> None:
    """A permanent redirect counts when there was a feed behind it."""
    assert decide(STATE, read(new=1, moved_to="https://new.example/rss"), NOW).state.url == "https://new.example/rss"
    assert decide(STATE, Answer(kind="no_feed", moved_to="https://new.example/login"), NOW).state.url == STATE.url


def test_conditions_are_dropped_once_a_day_and_for_liars() -> None:
    """A day after the last full answer, or after a lie, the request carries no validators."""
    state = replace(STATE, etag='"1"', last_modified="x")
    assert request(state, NOW).conditional
    assert not request(replace(state, full_at=NOW - timedelta(days=1)), NOW).conditional
    assert not request(replace(state, full_at=None), NOW).conditional
    lied = decide(state, read(new=1, etag='"1"', last_modified="x"), NOW)
    assert lied.note
    assert not request(lied.state, NOW + timedelta(hours=1)).conditional


def test_an_honest_change_is_no_lie() -> None:
    """New validators on a new body keep the server trusted."""
    state = replace(STATE, etag='"1"')
    after = decide(state, read(new=1, etag='"2"'), NOW).state
    assert (after.etag, after.distrusted_until) == ('"2"', None)


def test_304_keeps_what_was_known() -> None:
    """A 304 without headers does not forget the validators."""
    state = replace(STATE, etag='"1"', last_modified="x")
    after = decide(state, Answer(kind="unchanged", http_status=304, conditional=True), NOW).state
    assert (after.etag, after.last_modified, after.body_hash) == ('"1"', "x", "old")


def test_an_overrun_feed_is_noticed() -> None:
    """When nothing of the last poll is left, entries may have been missed, and it says so."""
    assert decide(STATE, read(new=20), NOW).note
    assert decide(replace(STATE, last_success_at=None), read(new=20), NOW).note is None


@given(st.lists(st.builds(Answer, kind=st.sampled_from(get_args(AnswerKind)), retry_after=st.none() | st.floats(0, 1e9), ttl=st.none() | st.integers(0, 10**6), max_age=st.none() | st.floats(0, 1e9), entries=st.just(10), new=st.integers(0, 10)), max_size=20))  # fmt: skip
def test_every_active_feed_has_a_next_time_ahead(answers: list[Answer]) -> None:
    """Whatever servers answer, a feed is either paused or due in the future, never at once and never lost."""
    state = STATE
    for answer in answers:
        state = decide(state, answer, NOW).state
        if state.status == "active":
            assert state.next_poll_at is not None
            assert (
                timedelta(seconds=POLICY.floor) <= state.next_poll_at - NOW <= timedelta(seconds=POLICY.longest * 1.1)
            )
