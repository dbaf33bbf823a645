"""`newsdesk show`: one article, its clean text with edits marked."""

from __future__ import annotations

from flows.cli.options import DEFAULT, Database
from parsers.errors import UsageError
from warehouse.place import Place
from warehouse.store import reading


def show(article: str, *, database: Database = DEFAULT) -> int:
    """Print an article by its id (or the start of it).

    Example: newsdesk show 3f2a
    """
    with reading(Place.at(database)) as warehouse:
        rows = warehouse.connection.execute(
            "select headline, article_body from article where starts_with(article_id, ?) limit 2", [article]
        ).fetchall()
    if len(rows) != 1:
        raise UsageError(f"{len(rows) or 'no'} articles have an id that starts with {article}")
    print(rows[0][0] or "", rows[0][1], sep="\n\n")
    return 0
