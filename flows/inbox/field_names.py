"""A user's own names of fields: each `fields.toml` beside the files that are taken in, and in the current folder."""

from __future__ import annotations

import glob
import os
from collections.abc import Iterator, Sequence
from pathlib import Path

from flows import child_processes
from flows.inbox.files import STANDARD_INPUT
from parsers.charset import whole
from parsers.errors import UsageError
from parsers.fields.records import user_names
from parsers.model import UserNames

FILE = "fields.toml"


def beside(paths: Sequence[str] = ()) -> UserNames:
    """The names in every `fields.toml` of the paths' folders and of the current folder.

    A field has the names of all files, those of the first path's folder first. Raises UsageError, with file and line,
    for a file that cannot be read or says what it may not.
    """
    merged: dict[str, tuple[str, ...]] = {}
    for folder in _folders(paths):
        for field, names in _read(folder / FILE):
            merged[field] = tuple(dict.fromkeys((*merged.get(field, ()), *names)))
    return tuple(merged.items())


def _folders(paths: Sequence[str]) -> Iterator[Path]:
    """The folder of each path, then the current one, each once."""
    named = (Path(path).expanduser().absolute() for path in paths if path != STANDARD_INPUT)
    folders = (path if path.is_dir() else _above_glob(path) for path in named)
    yield from dict.fromkeys((*folders, child_processes.started_in()))


def _above_glob(path: Path) -> Path:
    """The folder that holds a file; for a glob the last folder that is named without a wildcard."""
    return next(folder for folder in path.parents if not glob.has_magic(str(folder)) or folder.is_dir())


def _read(file: Path) -> UserNames:
    try:
        text = file.read_text(encoding="utf-8")
    except (FileNotFoundError, NotADirectoryError):
        return ()
    except UnicodeDecodeError as error:
        raise UsageError(f"{whole(str(file))} is not UTF-8: save it as UTF-8") from error
    except OSError as error:
        if not os.access(file.parent, os.X_OK):
            return ()  # a folder that nobody may enter: its own row says so
        why = error.strerror or str(error)
        raise UsageError(f"{whole(str(file))} cannot be read ({why}): make it readable, or remove it") from error
    return user_names(text, whole(str(file)))
