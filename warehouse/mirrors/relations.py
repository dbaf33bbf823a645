"""Which tables and views a mirror has, and what identifies their rows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from parsers.errors import UsageError
from warehouse.asking.query import catalogue, relations

if TYPE_CHECKING:
    from collections.abc import Sequence

    from warehouse.database.store import Warehouse

KEYS: dict[str, tuple[str, ...]] = {
    "article": ("article_id",),
    "passage": ("article_id", "ordinal"),
    "repair": (),
    "fact": ("fact_id",),
    "fact_party": (),
    "entity": ("entity_id",),
    "entity_alias": (),
    "mention": (),
    "syndication": (),
    "reuse": (),
    "note": ("note_id",),
    "tag": (),
    "judgement": ("judgement_id",),
    "story": ("story_id",),
    "quantity": (),
    "quotation": (),
    "agreement": (),
    "interview": (),
    "timeline": (),
    "altered": (),
    "corroboration": (),
    "contradiction": (),
    "happening": ("happening_id",),
    "happening_story": ("story_id",),
}
"""What a mirror has if nothing else is named, with the columns whose values are never twice in it."""

PARENTS: dict[str, str] = {
    "article_id": "article",
    "of_article_id": "article",
    "original_article_id": "article",
    "story_id": "story",
    "fact_id": "fact",
    "entity_id": "entity",
    "happening_id": "happening",
}
"""Columns that name a row of another relation, whose key has the same meaning."""

SECRETS = ("feed_setting",)
"""Never mirrored: headers and cookies that servers are asked with."""

DIGEST = "row_digest"
"""The column that a mirror has beside those of the desk: MD5 in hex of the row's values as JSON."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """A column: its name, its type in DuckDB's words, and what it holds."""

    name: str
    type: str
    comment: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Relation:
    """A table or view of the desk, as it is mirrored."""

    name: str
    is_view: bool
    comment: str
    fields: tuple[Field, ...]
    beside: frozenset[str]
    """The relations that the mirror has, this one included."""

    @property
    def key(self) -> tuple[str, ...]:
        """The columns that identify a row; empty when no columns do."""
        return KEYS.get(self.name, ())

    @property
    def parents(self) -> dict[str, str]:
        """The relation of the mirror that a column points to, by column."""
        found = {field.name: PARENTS[field.name] for field in self.fields if field.name in PARENTS}
        return {name: parent for name, parent in found.items() if parent != self.name and parent in self.beside}

    @property
    def query(self) -> str:
        """The query that gives its rows: these columns and no others, so that the digest of a row is one of what is mirrored."""
        names = ", ".join(f'"{field.name}"' for field in self.fields)
        return f'select {names} from "{self.name}"'

    @property
    def shape(self) -> dict[str, str]:
        """Type by column, in the desk's order."""
        return {field.name: field.type for field in self.fields}


def described(warehouse: Warehouse, names: Sequence[str]) -> tuple[Relation, ...]:
    """These relations of the desk. Raises UsageError for names that it does not have, or that hold secrets."""
    known = {name: (kind == "view", comment) for name, kind, comment in relations(warehouse)}
    if unknown := sorted(set(names) - set(known)):
        raise UsageError(f"no {', '.join(unknown)}; newsdesk sql .tables lists what there is")
    if secret := sorted(set(names) & set(SECRETS)):
        raise UsageError(f"{', '.join(secret)} holds secrets and is not handed on")
    fields: dict[str, list[Field]] = {name: [] for name in names}
    for column in catalogue(warehouse):
        if column.relation in fields:
            fields[column.relation].append(Field(name=column.name, type=column.type, comment=column.comment or ""))
    return tuple(
        Relation(name=n, is_view=known[n][0], comment=known[n][1], fields=tuple(fields[n]), beside=frozenset(fields))
        for n in fields
    )
