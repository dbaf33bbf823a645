"""Paths to documents: files, folders, globs, archives and standard input, each read once and checked.

What cannot be read arrives all the same, with the reason. Only hidden files, the folder's README and settings, and
temporary names of programs are skipped silently.
"""

from __future__ import annotations

import glob
import hashlib
import io
import os
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import BinaryIO

from flows import environment
from flows.clock import now
from flows.inbox.admission import refusal
from parsers.charset import whole
from parsers.errors import UsageError
from parsers.formats.pieces import Limits, Member, Note, Piece, Refused
from parsers.model import RawDocument, Reason, UserNames
from warehouse.filing.ledger import Arriving

KEEP_LIMIT = 256 * 1024 * 1024
"""Bytes of one document that are stored; larger ones are rejected and stay where they are."""

LINE_LIMIT = 32 * 1024 * 1024
"""Bytes of one line of a JSON Lines archive."""

FILE_DOCUMENTS = "NEWSDESK_FILE_DOCUMENTS"
"""Environment variable: how many documents of one file are read (500,000 unless set)."""

QUIET_SECONDS = 0.5
"""A file changed more recently than this may still be being written."""

PATIENCE_SECONDS = 5.0
"""How long to wait for such files, all together."""

IGNORED_NAMES = ("readme", "feeds.toml", "license", "thumbs.db", "desktop.ini")
IGNORED_ENDINGS = (".tmp", ".part", ".partial", ".crdownload", ".swp", ".lock", ".toml", "~")
STANDARD_INPUT = "-"


@dataclass(frozen=True, slots=True)
class Found:
    """A file to read: its absolute path, and whether a person named it or a folder held it."""

    path: Path
    named: bool


def find(paths: Sequence[str]) -> list[Found]:
    """The files that paths, folders (recursively) and globs name, each once, sorted within a folder.

    A glob that matches nothing (`unmatched`) adds none; a named path that does not exist is found, and fails when read.
    """
    found: dict[Path, Found] = {}
    for name in paths:
        path = Path(name).expanduser().absolute()
        if path.is_dir():
            for each in _below(path):
                found.setdefault(each, Found(each, named=False))
        elif _is_glob(name):
            matches = _matches(name)
            for match in find([m for m in matches if not glob.has_magic(m) or Path(m).exists()]):
                found.setdefault(match.path, match)
        else:
            found.setdefault(path, Found(path, named=True))
    return list(found.values())


def unmatched(paths: Sequence[str]) -> tuple[str, ...]:
    """The globs among the paths that match nothing. Raises UsageError when there is nothing else to read."""
    found = tuple(p for p in paths if p != STANDARD_INPUT and _is_glob(p) and not _matches(p))
    if found and len(found) == len(paths):
        raise UsageError(f"{', '.join(found)} {'match' if len(found) > 1 else 'matches'} no file")
    return found


def _is_glob(name: str) -> bool:
    return glob.has_magic(name) and not Path(name).expanduser().exists()


def _matches(pattern: str) -> list[str]:
    return sorted(glob.glob(str(Path(pattern).expanduser()), recursive=True))  # noqa: PTH207 - Path.glob takes no absolute pattern


def _below(folder: Path) -> Iterator[Path]:
    """The files in a folder and below it; of a folder that may not be listed, the folder itself: it arrives with the reason."""
    closed: list[Path] = []

    def note(error: OSError) -> None:
        if isinstance(error, PermissionError) and isinstance(error.filename, str):
            closed.append(Path(error.filename))

    for root, folders, names in os.walk(folder, onerror=note):
        folders[:] = sorted(d for d in folders if not d.startswith("."))
        yield from (Path(root, name) for name in sorted(names) if not ignored(name))
    yield from closed


def ignored(name: str) -> bool:
    """Whether a file in a watched folder is ignored."""
    low = name.lower()
    return (
        low.startswith((".", "~$"))
        or low.endswith(IGNORED_ENDINGS)
        or low.split(".")[0] in IGNORED_NAMES
        or low in IGNORED_NAMES
    )


class Numbers:
    """Arrival ids of one run, in order of arrival."""

    def __init__(self, run_id: str) -> None:
        self._run_id = run_id
        self._next = 0

    def take(self) -> str:
        """The next id."""
        self._next += 1
        return f"{self._run_id}-{self._next:07d}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Broken:
    """The process that split a file was lost on it."""

    name: str
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """How far a large file is read: `share` of its bytes, from 0 to 1."""

    share: float


LARGE = 8 * 1024 * 1024
"""Bytes from which a file says how far it is read."""

STEP = 0.01
"""Share of the file between two such words."""

Splitter = Callable[[Path | bytes, str], Iterator[Piece | Broken | Reading]]
"""Splits a file, or bytes, under a name into pieces. Raises OSError when the file cannot be read."""


def most_documents() -> int:
    """How many documents of one file are read: what NEWSDESK_FILE_DOCUMENTS says, or 500,000. Raises UsageError."""
    return environment.number(FILE_DOCUMENTS, MOST_SET) or Limits().members


MOST_SET = 100_000_000


def in_process(
    source: Path | bytes, name: str, names: UserNames = (), documents: int | None = None
) -> Iterator[Piece | Reading]:
    """Split a file in this process, without limits on time and memory: for worker processes and tests.

    `names` are the user's own names of fields; so many `documents` are read (what `most_documents` gives unless said).
    """
    from parsers.formats.split import split  # the formats are loaded by workers, not by who waits for them

    limits = Limits(document=KEEP_LIMIT, line=LINE_LIMIT, members=documents or most_documents())
    if isinstance(source, bytes):
        yield from split(io.BytesIO(source), name, limits, names)
        return
    size = source.stat().st_size
    with source.open("rb") as file:
        pieces = split(file, name, limits, names)
        yield from pieces if size < LARGE else _with_shares(pieces, file, size)


def _with_shares(pieces: Iterator[Piece], file: BinaryIO, size: int) -> Iterator[Piece | Reading]:
    """The pieces of a large file, and between them how far it is read."""
    said = 0.0
    for piece in pieces:
        yield piece
        share = 1.0 if file.closed else min(1.0, file.tell() / size)
        if abs(share - said) >= STEP:
            said = share
            yield Reading(share=share)


def arrivals(paths: Sequence[str], numbers: Numbers, splitter: Splitter = in_process) -> Iterator[Arriving]:
    """Everything the paths hold, read lazily, one arrival a document (a member, in archives)."""
    files = [p for p in paths if p != STANDARD_INPUT]
    if STANDARD_INPUT in paths:
        yield from documents(sys.stdin.buffer.read(), STANDARD_INPUT, numbers, splitter)
    found = find(files)
    _let_settle([f.path for f in found])
    for each in found:
        yield from read_file(each.path, numbers, named=each.named, splitter=splitter)


def _let_settle(paths: Iterable[Path]) -> None:
    """Give files that were changed a moment ago the time to be finished; one wait for all of them."""
    deadline = time.monotonic() + PATIENCE_SECONDS
    while time.monotonic() < deadline:
        youngest = max((_changed(p) for p in paths), default=0.0)
        wait = QUIET_SECONDS - (time.time() - youngest)
        if wait <= 0 or wait > QUIET_SECONDS:
            return
        time.sleep(wait)


def _changed(path: Path) -> float:
    try:
        return path.stat().st_mtime
    except OSError:
        return 0.0


def read_file(
    path: Path, numbers: Numbers, *, named: bool = True, splitter: Splitter = in_process
) -> Iterator[Arriving]:
    """The documents of one file, named by a person or found in a folder.

    Never raises for what is wrong with the file: it arrives with the reason.
    """
    uri = whole(str(path))  # a file name may be bytes that are not UTF-8
    try:
        if refused := refusal(path, named=named):
            yield _refused(uri, numbers, *refused)
            return
        before = path.stat()
        yield from documents(path, uri, numbers, splitter, lambda: _steady(before, path.stat()))
    except FileNotFoundError:
        yield _refused(
            uri, numbers, Reason.VANISHED, "the file is not there (any more)", "check the name, or drop it in again"
        )
    except OSError as error:
        yield _refused(
            uri, numbers, Reason.UNREADABLE, error.strerror or str(error), "make the file readable and ingest it again"
        )


def _steady(before: os.stat_result, after: os.stat_result) -> bool:
    """Whether a file is the same after it was read."""
    return (before.st_size, before.st_mtime_ns) == (after.st_size, after.st_mtime_ns)


def documents(
    source: Path | bytes, uri: str, numbers: Numbers, splitter: Splitter, steady: Callable[[], bool] = lambda: True
) -> Iterator[Arriving]:
    """The documents of a file, one behind: what is to be noted about a file goes with the last of them."""
    held: Arriving | None = None
    notes: list[str] = []
    reading: tuple[str, float] | None = None
    for piece in splitter(source, uri):
        if isinstance(piece, Reading):
            reading = (uri, piece.share)
            continue
        if isinstance(piece, Note):
            notes.append(piece.text)
            continue
        if (held is None or piece.name == uri) and not steady():
            yield _refused(
                uri,
                numbers,
                Reason.STILL_GROWING,
                "it changed while it was read",
                "ingest it again when it is finished",
            )
            return
        if held is not None:
            yield held if reading is None else replace(held, reading=reading)
        if isinstance(piece, Refused) and piece.payload is None and _keeps_all(piece, uri, first=held is None):
            piece = replace(piece, payload=_bytes(source))
        if isinstance(piece, Refused) and piece.reason == Reason.TOO_MANY:
            notes.append(piece.detail)  # its row is behind very many others
        held = _broken(piece, source, numbers) if isinstance(piece, Broken) else _arriving(piece, numbers)
    if held is None:
        held = _refused(uri, numbers, Reason.NO_TEXT, "no document in it", "look into it with another program")
    yield replace(held, note="; ".join(filter(None, (held.note, *notes))) or None)


def _keeps_all(piece: Refused, uri: str, *, first: bool) -> bool:
    """Whether the bytes of the file are kept with a refusal: it is refused as a whole, or has documents that were not read."""
    return piece.name == uri and (first or piece.reason == Reason.TOO_MANY)


def _arriving(piece: Member | Refused, numbers: Numbers) -> Arriving:
    if isinstance(piece, Refused):
        raw = _raw(piece) if piece.payload else None
        return Arriving(
            arrival_id=numbers.take(),
            arrived_at=now(),
            source_uri=piece.name,
            raw=raw,
            reason=f"{piece.reason}: {piece.detail} — {piece.remedy}",
        )
    raw = RawDocument(
        raw_document_id=hashlib.sha256(piece.payload).hexdigest(),
        payload=piece.payload,
        source_uri=piece.name,
        source_kind=piece.source_kind,
        media_type=piece.media_type,
        charset=piece.charset,
        statements=piece.statements,
    )
    return Arriving(
        arrival_id=numbers.take(),
        arrived_at=now(),
        source_uri=piece.name,
        source_kind=piece.source_kind,
        raw=raw,
        entry_key=piece.entry_key,
        note=piece.note,
    )


def _broken(piece: Broken, source: Path | bytes, numbers: Numbers) -> Arriving:
    """A file that cost its worker: it has failed, and its bytes are kept as far as they may be."""
    payload = _bytes(source)
    raw_id = hashlib.sha256(payload).hexdigest()
    return Arriving(
        arrival_id=numbers.take(),
        arrived_at=now(),
        source_uri=piece.name,
        raw=RawDocument(raw_document_id=raw_id, payload=payload, source_uri=piece.name) if payload else None,
        reason=f"splitter_died: the process that split it was lost: {piece.why} — report this file; its bytes are kept",
        failed=True,
    )


def _bytes(source: Path | bytes) -> bytes:
    """The bytes of a file as far as they may be kept; none of one that is too large."""
    if isinstance(source, bytes):
        return source if len(source) <= KEEP_LIMIT else b""
    with source.open("rb") as file:
        payload = file.read(KEEP_LIMIT + 1)
    return payload if len(payload) <= KEEP_LIMIT else b""


def _raw(piece: Refused) -> RawDocument:
    """The bytes of a refused member, which are kept with the reason."""
    payload = piece.payload or b""
    return RawDocument(
        raw_document_id=hashlib.sha256(payload).hexdigest(),
        payload=payload,
        source_uri=piece.name,
        media_type=piece.media_type,
    )


def _refused(uri: str, numbers: Numbers, reason: Reason, detail: str, remedy: str) -> Arriving:
    return Arriving(
        arrival_id=numbers.take(), arrived_at=now(), source_uri=uri, reason=f"{reason}: {detail} — {remedy}"
    )
