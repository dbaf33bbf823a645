"""Web archives: WARC 1.0 and 1.1 (ISO 28500), ARC; each answer that is a page or a document is a member.

Content and transfer encodings are undone; `WARC-Target-URI` is the address. The date of capture is no date of
publication. Requests, redirects, errors, pictures, styles and scripts are no documents: a note counts them.
"""

from __future__ import annotations

import io
import zlib
from collections import Counter
from collections.abc import Iterator
from typing import Any

from parsers.errors import Rejected
from parsers.formats import said
from parsers.formats.look import Kind, Look
from parsers.formats.pieces import MEBIBYTE, Fault, Inside, Limits, Nested, Note, Part
from parsers.formats.source import CHUNK, Source
from parsers.model import Reason, Statement

WARC = "application/warc"
PAGES = ("text/html", "application/xhtml+xml", "application/vnd.wap.xhtml+xml")
DOCUMENTS = (
    "application/pdf", "application/rtf", "text/rtf", "text/plain", "application/rss+xml", "application/atom+xml", "application/rdf+xml",
    "application/epub+zip", "application/vnd.oasis.opendocument.text", "message/rfc822",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
)  # fmt: skip
"""What is looked into besides pages."""

WINDOW = 128 * MEBIBYTE
"""Bytes of a zstd window."""


def _matches(look: Look) -> bool:
    return look.head.startswith((b"WARC/", b"filedesc://"))


KINDS = (
    Kind(media_type=WARC, title="WARC or ARC web archive", matches=_matches, holds="members", endings=(".warc", ".arc"), library="warcio, brotli, zstandard", limit="32 MB a record"),
)  # fmt: skip


def parts(source: Source, look: Look, limits: Limits) -> Iterator[Inside]:
    """The pages and documents of an archive, up to where it breaks off."""
    del look
    from warcio.archiveiterator import ArchiveIterator
    from warcio.exceptions import ArchiveLoadFailed

    left: Counter[str] = Counter()
    number = 0
    try:
        for record in ArchiveIterator(source, arc2warc=True):
            for inside in _of_record(record, number + 1, left, limits):
                number += 1
                yield inside
    except (ArchiveLoadFailed, EOFError, OSError, ValueError, AttributeError, TypeError, KeyError, zlib.error) as error:
        if not source.broken:
            yield Fault(
                number + 1,
                Reason.MALFORMED,
                f"the archive cannot be read further ({error})"[:300],
                "fetch it again; what came before is filed",
            )
    if left:
        counts = ", ".join(f"{count:,} {what}" for what, count in left.most_common(6))
        yield Note(text=f"records that are no documents: {counts}")


def _of_record(record: Any, number: int, left: Counter[str], limits: Limits) -> Iterator[Inside]:  # noqa: ANN401 - warcio's
    """The document of a record, if it is one; what is none is counted."""
    kind = record.rec_type
    if kind == "conversion":
        yield Fault(
            number,
            Reason.UNSUPPORTED,
            "a WET record: the words of a whole page, its menus too",
            "hand in the WARC file that it was made of",
        )
        return
    if kind not in ("response", "resource"):
        if kind in ("revisit",):
            left["unchanged since an earlier capture"] += 1
        return
    answer = record.http_headers
    status = answer.get_statuscode() if kind == "response" and answer else "200"
    if status != "200":
        left[f"answers with status {status}"] += 1
        return
    declared = (
        answer.get_header("Content-Type") if answer and kind == "response" else record.content_type
    ) or "text/html"
    media_type = declared.partition(";")[0].strip().lower()
    if media_type not in PAGES + DOCUMENTS:
        left[media_type] += 1
        return
    url = record.rec_headers.get_header("WARC-Target-URI") or ""
    if url.endswith("/robots.txt"):
        left["robots.txt"] += 1
        return
    yield _document(record, number, url.strip("<>"), declared, limits)


def _document(record: Any, number: int, url: str, declared: str, limits: Limits) -> Inside:  # noqa: ANN401
    payload, cut = _payload(record, limits.line)
    if payload is None:
        return Fault(
            number, Reason.TOO_LARGE, f"{url}: more than {limits.line // MEBIBYTE} MB", "fetch the page itself"
        )
    if cut:
        return Fault(
            number, Reason.BROKEN_COMPRESSION, f"{url}: the archive ends in the middle of it", "fetch the archive again"
        )
    media_type, charset = declared.partition(";")[0].strip().lower(), _charset(declared)
    statements: tuple[Statement, ...] = said.all_said([("url", url)])
    if media_type in PAGES:
        return Part(ordinal=number, payload=payload, media_type="text/html", charset=charset, statements=statements)
    name = url.partition("?")[0].rpartition("/")[2] or "document"
    return Nested(source=Source.of_bytes(payload, name), ordinal=number, statements=statements, charset=charset)


def _payload(record: Any, limit: int) -> tuple[bytes | None, bool]:  # noqa: ANN401
    """The body of an answer with its encodings undone, None when it is too large; and whether it breaks off."""
    from warcio.bufferedreaders import ChunkedDataException, ChunkedDataReader

    answer = record.http_headers
    chunked = answer is not None and "chunked" in (answer.get_header("Transfer-Encoding") or "").lower()
    stream = ChunkedDataReader(record.raw_stream, decomp_type=None) if chunked else record.raw_stream
    payload = bytearray()
    try:
        while len(payload) <= limit and (more := stream.read(CHUNK)):
            payload += more
    except ChunkedDataException:
        return bytes(payload), True
    if len(payload) > limit:
        return None, False
    cut = bool(record.length) and getattr(record.raw_stream, "limit", 0) > 0
    coding = ((answer.get_header("Content-Encoding") if answer else "") or "").strip().lower()
    return undone(bytes(payload), coding, limit), cut


def undone(payload: bytes, coding: str, limit: int) -> bytes | None:
    """Bytes without their content encoding, None beyond `limit`; what is not encoded in spite of its header stays.

    Raises Rejected(`broken_compression`).
    """
    for each in reversed([c.strip() for c in coding.split(",") if c.strip()]):
        try:
            payload = _decoded(payload, each, limit)
        except (zlib.error, OSError, EOFError, ValueError) as error:
            if payload[:64].lstrip()[:1] == b"<":
                return payload  # archives that keep the header and undo the encoding themselves
            raise Rejected(
                f"its {each} data is damaged ({error})", Reason.BROKEN_COMPRESSION, "fetch the page again"
            ) from error
        if len(payload) > limit:
            return None
    return payload


def _decoded(payload: bytes, coding: str, limit: int) -> bytes:
    if coding in ("gzip", "x-gzip"):
        return zlib.decompressobj(zlib.MAX_WBITS | 16).decompress(payload, limit + 1)
    if coding == "deflate":
        wrapped = payload[:1] == b"\x78"
        return zlib.decompressobj(zlib.MAX_WBITS if wrapped else -zlib.MAX_WBITS).decompress(payload, limit + 1)
    if coding == "br":
        return _brotli(payload, limit)
    return _zstd(payload, limit) if coding == "zstd" else payload


def _brotli(payload: bytes, limit: int) -> bytes:
    import brotli

    try:
        return bytes(brotli.Decompressor().process(payload, output_buffer_limit=limit + 1))
    except brotli.error as error:
        raise zlib.error(str(error)) from error


def _zstd(payload: bytes, limit: int) -> bytes:
    import zstandard

    try:
        with zstandard.ZstdDecompressor(max_window_size=WINDOW).stream_reader(io.BytesIO(payload)) as reader:
            return reader.read(limit + 1)
    except zstandard.ZstdError as error:
        raise zlib.error(str(error)) from error


def _charset(declared: str) -> str | None:
    for parameter in declared.split(";")[1:]:
        key, _, value = parameter.partition("=")
        if key.strip().lower() == "charset" and value:
            return value.strip().strip("'\"")
    return None
