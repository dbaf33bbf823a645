"""The desk's own vocabulary: learned from its undamaged articles, kept, and handed to repair as data."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from parsers.known import Vocabulary
from parsers.model import DAMAGE
from warehouse.database.sql import query
from warehouse.database.store import Warehouse

CHUNK = 2_000
"""Articles held in memory at once while learning."""


@dataclass(frozen=True, slots=True)
class _Printed:
    article_body: str


def known(warehouse: Warehouse) -> Vocabulary:
    """What was learned last."""
    rows = warehouse.connection.execute("select word, articles from vocabulary order by word").fetchall()
    return Vocabulary(counts=tuple((word, articles) for word, articles in rows))


def relearn(warehouse: Warehouse) -> Vocabulary:
    """Learn the vocabulary from everything filed; independent of the order of arrival. Runs in its own transaction."""
    found = warehouse.connection.execute(query("undamaged_bodies"), [sorted(DAMAGE)])

    def bodies() -> Iterator[_Printed]:
        while chunk := found.fetchmany(CHUNK):
            yield from (_Printed(body) for (body,) in chunk)

    from parsers.repair.vocabulary import learn  # not at the top: it loads the word lists of repair

    vocabulary = learn(bodies())
    with warehouse.transaction():
        warehouse.connection.execute("delete from vocabulary").fetchall()
        warehouse.append("vocabulary", ("word", "articles"), vocabulary.counts)
    return vocabulary
