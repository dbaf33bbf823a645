"""Plain text: the decoded payload is the copy. It is what is left when no format fits, and has to read like prose."""

from __future__ import annotations

from parsers.charset import decode, mend
from parsers.errors import Rejected
from parsers.formats import prose
from parsers.model import Copy, RawDocument, Reason
from parsers.sniff import TEXT

MEDIA_TYPES = (TEXT,)


def read(raw: RawDocument, media_type: str) -> Copy:
    """The copy of a plain-text document. Raises Rejected(`undecodable`, `unsupported`)."""
    decoded = decode(raw.payload, raw.charset, raw.source_uri)
    if why := prose.fault(decoded.text):
        raise Rejected(
            f"no known format, and the text does not read like an article: {why}", Reason.UNSUPPORTED,
            "hand in the text of the article, or a format of `newsdesk formats`",
        )  # fmt: skip
    text, repairs = mend(decoded.text)
    return Copy(text=text, media_type=media_type, charset=decoded.charset, statements=raw.statements, repairs=repairs)
