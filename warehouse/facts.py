"""Facts, the entities in them, and where those are named."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields
from operator import attrgetter

from parsers.model import Fact, Mention, Parsed
from warehouse.store import Warehouse, text_array

FACT = tuple(f.name for f in fields(Fact) if f.name != "parties")
_VALUES = attrgetter(*FACT)
TABLES = ("fact", "mention")


def insert(warehouse: Warehouse, parsed: Sequence[Parsed]) -> None:
    """Add the facts and mentions of newly filed articles; part of the caller's transaction."""
    facts = [(p.article.article_id, fact) for p in parsed for fact in p.facts]
    warehouse.append("fact", ("article_id", *FACT), [(a, *_VALUES(f)) for a, f in facts])
    parties = dict.fromkeys((f.fact_id, party.role, party.entity_id) for _, f in facts for party in f.parties)
    warehouse.append("fact_party", ("fact_id", "role", "entity_id"), list(parties))
    mentions = [(p.article.article_id, mention) for p in parsed for mention in p.mentions]
    warehouse.append(
        "mention",
        ("article_id", "entity_id", "start_char", "end_char", "surface"),
        [(a, m.entity_id, m.start_char, m.end_char, m.surface) for a, m in mentions],
    )
    _entities(warehouse, [m for _, m in mentions])


def _entities(warehouse: Warehouse, mentions: Sequence[Mention]) -> None:
    if not mentions:
        return
    distinct = list({(m.entity_id, m.name, m.surface): m for m in mentions}.values())
    arrays = {
        "entity_id": text_array([m.entity_id for m in distinct]),
        "entity_type": text_array([m.entity_type for m in distinct]),
        "name": text_array([m.name for m in distinct]),
        "country": text_array([m.country for m in distinct]),
        "surface": text_array([m.surface for m in distinct]),
    }
    with warehouse.incoming(arrays):
        warehouse.run("rename_entities")
        warehouse.run("insert_entities")
        warehouse.run("insert_aliases")


def remove(warehouse: Warehouse, article_ids: Sequence[str]) -> None:
    """Take out the facts and mentions of articles; part of the caller's transaction. Entities stay."""
    with warehouse.incoming({"article_id": text_array(list(article_ids))}):
        warehouse.run("remove_fact_parties")
        for table in TABLES:
            warehouse.connection.execute(
                f"delete from {table} where article_id in (select article_id from incoming)"
            ).fetchall()
