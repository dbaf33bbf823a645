"""Markup to blocks of text: block borders give breaks, inline tags do not, and newlines in text nodes are spaces."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from bs4 import BeautifulSoup
from bs4.element import CData, Comment, Declaration, Doctype, NavigableString, PageElement, ProcessingInstruction, Tag
from lxml.html import HtmlElement

from parsers.formats.raised import with_raised
from parsers.model import Block, BlockKind

BLOCK_TAGS: dict[str, BlockKind] = {
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), "heading"),
    "li": "list_item", "figcaption": "caption", "caption": "caption", "blockquote": "quote", "pre": "code", "tr": "table",
    **dict.fromkeys(
        ("p", "div", "section", "article", "main", "ul", "ol", "dl", "dt", "dd", "figure", "table", "tbody", "thead", "body", "html",
         "address", "details", "summary", "hr", "header", "footer", "center", "aside", "nav", "fieldset", "form"),
        "paragraph",
    ),
}  # fmt: skip
"""Elements that break a line in every browser's style sheet (https://html.spec.whatwg.org/#rendering)."""

DROPPED = (
    "script",
    "style",
    "noscript",
    "template",
    "svg",
    "math",
    "iframe",
    "object",
    "form",
    "button",
    "select",
    "input",
    "textarea",
)
SHOWN = ("iframe", "object", "button", "select", "textarea")
"""Of these a reader sees a box, so that the words before and behind it stand apart."""

_Q_MARKS = (("“", "”"), ("‘", "’"))
"""The marks that browsers put around `q`, and around `q` inside `q` (https://html.spec.whatwg.org/#the-q-element)."""

_QUOTES = frozenset("“‘\"'„«»‚‹「")

_NOT_TEXT = (Comment, Declaration, Doctype, ProcessingInstruction, CData)
_MARKUP = re.compile(r"</?(?:p|br|div|h[1-6]|ul|ol|li|span|a|b|i|em|strong|img|blockquote|figure|table)\b[^<>]*>", re.I)
_SPACES = re.compile(r"[ \t\r\n\f\v]+")


def with_quotation_marks(tree: HtmlElement) -> HtmlElement:
    """The tree with the marks of its `q` elements written out, and the elements gone: extractors take them for block quotations."""
    for element in reversed([*tree.iter("q")]):
        parent = element.getparent()
        opening, closing = _Q_MARKS[parent is not None and parent.tag == "q"]
        if (element.text or "").lstrip()[:1] not in _QUOTES or not element.text:
            element.text = opening + (element.text or "")
            if len(element):
                element[-1].tail = (element[-1].tail or "") + closing
            else:
                element.text += closing
        if parent is not None:
            element.drop_tag()
    return tree


_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f]")
_SHOWN = {code: 0x2400 + code for code in (*range(9), 11, 12, *range(14, 32))}
_HIDDEN = {shown: code for code, shown in _SHOWN.items()}


def shown(markup: str) -> str:
    """The markup with its control characters as their pictures (U+2400 …): parsers drop the one and keep the other."""
    # not `translate`, which looks every character of a page up: some hundred times slower
    return _FORBIDDEN.sub(_picture, markup) if _FORBIDDEN.search(markup) else markup


def _picture(control: re.Match[str]) -> str:
    return chr(_SHOWN[ord(control.group())])


def hidden(text: str) -> str:
    """The text with control characters instead of their pictures."""
    return text.translate(_HIDDEN)


def looks_like_markup(text: str) -> bool:
    """Whether a string holds HTML elements rather than words."""
    return "<" in text and len(_MARKUP.findall(text[:20_000])) >= 2


def of_markup(markup: str) -> tuple[str, tuple[Block, ...]]:
    """The text of a fragment, blocks apart by one blank line, and the blocks."""
    printable = shown(markup)
    text, blocks = of_tree(soup_of(with_raised(printable)))
    return (text if printable is markup else hidden(text)), blocks


_INSTRUCTION = re.compile(r"<\?[^<>]{0,2000}>")


def soup_of(markup: str) -> BeautifulSoup:
    """Markup as a tree, without its XML declaration and other instructions: it is read as HTML, whatever it calls itself."""
    return BeautifulSoup(_INSTRUCTION.sub("", markup) if "<?" in markup else markup, "lxml")


def of_tree(tree: Tag) -> tuple[str, tuple[Block, ...]]:
    """The text below an element, blocks apart by one blank line, and the blocks with their raw offsets."""
    return of_pieces(_blocks(tree))


def of_pieces(pieces: Iterable[tuple[BlockKind, str]]) -> tuple[str, tuple[Block, ...]]:
    """Blocks given as (kind, text), as one text with a blank line between, and their raw offsets."""
    out: list[str] = []
    blocks: list[Block] = []
    at = 0
    for kind, text in pieces:
        if out:
            out.append("\n\n")
            at += 2
        blocks.append(Block(kind=kind, raw_start=at, raw_end=at + len(text)))
        out.append(text)
        at += len(text)
    return "".join(out), tuple(blocks)


def _blocks(tree: Tag) -> Iterator[tuple[BlockKind, str]]:
    kind: BlockKind = "paragraph"
    line: list[str] = []
    for event, value in _events(tree):
        if event == "text":
            line.append(value)
            continue
        text = joined(line, kind)
        if text:
            yield kind, text
        line = []
        kind = BLOCK_TAGS.get(value, "paragraph")
    text = joined(line, kind)
    if text:
        yield kind, text


def joined(line: list[str], kind: BlockKind) -> str:
    """The pieces of one block as its text: white space single, line separators as line breaks, code as it is."""
    text = "".join(line)
    if kind == "code":
        return text.replace("\u2028", "\n").strip("\n")
    return "\n".join(part.strip() for part in _SPACES.sub(" ", text).split("\u2028")).strip()


def _events(tree: Tag) -> Iterator[tuple[str, str]]:
    """("text", words) and ("block", tag) in document order, without recursion: pages nest deeper than Python may."""
    stack: list[tuple[PageElement, bool]] = [(tree, False)]
    inside: list[str] = ["body"]
    while stack:
        node, closing = stack.pop()
        if isinstance(node, Tag):
            yield from _tag_event(node, closing, inside)
            if not closing and node.name not in DROPPED:
                stack.append((node, True))
                stack.extend((child, False) for child in reversed(node.contents))
        elif isinstance(node, NavigableString) and not isinstance(node, _NOT_TEXT):
            yield "text", str(node)


def _tag_event(node: Tag, closing: bool, inside: list[str]) -> Iterator[tuple[str, str]]:
    name = node.name
    if name == "br" and not closing:
        yield ("block", inside[-1]) if _double_break(node) else ("text", "\u2028")
    elif name in ("td", "th") and not closing:
        yield "text", " \u2003 " if node.find_previous_sibling(("td", "th")) else " "
    elif name in BLOCK_TAGS:
        if closing:
            if inside[-1] == name:
                inside.pop()
            yield "block", inside[-1] if inside else "body"
        elif name in DROPPED:
            yield "block", inside[-1]
        else:
            inside.append(name)
            yield "block", name
    elif name in SHOWN and not closing:
        yield "text", " "
    elif name == "q" and not (node.contents and str(node.contents[0]).lstrip()[:1] in _QUOTES):
        yield "text", _Q_MARKS[node.parent is not None and node.parent.name == "q"][closing]


def _double_break(node: Tag) -> bool:
    """A second <br> in a row is how old pages wrote a paragraph."""
    before = node.previous_sibling
    while isinstance(before, NavigableString) and not before.strip():
        before = before.previous_sibling
    return isinstance(before, Tag) and before.name == "br"
