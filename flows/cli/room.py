"""Whether there is memory for a verb at all: asked before it imports anything large.

Without it the C library or the system ends the process before Python can say why: a thread that gets no memory for its
own variables is an abort (134 or 127), a process over the limit of its control group is killed (137).
"""

from __future__ import annotations

import resource
from collections.abc import Callable

from flows.run import machine

MB = machine.MB

SMALL = frozenset({"formats"})
"""Verbs that open no database."""

SERVING = frozenset({"serve", "watch"})
"""Verbs whose processes are several, Prefect's among them."""

ADDRESS_SPACE = {"small": 300 * MB, "asking": 1000 * MB, "serving": 1000 * MB}
"""Address space that `ulimit -v` must leave, at two cores.

Measured: verbs that open a database map 830 to 1,260 MB when nothing bounds them. With 1,000 MB all of them work; with
850 and 700 MB DuckDB refuses some; with 600 MB and less some are ended by the C library. The processes of `serve` map
340 to 590 MB each.
"""

A_CORE = 72 * MB
"""Address space of each further core: a thread of DuckDB, its stack and its arena."""

RESIDENT = {"small": 60 * MB, "asking": 160 * MB, "serving": 500 * MB}
"""Memory that must be free, for the process and within its control groups: less is certainly too little."""

Limit = Callable[[], int]


def address_space() -> int:
    """Bytes that this process may map; -1 without a limit."""
    soft, _ = resource.getrlimit(resource.RLIMIT_AS)
    return -1 if soft == resource.RLIM_INFINITY else soft


def trouble(verb: str, read: machine.Read = machine.read, limit: Limit = address_space) -> str | None:
    """Why a verb cannot be done with the memory there is, and what to do, in one sentence; None when it may."""
    kind = "small" if verb in SMALL else "serving" if verb in SERVING else "asking"
    allowed, further = limit(), max(0, machine.cores(read) - 2)
    needed = ADDRESS_SPACE[kind] + (0 if kind == "small" else further * A_CORE)
    if 0 <= allowed < needed:
        return (
            f"too little memory: this process may map {allowed // MB:,} MB, and `newsdesk {verb}` needs "
            f"{needed // MB:,} MB; raise the limit (`ulimit -v unlimited`)"
        )
    left = machine.memory_left(read)
    if left is not None and left < RESIDENT[kind]:
        return (
            f"too little memory: {left // MB:,} MB are free for this process, and `newsdesk {verb}` needs at least "
            f"{RESIDENT[kind] // MB:,} MB; end other programs, or give its container or control group more"
        )
    return None
