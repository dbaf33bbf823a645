"""What is remembered of a feed's documents beside its own address."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import fields

from parsers.feeds.parts import Part
from warehouse.database.store import Warehouse, text_array

_COLUMNS = ("url", "kind", "state", "lastmod", "etag", "last_modified", "body_hash", "entries", "attempts", "asked_at", "reason")  # fmt: skip

assert set(_COLUMNS) == {f.name for f in fields(Part)}


def remembered(warehouse: Warehouse, feed_ids: Sequence[str]) -> dict[str, tuple[Part, ...]]:
    """The documents of some feeds, in the order in which they were noted."""
    found: dict[str, list[Part]] = {}
    if feed_ids:
        with warehouse.incoming({"feed_id": text_array(list(feed_ids))}):
            for feed_id, *row in warehouse.rows("feed_parts"):
                found.setdefault(feed_id, []).append(Part(**dict(zip(_COLUMNS, row, strict=True))))
    return {feed_id: tuple(parts) for feed_id, parts in found.items()}


def remember(warehouse: Warehouse, parts: Mapping[str, Sequence[Part]]) -> None:
    """Make the documents of these feeds those given. Call it in a transaction."""
    if not parts:
        return
    with warehouse.incoming({"feed_id": text_array(list(parts))}):
        warehouse.run("clear_feed_parts")
    rows = [(feed_id, *(getattr(p, name) for name in _COLUMNS)) for feed_id, of_feed in parts.items() for p in of_feed]
    warehouse.append("feed_part", ("feed_id", *_COLUMNS), rows)
