"""NITF 2.x–3.x (https://iptc.org/standards/nitf/): the wire's XML of one article; also inside NewsML."""

from __future__ import annotations

import re
from collections.abc import Iterator

from parsers.errors import Rejected
from parsers.formats import said, xml
from parsers.formats.look import Kind, Look
from parsers.formats.xml import Element, child, children, descendants, first, inline, line
from parsers.model import Block, Copy, RawDocument, Reason, Statement

NITF = "application/nitf+xml"
MEDIA_TYPES = (NITF,)

_START = re.compile(r"<(?:\w+:)?nitf[\s>]", re.I)

ENVELOPES = frozenset({"newsitem", "packageitem", "newsmessage", "newsml"})
"""Root elements of documents that may hold a NITF document, and say more than it does."""

TAGS = {
    **xml.HTML_TAGS, "hl1": "h1", "hl2": "h2", "block": "div", "bq": "blockquote", "pq": "blockquote", "nitf-table": "div",
    "fn": "div", "lead": "div", "tagline": "p", "body.content": "div", "media-caption": "figcaption", "media": "figure",
    "datasource": "p", "credit": "p", "q": "span",
}  # fmt: skip
_DROPPED = frozenset(
    {
        "media-reference",
        "media-metadata",
        "media-producer",
        "media-object",
        "nitf-table-metadata",
        "media",
        "media-caption",
        "note",
    }
)


def _matches(look: Look) -> bool:
    if not look.start.startswith("<") or look.root in ENVELOPES:
        return False
    return look.root == "nitf" or _START.search(look.start[:4096]) is not None


KINDS = (
    Kind(media_type=NITF, title="NITF", matches=_matches, holds="document", endings=(".xml", ".nitf"), library="lxml"),
)  # fmt: skip


def read(raw: RawDocument, media_type: str) -> Copy:
    """The copy of a NITF document. Raises Rejected(`malformed`, `no_text`)."""
    root = xml.tree(xml.text_of(raw.payload, raw.charset, raw.source_uri))
    nitf = root if xml.name(root) == "nitf" else first(root, "nitf")
    if nitf is None:
        raise Rejected("no <nitf> element in it", Reason.MALFORMED, "hand in the NITF document itself")
    text, blocks = body(nitf)
    return Copy(
        text=text, media_type=media_type, charset="utf-8", statements=raw.statements + statements(nitf), blocks=blocks
    )


def body(nitf: Element) -> tuple[str, tuple[Block, ...]]:
    """The blocks of the article: the content, and the end's tagline."""
    held = descendants(nitf, "body.content")
    content = [e for e in held if not any(xml.name(a) in _DROPPED for a in e.iterancestors())]
    content = content or list(children(nitf, "body"))
    return xml.blocks([*content, *descendants(nitf, "body.end")], TAGS, _DROPPED)


def statements(nitf: Element) -> tuple[Statement, ...]:
    """What the head and the body's head say, under schema.org's names."""
    head = first(nitf, "body.head")
    docdata, pubdata = first(nitf, "docdata"), first(nitf, "pubdata")
    pairs: list[tuple[str, str | None]] = [
        ("headline", inline(first(head, "hl1") if first(head, "hl1") is not None else first(head, "hedline"))),
        ("headline", inline(child(nitf, "head", "title"))),
        ("byline", line(first(head, "byline"))),
        *(("author", name) for name in _authors(head)),
        ("dateline", line(first(head, "dateline"))),
        ("publisher", _get(pubdata, "name")),
        ("publisher", inline(first(head, "distributor"))),
        ("publisher", _get(first(docdata, "doc.copyright"), "holder")),
        ("credit_text", inline(first(head, "copyrite.holder"))),
        *(("date_published", value) for value in _published(nitf, docdata, pubdata)),
        ("date_modified", _get(first(docdata, "date.update", "date.revised"), "norm")),
        ("url", _get(pubdata, "ex-ref")),
        ("url", _get(first(nitf, "pubdata"), "item-url")),
        ("in_language", nitf.get(xml.LANG) or _get(first(nitf, "body"), "lang")),
        ("editor_note", inline(first(docdata, "ed-msg")) or _get(first(docdata, "ed-msg"), "info")),
        *(("editor_note", inline(note)) for note in descendants(nitf, "note")),
        ("genre", _get(child(nitf, "head", "tobject"), "tobject.property.type") or _get(first(nitf, "tobject.property"), "tobject.property.type")),
    ]  # fmt: skip
    return said.all_said(pairs) + said.keywords(_keywords(nitf))


def _authors(head: Element | None) -> Iterator[str]:
    """The people of the bylines; without a mark on them, the byline without what they are."""
    for byline in descendants(head, "byline"):
        people = list(descendants(byline, "person"))
        titles = [line(title) for title in descendants(byline, "byttl")]
        yield from map(line, people)
        if not people:
            yield next(
                (line(byline).removesuffix(t).rstrip(" ,") for t in titles if line(byline).endswith(t)), line(byline)
            )


def _published(nitf: Element, docdata: Element | None, pubdata: Element | None) -> Iterator[str | None]:
    """The dates of publication, the likeliest first: of the edition, of the issue, of the release, of the story."""
    yield _get(pubdata, "date.publication")
    yield _get(first(docdata, "date.issue"), "norm")
    yield _get(first(docdata, "date.release"), "norm")
    yield _get(first(first(nitf, "body.head"), "story.date"), "norm")
    yield inline(first(docdata, "date.issue"))


def _keywords(nitf: Element) -> Iterator[str | None]:
    for element in descendants(nitf, "keyword"):
        yield element.get("key") or inline(element)
    for element in descendants(nitf, "tobject.subject"):
        yield element.get("tobject.subject.matter") or element.get("tobject.subject.type")
        yield element.get("tobject.subject.refnum")
    for element in descendants(nitf, "classifier", "identified-content.classifier"):
        yield element.get("value")


def _get(element: Element | None, key: str) -> str | None:
    return element.get(key) if element is not None else None
