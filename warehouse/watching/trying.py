"""A watch asked of what is filed already, to see what it would find. Nothing is kept."""

from __future__ import annotations

from dataclasses import dataclass

from parsers.errors import UsageError
from parsers.watches import Watch
from warehouse.database.store import Warehouse
from warehouse.watching.evaluate import Filed, Match, filed, matches, quoted

MOST = 2_000
"""Articles that are looked at: the latest."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Trial:
    """How many stories answer among the articles looked at, and the latest of them."""

    looked_at: int
    stories: int
    shown: tuple[tuple[Filed, Match], ...]


def found(warehouse: Warehouse, watch: Watch, limit: int) -> Trial:
    """What a watch finds among the latest articles. Raises UsageError when it cannot be asked."""
    ids = [row[0] for row in warehouse.rows("latest_articles", {"most": MOST})]
    articles = filed(warehouse, ids)
    troubles: dict[str, str] = {}
    by_id = {a.article_id: a for a in articles}
    stories: dict[str, tuple[Filed, Match]] = {}
    for match in matches(warehouse, [watch], articles, troubles):
        article = by_id[match.article_id]
        stories.setdefault(article.story_id, (article, match))
    if why := troubles.get(watch.name):
        raise UsageError(f"watch {watch.name}: {why}")
    order = {article_id: n for n, article_id in enumerate(ids)}
    latest = sorted(stories.values(), key=lambda pair: order[pair[0].article_id])[:limit]
    shown = zip((a for a, _ in latest), quoted([m for _, m in latest], articles), strict=True)
    return Trial(looked_at=len(articles), stories=len(stories), shown=tuple(shown))
