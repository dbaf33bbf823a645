"""What is printed beside a page's text and inside its element: captions, credits, tags, counts, labels, the line above the headline.

It is taken out of the tree that the extractor gets. Each is short, and known by its class name, by its place beside a
picture, by where it links to, or by what a picture's own description says.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile

from lxml.html import HtmlElement

from parsers.formats import unspaced
from parsers.formats.page_lists import letters

_CAPTION = re.compile(
    r"(?:\A|[\s_-])(?:(?:photo|image|img|picture|media|foto|bild|wp)[-_]?)?(?:caption|credits?|legende?|leyenda|pie[-_]?(?:de[-_]?)?foto|bildunterschrift|bildquelle|didascalia|fotocredit|copyright)(?:[-_]?(?:text|txt|line))?(?:\Z|[\s_-])",
    re.I,
)
"""Class names of what is written below a picture, and of whose it is."""

_PICTURED = re.compile(
    r"(?:\A|[\s_-])(?:photo|image|img|picture|foto|bild|figure|thumb(?:nail)?|lightbox)(?:[-_]?(?:box|container|wrap(?:per)?|holder|block|inline|left|right|center|full|body))?(?:\Z|[\s_-])",
    re.I,
)
"""Class names of a box around a picture."""

_TAGS = re.compile(
    r"(?:\A|[\s_-])(?:(?:post|entry|article|single|story|news)[-_]?)?(?:tags?|topics?|keywords|tag-?list|tag-?links|cat-?links|sources?)(?:\Z|[\s_-])",
    re.I,
)
_LABEL = re.compile(r"(?:\A|\s)(?:field-label|field__label)(?:-inline|-above)?(?:\Z|\s)", re.I)
_SPONSORED = re.compile(r"(?:\A|[\s_-])(?:sponsored|advert(?:isement)?s?)(?:[-_]ads?)?(?:\Z|[\s_-])", re.I)
_WALL = re.compile(
    r"(?:\A|[\s_-])(?:pay-?wall|reg-?wall|subscri(?:be|ption)|premium|abo|abonnement|suscripcion|newsletter)(?:[-_]?(?:box|wall|teaser|prompt|message|offer|cta|banner|promo|block|overlay))?(?:\Z|[\s_-])", re.I
)  # fmt: skip
"""Class names of boxes that sell the rest of a text; where they hold a sentence that ends, they may hold the text."""
_HUMP = re.compile(r"(?<=[a-z])(?=[A-Z])")
_UNSEEN = re.compile(r"(?:visibility\s*:\s*hidden|display\s*:\s*none)", re.I)
_COMMENTS = re.compile(r"#(?:comments?|respond|disqus_thread|comentarios|commentaires|kommentare)\Z", re.I)

LONGEST = 400
"""Characters of a caption."""
SHORT = 200
"""Characters of a line of tags, of a label, of what is not shown."""
KICKER = 60
"""Characters of the line above a headline."""
LINKED = 0.6
"""Share of a line of tags that is links."""
LEFT = 150
"""Characters of paragraphs that are left: on a page with less, what is beside the text may be its text."""

_BOXES = (
    "div",
    "p",
    "span",
    "li",
    "ul",
    "td",
    "table",
    "small",
    "em",
    "cite",
    "section",
    "aside",
    "dl",
    "dd",
    "a",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "strong",
    "b",
    "i",
)


Boxes = Sequence[tuple[HtmlElement, str]]
"""Elements that may be beside the text, with their names as far as they matter."""


def drop(tree: HtmlElement) -> None:
    """Take what is beside the text out of a tree, unless hardly anything would be left."""
    boxes = [(element, _names(element)) for element in tree.iter(*_BOXES)]
    found = [*_captions(tree, boxes), *_named(boxes), *_above(tree)]
    taken = set(found)
    left = 0
    for paragraph in tree.iter("p", "div", "td") if found else ():
        if paragraph not in taken and not any(a in taken for a in paragraph.iterancestors()):
            left += len((paragraph.text or "").strip())
            left += sum(len((child.tail or "").strip()) for child in paragraph)
            if left >= LEFT:
                break
    for element in found if left >= LEFT else ():
        if element.getparent() is not None:
            element.drop_tree()


def _is_short(element: HtmlElement, most: int) -> bool:
    """Whether so many characters at most are printed of an element; given up as soon as there are more."""
    seen = 0
    for part in element.iter():
        if part.tag not in _UNPRINTED:
            seen += len(part.text.strip()) if part.text else 0
        seen += len(part.tail.strip()) if part.tail and part is not element else 0
        if seen > most:
            return False
    return True


_UNPRINTED = frozenset(("script", "style", "noscript"))


def _length(element: HtmlElement) -> int:
    """Characters that are printed of an element."""
    return len(_text(element))


def _text(element: HtmlElement) -> str:
    if next(element.iter("script", "style", "noscript"), None) is None:
        return " ".join(element.text_content().split())
    texts = element.xpath(".//text()[not(ancestor::script or ancestor::style or ancestor::noscript)]")
    return " ".join("".join(texts).split())


def _names(element: HtmlElement) -> str:
    """Class names and id of an element, words of humped ones apart; empty where none is of what is looked for."""
    one, other = element.get("class"), element.get("id")
    if not (one or other):
        return ""
    names = f"{one or ''} {other or ''}"
    return _HUMP.sub("-", names) if _HINT.search(names) else ""


_HINT = re.compile(
    "captio|credit|legend|leyenda|foto|photo|imag|img|pict|media|bild|didasc|copyr|figur|thumb|lightb|tag|topic|keyword|cat-?link|source|label|sponsor|advert|wall|subscri|premium|abo|suscrip|newsletter",
    re.I,
)


# ------------------------------------------------------------------------------------------------------------ captions


def _captions(tree: HtmlElement, boxes: Boxes) -> Iterator[HtmlElement]:
    """Captions and credits by their names, and short text that is with a picture in a box of its own."""
    for element, names in boxes:
        if names and _CAPTION.search(names) and _is_short(element, LONGEST) and next(element.iter("h1"), None) is None:
            yield element
    for picture in tree.iter("img"):
        if (box := _box(picture)) is not None:
            yield box
        else:
            yield from _described(picture)


def _box(picture: HtmlElement) -> HtmlElement | None:
    """The box that is named a picture's and holds nothing but it and what is written below it."""
    found = None
    for element in picture.iterancestors():
        if (
            element.tag in ("body", "article", "main")
            or not _is_short(element, LONGEST)
            or element.find(".//h1") is not None
        ):
            break
        if element.tag in ("div", "p", "span", "aside", "td", "li") and _PICTURED.search(_names(element)):
            found = element
    return found


def _described(picture: HtmlElement) -> Iterator[HtmlElement]:
    """What is printed in the picture's own words, in the element around it or the next one."""
    said = {letters(picture.get(name) or "") for name in ("alt", "title")} - {""}
    parent = picture.getparent()
    for element in (picture.getnext(), parent.getnext() if parent is not None else None) if said else ():
        if element is None or element.tag not in ("p", "div", "span", "em", "small") or not _is_short(element, LONGEST):
            continue
        if letters(element.text_content()) in said:
            yield element


# --------------------------------------------------------------------------------------------------- tags, counts, labels


def _named(boxes: Boxes) -> Iterator[HtmlElement]:
    """Lines of tags, labels of fields, counts of comments, advertisements, and short text that is not shown."""
    for element, names in boxes:
        if element.tag == "a":
            if _COMMENTS.search(element.get("href") or "") and _is_alone(element):
                yield element
        elif (_UNSEEN.search(element.get("style") or "") or (names and _is_beside(element, names))) and _is_short(
            element, SHORT
        ):
            yield element


def _is_beside(element: HtmlElement, names: str) -> bool:
    if _LABEL.search(names) or _SPONSORED.search(names):
        return True
    if element.tag in ("div", "section", "aside") and _WALL.search(names):
        return not any(unspaced.ends(_text(e)) for e in element.iter("p", "li") if _text(e))
    if not _TAGS.search(names):
        return False
    linked = sum(_length(a) for a in element.iter("a"))
    return linked > 0 and linked >= LINKED * _length(element)


def _is_alone(link: HtmlElement) -> bool:
    """Whether a link is no part of a sentence: no word is right beside it."""
    before, parent = link.getprevious(), link.getparent()
    words = (before.tail if before is not None else parent.text if parent is not None else "") or ""
    return not words.strip(" \n\t\r|·•-–()") and not (link.tail or "").strip(" \n\t\r|·•-–()")


# --------------------------------------------------------------------------------------------------- above the headline


def _above(tree: HtmlElement) -> Iterator[HtmlElement]:
    """Headings before the headline, and short lines right above it that are no sentence: the section, a kicker."""
    heading = next((h for h in tree.iter("h1") if h.text_content().strip()), None)
    if heading is None:
        return
    yield from takewhile(lambda e: e is not heading, tree.iter("h1", "h2", "h3", "h4"))
    at: HtmlElement | None = heading
    for _ in range(3):
        if at is None or at.tag in ("body", "article", "main"):
            return
        for sibling in at.itersiblings(preceding=True):
            text = " ".join(sibling.text_content().split()) if isinstance(sibling.tag, str) else ""
            if (
                sibling.tag not in ("p", "div", "span", "h2", "h3", "h4", "h5", "h6", "ul", "a", "strong", "header")
                or len(text) > KICKER
            ):
                return
            if text and unspaced.ends(text):
                return
            if text:
                yield sibling
        at = at.getparent()
