"""One module, one format: bytes of a known media type to decoded text and statements."""

from __future__ import annotations

from dataclasses import replace
from typing import Protocol

from parsers.charset import whole
from parsers.errors import Rejected
from parsers.formats import entry, html, json_news, plaintext
from parsers.formats.compressed import GZIP, gunzip
from parsers.model import Copy, RawDocument, Reason
from parsers.sniff import EMPTY, UNKNOWN, sniff


class Format(Protocol):
    """A module that reads documents of some media types. The module itself is the plug-in."""

    @property
    def MEDIA_TYPES(self) -> tuple[str, ...]:
        """The media types this format reads."""
        ...

    def read(self, raw: RawDocument, media_type: str) -> Copy:
        """The copy of a document; raises Rejected when it holds no text of an article."""
        ...


FORMATS: tuple[Format, ...] = (plaintext, html, json_news, entry)

TEXT_LIMIT = 16 * 1024 * 1024
"""Bytes of one document that are read as one article."""


def read(raw: RawDocument, media_type: str) -> Copy:
    """The copy of a document of a known media type.

    Raises Rejected with `empty`, `binary`, `too_large`, `unsupported` or what the format itself finds wrong.
    """
    if media_type == EMPTY or not raw.payload.strip():
        raise Rejected("the document is empty", Reason.EMPTY, "nothing to do, unless its source should have had text")
    if media_type == GZIP:
        unpacked = replace(raw, payload=gunzip(raw.payload, TEXT_LIMIT), source_uri=raw.source_uri.removesuffix(".gz"))
        return read(unpacked, sniff(unpacked.payload, raw.media_type, unpacked.source_uri))
    if len(raw.payload) > TEXT_LIMIT and media_type != UNKNOWN:
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
                    "no text was found in it", Reason.NO_TEXT, "look at the raw bytes: `newsdesk quarantine show`"
                )
            return copy
    if media_type.startswith(("text/", "application/xml", "application/json")):
        raise Rejected(
            f"no reader for {media_type}", Reason.UNSUPPORTED, "convert it to plain text, HTML or NewsArticle JSON"
        )
    raise Rejected(
        f"these bytes are no text ({media_type})", Reason.BINARY, "hand in the article as text, HTML or JSON"
    )


def _whole(copy: Copy) -> Copy:
    """The copy in characters that every encoding of Unicode can hold; its offsets stay as they are."""
    text = whole(copy.text)
    statements = tuple(s if (v := whole(s.value)) == s.value else replace(s, value=v) for s in copy.statements)
    return (
        copy if text is copy.text and statements == copy.statements else replace(copy, text=text, statements=statements)
    )
