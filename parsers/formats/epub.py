"""EPUB 2 and 3: the documents of its spine in reading order; covers, title pages and tables of contents are none.

A book of one text is one article with the book's own title; of several, each is a member.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from urllib.parse import unquote

from lxml import etree

from parsers.charset import decode
from parsers.errors import Rejected
from parsers.formats import said, unspaced
from parsers.formats.blocks import of_markup
from parsers.formats.look import Kind, Look
from parsers.formats.packages import Package
from parsers.formats.pieces import Fault, Inside, Limits, Part
from parsers.formats.source import Source
from parsers.formats.xml import local
from parsers.model import Reason, Statement
from parsers.sniff import HTML

EPUB = "application/epub+zip"
SHORTEST = 30
"""Words that a text has; what has fewer is a cover, a title or a list."""

MOST = 10_000
"""Documents of a book."""

_TAG = re.compile(rb"<[^<>]*>")
_DECLARATION = re.compile(r"\A\s*<\?xml[^>]*\?>")
_ASIDE = ("nav", "toc", "cover", "titlepage", "copyright", "colophon", "index")


def _matches(look: Look) -> bool:
    return look.packed.startswith(b"application/epub+zip") or (
        "META-INF/container.xml" in look.entries and look.ends(".epub")
    )


KINDS = (
    Kind(media_type=EPUB, title="EPUB", matches=_matches, holds="members", endings=(".epub",), library="lxml", limit="64 MB a part"),
)  # fmt: skip


def parts(source: Source, look: Look, limits: Limits) -> Iterator[Inside]:
    """The texts of a book, each as its own page, with what the book says about them."""
    del look
    package = Package(source.whole(limits.document), "EPUB")
    path = _package_document(package)
    root = package.tree(path)
    if root is None:
        raise Rejected("an EPUB without its package document", Reason.MALFORMED, "fetch it again")
    texts = [data for name in _spine(root, path) if (data := package.part(name)) and _is_text(data)]
    if not texts:
        raise Rejected("an EPUB without text", Reason.NO_TEXT, "hand in the documents it was made of")
    about = _metadata(root, whole=len(texts) == 1)
    for number, data in enumerate(texts[:MOST], 1):
        yield Part(ordinal=number, payload=data, media_type=HTML, statements=about)
    if len(texts) > MOST:
        yield Fault(MOST + 1, Reason.TOO_LARGE, f"{len(texts) - MOST:,} texts more were not read", "split the book")


def _package_document(package: Package) -> str:
    container = package.tree("META-INF/container.xml")
    found = (e.get("full-path") for e in container.iter() if local(e) == "rootfile") if container is not None else ()
    return next((path for path in found if path), "") or next(
        (n for n in sorted(package.names) if n.endswith(".opf")), ""
    )


def _spine(root: etree._Element, path: str) -> Iterator[str]:
    """The names of the documents in reading order, without navigation, covers and title pages."""
    items = {e.get("id"): e for e in root.iter() if local(e) == "item"}
    aside = {
        posixpath.basename(unquote((e.get("href") or "").partition("#")[0]))
        for e in root.iter()
        if local(e) == "reference"
        and (e.get("type") or "") in ("cover", "toc", "title-page", "copyright-page", "colophon", "index")
    }
    for reference in (e for e in root.iter() if local(e) == "itemref"):
        item = items.get(reference.get("idref"))
        if item is None or "nav" in (item.get("properties") or "").split():
            continue
        name = unquote((item.get("href") or "").partition("#")[0])
        stem = posixpath.basename(name).rpartition(".")[0].lower().strip("0123456789_-")
        if "html" in (item.get("media-type") or "") and stem not in _ASIDE and posixpath.basename(name) not in aside:
            yield posixpath.normpath(posixpath.join(posixpath.dirname(path), name))


def _is_text(data: bytes) -> bool:
    if data.isascii() and len(_TAG.sub(b" ", data).split()) < SHORTEST:
        return False
    return unspaced.words(of_markup(_DECLARATION.sub("", decode(data, None, "chapter").text))[0]) >= SHORTEST


def _metadata(root: etree._Element, whole: bool) -> tuple[Statement, ...]:
    """What the book says: of its one text the title, of several only what is true of all."""
    held = [(local(e).lower(), " ".join((e.text or "").split()), e) for e in root.iter() if isinstance(e.tag, str)]
    first = {name: text for name, text, _ in reversed(held) if text}
    issued = next((t for n, t, e in held if n == "date" and "modif" not in " ".join(map(str, e.attrib.values()))), None)
    pairs: list[tuple[str, str | None]] = [
        ("headline", first.get("title") if whole else None),
        *(("author", text) for name, text, _ in held if name == "creator"),
        ("publisher", first.get("publisher")),
        ("date_published", issued),
        ("in_language", first.get("language")),
        ("url", first.get("source") if first.get("source", "").startswith("http") else None),
    ]
    return said.all_said(pairs) + said.keywords(text for name, text, _ in held if name == "subject")
