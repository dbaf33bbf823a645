"""One article with everything the desk knows about it, for reading."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import Any

from parsers.model import Article, Fact, Mention, Passage, Repair
from warehouse.database.store import Warehouse

ARTICLE = tuple(f.name for f in fields(Article))
PASSAGE = tuple(f.name for f in fields(Passage))
REPAIR = tuple(f.name for f in fields(Repair))
FACT = tuple(f.name for f in fields(Fact) if f.name != "parties")


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """An article, its blocks in reading order, its edits in the order of the text, its facts by place."""

    article: Article
    story_id: str | None
    passages: tuple[Passage, ...]
    repairs: tuple[Repair, ...]
    facts: tuple[Fact, ...]
    mentions: tuple[Mention, ...]


def page(warehouse: Warehouse, article_id: str) -> Page:
    """Everything about one article."""
    (row,) = _rows(warehouse, "article", (*ARTICLE, "story_id"), article_id, "article_id")
    values = dict(zip(ARTICLE, row[:-1], strict=True))
    values["author"] = tuple(values["author"] or ())
    return Page(
        article=Article(**values),
        story_id=row[-1],
        passages=tuple(
            Passage(**dict(zip(PASSAGE, r, strict=True)))
            for r in _rows(warehouse, "passage", PASSAGE, article_id, "ordinal")
        ),
        repairs=tuple(
            Repair(**dict(zip(REPAIR, r, strict=True)))
            for r in _rows(warehouse, "repair", REPAIR, article_id, "raw_start, raw_end")
        ),
        facts=tuple(
            Fact(**dict(zip(FACT, r, strict=True)))
            for r in _rows(warehouse, "fact", FACT, article_id, "start_char, anchor_start")
        ),
        mentions=tuple(
            Mention(entity_id=i, entity_type=t, name=n, start_char=s, end_char=e, surface=x)
            for i, t, n, s, e, x in warehouse.rows("article_mentions", {"article_id": article_id})
        ),
    )


def _rows(
    warehouse: Warehouse, table: str, columns: tuple[str, ...], article_id: str, order: str
) -> list[tuple[Any, ...]]:
    names = ", ".join(f'"{c}"' for c in columns)
    return warehouse.connection.execute(
        f"select {names} from {table} where article_id = ? order by {order}", [article_id]
    ).fetchall()
