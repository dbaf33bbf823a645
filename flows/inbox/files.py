"""Paths to documents: files, folders, globs, archives and standard input, each read once and checked.

What cannot be read arrives all the same, with the reason. Only hidden files, the folder's README and settings, and
temporary names of programs are skipped silently.
"""

from __future__ import annotations

import glob
import gzip
import hashlib
import io
import json
import os
import stat
import sys
import time
import zlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from flows.clock import now
from parsers.charset import whole
from parsers.errors import UsageError
from parsers.formats import feed_members
from parsers.model import RawDocument, Reason
from parsers.sniff import FEED, JSON, JSON_FEED, JSON_LINES, sniff
from warehouse.filing.ledger import Arriving

KEEP_LIMIT = 256 * 1024 * 1024
"""Bytes of one document that are stored; larger ones are rejected and stay where they are."""

LINE_LIMIT = 32 * 1024 * 1024
"""Bytes of one line of a JSON Lines archive."""

QUIET_SECONDS = 0.5
"""A file changed more recently than this may still be being written."""

MANY_BYTES = 512 * 1024
"""More bytes than these are more documents than a handful."""

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

    Raises UsageError for a glob that matches nothing; a named path that does not exist is found, and fails when read.
    """
    found: dict[Path, Found] = {}
    for name in paths:
        path = Path(name).expanduser().absolute()
        if path.is_dir():
            for each in _below(path):
                found.setdefault(each, Found(each, named=False))
        elif glob.has_magic(name) and not path.exists():
            matches = sorted(glob.glob(str(Path(name).expanduser()), recursive=True))  # noqa: PTH207 - Path.glob takes no absolute pattern
            if not matches:
                raise UsageError(f"{name} matches no file")
            for match in find([m for m in matches if not glob.has_magic(m) or Path(m).exists()]):
                found.setdefault(match.path, match)
        else:
            found.setdefault(path, Found(path, named=True))
    return list(found.values())


def _below(folder: Path) -> Iterator[Path]:
    for root, folders, names in os.walk(folder):
        folders[:] = sorted(d for d in folders if not d.startswith("."))
        yield from (Path(root, name) for name in sorted(names) if not ignored(name))


def many(paths: Sequence[str]) -> bool:
    """Whether the paths hold more than a handful of documents, as far as their sizes tell; a stream may."""
    files = [found.path for found in find([p for p in paths if p != STANDARD_INPUT])]
    return STANDARD_INPUT in paths or sum(_size(path) for path in files) > MANY_BYTES


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0


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


def arrivals(paths: Sequence[str], numbers: Numbers) -> Iterator[Arriving]:
    """Everything the paths hold, read lazily, one arrival a document (a member, in archives)."""
    files = [p for p in paths if p != STANDARD_INPUT]
    if STANDARD_INPUT in paths:
        yield from _stream(io.BytesIO(sys.stdin.buffer.read()), STANDARD_INPUT, numbers)
    found = find(files)
    _let_settle([f.path for f in found])
    for each in found:
        yield from read_file(each.path, numbers)


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


def read_file(path: Path, numbers: Numbers) -> Iterator[Arriving]:
    """The documents of one file. Never raises for what is wrong with the file: it arrives with the reason."""
    uri = whole(str(path))  # a file name may be bytes that are not UTF-8
    try:
        before = path.stat()
        if not stat.S_ISREG(before.st_mode):
            yield _refused(uri, numbers, Reason.UNREADABLE, "not a regular file", "name a file or a folder")
            return
        with path.open("rb") as file:
            yield from _stream(file, uri, numbers, lambda: _steady(before, path.stat()))
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


def _stream(
    file: BinaryIO, uri: str, numbers: Numbers, steady: Callable[[], bool] = lambda: True
) -> Iterator[Arriving]:
    head = file.read(64 * 1024)
    file.seek(0)
    if head[:2] == b"\x1f\x8b":
        unpacked = gzip.GzipFile(fileobj=file)
        if _kind(_peek(unpacked), uri) == JSON_LINES:
            file.seek(0)
            yield from _lines(gzip.GzipFile(fileobj=file), uri, numbers)
            return
        file.seek(0)
    kind = _kind(head, uri)
    if kind == JSON_LINES:
        yield from _lines(file, uri, numbers)
        return
    payload = file.read(KEEP_LIMIT + 1)
    if len(payload) > KEEP_LIMIT:
        yield _refused(
            uri, numbers, Reason.TOO_LARGE, f"more than {KEEP_LIMIT:,} bytes", "split it; it stays where it is"
        )
        return
    if not steady():
        yield _refused(
            uri, numbers, Reason.STILL_GROWING, "it changed while it was read", "ingest it again when it is finished"
        )
        return
    if kind in (FEED, JSON_FEED) and (entries := feed_members.members(payload, uri)):
        yield from (_entry(raw, numbers) for raw in entries)
        return
    members = _array(payload) if kind == JSON else None
    if members is None:
        yield _document(payload, uri, numbers)
    else:
        yield from (_document(m, f"{uri}#{i}", numbers, JSON) for i, m in enumerate(members, 1))


def _peek(unpacked: gzip.GzipFile) -> bytes:
    try:
        return unpacked.read(64 * 1024)
    except (OSError, EOFError, zlib.error):
        return b""


def _kind(head: bytes, uri: str) -> str:
    return sniff(head, None, uri.removesuffix(".gz"))


def _lines(file: BinaryIO | gzip.GzipFile, uri: str, numbers: Numbers) -> Iterator[Arriving]:
    """The members of a JSON Lines archive, as long as it can be read."""
    number = 0
    while True:
        number += 1
        try:
            line = file.readline(LINE_LIMIT + 1)
        except (OSError, EOFError, zlib.error) as error:
            yield _refused(
                f"{uri}#{number}",
                numbers,
                Reason.BROKEN_COMPRESSION,
                f"the archive breaks off here ({error})",
                "fetch it again; what came before is filed",
            )
            return
        if not line:
            return
        if len(line) > LINE_LIMIT:
            yield _refused(
                f"{uri}#{number}",
                numbers,
                Reason.TOO_LARGE,
                f"a line of more than {LINE_LIMIT:,} bytes",
                "one article a line",
            )
            while line and not line.endswith(b"\n"):
                line = file.readline(LINE_LIMIT)
        elif line.strip():
            yield _document(line.rstrip(b"\r\n"), f"{uri}#{number}", numbers, JSON_LINES)


def _array(payload: bytes) -> list[bytes] | None:
    """The members of a JSON array of objects, each as its own bytes; None when it is no such array."""
    if payload.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] != b"[":
        return None
    try:
        value = json.loads(payload)
    except (ValueError, RecursionError):
        return None
    if not isinstance(value, list) or len(value) < 2 or not all(isinstance(v, dict) for v in value):
        return None
    return [whole(json.dumps(v, ensure_ascii=False)).encode() for v in value]


def _document(payload: bytes, uri: str, numbers: Numbers, media_type: str | None = None) -> Arriving:
    raw = RawDocument(
        raw_document_id=hashlib.sha256(payload).hexdigest(), payload=payload, source_uri=uri, media_type=media_type
    )
    return Arriving(arrival_id=numbers.take(), arrived_at=now(), source_uri=uri, raw=raw)


def _entry(raw: RawDocument, numbers: Numbers) -> Arriving:
    """An entry of a feed that was dropped in as a file."""
    key = next(s.value for s in raw.statements if s.field == "entry_key")
    return Arriving(
        arrival_id=numbers.take(),
        arrived_at=now(),
        source_uri=raw.source_uri,
        source_kind=raw.source_kind,
        raw=raw,
        entry_key=key,
    )


def _refused(uri: str, numbers: Numbers, reason: Reason, detail: str, remedy: str) -> Arriving:
    return Arriving(
        arrival_id=numbers.take(), arrived_at=now(), source_uri=uri, reason=f"{reason}: {detail} — {remedy}"
    )
