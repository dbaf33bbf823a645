"""OPML both ways (http://opml.org/spec2.opml): lists of feeds as other readers export and import them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from email.utils import format_datetime
from itertools import groupby

from lxml import etree

from parsers.feeds.decode import decode
from parsers.feeds.links import absolute
from parsers.feeds.text import plain
from parsers.formats.feed import xml_tree

MOST = 20_000
"""Outlines read from one file."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Subscription:
    """A feed as a person names it. `folder` is the path of the folders it is in, joined by ` / `."""

    url: str
    title: str = ""
    site: str | None = None
    folder: str = ""


def read_opml(payload: bytes) -> tuple[Subscription, ...] | None:
    """The feeds in an OPML file, each once (the first counts), with their folders at any depth; None when it is none."""
    root = xml_tree(decode(payload)[0])
    if root is None or root.tag.lower() != "opml":
        return None
    found: dict[str, Subscription] = {}
    for outline, folders in _outlines(root):
        url = absolute(outline.get("xmlUrl") or outline.get("xmlurl"))
        if url and len(found) < MOST:
            title = plain(outline.get("title") or outline.get("text") or "")
            site = absolute(outline.get("htmlUrl") or outline.get("htmlurl"))
            folder = " / ".join(folders) or _category(outline)
            found.setdefault(url, Subscription(url=url, title=title, site=site, folder=folder))
    return tuple(found.values())


def _outlines(root: etree._Element) -> Iterator[tuple[etree._Element, tuple[str, ...]]]:
    """Every outline with the names of the outlines it is in; by a stack, because nesting may be deep."""
    stack: list[tuple[etree._Element, tuple[str, ...]]] = [(e, ()) for e in reversed(root.findall("body/outline"))]
    while stack:
        outline, folders = stack.pop()
        yield outline, folders
        name = plain(outline.get("title") or outline.get("text") or "")
        stack.extend((child, (*folders, name) if name else folders) for child in reversed(outline.findall("outline")))


def _category(outline: etree._Element) -> str:
    """The first category (`/news/asia,/video`) as a folder."""
    first = (outline.get("category") or "").split(",")[0].strip().strip("/")
    return " / ".join(p.strip() for p in first.split("/") if p.strip())


def write_opml(subscriptions: Iterable[Subscription], *, title: str, now: datetime) -> bytes:
    """An OPML 2.0 file; one level of folders, sorted, because most readers know no more."""
    root = etree.Element("opml", version="2.0")
    head = etree.SubElement(root, "head")
    etree.SubElement(head, "title").text = title
    etree.SubElement(head, "dateCreated").text = format_datetime(now)
    body = etree.SubElement(root, "body")
    for folder, group in groupby(
        sorted(subscriptions, key=lambda s: (s.folder, s.title, s.url)), key=lambda s: s.folder
    ):
        parent = etree.SubElement(body, "outline", text=folder, title=folder) if folder else body
        for feed in group:
            name = feed.title or feed.url
            outline = etree.SubElement(parent, "outline", type="rss", text=name, title=name, xmlUrl=feed.url)
            if feed.site:
                outline.set("htmlUrl", feed.site)
    return bytes(etree.tostring(root, xml_declaration=True, encoding="utf-8", pretty_print=True))
