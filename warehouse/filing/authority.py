"""The user's list of known names, which links entities to Wikidata (the view `entity_link`)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import astuple, dataclass, fields

from parsers.authority import KnownName
from warehouse.database.store import Warehouse


@dataclass(frozen=True, slots=True, kw_only=True)
class Linked:
    """How many entities have an id by the list, and which have several and are therefore not linked."""

    entities: int
    ambiguous: tuple[tuple[str, tuple[str, ...]], ...]


def replace_names(warehouse: Warehouse, names: Sequence[KnownName]) -> Linked:
    """Put these names in the place of those before; part of the caller's transaction."""
    warehouse.run("forget_authority")
    if names:
        warehouse.append("authority_name", tuple(f.name for f in fields(KnownName)), [astuple(n) for n in names])
    rows = warehouse.rows("authority_linked")
    return Linked(
        entities=sum(wikidata_id is not None for _, wikidata_id, _ in rows),
        ambiguous=tuple((name, tuple(candidates)) for name, wikidata_id, candidates in rows if wikidata_id is None),
    )
