"""One entry of an XML feed: what its elements say, whatever namespaces they are in.

Of several elements for one thing the first that can be *read* counts, not the first that is there: a date that is a
date, a text with words in it.
"""

from __future__ import annotations

import base64
import html
import re
from functools import lru_cache
from urllib.parse import urljoin

from lxml import etree

from parsers.feeds import enclosures
from parsers.feeds.links import MAX_URL, absolute
from parsers.feeds.model import FeedEntry, TextKind
from parsers.feeds.text import plain
from parsers.fields.dates import parse_date
from parsers.formats.xml import pieces

FAMILIES: tuple[tuple[str, str], ...] = (
    ("purl.org/rss/1.0/modules/content", "content"),
    ("/2005/atom", "atom"),
    ("purl.org/atom", "atom"),
    ("purl.org/dc/", "dc"),
    ("search.yahoo.com/mrss", "media"),
    ("itunes.com/dtds", "itunes"),
    ("feedburner", "feedburner"),
    ("purl.org/rss/1.0/modules/syndication", "sy"),
    ("podcastindex", "podcast"),
    ("news.yandex.ru", "yandex"),
    ("1999/xhtml", "xhtml"),
    ("rdf-syntax", "rdf"),
)
"""A part of the namespace's address in lower case, and the name we use: versions and slashes of them vary in the wild."""

CONTENT = (
    "content:encoded",
    "core:content",
    "atom:content",
    "yandex:full-text",
    "core:full-text",
    "core:fulltext",
    "xhtml:body",
    "xhtml:div",
)
SUMMARY = (
    "core:description",
    "core:summary",
    "atom:summary",
    "dc:abstract",
    "dc:description",
    "media:description",
    "itunes:summary",
)
TITLE = ("core:title", "atom:title", "dc:title", "media:title", "itunes:title")
GUID = ("core:guid", "core:id", "atom:id", "dc:identifier")
PUBLISHED = (
    "core:pubdate",
    "core:published",
    "atom:published",
    "dc:issued",
    "core:issued",
    "dc:created",
    "core:created",
    "dc:date",
    "core:date",
)
UPDATED = ("core:updated", "atom:updated", "dc:modified", "core:modified", "atom:modified")
CATEGORY = ("core:category", "atom:category", "dc:subject")
AUTHOR = ("dc:creator", "core:author", "atom:author", "itunes:author", "dc:contributor")
"""Where each thing may stand, best first. `core` is the entry's own namespace."""

_RDF_ABOUT = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}about"
XML_BASE = "{http://www.w3.org/XML/1998/namespace}base"
XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"

_MAIL_NAME = re.compile(r"\s*\S+@\S+\s+\((.{1,100})\)\s*|(.{1,100}?)\s+[(<]\S+@\S+[)>]\s*")
_TAG = re.compile(r"<[^<>]{0,2000}>")

_TAG_OR_LETTER = re.compile(rf"{_TAG.pattern}|[^\W_]")

Parts = dict[str, list[etree._Element]]

FULLER = 1.5
"""A summary with so many times the letters of the content is the text, and the content its teaser or its picture."""


@lru_cache(maxsize=4096)
def key_of(tag: str, core: str) -> str:
    """`family:localname` in lower case of a tag, as seen from an entry in namespace `core`."""
    namespace, _, local = tag[1:].rpartition("}") if tag[:1] == "{" else ("", "", tag)
    if namespace == core:
        return f"core:{local.lower()}"
    known = namespace.lower()
    return f"{next((name for part, name in FAMILIES if part in known), 'core' if not namespace else 'other')}:{local.lower()}"


def namespace(tag: str) -> str:
    """The namespace of a tag as lxml writes it; empty for none."""
    return tag[1:].partition("}")[0] if tag[:1] == "{" else ""


def parts_of(element: etree._Element) -> Parts:
    """The children of an element by family and name, those of `media:group` among them."""
    core = namespace(element.tag)
    parts: Parts = {}
    for child in element:
        tag = child.tag  # lxml makes it anew each time
        if isinstance(tag, str):
            parts.setdefault(key_of(tag, core), []).append(child)
    for group in parts.get("media:group", ()):
        for child in group:
            parts.setdefault(key_of(child.tag, core), []).append(child)
    return parts


def entry(item: etree._Element, base: str | None) -> FeedEntry:
    """What an entry says; `base` is the address that its relative links start from."""
    parts = parts_of(item)
    base = based(item, base)
    content, content_kind = _marked_up(parts, CONTENT)
    summary, summary_kind = _marked_up(parts, SUMMARY)
    if content and summary and _letters(summary) > FULLER * _letters(content):
        content, content_kind = "", summary_kind
    source = next(iter(parts.get("core:source", ())), None)
    if source is None and base and "bing.com" in base:
        source = next((e for e in item if isinstance(e.tag, str) and e.tag.endswith("}Source")), None)
    guid = first(parts, GUID) or item.get(_RDF_ABOUT)
    return FeedEntry(
        guid=guid[:MAX_URL] if guid else None,
        link=link(parts, base) or _permalink(parts, item, base) or rel(parts, "self", base),
        title=title_of(parts),
        content=content,
        content_kind=content_kind,
        summary=summary,
        summary_kind=summary_kind,
        authors=_authors(parts),
        published=_readable(parts, PUBLISHED) or None,
        updated=_readable(parts, UPDATED) or None,
        language=first(parts, ("dc:language", "core:language")) or item.get(XML_LANG),
        categories=_categories(parts),
        source_title=_source_title(source),
        source_link=_source_link(source),
        enclosures=enclosures.of_parts(parts, base) if _may_attach(parts) else (),
    )


def _may_attach(parts: Parts) -> bool:
    """Whether an entry may have sound or video: hardly any entry of news has, and most have one link."""
    if "core:enclosure" in parts or "media:content" in parts or "podcast:transcript" in parts:
        return True
    links = parts.get("core:link") or parts.get("atom:link") or ()
    return len(links) > 1 or (len(links) == 1 and links[0].get("rel") == "enclosure")


def based(element: etree._Element, base: str | None) -> str | None:
    """The base of what is in an element: its own `xml:base`, itself relative to the base around it (RFC 3986, 5.1.1)."""
    own = element.get(XML_BASE)
    if not own:
        return base
    try:
        return urljoin(base or "", own.strip())
    except ValueError:
        return base


def title_of(parts: Parts) -> str:
    """The title of an entry or a feed, without markup."""
    for key in TITLE:
        for element in parts.get(key, ()):
            if title := plain(_printed(element), markup=not len(element)):
                return title
    return ""


def _readable(parts: Parts, keys: tuple[str, ...]) -> str:
    """The first date that can be read; of several that cannot, the first."""
    printed = [text for key in keys if key in parts for element in parts[key] if (text := text_of(element))]
    if len(printed) < 2:
        return printed[0] if printed else ""
    return next((text for text in printed if parse_date(text)), printed[0])


def _letters(text: str) -> int:
    """Characters outside of tags."""
    return len(text) - sum(map(len, _TAG.findall(text))) if "<" in text else len(text)


def _has_words(text: str) -> bool:
    """Whether there are words outside of tags: pictures, frames and empty paragraphs have none."""
    if text[:1] != "<":
        return any(map(str.isalnum, text))
    return any(found.group()[0] != "<" for found in _TAG_OR_LETTER.finditer(text))


def text_of(element: etree._Element) -> str:
    """All text in an element, trimmed."""
    return "".join(pieces(element)).strip() if len(element) else (element.text or "").strip()


def _printed(element: etree._Element) -> str:
    """The text of an element, unpacked where Atom 0.3 says that it is in base64."""
    text = text_of(element)
    return _unpacked(text) if (element.get("mode") or "").lower() == "base64" else text


def first(parts: Parts, keys: tuple[str, ...]) -> str:
    """The first text that is not empty among the places where it may stand."""
    for key in keys:
        if key in parts:
            for element in parts[key]:
                if text := text_of(element):
                    return text
    return ""


def _marked_up(parts: Parts, keys: tuple[str, ...]) -> tuple[str, TextKind]:
    """The text at the first place that has words, and whether it is markup; several elements there are its parts."""
    for key in keys:
        if key not in parts:
            continue
        texts = [t for e in parts[key] if _has_words((t := _inner(e))[0])]
        if len(texts) == 1:
            return texts[0]
        if texts:
            longest = max(texts, key=lambda t: len(t[0]))
            distinct = [t for t in dict.fromkeys(texts) if t is longest or t[0] not in longest[0]]
            if len(distinct) == 1 or len({kind for _, kind in distinct}) > 1:
                return longest
            return "\n\n".join(text for text, _ in distinct), longest[1]
    return "", "html"


def _inner(element: etree._Element) -> tuple[str, TextKind]:
    kind = (element.get("type") or "").lower()
    if len(element):
        inner = [html.escape(element.text or "", quote=False)]
        inner += [etree.tostring(child, encoding="unicode") for child in element]
        return "".join(inner).strip(), "html"
    text = (element.text or "").strip()
    atom, media = _family(element.tag)
    if (element.get("mode") or "").lower() == "base64":  # Atom 0.3
        text = _unpacked(text)
    elif "/" in kind and not kind.startswith("text/"):  # `CDATA` and other words of generators are no media types
        return _attached(text, kind)
    plain_media = media and kind in ("", "plain") and not _TAG.search(text)  # Media RSS: plain unless it says html
    return text, "text" if kind in ("text", "text/plain") or (atom and not kind) or plain_media else "html"


@lru_cache(maxsize=1024)
def _family(tag: str) -> tuple[bool, bool]:
    """Whether a tag is Atom's, and whether it is Media RSS's."""
    return "atom" in namespace(tag).lower(), _MEDIA in tag


_BASE64 = re.compile(r"[A-Za-z0-9+/\s]{16,}={0,2}\s*")


def _attached(text: str, kind: str) -> tuple[str, TextKind]:
    """The text that is packed in base64 (RFC 4287, 4.1.3.3); nothing for pictures and other attachments."""
    if kind.startswith(("image/", "audio/", "video/", "font/")) or not _BASE64.fullmatch(text):
        return "", "html"
    try:
        inner = base64.b64decode(text, validate=False).decode("utf-8").strip()
    except ValueError:
        return "", "html"
    return ("", "html") if _BINARY.search(inner) else (inner, "html" if _TAG.search(inner) else "text")


_BINARY = re.compile(r"[\x00-\x08\x0e-\x1f]")
_MEDIA = "{http://search.yahoo.com/mrss/}"


def _unpacked(text: str) -> str:
    try:
        return base64.b64decode(text, validate=False).decode("utf-8", "replace")
    except ValueError:
        return ""


_ORIGINAL = "feedburner:origlink"


def link(parts: Parts, base: str | None) -> str | None:
    """Where the entry can be read: FeedBurner's original, else the alternate link, else the link's text."""
    if _ORIGINAL in parts and (original := absolute(first(parts, (_ORIGINAL,)))):
        return original
    links = parts.get("core:link") or []
    if "atom:link" in parts:
        links = links + parts["atom:link"]
    alternates = [e for e in links if e.get("href") and "alternate" in _relations(e)]
    if len(alternates) > 1:
        alternates.sort(key=lambda e: "html" not in (e.get("type") or "html"))
    for element in alternates:
        if found := absolute(element.get("href"), based(element, base)):
            return found
    return next((found for e in links if (found := absolute(e.text, based(e, base)))), None)


def _permalink(parts: Parts, item: etree._Element, base: str | None) -> str | None:
    """The GUID, when it says that it is an address; Atom's id, when it is one."""
    for element in parts.get("core:guid", ()):
        if element.get("isPermaLink", "true").lower() != "false" and text_of(element).startswith("http"):
            return absolute(text_of(element), base)
    identity = first(parts, ("core:id", "atom:id"))
    return absolute(item.get(_RDF_ABOUT), base) or (absolute(identity) if identity.startswith("http") else None)


def rel(parts: Parts, name: str, base: str | None) -> str | None:
    """The address of the first link with this relation."""
    return next(iter(rels(parts, name, base)), None)


def rels(parts: Parts, name: str, base: str | None) -> tuple[str, ...]:
    """The addresses of the links with this relation, each once, at most ten."""
    links = parts.get("atom:link", []) + parts.get("core:link", [])
    found = (absolute(e.get("href"), based(e, base)) for e in links if name in _relations(e))
    return tuple(dict.fromkeys(a for a in found if a))[:10]


_ALTERNATE = ["alternate"]
_REGISTRY = "http://www.iana.org/assignments/relation/"


def _relations(element: etree._Element) -> list[str]:
    """The relations of a link, without the address of their registry (RFC 4287, 4.2.7.2); a link without one is the alternate."""
    said = element.get("rel")
    if not said or said == "alternate":
        return _ALTERNATE
    return [r.removeprefix(_REGISTRY) for r in said.lower().split()]


def _authors(parts: Parts) -> tuple[str, ...]:
    """The names of the authors, each once, in the order given; `mail (Name)` and `Name (mail)` give the name."""
    for key in AUTHOR:
        names = [author(e) for e in parts[key]] if key in parts else []
        if found := tuple(dict.fromkeys(n for n in names if n)):
            return found
    return ()


def author(element: etree._Element) -> str:
    """A person's name in an element, empty for a bare address."""
    named = [e for e in element if isinstance(e.tag, str) and e.tag.rpartition("}")[2].lower() == "name"]
    text = plain(text_of(named[0]) if named else "" if len(element) else text_of(element))
    if "@" not in text:
        return text[:200]
    mail = _MAIL_NAME.fullmatch(text)
    return (mail[1] or mail[2]) if mail else "" if " " not in text else text[:200]


def _categories(parts: Parts) -> tuple[str, ...]:
    if not any(map(parts.__contains__, CATEGORY)):
        return ()
    found = (e.get("label") or e.get("term") or text_of(e) for k in CATEGORY for e in parts.get(k, ()))
    return tuple(dict.fromkeys(c for c in map(plain, found) if c))[:50]


def _source_title(source: etree._Element | None) -> str | None:
    """Whose entry it is, where a feed gathers those of others (RSS `source`, Atom `source`)."""
    if source is None:
        return None
    titles = [e for e in source if isinstance(e.tag, str) and e.tag.endswith("title")]
    return plain(text_of(titles[0]) if titles else "" if len(source) else text_of(source)) or None


def _source_link(source: etree._Element | None) -> str | None:
    if source is None:
        return None
    if named := absolute(source.get("url") or source.get("src")):
        return named
    parts = parts_of(source)
    return link(parts, None) or rel(parts, "self", None)
