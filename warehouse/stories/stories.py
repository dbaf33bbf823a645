"""Stories as people ask for them: the list, one story's tree, its revisions, and putting a wrong decision right."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal

import numpy as np

from parsers.errors import UsageError
from parsers.syndication.difference import Change, difference
from warehouse.database.store import Warehouse
from warehouse.stories import syndication


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """One line of the list of stories. `spread` is the time from the first to the last publication."""

    story_id: str
    headline: str | None
    original_article_id: str
    evidence: str
    credited: str | None
    articles: int
    outlets: tuple[str, ...]
    first_seen: datetime | None
    last_seen: datetime | None
    spread: timedelta | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Branch:
    """An article in a story's tree; `depth` 0 is the original. `relation` and the fields after it say why it is there."""

    depth: int
    article_id: str
    headline: str | None
    outlet: str | None
    date_published: datetime | None
    word_count: int
    after: timedelta | None
    relation: str | None = None
    containment: float | None = None
    jaccard: float | None = None
    shared_words: int | None = None
    rule: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A story with its tree (the original first, every copy under what it was copied from) and its history."""

    story: Story
    branches: tuple[Branch, ...]
    events: tuple[Event, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """Something that changed in a story: its original was replaced, or a person split or merged it."""

    happened_at: datetime
    kind: str
    article_id: str
    previous: str | None
    detail: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Revision:
    """One version of an outlet's article, and what changed since the version before (nothing for the first)."""

    article_id: str
    headline: str | None
    date_published: datetime | None
    word_count: int
    changes: tuple[Change, ...]


def stories(
    warehouse: Warehouse, *, limit: int = 50, least: int = 2, outlet: str | None = None, since: datetime | None = None
) -> tuple[Story, ...]:
    """Stories with at least `least` articles, those with most copies first; only those an outlet printed, or seen since."""
    parameters = {"limit": limit, "least": least, "outlet": outlet, "since": since}
    return tuple(_story(row) for row in warehouse.rows("stories", parameters))


def story(warehouse: Warehouse, name: str) -> Told:
    """The story that `name` (a story's id, an article's id, or the beginning of one) denotes. Raises UsageError."""
    story_id = _story_of(warehouse, name)
    ((*row,),) = warehouse.rows("story_by_id", {"story_id": story_id})
    about = _story(row)
    return Told(
        story=about,
        branches=tuple(_branches(warehouse, about)),
        events=tuple(
            Event(happened_at=at, kind=kind, article_id=article_id, previous=previous, detail=detail)
            for at, kind, article_id, previous, detail in warehouse.rows("story_events", {"story_id": story_id})
        ),
    )


def revisions(warehouse: Warehouse, name: str) -> tuple[Revision, ...]:
    """All versions of an article by its outlet, oldest first, each with its difference from the one before."""
    versions = warehouse.rows("revisions", {"article_id": article(warehouse, name)})
    before: str | None = None
    found = []
    for article_id, headline, published, words, body in versions:
        changes = difference(before, body) if before is not None else ()
        found.append(
            Revision(
                article_id=article_id, headline=headline, date_published=published, word_count=words, changes=changes
            )
        )
        before = body
    return tuple(found)


def split(warehouse: Warehouse, name: str, other: str | None, at: datetime, note: str | None = None) -> str:
    """Take an article, with what was copied from it, out of the story of `other` (by default: of its story's original).

    Part of the caller's transaction. Returns the article's new story. Raises UsageError when they are not in one story.
    """
    article_id = article(warehouse, name)
    told = story(warehouse, article_id)
    other_id = article(warehouse, other) if other else told.story.original_article_id
    if other_id == article_id or other_id not in {b.article_id for b in told.branches}:
        raise UsageError(f"{article_id} can only be split from another article of its story {told.story.story_id}")
    return _decide(warehouse, "split", article_id, other_id, at, note)


def merge(warehouse: Warehouse, name: str, other: str, at: datetime, note: str | None = None) -> str:
    """Put the stories of two articles together; part of the caller's transaction. Returns the story's id."""
    article_id, other_id = article(warehouse, name), article(warehouse, other)
    if article_id == other_id:
        raise UsageError("name two different articles to merge their stories")
    return _decide(warehouse, "merge", article_id, other_id, at, note)


def article(warehouse: Warehouse, name: str) -> str:
    """The id of the one article whose id begins with `name`. Raises UsageError when no article or more than one matches."""
    found = named(warehouse, name)
    if len(found) != 1:
        raise UsageError(f"{'no' if not found else 'more than one'} article's id begins with {name!r}")
    return found[0]


def named(warehouse: Warehouse, name: str) -> list[str]:
    """The ids of articles that begin with `name`, two at most; only the one that is `name` when there is such."""
    found = [str(row[0]) for row in warehouse.rows("articles_named", {"name": name})]
    return [name] if name in found else found


def story_id(warehouse: Warehouse, article_id: str) -> str:
    """The story of an article. `article_id` is a whole id."""
    ((found,),) = warehouse.rows("story_of_article", {"article_id": article_id})
    return str(found)


def _story_of(warehouse: Warehouse, name: str) -> str:
    ((story_id,),) = warehouse.rows("story_of_article", {"article_id": article(warehouse, name)})
    return str(story_id)


def _decide(
    warehouse: Warehouse,
    decision: Literal["split", "merge"],
    article_id: str,
    other_id: str,
    at: datetime,
    note: str | None,
) -> str:
    columns = ("decided_at", "decision", "article_id", "other_article_id", "note")
    warehouse.append("story_decision", columns, [(at, decision, article_id, other_id, note)])
    wordings = warehouse.rows("wordings_of_articles", {"one": article_id, "other": other_id})
    syndication.conclude(warehouse, np.array([w for (w,) in wordings], dtype=np.int64), at)
    story_id = _story_of(warehouse, article_id)
    entry = ("happened_at", "kind", "story_id", "article_id", "previous", "detail")
    warehouse.append("story_event", entry, [(at, decision, story_id, article_id, other_id, note)])
    return story_id


def _story(row: Sequence[object]) -> Story:
    names = (
        "story_id",
        "headline",
        "original_article_id",
        "evidence",
        "credited",
        "articles",
        "outlets",
        "first_seen",
        "last_seen",
        "spread",
    )
    values = dict(zip(names, row, strict=True))
    return Story(**{**values, "outlets": tuple(values["outlets"])})  # type: ignore[arg-type]


def _branches(warehouse: Warehouse, about: Story) -> Iterator[Branch]:
    """The tree, depth first, copies of one article by time."""
    rows = {row[0]: row for row in warehouse.rows("story_members", {"story_id": about.story_id})}
    under: Mapping[str, list[str]] = defaultdict(list)
    for row in rows.values():
        if row[5] in rows and row[0] != about.original_article_id:
            under[row[5]].append(row[0])
    start = rows[about.original_article_id][3]
    waiting = [(about.original_article_id, 0)]
    while waiting:
        at, depth = waiting.pop()
        article_id, headline, outlet, published, words, _, relation, containment, jaccard, shared, rule = rows[at]
        yield Branch(
            depth=depth,
            article_id=article_id,
            headline=headline,
            outlet=outlet,
            date_published=published,
            word_count=words,
            after=published - start if published and start else None,
            relation=relation if depth else None,
            containment=containment if depth else None,
            jaccard=jaccard if depth else None,
            shared_words=shared if depth else None,
            rule=rule if depth else None,
        )
        waiting += [(child, depth + 1) for child in reversed(under[at])]
