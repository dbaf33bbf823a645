"""Connections to database files: DuckDB's settings, and what is said about files that are no database."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import duckdb

from parsers.errors import DatabaseForeign
from warehouse.database import spills
from warehouse.database.damage import NO_DATABASE, cure, explained
from warehouse.database.place import Place

STORAGE_VERSION = "v1.5.0"
"""Files are written in this format so that DuckDB 1.5 clients can read them too (docs/decisions.md)."""

CHECKPOINT_EVERY = "128MB"
"""Size of the log at which it is folded into the file: about 6,000 articles, or a publication's time.

Each folding rewrites part of what was folded before it; at DuckDB's own 16 MB that became the most expensive step of a
run of 100,000 articles (docs/performance.md). Reading the log again after a kill takes a few seconds.
"""

WRITING, READING = "320MB", "512MB"
"""How much memory DuckDB may use where it files and where it is asked, if NEWSDESK_MEMORY_LIMIT does not say.

A run of 100,000 articles took 1.1 GB with all its processes when filing had half a gigabyte, and a twentieth less time
in the process that files (docs/performance.md).
"""

THREADS = 4
"""Threads of DuckDB where it files, at most, and at most one for two cores: the others parse, and its memory is parted
among them."""


def connect(place: Place, path: Path, *, read_only: bool) -> duckdb.DuckDBPyConnection:
    """Open a file of a desk, or a copy of one. Raises DatabaseForeign, DatabaseDamaged, or DuckDB's error for a locked file."""
    config: dict[str, Any] = {
        "storage_compatibility_version": STORAGE_VERSION,
        "memory_limit": os.environ.get("NEWSDESK_MEMORY_LIMIT", READING if read_only else WRITING),
        "wal_autocheckpoint": CHECKPOINT_EVERY,
    }
    if read_only:
        config["temp_directory"] = str(spills.own(place))
    else:
        config["threads"] = threads(os.cpu_count() or 1)
    try:
        connection = duckdb.connect(str(path), read_only=read_only, config=config)
    except duckdb.Error as error:
        if NO_DATABASE in str(error) and path.is_file():
            raise _foreign(place, path, error) from error
        if damaged := explained(error, place, path):
            raise damaged from error
        raise
    connection.execute("set timezone = 'UTC'").fetchall()
    connection.execute("set enable_progress_bar = false").fetchall()
    return connection


def threads(cores: int) -> int:
    """Threads of DuckDB where it files, given how many cores may be used."""
    return max(1, min(THREADS, cores // 2))


def _foreign(place: Place, path: Path, error: duckdb.Error) -> DatabaseForeign:
    """A file that does not begin as a database does: another file, or one that was damaged."""
    desk = path == place.live or (path == place.published and place.live.exists())
    remedy = cure(place, path) if desk else "name another"
    if path == place.published:
        remedy += ", or name another with --database" if desk else " with --database"
    return DatabaseForeign(f"{path} is not a DuckDB database ({error}); {remedy}")
