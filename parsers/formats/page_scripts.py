"""Articles that a page holds in its scripts: JSON-LD's `articleBody`, and the state that JavaScript frameworks write into it.

    <script type="application/json">, __NEXT_DATA__, window.__NUXT__ = {…}, window.__INITIAL_STATE__ = {…}

Looked at only where the markup has no text, or a teaser of it.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from lxml.html import HtmlElement
from rapidfuzz.fuzz import token_set_ratio

from parsers.fields import records
from parsers.formats.blocks import looks_like_markup, of_markup, of_pieces
from parsers.model import Block, Statement

LONGEST = 4_000_000
"""Characters of a script that are read."""

MOST = 20_000
"""Objects looked at in one script."""

ENOUGH = 200
"""Letters that a text in a script must have."""

ALIKE = 60
"""Likeness of its headline to the page's, of 100, from which an object is the page's article."""

_ASSIGNED = re.compile(r"(?:window|self|globalThis)(?:\.|\[['\"])(?:__)?[A-Za-z_$][\w$]*(?:['\"]\])?\s*=\s*(?=[{\[])")

Found = tuple[str, tuple[Block, ...], tuple[Statement, ...]]


def of_json_ld(own: Mapping[str, Any] | None) -> Found | None:
    """The text of the page's own JSON-LD object, as blocks; its statements are read elsewhere."""
    body = own.get("articleBody") if own is not None else None
    if not isinstance(body, str) or _letters(body) < ENOUGH:
        return None
    return (*_blocks(body), ())


def of_state(tree: HtmlElement, titles: tuple[str, ...]) -> Found | None:
    """The fullest record with a headline like the page's among the objects of its scripts; None without one."""
    best: tuple[int, records.Record] | None = None
    for value in _states(tree):
        for record in _records(value):
            read = records.read(record, source="meta")
            size = _letters(read.body or "")
            if size >= ENOUGH and (best is None or size > best[0]) and _is_own(read, titles):
                best = size, read
    return (*_blocks(best[1].body or ""), best[1].statements) if best else None


def is_shell(tree: HtmlElement) -> bool:
    """Whether a page has hardly anything but scripts."""
    letters = sum(
        _letters(t)
        for e in tree.iter()
        if e.tag not in ("script", "style", "title", "template")
        for t in (e.text, e.tail)
        if t
    )
    return letters < ENOUGH and next(tree.iter("script"), None) is not None


def _is_own(record: records.Record, titles: tuple[str, ...]) -> bool:
    headline = next((s.value for s in record.statements if s.field == "headline"), "")
    return bool(headline) and any(token_set_ratio(headline.casefold(), t.casefold()) >= ALIKE for t in titles)


def _blocks(body: str) -> tuple[str, tuple[Block, ...]]:
    if looks_like_markup(body):
        return of_markup(body)
    parts = [p.strip() for p in re.split(r"\n\s*\n|\r\n|\n", body)]
    return of_pieces(("paragraph", p) for p in parts if p)


def _letters(text: str) -> int:
    return sum(map(str.isalnum, text))


def _states(tree: HtmlElement) -> Iterator[object]:
    decoder = json.JSONDecoder(strict=False)
    for script in tree.iter("script"):
        text = (script.text or "")[:LONGEST]
        kind = (script.get("type") or "").lower()
        if "ld+json" in kind or len(text) < ENOUGH:
            continue
        start = 0 if kind.endswith("json") or script.get("id") == "__NEXT_DATA__" else _assigned(text)
        if start is None:
            continue
        try:
            yield decoder.raw_decode(text[start:].lstrip())[0]
        except (ValueError, RecursionError):
            continue


def _assigned(text: str) -> int | None:
    found = _ASSIGNED.search(text)
    return found.end() if found else None


def _records(value: object) -> Iterator[Mapping[str, object]]:
    """The objects that hold a longer string of their own, or a list of parts, in the order they are met; bounded."""
    queue, seen = [value], 0
    while queue and seen < MOST:
        current = queue.pop()
        seen += 1
        if isinstance(current, Mapping):
            if any(_is_text(v) for v in current.values()):
                yield current
            queue.extend(v for v in current.values() if isinstance(v, Mapping | list))
        elif isinstance(current, list):
            queue.extend(v for v in current if isinstance(v, Mapping | list))


def _is_text(value: object) -> bool:
    if isinstance(value, str):
        return len(value) >= ENOUGH
    if isinstance(value, list):
        return bool(value) and all(isinstance(v, str | Mapping) for v in value[:3])
    return isinstance(value, Mapping) and any(isinstance(v, str) and len(v) >= ENOUGH for v in value.values())
