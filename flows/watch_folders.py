"""Folders to watch, checked before anything starts; apart, because the command line must not import Prefect for it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from parsers.errors import UsageError


def checked(paths: Sequence[str | Path]) -> tuple[str, ...]:
    """The absolute paths of folders, each once. Raises UsageError for one that is not there."""
    found = dict.fromkeys(str(Path(p).expanduser().absolute()) for p in paths)
    for path in found:
        if not Path(path).is_dir():
            raise UsageError(f"{path} is no folder; make it, or name another to watch")
    return tuple(found)
