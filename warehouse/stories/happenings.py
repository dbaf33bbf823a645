"""Decisions of people about happenings: stories set apart, stories put together. The views compute the rest from claims."""

from __future__ import annotations

from datetime import datetime

from parsers.errors import UsageError
from warehouse.database.store import Warehouse
from warehouse.stories.stories import article

COLUMNS = ("decided_at", "decision", "article_id", "other_article_id", "note")


def apart(warehouse: Warehouse, name: str, at: datetime, note: str | None = None) -> str:
    """The story of an article is in no happening from now on; part of the caller's transaction. Returns the article's id."""
    article_id = article(warehouse, name)
    warehouse.append("happening_decision", COLUMNS, [(at, "apart", article_id, None, note)])
    return article_id


def together(warehouse: Warehouse, name: str, other: str, at: datetime, note: str | None = None) -> str:
    """The stories of two articles are of one happening; part of the caller's transaction. Returns the happening's id.

    Raises UsageError when both articles are of one story.
    """
    one, two = article(warehouse, name), article(warehouse, other)
    stories = {story for (story,) in warehouse.rows("stories_of_articles", {"one": one, "other": two})}
    if len(stories) != 2:
        raise UsageError(f"{one} and {two} are of one story already")
    warehouse.append("happening_decision", COLUMNS, [(at, "together", one, two, note)])
    return str(warehouse.rows("happening_of_article", {"article_id": one})[0][0])
