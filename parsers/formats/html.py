"""HTML: a fragment or a whole page to the text of its article, its blocks, and what its head says."""

from __future__ import annotations

import json
import re

from bs4 import BeautifulSoup
from bs4.element import Tag

from parsers.charset import decode, mend
from parsers.formats.blocks import of_tree
from parsers.formats.statements import of_json_ld, of_meta
from parsers.model import Copy, RawDocument, Statement
from parsers.sniff import HTML

MEDIA_TYPES = (HTML,)

_DECLARED = re.compile(
    rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w.:-]+)|<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w.:-]+)""", re.I
)
FURNITURE = ("nav", "header", "footer", "aside", "form", "menu", "dialog")


def read(raw: RawDocument, media_type: str) -> Copy:
    """The copy of an HTML document. Raises Rejected(`undecodable`)."""
    decoded = decode(raw.payload, raw.charset or _declared(raw.payload), raw.source_uri)
    markup, repairs = mend(decoded.text)
    del repairs  # offsets of markup mean nothing in the text of its blocks
    tree = BeautifulSoup(markup, "lxml")
    statements = raw.statements + _head(tree)
    text, blocks = of_tree(_article(tree))
    return Copy(text=text, media_type=media_type, charset=decoded.charset, statements=statements, blocks=blocks)


def _declared(payload: bytes) -> str | None:
    found = _DECLARED.search(payload[:4096])
    return (found.group(1) or found.group(2)).decode("ascii") if found else None


def _article(tree: BeautifulSoup) -> Tag:
    """The element that holds the article: <article> or <main> when it has most of the text, else all without furniture."""
    for element in tree.find_all(FURNITURE):
        element.decompose()
    whole = len(tree.get_text())
    for name in ("article", "main"):
        found = tree.find_all(name)
        if len(found) == 1 and len(found[0].get_text()) > whole / 3:
            return found[0]
    return tree.body or tree


def _head(tree: BeautifulSoup) -> tuple[Statement, ...]:
    statements: list[Statement] = []
    for script in tree.find_all("script", type="application/ld+json"):
        try:
            statements += of_json_ld(json.loads(script.get_text(), strict=False))
        except (ValueError, RecursionError):
            continue  # broken JSON-LD says nothing; the page's other statements stand
    statements += of_meta(
        (str(m.get("property") or m.get("name") or ""), str(m.get("content") or "")) for m in tree.find_all("meta")
    )
    canonical = tree.find("link", rel="canonical")
    if isinstance(canonical, Tag) and canonical.get("href"):
        statements.append(Statement(field="canonical_url", value=str(canonical["href"]), source="html"))
    if isinstance(tree.html, Tag) and tree.html.get("lang"):
        statements.append(Statement(field="in_language", value=str(tree.html["lang"]), source="html"))
    if tree.title and tree.title.get_text(strip=True):
        statements.append(Statement(field="headline", value=tree.title.get_text(strip=True), source="html"))
    return tuple(statements)
