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
from itertools import islice
from typing import Any
from urllib.parse import urlsplit

from lxml.html import HtmlElement

from parsers.feeds.links import host_of
from parsers.fields.outlets import name_key
from parsers.fields.stated import stated_people
from parsers.formats import page_consent, page_lists, page_platforms, unspaced
from parsers.formats.page_bylines import without_label
from parsers.formats.statements import ARTICLE_TYPES
from parsers.model import Statement

TYPES = {
    "collectionpage": "an index of articles", "searchresultspage": "a list of search results", "profilepage": "a profile", "contactpage": "a contact page",
    "aboutpage": "a page about the site", "checkoutpage": "a checkout", "mediagallery": "a gallery", "imagegallery": "a gallery", "videogallery": "a gallery of videos",
}  # fmt: skip
"""schema.org's types of pages that are no article."""

OG_TYPES = {"profile": "a profile", "product": "a product", "book": "a book", "music": "music", "video": "a video"}
"""Beginnings of OpenGraph's types of things that are no article."""

THINGS = {
    "product": "a thing for sale", "individualproduct": "a thing for sale", "jobposting": "a job offer", "realestatelisting": "a house for sale", "softwareapplication": "a program",
    "mobileapplication": "a program", "radiostation": "a radio station", "podcastseries": "a series of podcasts", "radioseries": "a series", "tvseries": "a series", "course": "a course",
}  # fmt: skip
"""schema.org's types of things that a page may show; beside an article they are its subject."""

_SECTION = re.compile(
    r"/(?:tags?|categor(?:y|ies|ia|ias|ie)|kategori[ea]?|topics?|temas?|thema|themen|search|suche|buscar|recherche|poisk|authors?|autor|auteur|archives?|archivo|label|etiqueta|rubriques?|page/\d+)(?:/|\Z)",
    re.I,
)
"""Parts of a path that lead to lists, in common publishing systems."""

_HOME = re.compile(r"/?(?:(?:index|default|home)\.\w{2,5}|[a-z]{2}(?:-[a-z]{2})?/?|home/?)?\Z", re.I)
LINKED = 0.85
"""Share of a page's letters in links, in a list of links."""

SAID = 280
"""Weighed letters from which the text of a video or of a thing for sale is an article with a video or a picture of it."""

SPOKEN = 160
"""The same for a page with a video that no type calls a video."""

ROWS = 5
"""Lines from which a text without a sentence is a table or a list."""

_PLAYER = re.compile(r"player|/embed/|youtube|vimeo|dailymotion|rutube|brightcove|jwplatform", re.I)
_CART = re.compile(
    r"add[-_ ]?to[-_ ]?(?:cart|basket|bag)\b|addtocart|/cart/add|/(?:warenkorb|panier|carrito|carrinho|carrello)/", re.I
)
_BOX = re.compile(r"modal|popup|overlay|lightbox|drawer|header|topbar|navbar|menu|sidebar|widget", re.I)

SHORT = 1500
"""Characters of a page that can be a wall, an error or a placeholder."""

TALK = 0.55
"""Share of such a text, by sentence, that must be what pages of this kind say."""

PART = 4
"""So many times the letters of what such pages say count as talk at most: a report may quote it in a long sentence.
Twice as many in scripts that write without blanks, whose words are short."""

_SENTENCE = re.compile(r"[^.!?。！？။។៕।\n]+[.!?。！？။។៕।]*")


def kind(tree: HtmlElement, text: str, said: Iterable[Statement], types: set[str], og_type: str) -> str | None:
    """What the page is, when it is plainly no article; None for articles and for what cannot be told.

    `text` is what was found as the page's text, `types` the schema.org types of its objects, `said` its statements.
    """
    said = tuple(said)
    if talk := _talk(text, said) or _titled(said, text):
        return f"a {talk}"
    if posted := page_platforms.kind(said):
        return posted
    if types & ARTICLE_TYPES:
        return None
    if declared := next((TYPES[t] for t in sorted(types) if t in TYPES), None):
        return declared
    dated = _is_dated(said)
    if not dated and page_consent.is_wall(text, (s.value for s in said if s.field == "headline")):
        return "a cookie wall"
    stated = any(s.field == "date_published" and s.source in ("json-ld", "opengraph", "meta") for s in said)
    if thing := _thing(tree, types, og_type, stated if og_type.startswith("profile") else dated, text):
        return thing
    paths = [
        path
        for s in said
        if s.field in ("url", "canonical_url") and s.value.startswith("http") and (path := _path(s.value)) is not None
    ]
    if listed := _by_place(paths, og_type, dated):
        return listed
    signed = dated and any(s.field == "author" and stated_people(without_label(s.value)) for s in said)
    if not (signed or stated or og_type == "article") and _is_front(tree, paths, said):
        return "a home page"
    if not (signed or (stated and og_type == "article")) and (
        made := _by_lines(tree, text, said, dated or og_type == "article")
    ):
        return made
    if "itemlist" in types and og_type != "article":
        return "an index of articles"
    if (
        og_type == "website"
        and not any(s.field in ("author", "date_published") for s in said)
        and _length(text) < SHORT
    ):
        return "a page of the site"
    return None


def _length(text: str) -> int:
    """Characters of a text; where no spaces are between words, what so many words are in others."""
    return WORD * unspaced.words(text) if unspaced.is_unspaced(text) else len(text)


WORD = 6
"""Characters of a word with its space, about."""


def _is_dated(said: Iterable[Statement]) -> bool:
    """Whether the page gives its date itself; a guess is none."""
    sources = ("json-ld", "opengraph", "meta", "html", "visible")
    return any(s.field == "date_published" and s.source in sources for s in said)


def _thing(tree: HtmlElement, types: set[str], og_type: str, dated: bool, text: str) -> str | None:
    """What the page shows instead of a text; a dated one with a text of its own beside it is an article.

    So is a film with its transcript, dated or not.
    """
    size = page_lists.weight(text)
    if thing := next((name for start, name in OG_TYPES.items() if og_type.startswith(start)), None):
        told = dated or (og_type.startswith("video") and _has_transcript(tree))
        return None if told and size > SAID else thing
    if "videoobject" in types and size < SPOKEN:
        return "a video"
    if dated or og_type == "article":
        return None
    return next((THINGS[t] for t in sorted(types) if t in THINGS), None)


_TRANSCRIPT = re.compile(
    r"transcri(?:pt|ção|ción|zione)|transkrip|transkryp|расшифровк|стенограмм|文字起こし|文字稿", re.I
)


def _has_transcript(tree: HtmlElement) -> bool:
    """Whether a heading, a label or a box says that what is said in a film is printed below it."""
    headings = tree.iter("h2", "h3", "h4", "h5", "summary")
    if any(len(words := e.text_content()) < 60 and _TRANSCRIPT.search(words) for e in headings):
        return True
    boxes = tree.iter("div", "section", "details")
    return any(_TRANSCRIPT.search(f"{e.get('class') or ''} {e.get('id') or ''}") for e in boxes)


def _by_lines(tree: HtmlElement, text: str, said: Iterable[Statement], article: bool) -> str | None:
    """What the lines of the text make of the page. `article` says that something calls it one, or dates it."""
    lines = page_lists.lines_of(tree)
    taken = page_lists.inside(lines, text)
    host = next(
        (host_of(s.value) for s in said if s.field in ("url", "canonical_url") and s.value.startswith("http")), ""
    ) or _own_host(tree)
    if page_lists.is_index(lines, taken, host):
        return "an index of articles"
    if page_lists.are_rows(lines, taken, host):
        return "an index of articles"
    if _all_links(lines, text):
        return "a list of links"
    if article:
        return None
    if _sells(tree):
        return "a thing for sale"
    if page_lists.is_gallery(taken):
        return "a gallery"
    if len(taken) >= ROWS and not page_lists.has_sentence(taken):
        return "a page without a sentence"
    return _by_elements(tree) if page_lists.weight(text) < SPOKEN and _sentences(taken) < 2 else None


TOLD_WORDS = 7
"""Words from which a sentence tells something; two such are a short report, whatever is beside them."""


def _sentences(taken: list[page_lists.Line]) -> int:
    """How many sentences the lines have that tell something."""
    sentences = (s.strip() for line in taken for s in _SENTENCE.findall(line.text))
    return sum(unspaced.words(s) >= TOLD_WORDS and unspaced.ends(s) for s in sentences)


def _own_host(tree: HtmlElement) -> str:
    """A name for the unknown host of a page that writes its own links without one: those with a host lead to others."""
    relative = sum(
        (a.get("href") or "").startswith("/") and not a.get("href", "").startswith("//")
        for a in islice(tree.iter("a"), 200)
    )
    return "own.invalid" if relative >= RELATIVE else ""


RELATIVE = 3
"""Links without a host, from which those of a page's own site have none."""


def _sells(tree: HtmlElement) -> bool:
    """Whether a form of the page puts something into a shopping cart."""
    return any(
        _CART.search(" ".join(v for k in ("action", "value", "name", "class", "id") if (v := e.get(k))))
        for e in tree.iter("form", "button", "input")
    )


def _by_elements(tree: HtmlElement) -> str | None:
    """What a page with hardly any text is for: a video or sound to play, answers to choose, a form to log in by."""
    for element in tree.iter("video", "audio", "iframe"):
        if element.tag != "iframe" or _PLAYER.search(element.get("src") or ""):
            return "a page to listen to" if element.tag == "audio" else "a video"
    if sum((e.get("type") or "").casefold() == "radio" and not _is_aside(e) for e in tree.iter("input")) > 1:
        return "a poll"
    fields = [e for e in tree.iter("input") if (e.get("type") or "").casefold() == "password"]
    return "a login page" if any(not _is_aside(e) for e in fields) else None


def _is_aside(element: HtmlElement) -> bool:
    """Whether a form is in a page's head or in a box that opens over it."""
    return any(
        a.tag in ("header", "nav", "aside", "dialog", "footer")
        or _BOX.search(f"{a.get('class') or ''} {a.get('id') or ''}")
        for a in element.iterancestors()
    )


def _path(address: str) -> str | None:
    """The path of an address; None for one that cannot be read, as one with a bracket in its host."""
    try:
        return urlsplit(address).path
    except ValueError:
        return None


def _by_place(paths: list[str], og_type: str, dated: bool) -> str | None:
    if not paths or og_type == "article" or dated:
        return None
    if all(_HOME.match(p) for p in paths):
        return "a home page"
    return "an index of articles" if any(_SECTION.search(p) for p in paths) else None


# --------------------------------------------------------------------------------------------------------- structure


def _is_front(tree: HtmlElement, paths: list[str], said: Iterable[Statement]) -> bool:
    """Whether all says that the page is its site's first one: its address, every title of it, and the titles that it links to.

    A day printed at its head is the reader's own. One title that is more than the site's name, or a stretch of running text, makes it an article.
    """
    if not paths or not all(_HOME.match(p) for p in paths):
        return False
    said = tuple(said)
    sites = {name_key(s.value) for s in said if s.field in ("publisher", "issuer")}
    hosts = [host_of(s.value) for s in said if s.field in ("url", "canonical_url")]
    sites |= {name_key(part) for host in hosts for part in host.split(".")[:-1]}
    titles = {" ".join(s.value.split()) for s in said if s.field == "headline"}
    if not titles or not all(_names_site(title, sites) for title in titles):
        return False
    return page_lists.is_front(page_lists.lines_of(tree))


def _names_site(title: str, sites: set[str]) -> bool:
    """Whether a title is a site's name with a word or two beside it."""
    key = name_key(title)
    return unspaced.words(title) <= NAME and any(len(site) > 2 and site in key for site in sites)


def _all_links(lines: list[page_lists.Line], text: str) -> bool:
    """Whether the page is hardly anything but links, and the text is most of the page."""
    total = sum(line.weight for line in lines)
    linked = sum(line.linked for line in lines)
    return len(text) > SHORT and linked >= LINKED * total and 2 * page_lists.weight(text) > total


# -------------------------------------------------------------------------------------------------------------- talk


@cache
def _table() -> dict[str, dict[str, Any]]:
    return tomllib.loads(files("parsers.formats").joinpath("page_kinds.toml").read_text(encoding="utf-8"))


@cache
def _phrases() -> dict[str, re.Pattern[str]]:
    return {
        name: re.compile("|".join(f"(?:{p})" for p in row["phrases"]))
        for name, row in _table().items()
        if "phrases" in row
    }


@cache
def _titles() -> dict[str, tuple[bool, re.Pattern[str]]]:
    """Titles by kind, with whether the kind's text may be of any length."""
    return {
        name: (row.get("any_length", False), re.compile("|".join(f"(?:{t})" for t in row["titles"])))
        for name, row in _table().items()
        if "titles" in row
    }


def _talk(text: str, said: Iterable[Statement]) -> str | None:
    """The kind of page whose sentences these are, for a short text that is hardly anything else."""
    if not text or len(text) > SHORT:
        return None
    sentences = [
        s.strip()
        for s in _SENTENCE.findall(text.casefold())
        if len(s.split()) > 3 or (not s.isascii() and len(s.strip()) > 6)
    ]
    total = sum(map(len, sentences))
    part = PART if page_lists.weight(text) <= len(text) else 2 * PART
    headlines = {
        s.value.casefold().strip() for s in said if s.field == "headline" and unspaced.words(s.value) >= TOLD_WORDS
    }
    parts = [1 if s in headlines else part for s in sentences]
    return next((name for name, phrases in _phrases().items() if _is_talk(sentences, phrases, total, parts)), None)


def _is_talk(sentences: list[str], phrases: re.Pattern[str], total: int, parts: list[int]) -> bool:
    """Whether enough of the sentences is what these phrases are part of; given up as soon as it cannot be enough.

    `parts` says for each sentence so many times what letters of the phrases count: a long headline that quotes one is a story's.
    """
    spoken, said, left = 0, 0, total
    for sentence, part in zip(sentences, parts, strict=True):
        lengths = [m.end() - m.start() for m in phrases.finditer(sentence)]
        said += len(lengths)
        spoken += min(len(sentence), part * sum(lengths))
        left -= len(sentence)
        if spoken + left < TALK * total:
            return False
    return said > 1 or (len(sentences) == said == 1 and lengths[0] >= ALL * total)


ALL = 0.7
"""Share of the only sentence of a page that must be what pages of this kind say."""

NAME = 4
"""Words that the name of a site has at most, where nothing says how it is called."""


def _titled(said: Iterable[Statement], text: str) -> str | None:
    """The kind of page that its title names in so many words; most kinds have only a short text."""
    titles = {s.value.casefold().strip() for s in said if s.field == "headline"}
    sites = {s.value.casefold().strip() for s in said if s.field in ("publisher", "issuer")}
    headings = {s.value.casefold().strip() for s in said if s.field == "headline" and s.source == "heading"}
    wholes = {title.strip(" .!:|-–—") for title in titles}
    parts = {part.strip(" .!:|-–—") for title in titles for part in _alone(title, sites)} - wholes
    for name, (long, pattern) in _titles().items():
        if not long and len(text) > SHORT:
            continue
        if any(map(pattern.fullmatch, wholes)):
            return name
        if any(pattern.fullmatch(part) and not _is_told(part, headings, sites) for part in parts):
            return name
    return None


def _is_told(part: str, headings: set[str], sites: set[str]) -> bool:
    """Whether the h1 says more than such a part and a site's name: `Page not found: why the web forgets` is a story's."""
    return any(
        part in heading and any(p.strip() not in sites and p.strip(" .!:") != part for p in _PART.split(heading))
        for heading in headings
    )


def _alone(title: str, sites: set[str]) -> Iterator[str]:
    """The parts of a title that have nothing beside them but a site's name: `Login: why the office is closed` has a story's."""
    parts = [part.strip() for part in _PART.split(title)]
    for at, part in enumerate(parts[:2]):
        others = [p for n, p in enumerate(parts) if n != at and p not in sites]
        if sum(unspaced.words(p) for p in others) <= NAME:
            yield part


_PART = re.compile(r"\s+[|»·•–—-]\s+|\s*\|\s*|:\s+")
