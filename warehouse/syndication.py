"""Which story an article belongs to."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from parsers.model import Outcome, Parsed
from warehouse.store import Warehouse


def judge_batch(warehouse: Warehouse, parsed: Sequence[Parsed], at: datetime) -> dict[str, Outcome]:
    """Find the story of each newly filed article; returns the outcome by article id. Part of the caller's transaction."""
    for p in parsed:
        warehouse.connection.execute(
            "update article set story_id = article_id where article_id = ?", [p.article.article_id]
        ).fetchall()
    return {p.article.article_id: Outcome.LOADED for p in parsed} if at else {}


def settle(warehouse: Warehouse) -> None:
    """Make the stories what they would be in any order of arrival; at the end of a run."""
