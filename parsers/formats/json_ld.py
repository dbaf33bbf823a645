"""JSON-LD of a page: the one article among its objects, with the people and organisations it refers to by id."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from parsers.formats.statements import ARTICLE_TYPES, of_json_ld
from parsers.model import Statement

_WRAPPED = re.compile(r"^\s*(?://\s*)?<!(?:\[CDATA\[|--)|(?://\s*)?(?:\]\]|--)>\s*;?\s*$")
_TRAILING_COMMA = re.compile(r",(\s*[\]}])")
_MOST = 2000
"""Objects looked at on one page."""

_REFERENCES = ("author", "creator", "publisher", "sourceOrganization", "provider")


def of_scripts(scripts: Iterable[str], url: str | None) -> tuple[Statement, ...]:
    """Statements of the page's own article: the one with its address, else the first; others on the page are teasers."""
    nodes = [node for script in scripts for node in _nodes(_value(script))]
    by_id = {n["@id"]: n for n in nodes if isinstance(n.get("@id"), str) and len(n) > 1}
    articles = [n for n in nodes if any(t in ARTICLE_TYPES for t in _types(n))]
    if not articles:
        return ()
    own = next((a for a in articles if url and url in _addresses(a)), articles[0])
    return of_json_ld({**_resolved(own, by_id), "@type": "NewsArticle"})


def _value(script: str) -> object:
    """A script's JSON, also when it is wrapped in comments, escaped, or has a comma too many; None when it is none."""
    text = _WRAPPED.sub("", script)
    for attempt in (text, _TRAILING_COMMA.sub(r"\1", text), html.unescape(text)):
        try:
            value: object = json.loads(attempt, strict=False)
        except (ValueError, RecursionError):
            continue
        return value
    return None


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


def _types(node: Mapping[str, Any]) -> list[str]:
    kinds = node.get("@type")
    return [str(k).rpartition("/")[2].lower() for k in (kinds if isinstance(kinds, list) else [kinds])]


def _addresses(node: Mapping[str, Any]) -> tuple[str, ...]:
    main = node.get("mainEntityOfPage")
    said = (node.get("url"), main.get("@id") if isinstance(main, Mapping) else main, node.get("@id"))
    return tuple(s.partition("#")[0] for s in said if isinstance(s, str))


def _resolved(node: Mapping[str, Any], by_id: Mapping[str, Mapping[str, Any]]) -> dict[str, Any]:
    """The node with references (`{"@id": …}`) to people and organisations replaced by what they refer to."""
    return {k: _referred(v, by_id) if k in _REFERENCES else v for k, v in node.items()}


def _referred(value: object, by_id: Mapping[str, Mapping[str, Any]]) -> object:
    if isinstance(value, list):
        return [_referred(v, by_id) for v in value]
    if isinstance(value, Mapping) and "name" not in value and isinstance(value.get("@id"), str):
        known = by_id.get(value["@id"])
        return {"name": known["name"]} if known and isinstance(known.get("name"), str) else None
    return value
