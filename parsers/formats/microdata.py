"""Microdata and RDFa of a page: what elements with `itemprop` or `property` say about its article (schema.org, rNews)."""

from __future__ import annotations

from collections.abc import Iterator

from lxml.html import HtmlElement

from parsers.feeds.text import plain
from parsers.formats.statements import ARTICLE_TYPES
from parsers.model import Statement

FIELDS = {
    "headline": "headline", "datepublished": "date_published", "datecreated": "date_published", "datemodified": "date_modified", "author": "author",
    "creator": "author", "publisher": "publisher", "sourceorganization": "publisher", "inlanguage": "in_language", "articlesection": "section",
}  # fmt: skip
"""Properties of an article, in small letters."""

_DATES = ("date_published", "date_modified")
MOST = 4000
"""Elements with a property that are looked at."""


def read(tree: HtmlElement) -> tuple[Statement, ...]:
    """What is said about the page's own article: within its scope, or outside of any."""
    marked = tree.xpath("//*[@itemprop or @property]")[:MOST]
    own = _own_scope(tree)
    return tuple(s for e in marked if (s := _statement(e, own)) is not None)


def types(tree: HtmlElement) -> set[str]:
    """The schema.org types that the page's elements are marked with, in small letters."""
    return {t for e in tree.xpath("//*[@itemtype or @typeof]")[:MOST] if (t := _type(e))}


def address(tree: HtmlElement) -> str | None:
    """The address that the article's `mainEntityOfPage` names, else its `url`."""
    own = _own_scope(tree)
    for name in ("mainEntityOfPage", "url"):
        for element in tree.xpath("//*[@itemprop=$name]", name=name)[:20] if own is not None else ():
            said = next((v for k in ("href", "content", "itemid") if (v := (element.get(k) or "").strip())), "")
            if _scope(element) is own and said and not said.startswith("#") and " " not in said:
                return said
    return None


MEDIA = frozenset(("imageobject", "videoobject", "audioobject", "mediaobject", "photograph"))


def is_of_picture(element: HtmlElement) -> bool:
    """Whether a property is one of a picture, a video or a sound: whose they are says nothing of the article."""
    scope = _scope(element)
    return scope is not None and _type(scope) in MEDIA


def _own_scope(tree: HtmlElement) -> HtmlElement | None:
    """The article's element: the only one, or the one around the page's h1; None where none is marked or several are."""
    scopes = [e for e in tree.xpath("//*[@itemscope or @typeof]")[:MOST] if _type(e) in ARTICLE_TYPES]
    if len(scopes) == 1:
        return scopes[0]
    for heading in tree.iter("h1"):
        around = [s for s in scopes if s is heading or s in list(heading.iterancestors())]
        if around:
            return around[-1]
    return None


def _statement(element: HtmlElement, own: HtmlElement | None) -> Statement | None:
    names = (element.get("itemprop") or element.get("property") or "").split()
    field = next(
        (FIELDS[n] for name in names if (n := name.rpartition(":")[2].rpartition("/")[2].casefold()) in FIELDS), None
    )
    if field is None or (element.tag == "meta" and not element.get("itemprop") and ":" in "".join(names)):
        return None  # og:… and article:… are read with the other meta elements
    scope = _scope(element)
    if scope is not own and not (scope is None and element.tag == "meta"):
        return None
    value = _date(element) if field in _DATES else _name(element)
    return Statement(field=field, value=value, source="html" if element.tag != "meta" else "meta") if value else None


def _scope(element: HtmlElement) -> HtmlElement | None:
    return next((a for a in element.iterancestors() if a.get("itemscope") is not None or a.get("typeof")), None)


def _type(element: HtmlElement) -> str:
    said = (element.get("itemtype") or element.get("typeof") or "").split()
    return said[0].rpartition("/")[2].rpartition(":")[2].casefold() if said else ""


def _date(element: HtmlElement) -> str:
    said = element.get("datetime") or element.get("content") or (element.tag == "abbr" and element.get("title"))
    return (said or plain(element.text_content()))[:100].strip()


def _name(element: HtmlElement) -> str:
    """The content, else the name inside an object of its own, else the text."""
    if content := (element.get("content") or "").strip():
        return content[:1000]
    for inner in _named(element):
        if name := (inner.get("content") or plain(inner.text_content())).strip():
            return name[:1000]
    return plain(element.text_content())[:1000]


def _named(element: HtmlElement) -> Iterator[HtmlElement]:
    yield from element.xpath('.//*[@itemprop="name" or @property="name" or @property="schema:name"]')[:3]
