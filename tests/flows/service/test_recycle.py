"""When a process has grown enough to be replaced."""

from __future__ import annotations

import time

from flows.service.recycle import Lifetime, resident


def test_a_process_hands_over_when_it_is_large_and_not_young() -> None:
    """A young one is left alone however large, so that a large database does not make processes chase each other."""
    held = resident() / 1e6
    long_ago = time.monotonic() - 3_600.0
    assert Lifetime(megabytes=held / 2, begun=long_ago).over()
    assert not Lifetime(megabytes=held * 100, begun=long_ago).over()
    assert not Lifetime(megabytes=held / 2).over()


def test_memory_is_what_the_process_holds_now() -> None:
    """A large block counts while it is there."""
    before = resident()
    block = bytearray(b"x") * 60_000_000
    assert resident() - before > 50_000_000
    del block
    assert resident() - before < 30_000_000
