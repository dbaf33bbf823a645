"""JSON-LD of a page: the one article among its objects, with the people and organisations it refers to by id."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from rapidfuzz.fuzz import token_set_ratio

from parsers.feeds.links import url_key
from parsers.formats.statements import ARTICLE_TYPES, of_json_ld, types_of, unescaped
from parsers.model import Statement

_WRAPPED = re.compile(r"^\s*(?:/\*.*?\*/\s*)?(?://\s*)?<!(?:\[CDATA\[|--)|(?://\s*)?(?:\]\]|--)>\s*;?\s*$", re.S)
_COMMENT = re.compile(r"^\s*(?:/\*.*?\*/|//[^\n]*\n)\s*", re.S)
_TRAILING_COMMA = re.compile(r",(\s*[\]}])")
_KEY = re.compile(r"([{,]\s*)([A-Za-z_$][\w$]{0,60})\s*:(?=\s*[\"\[{\dtfn-])")
"""A key without quotation marks, as JSON5 allows; `@type` and its kin need theirs there, too."""

_START = re.compile(r"[{\[]")
_MOST = 2000
"""Objects looked at on one page."""

LONGEST = 2_000_000
"""Characters of a script that are read."""

_REFERENCES = ("author", "creator", "publisher", "sourceOrganization", "provider")

ALIKE = 60
"""Likeness of two headlines, of 100, from which an object is taken for the page's own."""

PAGES = frozenset(("webpage", "itempage", "newspage"))
"""Types that speak for their article where no article is described."""


def nodes_of(scripts: Iterable[str]) -> list[Mapping[str, Any]]:
    """All objects of a page's scripts."""
    return [node for script in scripts for value in _values(script[:LONGEST]) for node in _nodes(value)]


def own(nodes: list[Mapping[str, Any]], url: str | None, titles: tuple[str, ...] = ()) -> Mapping[str, Any] | None:
    """The page's own article: the one with its address, else the one whose headline is most like the page's title or h1.

    `titles` are what the page calls itself. Others on the page are teasers; where nothing tells, the first is taken.
    """
    articles = [n for n in nodes if any(t in ARTICLE_TYPES for t in types_of(n)) and not _is_anothers(n, url, titles)]
    if not articles:
        return next((n for n in nodes if PAGES & set(types_of(n)) and ("datePublished" in n or "author" in n)), None)
    key = url_key(url)
    addressed = next((a for a in articles if key and key in map(url_key, _addresses(a))), None)
    if addressed is not None or len(articles) == 1 or not titles:
        return addressed or articles[0]
    likest = max(articles, key=lambda a: _likeness(a, titles))
    return likest if _likeness(likest, titles) >= ALIKE else articles[0]


def _is_anothers(article: Mapping[str, Any], url: str | None, titles: tuple[str, ...]) -> bool:
    """Whether an object is plainly of another page: it has an address, which is not this page's, and its headline shares nothing with the titles."""
    key = url_key(url)
    addresses = [k for a in _addresses(article) if a.startswith(("http://", "https://")) and (k := url_key(a))]
    headline = next((v for k in ("headline", "name") if isinstance(v := article.get(k), str) and v.strip()), "")
    if not addresses or not headline or not titles or (key and key in addresses):
        return False
    own = _pieces(unescaped(headline))
    return bool(own) and not any(own & _pieces(title) for title in titles)


def _pieces(text: str) -> set[str]:
    """Every four letters in a row, and every two signs of scripts that write without blanks."""
    letters = "".join(filter(str.isalnum, text.casefold()))
    size = 4 if not letters or letters[0] < "\u0e00" else 2
    return {letters[at : at + size] for at in range(len(letters) - size + 1)}


def _likeness(article: Mapping[str, Any], titles: tuple[str, ...]) -> float:
    """How like the headline is to what the page calls itself, of 100."""
    said = next((v for k in ("headline", "name") if isinstance(v := article.get(k), str) and v.strip()), "")
    return (
        max((token_set_ratio(unescaped(said).casefold(), t.casefold()) for t in titles), default=0.0) if said else 0.0
    )


def said_of(article: Mapping[str, Any], nodes: list[Mapping[str, Any]]) -> tuple[Statement, ...]:
    """Statements of an article among the objects of its page."""
    by_id = {n["@id"]: n for n in nodes if isinstance(n.get("@id"), str) and len(n) > 1}
    known = [t for t in types_of(article) if t in ARTICLE_TYPES]
    return of_json_ld({**resolved(article, by_id), "@type": known or ["Article"]})


# ------------------------------------------------------------------------------------------------ scripts to objects


def _values(script: str) -> Iterator[object]:
    """The JSON of a script: as it is, or as far as its usual damage can be undone; several values in a row each."""
    text = _COMMENT.sub("", _WRAPPED.sub("", script))
    attempts: tuple[Callable[[str], str], ...] = (
        str,
        lambda t: _TRAILING_COMMA.sub(r"\1", t),
        html.unescape,
        lambda t: _TRAILING_COMMA.sub(r"\1", _quoted(t)),
        lambda t: _TRAILING_COMMA.sub(r"\1", _KEY.sub(r'\1"\2":', t)),
    )
    for mended in attempts:
        try:
            value: object = json.loads(mended(text), strict=False)
        except (ValueError, RecursionError):
            continue
        yield value
        return
    yield from _in_a_row(text)


def _in_a_row(text: str) -> Iterator[object]:
    decoder, at, found = json.JSONDecoder(strict=False), 0, 0
    while found < 20 and (start := _START.search(text, at)):
        try:
            value, at = decoder.raw_decode(text, start.start())
        except (ValueError, RecursionError):
            return
        found += 1
        yield value


def _quoted(text: str) -> str:
    """Strings in single quotes made double, and quotation marks inside strings escaped: a string ends before `,:]}`."""
    if '"' not in text:
        text = text.replace("'", '"')
    out: list[str] = []
    inside = False
    for m in re.finditer(r'\\.|"|[^"\\]+', text, re.S):
        piece = m.group()
        if piece != '"':
            out.append(piece)
            continue
        ends = text[m.end() : m.end() + 40].lstrip()[:1] in (",", ":", "]", "}", "")
        if inside and not ends:
            out.append('\\"')
        else:
            inside = not inside
            out.append('"')
    return "".join(out)


def _nodes(value: object) -> Iterator[Mapping[str, Any]]:
    """The objects of a script: in lists, graphs, and as main entity of a page; breadth first, bounded."""
    queue, seen = [value], 0
    while queue and seen < _MOST:
        current = queue.pop(0)
        seen += 1
        if isinstance(current, list):
            queue.extend(current)
        elif isinstance(current, Mapping):
            yield current
            queue.extend(
                current[k]
                for k in ("@graph", "mainEntity", "mainEntityOfPage")
                if isinstance(current.get(k), list | dict)
            )


def _addresses(node: Mapping[str, Any]) -> tuple[str, ...]:
    main = node.get("mainEntityOfPage")
    said = (node.get("url"), main.get("@id") if isinstance(main, Mapping) else main, node.get("@id"))
    return tuple(s.partition("#")[0] for s in said if isinstance(s, str))


def resolved(node: Mapping[str, Any], by_id: Mapping[str, Mapping[str, Any]]) -> dict[str, Any]:
    """The node with references (`{"@id": …}`) to people and organisations replaced by what they refer to."""
    return {k: _referred(v, by_id) if k in _REFERENCES else v for k, v in node.items()}


def _referred(value: object, by_id: Mapping[str, Mapping[str, Any]]) -> object:
    if isinstance(value, list):
        return [_referred(v, by_id) for v in value]
    if isinstance(value, Mapping) and "name" not in value and isinstance(value.get("@id"), str):
        known = by_id.get(value["@id"])
        return {"name": known["name"]} if known and isinstance(known.get("name"), str) else None
    return value
