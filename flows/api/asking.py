"""Rows of the warehouse as records: what both the Python interface and the HTTP interface answer with."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import fields
from typing import Any, TypeVar

from flows.api.entity_records import (
    Company,
    Entity,
    EntityPage,
    Figure,
    Form,
    Role,
    Said,
    ToldIn,
)
from flows.api.records import (
    Alert,
    Alteration,
    Article,
    ArticlePage,
    Dated,
    Event,
    Facet,
    Fact,
    Headline,
    Hit,
    Mention,
    Passage,
    Printing,
    Remark,
    Repair,
    Search,
    Story,
    StoryPage,
    Watch,
)  # fmt: skip
from parsers.errors import UsageError
from parsers.watches import in_words
from warehouse.asking import listing
from warehouse.asking.article_page import Page, page
from warehouse.asking.entities import meant
from warehouse.asking.entity_pages import entity_page
from warehouse.asking.listing import FactFilters, Filters
from warehouse.asking.query import ask
from warehouse.asking.search import clauses
from warehouse.asking.timelines import Wanted, last_day, timeline_query
from warehouse.database.store import Warehouse
from warehouse.stories import stories as told
from warehouse.watching import watches as watching

Record = TypeVar("Record")
Key = tuple[int, str]
"""Where a list goes on: the key and the id of the last row before."""

LISTS = {
    "written_as": Form, "roles": Role, "quotations": Said, "figures": Figure, "told_in": ToldIn, "named_with": Company,
}  # fmt: skip


def record(kind: type[Record], row: Mapping[str, Any] | object) -> Record:
    """A record made of a row (or of another record) that has at least its fields; lists become tuples."""
    names = [field.name for field in fields(kind)]  # type: ignore[arg-type]
    values = {n: row[n] if isinstance(row, Mapping) else getattr(row, n) for n in names}
    return kind(**{n: tuple(v) if isinstance(v, list) else v for n, v in values.items()})


def search(
    warehouse: Warehouse, query: str, filters: Filters, *, copies: bool = False, limit: int = 10, offset: int = 0
) -> Search:
    """The best stories (or articles, with `copies`). Raises UsageError for a query without words."""
    check_words(query)
    rows = listing.search_page(warehouse, query, filters, copies=copies, limit=limit, offset=offset)
    found = rows[0] if rows else {"found": 0, "stories": 0}
    return Search(articles=found["found"], stories=found["stories"], hits=_all(Hit, rows))


def facets(warehouse: Warehouse, query: str, filters: Filters, limit: int = 10) -> tuple[Facet, ...]:
    """Counts by outlet, language, genre and day; `limit` values of each. Raises UsageError for a query without words."""
    check_words(query)
    return _all(Facet, listing.facets_page(warehouse, query, filters, limit))


def check_words(query: str) -> None:
    """Raise UsageError when there is nothing to search for."""
    if not clauses(query):
        raise UsageError("there is no word to search for in the query")


def stories(
    warehouse: Warehouse,
    *,
    since: str | None = None,
    until: str | None = None,
    outlet: str | None = None,
    limit: int = 50,
    after: Key | None = None,
) -> tuple[tuple[Story, ...], Key | None]:
    """Stories, those with the latest article first, and where the next page begins (None: this is the last)."""
    rows = listing.stories_page(warehouse, since=since, until=until, outlet=outlet, limit=limit + 1, after=after)
    return _all(Story, rows[:limit]), _next(rows, limit, "story_id")


def story(warehouse: Warehouse, name: str) -> StoryPage:
    """The story of an id, an article's id, or the beginning of one. Raises UsageError when there is none."""
    found = told.story(warehouse, name)
    return StoryPage(
        story=record(Story, found.story),
        tree=_all(Printing, found.branches),
        alterations=_all(Alteration, listing.alterations_of(warehouse, found.story.story_id)),
        events=_all(Event, found.events),
        remarks=_remarks(warehouse, ("story",), [branch.article_id for branch in found.branches]),
    )


def raw_page(warehouse: Warehouse, name: str) -> Page:
    """An article as the warehouse has it. Raises UsageError when no id, or more than one, begins with `name`."""
    return page(warehouse, told.article(warehouse, name))


def article(warehouse: Warehouse, name: str) -> ArticlePage:
    """The article whose id is or begins with `name`. Raises UsageError when none does, or more than one."""
    found = raw_page(warehouse, name)
    about = found.article
    outlet = about.republisher or about.publisher
    of_article = {
        "article_id": about.article_id, "story_id": found.story_id, "outlet": outlet, "headline": about.headline,
        "date_published": about.date_published,
    }  # fmt: skip
    given = {name: getattr(about, name) for name in _names(Article) if name != "story_id"}
    return ArticlePage(
        article=record(Article, {**given, "story_id": found.story_id}),
        passages=_all(Passage, found.passages),
        repairs=_all(Repair, found.repairs),
        facts=tuple(
            record(Fact, {**{n: getattr(f, n, None) for n in _names(Fact)}, **of_article}) for f in found.facts
        ),
        mentions=tuple(
            Mention(
                entity_id=m.entity_id,
                type=m.entity_type,
                name=m.name,
                surface=m.surface,
                start_char=m.start_char,
                end_char=m.end_char,
            )
            for m in found.mentions
        ),
        remarks=_remarks(warehouse, ("article", "fact"), [about.article_id]),
    )


def headlines(warehouse: Warehouse, words: str, limit: int = 20) -> tuple[Headline, ...]:
    """Articles whose headline holds all the words (or parts of words), in any order; the latest first."""
    rows = listing.headlines(warehouse, words, limit)
    return tuple(Headline(article_id=i, headline=h, outlet=o, date_published=d) for i, h, o, d in rows)


def facts(
    warehouse: Warehouse, filters: FactFilters, *, limit: int = 50, after: Key | None = None
) -> tuple[tuple[Fact, ...], Key | None]:
    """Facts, those of the latest articles first, and where the next page begins."""
    rows = listing.facts_page(warehouse, filters, limit=limit + 1, after=after)
    return _all(Fact, rows[:limit]), _next(rows, limit, "fact_id")


def entities(
    warehouse: Warehouse,
    *,
    type: str | None = None,
    named: str | None = None,
    limit: int = 50,
    after: Key | None = None,
) -> tuple[tuple[Entity, ...], Key | None]:
    """Entities, those that most stories name first, and where the next page begins."""
    rows = listing.entities_page(warehouse, type=type, named=named, limit=limit + 1, after=after)
    return _all(Entity, rows[:limit]), _next(rows, limit, "entity_id")


def entity(warehouse: Warehouse, name: str, *, person: int = 1, limit: int = 20) -> EntityPage:
    """One entity by its id, its name or its id in Wikidata. Raises UsageError when nobody is meant, or several may be."""
    row = entity_page(warehouse, meant(warehouse, name), person, limit)
    lists: dict[str, tuple[object, ...]] = {key: _all(kind, row[key]) for key, kind in LISTS.items()}
    return record(EntityPage, {**row, **lists, "remarks": _remarks(warehouse, ("entity",), row["entity_ids"])})


def timeline(warehouse: Warehouse, wanted: Wanted) -> tuple[Dated, ...]:
    """Dated facts in order of date, the copies of a story counted once."""
    query = timeline_query(wanted, last_day(warehouse, wanted))
    return tuple(Dated(**dict(zip(_names(Dated), row, strict=True))) for row in ask(warehouse, query).rows)


def watches(warehouse: Warehouse) -> tuple[Watch, ...]:
    """All watches, by name, with what came of them."""
    found = watching.listed(warehouse)
    return tuple(
        Watch(
            name=k.watch.name, kind=k.watch.kind, question=k.watch.question, asks=in_words(k.watch), pace=k.watch.pace, alerts=k.alerts,
            last_alert=k.last_alert, waiting=k.waiting, failing=k.failing, error=k.error, trouble=k.trouble,
        )
        for k in found
    )  # fmt: skip


def alerts(warehouse: Warehouse, watch: str | None = None, *, limit: int = 50) -> tuple[Alert, ...]:
    """What watches found, the latest first; of one watch, or of all. Raises UsageError when there is no such watch."""
    if watch is not None:
        watching.find(warehouse, watch)
    return _all(Alert, listing.alerts_page(warehouse, watch, limit))


def _remarks(warehouse: Warehouse, about: Sequence[str], things: Sequence[str]) -> tuple[Remark, ...]:
    return _all(Remark, listing.remarks_on(warehouse, about, things))


def _all(kind: type[Record], rows: Iterable[object]) -> tuple[Record, ...]:
    return tuple(record(kind, row) for row in rows)


def _names(kind: type) -> tuple[str, ...]:
    return tuple(field.name for field in fields(kind))


def _next(rows: list[listing.Row], limit: int, name: str) -> Key | None:
    """The key of the last row that is given, when there are more."""
    return (rows[limit - 1]["key"], rows[limit - 1][name]) if len(rows) > limit else None
