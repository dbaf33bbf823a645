"""Facts, the entities in them, and where those are named."""

from __future__ import annotations

from collections.abc import Sequence

from parsers.model import Parsed
from warehouse.store import Warehouse


def insert(warehouse: Warehouse, parsed: Sequence[Parsed]) -> None:
    """Add the facts and mentions of newly filed articles; part of the caller's transaction."""
