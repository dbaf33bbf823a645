"""Pages with several reports of the same kind, one below the other: how many there are, and how many of them are in the text."""

from __future__ import annotations

from lxml.html import HtmlElement

from parsers.formats.page_lists import weight

TOLD = 250
"""Weighed letters of prose from which an `<article>` with a heading is a report and no teaser."""

LINKED = 0.4
"""Share of a paragraph's letters in links, from which it is none."""

MOST = 200
"""Elements `<article>` of a page that are looked at."""


def note(tree: HtmlElement, text: str) -> str | None:
    """What is said of a page that has several reports; None for a page of one. `text` is what was taken of it."""
    told = [_longest(element) for element in reports(tree)]
    taken = _letters(text) if len(told) > 1 else ""
    inside = sum(paragraph in taken for paragraph in told)
    if not taken or not inside:
        return None
    if inside == len(told):
        return f"{inside} reports of one page are filed as one text; hand in the page of each"
    return f"the page has {len(told)} reports, and the text of {inside} was taken; hand in the page of each"


def reports(tree: HtmlElement) -> list[HtmlElement]:
    """The elements `<article>` of a page that have a heading and a text, and are inside of no other."""
    return [element for element in list(tree.iter("article"))[:MOST] if _longest(element)]


def _longest(element: HtmlElement) -> str:
    """The letters of the longest paragraph of a report; empty for what is none, or is inside of another."""
    if next(element.iterancestors("article"), None) is not None or next(element.iter("h1", "h2", "h3"), None) is None:
        return ""
    paragraphs = [p.text_content() for p in element.iter("p") if not _is_linked(p)]
    return _letters(max(paragraphs, key=len)) if sum(map(weight, paragraphs)) >= TOLD else ""


def _is_linked(paragraph: HtmlElement) -> bool:
    linked = sum(weight(a.text_content()) for a in paragraph.iter("a"))
    return linked > LINKED * max(1, weight(paragraph.text_content()))


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text))
