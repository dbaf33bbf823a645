"""One person, body, place or programme: who is meant by a name, and everything that is filed about them.

An entity's id is made of its name. People of one name have one id; of a person only those articles count as one that a
story, a post or somebody else who is seldom named ties together.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import get_args

from parsers.errors import UsageError
from parsers.facts.mentions.names import entity_id, plain
from parsers.model import EntityType
from warehouse.database.store import Warehouse

_ALIKE = 5
"""Names with the same words that a message names."""

_LISTED = 10
"""Candidates that a message names."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Meant:
    """Entities that are one (by their Wikidata id), and the groups of articles that are known to mean one person.

    The group with the most articles comes first. Of what is no person there is one group, of all articles.
    """

    entities: tuple[str, ...]
    groups: tuple[tuple[str, ...], ...]

    def articles(self, person: int) -> str | None:
        """The articles of the person of this number (from 1), with commas between; None where all articles are.

        Raises UsageError when there is no such person.
        """
        if not 1 <= person <= len(self.groups):
            raise UsageError(f"there is no person {person}: the texts tell {len(self.groups)} of this name apart")
        return ",".join(self.groups[person - 1]) if len(self.groups) > 1 else None


def meant(warehouse: Warehouse, name: str) -> Meant:
    """Who is meant by a name, an entity's id or an id of Wikidata.

    Raises UsageError when nobody is, or when several are and none of them has this as the full name.
    """
    known = "/" in name and warehouse.rows("entity_known", {"entity_id": name})
    found = _twins(warehouse, name) if known else _named(warehouse, name)
    joined = ",".join(found)
    people = all(entity.startswith("person/") for entity in found)
    return Meant(entities=found, groups=_tied(warehouse.rows("entity_ties", {"entities": joined})) if people else ((),))


def _named(warehouse: Warehouse, name: str) -> tuple[str, ...]:
    """The entities that have this name, or this id of Wikidata, and are one. Raises UsageError."""
    ids = [entity_id(kind, name) for kind in get_args(EntityType) if plain(name)]
    rows = warehouse.rows("entities_named", {"name": name, "ids": ",".join(ids)})
    if not rows:
        raise UsageError(f"nobody and nothing here is named {name}; {_alike(warehouse, name)}")
    return _one(warehouse, name, rows)


def _alike(warehouse: Warehouse, name: str) -> str:
    """Names with these words in them, for a message."""
    asked = {"type": None, "named": name, "limit": _ALIKE}
    found = [row[2] for row in warehouse.rows("list_entities", asked)] if name.strip() else []
    if not found:
        return "newsdesk entities --named WORD lists names with a word"
    return f"there is {', '.join(dict.fromkeys(found))}"


def _twins(warehouse: Warehouse, entity: str) -> tuple[str, ...]:
    """The entities with the Wikidata id of this one, or it alone."""
    return tuple(e for (e,) in warehouse.rows("entity_twins", {"entity_id": entity})) or (entity,)


def _one(warehouse: Warehouse, name: str, rows: list[tuple[str, str, bool, int]]) -> tuple[str, ...]:
    """The entity of the full name, else the only one; with those of the same Wikidata id."""
    exactly = [entity for entity, full, exact, _ in rows if exact and (" " in full or entity == name)]
    candidates = [entity for entity in exactly if entity == name] or exactly or [row[0] for row in rows]
    twins = _twins(warehouse, candidates[0])
    if not set(candidates) <= set(twins):
        said = ", ".join(f"{full} ({entity}, {stories} stories)" for entity, full, _, stories in rows[:_LISTED])
        more = f" and {len(rows) - _LISTED} more" if len(rows) > _LISTED else ""
        raise UsageError(f"{name} may be {said}{more}; give the id in the brackets")
    return twins


def _tied(rows: Iterable[tuple[str, str]]) -> tuple[tuple[str, ...], ...]:
    """Articles in groups: those that share something, directly or through others; large groups first."""
    head: dict[str, str] = {}

    def find(node: str) -> str:
        while head.setdefault(node, node) != node:
            head[node] = head[head[node]]
            node = head[node]
        return node

    pairs = [(f"article {article}", tie) for article, tie in rows]
    for article, tie in pairs:
        one, other = sorted((find(article), find(tie)))
        head[other] = one
    groups: dict[str, set[str]] = defaultdict(set)
    for article, _ in pairs:
        groups[find(article)].add(article.removeprefix("article "))
    return tuple(sorted((tuple(sorted(g)) for g in groups.values()), key=lambda g: (-len(g), g)))
