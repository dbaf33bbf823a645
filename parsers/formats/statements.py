"""What markup says about its article: JSON-LD (schema.org), OpenGraph and meta elements, as statements."""

from __future__ import annotations

import html
import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from importlib.resources import files
from typing import Any

from parsers.feeds.text import without_tags
from parsers.fields.dates import parse_date
from parsers.fields.records import values
from parsers.model import Statement

ARTICLE_TYPES = frozenset(
    "article newsarticle advertisercontentarticle analysisnewsarticle askpublicnewsarticle backgroundnewsarticle opinionnewsarticle reportagenewsarticle "
    "reviewnewsarticle report satiricalarticle scholarlyarticle medicalscholarlyarticle socialmediaposting blogposting liveblogposting discussionforumposting "
    "techarticle apireference pressrelease newspressrelease".split()
)
"""schema.org's Article and all its subtypes in small letters, and the press releases that publishing systems make of them."""

GENRES = {
    "liveblogposting": "live_blog", "opinionnewsarticle": "opinion", "analysisnewsarticle": "analysis", "reviewnewsarticle": "review", "backgroundnewsarticle": "background",
    "pressrelease": "press_release", "newspressrelease": "press_release", "advertisercontentarticle": "advertisement", "satiricalarticle": "satire",
}  # fmt: skip
"""Types that say which genre it is."""


@cache
def meta_names() -> Mapping[str, tuple[str, int]]:
    """Comparable names of meta elements, with their field and their place among its names."""
    table = tomllib.loads(files("parsers.formats").joinpath("meta_names.toml").read_text(encoding="utf-8"))
    found: dict[str, tuple[str, int]] = {}
    for field, row in table.items():
        for place, name in enumerate(row["names"]):
            found.setdefault(_letters(name), (field, place))
    return found


def _letters(name: str) -> str:
    return "".join(filter(str.isalnum, name.casefold()))


_PARTS = re.compile(r"[/#:]")


def of_json_ld(value: object) -> tuple[Statement, ...]:
    """Statements of every article object in a JSON-LD value; an object without @type counts as an article."""
    return tuple(s for record in _articles(value) for s in _of_record(record))


def of_meta(pairs: Iterable[tuple[str, str]]) -> tuple[Statement, ...]:
    """Statements of meta elements given as (name or property, content), the best name of each field first.

    Entities that are still in the content were encoded twice, and are undone once.
    """
    known = meta_names()
    found = [
        (known[key], name, text)
        for name, content in pairs
        if (key := _letters(name)) in known and (text := content.strip())
    ]
    found.sort(key=lambda f: (not f[1].lower().startswith(_OPENGRAPH), f[0][1]))
    return tuple(
        Statement(
            field=field, value=_printed(text), source="opengraph" if name.lower().startswith(_OPENGRAPH) else "meta"
        )
        for (field, _), name, text in found
    )


_OPENGRAPH = ("og:", "article:")

META_SUFFIX = 60
"""Characters of a meta element's name; longer ones are none that we know."""


def unescaped(text: str) -> str:
    """The text with its entities undone, once; a text that was escaped twice in a place of one needs it twice."""
    once = html.unescape(text) if "&" in text else text
    return html.unescape(once) if _TWICE.search(text) else once


def _printed(text: str) -> str:
    """A stated text as a reader sees it: entities undone, tags off."""
    return without_tags(unescaped(text))


_TWICE = re.compile(r"&amp;(?:#\d{2,7}|#x[0-9a-f]{2,6}|[a-z][a-z0-9]{1,31});", re.I)


def _articles(value: object) -> Iterator[Mapping[str, Any]]:
    if isinstance(value, list):
        for item in value:
            yield from _articles(item)
    elif isinstance(value, Mapping):
        if "@graph" in value:
            yield from _articles(value["@graph"])
        elif "@type" not in value or any(t in ARTICLE_TYPES for t in types_of(value)):
            yield value


def types_of(record: Mapping[str, Any]) -> list[str]:
    """The schema.org types of an object in small letters, without their vocabulary's address."""
    kinds = record.get("@type")
    names = kinds if isinstance(kinds, list) else [kinds]
    return [_PARTS.split(str(k))[-1].lower() for k in names]  # https://schema.org/NewsArticle, schema:NewsArticle


_LINES = (
    ("headline", "headline"), ("name", "headline"), ("title", "headline"), ("alternativeHeadline", "headline"), ("url", "url"), ("dateline", "dateline"), ("creditText", "credit_text"),
    ("genre", "genre"), ("articleSection", "section"), ("description", "description"), ("language", "in_language"), ("byline", "byline"),
)  # fmt: skip
_DATES = (
    ("date_published", ("datePublished", "date_publish", "dateCreated", "uploadDate")),
    ("date_modified", ("dateModified",)),
)
_NAMED = (
    ("author", "author"), ("authors", "author"), ("creator", "author"), ("publisher", "publisher"), ("provider", "republisher"),
    ("inLanguage", "in_language"), ("mainEntityOfPage", "canonical_url"),
)  # fmt: skip


def _of_record(record: Mapping[str, Any]) -> Iterator[Statement]:
    for key, field in _LINES:
        value = record.get(key)
        value = value[0] if isinstance(value, list) and value else value
        if isinstance(value, str) and (said := value.strip()):
            yield Statement(field=field, value=_printed(said), source="json-ld")
    for field, keys in _DATES:
        if said := _date(record, keys):
            yield Statement(field=field, value=said, source="json-ld")
    for key, field in _NAMED:
        if key in record:
            yield from (Statement(field=field, value=name, source="json-ld") for name in names_of(record[key], field))
    yield from _organizations(record)
    yield from (Statement(field="is_based_on", value=a, source="json-ld") for a in _addresses(record.get("isBasedOn")))
    yield from _origin(record)
    if genre := next((GENRES[t] for t in types_of(record) if t in GENRES), None):
        yield Statement(field="genre", value=genre, source="json-ld")
    if record.get("isAccessibleForFree") in (False, "False", "false"):
        yield Statement(field="is_partial", value="true", source="json-ld")


def _date(record: Mapping[str, Any], keys: tuple[str, ...]) -> str:
    """The first date that can be read; the first that is there when none can (an outlet's clock may tell)."""
    printed = [text for key in keys if (text := values.date(record.get(key))) and any(map(str.isdigit, text))]
    return next((text for text in printed if len(printed) == 1 or parse_date(text)), printed[0] if printed else "")


def _origin(record: Mapping[str, Any]) -> Iterator[Statement]:
    """The organisation that a text is from; where another one publishes it, that one has reprinted it."""
    source = next(iter(names_of(record.get("sourceOrganization"))), None)
    publisher = next(iter(names_of(record.get("publisher"))), None)
    if source and source != publisher:
        yield Statement(field="publisher", value=source, source="credit" if publisher else "json-ld")
    based = record.get("isBasedOn")
    if isinstance(based, Mapping) and any(t in ARTICLE_TYPES for t in types_of(based)):
        names = (n for key in ("sourceOrganization", "publisher") for n in names_of(based.get(key)))
        if (first := next(names, None)) and first != publisher:
            yield Statement(field="publisher", value=first, source="credit")


def _organizations(record: Mapping[str, Any]) -> Iterator[Statement]:
    """What the record calls its authors and describes as organisations: they are no people, and may be agencies."""
    for key in ("author", "creator"):
        authors = record.get(key)
        for author in authors if isinstance(authors, list) else [authors]:
            if isinstance(author, Mapping) and _is_organization(author):
                names = names_of(author)
                yield from (Statement(field="author_organization", value=name, source="json-ld") for name in names)


def _is_organization(record: Mapping[str, Any]) -> bool:
    return any(t.endswith("organization") or t in ("corporation", "website", "brand") for t in types_of(record))


def names_of(value: object, field: str = "") -> Iterator[str]:
    """The names of a string, an object or a list of these; an organisation is no author."""
    if isinstance(value, str):
        if value.strip():
            yield unescaped(value.strip())
    elif isinstance(value, list):
        for item in value:
            yield from names_of(item, field)
    elif isinstance(value, Mapping) and not (field == "author" and _is_organization(value)):
        yield from _name_of(value)


def _name_of(record: Mapping[str, Any]) -> Iterator[str]:
    if isinstance(names := record.get("name"), list):
        yield from (unescaped(name.strip()) for name in names if isinstance(name, str) and name.strip())
        return
    family, given = _first_string(record.get("familyName")), _first_string(record.get("givenName"))
    named = (_first_string(record.get(key)) for key in ("name", "alternateName"))
    addresses = (_first_string(record.get(key)) for key in ("url", "@id"))
    name = next((n for n in (*named, f"{given} {family}".strip(), *addresses) if n), "")
    if name:
        yield unescaped(name)


def _addresses(value: object) -> Iterator[str]:
    for item in value if isinstance(value, list) else [value]:
        said = (
            [item] if isinstance(item, str) else [item.get("url"), item.get("@id")] if isinstance(item, Mapping) else []
        )
        yield from (s.strip() for s in said if isinstance(s, str) and s.strip())


def _first_string(value: object) -> str:
    values = value if isinstance(value, list) else [value]
    return next((v.strip() for v in values if isinstance(v, str) and v.strip()), "")
