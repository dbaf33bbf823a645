"""Lists by the page: searches, stories, facts and entities, each with a key by which the next page begins."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any

from warehouse.asking.attached import by_id
from warehouse.asking.search import clauses, matches, matching, snippet
from warehouse.database.sql import query
from warehouse.database.store import Warehouse
from warehouse.database.terms import LONGEST_INDEXED

Row = Mapping[str, Any]

LATEST = 1_000
"""Articles in which facts are looked for first."""

PIECE = re.compile(r"[a-z0-9]+")
Headline = tuple[str, str | None, str | None, datetime | None]
"""Id, headline, outlet and time of publication of an article."""

Place = tuple[int, str]
"""Where a list goes on: the key and the id of the last row before."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Filters:
    """Which articles of a search count: published from `since` to before `until`, and with these fields exactly."""

    since: str | None = None
    until: str | None = None
    outlet: str | None = None
    language: str | None = None
    genre: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FactFilters:
    """Which facts are wanted; `since` and `until` are times of publication, `about` is contained in the evidence."""

    kind: str | None = None
    subtype: str | None = None
    article_id: str | None = None
    story_id: str | None = None
    entity_id: str | None = None
    about: str | None = None
    since: str | None = None
    until: str | None = None


def search_page(
    warehouse: Warehouse, words: str, filters: Filters, *, copies: bool, limit: int, offset: int
) -> list[Row]:
    """Hits by score with `snippet`, `marks` and `named`; each row has how many articles (`found`) and `stories` answer."""
    wanted = clauses(words)
    if not wanted:
        return []
    asked = {**asdict(filters), "copies": copies, "limit": limit, "offset": offset}
    with matching(warehouse, words):
        found = _rows(warehouse, "page_search", asked)
    rows: list[Row] = []
    for row in found:
        body, language = row.pop("article_body"), row["in_language"]
        text, marks = snippet(body, wanted, language)
        rows.append({**row, "snippet": text, "marks": marks, "named": matches(row["headline"] or "", wanted, language)})
    return rows


def facets_page(warehouse: Warehouse, words: str, filters: Filters, limit: int) -> list[Row]:
    """How many articles and stories answer, by outlet, language, genre and day."""
    if not clauses(words):
        return []
    return [
        *_rows(
            warehouse,
            "search_facets",
            {"query": words, **asdict(filters), "publisher": None, "named": True, "limit": limit},
        )
    ]


def stories_page(
    warehouse: Warehouse,
    *,
    since: str | None = None,
    until: str | None = None,
    outlet: str | None = None,
    limit: int,
    after: Place | None = None,
) -> list[Row]:
    """Stories, those with the latest article first."""
    asked = {"since": since, "until": until, "outlet": outlet, "limit": limit, **_after(after)}
    return [*_rows(warehouse, "page_stories", asked)]


def facts_page(warehouse: Warehouse, filters: FactFilters, *, limit: int, after: Place | None = None) -> list[Row]:
    """Facts, those of the latest articles first: looked for in the latest articles, and in all where these have too few."""
    asked = {**asdict(filters), "piece": piece(filters.about), "limit": limit, **_after(after)}
    if not (filters.article_id or filters.story_id or filters.entity_id):
        rows: list[Row] = [*_rows(warehouse, "page_facts", {**asked, "latest": LATEST})]
        if len(rows) == limit:
            return rows
    return [*_rows(warehouse, "page_facts", {**asked, "latest": None})]


def piece(about: str | None) -> str | None:
    """The longest part of a word of the index that a text with these words must hold; None where that cannot be said."""
    if about is None or not about.isascii():
        return None
    return max((part for part in PIECE.findall(about.lower()) if len(part) <= LONGEST_INDEXED), key=len, default=None)


def entities_page(
    warehouse: Warehouse,
    *,
    type: str | None = None,
    named: str | None = None,
    limit: int,
    after: Place | None = None,
) -> list[Row]:
    """Entities, those that most stories name first."""
    return [*_rows(warehouse, "page_entities", {"type": type, "named": named, "limit": limit, **_after(after)})]


def alterations_of(warehouse: Warehouse, story_id: str) -> list[Row]:
    """What the articles of a story changed against its original."""
    return [*_rows(warehouse, "page_altered", {"story_id": story_id})]


def alerts_page(warehouse: Warehouse, watch: str | None, limit: int) -> list[Row]:
    """What watches found, the latest first; of one watch, or of all."""
    return [*_rows(warehouse, "page_alerts", {"watch": watch, "limit": limit})]


def remarks_on(warehouse: Warehouse, about: Sequence[str], things: Sequence[str]) -> list[Row]:
    """Notes and tags of these kinds (article, story, fact, entity) on articles or entities by their ids, the latest first."""
    return [*_rows(warehouse, "page_remarks", {"about": ",".join(about), "things": ",".join(things)})]


def headlines(warehouse: Warehouse, words: str, limit: int) -> list[tuple[str, str, str | None, datetime | None]]:
    """Articles whose headline holds all the words: id, headline, outlet, time of publication; the latest first."""
    asked = " ".join(words.split())
    return [*warehouse.rows("headlines_named", {"words": asked, "limit": limit})] if asked else []


def headlines_of(warehouse: Warehouse, article_ids: Sequence[str]) -> list[Headline]:
    """The same of articles by their ids."""
    return [*warehouse.rows("headlines_of", {"ids": ",".join(article_ids)})] if article_ids else []


def _after(after: Place | None) -> dict[str, object]:
    return {"after_key": after[0] if after else None, "after_id": after[1] if after else None}


def _rows(warehouse: Warehouse, name: str, asked: Mapping[str, object]) -> list[dict[str, Any]]:
    return records(warehouse, query(name), dict(asked))


def records(warehouse: Warehouse, sql: str, asked: dict[str, object] | None = None) -> list[dict[str, Any]]:
    """The rows of a query by the names of their columns. It may find facts (f) and articles (a) by their place in the table."""
    found = warehouse.connection.execute(by_id(warehouse, sql), asked)
    names = [str(column[0]) for column in found.description or ()]
    return [dict(zip(names, row, strict=True)) for row in found.fetchall()]
