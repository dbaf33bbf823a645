"""A process that lives for months makes room for a fresh one when it has grown: between two runs, losing nothing.

Prefect's queues, the parsers' tables and the allocator keep something from run to run. That levels off
(docs/running.md has the figures); should it ever not, this bounds it.
"""

from __future__ import annotations

import os
import resource
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path

from flows.exit_codes import ExitCode

CODE = ExitCode.AGAIN
"""The exit code that says: nothing is wrong, start me again."""

STATM = Path("/proc/self/statm")


@dataclass(frozen=True, slots=True, kw_only=True)
class Lifetime:
    """How long a process stays: until it holds more than `megabytes`, but at least so many seconds from its start."""

    megabytes: float = 600.0
    seconds: float = 600.0
    begun: float = field(default_factory=time.monotonic)

    def over(self) -> bool:
        """Whether it is time to hand over to a fresh process."""
        return time.monotonic() - self.begun >= self.seconds and resident() / 1e6 > self.megabytes


def resident() -> int:
    """Bytes of memory that this process holds now; where the system does not say, the most that it ever held."""
    if STATM.exists():
        return int(STATM.read_text("ascii").split()[1]) * os.sysconf("SC_PAGE_SIZE")
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak if sys.platform == "darwin" else peak * 1024
