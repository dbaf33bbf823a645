"""Word documents (.docx): paragraphs, headings, lists and tables in reading order; insertions kept, deletions and hidden text left out.

Heads and feet of pages, notes and comments are not in the body. What a news database exported as DOCX is split as its text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from parsers.errors import Rejected
from parsers.fields.names import person
from parsers.formats import exports, said
from parsers.formats.blocks import of_pieces
from parsers.formats.look import Kind, Look
from parsers.formats.packages import Package
from parsers.formats.pieces import Inside, Limits, Part
from parsers.formats.raised import of_runs
from parsers.formats.source import Source
from parsers.formats.xml import local
from parsers.model import BlockKind, Copy, RawDocument, Reason, Statement

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
MEDIA_TYPES = (DOCX,)

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_STRICT = "{http://purl.oclc.org/ooxml/wordprocessingml/main}"
_SKIPPED = frozenset(
    {
        "del",
        "moveFrom",
        "txbxContent",
        "Fallback",
        "footnoteReference",
        "commentReference",
        "instrText",
        "delText",
        "pict",
        "object",
    }
)
"""What is not read: deleted text, fallbacks of drawings, field codes."""

_SIGNS = {"tab": " ", "ptab": " ", "noBreakHyphen": "\u2011"}
_OFF = frozenset({"none", "0", "false", "off"})
"""Values of a switch among the properties of a run that leave it off."""

_HEADINGS = ("heading", "title", "überschrift", "titre", "rubrik", "otsikko", "titolo", "kop")

Piece = tuple[BlockKind, str]


def _matches(look: Look) -> bool:
    return look.head.startswith(b"PK") and (
        "word/document.xml" in look.entries or (not look.entries and b"word/document.xml" in look.head)
    )


KINDS = (
    Kind(media_type=DOCX, title="Word document", matches=_matches, holds="either", endings=(".docx", ".docm"), library="lxml", limit="64 MB unpacked"),
)  # fmt: skip


def parts(source: Source, look: Look, limits: Limits) -> Iterator[Inside]:
    """The document itself, or the documents of a database that were exported into it."""
    del look
    payload = source.whole(limits.document)
    text = "\n\n".join(text for _, text in _pieces(_opened(payload)))
    held = exports.documents(text)
    yield from held or (Part(ordinal=None, payload=payload),)


def read(raw: RawDocument, media_type: str) -> Copy:
    """The copy of a Word document. Raises Rejected(`malformed`, `no_text`, `too_large`)."""
    package = _opened(raw.payload)
    pieces = [(kind, text) for kind, text in _pieces(package) if text]
    about, pieces = exports.head_of(pieces) if not any(k == "heading" for k, _ in pieces[1:2]) else ((), pieces)
    text, blocks = of_pieces(pieces)
    title = tuple(said.say("headline", next((t for k, t in pieces[:6] if k == "heading"), None), "heading"))
    statements = raw.statements + about + title + _properties(package, text)
    return Copy(text=text, media_type=media_type, charset="utf-8", statements=statements, blocks=blocks)


def _opened(payload: bytes) -> Package:
    package = Package(payload, "Word document")
    if "word/document.xml" not in package.names:
        raise Rejected("no text in this Word document", Reason.NO_TEXT, "save it again as .docx")
    return package


def _pieces(package: Package) -> list[Piece]:
    root = package.tree("word/document.xml")
    if root is None:
        return []
    styles = _styles(package.tree("word/styles.xml"))
    body = next((e for e in root.iter() if local(e) == "body"), root)
    pieces = list(_blocks(body, styles))
    if any(kind == "heading" for kind, _ in pieces[:6]):
        return pieces
    title = _bold_title(body)
    return [("heading" if title and text == title else kind, text) for kind, text in pieces[:1]] + pieces[1:]


TITLE = 160
"""Characters of a headline."""

_RELEASE = re.compile(
    r"(?:for )?(?:immediate )?release\b.*|(?:press|news) (?:release|statement)\b.*|embargo.*|(?:presse|medien)(?:mitteilung|information)\b.*|communiqué(?: de presse)?\b.*|"
    r"nota de prensa\b.*|comunicado(?: de prensa)?\b.*|comunicato(?: stampa)?\b.*|пресс-релиз\b.*",
    re.I | re.S,
)
"""What is above the headline of a press release."""


def _bold_title(body: etree._Element) -> str | None:
    """The first paragraph where it is a headline by its type alone: all bold, short, without a stop, above plain paragraphs."""
    paragraphs = [(p, text) for p in body if local(p) == "p" and (text := _text(p).strip())][:3]
    if len(paragraphs) < 2 or not _is_bold(paragraphs[0][0]) or any(_is_bold(p) for p, _ in paragraphs[1:]):
        return None
    text = paragraphs[0][1]
    return None if len(text) > TITLE or text.endswith((".", ":", ",", ";")) or _RELEASE.fullmatch(text) else text


def _is_bold(paragraph: etree._Element) -> bool:
    """Whether all that is printed of a paragraph is in runs that are bold by themselves."""
    runs = [
        r for r in paragraph.iter() if local(r) == "r" and any(local(t) == "t" and (t.text or "").strip() for t in r)
    ]
    return bool(runs) and all(
        any(local(e) == "b" and _value(e, "val") not in ("0", "false", "none") for e in r.iter()) for r in runs
    )


def _styles(root: etree._Element | None) -> dict[str, str]:
    """The names of styles by their ids, in lower case."""
    if root is None:
        return {}
    named = (
        (_value(style, "styleId"), next((_value(e, "val") for e in style if local(e) == "name"), ""))
        for style in root
        if local(style) == "style"
    )
    return {key: name.lower() for key, name in named}


def _blocks(parent: etree._Element, styles: dict[str, str]) -> Iterator[Piece]:
    """The paragraphs and rows below an element, in order, without recursion into deep nests."""
    stack = list(reversed(parent))
    while stack:
        element = stack.pop()
        name = local(element)
        if name == "p":
            yield from _paragraph(element, styles)
        elif name == "tr":
            row = " \u2003 ".join(cell for cell in (_cell(c) for c in element if local(c) in ("tc", "sdt")) if cell)
            yield "table", row
        elif name not in _SKIPPED and name not in ("sectPr", "tblPr"):
            stack.extend(reversed(element))


def _paragraph(element: etree._Element, styles: dict[str, str]) -> Iterator[Piece]:
    style = styles.get(_style(element), _style(element).lower())
    text = _text(element)
    kind: BlockKind = "paragraph"
    if style.startswith(_HEADINGS):
        kind = "heading"
    elif "list" in style or any(local(e) == "numPr" for e in element.iter()):
        kind = "list_item"
    elif "quote" in style:
        kind = "quote"
    elif style.startswith("caption"):
        kind = "caption"
    for number, part in enumerate(text.split("\n\n")):
        if part.strip():
            yield (kind if number == 0 or kind != "heading" else "paragraph"), part.strip()


def _style(paragraph: etree._Element) -> str:
    return next((_value(e, "val") for e in paragraph.iter() if local(e) == "pStyle"), "")


def _cell(cell: etree._Element) -> str:
    return " ".join(t for p in cell.iter() if local(p) == "p" and (t := " ".join(_text(p).split())))


def _text(paragraph: etree._Element) -> str:
    """The words of a paragraph; a line break is one, tabs are spaces."""
    return of_runs(_runs(paragraph))


def _runs(paragraph: etree._Element) -> Iterator[tuple[str, bool]]:
    """The texts of a paragraph in order, each with whether it is raised."""
    stack = [(child, False) for child in reversed(paragraph)]
    while stack:
        element, raised = stack.pop()
        name = local(element)
        if name == "t":
            yield element.text or "", raised
        elif name in ("br", "cr"):
            yield "\n" if _value(element, "type") != "page" else "\n\n", False
        elif name in _SIGNS:
            yield _SIGNS[name], False
        elif name not in _SKIPPED and not (name == "r" and _format(element, "vanish") not in _OFF):
            raised = raised or (name == "r" and _format(element, "vertAlign") == "superscript")
            stack.extend((child, raised) for child in reversed(element))


def _format(run: etree._Element, name: str) -> str:
    """The value of a property of a run: `none` where it has none of that name, empty where it is given without a value."""
    properties = (e for parent in run if local(parent) == "rPr" for e in parent)
    return next((_value(e, "val") for e in properties if local(e) == name), "none")


def _properties(package: Package, text: str) -> tuple[Statement, ...]:
    """Title, author and subject of the file, where they say something about the article: a program's or a user's name does not."""
    root = package.tree("docProps/core.xml")
    if root is None:
        return ()
    held = {local(e).lower(): (e.text or "").strip() for e in root}
    title, creator = held.get("title", ""), held.get("creator", "")
    pairs = [
        ("headline", title if title and title in text[:2000] else None),
        ("author", creator if person(creator) and creator in text else None),
        ("in_language", held.get("language")),
    ]
    return said.all_said(pairs) + said.keywords(held.get("keywords", "").replace(";", ",").split(","))


def _value(element: etree._Element, key: str) -> str:
    return element.get(_W + key) or element.get(_STRICT + key) or element.get(key) or ""
