"""The pages: search with facets, stories, one story, one article, entities, one entity, the timeline."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from itertools import groupby
from typing import Annotated, Literal

from fastapi import APIRouter, HTTPException, Path, Query, Response

from flows.api import asking
from flows.api.records import Facet, Search
from flows.clock import now
from flows.delivery import feed_files
from flows.pages import cursors
from flows.pages.templating import STATIC, Templates, static
from flows.reporting import copy
from parsers.errors import UsageError
from warehouse.asking.desk_figures import REPORTED, desk_figures
from warehouse.asking.listing import Filters
from warehouse.asking.search import clauses
from warehouse.asking.sharing import NothingPublished, Shared
from warehouse.asking.timelines import Wanted
from warehouse.database.store import Warehouse

ROWS = 20
FACET_VALUES = 8
LONGEST_LIST = 60
DEEPEST_PAGE = 500
KEPT_SECONDS = 31_536_000

Text = Annotated[str, Query(max_length=200)]
Day = Annotated[str, Query(max_length=10, pattern=r"^(\d{4}(-\d\d(-\d\d)?)?)?$")]
Cursor = Annotated[str | None, Query(max_length=cursors.LONGEST)]
Name = Annotated[str, Path(min_length=1, max_length=200)]
KINDS = ("event", "agreement", "quantity", "quotation", "role", "project")
EMPTY = Search(articles=0, stories=0, hits=())
FEEDS = {"atom": "application/atom+xml", "json": "application/feed+json"}
NO_FACETS: tuple[Facet, ...] = ()


def routes(shared: Shared, templates: Templates) -> APIRouter:
    """The routes, which are not part of the OpenAPI schema."""
    router = APIRouter(include_in_schema=False)
    _of_files(router)
    _of_search(router, shared, templates)
    _of_stories(router, shared, templates)
    _of_articles(router, shared, templates)
    _of_entities(router, shared, templates)
    _of_timeline(router, shared, templates)
    _of_watches(router, shared, templates)
    return router


def _of_files(router: APIRouter) -> None:
    @router.get("/static/{name}")
    def file(name: str) -> Response:
        if name not in STATIC:
            raise HTTPException(404, "there is no such file")
        kept = {"cache-control": f"public, max-age={KEPT_SECONDS}, immutable"}
        return Response(static(name), media_type=STATIC[name], headers=kept)


def _of_search(router: APIRouter, shared: Shared, templates: Templates) -> None:
    @router.get("/")
    def front() -> Response:
        with _shown(shared) as warehouse:
            counts = warehouse.rows("desk_counts")
            latest, _ = asking.stories(warehouse, limit=ROWS)
            troubles = [each for each in asking.watches(warehouse) if each.failing or each.trouble]
        return templates.page("front.html", title="Newsdesk", counts=counts, stories=latest, troubles=troubles)

    @router.get("/desk")
    def desk() -> Response:
        """The standing report: the last day at the desk, always at this address."""
        at = now()
        with _shown(shared) as warehouse:
            figures = desk_figures(warehouse, at - REPORTED)
        return templates.page(
            "desk.html", title="The last 24 hours", figures=figures, at=at, day_long=REPORTED, received=sum(n for _, n in figures.outcomes),
            runs=[(f"{kind}, {state}", number) for kind, state, number in figures.runs],
            stages=[(stage, f"{seconds:,.2f} s") for stage, seconds in figures.stages],
        )  # fmt: skip

    @router.get("/search")
    def search(
        q: Annotated[str, Query(max_length=500)] = "",
        outlet: Text = "",
        language: Text = "",
        genre: Text = "",
        day: Day = "",
        since: Day = "",
        until: Day = "",
        copies: bool = False,
        page: Annotated[int, Query(ge=1, le=DEEPEST_PAGE)] = 1,
    ) -> Response:
        chosen = {"outlet": outlet, "language": language, "genre": genre, "day": day}
        filters = _filters(chosen, since, until)
        found, counts = EMPTY, NO_FACETS
        if clauses(q):
            with _shown(shared) as warehouse:
                found, counts = _found(warehouse, q, filters, copies=copies, page=page)
        asked = {"q": q, "since": since, "until": until, "copies": copies, **chosen}
        total = found.articles if copies else found.stories
        return templates.page(
            "search.html", title=f"{q} — search" if q else "Search", asked=asked, found=found, page=page, total=total,
            facets=_facets(counts, asked), last=(total + ROWS - 1) // ROWS,
            chosen=[(name, value, {**asked, name: ""}) for name, value in chosen.items() if value],
        )  # fmt: skip


def _found(
    warehouse: Warehouse, q: str, filters: Filters, *, copies: bool, page: int
) -> tuple[Search, tuple[Facet, ...]]:
    found = asking.search(warehouse, q, filters, copies=copies, limit=ROWS, offset=ROWS * (page - 1))
    return found, asking.facets(warehouse, q, filters, FACET_VALUES)


def _filters(chosen: dict[str, str], since: str, until: str) -> Filters:
    """The filters of a page; a day is the time from it to the next. Raises HTTPException for a day that does not exist."""
    first, last = _date(since), _date(until)
    if chosen["day"]:
        first = _date(chosen["day"])
        last = _after(first)
    given = {name: chosen[name] or None for name in ("outlet", "language", "genre")}
    return Filters(since=first, until=last, **given)


def _date(said: str) -> str | None:
    """The first day of a year, month or day."""
    if not said:
        return None
    try:
        return date.fromisoformat(said + "0000-01-01"[len(said) :]).isoformat()
    except ValueError:
        raise HTTPException(422, f"{said} is not a date; write 2025, 2025-03 or 2025-03-14") from None


def _after(day: str | None) -> str | None:
    try:
        return (date.fromisoformat(day) + timedelta(days=1)).isoformat() if day else None
    except OverflowError:
        return None


def _facets(
    counts: tuple[Facet, ...], asked: dict[str, object]
) -> list[tuple[str, list[tuple[Facet, dict[str, object]]]]]:
    """Facets that a person has not chosen yet, each value with the question it leads to."""
    return [
        (name, [(each, {**asked, name: each.value}) for each in group])
        for name, group in groupby(counts, key=lambda each: each.facet)
        if not asked[name]
    ]


def _of_stories(router: APIRouter, shared: Shared, templates: Templates) -> None:
    @router.get("/stories")
    def stories(outlet: Text = "", cursor: Cursor = None) -> Response:
        asked = {"list": "stories", "outlet": outlet or None}
        with _shown(shared) as warehouse:
            after = cursors.decoded(cursor, asked)
            items, following = asking.stories(warehouse, outlet=outlet or None, limit=ROWS, after=after)
        return templates.page(
            "stories.html", title=f"Stories of {outlet}" if outlet else "Stories", stories=items, outlet=outlet,
            following=cursors.encoded(following, asked), first=cursor is None,
        )  # fmt: skip

    @router.get("/stories/{story_id}")
    def story(story_id: Name) -> Response:
        with _shown(shared) as warehouse:
            found = asking.story(warehouse, story_id)
        headlines = {each.article_id: each for each in found.tree}
        changes = [
            (headlines[name], list(group))
            for name, group in groupby(found.alterations, lambda a: a.article_id)
            if name in headlines
        ]
        return templates.page(
            "story.html", title=found.story.headline or "A story", story=found.story, tree=found.tree, changes=changes, events=found.events, remarks=found.remarks,
        )  # fmt: skip


def _of_articles(router: APIRouter, shared: Shared, templates: Templates) -> None:
    @router.get("/articles/{article_id}")
    def article(article_id: Name) -> Response:
        with _shown(shared) as warehouse:
            raw = asking.raw_page(warehouse, article_id)
            found = asking.article(warehouse, raw.article.article_id)
        repairs = [(kind, [r for r in found.repairs if r.kind == kind]) for kind in copy.KINDS]
        return templates.page(
            "article.html", title=found.article.headline or _opening(found.article.article_body), article=found.article, copy=copy.shown_copy(raw),
            repairs=[(kind, rows) for kind, rows in repairs if rows], facts=found.facts, named=_named(found.mentions), remarks=found.remarks,
        )  # fmt: skip


def _opening(body: str) -> str:
    """The first words of an article that has no headline."""
    words = body.split(maxsplit=10)
    return " ".join(words[:10]) + (" …" if len(words) > 10 else "")


def _named(mentions: tuple[object, ...]) -> list[tuple[str, str, str]]:
    """Entities of an article, each once, in order."""
    return list(dict.fromkeys((m.entity_id, m.name, m.type) for m in mentions))  # type: ignore[attr-defined]


def _of_entities(router: APIRouter, shared: Shared, templates: Templates) -> None:
    @router.get("/entities")
    def entities(
        type: Literal["", "person", "organisation", "place", "programme"] = "", named: Text = "", cursor: Cursor = None
    ) -> Response:
        asked = {"list": "entities", "type": type or None, "named": named or None}
        with _shown(shared) as warehouse:
            after = cursors.decoded(cursor, asked)
            items, following = asking.entities(
                warehouse, type=type or None, named=named or None, limit=LONGEST_LIST, after=after
            )
        return templates.page(
            "entities.html", title="Who and what is named", entities=items, type=type, named=named,
            following=cursors.encoded(following, asked),
        )  # fmt: skip

    @router.get("/entities/{entity_id:path}")
    def entity(
        entity_id: Annotated[str, Path(min_length=1, max_length=200)],
        person: Annotated[int, Query(ge=1, le=10_000)] = 1,
    ) -> Response:
        with _shown(shared) as warehouse:
            found = asking.entity(warehouse, entity_id, person=person)
        return templates.page("entity.html", title=found.name, entity=found, asked=entity_id)


def _of_timeline(router: APIRouter, shared: Shared, templates: Templates) -> None:
    @router.get("/timeline")
    def timeline(since: Day = "", until: Day = "", about: Text = "", kind: Text = "") -> Response:
        wanted = Wanted(
            since=_date(since), until=_date(until), about=about or None, kind=kind or None, limit=LONGEST_LIST
        )
        with _shown(shared) as warehouse:
            lines = asking.timeline(warehouse, wanted)
        years = [(year, list(group)) for year, group in groupby(lines, lambda line: line.when[:4])]
        asked = {"since": since, "until": until, "about": about, "kind": kind}
        return templates.page(
            "timeline.html",
            title="Timeline",
            years=years,
            asked=asked,
            kinds=KINDS,
            lines=len(lines),
            most=LONGEST_LIST,
        )


def _of_watches(router: APIRouter, shared: Shared, templates: Templates) -> None:
    @router.get("/watches")
    def watches(watch: Text = "") -> Response:
        with _shown(shared) as warehouse:
            known = asking.watches(warehouse)
            found = asking.alerts(warehouse, watch or None, limit=LONGEST_LIST)
        return templates.page("watches.html", title="Watches", watches=known, alerts=found, watch=watch)

    @router.get("/feed/{name}.{ending}")
    def feed(name: Name, ending: Literal["atom", "json"]) -> Response:
        """The feed of a watch, as its file beside the database has it."""
        with _shown(shared) as warehouse:
            if name not in {watch.name for watch in asking.watches(warehouse)}:
                raise HTTPException(404, "there is no such watch")
        file = feed_files.folder(shared.place) / f"{name}.{ending}"
        if not file.is_file():
            raise HTTPException(404, "this watch has no feed yet")
        return Response(file.read_bytes(), media_type=FEEDS[ending], headers={"cache-control": "private, no-cache"})


@contextmanager
def _shown(shared: Shared) -> Iterator[Warehouse]:
    """A connection for one page; what is not there becomes a page that says so."""
    try:
        with shared.asking() as warehouse:
            yield warehouse
    except NothingPublished:
        raise
    except UsageError as error:
        raise HTTPException(404, str(error)) from error
