"""The timeline as a query: dated facts, filtered, the copies of a story counted once."""

from __future__ import annotations

from dataclasses import dataclass

from warehouse.sql import query


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """Which dated facts: from `since` to before `until` (years, months or days of ISO 8601), about a word, of a kind."""

    since: str | None = None
    until: str | None = None
    about: str | None = None
    kind: str | None = None
    story: str | None = None
    limit: int = 50


def timeline_query(wanted: Wanted) -> str:
    """The query with its values written in, so that it can be delivered in any format."""
    text = query("timeline_lines")
    values = (wanted.since, wanted.until, wanted.about, wanted.kind, wanted.story)
    for name, value in zip(("since", "until", "about", "kind", "story"), values, strict=True):
        text = text.replace(f"${name}", _literal(value))
    return text.replace("$limit", str(int(wanted.limit)))


def _literal(value: str | None) -> str:
    return "null::varchar" if value is None else "'" + value.replace("'", "''") + "'"
