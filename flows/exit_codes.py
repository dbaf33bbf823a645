"""The exit codes of newsdesk and of its parts, with what each means; docs/cli.md prints this table."""

from __future__ import annotations

import os
from enum import IntEnum


class ExitCode(IntEnum):
    """How a process of newsdesk ends. Codes above 63 are those of sysexits.h."""

    DONE = 0
    SOME = 1
    NOTHING = 2
    AWAY = os.EX_UNAVAILABLE
    DEFECT = os.EX_SOFTWARE
    AGAIN = os.EX_TEMPFAIL
    NO_MEMORY = os.EX_NOPERM
    STOPPED = 130


MEANING = {
    ExitCode.DONE: "success",
    ExitCode.SOME: "some documents were rejected, a statement read from a pipe failed, or `health` has a warning",
    ExitCode.NOTHING: "nothing could be done, or not all of it; the message says why and what to do. Of `health`: something is critical",
    ExitCode.DEFECT: "a defect of newsdesk; `NEWSDESK_TRACEBACK=1` shows where",
    ExitCode.STOPPED: "stopped by Ctrl-C; a query stops at once, the next run continues what a stopped run left",
}
"""Of the commands, for people."""

PARTS_MEANING = {
    ExitCode.AWAY: "the Prefect server that PREFECT_API_URL names is away; the part is started again",
    ExitCode.AGAIN: "the watcher has grown and makes room for a fresh process",
    ExitCode.NO_MEMORY: "a worker process needed too much memory for a document",
}
"""Of the processes that `newsdesk serve` and runs start; they appear in logs only."""
