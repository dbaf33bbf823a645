"""XML of news formats: parsed without network or DTD, looked up by local names, and its text as blocks."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from lxml import etree

from parsers import declared_entities, references
from parsers.charset import decode
from parsers.errors import Rejected
from parsers.formats.blocks import of_markup
from parsers.model import Block, Reason

Element = etree._Element

DEEPEST = 200
"""Elements inside elements; news formats need twenty."""

_DECLARED = re.compile(rb"""<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w.:-]{1,40})["']""")
_PROLOG = re.compile(r"\A\s*<\?xml\b[^>]{0,300}\?>")
_DOCTYPE = re.compile(r"<!DOCTYPE[^\[>]{0,500}(?:\[[^\]]{0,20000}\]\s*)?>", re.I)
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
_ENTITY = re.compile(r"&(?!(?:amp|lt|gt|quot|apos|#\d{1,7}|#x[0-9a-fA-F]{1,6});)([A-Za-z][A-Za-z0-9]{1,30};)?")
LANG = "{http://www.w3.org/XML/1998/namespace}lang"


def text_of(payload: bytes, charset: str | None, document: str) -> str:
    """The decoded text of an XML document. Raises Rejected(`undecodable`)."""
    found = _DECLARED.search(payload[:1024])
    declared = charset or (found.group(1).decode("ascii") if found else None)
    if declared and declared.lower().startswith(("utf-16", "utf-32")) and found:
        declared = None  # what was read as ASCII is neither
    return decode(payload, declared, document).text


def tree(text: str) -> Element:
    """The root element. Raises Rejected(`malformed`) for what no XML parser can make sense of.

    The document type is dropped, and nothing is fetched. Of its own entities short ones are expanded, for others it is
    Rejected(`unsupported`); HTML's named entities are expanded.
    """
    text = declared_entities.expanded(_PROLOG.sub("", text, count=1))
    clean = _FORBIDDEN.sub("", _DOCTYPE.sub("", text, count=1)).strip()
    clean = references.valid(_ENTITY.sub(_entity, clean)) if "&" in clean else clean
    for recover in (False, True):
        parser = etree.XMLParser(
            resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, recover=recover,
            remove_comments=True, remove_pis=True, encoding="utf-8",
        )  # fmt: skip
        try:
            root = etree.fromstring(clean.encode("utf-8"), parser)
        except (etree.XMLSyntaxError, ValueError) as error:
            if recover:
                raise Rejected(f"no well-formed XML: {error}", Reason.MALFORMED, "repair the file") from error
            continue
        if root is not None:
            return root
    raise Rejected("no well-formed XML", Reason.MALFORMED, "repair the file")


def _entity(m: re.Match[str]) -> str:
    from html.entities import html5

    character = html5.get(m[1] or "")
    return character if character and character not in "&<>" else "&amp;" + (m[1] or "")


def local(element: Element | None) -> str:
    """The local name of an element, also of one whose prefix nothing declares; empty for what is no element."""
    tag = element.tag if element is not None else None
    return tag.rpartition("}")[2].rpartition(":")[2] if isinstance(tag, str) else ""


def name(element: Element) -> str:
    """The same in lower case."""
    return local(element).lower()


def children(element: Element | None, *names: str) -> Iterator[Element]:
    """The child elements with one of these local names."""
    if element is not None:
        yield from (child for child in element if name(child) in names)


def child(element: Element | None, *path: str) -> Element | None:
    """The first element at the end of a path of local names."""
    for step in path:
        element = next(children(element, step), None)
    return element


def descendants(element: Element | None, *names: str) -> Iterator[Element]:
    """All elements below with one of these local names, in document order."""
    if element is not None:
        yield from (e for e in element.iter() if e is not element and name(e) in names)


def first(element: Element | None, *names: str) -> Element | None:
    """The first element below with one of these local names."""
    return next(descendants(element, *names), None)


def words(element: Element | None) -> str:
    """The text of an element and all below it, white space single, with a space between what are lines of its own."""
    return " ".join(" ".join(map(str, element.itertext())).split()) if element is not None else ""


def line(element: Element | None) -> str:
    """The text of an element whose children are parts of a line that may touch: a space between them, none before a stop."""
    return _STOP.sub(r"\1", words(element))


_STOP = re.compile(r"\s+([,.;:)])")


def inline(element: Element | None) -> str:
    """The text of an element whose children are parts of a line: nothing is put between them but a space for a line break."""
    return " ".join("".join(pieces(element)).split()) if element is not None else ""


def pieces(element: Element) -> Iterator[str]:
    """The texts of an element and all below it in order, a space where a line is broken and the word with it."""
    for event, node in etree.iterwalk(element, events=("start", "end")):
        if event == "start":
            yield node.text or ""
        elif node is not element:
            yield (" " if name(node) in _BREAKS and node.get("break") != "no" else "") + (node.tail or "")


# The line breaks of NewsML-G2, NITF and XHTML (br), and of TEI (lb; with break="no" the word goes on).
_BREAKS = frozenset({"br", "lb"})


def blocks(
    elements: Iterable[Element], tags: Mapping[str, str], dropped: frozenset[str]
) -> tuple[str, tuple[Block, ...]]:
    """The text of elements as blocks: each tag becomes HTML's tag of that meaning; what is not in the table is inline."""
    return of_markup("\n".join(_markup(element, tags, dropped) for element in elements))


def _markup(element: Element, tags: Mapping[str, str], dropped: frozenset[str]) -> str:
    """An element as HTML, without recursion: documents may nest deeper than Python."""
    out: list[str] = []
    stack: list[tuple[Element, bool]] = [(element, False)]
    while stack:
        node, closing = stack.pop()
        tag = tags.get(name(node), "span")
        if closing:
            out += (f"</{tag}>", _escaped(node.tail) if node is not element else "")
        elif name(node) in dropped or not isinstance(node.tag, str):
            out.append(_escaped(node.tail) if node is not element else "")
        elif tag == "br":
            out += ("<br>", _escaped(node.tail))
        else:
            out += (f"<{tag}>", _escaped(node.text))
            stack.append((node, True))
            stack.extend((inner, False) for inner in reversed(node))
    return "".join(out)


def _escaped(text: str | None) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;") if text else ""


HTML_TAGS = {
    **{tag: tag for tag in ("p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "table", "tr", "td", "th", "blockquote", "pre",
                            "br", "figure", "figcaption", "section", "article", "tbody", "thead", "caption", "dl", "dt", "dd", "hr", "body")},
    "q": "span",
}  # fmt: skip
"""The elements of (X)HTML that break a line."""
