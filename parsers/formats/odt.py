"""OpenDocument texts (.odt, .fodt's zip): paragraphs, headings, lists and tables; deletions, hidden text, notes and comments left out."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from parsers.errors import Rejected
from parsers.fields.names import person
from parsers.formats import exports, said
from parsers.formats.blocks import of_pieces
from parsers.formats.look import Kind, Look
from parsers.formats.packages import Package
from parsers.formats.raised import of_runs
from parsers.formats.xml import local
from parsers.model import BlockKind, Copy, RawDocument, Reason, Statement

ODT = "application/vnd.oasis.opendocument.text"
MEDIA_TYPES = (ODT,)

_SKIPPED = frozenset(
    {
        "tracked-changes",
        "annotation",
        "annotation-end",
        "note",
        "frame",
        "sequence-decls",
        "table-of-content",
        "forms",
        "ruby-text",
        "hidden-text",
    }
)
_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
_SIGNS = {"s": " ", "tab": " ", "line-break": "\n"}

Piece = tuple[BlockKind, str]


def _matches(look: Look) -> bool:
    return look.packed.startswith(b"application/vnd.oasis.opendocument.text") or (
        "content.xml" in look.entries and look.ends(".odt", ".ott")
    )


KINDS = (
    Kind(media_type=ODT, title="OpenDocument text", matches=_matches, holds="document", endings=(".odt", ".ott"), library="lxml", limit="64 MB unpacked"),
)  # fmt: skip


def read(raw: RawDocument, media_type: str) -> Copy:
    """The copy of an OpenDocument text. Raises Rejected(`malformed`, `no_text`, `too_large`)."""
    package = Package(raw.payload, "OpenDocument text")
    root = package.tree("content.xml")
    body = (
        next((e for e in root.iter() if local(e) == "text" and local(e.getparent()) == "body"), None)
        if root is not None
        else None
    )
    if body is None:
        raise Rejected("no text in this document", Reason.NO_TEXT, "save it again as .odt")
    pieces = [(kind, text) for kind, text in _blocks(body, _styles(root)) if text]
    about, pieces = exports.head_of(pieces) if not any(k == "heading" for k, _ in pieces[1:2]) else ((), pieces)
    text, blocks = of_pieces(pieces)
    title = tuple(said.say("headline", next((t for k, t in pieces[:6] if k == "heading"), None), "heading"))
    statements = raw.statements + about + title + _properties(package, text)
    return Copy(text=text, media_type=media_type, charset="utf-8", statements=statements, blocks=blocks)


def _styles(root: etree._Element | None) -> dict[str, str]:
    """What the styles of the document that hide (`hidden`) or raise (`raised`) text do to it, by name."""
    found = {}
    for style in root.iter(f"{_STYLE}style") if root is not None else ():
        for properties in style.iter(f"{_STYLE}text-properties"):
            name = style.get(f"{_STYLE}name") or ""
            if properties.get(f"{_TEXT}display") == "none":
                found[name] = "hidden"
            elif (properties.get(f"{_STYLE}text-position") or "").startswith("super"):
                found[name] = "raised"
    return found


def _blocks(body: etree._Element, styles: dict[str, str]) -> Iterator[Piece]:
    stack: list[tuple[etree._Element, BlockKind]] = [(e, "paragraph") for e in reversed(body)]
    while stack:
        element, inside = stack.pop()
        name = local(element)
        if name == "h":
            yield "heading", _text(element, styles)
        elif name == "p":
            title = (element.get(f"{_TEXT}style-name") or "") in ("Title",)
            yield ("heading" if title else inside), _text(element, styles)
        elif name == "table-row":
            cells = (" ".join(_text(p, styles) for p in cell.iter() if local(p) in ("p", "h")) for cell in element)
            yield "table", " \u2003 ".join(c for c in cells if c.strip())
        elif name not in _SKIPPED:
            kind: BlockKind = "list_item" if name == "list-item" else inside
            stack.extend((e, kind) for e in reversed(element))


def _text(paragraph: etree._Element, styles: dict[str, str]) -> str:
    text = of_runs(_runs(paragraph, styles))
    return "\n".join(" ".join(line.split()) for line in text.split("\n")).strip()


def _runs(paragraph: etree._Element, styles: dict[str, str]) -> Iterator[tuple[str, bool]]:
    """The texts of a paragraph in order, each with whether it is raised."""
    if styles.get(paragraph.get(f"{_TEXT}style-name") or "") == "hidden":
        return
    yield paragraph.text or "", False
    stack = [(e, False, False) for e in reversed(paragraph)]
    while stack:
        element, raised, closing = stack.pop()
        name = local(element)
        if closing:
            yield element.tail or "", raised
            continue
        stack.append((element, raised, True))
        style = styles.get(element.get(f"{_TEXT}style-name") or "")
        if name in _SIGNS:
            yield _SIGNS[name], False
        elif name and name not in _SKIPPED and style != "hidden":
            yield element.text or "", raised or style == "raised"
            stack.extend((e, raised or style == "raised", False) for e in reversed(element))


def _properties(package: Package, text: str) -> tuple[Statement, ...]:
    root = package.tree("meta.xml")
    if root is None:
        return ()
    held = {local(e).lower(): (e.text or "").strip() for e in root.iter() if isinstance(e.tag, str)}
    creator = held.get("creator") or held.get("initial-creator") or ""
    pairs = [
        ("headline", held["title"] if held.get("title") and held["title"] in text[:2000] else None),
        ("author", creator if person(creator) and creator in text else None),
        ("in_language", held.get("language")),
    ]
    keywords = (e.text for e in root.iter() if local(e) == "keyword")
    return said.all_said(pairs) + said.keywords(keywords)
