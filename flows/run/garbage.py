"""Python's collector of circular garbage, kept from looking through everything again and again.

Parsing and filing make very many small tuples and strings, and hardly ever a circle; the collector, which counts what
is made, would then walk through all that is held (word lists, tables, Prefect) every few thousand of them. That was a
tenth of the work of a run.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

SELDOM = (250_000, 20, 50)
"""Objects made before the collector looks at them; then how often before it looks at older, and at all, of them.

A group of a hundred documents holds some 50,000 that all live until it is done: with that number the collector walked through
them every second group, 4 % of parsing, and found nothing."""


def hold_still() -> None:
    """In a process that has loaded all it will keep: leave that out of every collection, and collect seldom."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(*SELDOM)


@contextmanager
def seldom() -> Iterator[None]:
    """Collect seldom while the block lasts."""
    before = gc.get_threshold()
    gc.set_threshold(*SELDOM)
    try:
        yield
    finally:
        gc.set_threshold(*before)
