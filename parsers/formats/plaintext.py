"""Plain text: the decoded payload is the copy."""

from __future__ import annotations

from parsers.charset import decode, mend
from parsers.model import Copy, RawDocument
from parsers.sniff import TEXT

MEDIA_TYPES = (TEXT,)


def read(raw: RawDocument, media_type: str) -> Copy:
    """The copy of a plain-text document. Raises Rejected(`undecodable`)."""
    decoded = decode(raw.payload, raw.charset, raw.source_uri)
    text, repairs = mend(decoded.text)
    return Copy(text=text, media_type=media_type, charset=decoded.charset, statements=raw.statements, repairs=repairs)
