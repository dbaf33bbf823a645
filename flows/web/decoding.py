"""Content-Encoding undone piece by piece, with a limit on what comes out: a bomb costs no more memory than a page."""

from __future__ import annotations

import zlib
from collections.abc import AsyncIterator, Iterator

from parsers.errors import FetchError

ACCEPTED = "gzip, deflate"
"""What we ask for. Brotli is not: nothing in the lock file decodes it, and what was not asked for is refused."""

MOST_LAYERS = 2
PIECE = 1 << 16


class Inflator:
    """One layer of gzip or deflate. `feed` yields pieces of at most 64 KiB, so a caller can stop at its limit."""

    def __init__(self, name: str) -> None:
        self._raw_tried = name == "gzip"
        self._inflate = zlib.decompressobj(zlib.MAX_WBITS | 16 if name == "gzip" else zlib.MAX_WBITS)
        self._begun = False

    @property
    def finished(self) -> bool:
        """Whether the end of the compressed stream was seen."""
        return self._inflate.eof

    def feed(self, data: bytes) -> list[bytes]:
        """Decoded pieces of `data`: as many as one call gives, at most PIECE each. Raises zlib.error."""
        try:
            piece = self._inflate.decompress(data, PIECE)
        except zlib.error:
            if self._raw_tried or self._begun:
                raise
            # "deflate" means zlib, but old servers send it without the zlib header
            self._raw_tried, self._inflate = True, zlib.decompressobj(-zlib.MAX_WBITS)
            piece = self._inflate.decompress(data, PIECE)
        self._begun = True
        return [piece] if piece else []

    @property
    def waiting(self) -> bytes:
        """Input that the last call left over because its output was full."""
        return self._inflate.unconsumed_tail


def layers(header: str, url: str) -> list[Inflator]:
    """The decoders of a Content-Encoding header, outermost first. Raises FetchError for what was not asked for."""
    names = [n.strip().lower() for n in header.split(",") if n.strip().lower() not in ("", "identity")]
    if len(names) > MOST_LAYERS:
        raise FetchError(url, f"broken: compressed {len(names)} times over")
    for name in names:
        if name not in ("gzip", "x-gzip", "deflate"):
            raise FetchError(url, f"broken: sent in an encoding that was not asked for ({name[:40]})")
    return [Inflator(n.removeprefix("x-")) for n in reversed(names)]


def unzipped(body: bytes, url: str, limit: int) -> bytes:
    """A document that is gzip itself (`sitemap.xml.gz`) as what is inside; any other as it is. Raises FetchError.

    At most `limit` bytes come out: more is an error, as for a body.
    """
    if not body.startswith(b"\x1f\x8b"):
        return body
    inflate = zlib.decompressobj(zlib.MAX_WBITS | 16)
    try:
        inside = inflate.decompress(body, limit + 1)
    except zlib.error as error:
        raise FetchError(url, f"broken: a gzip file that cannot be read ({error})") from error
    if len(inside) > limit:
        raise FetchError(url, f"broken: more than {limit:,} bytes after decoding")
    if not inflate.eof:
        raise FetchError(url, "broken: the gzip file ends before its end")
    return inside


async def decoded(raw: AsyncIterator[bytes], header: str, url: str) -> AsyncIterator[bytes]:
    """The pieces of a body with its Content-Encoding undone. Raises FetchError when it is broken or cut off."""
    chain = layers(header, url)
    try:
        async for chunk in raw:
            for piece in _through(chain, chunk):
                yield piece
    except zlib.error as error:
        raise FetchError(url, f"broken: compressed data that cannot be read ({error})") from error
    if any(not layer.finished for layer in chain):
        raise FetchError(url, "broken: the compressed data ends before its end")


def _through(chain: list[Inflator], chunk: bytes) -> Iterator[bytes]:
    """Lazily, so that a caller who stops has not decoded the rest."""
    if not chain:
        yield chunk
        return
    first, rest = chain[0], chain[1:]
    data = chunk
    while data and not first.finished:
        for piece in first.feed(data):
            yield from _through(rest, piece)
        data = first.waiting
