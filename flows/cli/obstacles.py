"""The one place that turns what is in the way into one line for the person at the keyboard, and into an exit code."""

from __future__ import annotations

import errno
import gc
import os
import sqlite3
import subprocess
import traceback
from collections.abc import Iterator
from pathlib import Path

import httpx

from flows.exit_codes import ExitCode
from flows.log_safety import TRACEBACK, wants_traceback
from parsers.errors import NewsdeskError, QuestionError
from warehouse.database import obstacles

"""Environment variable: show where an error was raised, too."""

MEMORY = "too little memory: end other programs, or file fewer documents at once"
AWAY = "the Prefect server went away in the middle of the run: start it, or unset PREFECT_API_URL, and run the command again; what was filed is filed"
PREFECT_STORE = "Prefect cannot write its own database; see that there is room and permission in PREFECT_HOME (~/.prefect), or set it to another folder"

_DO = {
    errno.ENOSPC: "the disk is full: make room and run the command again; what was filed is filed, the rest is taken up then",
    errno.EDQUOT: "the disk quota is used up: make room and run the command again; what was filed is filed",
    errno.EFBIG: "the file would become larger than is allowed (`ulimit -f`)",
    errno.EROFS: "it is on a file system that is read-only: name a place that can be written to",
    errno.EACCES: "permission is missing: change the permissions, or name another place",
    errno.EPERM: "permission is missing: change the permissions, or name another place",
    errno.EISDIR: "it is a folder; name a file",
    errno.ENOTDIR: "a part of the path is no folder",
    errno.EEXIST: "something else has that name already; name another place",
    errno.ENOENT: "it is not there",
    errno.ELOOP: "links lead in a circle",
    errno.ENAMETOOLONG: "the name is too long",
    errno.EMFILE: "too many files are open: raise the limit (`ulimit -n 4096`)",
    errno.ENFILE: "too many files are open on this machine",
    errno.ENOMEM: MEMORY,
    errno.EAGAIN: "the machine has no room for another process: end other programs, or raise the limit (`ulimit -u`)",
    errno.EIO: "the disk cannot be read or written (input/output error): look at the system's log before it gets worse",
    errno.ENODEV: "the device is gone",
    errno.ESTALE: "the network folder was replaced: mount it again",
}
"""What to do about an error of the system."""


def told(error: BaseException) -> tuple[str, ExitCode]:
    """One line on an error and the exit code. An error that nobody knows is a defect of ours."""
    for one in _chain(error):
        if said := _sentence(one):
            return " ".join(said.split()), ExitCode.NOTHING
    what = " ".join(f"{type(error).__name__}: {error}".split())[:300]
    return f"a defect of newsdesk ({what}); please report it with what {TRACEBACK}=1 shows", ExitCode.DEFECT


def shown(error: BaseException) -> str:
    """The traceback, if it is wanted."""
    return "".join(traceback.format_exception(error)) if wants_traceback() else ""


def let_go(error: BaseException) -> None:
    """Drop what an error still holds: a connection that lives until the end makes DuckDB complain after the last line."""
    for one in _chain(error):
        traceback.clear_frames(one.__traceback__)
        one.__traceback__ = None
    gc.collect()


def _chain(error: BaseException) -> Iterator[BaseException]:
    """An error, those in a group, and what caused it, from the outside in."""
    waiting, met = [error], set()
    while waiting:
        one = waiting.pop(0)
        if id(one) in met:
            continue
        met.add(id(one))
        yield one
        waiting += one.exceptions if isinstance(one, BaseExceptionGroup) else ()
        waiting += [e for e in (one.__cause__, None if one.__suppress_context__ else one.__context__) if e]


def _sentence(error: BaseException) -> str | None:
    if isinstance(error, QuestionError) and obstacles.lacks_memory(error.__cause__):
        return obstacles.sentence(error.__cause__)
    if isinstance(error, NewsdeskError):
        return str(error)
    if isinstance(error, MemoryError):
        return MEMORY
    return obstacles.sentence(error) or _of_system(error) or _of_server(error) or _of_process(error)


def _of_system(error: BaseException) -> str | None:
    if not isinstance(error, OSError) or error.errno not in _DO:
        return None
    name = error.filename2 or error.filename
    where = f"{Path(os.fsdecode(name))}: " if isinstance(name, str | bytes | os.PathLike) else ""
    return f"{where}{error.strerror}: {_DO[error.errno]}"


def _of_server(error: BaseException) -> str | None:
    """What Prefect's client and server raise; known by name, because Prefect is slow to import."""
    if isinstance(error, httpx.HTTPStatusError):
        return f"the Prefect server refuses ({error.response.status_code}): see that PREFECT_API_URL and PREFECT_API_AUTH_STRING are right"
    if isinstance(error, httpx.HTTPError):
        return f"{AWAY} ({type(error).__name__}: {error})"
    if isinstance(error, sqlite3.Error) or type(error).__module__.startswith("sqlalchemy"):
        return f"{PREFECT_STORE} ({error})"
    if type(error).__module__.startswith("prefect"):
        return f"Prefect: {error}; unset PREFECT_API_URL to do without its server"
    return None


def _of_process(error: BaseException) -> str | None:
    if isinstance(error, EOFError | BrokenPipeError | ConnectionError):
        return "a process of newsdesk was killed from outside (too little memory?); run the command again: what was filed is filed"
    if isinstance(error, subprocess.CalledProcessError):
        said = (
            (error.stderr or b"").decode(errors="replace") if isinstance(error.stderr, bytes | None) else error.stderr
        )
        return f"{error.cmd[0]} failed (exit code {error.returncode}): {said}"
    if isinstance(error, RuntimeError) and "can't start new thread" in str(error):
        return "the machine has no room for another thread: end other programs, or raise the limit (`ulimit -u`)"
    return None
