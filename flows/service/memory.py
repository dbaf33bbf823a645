"""Memory that a long-lived process gives back when it has nothing to do.

The C library keeps what was freed, in one arena per thread that ever asked. Prefect's processes have many threads, so
the number of arenas is bounded, and what lies free in them is given back to the system now and then.
"""

from __future__ import annotations

import ctypes
import gc
import threading

ENVIRONMENT = {"MALLOC_ARENA_MAX": "2"}
"""Of each part, unless the user has set another number. Other C libraries pass over it."""

FIRST_SECONDS, EVERY_SECONDS = 60.0, 900.0
"""When a process that cannot know whether it rests gives back what is free."""


def give_back() -> bool:
    """Collect garbage and give free memory back to the system; whether the C library can (glibc)."""
    gc.collect()
    try:
        trim = ctypes.CDLL(None).malloc_trim
    except (OSError, AttributeError):
        return False
    trim(0)
    return True


def give_back_now_and_then() -> None:
    """The same in a thread, soon after the start and then rarely, until the process ends."""

    def run() -> None:
        pause = threading.Event()
        pause.wait(FIRST_SECONDS)
        while give_back():
            pause.wait(EVERY_SECONDS)

    threading.Thread(target=run, name="memory", daemon=True).start()
