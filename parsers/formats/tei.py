"""TEI P5 (https://tei-c.org): a text with its header; a corpus is a container of its texts.

Trafilatura's own XML has the same elements below `<doc>`, whose attributes say what a header would.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from parsers.errors import Rejected
from parsers.fields import records
from parsers.formats import said, xml
from parsers.formats.look import Kind, Look
from parsers.formats.pieces import Inside, Limits, Part
from parsers.formats.source import Source
from parsers.formats.xml import Element, descendants, first, inline, name
from parsers.model import Copy, RawDocument, Reason, Statement

TEI = "application/tei+xml"
EXTRACT = "application/vnd.trafilatura+xml"
MEDIA_TYPES = (TEI, EXTRACT)
_START = re.compile(r"<(?:\w+:)?(?:TEI(?:\.2)?|teiCorpus(?:\.2)?)[\s>]")
_EXTRACT = re.compile(r"<doc\s[^<>]*\b(?:title|sitename|hostname|fingerprint)=[^<>]*>\s*<main\b")
_HOST = re.compile(r"\s*\((?:[\w-]+\.)+[a-z]{2,}\)?\Z")
"""The address of an outlet behind its name: `The Tidewater Post (tidewater.example)`."""

ROOTS = ("tei", "tei.2")

TAGS = {
    **xml.HTML_TAGS, "head": "h2", "ab": "p", "l": "p", "lg": "div", "sp": "div", "speaker": "p", "list": "ul", "item": "li", "quote": "blockquote",
    "cit": "blockquote", "row": "tr", "cell": "td", "lb": "br", "opener": "p", "closer": "p", "byline": "p", "dateline": "p", "epigraph": "div",
    "floatingtext": "div", "figdesc": "figcaption", "u": "p", "docauthor": "p", "text": "div", "div1": "div", "div2": "div", "div3": "div",
}  # fmt: skip
_DROPPED = frozenset(
    {"teiheader", "note", "fw", "front", "back", "figure", "desc", "del", "orig", "sic", "abbr", "gap", "graphic"}
)
"""Of what an editor marked: the page's furniture, notes, and the printed form where the corrected one is beside it."""


def _matches(look: Look) -> bool:
    return look.start.startswith("<") and _START.search(look.start[:4096]) is not None


def _is_extract(look: Look) -> bool:
    return look.start.startswith("<") and _EXTRACT.search(look.start[:8192]) is not None


KINDS = (
    Kind(media_type=TEI, title="TEI", matches=_matches, holds="either", endings=(".xml", ".tei"), library="lxml", declared=True),
    Kind(media_type=EXTRACT, title="XML of trafilatura", matches=_is_extract, holds="document", endings=(".xml",), library="lxml"),
)  # fmt: skip


def parts(source: Source, look: Look, limits: Limits) -> Iterator[Inside]:
    """The texts of a corpus; a file of one text is the document itself."""
    del look
    payload = source.whole(limits.document)
    root = xml.tree(xml.text_of(payload, None, source.name))
    texts = [e for e in root.iter() if name(e) in ROOTS]
    if root in texts or len(texts) < 1:
        yield Part(ordinal=None, payload=payload)
        return
    for number, text in enumerate(texts, 1):
        yield Part(
            ordinal=number,
            payload=etree.tostring(text, encoding="utf-8", with_tail=False),
            media_type=TEI,
            charset="utf-8",
        )


def read(raw: RawDocument, media_type: str) -> Copy:
    """The copy of a TEI text, or of an extractor's. Raises Rejected(`malformed`, `no_text`)."""
    root = xml.tree(xml.text_of(raw.payload, raw.charset, raw.source_uri))
    extract = media_type == EXTRACT
    body = first(root, "main") if extract else first(first(root, "text"), "body")
    if body is None:
        raise Rejected("a TEI document without a body", Reason.NO_TEXT, "hand in the text that the header describes")
    text, blocks = xml.blocks([body], TAGS, _DROPPED)
    said_ = (
        records.read({str(k): str(v) for k, v in root.attrib.items()}, source="meta").statements
        if extract
        else _header(root)
    )
    return Copy(text=text, media_type=media_type, charset="utf-8", statements=raw.statements + said_, blocks=blocks)


def _header(root: Element) -> tuple[Statement, ...]:
    """What the header says: of the source first, of the electronic edition where nothing is said of the source."""
    header = first(root, "teiheader")
    source, edition = first(header, "sourcedesc"), first(header, "publicationstmt")
    title = first(first(header, "titlestmt"), "title")
    journal = next(
        (e for e in descendants(source, "title") if e.get("level") in ("j", "m", "s")), _untold(source, inline(title))
    )
    article = next((e for e in descendants(source, "title") if e.get("level") == "a"), None)
    pairs: list[tuple[str, str | None]] = [
        ("headline", inline(article) or inline(title)),
        *(("author", inline(e)) for e in descendants(first(header, "titlestmt"), "author")),
        *(("author", inline(e)) for e in descendants(source, "author")),
        ("publisher", _HOST.sub("", inline(journal) or inline(first(source, "publisher")) or inline(first(edition, "publisher")))),
        *(("date_published", e.get("when") or e.get("when-iso") or inline(e)) for e in descendants(source, "date")),
        *(("date_published", e.get("when") or e.get("when-iso") or inline(e)) for e in descendants(edition, "date")),
        ("in_language", _language(root, header)),
        ("url", next((u for e in descendants(header, "idno", "ref", "ptr") if (u := e.get("target") or inline(e)).startswith("http")), None)),
    ]  # fmt: skip
    return said.all_said(pairs) + said.keywords(
        inline(e) for k in descendants(header, "keywords") for e in descendants(k, "term")
    )


def _untold(source: Element | None, headline: str) -> Element | None:
    """The only title of the source, without a level: what the text was printed in, unless it is the text's own title."""
    titles = list(descendants(source, "title"))
    own, other = headline.casefold(), inline(titles[0]).casefold() if titles else ""
    alone = len(titles) == 1 and not titles[0].get("level") and other and other not in own and own not in other
    return titles[0] if alone else None


def _language(root: Element, header: Element | None) -> str | None:
    text = first(root, "text")
    said_ = text.get(xml.LANG) if text is not None else None
    language = first(header, "language")
    return said_ or root.get(xml.LANG) or (language.get("ident") if language is not None else None)
