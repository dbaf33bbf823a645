"""Pages read by a site's rules: the pages of one article, as they came, with the rules by which they were read.

The rules are part of the document, so that the same bytes always give the same article, whatever becomes of the file of rules.
Pages are read in order; a block that an earlier page had in the same words (a teaser, a box) is left out.
"""

from __future__ import annotations

import base64
import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from parsers.charset import mend
from parsers.errors import Rejected
from parsers.formats import html, site_configs
from parsers.formats.blocks import of_pieces
from parsers.formats.look import Kind, never
from parsers.model import BlockKind, Copy, RawDocument, Reason, Statement
from parsers.record import changed
from parsers.sniff import HTML, PAGES

MEDIA_TYPES = (PAGES,)

KINDS = (
    Kind(media_type=PAGES, title="pages read by rules of their site", matches=never, holds="document", library="lxml", declared=True),
)  # fmt: skip

SOURCE = "site-rule"
REPEATED = 20
"""Characters from which on a block of an earlier page is not repeated."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One page as it came."""

    url: str
    charset: str | None
    body: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Pages:
    """The pages of an article, the name and the text of its site's rules, and why a page is missing (None: none is)."""

    name: str
    rules: str
    pages: tuple[Page, ...]
    missing: str | None = None


def payload(pages: Pages) -> bytes:
    """The pages as bytes: the same pages always give the same."""
    said = {
        "rules": {"name": pages.name, "text": pages.rules},
        "pages": [
            {"url": p.url, "charset": p.charset, "base64": base64.b64encode(p.body).decode("ascii")}
            for p in pages.pages
        ],
        "missing": pages.missing,
    }
    return json.dumps(said, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "replace")


def pages_of(data: bytes) -> Pages:
    """The pages that `payload` wrote. Raises Rejected(`malformed`)."""
    try:
        said: dict[str, Any] = json.loads(data)
        found = tuple(
            Page(url=str(p["url"]), charset=p["charset"] and str(p["charset"]), body=base64.b64decode(p["base64"]))
            for p in said["pages"]
        )
        rules = said["rules"]
        missing = said["missing"] and str(said["missing"])
        kept = Pages(name=str(rules["name"]), rules=str(rules["text"]), pages=found, missing=missing)
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise Rejected(f"no pages of an article: {error}", Reason.MALFORMED, "poll the feed again") from error
    if not found:
        raise Rejected("no pages of an article: there is none", Reason.MALFORMED, "poll the feed again")
    return kept


def look(page: Page, rules: str) -> site_configs.Ruled:
    """What the rules find on one page. Raises Rejected(`undecodable`)."""
    return site_configs.apply(site_configs.of_text(rules), html.markup_of(_raw(page)), page.url)


def read(raw: RawDocument, media_type: str) -> Copy:
    """The copy of an article from its pages; by the general extraction where the rules find nothing on its first page.

    Raises Rejected(`malformed`, `undecodable`), and what HTML raises.
    """
    kept = pages_of(raw.payload)
    config = site_configs.of_text(kept.rules)
    notes = tuple(f"rules {kept.name}: not XPath 1.0: {line}" for line in config.broken)
    first = changed(_raw(kept.pages[0]), statements=raw.statements, arrived_at=raw.arrived_at)
    ruled = [site_configs.apply(config, html.markup_of(_raw(p)), p.url) for p in kept.pages]
    if not ruled[0].pieces:
        found = html.read(first, HTML)
        return changed(
            found,
            media_type=media_type,
            notes=(*found.notes, *notes, f"rules {kept.name}: no body of theirs is on this page"),
        )
    said, charset = html.head_of(first)
    text, blocks = of_pieces(_joined(ruled))
    missing = (f"rules {kept.name}: {kept.missing}",) if kept.missing else ()
    partial = (Statement(field="is_partial", value="true", source=SOURCE),) if kept.missing else ()
    return Copy(
        text=text, media_type=media_type, charset=charset, statements=(*raw.statements, *_said(ruled[0]), *said, *partial),
        blocks=blocks, notes=(*notes, *missing),
    )  # fmt: skip


def letters_of(data: bytes) -> int:
    """Number of letters of article text in pages; 0 if there is no readable text."""
    raw = RawDocument(raw_document_id="", payload=data, source_uri="", source_kind="page", media_type=PAGES)
    try:
        return sum(map(len, read(raw, PAGES).text.split()))
    except Rejected:
        return 0


def _raw(page: Page) -> RawDocument:
    return RawDocument(
        raw_document_id="",
        payload=page.body,
        source_uri=page.url,
        source_kind="page",
        media_type=HTML,
        charset=page.charset,
    )


def _joined(ruled: Sequence[site_configs.Ruled]) -> list[tuple[BlockKind, str]]:
    """The blocks of all pages; what an earlier page said in the same words is not repeated."""
    before: set[str] = set()
    out: list[tuple[BlockKind, str]] = []
    for page in ruled:
        fresh = [(kind, mend(text)[0]) for kind, text in page.pieces]
        out += [(kind, text) for kind, text in fresh if len(text) < REPEATED or text not in before]
        before |= {text for _, text in fresh}
    return out


def _said(ruled: site_configs.Ruled) -> tuple[Statement, ...]:
    """What the rules say of the article: headline, authors, date."""
    said = (("headline", ruled.title), *(("author", a) for a in ruled.authors), ("date_published", ruled.date))
    return tuple(Statement(field=field, value=value, source=SOURCE) for field, value in said if value)
