"""The JSON interface: /api/search, stories, articles, entities, facts. Records are those of `flows.api`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Generic, Literal, TypeVar

from fastapi import APIRouter, HTTPException, Path, Query

from flows.api import asking
from flows.api.entity_records import Entity, EntityPage
from flows.api.records import (
    Alert,
    ArticlePage,
    Facet,
    Fact,
    Hit,
    Story,
    StoryPage,
    Watch,
)
from flows.pages import cursors
from parsers.errors import UsageError
from warehouse.asking.listing import FactFilters, Filters
from warehouse.asking.sharing import NothingPublished, Shared

Item = TypeVar("Item")

LARGEST_PAGE = 200
DEEPEST = 10_000
"""How many hits of a search can be reached: whoever wants all of them uses SQL or an export."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed(Generic[Item]):
    """A page of a list. `next` is the cursor of the following page, null on the last; `publication` names the state of the desk."""

    items: tuple[Item, ...]
    next: str | None
    publication: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A page of a search, how many articles and stories answer, and counts by facet (with `facets=true`)."""

    items: tuple[Hit, ...]
    articles: int
    stories: int
    facets: tuple[Facet, ...]
    next: str | None
    publication: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """Why a request is not answered."""

    detail: str


REFUSALS = {
    401: "The token is missing or wrong.",
    404: "There is no such thing, or several are meant.",
    414: "The address is too long.",
    422: "A value cannot be understood, or there is no word to search for.",
    429: "Too many requests; Retry-After says when to ask again.",
    503: "Nothing is published yet, the question took too long, or too many are at work.",
}
RESPONSES: dict[int | str, dict[str, object]] = {
    **{status: {"model": Problem, "description": said} for status, said in REFUSALS.items()},
    304: {"description": "The answer is still the one that If-None-Match names."},
}

Text = Annotated[str | None, Query(min_length=1, max_length=200)]
Day = Annotated[date | None, Query(description="A day: 2025-03-14.")]
Limit = Annotated[int, Query(ge=1, le=LARGEST_PAGE)]
Cursor = Annotated[str | None, Query(max_length=cursors.LONGEST, description="`next` of the page before.")]
Name = Annotated[str, Path(min_length=1, max_length=200)]


def routes(shared: Shared) -> APIRouter:
    """The routes, which ask the published database of `shared`."""
    router = APIRouter(prefix="/api", responses=RESPONSES)
    _of_search(router, shared)
    _of_stories(router, shared)
    _of_entities(router, shared)
    _of_facts(router, shared)
    _of_watches(router, shared)
    return router


def _of_search(router: APIRouter, shared: Shared) -> None:
    @router.get("/search")
    def search(
        q: Annotated[str, Query(min_length=1, max_length=500, description='Words, "phrases", prefix*, -excluded, OR.')],
        since: Day = None,
        until: Day = None,
        outlet: Text = None,
        language: Text = None,
        genre: Text = None,
        copies: Annotated[bool, Query(description="One row an article, not one a story.")] = False,
        facets: Annotated[bool, Query(description="Count by outlet, language, genre and day, too.")] = False,
        limit: Limit = 20,
        cursor: Cursor = None,
    ) -> Found:
        """Stories that contain all the words, best match first (BM25)."""
        filters = Filters(since=_day(since), until=_day(until), outlet=outlet, language=language, genre=genre)
        asked = {"q": q, "filters": filters, "copies": copies}
        offset = _offset(cursor, asked)
        with _problems(422), shared.asking() as warehouse:
            found = asking.search(warehouse, q, filters, copies=copies, limit=limit, offset=offset)
            counts = asking.facets(warehouse, q, filters) if facets else ()
        total = found.articles if copies else found.stories
        more = offset + limit < min(total, DEEPEST)
        following = cursors.encoded((offset + limit, "") if more else None, asked)
        return Found(
            items=found.hits, articles=found.articles, stories=found.stories, facets=counts, next=following,
            publication=shared.publication(),
        )  # fmt: skip


def _offset(cursor: str | None, asked: Mapping[str, object]) -> int:
    offset = (_key(cursor, asked) or (0, ""))[0]
    if not 0 <= offset <= DEEPEST:
        raise HTTPException(422, f"only the first {DEEPEST} hits can be reached")
    return offset


def _of_stories(router: APIRouter, shared: Shared) -> None:
    @router.get("/stories")
    def stories(
        since: Day = None,
        until: Day = None,
        outlet: Text = None,
        limit: Limit = 50,
        cursor: Cursor = None,
    ) -> Listed[Story]:
        """Stories, those with the latest article first; only those with an article of an outlet or a time."""
        asked = {"list": "stories", "since": since, "until": until, "outlet": outlet}
        after = _key(cursor, asked)
        with shared.asking() as warehouse:
            items, following = asking.stories(
                warehouse, since=_day(since), until=_day(until), outlet=outlet, limit=limit, after=after
            )
        return Listed(items=items, next=cursors.encoded(following, asked), publication=shared.publication())

    @router.get("/stories/{story_id}")
    def story(story_id: Name) -> StoryPage:
        """One story with its tree and what its articles changed: by its id, an article's id, or the beginning of one."""
        with _problems(404), shared.asking() as warehouse:
            return asking.story(warehouse, story_id)

    @router.get("/articles/{article_id}")
    def article(article_id: Name) -> ArticlePage:
        """One article with its passages, edits, facts and mentions: by its id or the beginning of it."""
        with _problems(404), shared.asking() as warehouse:
            return asking.article(warehouse, article_id)


def _of_entities(router: APIRouter, shared: Shared) -> None:
    @router.get("/entities")
    def entities(
        type: Literal["person", "organisation", "place", "programme"] | None = None,
        named: Text = None,
        limit: Limit = 50,
        cursor: Cursor = None,
    ) -> Listed[Entity]:
        """People, organisations, places and programmes, those that most stories name first."""
        asked = {"list": "entities", "type": type, "named": named}
        after = _key(cursor, asked)
        with shared.asking() as warehouse:
            items, following = asking.entities(warehouse, type=type, named=named, limit=limit, after=after)
        return Listed(items=items, next=cursors.encoded(following, asked), publication=shared.publication())

    @router.get("/entities/{entity_id:path}")
    def entity(
        entity_id: Annotated[str, Path(min_length=1, max_length=200)],
        person: Annotated[int, Query(ge=1, le=10_000, description="Which of several people of one name.")] = 1,
        limit: Annotated[int, Query(ge=1, le=LARGEST_PAGE, description="Rows of each list.")] = 20,
    ) -> EntityPage:
        """One entity by its id (person/anna-bell), its name or its id in Wikidata."""
        with _problems(404), shared.asking() as warehouse:
            return asking.entity(warehouse, entity_id, person=person, limit=limit)


def _of_facts(router: APIRouter, shared: Shared) -> None:
    @router.get("/facts")
    def facts(
        kind: Text = None,
        subtype: Text = None,
        article_id: Text = None,
        story_id: Text = None,
        entity_id: Text = None,
        about: Annotated[
            str | None, Query(min_length=1, max_length=200, description="Contained in the evidence.")
        ] = None,
        since: Day = None,
        until: Day = None,
        limit: Limit = 50,
        cursor: Cursor = None,
    ) -> Listed[Fact]:
        """Facts with their exact words, those of the latest articles first; `since` and `until` are of publication."""
        filters = FactFilters(
            kind=kind, subtype=subtype, article_id=article_id, story_id=story_id, entity_id=entity_id, about=about,
            since=_day(since), until=_day(until),
        )  # fmt: skip
        asked = {"list": "facts", "filters": filters}
        after = _key(cursor, asked)
        with shared.asking() as warehouse:
            items, following = asking.facts(warehouse, filters, limit=limit, after=after)
        return Listed(items=items, next=cursors.encoded(following, asked), publication=shared.publication())


def _of_watches(router: APIRouter, shared: Shared) -> None:
    @router.get("/watches")
    def watches() -> tuple[Watch, ...]:
        """All watches, by name, with what came of them."""
        with shared.asking() as warehouse:
            return asking.watches(warehouse)

    @router.get("/watches/{watch}")
    def alerts(watch: Name, limit: Limit = 50) -> tuple[Alert, ...]:
        """What one watch found, the latest first."""
        with _problems(404), shared.asking() as warehouse:
            return asking.alerts(warehouse, watch, limit=limit)


def _day(said: date | None) -> str | None:
    return said.isoformat() if said else None


def _key(cursor: str | None, asked: Mapping[str, object]) -> cursors.Key | None:
    with _problems(422):
        return cursors.decoded(cursor, asked)


@contextmanager
def _problems(status: int) -> Iterator[None]:
    """What a person asked for and cannot have, as a status; that nothing is published yet is said elsewhere."""
    try:
        yield
    except NothingPublished:
        raise
    except UsageError as error:
        raise HTTPException(status, str(error)) from error
