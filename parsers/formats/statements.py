"""What markup says about its article: JSON-LD (schema.org), OpenGraph and meta elements, as statements."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from parsers.model import Statement

ARTICLE_TYPES = (
    "article",
    "newsarticle",
    "reportagenewsarticle",
    "blogposting",
    "opinionnewsarticle",
    "analysisnewsarticle",
    "pressrelease",
)

META: Mapping[str, tuple[str, str]] = {
    "og:title": ("headline", "opengraph"),
    "og:site_name": ("publisher", "opengraph"),
    "og:url": ("url", "opengraph"),
    "og:locale": ("in_language", "opengraph"),
    "article:published_time": ("date_published", "opengraph"),
    "article:modified_time": ("date_modified", "opengraph"),
    "article:author": ("author", "opengraph"),
    "article:section": ("section", "opengraph"),
    "author": ("author", "meta"),
    "date": ("date_published", "meta"),
    "pubdate": ("date_published", "meta"),
    "dc.date": ("date_published", "meta"),
    "dc.creator": ("author", "meta"),
    "dc.publisher": ("publisher", "meta"),
    "syndication-source": ("canonical_url", "meta"),
    "original-source": ("canonical_url", "meta"),
}
"""OpenGraph (https://ogp.me), Dublin Core, and Google News' source elements."""


_PARTS = re.compile(r"[/#:]")


def of_json_ld(value: object) -> tuple[Statement, ...]:
    """Statements of every article object in a JSON-LD value; an object without @type counts as an article."""
    return tuple(s for record in _articles(value) for s in _of_record(record))


def of_meta(pairs: Iterable[tuple[str, str]]) -> tuple[Statement, ...]:
    """Statements of meta elements given as (name or property, content)."""
    return tuple(
        Statement(field=META[name.lower()][0], value=content.strip(), source=META[name.lower()][1])
        for name, content in pairs
        if name.lower() in META and content.strip()
    )


def _articles(value: object) -> Iterator[Mapping[str, Any]]:
    if isinstance(value, list):
        for item in value:
            yield from _articles(item)
    elif isinstance(value, Mapping):
        if "@graph" in value:
            yield from _articles(value["@graph"])
        elif "@type" not in value or any(t in ARTICLE_TYPES for t in _types(value)):
            yield value


def _types(record: Mapping[str, Any]) -> list[str]:
    kinds = record.get("@type")
    names = kinds if isinstance(kinds, list) else [kinds]
    return [_PARTS.split(str(k))[-1].lower() for k in names]  # https://schema.org/NewsArticle, schema:NewsArticle


def _of_record(record: Mapping[str, Any]) -> Iterator[Statement]:
    for key, field in (
        ("headline", "headline"), ("name", "headline"), ("title", "headline"), ("url", "url"), ("datePublished", "date_published"),
        ("date_publish", "date_published"), ("dateModified", "date_modified"), ("dateline", "dateline"), ("creditText", "credit_text"),
        ("genre", "genre"), ("articleSection", "section"), ("description", "description"), ("language", "in_language"), ("byline", "byline"),
    ):  # fmt: skip
        if isinstance(value := record.get(key), str) and (said := value.strip()):
            yield Statement(field=field, value=said, source="json-ld")
    for key, field in (
        ("author", "author"), ("authors", "author"), ("creator", "author"), ("publisher", "publisher"), ("sourceOrganization", "publisher"),
        ("provider", "republisher"), ("inLanguage", "in_language"), ("mainEntityOfPage", "canonical_url"), ("isBasedOn", "is_based_on"),
    ):  # fmt: skip
        if key in record:
            yield from (Statement(field=field, value=name, source="json-ld") for name in _names(record[key]))


def _names(value: object) -> Iterator[str]:
    if isinstance(value, str):
        if value.strip():
            yield value.strip()
    elif isinstance(value, list):
        for item in value:
            yield from _names(item)
    elif isinstance(value, Mapping):
        for key in ("name", "alternateName", "url", "@id"):
            if isinstance(value.get(key), str) and value[key].strip():
                yield value[key].strip()
                return
