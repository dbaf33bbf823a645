"""HTML: a fragment or a whole page to the text of its article, its blocks, and what its head says."""

from __future__ import annotations

import re
from copy import deepcopy
from dataclasses import replace
from datetime import date

from lxml.html import HtmlElement

from parsers.charset import decode, mend
from parsers.errors import Rejected
from parsers.feeds.links import host_of
from parsers.formats import (
    access,
    live,
    page,
    page_comments,
    page_head,
    page_kind,
    page_scripts,
    page_stories,
    saved_page,
)
from parsers.formats.blocks import hidden, of_markup, of_pieces, shown
from parsers.formats.glued import glued
from parsers.formats.page_bylines import CUT
from parsers.formats.raised import with_raised
from parsers.model import Copy, RawDocument, Reason, Repair, Statement
from parsers.record import changed
from parsers.sites import Rule, rule_for
from parsers.sniff import HTML

MEDIA_TYPES = (HTML,)

FORUM = "discussionforumposting"
"""The schema.org type of a page whose text is what people wrote to each other."""

NOTE = "page_note"
"""The field of a statement that is a note, and nothing that the page says."""

_PAGE = re.compile(r"<!doctype\s+html|<html[\s>]|<head[\s>]|<body[\s>]", re.I)


def read(raw: RawDocument, media_type: str) -> Copy:
    """The copy of an HTML document. Raises Rejected(`undecodable`)."""
    decoded = decode(raw.payload, raw.charset or page.declared(raw.payload), raw.source_uri)
    printable = shown(decoded.text)
    markup = with_raised(printable)
    tree = page.tree_of(markup) if _PAGE.search(markup, 0, 4096) else None
    kept = page.elements_of(tree) if tree is not None else []
    notes: tuple[str, ...] = (page.LARGE,) if page.too_large(kept) else ()
    said, text = _page(raw, tree, markup) if tree is not None else _fragment(decoded.text)
    del kept  # until here, so that lxml did not make them anew in each pass
    if printable is not decoded.text:
        text, said = (hidden(text[0]), text[1]), tuple(replace(s, value=hidden(s.value)) for s in said)
    body, blocks = _mended(text)
    removed = _removed([s.value for s in said if s.field == CUT])
    notes += tuple(s.value for s in said if s.field == NOTE)
    others = (s for s in said if s.field not in (CUT, NOTE))
    statements = raw.statements + tuple(s if s.value.isascii() else replace(s, value=mend(s.value)[0]) for s in others)
    statements += saved_page.statements(decoded.text)
    return Copy(
        text=body,
        media_type=media_type,
        charset=decoded.charset,
        statements=statements,
        blocks=blocks,
        repairs=removed,
        notes=notes,
        glued=glued(markup),
    )


def markup_of(raw: RawDocument) -> str:
    """The markup of a page as it is read. Raises Rejected(`undecodable`)."""
    return with_raised(shown(decode(raw.payload, raw.charset or page.declared(raw.payload), raw.source_uri).text))


def head_of(raw: RawDocument) -> tuple[tuple[Statement, ...], str]:
    """What a page says about its article, without the text; and its charset. Raises Rejected(`undecodable`)."""
    charset = decode(raw.payload, raw.charset or page.declared(raw.payload), raw.source_uri).charset
    markup = markup_of(raw)
    tree = page.tree_of(markup)
    said = page_head.read(tree, markup, raw.source_uri).statements if tree is not None else ()
    return tuple(replace(s, value=hidden(mend(s.value)[0])) for s in said if s.field != CUT), charset


def _removed(lines: list[str]) -> tuple[Repair, ...]:
    """Lines that were taken out of the page's head, as if they had been before the text: each is a row of residue."""
    rows: list[Repair] = []
    at = 0
    for line in lines:
        before = f"{line}\n\n"
        rows.append(
            Repair(kind="residue", raw_start=at, raw_end=at + len(before), before=before, after="", start_char=0, rule="head_line")
        )  # fmt: skip
        at += len(before)
    return tuple(rows)


def _mended(text: page.Text) -> page.Text:
    """The blocks with certain mojibake mended. It is done here, on a twentieth of the markup; raw text is what comes out."""
    whole, blocks = text
    if mend(whole)[0] == whole:
        return text
    text_, made = of_pieces((b.kind, mend(whole[b.raw_start : b.raw_end])[0]) for b in blocks)
    return text_, tuple(changed(m, time=b.time, author=b.author) for m, b in zip(made, blocks, strict=True))


def _fragment(markup: str) -> tuple[tuple[Statement, ...], page.Text]:
    """A piece of markup: all of it is the article."""
    return (), of_markup(markup)


def _page(raw: RawDocument, tree: HtmlElement, markup: str) -> tuple[tuple[Statement, ...], page.Text]:
    """A whole page: what its head says, and the article in its body. Raises Rejected(`not_an_article`)."""
    url = raw.source_uri if raw.source_uri.startswith("http") else saved_page.address(raw, markup)
    head = page_head.read(tree, markup, url)
    rule = _rule(url, head.statements)
    if rule is not None and (ruled := page.by_rule(markup, rule))[0]:
        return tuple(s for s in head.statements if s.field != CUT), ruled  # the rule's text is all of the page's
    if FORUM not in head.types:
        page_comments.drop(tree)
    whole = deepcopy(tree)  # the extractor changes what it is given
    said, text = _scripted(head, whole, page.body_of(tree, whole))
    if access.holds_all(head.own, whole, text[0]):
        said = tuple(s for s in said if s.field != "is_partial")
    if live.TYPE in head.types:
        text = live.with_times(text, whole, head.nodes)
    if not text[0].strip() and page_scripts.is_shell(whole):
        raise Rejected(
            "the page holds no text: its scripts fetch it", Reason.NO_TEXT, "hand in the page as a browser saves it"
        )
    if what := page_kind.kind(whole, text[0], said, head.types, head.og_type):
        raise Rejected(f"the page is {what}", Reason.NOT_AN_ARTICLE, "hand in the articles themselves")
    if live.TYPE not in head.types and (several := page_stories.note(whole, text[0])):
        said = (*said, Statement(field=NOTE, value=several, source="html"))
    if rule is None:
        return said, text
    aged = Statement(field="site_rule", value=f"{rule.name}: matches nothing on this page", source="html")
    return (*said, aged), text


def _scripted(head: page_head.Head, tree: HtmlElement, text: page.Text) -> tuple[tuple[Statement, ...], page.Text]:
    """The text of the markup, or the full one that the page's scripts hold where the markup has none or a teaser."""
    if len(text[0]) >= TEASER:
        return head.statements, text
    found = page_scripts.of_json_ld(head.own) or page_scripts.of_state(tree, page_head.titles_of(tree))
    if found is None or len(found[0]) <= 2 * len(text[0]):
        return head.statements, text
    return (*head.statements, *found[2]), found[:2]


TEASER = 700
"""Characters up to which a text may be the teaser of one that the page's scripts hold in full."""


def _rule(url: str | None, said: tuple[Statement, ...]) -> Rule | None:
    """The rule of the page's site, as of the day that the page says it was published."""
    address = url or next((s.value for s in said if s.field == "canonical_url"), "")
    days = (s.value[:10] for s in said if s.field == "date_published")
    return rule_for(host_of(address), next((d for day in days if (d := _day(day))), None)) if address else None


def _day(printed: str) -> date | None:
    try:
        return date.fromisoformat(printed)
    except ValueError:
        return None
