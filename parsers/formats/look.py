"""What the signature of a format is shown: the head of the bytes, the head as text, the name, and what was declared."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from pathlib import PurePosixPath
from typing import BinaryIO, Literal

from parsers.fields.records.names import FieldNames, known_names
from parsers.sniff import bom, wide

HEAD = 16 * 1024
"""Bytes that a signature may look at."""

ENTRIES = 2_000
"""Names of a zip archive that are looked at."""

_CONTROLS = bytes((*range(9), 11, *range(14, 27), 28, 29, 31, 127))
_ROOT = re.compile(
    r"(?:\s|<\?[^>]*>|<!--(?:(?!-->).)*-->|<!DOCTYPE[^\[>]*(?:\[[^\]]*\]\s*)?>)*<(?:[\w.\-]+:)?(?P<name>[\w.\-]+)",
    re.S | re.I,
)
_TYPE = re.compile(
    r"(?:\s|<\?[^>]*>|<!--(?:(?!-->).)*-->)*<!DOCTYPE\s{1,20}(?:[\w.\-]+:)?(?P<name>[\w.\-]+)", re.S | re.I
)
"""A document type, which names the root element; its declarations may be longer than the head."""

COMPRESSED = (".gz", ".bz2", ".xz", ".zst", ".lzma")


class Look:
    """The head of a document, and the `names` of fields. `entries` has the names in a zip archive, where the file is at hand."""

    def __init__(
        self, head: bytes, name: str = "", declared: str | None = None, file: BinaryIO | None = None,
        names: FieldNames | None = None,
    ) -> None:  # fmt: skip
        self.head = head[:HEAD]
        self.declared = (declared or "").partition(";")[0].strip().lower()
        self._name = name
        self._file = file
        self.names = names or known_names()

    @cached_property
    def name(self) -> str:
        """The file's name in lower case, without a folder and without the ending of a compression."""
        name = PurePosixPath(self._name.partition("?")[0].replace("\\", "/")).name.lower()
        for ending in COMPRESSED:
            name = name.removesuffix(ending)
        return name

    def ends(self, *endings: str) -> bool:
        """Whether the name has one of these endings."""
        return self.name.endswith(endings)

    @cached_property
    def text(self) -> str | None:
        """The head as text, roughly, its line ends as `\\n`; None when these bytes are no text."""
        encoding = bom(self.head) or wide(self.head)
        if encoding and encoding != "utf-8":
            return _lines(self.head.decode(encoding, "ignore"))
        controls = len(self.head) - len(self.head.translate(None, _CONTROLS))
        if b"\x00" in self.head or controls > len(self.head) / 50:
            return None
        return _lines(self.head.decode("utf-8", "replace"))

    @cached_property
    def start(self) -> str:
        """The text from its first sign that is no white space; empty for bytes that are no text."""
        return (self.text or "").lstrip()

    @cached_property
    def root(self) -> str:
        """The local name of the root element in small letters; empty for what is no XML."""
        head = self.start[:4096]
        found = _ROOT.match(head) or _TYPE.match(head)
        return found["name"].lower() if found else ""

    @cached_property
    def entries(self) -> tuple[str, ...]:
        """The names in a zip archive; none when it is none or cannot be read."""
        if not self.head.startswith(b"PK") or self._file is None:
            return ()
        at = self._file.tell()
        try:
            with zipfile.ZipFile(self._file) as archive:
                return tuple(info.filename for info in archive.infolist()[:ENTRIES])
        except (zipfile.BadZipFile, OSError, ValueError, EOFError, NotImplementedError, UnicodeError):
            return ()
        finally:
            self._file.seek(at)  # whoever reads on reads from where the head ends

    @cached_property
    def packed(self) -> bytes:
        """What the first entry of a zip archive says of the whole (`mimetype`, stored as it is); else nothing."""
        if self.head[30:38] != b"mimetype":
            return b""
        size = int.from_bytes(self.head[18:22], "little")
        extra = int.from_bytes(self.head[28:30], "little")
        return self.head[38 + extra : 38 + extra + min(size, 200)]


def _lines(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n").lstrip("\ufeff")


def look(payload: bytes, name: str = "", declared: str | None = None) -> Look:
    """A look at a document that is all in memory."""
    return Look(payload, name, declared, io.BytesIO(payload) if payload.startswith(b"PK") else None)


def never(look: Look) -> bool:
    """The signature of what is known only because a container named it."""
    del look
    return False


Holds = Literal["document", "either", "members", "refused"]
"""One document; one, or several in it (a letter with attachments); several; none that is read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """A kind of file: how it is known, what it holds, and for one that is refused what to do instead.

    `title` is what people call it. `library` is what reads it, where it is not this package alone. `limit` says what
    is bounded beyond the limits of every file.
    """

    media_type: str
    title: str
    matches: Callable[[Look], bool]
    holds: Holds
    endings: tuple[str, ...] = ()
    library: str = ""
    limit: str = ""
    remedy: str = ""
    declared: bool = False
    """Whether a declared media type of this name is proof enough, as for the members that we name ourselves."""
