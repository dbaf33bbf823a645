"""The log of a served desk: what its parts write, bounded by rotation while it runs, as text or as JSON.

Each line is written to the file at once, so that nothing is lost when the desk is killed. A full disk costs lines, which
are counted and reported when there is room again; it never stops a part.
"""

from __future__ import annotations

import json
import logging
import re
import sys
import threading
from collections.abc import Callable
from logging.handlers import RotatingFileHandler
from pathlib import Path
from typing import Literal

from flows.clock import now
from flows.log_safety import clean

Format = Literal["text", "json"]
Write = Callable[[str, str], None]
"""Takes the name of a part and a line of it."""

BYTES, KEPT = 10_000_000, 5
"""A log file that has grown to so many bytes is set aside; so many of these are kept: 60 MB in all."""

_LEVEL = re.compile(r"\b(CRITICAL|ERROR|WARNING|INFO|DEBUG)\b")


class RotatingLog(RotatingFileHandler):
    """A log file in turn with its predecessors `.1` (the newest) to `.5`, readable by owner and group."""

    def __init__(self, path: Path, form: Format = "text", limit: int = BYTES, kept: int = KEPT) -> None:
        super().__init__(path, maxBytes=limit, backupCount=kept, encoding="utf-8", errors="backslashreplace")
        self._form = form
        self._lost = 0

    def write(self, part: str, line: str) -> None:
        """Write a line of a part. Never raises."""
        if lost := self._lost:
            self._put("newsdesk", f"{lost} lines of this log were lost: the disk was full")
            self._lost = (
                0 if self._lost == lost else lost
            )  # that line itself, while the disk is still full, is not counted
        self._put(part, line)

    def _put(self, part: str, line: str) -> None:
        text = formed(part, line, self._form)
        self.handle(logging.LogRecord("newsdesk", logging.INFO, "", 0, "%s", (text,), None))

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: ARG002 - the name is logging's
        """Count what could not be written, instead of printing a traceback."""
        self._lost += 1


def to_terminal(form: Format) -> Write:
    """Writes lines to standard error."""
    turn = threading.Lock()

    def write(part: str, line: str) -> None:
        with turn:
            sys.stderr.write(formed(part, line, form) + "\n")
            sys.stderr.flush()

    return write


def formed(part: str, line: str, form: Format) -> str:
    """A line as it is, or a JSON object of time, part, level (if the line names one) and message."""
    line = clean(line)
    if form == "text":
        return line
    found = _LEVEL.search(line[:80])
    said = {"time": now().isoformat(timespec="milliseconds"), "part": part, "message": line}
    return json.dumps(said | ({"level": found[1].lower()} if found else {}), ensure_ascii=False)
