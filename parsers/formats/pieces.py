"""What comes out of a file when it is split: members, refused members, notes, and files inside the file."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from parsers.model import Reason, SourceKind, Statement
from parsers.record import Record

if TYPE_CHECKING:
    from parsers.formats.source import Source

MEBIBYTE = 1 << 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits(Record):
    """What one file may hold. Beyond a limit there is a refused member with the reason, never silence.

    `document` and `line`: bytes of a document that is stored, and of a line or record. `members`: documents of a file;
    `counted`: so many of those behind them are counted, and no more is read. `depth`: files inside files. `ratio`: bytes unpacked for each byte packed, looked at from `free` bytes on.
    """

    document: int = 256 * MEBIBYTE
    line: int = 32 * MEBIBYTE
    members: int = 500_000
    counted: int = 100_000
    depth: int = 4
    ratio: int = 300
    free: int = 128 * MEBIBYTE


LIMITS = Limits()


@dataclass(frozen=True, slots=True, kw_only=True)
class Member(Record):
    """A document: its own bytes and what is said about it. `name` is its file's, with `#n` behind it for a member.

    `note` is something about this document alone that costs none, such as attachments that are not read.
    """

    payload: bytes
    name: str
    media_type: str | None = None
    charset: str | None = None
    statements: tuple[Statement, ...] = ()
    source_kind: SourceKind = "file"
    entry_key: str | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Refused(Record):
    """Something that is in the file and is no document that can be read: its reason, what was wrong, what to do."""

    name: str
    reason: Reason
    detail: str
    remedy: str
    payload: bytes | None = None
    media_type: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Note(Record):
    """Something about the file that costs no document."""

    text: str


@dataclass(slots=True, kw_only=True)
class Nested:
    """A file inside the file, which is looked at in turn. `ordinal` is None for the one content of a compressed file."""

    source: Source
    ordinal: int | None = None
    statements: tuple[Statement, ...] = ()
    charset: str | None = None


@dataclass(slots=True, kw_only=True)
class Part:
    """A document inside the file, by its number; `split` gives it its name. An ordinal of None is the file itself."""

    ordinal: int | None
    payload: bytes
    media_type: str | None = None
    charset: str | None = None
    statements: tuple[Statement, ...] = ()
    source_kind: SourceKind = "file"
    entry_key: str | None = None
    note: str | None = None


@dataclass(slots=True)
class Fault:
    """A refused member, by its number; `split` gives it its name. An ordinal of None is the file itself.

    `payload` are its bytes, and `media_type` is what they are: read again they must be refused again.
    """

    ordinal: int | None
    reason: Reason
    detail: str
    remedy: str
    payload: bytes | None = None
    media_type: str | None = None


Inside = Part | Fault | Nested | Note
Piece = Member | Refused | Note
