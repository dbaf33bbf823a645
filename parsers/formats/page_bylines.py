"""Bylines that a page marks by a link or a class name, where nothing better names its authors."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml.html import HtmlElement

from parsers.feeds.text import plain
from parsers.fields import header
from parsers.fields.stated import stated_people
from parsers.formats.page_walk import lines_of
from parsers.model import Statement

_CLASS = re.compile(
    r"(?:\A|[\s_-])(?:by-?line|(?:article|story|post|entry|news|content)?[-_]*authors?(?:[-_]*(?:name|link|info|list))?|by-?author|writer|reporter|journalist|contributors?(?:[-_]*name)?|autor(?:es|in|en)?|auteurs?|signature|firma|firmante|"
    r"redakteur|yazar|posted-by|written-by|vcard)(?:\Z|[\s_-])",
    re.I,
)
"""Class names of bylines in the common publishing systems."""

_NO_BYLINE = re.compile(
    r"comment|related|sidebar|footer|widget|bio|avatar|image|img|photo|popular|(?<!v)card|teaser|promo|recommend|share|social|breadcrumb|box",
    re.I,
)
_HINT = re.compile(
    "author|by-?line|autor|auteur|writer|reporter|journalist|contributor|signature|firma|redakteur|yazar|posted-by|written-by|vcard",
    re.I,
)
_TAGS = ("ul", "h4", "h5", "h6", "a", "span", "div", "p", "address", "li", "cite", "strong", "em", "b")
_ASIDE = frozenset(("aside", "footer", "nav", "form"))
LONGEST = 160
MOST = 4


def take(tree: HtmlElement, known: bool) -> tuple[Statement, ...]:
    """Authors as the page marks them; none where something else has named them. What is a byline alone leaves the tree."""
    found = _of_article(tree, [e for e in _marked(tree) if 2 < len(_printed(e)) <= LONGEST][:MOST])
    said = [Statement(field="author", value=name, source="html") for e in found for name in _names(e)]
    if not known and not said:
        said = [Statement(field="author", value=name, source="html") for name in _linked(tree)]
    lines: list[str] = []
    dated: list[str] = []
    removed: list[str] = []
    for element in found:
        own = [line.text() for line in lines_of(element)]
        if gone := remove_alone(element):
            removed.append(gone)
            dated += own
            lines += [gone] if len(own) == 1 and len(gone) <= len(own[0]) + LABELLED else own
    return (*(() if known else said), *_bylines(lines), *_dates(dated), *map(cut, removed))


def _printed(element: HtmlElement) -> str:
    """What is printed of an element, as one line; scripts and forms inside it are not."""
    return " ".join(part for line in lines_of(element) for part in line.text().split())


def _bylines(lines: list[str]) -> Iterator[Statement]:
    """The line that names people, of those that were taken out."""
    parts = (
        " ".join(part.split()) for line in lines for part in ([line] if len(line) <= LONGEST else line.split("\n"))
    )
    parts = (
        " | ".join(p for p in part.split(" | ") if not any(map(str.isdigit, p))) if " | " in part else part
        for part in parts
    )
    named = (part for part in parts if len(part) <= LONGEST and stated_people(without_label(part)))
    yield from (Statement(field="byline", value=part, source="html") for part in list(named)[:1])


def _dates(lines: list[str]) -> Iterator[Statement]:
    """The dates that are printed in the lines beside the names."""
    for line in lines:
        for field, value in header.said_in(line):
            if field.startswith("date_"):
                yield Statement(field=field, value=value, source="visible")


def _linked(tree: HtmlElement) -> Iterator[str]:
    """The name on a link to the author's page, where a meta element says which page that is."""
    said = {
        (m.get("content") or "").strip().rstrip("/").partition("://")[2].partition("/")[2]
        for m in tree.iter("meta")
        if (m.get("property") or "").casefold() == "article:author"
    } - {""}
    for link in tree.iter("a") if said else ():
        href = (link.get("href") or "").strip().rstrip("/")
        path = href.partition("://")[2].partition("/")[2] if "://" in href else href.lstrip("/")
        if path in said and stated_people(name := _printed(link)):
            yield name
            return


LABELLED = 40
"""Characters that may be around a name in its line: a label, a post."""

PROSE, APART = 100, 2
"""Characters of a running paragraph, and as many of them lie between an article's byline and that of another one."""


def _of_article(tree: HtmlElement, found: list[HtmlElement]) -> list[HtmlElement]:
    """The bylines of the page's own article: where one is by its headline, no other that has running text before it."""
    if len(found) < 2:
        return found
    places = {e: n for n, e in enumerate(tree.iter("h1", "p", *_TAGS))}
    top = next((places[h] for h in tree.iter("h1") if h.text_content().strip()), 0)
    prose = sorted(places[p] for p in tree.iter("p") if len((p.text or "").strip()) >= PROSE)
    passed = {e: sum(top < at < places[e] for at in prose) for e in found}
    if not any(top < places[e] and passed[e] < APART for e in found):
        return found
    return [e for e in found if passed[e] < APART and top < places[e]]


CUT = "cut_line"
"""The field under which a line that was taken out of the tree is said: it becomes a row of residue, and no field."""


def cut(printed: str) -> Statement:
    """The record of a line that was taken out of the tree."""
    return Statement(field=CUT, value=printed, source="visible")


def _names(element: HtmlElement) -> list[str]:
    """The formatted name of a vCard, or what each item of a list says, else all the words."""
    listed = ["\n".join(line.text() for line in lines_of(e)) for e in element.iter("li")]
    if (card := next((e for e in element.iter() if "fn" in (e.get("class") or "").split()), None)) is not None:
        return [_printed(card)]
    if any(stated_people(without_label(item)) for item in listed):
        return listed
    return ["\n".join(line.text() for line in lines_of(element))]


_BY = re.compile(r"\A(?:by|von|par|por|di|door|av|af|od|de|autor|author|auteur|автор|текст|yazar)\s*:?\s+", re.I)


def without_label(printed: str) -> str:
    """The names of a byline without the word before them."""
    return _BY.sub("", printed)


def _marked(tree: HtmlElement) -> Iterator[HtmlElement]:
    seen: list[HtmlElement] = []
    for element in tree.iter(*_TAGS):
        classes = element.get("class") or ""
        if test := element.get("data-testid") or element.get("data-component"):
            classes = f"{classes} {test}"
        if not _is_named(element) and not (classes and _HINT.search(classes) and _is_byline(classes)):
            continue
        around = list(element.iterancestors())[:8]
        beside = _is_of_others if "vcard" in classes.split() else _beside
        if any(s in around for s in seen) or any(map(beside, around)):
            continue
        seen.append(element)
        yield element


_HUMP = re.compile(r"(?<=[a-z])(?=[A-Z])")


def _is_named(element: HtmlElement) -> bool:
    """Whether a link or a property says that an element names the author."""
    rel, prop = element.get("rel"), element.get("itemprop")
    return bool((rel and "author" in rel.split()) or (prop and "author" in prop.split()))


def _is_byline(classes: str) -> bool:
    """Whether such classes name a byline, and no box beside the text; the name in an author's box is one."""
    words = _HUMP.sub("-", classes)  # as `ContributorName`
    return _CLASS.search(words) is not None and _NO_BYLINE.search(_BOX_NAME.sub(" ", words)) is None


_BOX_NAME = re.compile(r"author[-_]*(?:box|bio|card|info)[-_]*name", re.I)
_AUTHOR_BOX = re.compile(r"author[-_]*(?:box|bio|card|info)\w*", re.I)


def _is_of_others(element: HtmlElement) -> bool:
    """Whether a vCard inside this element is a commenter's or another text's; hAtom's author may be in the post's footer."""
    return bool(re.search(r"comment|related|widget|sidebar", f"{element.get('class') or ''} {element.get('id') or ''}"))


def _beside(element: HtmlElement) -> bool:
    names = f"{element.get('class') or ''} {element.get('id') or ''}"
    return element.tag in _ASIDE or bool(names.strip() and _NO_BYLINE.search(_AUTHOR_BOX.sub(" ", names)))


_INLINE = ("a", "span", "cite", "strong", "em", "b")


_SIGNS = " \t\r\n,;|·•–—-/"


def _before(element: HtmlElement) -> str:
    """The words right before an element, inside its parent."""
    previous, parent = element.getprevious(), element.getparent()
    return str((previous.tail if previous is not None else parent.text if parent is not None else "") or "")


def _is_dated(element: HtmlElement) -> bool:
    """Whether a date may be in an element: then it is not all byline."""
    return next(element.iter("time", "abbr"), None) is not None or any(map(str.isdigit, plain(element.text_content())))


def remove_alone(element: HtmlElement) -> str:
    """Take an element out of the tree, with what is around it and short; an element inside running text stays.

    What was taken out, as one line; empty when it stays.
    """
    while (parent := element.getparent()) is not None and parent.tag not in (
        "body",
        "article",
        "main",
        "html",
        "section",
    ):
        if len(plain(parent.text_content())) > LONGEST or parent.xpath("self::h1 or .//h1"):
            break
        if _is_dated(parent) and not _is_dated(element):
            if element.tag in _INLINE:
                return ""  # a part of a line that says more than the byline
            break
        element = parent
    if element.getparent() is None or element.xpath(
        "ancestor-or-self::p and string-length(normalize-space(ancestor::p[1])) > 160"
    ):
        return ""
    if element.tag in _INLINE and (_before(element).strip() or (element.tail or "").strip(_SIGNS)):
        return ""  # its line has other words: `page_lines` reads it whole
    printed = _printed(element)
    element.drop_tree()
    return printed
