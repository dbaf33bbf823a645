"""A user without the right to write somewhere: a forked process that gives up the rights of root, if it has them."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

NOBODY = 65534


def to_be_read_only(folder: Path) -> None:
    """Take the right to write from everything in a folder, and let everybody read it and what is above it."""
    for path in (folder, *folder.rglob("*")):
        path.chmod(0o555 if path.is_dir() else 0o444)


def writable_again(folder: Path) -> None:
    """Give the owner the right to write back, so that the folder can be deleted."""
    for path in (folder, *folder.rglob("*")):
        path.chmod(0o755 if path.is_dir() else 0o644)


def refused(act: Callable[[], object]) -> str:
    """What an act raises as another user, as `KIND: words`; empty when it raises nothing."""
    reads, writes = os.pipe()
    child = os.fork()
    if not child:
        try:
            os.write(writes, _raised(act).encode())
        finally:
            os._exit(0)
    os.close(writes)
    with os.fdopen(reads) as told:
        said = told.read()
    os.waitpid(child, 0)
    return said


def _raised(act: Callable[[], object]) -> str:
    if os.geteuid() == 0:
        os.setgroups([])
        os.setgid(NOBODY)
        os.setuid(NOBODY)
    try:
        act()
    except Exception as error:  # noqa: BLE001 - the test compares it
        return f"{type(error).__name__}: {error}"
    return ""
