"""RSS 0.9–2.0, RDF (RSS 1.0), Atom and news sitemaps, from bytes: a direct reader for XML, feedparser for what is none.

    bytes | decode | bare            → text without mark, prolog, forbidden characters
          | lxml, strictly           → entries            nearly every feed
          | lxml, after mending      → entries            `&nbsp;`, `AT&T`, `&#0;`
          | feedparser               → entries            everything else (half a feed, crossed tags)

A child of an entry counts as *core* when it is in the entry's own namespace, whatever that is: feeds that put
RSS into a namespace of their own are read like the others. Nothing is resolved over the network.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from lxml import etree

from parsers import declared_entities
from parsers.errors import Rejected
from parsers.feeds.ampersands import mend
from parsers.feeds.decode import decode
from parsers.feeds.loose import read_loosely
from parsers.feeds.model import Feed, FeedEntry, FeedFormat, NotAFeed, NotAFeedKind
from parsers.feeds.text import plain
from parsers.feeds.wrapped import unwrapped
from parsers.formats import sitemap
from parsers.formats.blocks import hidden, shown
from parsers.formats.feed_entry import (
    XML_LANG,
    Parts,
    author,
    based,
    entry,
    first,
    key_of,
    link,
    namespace,
    parts_of,
    rel,
    rels,
    title_of,
)

MEDIA_TYPES = ("application/rss+xml", "application/atom+xml", "application/rdf+xml")

MAX_ENTRIES = 2000
"""Entries read of one feed; the rest is counted in `Feed.dropped`."""

_PROLOG = re.compile(r"<\?xml\b[^>]*\?>")
_PICTURES = re.compile("[\u2400-\u241f]")
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
_CONTROLS = bytes((*range(9), 11, 12, *range(14, 32)))
"""The bytes of control characters in all charsets that have ASCII in them; UTF-16 is full of them."""

_ROOT = re.compile(r"<(?:[A-Za-z_][\w.-]*:)?([A-Za-z][\w.-]*)")
_NOISE = re.compile(r"\s+|<!--.*?-->|<\?.*?\?>|<!DOCTYPE(?:[^\[>]|\[[^\]]*\])*>", re.DOTALL | re.IGNORECASE)


def read_feed(
    payload: bytes, *, url: str | None = None, charset: str | None = None, most: int = MAX_ENTRIES
) -> Feed | NotAFeed:
    """A feed from its bytes. `url` is where they came from (relative links), `charset` what HTTP declared.

    At most `most` entries are read; the rest is counted in `Feed.dropped`. Whatever the bytes are, an answer comes
    back; what is no feed is named. Linear in the length of the payload.
    """
    if not payload.strip(b" \t\r\n\0"):
        return NotAFeed(kind="empty", detail="the answer is empty")
    text, found = decode(payload, charset)
    printed = len(payload.translate(None, _CONTROLS)) == len(payload)  # much quicker than a look at each character
    if not printed and len(_FORBIDDEN.findall(text, 0, 1000)) > 20:
        return NotAFeed(kind="binary", detail="the address answers with binary data")
    text = text.replace("\0", "")
    odd = not printed and shown(text) is not text
    sound = "\ufffe" not in text and "\uffff" not in text if printed else text.isascii()
    clean = sound and not odd  # then a second look for forbidden characters finds none
    bare = _from_first_tag(_undeclared(text)) if clean else _bare(text)
    try:
        text = unwrapped(declared_entities.expanded(bare))
    except Rejected as error:
        return NotAFeed(kind="entities", detail=error.detail)
    text = text if text is bare else _bare(text)
    name = root_name(text)
    if name not in _FEEDS and (refused := _refusal(text)):
        return refused
    root = _tree(text)
    if name in sitemap.ROOTS:
        broken = NotAFeed(kind="sitemap", detail="the address answers with a sitemap that is no XML")
        return sitemap.read(root, url, found, most) if root is not None else broken
    feed = (_from_tree(root, url, found, most) if root is not None else None) or read_loosely(text, url, found, most)
    if root is not None and isinstance(feed, Feed) and not feed.entries and (stranger := _stranger(root)):
        return NotAFeed(
            kind="xml", detail=f"the feed's entries are <{stranger}> elements, which no version of RSS or Atom has"
        )
    return replace(feed, entries=tuple(map(_as_they_came, feed.entries))) if odd and isinstance(feed, Feed) else feed


def _as_they_came(entry: FeedEntry) -> FeedEntry:
    """The entry with control characters instead of their pictures: what is done with them is on record later."""
    return replace(
        entry, content=hidden(entry.content), summary=hidden(entry.summary), title=_PICTURES.sub("", entry.title)
    )


def _bare(text: str) -> str:
    """The text from its first tag on, without XML declaration; characters that XML forbids are pictures, or are gone."""
    text = _undeclared(text)
    if _FORBIDDEN.search(text):
        text = _FORBIDDEN.sub("", shown(text))
    return _from_first_tag(text)


def _undeclared(text: str) -> str:
    """The text without XML declaration."""
    return _PROLOG.sub("", text[:2000], count=1) + text[2000:]


def _from_first_tag(text: str) -> str:
    start = text.find("<")
    return text[start:] if 0 <= start <= 2000 else text.lstrip()


def root_name(text: str) -> str:
    """The name of the first element in lower case without prefix; empty when the text has none near its start."""
    at = 0
    while noise := _NOISE.match(text, at):
        at = noise.end()
    found = _ROOT.match(text, at)
    return found[1].lower() if found else ""


_FEEDS = frozenset(("rss", "feed", "rdf", "channel", *sitemap.ROOTS))


def _refusal(text: str) -> NotAFeed | None:
    """What the text is when it is no feed at all."""
    root = root_name(text)
    if root in _FEEDS:
        return None
    if root == "html" or re.match(r"(?is)<!doctype\s+html|<(head|body|div|script|meta)\b", text):
        return NotAFeed(kind="html", detail="the address answers with a web page, not with a feed")
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
    return _tree(_bare(text))


def _tree(text: str) -> etree._Element | None:
    """The same, of a text from its first tag on."""
    for attempt in (str, mend, _declared, lambda t: _declared(mend(t))):
        try:
            return etree.fromstring(attempt(text).encode("utf-8", "replace"), _parser())
        except (etree.XMLSyntaxError, ValueError):
            continue
    return None


_PREFIX = re.compile(r"</?([A-Za-z_][\w.-]{0,40}):[A-Za-z_]")
_PREFIXES = {
    "content": "http://purl.org/rss/1.0/modules/content/", "dc": "http://purl.org/dc/elements/1.1/", "media": "http://search.yahoo.com/mrss/",
    "atom": "http://www.w3.org/2005/Atom", "itunes": "http://www.itunes.com/dtds/podcast-1.0.dtd", "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "sy": "http://purl.org/rss/1.0/modules/syndication/", "feedburner": "http://rssnamespace.org/feedburner/ext/1.0",
}  # fmt: skip


def _declared(text: str) -> str:
    """The text with the prefixes declared that it uses and does not declare."""
    missing = [p for p in sorted(set(_PREFIX.findall(text))) if f"xmlns:{p}" not in text and p != "xml"]
    if not missing:
        return text
    names = "".join(f' xmlns:{p}="{_PREFIXES.get(p, "urn:undeclared:" + p)}"' for p in missing[:50])
    return _FIRST_TAG.sub(lambda m: m.group() + names, text, count=1)


_FIRST_TAG = re.compile(r"<[A-Za-z_][\w.:-]*")


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


def _from_tree(root: etree._Element, url: str | None, charset: str, most: int) -> Feed | None:
    """The feed in a tree; None when the tree holds no channel (the forgiving reader looks again)."""
    kind = key_of(root.tag, namespace(root.tag)).removeprefix("core:")
    top = parts_of(root)
    channels = top.get("core:channel") or [e for k, es in top.items() if k.endswith(":channel") for e in es]
    channel = root if kind in ("feed", "channel") else next(iter(channels), None)
    if channel is None:
        return None
    head = parts_of(channel)
    form: FeedFormat = "atom" if kind == "feed" else "rdf" if kind == "rdf" else "rss"
    self_link = rel(head, "self", url)
    around = url or self_link
    base = based(channel, based(root, around) if channel is not root else around)
    home = link(head, base)
    items = list(_items(root, channel))
    return Feed(
        format=form,
        charset=charset,
        title=title_of(head),
        link=home,
        self_link=self_link,
        next_link=rel(head, "next", url),
        prev_archive=rel(head, "prev-archive", url),
        current_link=rel(head, "current", url),
        hubs=rels(head, "hub", url),
        language=first(head, ("core:language", "dc:language")) or channel.get(XML_LANG) or root.get(XML_LANG),
        publisher=_publisher(head),
        ttl=_ttl(head),
        entries=tuple(entry(item, base or home) for item in items[:most]),
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


_HOLDS = frozenset(("link", "url", "description", "summary", "content", "text", "body", "pubdate", "date", "published"))
_NO_ENTRY = frozenset(("image", "textinput", "source", "author", "category", "cloud", "skiphours", "skipdays", "owner"))


def _stranger(root: etree._Element) -> str | None:
    """The name of elements of a feed that look like entries and have a name of their own; None when there are none."""
    for element in [e for parent in (root, *root) for e in parent if isinstance(e.tag, str)][:200]:
        name = str(element.tag).rpartition("}")[2]
        inner = {e.tag.rpartition("}")[2].lower() for e in element if isinstance(e.tag, str)}
        if (
            name.lower() not in _NO_ENTRY
            and inner & {"title", "headline"}
            and inner & _HOLDS
            and name.lower() != "channel"
        ):
            return name[:40]
    return None


def _publisher(head: Parts) -> str | None:
    return plain(first(head, ("dc:publisher",))) or next((author(e) for e in head.get("core:author", ())), "") or None


def _ttl(head: Parts) -> int | None:
    """Minutes between polls that the publisher asks for."""
    minutes = first(head, ("core:ttl",))
    if minutes.isdecimal() and len(minutes) < 7:
        return int(minutes)
    period = {"hourly": 60, "daily": 1440, "weekly": 10080, "monthly": 43200, "yearly": 525600}.get(
        first(head, ("sy:updateperiod",)).lower()
    )
    times = first(head, ("sy:updatefrequency",))
    return max(1, period // max(1, int(times) if times.isdecimal() and len(times) < 6 else 1)) if period else None
