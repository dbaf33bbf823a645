"""A gzipped document: unpacked within bounds, then read as what it holds. Compression inside compression is refused."""

from __future__ import annotations

import zlib

from parsers.errors import Rejected
from parsers.model import Reason

GZIP = "application/gzip"
MAGIC = b"\x1f\x8b"

CHUNK = 4096
"""Bytes unpacked at a time; zlib copies what lies behind a member, and a file may be made of very many small ones."""


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
        chunk = payload[at : at + CHUNK]
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
