"""MHTML (RFC 2557): a page as browsers save it, with its pictures in one file. The page is the document.

The file's Date is the moment of saving, which is no date of publication.
"""

from __future__ import annotations

from email.message import Message

from parsers.errors import Rejected
from parsers.formats import html, letters, said
from parsers.formats.look import Kind, Look
from parsers.model import Copy, RawDocument, Reason
from parsers.record import changed
from parsers.sniff import HTML

MHTML = "multipart/related"
MEDIA_TYPES = (MHTML,)


def _matches(look: Look) -> bool:
    start = look.start[:8000]
    if not start[:1].isalpha() or ":" not in start[:200]:
        return False
    head = start.partition("\n\n")[0].lower()
    related = "multipart/related" in head
    return (related and ("saved by" in head or "snapshot-content-location" in head or "to:" not in head)) or (
        look.ends(".mhtml", ".mht") and bool(letters.header_names(start))
    )


KINDS = (
    Kind(media_type=MHTML, title="MHTML saved page", matches=_matches, holds="document", endings=(".mhtml", ".mht"), library="email (standard library)"),
)  # fmt: skip


def read(raw: RawDocument, media_type: str) -> Copy:
    """The copy of the saved page. Raises Rejected(`no_text`, `undecodable`)."""
    message = letters.parse(raw.payload)
    page, address = _page(message)
    url = letters.header(message, "snapshot-content-location") or address or letters.header(message, "content-location")
    statements = raw.statements + said.all_said([("url", url if url.startswith("http") else None)])
    inner = changed(raw, payload=letters.content(page), charset=letters.charset(page), statements=statements)
    return changed(html.read(inner, HTML), media_type=media_type)


def _page(message: Message) -> tuple[Message, str]:
    """The page among the parts: the one that the file names, else the first of HTML; and its address."""
    pages = [
        part for part in letters.leaves(message) if part.get_content_type() in ("text/html", "application/xhtml+xml")
    ]
    if not pages:
        raise Rejected("a saved page without a page in it", Reason.NO_TEXT, "save it again, as a web page")
    main = letters.header(message, "snapshot-content-location")
    found = next((p for p in pages if main and letters.header(p, "content-location") == main), pages[0])
    return found, letters.header(found, "content-location")
