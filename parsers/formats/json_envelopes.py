"""Objects that hold articles and are none: the answers of news services, search engines, data frames, JSON Feeds."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final

from parsers.fields.records import FieldNames

FEED: Final[list[Any]] = []
"""Stands for a JSON Feed, which has its own reader."""

WRAPPERS = ("_source", "item", "article", "attributes", "node", "doc", "document", "story", "fields", "data", "content")
"""What services put around one article of a list."""

DEEPEST = 4
"""Objects inside objects in which a list is looked for."""

_FRAME = {"columns", "data"}
_LOOKED_AT = 20


def held(value: Mapping[str, Any], names: FieldNames) -> list[Any] | None:
    """The list of articles in an object, or FEED; None when the object is an article, or holds none."""
    if _is_feed(value):
        return FEED
    if isinstance(graph := value.get("@graph"), list):  # JSON-LD: articles, and what they refer to
        articles = [v for v in graph if isinstance(v, Mapping) and isinstance(v.get("articleBody"), str)]
        if articles:
            return articles if len(articles) > 1 else None
    frame = _frame(value, names)
    if frame is not None:
        return frame
    if is_article(value, names, text=True):
        return None
    lists = [found for found in _lists(value) if any(is_article(_inner(v, names), names) for v in found[:_LOOKED_AT])]
    if any(is_article(_inner(v, names), names, text=True) for found in lists for v in found[:_LOOKED_AT]):
        return [_inner(v, names) for v in max(lists, key=len)]
    single = next((inner for inner in _singles(value, names) if is_article(inner, names, text=True)), None)
    if single is not None:  # an answer about one article, whose tags or links look like articles without a text
        return None if single is value else [single]
    return [_inner(v, names) for v in max(lists, key=len)] if lists else None


def is_article(value: object, names: FieldNames, text: bool = False) -> bool:
    """Whether an object has a headline and a text (or, unless `text` is asked for, an address or a date)."""
    if not isinstance(value, Mapping):
        return False
    fields = {names.field_named(str(k)) for k, v in value.items() if v not in (None, "", [], {})}
    if "body" in fields and _says(value, "body", names):
        return (
            bool(fields & {"headline", "url", "date_published", "date_created", "author", "publisher"})
            or len(value) < 4
        )
    return not text and "headline" in fields and bool(fields & {"url", "date_published", "description"})


def _says(value: Mapping[str, Any], field: str, names: FieldNames) -> bool:
    """Whether what is under a field's name is a text or holds one, and no list of objects with texts of their own."""
    held = (v for k, v in value.items() if names.field_named(str(k)) == field)
    return any(
        (isinstance(v, str) and v.strip())
        or (isinstance(v, Mapping) and not is_article(v, names) and any(isinstance(x, str) for x in v.values()))
        or (isinstance(v, list) and v and not any(is_article(x, names) for x in v[:_LOOKED_AT]))
        for v in held
    )


def _is_feed(value: Mapping[str, Any]) -> bool:
    items = value.get("items")
    if not isinstance(items, list):
        return False
    if "jsonfeed.org/version" in str(value.get("version", "")):
        return True
    return any(isinstance(i, Mapping) and ("content_html" in i or "content_text" in i) for i in items[:_LOOKED_AT])


def _inner(value: Any, names: FieldNames) -> Any:  # noqa: ANN401 - JSON
    """An article out of what a service wraps around it (an Elasticsearch hit, a resource of JSON:API)."""
    if not isinstance(value, Mapping) or is_article(value, names, text=True):
        return value
    for key in WRAPPERS:
        inner = value.get(key)
        if isinstance(inner, Mapping) and is_article(inner, names):
            return {**{k: v for k, v in value.items() if k != key and not isinstance(v, Mapping | list)}, **inner}
    return value


def _lists(value: Mapping[str, Any]) -> Iterator[list[Any]]:
    """The lists of objects in an object, not far below it; not those inside an article."""
    queue: list[tuple[Any, int]] = [(value, 0)]
    while queue:
        current, depth = queue.pop(0)
        if isinstance(current, list) and any(isinstance(v, Mapping) for v in current[:_LOOKED_AT]):
            yield current
        elif isinstance(current, Mapping) and depth < DEEPEST:
            queue.extend((v, depth + 1) for v in list(current.values())[:200] if isinstance(v, list | Mapping))


def _singles(value: Mapping[str, Any], names: FieldNames) -> Iterator[Mapping[str, Any]]:
    """The objects in an object, not far below it: an answer about one article wraps it."""
    queue: list[tuple[Mapping[str, Any], int]] = [(value, 0)]
    while queue:
        current, depth = queue.pop(0)
        yield _inner(current, names)
        if depth < DEEPEST:
            queue.extend((v, depth + 1) for v in list(current.values())[:50] if isinstance(v, Mapping))


def _frame(value: Mapping[str, Any], known: FieldNames) -> list[Any] | None:
    """The rows of a data frame as pandas writes it: by column, by row, or split into columns and data."""
    if set(value) >= _FRAME and isinstance(value["columns"], list) and isinstance(value["data"], list):
        names = [str(name) for name in value["columns"]]
        if all(isinstance(row, list) for row in value["data"]):
            return [dict(zip(names, row, strict=False)) for row in value["data"]]
    columns = list(value.values())
    if not columns or not all(isinstance(c, Mapping) for c in columns):
        return None
    if all(is_article(row, known, text=True) for row in columns[:_LOOKED_AT]):
        return columns
    fields = {known.field_named(str(name)) for name in value}
    keys = list(columns[0])
    if "body" not in fields or not keys or any(list(c) != keys for c in columns):
        return None
    return [{name: column[key] for name, column in value.items()} for key in keys]
