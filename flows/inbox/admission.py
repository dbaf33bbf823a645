"""What may be opened at all: regular files, and links that stay inside their folder.

A FIFO would block who opens it, a device never ends, and a link may lead to any file that this process can read.
"""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path

from parsers.model import Reason

Refusal = tuple[Reason, str, str]
"""Code, what is wrong, what to do."""

KINDS = (
    (stat.S_ISFIFO, "a FIFO"),
    (stat.S_ISSOCK, "a socket"),
    (stat.S_ISCHR, "a device"),
    (stat.S_ISBLK, "a device"),
    (stat.S_ISDIR, "a folder"),
)


def refusal(path: Path, *, named: bool) -> Refusal | None:
    """Why a path is not opened; None when it may be. A link that a person named may lead anywhere.

    Raises OSError when the path cannot be looked at (FileNotFoundError when it is not there).
    """
    if leads_nowhere(path):
        return Reason.UNREADABLE, "a link that leads nowhere, or to itself", "copy the file itself into the folder"
    mode = path.stat().st_mode
    if not stat.S_ISREG(mode):
        if stat.S_ISDIR(mode) and not os.access(path, os.R_OK | os.X_OK):
            return (
                Reason.UNREADABLE,
                "the folder may not be listed: permission is missing",
                "let the user of newsdesk read it",
            )
        kind = next((name for test, name in KINDS if test(mode)), "something else")
        return Reason.UNREADABLE, f"not a regular file but {kind}", "remove it, or name a file"
    if not named and _leaves(path):
        return Reason.LINK_OUTSIDE, "a link that leads out of its folder", "copy the file itself into the folder"
    return None


def leads_nowhere(path: Path) -> bool:
    """Whether a path is a link whose target is not there, or one in a circle of links."""
    if not path.is_symlink():
        return False
    try:
        path.stat()
    except FileNotFoundError:
        return True
    except OSError as error:
        return error.errno == errno.ELOOP
    return False


def _leaves(path: Path) -> bool:
    """Whether a path is a link whose target is not in the folder of the link or below it."""
    return path.is_symlink() and not path.resolve().is_relative_to(path.parent.resolve())
