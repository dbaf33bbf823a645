"""What a page says about its article: JSON-LD, microdata, meta elements, links, title, bylines and dates, each with its source.

Nothing here looks at the clock: htmldate is given its latest date, and its guessing search is off.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from lxml.html import HtmlElement

from parsers.feeds.links import absolute, host_of
from parsers.feeds.text import plain
from parsers.fields import header
from parsers.fields.dates import ambiguous
from parsers.fields.outlets import name_key
from parsers.fields.stated import stated_people
from parsers.formats import json_ld, live, microdata, page_bylines, page_dates, page_headings, page_lines
from parsers.formats.statements import META_SUFFIX, of_meta, types_of
from parsers.model import Statement

_ADDRESSES = ("url", "canonical_url")


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """What a page says: statements, the schema.org types of its objects, OpenGraph's type, and its JSON-LD objects."""

    statements: tuple[Statement, ...]
    types: set[str]
    og_type: str
    nodes: list[Mapping[str, Any]]
    own: Mapping[str, Any] | None


def read(tree: HtmlElement, markup: str, url: str | None) -> Head:
    """The page's statements, the most telling sources first; dates with their precision when it is known.

    Elements that are nothing but a byline or a date beside the headline are taken out of the tree: they are said now.
    """
    base = base_of(tree, url)
    page_headings.settle(tree)
    nodes = json_ld.nodes_of(scripts_of(tree))
    own = json_ld.own(nodes, url or _canonical(tree, base), titles_of(tree))
    metas = list(_metas(tree))
    said = list(json_ld.said_of(own, nodes) if own is not None else ())
    said += of_meta(metas)
    said += microdata.read(tree)
    said += _page(tree, base)
    said = [s for s in (_resolved(s, base) for s in said) if s.value]
    language = _language(tree, metas)
    said = [_ordered(s, language) for s in said]
    types = {t for n in nodes for t in types_of(n)} | microdata.types(tree)
    said += page_dates.times(tree, said)
    said += page_bylines.take(tree, _names_people(said))
    said += page_lines.take(tree, said, live=live.TYPE in types, language=language)
    said += page_dates.read(tree, markup, url, said, language)
    og_type = next((content.strip().casefold() for name, content in metas if name.casefold() == "og:type"), "")
    return Head(statements=tuple(said), types=types, og_type=og_type, nodes=nodes, own=own)


def _language(tree: HtmlElement, metas: list[tuple[str, str]]) -> str:
    """The page's language with its country where one is said."""
    locales = [content for name, content in metas if name.casefold() in ("og:locale", "content-language", "language")]
    tags = [t.strip().replace("_", "-") for t in (tree.get("lang") or "", *locales)]
    own = next((t for t in tags if t), "")
    same = (t for t in tags if "-" in t and t.partition("-")[0].casefold() == own.partition("-")[0].casefold())
    return next(same, own)


def _ordered(statement: Statement, language: str) -> Statement:
    """A date with its day first, where only the page's language tells."""
    if statement.field not in ("date_published", "date_modified") or not ambiguous(statement.value):
        return statement
    return replace(statement, value=header.in_order_of(statement.value, language))


def _names_people(said: list[Statement]) -> bool:
    """Whether an author is named already who is a person, and not the outlet under its own name."""
    outlets = {name_key(s.value) for s in said if s.field == "publisher"}
    authors = (name for s in said if s.field == "author" for name in stated_people(s.value))
    return any(name_key(name) not in outlets for name in authors)


def scripts_of(tree: HtmlElement) -> list[str]:
    """The page's JSON-LD scripts."""
    return [s.text or "" for s in tree.iter("script") if "ld+json" in (s.get("type") or "").lower()]


def titles_of(tree: HtmlElement) -> tuple[str, ...]:
    """What the page calls itself: its h1 elements and its title."""
    said = [plain(e.text_content(), markup=False) for tag in ("h1", "title") for e in list(tree.iter(tag))[:3]]
    return tuple(t for t in said if t)


def base_of(tree: HtmlElement, url: str | None) -> str | None:
    """The address that relative links of the page start from: its `<base>`, itself relative to the page's own address."""
    href = next((b.get("href") for b in tree.iter("base") if b.get("href")), None)
    return (absolute(href, url) if href else None) or url


def _resolved(statement: Statement, base: str | None) -> Statement:
    """An address as an absolute one, where the page says what it is relative to."""
    if statement.field not in _ADDRESSES or statement.value.startswith(("http://", "https://")):
        return statement
    if base is None and not statement.value.startswith("//"):
        return statement
    return replace(statement, value=absolute(statement.value, base) or statement.value)


def _metas(tree: HtmlElement) -> Iterator[tuple[str, str]]:
    for m in tree.iter("meta"):
        if m.get("itemprop") and microdata.is_of_picture(m):
            continue
        for name in (m.get("property"), m.get("name"), m.get("itemprop"), m.get("http-equiv")):
            if name and len(name) <= META_SUFFIX:
                yield name, m.get("content") or ""
                break


def _page(tree: HtmlElement, base: str | None) -> Iterator[Statement]:
    if canonical := _canonical(tree, base):
        yield Statement(field="canonical_url", value=canonical, source="html")
        if base is None or host_of(canonical) == host_of(base):
            yield Statement(field="url", value=canonical, source="html")
    if language := tree.get("lang") or tree.get("{http://www.w3.org/XML/1998/namespace}lang"):
        yield Statement(field="in_language", value=language, source="html")
    headings = [h for e in tree.iter("h1") if (h := plain(e.text_content(), markup=False))]
    if len(headings) == 1:
        yield Statement(field="headline", value=headings[0], source="heading")
    if title := next((plain(t.text_content(), markup=False) for t in tree.iter("title")), ""):
        yield Statement(field="headline", value=title, source="html")
    yield from (Statement(field="issuer", value=name, source="html") for name in _imprints(tree, title))


_OWNER = re.compile(
    r"(?:©|\(c\)|copyright)[\s©]*(?:(?:19|20)\d\d(?:\s?[-–]\s?(?:(?:19|20)\d\d)?)?)?[\s,]*(?P<name>[^\W\d_][^.,|©()\n]{2,60})",
    re.I,
)
_PART = re.compile(r"\s+(?:[|»·•–—-]|--)\s+|\s*[|｜：]\s*")


def _imprints(tree: HtmlElement, title: str) -> Iterator[str]:
    """Names that may be the outlet's: whoever owns the page by its last lines, and the last part of its title."""
    foot = " ".join(e.text_content() for e in list(tree.iter("footer"))[-2:]) or tree.text_content()[-600:]
    if owner := _OWNER.search(" ".join(foot.split())[:5000]):
        yield owner["name"].strip()
    if len(parts := _PART.split(title)) > 1:
        yield parts[-1]


def canonical(tree: HtmlElement) -> str | None:
    """The page's own address where it says an absolute one."""
    said = _canonical(tree, None)
    return said if said and said.startswith(("http://", "https://")) else None


def _canonical(tree: HtmlElement, base: str | None) -> str | None:
    links = (link for link in tree.iter("link") if "canonical" in (link.get("rel") or "").lower().split())
    href = next((str(link.get("href")).strip() for link in links if link.get("href")), None) or microdata.address(tree)
    return (absolute(href, base) if base else None) or href
