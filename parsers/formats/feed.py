"""RSS 0.9–2.0, RDF (RSS 1.0) and Atom, from bytes: a direct reader for XML, feedparser for what is none.

    bytes | decode | bare            → text without mark, prolog, forbidden characters
          | lxml, strictly           → entries            nearly every feed
          | lxml, after mending      → entries            `&nbsp;`, `AT&T`, `&#0;`
          | feedparser               → entries            everything else (half a feed, crossed tags)

A child of an entry counts as *core* when it is in the entry's own namespace, whatever that is: feeds that put
RSS into a namespace of their own are read like the others. Nothing is resolved over the network.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from functools import lru_cache

from lxml import etree

from parsers.feeds.ampersands import mend
from parsers.feeds.decode import decode
from parsers.feeds.links import MAX_URL, absolute
from parsers.feeds.loose import read_loosely
from parsers.feeds.model import Feed, FeedEntry, FeedFormat, NotAFeed, NotAFeedKind, TextKind
from parsers.feeds.text import plain

MEDIA_TYPES = ("application/rss+xml", "application/atom+xml", "application/rdf+xml")

MAX_ENTRIES = 2000
"""Entries read of one feed; the rest is counted in `Feed.dropped`."""

FAMILIES: tuple[tuple[str, str], ...] = (
    ("purl.org/rss/1.0/modules/content", "content"),
    ("/2005/atom", "atom"),
    ("purl.org/atom", "atom"),
    ("purl.org/dc/", "dc"),
    ("search.yahoo.com/mrss", "media"),
    ("itunes.com/dtds", "itunes"),
    ("feedburner", "feedburner"),
    ("purl.org/rss/1.0/modules/syndication", "sy"),
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
AUTHOR = ("dc:creator", "core:author", "atom:author", "itunes:author", "dc:contributor")
"""Where each thing may stand, best first. `core` is the entry's own namespace."""

_RDF_ABOUT = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}about"
_XML_BASE = "{http://www.w3.org/XML/1998/namespace}base"
_XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"

_PROLOG = re.compile(r"<\?xml\b[^>]*\?>")
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
_ROOT = re.compile(r"<(?:[A-Za-z_][\w.-]*:)?([A-Za-z][\w.-]*)")
_NOISE = re.compile(r"\s+|<!--.*?-->|<\?.*?\?>|<!DOCTYPE(?:[^\[>]|\[[^\]]*\])*>", re.DOTALL | re.IGNORECASE)
_MAIL_NAME = re.compile(r"^\s*\S+@\S+\s+\((.{1,100})\)\s*$")

Parts = dict[str, list[etree._Element]]


def read_feed(
    payload: bytes, *, url: str | None = None, charset: str | None = None, most: int = MAX_ENTRIES
) -> Feed | NotAFeed:
    """A feed from its bytes. `url` is where they came from (relative links), `charset` what HTTP declared,
    `most` how many entries are read.

    Whatever the bytes are, an answer comes back; what is no feed is named. Linear in the length of the payload.
    """
    if not payload.strip(b" \t\r\n\0"):
        return NotAFeed(kind="empty", detail="the answer is empty")
    text, found = decode(payload, charset)
    if len(_FORBIDDEN.findall(text, 0, 1000)) > 20:
        return NotAFeed(kind="binary", detail="the address answers with binary data")
    text = _bare(text)
    if refused := _refusal(text):
        return refused
    root = xml_tree(text)
    feed = _from_tree(root, url, found, most) if root is not None else None
    return feed or read_loosely(text, url, found, most)


def _bare(text: str) -> str:
    """The text from its first tag on, without XML declaration and without characters that XML forbids."""
    head = _PROLOG.sub("", text[:2000], count=1)
    text = head + text[2000:]
    if _FORBIDDEN.search(text):
        text = _FORBIDDEN.sub("", text)
    start = text.find("<")
    return text[start:] if 0 <= start <= 2000 else text.lstrip()


def root_name(text: str) -> str:
    """The name of the first element in lower case without prefix; empty when the text has none near its start."""
    at = 0
    while noise := _NOISE.match(text, at):
        at = noise.end()
    found = _ROOT.match(text, at)
    return found[1].lower() if found else ""


def _refusal(text: str) -> NotAFeed | None:
    """What the text is when it is no feed at all."""
    root = root_name(text)
    if root in ("rss", "feed", "rdf", "channel"):
        return None
    if root == "html" or re.match(r"(?is)<!doctype\s+html|<(head|body|div|script|meta)\b", text):
        return NotAFeed(kind="html", detail="the address answers with a web page, not with a feed")
    if root in ("urlset", "sitemapindex"):
        return NotAFeed(kind="sitemap", detail="the address answers with a sitemap, not with a feed")
    if root == "opml":
        return NotAFeed(
            kind="opml", detail="the address answers with an OPML list of feeds: import it with `newsdesk feeds import`"
        )
    if root:
        return NotAFeed(kind="xml", detail=f"the address answers with XML of another kind (<{root}>)")
    kind: NotAFeedKind = "json" if text.startswith(("{", "[")) else "text"
    return NotAFeed(kind=kind, detail="the address answers with text that is no feed")


# ------------------------------------------------------------------------------------------------------- XML


def xml_tree(text: str) -> etree._Element | None:
    """The root of an XML text, mended where that is safe; None when it is no XML."""
    text = _bare(text)
    for attempt in (text, None):
        try:
            return etree.fromstring((attempt or mend(text)).encode("utf-8", "replace"), _parser())
        except (etree.XMLSyntaxError, ValueError):
            continue
    return None


def _parser() -> etree.XMLParser:
    """Strict, deaf to the network; libxml2's own limits on depth, text length and entity growth stay on."""
    # lxml resolves internal entities only, by default
    return etree.XMLParser(
        encoding="utf-8",
        no_network=True,
        load_dtd=False,
        remove_comments=True,
        remove_pis=True,
    )


@lru_cache(maxsize=4096)
def _key(tag: str, core: str) -> str:
    """`family:localname` in lower case of a tag, as seen from an entry in namespace `core`."""
    namespace, _, local = tag[1:].rpartition("}") if tag[:1] == "{" else ("", "", tag)
    if namespace == core:
        return f"core:{local.lower()}"
    known = namespace.lower()
    return f"{next((name for part, name in FAMILIES if part in known), 'core' if not namespace else 'other')}:{local.lower()}"


def _namespace(tag: str) -> str:
    return tag[1:].partition("}")[0] if tag[:1] == "{" else ""


def _parts(element: etree._Element) -> Parts:
    core = _namespace(element.tag)
    parts: Parts = {}
    for child in element:
        if isinstance(child.tag, str):
            parts.setdefault(_key(child.tag, core), []).append(child)
    for group in parts.get("media:group", ()):
        for child in group:
            parts.setdefault(_key(child.tag, core), []).append(child)
    return parts


def _from_tree(root: etree._Element, url: str | None, charset: str, most: int) -> Feed | None:
    """The feed in a tree; None when the tree holds no channel (the forgiving reader looks again)."""
    kind = _key(root.tag, _namespace(root.tag)).removeprefix("core:")
    top = _parts(root)
    channels = top.get("core:channel") or [e for k, es in top.items() if k.endswith(":channel") for e in es]
    channel = root if kind in ("feed", "channel") else next(iter(channels), None)
    if channel is None:
        return None
    head = _parts(channel)
    form: FeedFormat = "atom" if kind == "feed" else "rdf" if kind == "rdf" else "rss"
    base = channel.get(_XML_BASE) or root.get(_XML_BASE) or url
    link = _link(head, base)
    items = list(_items(root, channel))
    return Feed(
        format=form,
        charset=charset,
        title=plain(_first(head, TITLE)),
        link=link,
        self_link=_rel(head, "self", url),
        next_link=_rel(head, "next", url),
        language=_first(head, ("core:language", "dc:language")) or channel.get(_XML_LANG) or root.get(_XML_LANG),
        publisher=_publisher(head),
        ttl=_ttl(head),
        entries=tuple(_entry(item, base or link) for item in items[:most]),
        dropped=(("too_many_entries", len(items) - most),) if len(items) > most else (),
    )


def _items(root: etree._Element, channel: etree._Element) -> Iterator[etree._Element]:
    """The entries: children of the channel (RSS, Atom) or of the root (RSS 0.9 and 1.0), once each."""
    for parent in (channel,) if channel is root else (channel, root):
        for child in parent:
            if isinstance(child.tag, str):
                name = child.tag.rpartition("}")[2].lower()
                if name in ("item", "entry"):
                    yield child
                elif name == "items":
                    yield from (
                        e for e in child if isinstance(e.tag, str) and e.tag.rpartition("}")[2].lower() == "item"
                    )


def _entry(item: etree._Element, base: str | None) -> FeedEntry:
    parts = _parts(item)
    base = item.get(_XML_BASE) or base
    content, content_kind = _marked_up(parts, CONTENT)
    summary, summary_kind = _marked_up(parts, SUMMARY)
    source = next(iter(parts.get("core:source", ())), None)
    guid = _first(parts, GUID) or item.get(_RDF_ABOUT)
    return FeedEntry(
        guid=guid[:MAX_URL] if guid else None,
        link=_link(parts, base) or _permalink(parts, item, base),
        title=plain(_first(parts, TITLE)),
        content=content,
        content_kind=content_kind,
        summary=summary,
        summary_kind=summary_kind,
        authors=_authors(parts),
        published=_first(parts, PUBLISHED) or None,
        updated=_first(parts, UPDATED) or None,
        language=_first(parts, ("dc:language", "core:language")) or item.get(_XML_LANG),
        categories=_categories(parts),
        source_title=_source_title(source),
        source_link=absolute(source.get("url")) if source is not None else None,
    )


def _text(element: etree._Element) -> str:
    """All text in an element, trimmed."""
    return "".join(map(str, element.itertext())).strip() if len(element) else (element.text or "").strip()


def _first(parts: Parts, keys: tuple[str, ...]) -> str:
    """The first text that is not empty among the places where it may stand."""
    for key in keys:
        for element in parts.get(key, ()):
            if text := _text(element):
                return text
    return ""


def _marked_up(parts: Parts, keys: tuple[str, ...]) -> tuple[str, TextKind]:
    """The longest text at the first place that has one, and whether it is markup."""
    for key in keys:
        texts = sorted((_inner(e) for e in parts.get(key, ())), key=lambda t: len(t[0]))
        if texts and texts[-1][0]:
            return texts[-1]
    return "", "html"


def _inner(element: etree._Element) -> tuple[str, TextKind]:
    kind = (element.get("type") or "").lower()
    if len(element):
        inner = [html.escape(element.text or "", quote=False)]
        inner += [etree.tostring(child, encoding="unicode") for child in element]
        return "".join(inner).strip(), "html"
    text = (element.text or "").strip()
    atom = "atom" in _namespace(element.tag).lower()
    if kind and kind not in ("html", "xhtml", "text") and not kind.startswith("text/"):
        return "", "html"  # pictures and attachments in base64
    return text, "text" if kind in ("text", "text/plain") or (atom and not kind) else "html"


def _link(parts: Parts, base: str | None) -> str | None:
    """Where the entry can be read: FeedBurner's original, else the alternate link, else the link's text."""
    if original := absolute(_first(parts, ("feedburner:origlink",))):
        return original
    links = parts.get("core:link", []) + parts.get("atom:link", [])
    alternates = [e for e in links if e.get("href") and (e.get("rel") or "alternate") == "alternate"]
    alternates.sort(key=lambda e: "html" not in (e.get("type") or "html"))
    for element in alternates:
        if found := absolute(element.get("href"), element.get(_XML_BASE) or base):
            return found
    return next((found for e in links if (found := absolute(e.text, base))), None)


def _permalink(parts: Parts, item: etree._Element, base: str | None) -> str | None:
    """The GUID, when it says that it is an address."""
    for element in parts.get("core:guid", ()):
        if element.get("isPermaLink", "true").lower() != "false" and _text(element).startswith("http"):
            return absolute(_text(element), base)
    return absolute(item.get(_RDF_ABOUT), base)


def _rel(parts: Parts, rel: str, base: str | None) -> str | None:
    links = parts.get("atom:link", []) + parts.get("core:link", [])
    return next((absolute(e.get("href"), base) for e in links if e.get("rel") == rel), None)


def _authors(parts: Parts) -> tuple[str, ...]:
    """The names of the authors, each once, in the order given; `mail (Name)` gives the name."""
    for key in AUTHOR:
        names = [_author(e) for e in parts.get(key, ())]
        if found := tuple(dict.fromkeys(n for n in names if n)):
            return found
    return ()


def _author(element: etree._Element) -> str:
    named = [e for e in element if isinstance(e.tag, str) and e.tag.rpartition("}")[2].lower() == "name"]
    text = plain(_text(named[0]) if named else "" if len(element) else _text(element))
    mail = _MAIL_NAME.match(text)
    return mail[1] if mail else "" if "@" in text and " " not in text else text[:200]


def _categories(parts: Parts) -> tuple[str, ...]:
    found = (
        e.get("label") or e.get("term") or _text(e)
        for k in ("core:category", "atom:category", "dc:subject")
        for e in parts.get(k, ())
    )
    return tuple(dict.fromkeys(c for c in map(plain, found) if c))[:50]


def _source_title(source: etree._Element | None) -> str | None:
    if source is None:
        return None
    titles = [e for e in source if isinstance(e.tag, str) and e.tag.endswith("title")]
    return plain(_text(titles[0]) if titles else _text(source)) or None


def _publisher(head: Parts) -> str | None:
    return plain(_first(head, ("dc:publisher",))) or next((_author(e) for e in head.get("core:author", ())), "") or None


def _ttl(head: Parts) -> int | None:
    """Minutes between polls that the publisher asks for."""
    minutes = _first(head, ("core:ttl",))
    if minutes.isdigit() and len(minutes) < 7:
        return int(minutes)
    period = {"hourly": 60, "daily": 1440, "weekly": 10080, "monthly": 43200, "yearly": 525600}.get(
        _first(head, ("sy:updateperiod",)).lower()
    )
    times = _first(head, ("sy:updatefrequency",))
    return max(1, period // max(1, int(times) if times.isdigit() and len(times) < 6 else 1)) if period else None
