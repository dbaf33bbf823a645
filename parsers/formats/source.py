"""A file that is being read: bytes in order, a look ahead that takes nothing away, and bounds on what is taken."""

from __future__ import annotations

import io
from typing import BinaryIO, Protocol

from parsers.errors import Rejected
from parsers.fields.records.names import known_names
from parsers.formats.look import HEAD, Look
from parsers.formats.pieces import MEBIBYTE
from parsers.model import Reason

CHUNK = 64 * 1024


class Readable(Protocol):
    """Anything that gives bytes in order."""

    def read(self, size: int = -1, /) -> bytes:
        """At most `size` bytes; none at the end."""
        ...


class Source:
    """A stream of bytes with its name. `file` must not be read by anybody else; only one that can seek is sought in."""

    def __init__(self, file: Readable, name: str = "", declared: str | None = None) -> None:
        self.name = name
        self.label = name
        """The name that the file itself has, wherever it is: its ending says something about its kind."""
        self.declared = declared
        self.names = known_names()
        """The names of fields in records, a user's own among them."""
        self.kind: str | None = None
        """The media type of its kind, once it was looked at."""
        self._file = file
        self._ahead = bytearray()
        self._ended = False
        self._taken: bytes | None = None
        self.reported = False
        """Whether somebody was told already why this source breaks off."""

    @property
    def broken(self) -> tuple[Reason, str] | None:
        """Why the bytes end before their end, where they come out of a damaged archive; known at the end."""
        why: tuple[Reason, str] | None = getattr(self._file, "broken", None)
        return why

    @classmethod
    def of_bytes(cls, payload: bytes, name: str = "", declared: str | None = None) -> Source:
        """A source of bytes in memory."""
        return cls(io.BytesIO(payload), name, declared)

    def look(self) -> Look:
        """What the signatures of formats are shown of it."""
        head = self.peek(HEAD)
        seekable = isinstance(self._file, io.IOBase) and self._file.seekable()
        return Look(head, self.label, self.declared, self._file if seekable else None, self.names)  # type: ignore[arg-type]

    def peek(self, size: int = CHUNK) -> bytes:
        """The next bytes, `size` of them unless the end comes first; they stay to be read."""
        while len(self._ahead) < size and not self._ended:
            self._fill()
        return bytes(self._ahead[:size])

    def _fill(self) -> None:
        chunk = self._file.read(CHUNK)
        self._ended = not chunk
        self._ahead += chunk

    def read(self, size: int = -1) -> bytes:
        """At most `size` bytes (all that are left for -1); none at the end."""
        if size < 0:
            out = bytes(self._ahead) + self._file.read()
            self._ahead.clear()
            self._ended = True
            return out
        if not self._ahead:
            return b"" if self._ended else self._file.read(size)
        out = bytes(self._ahead[:size])
        del self._ahead[:size]
        return out

    def exactly(self, size: int) -> bytes:
        """`size` bytes, or fewer when the end comes first."""
        out = bytearray()
        while len(out) < size and (chunk := self.read(min(CHUNK, size - len(out)))):
            out += chunk
        return bytes(out)

    def skip(self, size: int) -> int:
        """Read past at most `size` bytes; how many there were."""
        left = size
        while left > 0 and (chunk := self.read(min(CHUNK, left))):
            left -= len(chunk)
        return size - left

    def line(self, limit: int) -> bytes:
        """The next line with its end, at most `limit` bytes of it; none at the end."""
        at = 0
        while (end := self._ahead.find(b"\n", at, limit)) < 0 and len(self._ahead) < limit and not self._ended:
            at = len(self._ahead)
            self._fill()
        size = min(end + 1 if end >= 0 else len(self._ahead), limit)
        out = bytes(self._ahead[:size])
        del self._ahead[:size]
        return out

    def whole(self, limit: int) -> bytes:
        """All bytes that are left. Raises Rejected: `too_large` beyond `limit`, `broken_compression` when they break off."""
        payload = self.rest(limit)
        if self.broken:
            self.reported = True
            reason, detail = self.broken
            raise Rejected(detail, reason, "fetch the file again")
        return payload

    def rest(self, limit: int) -> bytes:
        """The same, as far as there are bytes where they break off."""
        payload = self.exactly(limit + 1)
        if len(payload) > limit:
            raise Rejected(
                f"more than {limit // MEBIBYTE:,} MB",
                Reason.TOO_LARGE,
                "split it into smaller files, or write JSON Lines",
            )
        self._taken = payload
        return payload

    def hold(self, limit: int) -> None:
        """Before anything is read: keep all bytes where they are at most `limit`, so that what proves damaged can be stored."""
        payload = self.peek(limit + 1)
        if len(payload) <= limit:
            self._taken = payload

    def kept(self) -> bytes | None:
        """All bytes of this source where they are in memory; None where they are not, or break off."""
        if self.broken:
            return None
        return self._file.getvalue() if isinstance(self._file, io.BytesIO) else self._taken

    def seekable(self, limit: int) -> BinaryIO:
        """A file from the first byte of this source, in which one can seek: the file itself, or its bytes in memory.

        Raises Rejected(`too_large`) when the bytes have to be held and are more than `limit`.
        """
        file = self._file
        if isinstance(file, io.IOBase) and file.seekable():
            file.seek(0)
            return file  # type: ignore[return-value]  # a raw, buffered or memory file: all of them are binary
        return io.BytesIO(self.whole(limit))
