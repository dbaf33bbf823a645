"""A document of a known kind, read by the module of its format: decoded text and statements."""

from __future__ import annotations

import io
from dataclasses import replace
from typing import Protocol

from parsers.charset import whole
from parsers.errors import Rejected
from parsers.formats import entry, html, plaintext, registry
from parsers.formats.compressed import GZIP, gunzip
from parsers.formats.pieces import Refused
from parsers.formats.split import split
from parsers.model import Copy, RawDocument, Reason
from parsers.sniff import EMPTY, UNKNOWN


class Format(Protocol):
    """A module that reads documents of some media types. The module itself is the plug-in."""

    @property
    def MEDIA_TYPES(self) -> tuple[str, ...]:
        """The media types this format reads."""
        ...

    def read(self, raw: RawDocument, media_type: str) -> Copy:
        """The copy of a document; raises Rejected when it holds no text of an article."""
        ...


OF_TEXT: tuple[Format, ...] = (plaintext, html, entry)
"""What is left when no signature of the registry fits, and entries of feeds."""

FORMATS: tuple[Format, ...] = (*OF_TEXT, *(m for m in registry.MODULES if hasattr(m, "read")))

TEXT_LIMIT = 16 * 1024 * 1024
"""Bytes of one document that are read as one article."""

FILE_LIMIT = 256 * 1024 * 1024
"""The same for files that are mostly pictures and fonts (PDF, Word, RTF), and letters with attachments."""

FILES = ("application/pdf", "application/rtf", "message/rfc822", "multipart/related", "application/vnd.o")


HAND_IN = "hand in the file itself: `newsdesk ingest FILE`"

WITHOUT_WORDS = ("image/", "audio/", "video/", "application/x-executable")
"""Kinds of files in which nothing is written that a program could read."""


def name_of(raw: RawDocument) -> str:
    """The name by whose ending a document is known: the one that it has in its archive, else its own."""
    return next((s.value for s in raw.statements if s.field == "filename"), raw.source_uri)


def recognise(raw: RawDocument) -> str:
    """The media type of a document. Never raises."""
    return registry.recognise(raw.payload, raw.media_type, name_of(raw))


def read(raw: RawDocument, media_type: str) -> Copy:
    """The copy of a document of a known media type.

    Raises Rejected with `empty`, `binary`, `too_large`, `unsupported` or what the format itself finds wrong.
    """
    if media_type == EMPTY or not raw.payload.strip():
        raise Rejected("the document is empty", Reason.EMPTY, "nothing to do, unless its source should have had text")
    if media_type == GZIP:
        unpacked = replace(raw, payload=gunzip(raw.payload, TEXT_LIMIT), source_uri=raw.source_uri.removesuffix(".gz"))
        return read(unpacked, recognise(unpacked))
    limit = FILE_LIMIT if media_type.startswith(FILES) else TEXT_LIMIT
    if len(raw.payload) > limit and media_type != UNKNOWN:
        raise Rejected(
            f"{len(raw.payload):,} bytes are more than an article has",
            Reason.TOO_LARGE,
            "split it, or hand it in as JSON Lines",
        )
    for format_ in FORMATS:
        if media_type in format_.MEDIA_TYPES:
            copy = _whole(format_.read(raw, media_type))
            if not copy.text.strip():
                raise Rejected(
                    _without_text(copy),
                    Reason.NO_TEXT,
                    "fetch the article itself; `newsdesk quarantine show` has the raw bytes",
                )
            return copy
    raise _refused_whole(raw) if registry.is_container(media_type) else _unread(media_type)


def _refused_whole(raw: RawDocument) -> Rejected:
    """Why a file of many documents, whose bytes were kept because it was refused, is refused."""
    first = next(split(io.BytesIO(raw.payload), name_of(raw), names=raw.field_names), None)
    if isinstance(first, Refused):
        return Rejected(first.detail, first.reason, first.remedy)
    return Rejected("it holds documents, which are filed one by one", Reason.UNSUPPORTED, HAND_IN)


def _without_text(copy: Copy) -> str:
    titled = any(s.field == "headline" and s.source != "html" for s in copy.statements)
    return "headline only: there is no text below it" if titled else "no text was found in it"


def _unread(media_type: str) -> Rejected:
    """Why a document of this media type is not read, and what to do instead."""
    known = registry.known(media_type)
    if known and known[0].holds == "refused":
        reason = Reason.BINARY if media_type.startswith(WITHOUT_WORDS) else Reason.UNSUPPORTED
        return Rejected(known[0].title, reason, known[0].remedy)
    if known:
        return Rejected(
            f"{known[0].title}: nothing in it was read as a document",
            Reason.UNSUPPORTED,
            HAND_IN,
        )
    if media_type.startswith(("text/", "application/xml", "application/json", "application/rss+xml")):
        return Rejected(
            f"no reader for {media_type}", Reason.UNSUPPORTED,
            "convert it to text, HTML, JSON or another format of `newsdesk formats`",
        )  # fmt: skip
    return Rejected(
        f"these bytes are no text and no known format ({media_type})", Reason.BINARY,
        "convert it to a format of `newsdesk formats`",
    )  # fmt: skip


def _whole(copy: Copy) -> Copy:
    """The copy in characters that every encoding of Unicode can hold; its offsets stay as they are."""
    text = whole(copy.text)
    statements = tuple(s if (v := whole(s.value)) == s.value else replace(s, value=v) for s in copy.statements)
    return (
        copy if text is copy.text and statements == copy.statements else replace(copy, text=text, statements=statements)
    )
