"""What the desk knows about the files of watched folders, beside the ledger: their look when they were taken in."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

import numpy as np

from parsers.charset import whole
from warehouse.database.store import Warehouse, text_array

_BYTES = "bytes:"


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """How a file looks without being read: absolute path, length in bytes, and its two times in ns since 1970."""

    path: str
    byte_length: int
    modified_ns: int
    changed_ns: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """A file as it was when it was taken in. `sha256` is None when it could not be read then."""

    look: Look
    sha256: str | None = None


def seen(warehouse: Warehouse) -> dict[str, Seen]:
    """Everything known, by path. A database from before the table existed knows nothing."""
    if not warehouse.rows("has_watched_files")[0][0]:
        return {}
    known = (
        Seen(look=Look(path=_printed(name), byte_length=n, modified_ns=m, changed_ns=c), sha256=sha256)
        for name, n, m, c, sha256 in warehouse.rows("watched_files")
    )
    return {x.look.path: x for x in known}


def remember(warehouse: Warehouse, files: Sequence[Seen], at: datetime) -> None:
    """Note how files looked when they were taken in; part of the caller's transaction, if there is one."""
    if not files:
        return
    arrays = {
        "path": text_array([_stored(f.look.path) for f in files]),
        "byte_length": np.array([f.look.byte_length for f in files], dtype=np.int64),
        "modified_ns": np.array([f.look.modified_ns for f in files], dtype=np.int64),
        "changed_ns": np.array([f.look.changed_ns for f in files], dtype=np.int64),
        "sha256": text_array([f.sha256 for f in files]),
    }
    with warehouse.incoming(arrays):
        warehouse.run("forget_watched_files")
        warehouse.run("enter_watched_files", {"at": at})


def in_ledger(warehouse: Warehouse, files: Sequence[Seen]) -> set[str]:
    """Paths of files that the ledger has taken in as they are now: these bytes from this path, or all its members."""
    if not files:
        return set()
    paths = {whole(f.look.path): f.look.path for f in files}  # the ledger's names are whole text
    arrays = {
        "path": text_array([whole(f.look.path) for f in files]),
        "sha256": text_array([f.sha256 for f in files]),
        "changed_ns": np.array([f.look.changed_ns for f in files], dtype=np.int64),
    }
    with warehouse.incoming(arrays):
        return {paths[row[0]] for row in warehouse.rows("files_in_ledger")}


def _stored(path: str) -> str:
    """A path as text that a database can hold: a name that is no UTF-8 as its bytes in hex."""
    return path if whole(path) == path else _BYTES + os.fsencode(path).hex()


def _printed(stored: str) -> str:
    """The path that `_stored` was given."""
    return os.fsdecode(bytes.fromhex(stored.removeprefix(_BYTES))) if stored.startswith(_BYTES) else stored
