"""How much a client may ask: the length of a request, how often, and how many questions are at work at once."""

from __future__ import annotations

import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """`per_second` requests of one address in the long run, `burst` at once; characters of an address (path and query);
    requests at work at once; seconds of one question."""

    per_second: float = 20.0
    burst: int = 100
    address_length: int = 4_000
    at_once: int = 16
    seconds: float = 10.0


KNOWN = 1_000
"""Addresses that are remembered; of more, those that asked longest ago are forgotten."""


class Rate:
    """A token bucket for each client address. https://en.wikipedia.org/wiki/Token_bucket"""

    def __init__(self, limits: Limits, clock: Callable[[], float] = time.monotonic) -> None:
        self._limits = limits
        self._clock = clock
        self._left: OrderedDict[str, tuple[float, float]] = OrderedDict()

    def wait(self, address: str) -> float:
        """Seconds that a client has to wait; 0 when it may ask now, which is counted."""
        now = self._clock()
        left, last = self._left.pop(address, (float(self._limits.burst), now))
        left = min(float(self._limits.burst), left + (now - last) * self._limits.per_second)
        may = left >= 1
        self._left[address] = (left - 1 if may else left, now)
        if len(self._left) > KNOWN:
            self._left.popitem(last=False)
        return 0.0 if may else (1 - left) / self._limits.per_second
