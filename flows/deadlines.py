"""What may never come to an end, and how long it is waited for."""

from __future__ import annotations

import threading
from collections.abc import Callable
from concurrent.futures import Future, wait
from contextvars import copy_context
from typing import TypeVar

R = TypeVar("R")


def beside(doing: Callable[[], R], name: str) -> Future[R]:
    """Do something in a thread of its own, in a copy of this context; what comes of it.

    The thread does not keep the process from ending.
    """
    outcome: Future[R] = Future()

    def run() -> None:
        try:
            outcome.set_result(doing())
        except BaseException as error:  # noqa: BLE001 - whoever waits gets it
            outcome.set_exception(error)

    threading.Thread(target=copy_context().run, args=(run,), name=name, daemon=True).start()
    return outcome


def within(seconds: float, doing: Callable[[], R], name: str = "deadline") -> R:
    """What `doing` returns, or raises, if it ends within so many seconds; else TimeoutError.

    A timeout of a socket bounds the pause between two bytes; this bounds the whole. What is late goes on in its thread.
    """
    outcome = beside(doing, name)
    if not wait((outcome,), seconds).done:
        raise TimeoutError(f"not done within {seconds:g} s")
    return outcome.result()
