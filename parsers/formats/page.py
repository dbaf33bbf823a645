"""Whole web pages: the article's blocks by trafilatura, or by its site's rule, and what the page says about it.

    markup | lxml → tree
    tree   | page_head → statements: JSON-LD, microdata, OpenGraph and meta, bylines, dates, each with its source
           | body      → blocks: the site's rule, else trafilatura's tree, never its text (its joins glue words)

A page with nothing around its article (hardly a link, no furniture) is taken whole: there is nothing to strip.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from copy import deepcopy
from functools import cache
from typing import Any

from lxml import etree
from lxml import html as lxml_html

from parsers.formats import page_beside, unspaced
from parsers.formats.blocks import BLOCK_TAGS, joined, of_pieces, soup_of, with_quotation_marks
from parsers.formats.blocks import of_tree as blocks_of_soup
from parsers.model import Block, BlockKind
from parsers.sites import Rule

SHORTEST = 140
"""Letters: what is shorter is compared with the whole page before it is believed."""

BARE_LINKS = 0.12
"""Share of a page's letters inside links under which there is no menu on it."""

WIDEST, MOST_ELEMENTS = 3_000, 40_000
"""Elements inside one element, and of a page, up to which trafilatura is asked. 5,000 paragraphs side by side cost it
1.5 seconds and 20,000 more than 40; pages of news have some thousand elements in all."""

LARGE = "a page of more elements than are told apart: taken whole but for its menus"
"""What is noted of a page that is larger."""

_EXTRACTED: dict[str, BlockKind] = {
    "head": "heading",
    "item": "list_item",
    "quote": "quote",
    "code": "code",
    "row": "table",
}
"""Trafilatura's elements, by the kind of block they are; the others of `_BREAKS` are paragraphs."""

_BREAKS = frozenset(
    (*_EXTRACTED, "p", "list", "table", "div", "body", "main", "article", "section", "details", "summary", "fw")
)
_FURNITURE = ("nav", "header", "footer", "aside", "form", "menu", "dialog")
_UNSEEN = ("script", "style", "noscript", "template", "svg", "iframe")
_SIDE = re.compile(
    r"nav|menu|head(?:er)?\b|foot|side|relat|comment|cookie|consent|share|social|subscri|newsletter|crumb|promo|advert|\bads?\b|popular|widget",
    re.I,
)
"""Class names and ids of what is beside an article, as the common publishing systems name it."""

_XML_DECLARATION = re.compile(r"\A\s*<\?xml[^>]*\?>")

Text = tuple[str, tuple[Block, ...]]


_DECLARED = re.compile(
    rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w.:-]+)|<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w.:-]+)""", re.I
)


def declared(payload: bytes) -> str | None:
    """The charset that a page declares in its head."""
    found = _DECLARED.search(payload[:4096])
    name = (found.group(1) or found.group(2)).decode("ascii").lower() if found else None
    return None if name and name.startswith(("utf-16", "utf-32")) else name  # what was read as ASCII is neither


def tree_of(markup: str) -> lxml_html.HtmlElement | None:
    """The page as a tree; None when there is no element in it."""
    clean = _XML_DECLARATION.sub("", markup, count=1)
    parser = lxml_html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, huge_tree=False)
    parser.set_element_class_lookup(_classes())
    try:
        tree = lxml_html.document_fromstring(clean.encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return None
    _part_lines(tree)
    return tree


def _part_lines(tree: lxml_html.HtmlElement) -> None:
    """Put a space behind what ends a line of a heading, which is read as text: "Ferry<br>runs" is two words."""
    for heading in tree.iter("title", "h1", "h2", "h3"):
        for element in heading.iter("br", "div", "p", "li"):
            element.tail = f" {element.tail or ''}"


@cache
def _classes() -> etree.ElementNamespaceClassLookup:
    """The classes of `lxml.html` by name of the element, looked up in C: its own look-up in Python took an eighth of a page's time."""
    named = lxml_html.HtmlElementClassLookup()._element_classes
    found = etree.ElementNamespaceClassLookup(
        etree.ElementDefaultClassLookup(
            element=lxml_html.HtmlElement,
            comment=lxml_html.HtmlComment,
            pi=lxml_html.HtmlProcessingInstruction,
            entity=lxml_html.HtmlEntity,
        )
    )
    found.get_namespace(None).update(named)
    return found


def body_of(tree: lxml_html.HtmlElement, copy: lxml_html.HtmlElement) -> Text:
    """The article's text and blocks, on a page of whatever site; empty when the page has none. The tree is changed, its copy not."""
    if _bare(tree):
        soup = soup_of(_markup(copy))
        return blocks_of_soup(soup.body or soup)
    if too_large(elements_of(tree)):
        return _without_furniture(_markup(copy))
    found, enough = _extracted(tree), True
    if _size(found[0]) < SHORTEST:  # then what is beside the text may be its text
        with_all = _extracted(deepcopy(copy), whole=True)
        enough = _size(with_all[0]) >= SHORTEST
        if not enough or 2 * len(found[0]) < len(with_all[0]):
            found = with_all
    if enough and len(found[1]) > 1:
        return found
    whole = _without_furniture(_markup(copy))
    return whole if not enough and len(whole[0]) > 2 * len(found[0]) else _divided(found, whole)


def _size(text: str) -> int:
    """Characters of a text, or what so many words would be where they have no spaces between them."""
    return WORD * unspaced.words(text) if unspaced.is_unspaced(text) else len(text)


WORD = 6
"""Characters of a word with its space, about."""


def _markup(tree: lxml_html.HtmlElement) -> str:
    return str(lxml_html.tostring(tree, encoding="unicode"))


def elements_of(tree: lxml_html.HtmlElement) -> list[lxml_html.HtmlElement]:
    """The elements of a page. While somebody holds them, lxml need not make (and class) them anew in each pass over the tree."""
    return list(tree.iter(etree.Element))


def too_large(elements: list[lxml_html.HtmlElement]) -> bool:
    """Whether trafilatura, whose time grows with the square of the elements side by side, is not asked about a page."""
    return len(elements) > MOST_ELEMENTS or (len(elements) > WIDEST and max(map(len, elements)) > WIDEST)


def _divided(found: Text, whole: Text) -> Text:
    """A page found as one block, as the blocks of the page that make it up: trafilatura's last resort runs them together.

    Where it has run the menu together with them, too, that is left out.
    """
    words, at, parts = _letters(found[0]), 0, []
    if len(found[1]) == 1 and whole[1] and _letters(whole[0]) in words:
        return whole
    for block in whole[1]:
        text = whole[0][block.raw_start : block.raw_end]
        letters = _letters(text)
        if letters and words.startswith(letters, at):
            parts.append((block.kind, text))
            at += len(letters)
    taken = of_pieces(parts)
    return taken if len(_letters(taken[0])) == len(words) else found


def _letters(text: str) -> str:
    return "".join(text.split())


def by_rule(markup: str, rule: Rule) -> Text:
    """The blocks that a site's rule selects, in order, without those it removes; empty when it matches nothing."""
    soup = soup_of(markup)
    for selector in rule.remove:
        for element in soup.select(selector):
            element.decompose()
    pieces: list[tuple[BlockKind, str]] = []
    for element in soup.select(rule.body):
        if element.find_parent(attrs={"data-newsdesk-taken": True}) is None:
            element["data-newsdesk-taken"] = "1"
            text, blocks = blocks_of_soup(element)
            pieces += [(b.kind, text[b.raw_start : b.raw_end]) for b in blocks]
    residue = [re.compile(pattern, re.IGNORECASE) for pattern in rule.residue]
    return of_pieces((kind, text) for kind, text in pieces if not any(r.fullmatch(text) for r in residue))


def _bare(tree: lxml_html.HtmlElement) -> bool:
    """Whether the page is an article and nothing else: no furniture and hardly a link."""
    if next(tree.iter(*_FURNITURE), None) is not None:
        return False
    if any(
        _SIDE.search(f"{e.get('class') or ''} {e.get('id') or ''}")
        for e in tree.iter("div", "section", "ul", "table", "p")
    ):
        return False
    letters = sum(len(t.strip()) for e in tree.iter() if e.tag not in _UNSEEN for t in (e.text,) if t)
    linked = sum(len(a.text_content().strip()) for a in tree.iter("a"))
    return linked <= BARE_LINKS * max(letters, 1) and len(tree) > 0


def _extracted(tree: lxml_html.HtmlElement, whole: bool = False) -> Text:
    """Trafilatura's choice of the page, taken from its tree, what is beside the text left out or (`whole`) in."""
    import trafilatura  # slow to import, and only pages need it

    if not whole:
        page_beside.drop(tree)
    found: Any = trafilatura.bare_extraction(with_quotation_marks(tree), options=_options())
    if found is None or found.body is None:
        return "", ()
    return of_pieces(_pieces(found.body))


@cache
def _options() -> Any:  # noqa: ANN401 - a class of trafilatura's
    """What is asked of trafilatura; made once, because reading its settings takes a tenth of a page's time."""
    from trafilatura.settings import Extractor

    return Extractor(output_format="python", comments=False, tables=True, formatting=False)


def _without_furniture(markup: str) -> Text:
    soup = soup_of(markup)
    for element in soup.find_all(_FURNITURE):
        element.decompose()
    return blocks_of_soup(soup.body or soup)


def _pieces(body: etree._Element) -> Iterator[tuple[BlockKind, str]]:
    """Blocks of trafilatura's tree in order: block elements break, inline ones do not, `lb` is a line break."""
    inside: list[BlockKind] = []
    line: list[str] = []
    for event, element in etree.iterwalk(body, events=("start", "end")):
        tag = element.tag if isinstance(element.tag, str) else ""
        breaks = tag in _BREAKS or tag in BLOCK_TAGS
        if breaks:
            text = joined(line, inside[-1] if inside else "paragraph")
            if text:
                yield inside[-1] if inside else "paragraph", text
            line = []
        if event == "start":
            if breaks:
                inside.append(_kind(tag, inside))
            line.append(" " if tag == "cell" else "\u2028" if tag == "lb" else "")
            line.append(element.text or "")
        else:
            if breaks and inside:
                inside.pop()
            line.append(element.tail or "" if element is not body else "")
    text = joined(line, "paragraph")
    if text:
        yield "paragraph", text


def _kind(tag: str, inside: list[BlockKind]) -> BlockKind:
    """A paragraph inside a list item or a quotation is still one of those."""
    own = _EXTRACTED.get(tag) or BLOCK_TAGS.get(tag, "paragraph")
    return inside[-1] if own == "paragraph" and inside and inside[-1] in ("list_item", "quote") else own
