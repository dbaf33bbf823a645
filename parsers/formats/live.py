"""Live blogs: which blocks of a page are which update, and when each was written.

By JSON-LD's `liveBlogUpdate`, else by the page's `<time>` elements, each with what shares its box with no other. Updates
that scripts would fetch, and that JSON-LD holds, are added behind the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import accumulate
from typing import Any

from lxml.html import HtmlElement

from parsers.feeds.text import plain
from parsers.fields.dates import parse_date
from parsers.fields.records import values
from parsers.fields.stated import stated_people
from parsers.formats.blocks import looks_like_markup, of_markup, of_pieces
from parsers.formats.statements import names_of, unescaped
from parsers.model import Block, BlockKind
from parsers.record import changed

TYPE = "liveblogposting"
MOST = 2000
"""Updates of one page."""

Text = tuple[str, tuple[Block, ...]]


@dataclass(frozen=True, slots=True)
class Update:
    """One update: when, under what headline, its text, and the people who wrote it."""

    time: datetime
    headline: str
    text: str
    author: str | None = None


def with_times(text: Text, tree: HtmlElement, nodes: Sequence[Mapping[str, Any]]) -> Text:
    """The text of a live blog with the time of its update on each block, and with updates that the markup lacks."""
    said = list(_of_json_ld(nodes))[:MOST]
    updates = said or list(_of_markup(tree))[:MOST]
    if not updates:
        return text
    body, blocks = _timed(text, updates)
    there = {b.time for b in blocks}
    missing = [u for u in said if u.time not in there and u.text]
    if missing and not any(there):
        body, blocks = _prose(body, blocks)
    return _with(body, blocks, missing) if missing else (body, blocks)


INTRODUCTION = 80
"""Characters from which a block is the introduction of a live blog whose updates scripts fetch, and no menu."""


def _prose(body: str, blocks: tuple[Block, ...]) -> Text:
    """The paragraphs of running text, without what a page leaves where its scripts write the updates."""
    prose = [b for b in blocks if b.kind == "paragraph" and b.raw_end - b.raw_start >= INTRODUCTION]
    return of_pieces((b.kind, body[b.raw_start : b.raw_end]) for b in prose)


def _of_json_ld(nodes: Sequence[Mapping[str, Any]]) -> Iterator[Update]:
    for node in nodes:
        listed = node.get("liveBlogUpdate")
        for update in listed if isinstance(listed, list) else [listed]:
            if isinstance(update, Mapping) and (
                moment := parse_date(values.date(update.get("datePublished") or update.get("dateModified")))
            ):
                body = values.text(update.get("articleBody"))
                body = of_markup(body)[0] if looks_like_markup(body) else unescaped(body)
                headline = unescaped(values.line(update.get("headline")))
                yield Update(moment.datetime, headline, body, _people(names_of(update.get("author"), "author")))


def _people(names: Iterable[str]) -> str | None:
    """The people among authors; outlets and desks are none."""
    return ", ".join(dict.fromkeys(person for name in names for person in stated_people(name))) or None


_BYLINE = re.compile(r"author|byline", re.IGNORECASE)


def _by(box: HtmlElement) -> str | None:
    """Who the box of an update names as its author: `rel`, `itemprop` or a class says so."""
    for element in box.iter("a", "span", "p", "div", "address"):
        said = f"{element.get('rel') or ''} {element.get('itemprop') or ''} {element.get('class') or ''}"
        if _BYLINE.search(said) and (people := _people((plain(element.text_content()[:200], markup=False),))):
            return people
    return None


def _of_markup(tree: HtmlElement) -> Iterator[Update]:
    """The boxes around the page's times: each reaches as far as no other time is in it."""
    times = [t for t in tree.iter("time") if t.get("datetime")][:MOST]
    if len({t.get("datetime") for t in times}) < 2:
        return
    others = set(times)
    for element in times:
        moment = parse_date(element.get("datetime"))
        box: HtmlElement | None = element
        while (
            box is not None
            and (parent := box.getparent()) is not None
            and not any(t in others and t is not element for t in parent.iter("time"))
        ):
            box = parent
        if moment and box is not None and box is not element:
            yield Update(moment.datetime, "", plain(box.text_content(), markup=False), _by(box))


def _timed(text: Text, updates: Sequence[Update]) -> Text:
    """The blocks that are part of an update with its time and author; a block that is in several has that of the first."""
    letters = [_letters(text[0][b.raw_start : b.raw_end]) for b in text[1]]
    ends = list(accumulate(map(len, letters)))
    whole, of = "".join(letters), dict[int, Update]()
    for update in updates:
        for n in _blocks_of(update, letters, ends, whole):
            of.setdefault(n, update)
    return text[0], tuple(
        changed(b, time=of[n].time, author=of[n].author) if n in of else b for n, b in enumerate(text[1])
    )


def _blocks_of(update: Update, letters: list[str], ends: list[int], whole: str) -> Iterator[int]:
    body, headline = _letters(update.text), _letters(update.headline)
    start = whole.find(body) if body else -1
    for n, block in enumerate(letters):
        within = start >= 0 and ends[n] - len(block) >= start and ends[n] <= start + len(body)
        if block and (within or block == headline or (start < 0 and len(block) > 5 and block in body)):
            yield n


def _with(body: str, blocks: tuple[Block, ...], missing: Sequence[Update]) -> Text:
    pieces: list[tuple[BlockKind, str]] = [(b.kind, body[b.raw_start : b.raw_end]) for b in blocks]
    said = [(b.time, b.author) for b in blocks]
    for update in missing:
        added: list[tuple[BlockKind, str]] = [("heading", update.headline)] if update.headline else []
        added += [("paragraph", p) for part in update.text.split("\n") if (p := part.strip())]
        pieces += added
        said += [(update.time, update.author)] * len(added)
    text, made = of_pieces(pieces)
    return text, tuple(changed(b, time=t, author=a) for b, (t, a) in zip(made, said, strict=True))


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text.casefold()))
