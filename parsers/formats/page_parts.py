"""Pages of several stories: each `<article>` with a heading, a text and a date or byline of its own is a document.

A story is stored as a small page of its own: its element, with its heading as h1, and of the head what is said of it alone:
the site's name, the language, the link of its heading, and the JSON-LD object with its headline. Live blogs, comments and
the sections of one article are no stories; the page stays one document then.
"""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from copy import deepcopy
from typing import Any

from lxml.html import HtmlElement, tostring
from rapidfuzz.fuzz import token_set_ratio

from parsers.charset import decode
from parsers.feeds.links import absolute
from parsers.feeds.text import plain
from parsers.fields import header
from parsers.formats import json_ld, page, page_head, page_stories, saved_page
from parsers.formats.look import Kind, Look
from parsers.formats.page_lists import weight
from parsers.formats.pieces import Inside, Limits, Part
from parsers.formats.source import Source
from parsers.formats.statements import ARTICLE_TYPES, types_of
from parsers.model import RawDocument
from parsers.sniff import HTML, sniff

LARGEST = 8 * 1024 * 1024
"""Bytes of a page that is looked into; a larger one stays one document."""

ALIKE = 90
"""Likeness of two headlines, of 100, from which they are one."""

LONGER, SMALL = 4, 600
"""So many times as long as any other is a page's own article, where the others have fewer weighed letters than that."""

SHORT_LINE = 120
"""Characters of a line that may be a story's date or byline."""

_LIVE = re.compile(
    r"\b(?:live|liveblog|live-?blog|liveticker|ticker|livestream|minuto a minuto|en direct|en vivo|ao vivo|in diretta|na żywo|direkte|canlı|онлайн|прямой эфир|live-?update|timeline)\b",
    re.I,
)
"""Words of live blogs, in titles and class names."""

_OTHERS = re.compile(
    r"comment|review|reply|testimonial|product|teaser|promo|related|recommend|sidebar|widget|carousel|(?:\A|[\s_-])card(?:\Z|[\s_-])",
    re.I,
)
"""Class names of what is beside stories."""

_BYLINE = re.compile(r"\b(?:by-?line|author|autor|auteur|writer)\b", re.I)
_HEADINGS = ("h1", "h2", "h3")


def _matches(look: Look) -> bool:
    return look.start[:1] == "<" and sniff(look.head, look.declared or None, look.name) == HTML


KINDS = (
    Kind(media_type=HTML, title="web page; one of several stories: each of them", matches=_matches, holds="either", endings=(".html", ".htm", ".xhtml"), library="trafilatura, lxml, htmldate", limit="stories of pages of 8 MB"),
)  # fmt: skip


def parts(source: Source, look: Look, limits: Limits) -> Iterator[Inside]:
    """The stories of a page, or the page itself."""
    del look
    payload = source.whole(limits.document)
    yield from stories(payload, source.name) or (Part(ordinal=None, payload=payload),)


def stories(payload: bytes, name: str = "") -> tuple[Part, ...]:
    """The stories of a page as documents; none when it is one document. Raises Rejected(`undecodable`)."""
    if len(payload) > LARGEST or payload.lower().count(b"<article") < 2:
        return ()
    raw = RawDocument(raw_document_id="", payload=payload, source_uri=name)
    markup = decode(payload, page.declared(payload), name).text
    tree = page.tree_of(markup)
    found = _stories(tree) if tree is not None else []
    if tree is None or not found:
        return ()
    head = _Head(tree, saved_page.address(raw, markup))
    return tuple(
        Part(ordinal=n, payload=_page(head, story), media_type=HTML, charset="utf-8")
        for n, story in enumerate(found, 1)
    )


def _stories(tree: HtmlElement) -> list[HtmlElement]:
    """The elements that are stories; none where the page is one article, or may be."""
    found = [e for e in page_stories.reports(tree) if not _OTHERS.search(_names(e)) and not _is_teaser(e)]
    own = sum(map(_is_signed, found))
    if len(found) < 2 or 2 * own <= len(found) or own < 2 or _is_alone(found) or _is_live(tree, found):
        return []
    return [] if _is_one(tree, found) else found


def _told(story: HtmlElement) -> list[str]:
    """The paragraphs of a story."""
    return [text for p in story.iter("p") if (text := plain(p.text_content()))]


def _is_teaser(element: HtmlElement) -> bool:
    """Whether an element is the beginning of a story on another page: it breaks off, or leads on by a link of its heading's address."""
    if any(text.endswith(("…", "...", "[…]", "[...]")) for text in _told(element)[-2:]):
        return True
    heading = next(element.iter(*_HEADINGS))
    inside = set(heading.iter("a"))
    leads = set(_hrefs(heading))
    return any(
        (a.get("href") or "").strip() in leads
        and a not in inside
        and plain(a.text_content()).strip()
        and next(a.iter("time"), None) is None
        for a in element.iter("a")
    )


def _is_alone(found: list[HtmlElement]) -> bool:
    """Whether one story is so much longer than all others that they are what is below it."""
    sizes = sorted((sum(map(weight, _told(story))) for story in found), reverse=True)
    return sizes[0] >= LONGER * sizes[1] and sizes[1] < SMALL


def _names(element: HtmlElement) -> str:
    return f"{element.get('class') or ''} {element.get('id') or ''}"


def _is_signed(story: HtmlElement) -> bool:
    """Whether a story says when it was published or who wrote it, beside its heading."""
    if any((t.get("datetime") or "")[:4].isdigit() for t in story.iter("time")):
        return True
    if any(
        _BYLINE.search(_names(e)) or "author" in (e.get("rel") or "")
        for e in story.iter("p", "div", "span", "a", "address")
    ):
        return True
    lines = [
        text
        for e in story.iter("p", "div", "span", "small", "em")
        if len(e) < 4 and len(text := plain(e.text_content())) <= SHORT_LINE
    ]
    return any(header.said_in(line) for line in lines[:8])


def _is_live(tree: HtmlElement, found: list[HtmlElement]) -> bool:
    """Whether the elements are the updates of a live blog."""
    if any("liveblogposting" in types_of(node) for node in json_ld.nodes_of(page_head.scripts_of(tree))):
        return True
    around = [a for story in found for a in (story, *list(story.iterancestors())[:3])]
    return any(map(_LIVE.search, (*page_head.titles_of(tree)[:2], *map(_names, around))))


def _is_one(tree: HtmlElement, found: list[HtmlElement]) -> bool:
    """Whether the page says that it is one article and has its title outside of them: then they are its parts."""
    metas = {(m.get("property") or "").casefold(): m.get("content") or "" for m in tree.iter("meta")}
    nodes = [n for n in json_ld.nodes_of(page_head.scripts_of(tree)) if any(t in ARTICLE_TYPES for t in types_of(n))]
    if metas.get("og:type", "").strip().casefold() != "article" and len(nodes) != 1:
        return False
    links = {href for story in found for href in _hrefs(next(story.iter(*_HEADINGS)))[:1]}
    if len(links) == len(found):
        return False  # each has a page of its own
    inside = {h for story in found for h in story.iter("h1")}
    return any(h not in inside for h in tree.iter("h1")) or not inside


class _Head:
    """What a page's head says that its stories may need."""

    def __init__(self, tree: HtmlElement, url: str | None) -> None:
        self.tree = tree
        self.base = page_head.base_of(tree, url) or page_head.canonical(tree)
        self.language = tree.get("lang") or ""
        self.site = next((m.get("content") or "" for m in tree.iter("meta") if m.get("property") == "og:site_name"), "")
        self.nodes = json_ld.nodes_of(page_head.scripts_of(tree))

    def node(self, title: str) -> Mapping[str, Any] | None:
        """The article's object among the page's JSON-LD, with its people and organisations."""
        for node in self.nodes:
            said = node.get("headline") or node.get("name")
            if any(t in ARTICLE_TYPES for t in types_of(node)) and isinstance(said, str) and _alike(said, title):
                by_id = {n["@id"]: n for n in self.nodes if isinstance(n.get("@id"), str) and len(n) > 1}
                return json_ld.resolved(node, by_id)
        return None


def _alike(one: str, other: str) -> bool:
    return token_set_ratio(html.unescape(one).casefold(), other.casefold()) >= ALIKE


def _page(head: _Head, story: HtmlElement) -> bytes:
    """A story as a page of its own, in UTF-8."""
    story = deepcopy(story)
    story.tail = None
    heading = next(h for h in story.iter(*_HEADINGS) if plain(h.text_content()))
    title = plain(heading.text_content(), markup=False)
    heading.tag = "h1"
    said = ['<meta charset="utf-8">', f"<title>{html.escape(title)}</title>"]
    if head.site:
        said.append(f'<meta property="og:site_name" content="{html.escape(head.site)}">')
    if link := _link(head, story, heading):
        said.append(f'<link rel="canonical" href="{html.escape(link)}">')
    if node := head.node(title):
        script = json.dumps(node, ensure_ascii=False).replace("</", "<\\/")
        said.append(f'<script type="application/ld+json">{script}</script>')
    body = tostring(story, encoding="unicode")
    language = f' lang="{html.escape(head.language)}"' if head.language else ""
    return f"<!doctype html>\n<html{language}><head>{''.join(said)}</head>\n<body>{body}</body></html>\n".encode(
        "utf-8", "replace"
    )


def _link(head: _Head, story: HtmlElement, heading: HtmlElement) -> str | None:
    """The address of a story: the link of its heading, or one that says it is the story's own."""
    own = [a for a in story.iter("a") if "bookmark" in (a.get("rel") or "").split()]
    around = list(heading.iterancestors("a"))
    for href in (*_hrefs(heading), *_links([*around, *own])):
        if (found := absolute(href, head.base)) and "#" not in found:
            return found if head.base or href.startswith(("http://", "https://")) else None
    return None


def _hrefs(heading: HtmlElement) -> list[str]:
    return _links(heading.iter("a"))


def _links(elements: Iterable[HtmlElement]) -> list[str]:
    """What links lead to, but for places in the page itself."""
    hrefs = ((a.get("href") or "").strip() for a in elements)
    return [href for href in hrefs if href and not href.startswith("#")]
