"""What DuckDB's errors mean for the person at the keyboard: one sentence with what to do."""

from __future__ import annotations

import re
from itertools import chain

import duckdb

FULL = "the disk is full: make room and run the command again; what was filed is filed, the rest is taken up then"
MEMORY = "too little memory: set NEWSDESK_MEMORY_LIMIT higher (2GB, say), or ask for less at once"
DAMAGED = "the database is damaged: `newsdesk verify` says where and what mends it"
BUSY = "the database is open for writing in another program: close that, and run the command again"

LOCKED = re.compile(r"set lock|conflicting lock", re.IGNORECASE)
"""What DuckDB says of a file that another program has open."""

_SAID = (
    (re.compile(r"no space left|disk quota|could not write all|file too large", re.IGNORECASE), FULL),
    (re.compile(r"read-only file ?system|permission denied|operation not permitted", re.IGNORECASE), "the database or its folder cannot be written to: change its permissions, or name another with --database"),
    (LOCKED, BUSY),
    (re.compile(r"too many open files", re.IGNORECASE), "too many open files: raise the limit (`ulimit -n 4096`)"),
    (re.compile(r"checksum|corrupt|not a valid duckdb|could not read enough|read_bytes|deserializ|invalidated|out of range|block", re.IGNORECASE), DAMAGED),
)  # fmt: skip
"""What a message holds, and what it means; the first that fits."""

_KINDS = ((duckdb.OutOfMemoryException, MEMORY), (duckdb.SerializationException, DAMAGED))
"""Kinds of errors whose message does not matter."""

_REST = (duckdb.FatalException, duckdb.InternalException)
"""Kinds that mean damage unless their message names another reason."""

LENGTH = 200
"""Characters of DuckDB's own words that are added."""


def lacks_memory(error: BaseException | None) -> bool:
    """Whether DuckDB had too little memory."""
    return isinstance(error, duckdb.OutOfMemoryException)


def sentence(error: BaseException | None) -> str | None:
    """What an error of DuckDB means and what to do, in one line; None for other errors."""
    if not isinstance(error, duckdb.Error):
        return None
    words = " ".join(str(error).split())
    by_kind = (meaning for kind, meaning in _KINDS if isinstance(error, kind))
    by_words = (meaning for pattern, meaning in _SAID if pattern.search(words))
    known = next(chain(by_kind, by_words), DAMAGED if isinstance(error, _REST) else None)
    said = words if len(words) <= LENGTH else f"{words[:LENGTH]} …"
    return f"{known} ({said})" if known else f"the database cannot do this: {said}"
