"""An open desk: questions in Python, answered from the published database."""

from __future__ import annotations

from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self

from flows.api import asking
from flows.api.entity_records import Entity, EntityPage
from flows.api.records import (
    Alert,
    ArticlePage,
    Dated,
    Facet,
    Fact,
    Headline,
    Search,
    Story,
    StoryPage,
    Watch,
)  # fmt: skip
from parsers.errors import UsageError
from warehouse.asking.listing import FactFilters, Filters
from warehouse.asking.query import to_arrow
from warehouse.asking.sharing import pinned
from warehouse.asking.timelines import Wanted
from warehouse.database.place import Place
from warehouse.database.store import Warehouse

if TYPE_CHECKING:
    import pyarrow


def open_desk(database: str | Path = "newsdesk.duckdb") -> Desk:
    """Open the desk of a database, read-only: what was published when it was opened. `Desk.refresh` reads what is published now.

    Raises UsageError when there is no database yet, WarehouseError when it is none of ours or damaged.
    """
    return Desk(Place.at(database))


class Desk:
    """An open desk. Use it in a `with` block, or call `close`. Not for several threads at once; open one for each."""

    def __init__(self, place: Place) -> None:
        self._place = place
        self._warehouse: Warehouse | None = pinned(place)

    @property
    def _open(self) -> Warehouse:
        if self._warehouse is None:
            raise UsageError("this desk is closed; open_desk opens another")
        return self._warehouse

    def refresh(self) -> None:
        """Read what is published now."""
        fresh = pinned(self._place)
        self.close()
        self._warehouse = fresh

    def search(
        self,
        query: str,
        *,
        since: str | None = None,
        until: str | None = None,
        outlet: str | None = None,
        language: str | None = None,
        genre: str | None = None,
        copies: bool = False,
        limit: int = 10,
        offset: int = 0,
    ) -> Search:
        """The best stories for a query (its syntax: docs/cli.md), or with `copies` the best articles.

        `since` and `until` are days (2025-03-14), the second exclusive; the other filters are exact values. Raises UsageError when the query
        has no words.
        """
        filters = Filters(since=since, until=until, outlet=outlet, language=language, genre=genre)
        return asking.search(self._open, query, filters, copies=copies, limit=limit, offset=offset)

    def facets(
        self,
        query: str,
        *,
        since: str | None = None,
        until: str | None = None,
        outlet: str | None = None,
        language: str | None = None,
        genre: str | None = None,
        limit: int = 10,
    ) -> tuple[Facet, ...]:
        """How many articles and stories answer, by outlet, language, genre and day; `limit` values of each."""
        filters = Filters(since=since, until=until, outlet=outlet, language=language, genre=genre)
        return asking.facets(self._open, query, filters, limit)

    def stories(
        self, *, since: str | None = None, until: str | None = None, outlet: str | None = None, limit: int = 50
    ) -> tuple[Story, ...]:
        """Stories, those with the latest article first; only those with an article of an outlet, or of a time."""
        return asking.stories(self._open, since=since, until=until, outlet=outlet, limit=limit)[0]

    def story(self, name: str) -> StoryPage:
        """One story by its id or the id of an article in it, or the beginning of one. Raises UsageError when there is none."""
        return asking.story(self._open, name)

    def article(self, name: str) -> ArticlePage:
        """One article by its id or the beginning of it. Raises UsageError when none or more than one begins so."""
        return asking.article(self._open, name)

    def headlines(self, words: str, *, limit: int = 20) -> tuple[Headline, ...]:
        """Articles whose headline holds all the words, in any order; the latest first."""
        return asking.headlines(self._open, words, limit)

    def facts(
        self,
        *,
        kind: str | None = None,
        subtype: str | None = None,
        article_id: str | None = None,
        story_id: str | None = None,
        entity_id: str | None = None,
        about: str | None = None,
        since: str | None = None,
        until: str | None = None,
        limit: int = 50,
    ) -> tuple[Fact, ...]:
        """Facts, those of the latest articles first. `about` is contained in the evidence; times are of publication."""
        filters = FactFilters(
            kind=kind, subtype=subtype, article_id=article_id, story_id=story_id, entity_id=entity_id, about=about,
            since=since, until=until,
        )  # fmt: skip
        return asking.facts(self._open, filters, limit=limit)[0]

    def entities(self, *, type: str | None = None, named: str | None = None, limit: int = 50) -> tuple[Entity, ...]:
        """Entities, those that most stories name first; of a type (person, organisation, place, programme), with a word in a name."""
        return asking.entities(self._open, type=type, named=named, limit=limit)[0]

    def entity(self, name: str, *, person: int = 1, limit: int = 20) -> EntityPage:
        """One entity by its id, name or id in Wikidata. Raises UsageError when nobody is meant, or several may be."""
        return asking.entity(self._open, name, person=person, limit=limit)

    def timeline(
        self,
        *,
        since: str | None = None,
        until: str | None = None,
        about: str | None = None,
        kind: str | None = None,
        story: str | None = None,
        limit: int = 50,
    ) -> tuple[Dated, ...]:
        """Dated facts in order of date, the copies of a story counted once; without `since` those with the latest dates."""
        wanted = Wanted(since=since, until=until, about=about, kind=kind, story=story, limit=limit)
        return asking.timeline(self._open, wanted)

    def watches(self) -> tuple[Watch, ...]:
        """All watches, by name, with what came of them."""
        return asking.watches(self._open)

    def alerts(self, watch: str | None = None, *, limit: int = 50) -> tuple[Alert, ...]:
        """What watches found, the latest first; of one watch, or of all. Raises UsageError when there is no such watch."""
        return asking.alerts(self._open, watch, limit=limit)

    def arrow(self, query: str, parameters: dict[str, Any] | None = None) -> pyarrow.Table:
        """The answer to any SQL query as an Arrow table; `parameters` are the values of `$name` in it. Raises QuestionError."""
        return to_arrow(self._open, query, parameters)

    def close(self) -> None:
        """Close the database."""
        if self._warehouse is not None:
            self._warehouse.close()
            self._warehouse = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()
