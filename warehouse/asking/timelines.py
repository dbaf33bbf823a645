"""The timeline as a query: dated facts, filtered, the copies of a story counted once."""

from __future__ import annotations

from dataclasses import asdict, dataclass

from warehouse.asking.listing import piece
from warehouse.database.sql import written


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """Which dated facts: from `since` to before `until` (years, months or days of ISO 8601), about a word, of a kind; with `copies` a line an article, not one a story."""

    since: str | None = None
    until: str | None = None
    about: str | None = None
    kind: str | None = None
    story: str | None = None
    copies: bool = False
    limit: int = 50


def timeline_query(wanted: Wanted) -> str:
    """The query with its values written in, so that it can be delivered in any format."""
    return written("timeline_lines", {**asdict(wanted), "piece": piece(wanted.about)})
