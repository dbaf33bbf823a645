"""Facts, the entities in them, and where those are named."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from warehouse.database.store import Warehouse, text_array
from warehouse.filing.rows import Row

TABLES = ("fact", "mention", "claim")
ENTITY = ("entity_id", "entity_type", "name", "country", "surface")


def name_entities(warehouse: Warehouse, entities: Iterable[Row]) -> None:
    """Enter who is named in newly filed articles, and how (`Filing.entities`); part of the caller's transaction."""
    rows = {(row[0], row[2], row[4]): row for row in entities}
    if not rows:
        return
    with warehouse.incoming({n: text_array(c) for n, c in zip(ENTITY, zip(*rows.values(), strict=True), strict=True)}):
        warehouse.run("rename_entities")
        warehouse.run("insert_entities")
        warehouse.run("insert_aliases")


def remove(warehouse: Warehouse, article_ids: Sequence[str]) -> None:
    """Take out the facts and mentions of articles; part of the caller's transaction. Entities stay."""
    with warehouse.incoming({"article_id": text_array(list(article_ids))}):
        warehouse.run("remove_fact_parties")
        warehouse.run("claims_removed")
        for table in TABLES:
            warehouse.connection.execute(
                f"delete from {table} where article_id in (select article_id from incoming)"
            ).fetchall()


def erase_entities(warehouse: Warehouse, article_ids: Sequence[str]) -> None:
    """Take out what only these articles say of entities: names, spellings, and entities that nobody else mentions.

    Before `remove`; part of the caller's transaction.
    """
    with warehouse.incoming({"article_id": text_array(list(article_ids))}):
        for name in ("entities_said", "erase_aliases", "erase_names", "erase_entities", "entities_said_away"):
            warehouse.run(name)
