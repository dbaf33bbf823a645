"""Secrets in files that only their owner may read: the password of the Prefect server, the token of the pages."""

from __future__ import annotations

import os
from pathlib import Path

from parsers.errors import UsageError


def make(file: Path, secret: str) -> bool:
    """See to it that a file holds a secret, for its owner only; whether it is new. Raises UsageError."""
    try:
        handle = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return False
    except OSError as error:
        raise UsageError(f"{file} cannot be written ({error.strerror})") from error
    with os.fdopen(handle, "w", encoding="utf-8") as out:
        out.write(f"{secret}\n")
    return True


def read(file: Path) -> str:
    """The secret in a file that only its owner may read. Raises UsageError."""
    try:
        text, mode = file.read_text("utf-8").strip(), file.stat().st_mode
    except OSError as error:
        raise UsageError(f"{file} cannot be read ({error.strerror})") from error
    except UnicodeDecodeError as error:
        raise UsageError(f"{file} cannot be read ({error.reason}: it must be UTF-8)") from error
    if mode & 0o077:
        raise UsageError(f"{file} can be read by others; chmod 600 {file}")
    return text
