"""Compressed files (gzip, bzip2, xz, zstd): their content as a stream, within bounds, up to where a cut file breaks off.

The content of a compressed file is read as what it is, under the file's own name. Bytes behind the compressed data are a
note; a cut loses only what lies behind it. `gunzip` unpacks a document that is handed over alone (an HTTP answer, say).
"""

from __future__ import annotations

import bz2
import lzma
import zlib
from collections.abc import Callable, Iterator
from typing import Any, Protocol

from parsers.errors import Rejected
from parsers.formats.look import Kind, Look
from parsers.formats.pieces import Fault, Inside, Limits, Nested, Note
from parsers.formats.source import CHUNK, Source
from parsers.model import Reason

GZIP, BZIP2, XZ, ZSTD = "application/gzip", "application/x-bzip2", "application/x-xz", "application/zstd"
LZMA = "application/x-lzma"
MAGIC = b"\x1f\x8b"

STEP = 4096
"""Bytes unpacked at a time; zlib copies what lies behind a member, and a file may be made of very many small ones."""

ZSTD_STEP = 512
"""Bytes of zstd at a time: its decoder gives all that they hold, up to 128 KiB for each four bytes."""

WINDOW = 128 << 20
"""Bytes of a zstd window or an xz dictionary: what `zstd --long` and `xz -9e` write; more is refused."""


class Decoder(Protocol):
    """What the decompressors of the standard library and of zstandard have in common."""

    @property
    def eof(self) -> bool:
        """Whether the end of the compressed data was seen."""
        ...

    @property
    def unused_data(self) -> bytes:
        """What was handed over from behind that end."""
        ...


class Gzip:
    """zlib's decompressor under the protocol of the others."""

    def __init__(self) -> None:
        self._inner = zlib.decompressobj(zlib.MAX_WBITS | 16)

    @property
    def eof(self) -> bool:
        """Whether the end of the member was seen."""
        return self._inner.eof

    @property
    def unused_data(self) -> bytes:
        """What was handed over from behind that end."""
        return self._inner.unused_data

    @property
    def waiting(self) -> bool:
        """Whether more could be given without further input."""
        return bool(self._inner.unconsumed_tail)

    def decompress(self, data: bytes, limit: int) -> bytes:
        """At most `limit` unpacked bytes; call again with nothing while `waiting`."""
        return self._inner.decompress(self._inner.unconsumed_tail + data, limit)


class _Staged:
    """A decompressor of bz2 or lzma."""

    def __init__(self, inner: bz2.BZ2Decompressor | lzma.LZMADecompressor) -> None:
        self._inner = inner

    @property
    def eof(self) -> bool:
        return self._inner.eof

    @property
    def unused_data(self) -> bytes:
        return self._inner.unused_data

    @property
    def waiting(self) -> bool:
        return not self._inner.needs_input and not self._inner.eof

    def decompress(self, data: bytes, limit: int) -> bytes:
        return self._inner.decompress(data, limit)


class _Zstd:
    """zstandard's decompressor; its output is bounded by its input."""

    waiting = False

    def __init__(self) -> None:
        import zstandard  # few files need it

        self._inner: Any = zstandard.ZstdDecompressor(max_window_size=WINDOW).decompressobj()
        self.error: type[Exception] = zstandard.ZstdError

    @property
    def eof(self) -> bool:
        return bool(self._inner.eof)

    @property
    def unused_data(self) -> bytes:
        return bytes(self._inner.unused_data)

    def decompress(self, data: bytes, limit: int) -> bytes:
        del limit
        try:
            return bytes(self._inner.decompress(data))
        except self.error as error:
            raise zlib.error(str(error)) from error


def _decoder(media_type: str) -> Gzip | _Staged | _Zstd:
    if media_type == BZIP2:
        return _Staged(bz2.BZ2Decompressor())
    if media_type == XZ:
        return _Staged(lzma.LZMADecompressor(lzma.FORMAT_XZ, memlimit=2 * WINDOW))
    if media_type == LZMA:
        return _Staged(lzma.LZMADecompressor(lzma.FORMAT_ALONE, memlimit=2 * WINDOW))
    return _Zstd() if media_type == ZSTD else Gzip()


_SKIPPED = b"\x2a\x4d\x18"
_STARTS = {GZIP: (MAGIC,), BZIP2: (b"BZh",), XZ: (b"\xfd7zXZ\x00",), ZSTD: (b"\x28\xb5\x2f\xfd",), LZMA: ()}
_BROKEN = (zlib.error, OSError, EOFError, lzma.LZMAError)


class Unpacked:
    """The content of a compressed source, as a readable stream. `broken` says why it ends before its end, if it does.

    `behind` counts the bytes behind the compressed data.
    """

    def __init__(self, source: Source, media_type: str, limits: Limits) -> None:
        self.broken: tuple[Reason, str] | None = None
        self.behind = 0
        self._chunks = self._unpack(source, media_type, limits)
        self._rest = b""

    def read(self, size: int = -1, /) -> bytes:
        """At most `size` bytes; none at the end or where the data breaks off."""
        if size < 0:
            out = self._rest + b"".join(self._chunks)
            self._rest = b""
            return out
        while not self._rest:
            chunk = next(self._chunks, None)
            if chunk is None:
                return b""
            self._rest = chunk
        out, self._rest = self._rest[:size], self._rest[size:]
        return out

    def _unpack(self, source: Source, media_type: str, limits: Limits) -> Iterator[bytes]:
        taken = given = 0
        data = self._frame(source.exactly(8), source, media_type)
        decoder = _decoder(media_type)
        while True:
            if not decoder.waiting:
                data = data or source.read(ZSTD_STEP if media_type == ZSTD else STEP)
                if not data:
                    self.broken = (Reason.BROKEN_COMPRESSION, "the compressed data ends early")
                    return
            taken += len(data)
            try:
                out = decoder.decompress(data, CHUNK)
            except _BROKEN as error:
                self.broken = (Reason.BROKEN_COMPRESSION, f"the compressed data is damaged ({error})")
                return
            data = b""
            given += len(out)
            if out:
                yield out
            if given > limits.free and given > limits.ratio * taken:
                self.broken = (Reason.TOO_LARGE, f"it unpacks to more than {limits.ratio} times its size")
                return
            if decoder.eof:
                left = decoder.unused_data
                data = self._next(left, source, media_type)
                if not data:
                    return
                taken -= len(left)
                decoder = _decoder(media_type)

    def _next(self, data: bytes, source: Source, media_type: str) -> bytes:
        """The first bytes of another member behind this one, else nothing; what is behind the last is counted."""
        data = self._frame(data if len(data) >= 8 else data + source.exactly(8 - len(data)), source, media_type)
        if any(data.startswith(start) for start in _STARTS[media_type]):
            return data
        while data:
            self.behind += len(data.rstrip(b"\x00"))  # zeros fill up the blocks of tapes
            data = source.read(CHUNK)
        return b""

    def _frame(self, data: bytes, source: Source, media_type: str) -> bytes:
        """The data from its first frame with content on: zstd has frames to be skipped (RFC 8878, 3.1.2)."""
        while media_type == ZSTD and data[1:4] == _SKIPPED and 0x50 <= data[0] <= 0x5F and len(data) >= 8:
            size = int.from_bytes(data[4:8], "little")
            held = data[8:]
            if size > len(held):
                source.skip(size - len(held))
            held = held[size:]
            data = held if len(held) >= 8 else held + source.exactly(8 - len(held))
        return data


def parts(source: Source, look: Look, limits: Limits) -> Iterator[Inside]:
    """The content as one source; then, once that was read, what was left over or broken."""
    kind = next((k for k in KINDS if k.matches(look)), KINDS[0])
    unpacked = Unpacked(source, kind.media_type, limits)
    content = Source(unpacked, source.name)
    yield Nested(source=content)
    while unpacked.read(CHUNK):
        pass  # whatever reads the content may stop before its end
    if unpacked.behind:
        yield Note(text=f"{unpacked.behind:,} bytes behind the compressed data were not read")
    if unpacked.broken and not content.reported:
        reason, detail = unpacked.broken
        yield Fault(
            ordinal=None,
            reason=reason,
            detail=detail,
            remedy="fetch the file again; what came before this point is read",
        )


def _starts(*signatures: bytes) -> Callable[[Look], bool]:
    return lambda look: look.head.startswith(signatures)


def _zstd(look: Look) -> bool:
    return look.head.startswith(_STARTS[ZSTD]) or (look.head[1:4] == _SKIPPED and 0x50 <= look.head[0] <= 0x5F)


KINDS = (
    Kind(media_type=GZIP, title="gzip", matches=_starts(MAGIC), holds="either", endings=(".gz",), library="zlib (standard library)"),
    Kind(media_type=BZIP2, title="bzip2", matches=lambda look: look.head[:3] == b"BZh" and look.head[4:10] == b"1AY&SY", holds="either", endings=(".bz2",), library="bz2 (standard library)"),
    Kind(media_type=XZ, title="xz", matches=_starts(b"\xfd7zXZ\x00"), holds="either", endings=(".xz",), library="lzma (standard library)", limit="dictionaries of up to 256 MB"),
    Kind(media_type=ZSTD, title="Zstandard", matches=_zstd, holds="either", endings=(".zst",), library="zstandard", limit="windows of up to 128 MB"),
)  # fmt: skip


def gunzip(payload: bytes, limit: int) -> bytes:
    """The unpacked bytes of one or more gzip members.

    Raises Rejected with `broken_compression`, `nested_compression`, or `too_large` beyond `limit` bytes; memory stays
    bounded by the limit whatever the ratio.
    """
    out = bytearray()
    at = 0
    while payload[at : at + 2] == MAGIC:
        at = _member(payload, at, out, limit)
    if out[:2] == MAGIC:
        raise Rejected("compressed twice", Reason.NESTED_COMPRESSION, "unpack it once and hand it in again")
    return bytes(out)


def _member(payload: bytes, at: int, out: bytearray, limit: int) -> int:
    """Unpack the gzip member that starts at an offset; the offset behind it."""
    stream = zlib.decompressobj(zlib.MAX_WBITS | 16)
    while not stream.eof:
        chunk = payload[at : at + STEP]
        if not chunk:
            raise Rejected("the gzip data ends early", Reason.BROKEN_COMPRESSION, "fetch the file again")
        try:
            out += stream.decompress(chunk, limit + 1 - len(out))
        except zlib.error as error:
            raise Rejected(f"broken gzip data ({error})", Reason.BROKEN_COMPRESSION, "fetch the file again") from error
        if len(out) > limit:
            raise Rejected(f"more than {limit:,} bytes when unpacked", Reason.TOO_LARGE, "unpack and split it")
        at += len(chunk) - len(stream.unused_data) - len(stream.unconsumed_tail)
    return at
