"""A gzipped document: unpacked within bounds, then read as what it holds. Compression inside compression is refused."""

from __future__ import annotations

import zlib

from parsers.errors import Rejected
from parsers.model import Reason

GZIP = "application/gzip"


def gunzip(payload: bytes, limit: int) -> bytes:
    """The unpacked bytes of one or more gzip members.

    Raises Rejected with `broken_compression`, `nested_compression`, or `too_large` beyond `limit` bytes; memory stays
    bounded by the limit whatever the ratio.
    """
    out = bytearray()
    rest = payload
    while rest[:2] == b"\x1f\x8b":
        stream = zlib.decompressobj(zlib.MAX_WBITS | 16)
        try:
            out += stream.decompress(rest, limit + 1 - len(out))
        except zlib.error as error:
            raise Rejected(f"broken gzip data ({error})", Reason.BROKEN_COMPRESSION, "fetch the file again") from error
        if len(out) > limit:
            raise Rejected(f"more than {limit:,} bytes when unpacked", Reason.TOO_LARGE, "unpack and split it")
        if not stream.eof:
            raise Rejected("the gzip data ends early", Reason.BROKEN_COMPRESSION, "fetch the file again")
        rest = stream.unused_data
    if out[:2] == b"\x1f\x8b":
        raise Rejected("compressed twice", Reason.NESTED_COMPRESSION, "unpack it once and hand it in again")
    return bytes(out)
