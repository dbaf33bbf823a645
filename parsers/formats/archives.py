"""Zip and tar archives: each file in them is looked at in turn. Nothing is ever written to a disk, no path is followed."""

from __future__ import annotations

import io
import tarfile
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import Any

from parsers.charset import whole
from parsers.errors import Rejected
from parsers.formats.look import Kind, Look
from parsers.formats.pieces import MEBIBYTE, Fault, Inside, Limits, Nested, Note
from parsers.formats.source import Source
from parsers.model import Reason

ZIP, TAR = "application/zip", "application/x-tar"
MOST = 1_000_000
"""Files of an archive."""

IGNORED = ("__MACOSX/", ".")
"""What systems put into archives beside what people did."""

FURNITURE = (".ds_store", "thumbs.db", "desktop.ini")
PICTURES = (
    ".png",
    ".jpg",
    ".jpeg",
    ".gif",
    ".webp",
    ".svg",
    ".css",
    ".js",
    ".woff",
    ".woff2",
    ".ttf",
    ".ico",
    ".mp3",
    ".mp4",
    ".mov",
    ".tif",
    ".tiff",
)
"""What goes with pages and is no document; a note counts it."""

_PACKAGES = {
    "ppt/": ("a PowerPoint presentation", "save its text as .docx or .txt"),
    "visio/": ("a Visio drawing", "save its text as .docx or .txt"),
    "META-INF/MANIFEST.MF": ("a Java archive", "hand in documents"),
    "Index/Document.iwa": ("a Pages, Numbers or Keynote document", "export it as .docx, .xlsx or PDF"),
    "index.apxl": ("a Keynote document", "export it as PDF"),
    "xl/workbook.bin": ("an Excel workbook of the binary kind (.xlsb)", "save it as .xlsx or CSV"),
    "doc.kml": ("a KMZ map", "hand in documents"),
}
"""Files that are zip archives and something else as well, by a name in them."""


def _is_tar(look: Look) -> bool:
    return look.head[257:262] == b"ustar" or (look.ends(".tar", ".tgz") and _old_tar(look.head))


def _old_tar(head: bytes) -> bool:
    """A header of the time before `ustar`, by its checksum."""
    block = head[:512]
    try:
        said = int(block[148:156].strip(b" \x00") or b"x", 8)
    except ValueError:
        return False
    return len(block) == 512 and said == sum(block[:148]) + 8 * 32 + sum(block[156:])


KINDS = (
    Kind(media_type=ZIP, title="zip archive", matches=lambda look: look.head.startswith((b"PK\x03\x04", b"PK\x05\x06")), holds="members", endings=(".zip", ".wacz"), library="zipfile (standard library)", limit="256 MB a file inside"),
    Kind(media_type=TAR, title="tar archive", matches=_is_tar, holds="members", endings=(".tar", ".tar.gz", ".tgz", ".tar.xz", ".tar.bz2", ".tar.zst"), library="tarfile (standard library)"),
)  # fmt: skip


def parts(source: Source, look: Look, limits: Limits) -> Iterator[Inside]:
    """The files of an archive. Raises Rejected for what is a document of another kind, packed as one."""
    if look.packed:
        kind = look.packed.decode("ascii", "replace").strip()[:80]
        raise Rejected(f"a document of the kind {kind}", Reason.UNSUPPORTED, "save it as .docx, .xlsx, CSV or PDF")
    return _zip(source, limits) if look.head.startswith(b"PK") else _tar(source, limits)


def _furniture(name: str) -> bool:
    path = PurePosixPath(name)
    return name.startswith("__MACOSX/") or path.name.startswith(".") or path.name.lower() in FURNITURE


class _Count:
    """Files that are no documents, for one note."""

    def __init__(self) -> None:
        self.pictures = 0

    def passes(self, name: str) -> bool:
        """Whether a file is to be looked at."""
        if name.lower().endswith(PICTURES):
            self.pictures += 1
            return False
        return not _furniture(name)

    def notes(self) -> Iterator[Note]:
        """What was left out."""
        if self.pictures:
            yield Note(text=f"{self.pictures:,} pictures, styles and scripts in the archive are no documents")


# ----------------------------------------------------------------------------------------------------------------- zip


def _zip(source: Source, limits: Limits) -> Iterator[Inside]:
    try:
        archive = zipfile.ZipFile(source.seekable(limits.document))
        infos = archive.infolist()
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, EOFError) as error:
        raise Rejected(f"the zip archive is damaged ({error})", Reason.BROKEN_COMPRESSION, "fetch it again") from error
    _refuse_packages([info.filename for info in infos])
    crawl = any(i.filename == "datapackage.json" for i in infos) and any(
        i.filename.startswith("archive/") for i in infos
    )
    wanted = [i for i in infos if i.filename and not i.is_dir() and (not crawl or i.filename.startswith("archive/"))]
    if not wanted:
        raise Rejected("an empty zip archive", Reason.EMPTY, "nothing to do")
    count, number = _Count(), 0
    for info in wanted[:MOST]:
        if count.passes(info.filename):
            number += 1
            yield _entry(archive, info, number, limits)
    if len(wanted) > MOST:
        yield Fault(
            number + 1, Reason.TOO_LARGE, f"{len(wanted) - MOST:,} files more were not read", "split the archive"
        )
    yield from count.notes()


def _refuse_packages(names: list[str]) -> None:
    for sign, (what, remedy) in _PACKAGES.items():
        if any(name == sign or (sign.endswith("/") and name.startswith(sign)) for name in names[:2_000]):
            raise Rejected(what, Reason.UNSUPPORTED, remedy)


def _entry(archive: zipfile.ZipFile, info: zipfile.ZipInfo, number: int, limits: Limits) -> Inside:
    """A file of the archive as a stream, so that long ones (an archive of lines, say) are never all in memory."""
    name = whole(info.filename)
    if info.flag_bits & 1:
        return Fault(number, Reason.UNSUPPORTED, f"{name}: encrypted", "unpack it with its password")
    if info.file_size > limits.free and info.file_size > limits.ratio * max(info.compress_size, 1):
        return Fault(
            number, Reason.TOO_LARGE, f"{name}: unpacks to more than {limits.ratio} times its size", "unpack it"
        )
    return Nested(source=Source(_Entry(archive, info), name), ordinal=number)


class _Entry:
    """The content of a file in a zip archive, opened when it is first read, never more than it says it holds."""

    def __init__(self, archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> None:
        self.broken: tuple[Reason, str] | None = None
        self._archive, self._info = archive, info
        self._file: Any = None
        self._left = info.file_size

    def read(self, size: int = -1, /) -> bytes:
        """At most `size` bytes; none at the end or where the data is damaged."""
        try:
            if self._file is None:
                self._file = self._archive.open(self._info)
            data: bytes = self._file.read(min(size if size >= 0 else self._left, self._left) or 1)
        except (
            zipfile.BadZipFile,
            zlib.error,
            OSError,
            EOFError,
            NotImplementedError,
            RuntimeError,
            ValueError,
        ) as error:
            self.broken = (Reason.BROKEN_COMPRESSION, f"its data in the archive is damaged ({error})")
            return b""
        self._left -= len(data)
        return data


# ----------------------------------------------------------------------------------------------------------------- tar


def _tar(source: Source, limits: Limits) -> Iterator[Inside]:
    count, number = _Count(), 0
    try:
        with tarfile.open(fileobj=_Stream(source), mode="r|") as archive:
            for info in archive:
                if not info.isreg():
                    continue  # links and devices hold nothing
                if not count.passes(info.name):
                    continue
                number += 1
                yield from _file(archive, info, number, limits)
                if number >= MOST:
                    yield Fault(
                        number + 1, Reason.TOO_LARGE, f"files behind the {MOST:,}th were not read", "split the archive"
                    )
                    break
    except (tarfile.TarError, EOFError, OSError, ValueError, zlib.error) as error:
        if not source.broken:
            yield Fault(
                number + 1,
                Reason.BROKEN_COMPRESSION,
                f"the archive breaks off here ({error})",
                "fetch it again; what came before is filed",
            )
    if number == 0 and not source.broken:
        yield Note(text="an archive without files")
    yield from count.notes()


def _file(archive: tarfile.TarFile, info: tarfile.TarInfo, number: int, limits: Limits) -> Iterator[Inside]:
    name = whole(info.name)
    held = archive.extractfile(info)
    if held is None:
        return
    if info.sparse is not None and info.size > limits.document:
        yield Fault(number, Reason.TOO_LARGE, f"{name}: more than {limits.document // MEBIBYTE} MB", "unpack it")
        return
    yield Nested(source=Source(_Held(held), name), ordinal=number)


class _Held:
    """A file in a tar archive, which breaks off where the archive does."""

    def __init__(self, file: Any) -> None:  # noqa: ANN401 - tarfile's
        self.broken: tuple[Reason, str] | None = None
        self._file = file

    def read(self, size: int = -1, /) -> bytes:
        """At most `size` bytes; none at the end."""
        try:
            return bytes(self._file.read(size))
        except (tarfile.TarError, EOFError, OSError) as error:
            self.broken = (Reason.BROKEN_COMPRESSION, f"the archive breaks off in it ({error})")
            return b""


class _Stream(io.RawIOBase):
    """A source as tarfile reads it."""

    def __init__(self, source: Source) -> None:
        self._source = source

    def readable(self) -> bool:
        return True

    def read(self, size: int = -1, /) -> bytes:
        return self._source.exactly(size) if size >= 0 else self._source.read()
