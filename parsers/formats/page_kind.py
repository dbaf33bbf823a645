"""What a page is: an article, or an index of articles, a search, a video, a wall, a missing page, a parked domain.

Decided from what the page says of its type (JSON-LD, OpenGraph), from where it lies, from how its text is made (teasers
under linked headlines, text that is all links) and, for short pages, from how it talks to its visitor. Nothing is
refused without such evidence.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.resources import files
from urllib.parse import urlsplit

from lxml.html import HtmlElement

from parsers.feeds.text import plain
from parsers.formats.statements import ARTICLE_TYPES
from parsers.model import Statement

TYPES = {
    "collectionpage": "an index of articles", "searchresultspage": "a list of search results", "profilepage": "a profile", "contactpage": "a contact page",
    "aboutpage": "a page about the site", "checkoutpage": "a checkout", "mediagallery": "a gallery", "imagegallery": "a gallery", "videogallery": "a gallery of videos",
}  # fmt: skip
"""schema.org's types of pages that are no article."""

OG_TYPES = {"profile": "a profile", "product": "a product", "book": "a book", "music": "music", "video": "a video"}
"""Beginnings of OpenGraph's types of things that are no article."""

_SECTION = re.compile(
    r"/(?:tags?|categor(?:y|ies|ia|ias|ie)|kategori[ea]?|topics?|temas?|thema|themen|search|suche|buscar|recherche|poisk|authors?|autor|auteur|archives?|archivo|label|etiqueta|rubriques?|page/\d+)(?:/|\Z)",
    re.I,
)
"""Parts of a path that lead to lists, in common publishing systems."""

_HOME = re.compile(r"/?(?:(?:index|default|home)\.\w{2,5}|[a-z]{2}(?:-[a-z]{2})?/?|home/?)?\Z", re.I)
_UNSEEN = ("script", "style", "noscript", "template")
_HEADINGS = ("h1", "h2", "h3", "h4")

TEASERS = 4
"""Linked headlines with a text each, from which a page may be a list of them."""

TEASED = 0.6
"""Share of the text that must lie under linked headlines, or in links, in a list."""

LINKED = 0.85
"""Share of a page's letters in links, in a list of links."""

SHORT = 1500
"""Characters of a page that can be a wall, an error or a placeholder."""

TALK = 0.55
"""Share of such a text, by sentence, that must be what pages of this kind say."""

_SENTENCE = re.compile(r"[^.!?。！？\n]+[.!?。！？]*")


def kind(tree: HtmlElement, text: str, said: Iterable[Statement], types: set[str], og_type: str) -> str | None:
    """What the page is, when it is plainly no article; None for articles and for what cannot be told.

    `text` is what was found as the page's text, `types` the schema.org types of its objects, `said` its statements.
    """
    said = tuple(said)
    if talk := _talk(text):
        return f"a {talk}"
    if types & ARTICLE_TYPES:
        return None
    if declared := next((TYPES[t] for t in sorted(types) if t in TYPES), None):
        return declared
    dated = any(
        s.field == "date_published" and s.source in ("json-ld", "opengraph", "meta", "html", "visible") for s in said
    )
    if thing := next((name for start, name in OG_TYPES.items() if og_type.startswith(start)), None):
        return None if dated and len(text) > SHORT else thing
    paths = [urlsplit(s.value).path for s in said if s.field in ("url", "canonical_url") and s.value.startswith("http")]
    if listed := _by_place(paths, og_type, dated):
        return listed
    if _teased(tree, text) >= TEASED or _linked(tree, text) >= TEASED:
        return "an index of articles"
    if _all_links(tree, text):
        return "a list of links"
    if "itemlist" in types and og_type != "article":
        return "an index of articles"
    signed = any(s.field in ("author", "date_published") for s in said)
    if not signed and _items(tree, text) >= TEASED:
        return "an index of articles"
    if og_type == "website" and not signed and len(text) < SHORT:
        return "a page of the site"
    return None


def _by_place(paths: list[str], og_type: str, dated: bool) -> str | None:
    if not paths or og_type == "article" or dated:
        return None
    if all(_HOME.match(p) for p in paths):
        return "a home page"
    return "an index of articles" if any(_SECTION.search(p) for p in paths) else None


# --------------------------------------------------------------------------------------------------------- structure


def _teased(tree: HtmlElement, text: str) -> float:
    """The share of the text that lies under linked headlines, one short text to each."""
    headings = [h for tag in _HEADINGS for h in tree.iter(tag) if _is_linked(h)]
    if len(headings) < TEASERS or not text:
        return 0.0
    teasers = [t for h in headings[:400] for t in _under(h, headings)]
    words = _letters(text)
    within = sum(len(t) for t in {_letters(t) for t in teasers} if len(t) > 20 and t in words)
    return within / max(1, len(words)) if len(teasers) >= TEASERS else 0.0


def _is_linked(heading: HtmlElement) -> bool:
    linked = sum(len(plain(a.text_content())) for a in heading.iter("a"))
    parent = heading.getparent()
    whole = parent is not None and parent.tag == "a"
    return whole or linked > 0.6 * len(plain(heading.text_content())) > 0


def _under(heading: HtmlElement, headings: list[HtmlElement]) -> Iterator[str]:
    """The headline and the paragraphs of its teaser: what shares its box with no other headline."""
    others = set(headings) - {heading}
    box = heading
    while (
        (parent := box.getparent()) is not None
        and parent.tag not in ("body", "main", "html")
        and not any(o in others for o in parent.iter(*_HEADINGS))
    ):
        box = parent
    yield plain(heading.text_content())
    yield from (plain(p.text_content()) for p in box.iter("p"))
    following = box.getnext()
    if box is heading and following is not None and following.tag == "p":
        yield plain(following.text_content())


def _linked(tree: HtmlElement, text: str) -> float:
    """The share of the text that is in links of more than two words, outside of menus."""
    words = _letters(text)
    links = {_letters(t) for a in tree.iter("a") if len((t := plain(a.text_content())).split()) > 2}
    return (
        min(1.0, sum(len(link) for link in links if link in words) / len(words)) if len(words) > 200 and links else 0.0
    )


def _items(tree: HtmlElement, text: str) -> float:
    """The share of the text that is in items of lists which begin with a link of more than two words."""
    items = [li for li in tree.iter("li") if _begins_with_link(li)]
    words = _letters(text)
    if len(items) < TEASERS or not words:
        return 0.0
    lines = {line for li in items[:400] for line in _lines_in(li, words)}
    return sum(map(len, lines)) / len(words)


def _lines_in(item: HtmlElement, words: str) -> list[str]:
    """The letters of an item that are in the text: of all of it, else of its paragraphs."""
    whole = _letters(plain(item.text_content()))
    if whole in words:
        return [whole]
    return [line for p in item.iter("p") if len(line := _letters(plain(p.text_content()))) > 8 and line in words]


def _begins_with_link(item: HtmlElement) -> bool:
    link = next(item.iter("a"), None)
    if link is None or len(plain(link.text_content()).split()) < 3:
        return False
    return _letters(plain(item.text_content())).startswith(_letters(plain(link.text_content())))


def _all_links(tree: HtmlElement, text: str) -> bool:
    """Whether the page is hardly anything but links, and the text is most of the page."""
    if len(text) <= SHORT:
        return False
    letters = sum(len(t.strip()) for e in tree.iter() if e.tag not in _UNSEEN for t in (e.text, e.tail) if t)
    linked = sum(len(" ".join(a.text_content().split())) for a in tree.iter("a"))
    return linked >= LINKED * letters and 2 * len(text) > letters


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text.casefold()))


# -------------------------------------------------------------------------------------------------------------- talk


@cache
def _phrases() -> dict[str, re.Pattern[str]]:
    table = tomllib.loads(files("parsers.formats").joinpath("page_kinds.toml").read_text(encoding="utf-8"))
    return {name: re.compile("|".join(f"(?:{p})" for p in row["phrases"])) for name, row in table.items()}


def _talk(text: str) -> str | None:
    """The kind of page whose sentences these are, for a short text that is hardly anything else."""
    if not text or len(text) > SHORT:
        return None
    sentences = [
        s.strip()
        for s in _SENTENCE.findall(text.casefold())
        if len(s.split()) > 3 or (not s.isascii() and len(s.strip()) > 6)
    ]
    total = sum(map(len, sentences))
    for name, phrases in _phrases().items():
        spoken = [s for s in sentences if phrases.search(s)]
        said = sum(len(phrases.findall(s)) for s in spoken)
        if total and said > 1 and sum(map(len, spoken)) >= TALK * total:
            return name
    return None
